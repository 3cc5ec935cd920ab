/** The engine: one request → what to send, and why. */
import { type Acceptance, acceptance } from './accept.ts';
import { goesIntoBody, placeBetas, readBodyBetas } from './bodies.ts';
import { headerValues, isBetaToken, readBetas, shownName } from './header.ts';
import { resolveName } from './names.ts';
import { hasBody, modelOf, type Need, needsOf } from './needs.ts';
import { endpointMatches, type Route, routeOf } from './route.ts';
import { type Cut, strip } from './strip.ts';
import { docsOf, featureOf, type KnownBeta, knownBetas } from './table.ts';
import type { BetaPlan, BetaRequest, Decision, JsonPointer, PlanOptions, Platform, Policy, Reason } from './types.ts';
import type { Path } from './walk.ts';
import { readJson } from './wire.ts';

/**
 * Plans the betas of one request: those that the caller sent, those that the options ask for, and those that the request needs; merged,
 * translated for the platform, each with a reason. Pure, and never throws on odd input: what should not be sent comes back as a `refused`
 * decision, and the doors (middleware, fetch) throw a `BetaPolicyError` for it.
 *
 * Where the caller sent another date of the same feature, the caller's date wins and nothing is added.
 * A beta that selects a legacy response shape is kept, always.
 * @example
 * ```ts
 * plan({ method: 'POST', path: '/v1/messages', body: { model: 'claude-opus-5-5', compaction: { type: 'summarize' }, messages: [] } });
 * // { betas: ['compact-2026-09-04'], header: 'compact-2026-09-04', decisions: [{ beta: 'compact-2026-09-04', action: 'added', … }] }
 * ```
 */
export function plan<P extends Platform = Platform>(request: BetaRequest, options: PlanOptions<P> = {}): BetaPlan {
  try {
    return new Planner(request, readJson(request.body), options).plan();
  } catch {
    // A body that throws when it is read: the header can still be planned, and the transport will complain of the body.
    return new Planner(request, undefined, options).plan();
  }
}

/** The options without the promises that their types make to the caller's compiler. */
type AnyOptions = Omit<PlanOptions, 'always'> & { readonly always?: readonly string[] | undefined };

/** The state of one plan. */
class Planner {
  readonly #request: BetaRequest;
  /** As it came. */
  readonly #body: unknown;
  readonly #options: AnyOptions;
  readonly #policy: Policy;
  readonly #platform: Platform;
  readonly #route: Route;
  readonly #always: readonly string[];
  /** Every decision, in order, by what it says. */
  readonly #made = new Map<string, Decision>();
  /** What is sent, and the key of the decision to send it. */
  readonly #sent = new Map<string, string>();
  readonly #cuts: Cut[] = [];
  /** The decisions that the cuts follow from. */
  readonly #cutDecisions: Decision[] = [];
  /** What came with the request, from the caller or from the client's own defaults. */
  #caller: ReadonlySet<string> = new Set();
  /** Needs that a decision about the caller's own beta has answered. */
  readonly #settled = new Set<Need>();

  constructor(request: BetaRequest, body: unknown, options: AnyOptions) {
    this.#request = request;
    this.#body = body;
    this.#options = options;
    this.#policy = options.policy ?? {};
    this.#platform = options.platform ?? 'claude-api';
    this.#route = routeOf(request.method, request.path);
    this.#always = options.always ?? [];
  }

  plan(): BetaPlan {
    const { betas, body } = readBodyBetas(this.#body, this.#route);
    this.#caller = readBetas([...headerValues(this.#request.headers, 'anthropic-beta'), ...betas]);
    this.#decideAll(body);
    return this.#cuts.length > 0 ? this.#planRest(strip(body, this.#cuts)) : this.#result(body);
  }

  #decideAll(body: unknown): void {
    const needs = needsOf(this.#request, body, this.#route, this.#platform);
    for (const beta of this.#caller) this.#asked(beta, 'caller', needs);
    // What has no choice first: it may satisfy what has one.
    for (const choice of [false, true]) for (const need of needs) if (need.choices.length > 1 === choice) this.#need(need);
    for (const name of this.#always) this.#alwaysAsked(name, needs);
    this.#conflicts();
  }

  /** What was cut out needs nothing any more, nor does what stood in it: the rest is planned as if it had come so. */
  #planRest(body: unknown): BetaPlan {
    const rest = new Planner(this.#request, this.#body, this.#options);
    rest.#caller = this.#caller;
    rest.#decideAll(body);
    const planned = rest.#result(rest.#cuts.length > 0 ? strip(body, rest.#cuts) : body);
    const isCut = ({ beta }: Decision): boolean => this.#cutDecisions.some((decision) => decision.beta === beta);
    return { ...planned, decisions: [...this.#cutDecisions, ...planned.decisions.filter((decision) => !isCut(decision))] };
  }

  /** Decides about a beta that the caller sent, or that the options ask for. */
  #asked(name: string, because: 'caller' | 'always', needs: readonly Need[]): void {
    const beta = knownBetas.get(name) ?? knownBetas.get(name.toLowerCase());
    if (!beta) return isBetaToken(name) ? this.#unknown(name, because) : this.#drop(name, 'malformed');
    if (name !== beta.id) {
      this.#decide(name, 'renamed', 'spelling', undefined, beta.id);
      return this.#asked(beta.id, because, needs);
    }
    const need = needs.find((n) => n.choices.some((id) => id === beta.id || this.#nameOf(id) === beta.id));
    const accepted = this.#isIdle(beta, needs) ? 'no' : this.#acceptance(beta);
    const refused = isRefused(accepted);
    const chosen = this.#isAppended(beta) && !need && this.#otherShape(beta, this.#caller);
    if (chosen) return this.#drop(beta.id, 'callers-date', chosen);
    if (this.#selectsShape(beta, refused)) return this.#send(beta.id, 'sent', 'legacy-shape', need);
    const renamed = accepted === 'renamed' && this.#policy.renamed !== 'pass' ? this.#nameOf(beta.id) : undefined;
    if (renamed && !(this.#policy.graduated === 'drop' && isGraduated(knownBetas.get(renamed)))) return this.#rename(beta.id, renamed, need);
    if ((renamed || isGraduated(beta)) && !need) {
      const drop = this.#policy.graduated === 'drop' || (refused && this.#policy.graduated !== 'keep');
      return drop ? this.#drop(beta.id, 'graduated') : this.#send(beta.id, 'sent', beta.stage === 'retired' ? 'retired' : 'graduated');
    }
    if (refused) return this.#unsupported(beta, accepted, need);
    this.#send(beta.id, 'sent', need ? 'needed' : beta.stage === 'superseded' ? 'superseded' : because, need, beta.supersededBy);
  }

  /** What the options ask for comes last, and yields: it never pushes out what the caller sent or the request needs. */
  #alwaysAsked(name: string, needs: readonly Need[]): void {
    const id = resolveName(name);
    if ([...this.#made.values()].some((decision) => decision.beta === id)) return;
    const beta = knownBetas.get(id);
    if (id !== name && [...this.#sent.keys()].some((sent) => knownBetas.get(sent)?.feature === beta?.feature)) return;
    const shape = beta && this.#otherShape(beta, this.#sent.keys());
    if (shape) return this.#drop(id, 'callers-date', shape);
    const clash = this.#clashOf(id) ?? [...this.#sent.keys()].find((sent) => this.#clashOf(sent, new Set([id])));
    if (clash) this.#drop(id, 'conflict', clash);
    else this.#asked(id, 'always', needs);
  }

  /** Decides about what the request needs and the caller may not have sent. */
  #need(need: Need): void {
    if (need.choices.some((id) => this.#sent.has(id) || this.#sent.has(this.#nameOf(id)))) return;
    if (this.#settled.has(need) || this.#callersDate(need)) return;
    const known = betasOf(need);
    const usable = known.find((beta) => !isRefused(this.#acceptance(beta)));
    const [first] = known;
    if (!usable) return first && this.#unsupported(first, this.#acceptance(first), need);
    // Nothing is missing that the option sends anyway.
    const missing = this.#policy.missing ?? 'add';
    if (missing !== 'add' && need.choices.some((id) => this.#always.some((always) => resolveName(always) === id))) return;
    const name = this.#policy.renamed === 'pass' ? usable.id : this.#nameOf(usable.id);
    if (missing === 'report') this.#decide(name, 'dropped', 'needed', need);
    else if (missing === 'throw') this.#decide(name, 'refused', 'needed', need);
    else this.#send(name, 'added', 'needed', need);
  }

  /** The platform does not take a beta that was sent, or that the request needs. */
  #unsupported(beta: KnownBeta, accepted: Acceptance, need: Need | undefined): void {
    const because = accepted === 'rejected' ? 'rejected' : 'unsupported';
    const policy = this.#policy.unsupported ?? 'auto';
    if (policy === 'pass') return this.#send(beta.id, this.#caller.has(beta.id) ? 'sent' : 'added', because, need);
    const depends = need !== undefined && !this.#otherChoice(beta, need);
    if (depends) this.#settled.add(need);
    const strips = policy === 'strip' && depends && hasBody(this.#route.method) && need.hits.every((hit) => hit.at !== undefined);
    if (strips) for (const { rule, at } of need.hits) this.#cuts.push({ rule, at: at as Path });
    // An endpoint or a query cannot be stripped of what it asks for.
    const refuse = policy === 'throw' || ((policy === 'auto' || (policy === 'strip' && !strips)) && depends);
    const key = this.#decide(beta.id, refuse ? 'refused' : 'dropped', because, need);
    if (strips) this.#cutDecisions.push(this.#made.get(key) as Decision);
  }

  /** Whether the platform takes another beta that satisfies the need. */
  #otherChoice(beta: KnownBeta, need: Need): boolean {
    return betasOf(need).some((other) => other !== beta && !isRefused(this.#acceptance(other)));
  }

  #unknown(name: string, because: 'caller' | 'always'): void {
    if (this.#options.rejected?.includes(name)) return this.#drop(name, 'rejected');
    if (this.#policy.unknown === 'drop') return this.#drop(name, 'unknown');
    if (this.#policy.unknown === 'throw') this.#decide(name, 'refused', 'unknown');
    else this.#send(name, 'sent', because === 'always' ? 'always' : 'unknown');
  }

  /** The caller sent another date of a feature that the request needs: that date stays, and nothing is added. */
  #callersDate(need: Need): boolean {
    const features = betasOf(need).map((beta) => (beta.independent ? '' : beta.feature));
    for (const [key, decision] of this.#made) {
      const { beta, action, because } = decision;
      if (action !== 'sent' || knownBetas.get(beta)?.independent || !features.includes(featureOf(beta) ?? '-')) continue;
      this.#made.set(key, { ...decision, because: because === 'legacy-shape' ? because : 'callers-date', ...placeOf(need) });
      return true;
    }
    return false;
  }

  #conflicts(): void {
    for (const [name, key] of this.#sent) {
      const other = this.#clashOf(name);
      if (!other) continue;
      const decision = this.#made.get(key) as Decision;
      this.#made.set(key, { ...decision, action: this.#policy.conflict === 'report' ? decision.action : 'refused', because: 'conflict', other });
    }
  }

  /** What this endpoint refuses beside `id`, as its own entry says, of what is sent; or of `others`. */
  #clashOf(id: string, others: { has(name: string): boolean } = this.#sent): string | undefined {
    const conflicts = knownBetas.get(id)?.conflicts;
    return conflicts?.find((c) => others.has(c.with) && (c.endpoint === undefined || endpointMatches(c.endpoint, this.#route)))?.with;
  }

  #result(body: unknown): BetaPlan {
    const betas = [...this.#sent.keys()];
    const placed = placeBetas(body, this.#route, betas);
    return {
      betas,
      header: betas.length > 0 && !goesIntoBody(placed, this.#route) ? betas.join(',') : undefined,
      decisions: [...this.#made.values()],
      ...(!Object.is(placed, this.#body) && { body: placed }),
    };
  }

  #send(name: string, action: 'sent' | 'added', because: Reason, need?: Need, other?: string): void {
    if (this.#sent.has(name)) return;
    this.#sent.set(name, this.#decide(name, action, because, need, because === 'superseded' ? other : undefined));
  }

  #rename(name: string, other: string, need: Need | undefined): void {
    const key = this.#decide(name, 'renamed', 'renamed', need, other);
    if (!this.#sent.has(other)) this.#sent.set(other, key);
  }

  #drop(name: string, because: Reason, other?: string): void {
    this.#decide(name, 'dropped', because, undefined, other);
  }

  /** Makes a decision, and gives its key. */
  #decide(beta: string, action: Decision['action'], because: Reason, need?: Need, other?: string): string {
    // Several places may need the same beta: one line says so.
    const key = `${action} ${because} ${beta}`;
    if (this.#made.has(key)) return key;
    const docs = docsOf(beta);
    const shown = docs ? beta : shownName(beta);
    this.#made.set(key, { beta: shown, action, because, ...placeOf(need), ...(docs && { docs }), ...(other && { other }) });
    return key;
  }

  /** Legacy shapes are kept, always; where the platform rejects the value, only on the endpoints whose shape it selects. */
  #selectsShape(beta: KnownBeta, rejected: boolean): boolean {
    if (beta.stage !== 'legacy-shape') return false;
    return !rejected || (beta.selectsAt ?? []).some((endpoint) => endpointMatches(endpoint, this.#route));
  }

  /** Whether the official client may have put it there, and not the caller. */
  #isAppended(beta: KnownBeta): boolean {
    return (beta.appendedAt ?? []).some((endpoint) => endpointMatches(endpoint, this.#route));
  }

  /** Another date among `names` that selects a shape on this endpoint, where this one does too. */
  #otherShape(beta: KnownBeta, names: Iterable<string>): string | undefined {
    if (!this.#selectsShape(beta, true)) return undefined;
    return [...names].find((id) => {
      const other = knownBetas.get(id);
      return other?.feature === beta.feature && id !== beta.id && this.#selectsShape(other, true);
    });
  }

  /** Vertex's count_tokens answers 400 to betas that its backend has not rolled out, and counts without them: only a feature that the body uses goes there. */
  #isIdle(beta: KnownBeta, needs: readonly Need[]): boolean {
    if (this.#platform !== 'vertex' || this.#route.path !== '/v1/messages/count_tokens') return false;
    return !needs.some((need) => betasOf(need).some(({ id, feature }) => feature === beta.feature || this.#nameOf(id) === beta.id));
  }

  #acceptance(beta: KnownBeta): Acceptance {
    return acceptance(beta, this.#platform, this.#model(), this.#options.rejected);
  }

  #nameOf(id: string): string {
    return knownBetas.get(id)?.renamedOn?.[this.#platform] ?? id;
  }

  #model(): string | undefined {
    return modelOf(this.#body) ?? this.#request.model ?? this.#route.model;
  }
}

/** Whether the header does nothing (any more) for the feature. */
function isGraduated(beta: KnownBeta | undefined): boolean {
  return ['graduated', 'retired', 'legacy-shape'].includes(beta?.stage ?? '');
}

const isRefused = (accepted: Acceptance): boolean => accepted === 'no' || accepted === 'rejected';

/** The betas that satisfy a need, the default first. */
const betasOf = (need: Need): KnownBeta[] => need.choices.flatMap((id) => knownBetas.get(id) ?? []);

/** The first place that has the need, as a JSON pointer. Names in rules hold nothing that a pointer would have to escape. */
function placeOf(need: Need | undefined): { at?: JsonPointer } | undefined {
  const path = need?.hits.find((hit) => hit.at)?.at;
  return path && { at: `/${path.join('/')}` };
}

/** The engine: one request → what to send, and why. */
import { type Acceptance, acceptance } from './accept.ts';
import { goesIntoBody, placeBetas, readBodyBetas } from './bodies.ts';
import { headerValues, isBetaToken, readBetas, shownName } from './header.ts';
import { resolveName } from './names.ts';
import { hasBody, modelOf, type Need, needsOf } from './needs.ts';
import { isAt, routeOf } from './route.ts';
import { type Cut, strip } from './strip.ts';
import { docsOf, featureOf, type KnownBeta, knownBetas } from './table.ts';
import type {
  BetaPlan,
  BetaRequest,
  Decision,
  JsonPointer,
  PlanOptions,
  Platform,
  Reason,
} from './types.ts';
import type { Path } from './walk.ts';
import { readJson } from './wire.ts';

/**
 * Plans the betas of one request: those that the caller sent, those that the options ask for, and those that the request needs; merged,
 * translated for the platform, each with a reason. Pure, and never throws on an odd request: what should not be sent comes back as a `refused`
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
export function plan<P extends Platform = Platform>(
  request: BetaRequest,
  options: PlanOptions<P> = {},
): BetaPlan {
  try {
    return planOf(request, readJson(request.body), options);
  } catch {
    // A body that throws when it is read: the header can still be planned, and the transport will complain of the body.
    return planOf(request, undefined, options);
  }
}

/** The options without the promises that their types make to the caller's compiler. */
type AnyOptions = Omit<PlanOptions, 'always'> & { readonly always?: readonly string[] | undefined };

/**
 * Plans a request with this body. What is cut out of a body needs nothing any more, nor does what stood in it: `rest` is then planned as if it had come so, with
 * the betas that came with the whole.
 */
function planOf(
  request: BetaRequest,
  original: unknown,
  options: AnyOptions,
  rest = original,
  cameWith?: ReadonlySet<string>,
): BetaPlan {
  const { platform = 'claude-api', rejected = [], always = [], policy = {} } = options;
  const route = routeOf(request.method, request.path);
  const model = modelOf(original) ?? request.model ?? route.model;
  const { betas, body } = readBodyBetas(rest, route);
  const needs = needsOf(request, body, route, platform);
  /** What came with the request, from the caller or from the client's own defaults. */
  const caller =
    cameWith ?? readBetas([...headerValues(request.headers, 'anthropic-beta'), ...betas]);
  /** Every decision, in order, by what it says. */
  const made = new Map<string, Decision>();
  /** What is sent, and the key of the decision to send it. */
  const sent = new Map<string, string>();
  const cuts: Cut[] = [];
  /** The decisions that the cuts follow from. */
  const cutDecisions: Decision[] = [];
  /** Needs that a decision about the caller's own beta has answered. */
  const settled = new Set<Need>();

  for (const beta of caller) asked(beta, 'caller');
  // What has no choice first: it may satisfy what has one.
  for (const choice of [false, true])
    for (const need of needs) if (need.choices.length > 1 === choice) needed(need);
  for (const name of always) alwaysAsked(name);
  conflicts();
  if (cuts.length > 0) {
    const planned = planOf(request, original, options, strip(body, cuts), caller);
    const others = planned.decisions.filter(
      ({ beta }) => !cutDecisions.some((decision) => decision.beta === beta),
    );
    return { ...planned, decisions: [...cutDecisions, ...others] };
  }
  const names = [...sent.keys()];
  const placed = placeBetas(body, route, names);
  return {
    betas: names,
    header: goesIntoBody(placed, route) ? undefined : names.join(',') || undefined,
    decisions: [...made.values()],
    ...(!Object.is(placed, original) && { body: placed }),
  };

  /** Decides about a beta that the caller sent, or that the options ask for. */
  function asked(name: string, because: 'caller' | 'always'): void {
    const beta = knownBetas.get(name) ?? knownBetas.get(name.toLowerCase());
    if (!beta) return isBetaToken(name) ? unknown(name, because) : drop(name, 'malformed');
    if (name !== beta.id) {
      decide(name, 'renamed', 'spelling', undefined, beta.id);
      return asked(beta.id, because);
    }
    const need = needs.find((n) =>
      n.choices.some((id) => id === beta.id || nameOf(id) === beta.id),
    );
    const accepted = isIdle(beta) ? 'no' : accepts(beta);
    const refused = isRefused(accepted);
    // The official client may have put it there, and not the caller.
    const chosen = isAt(route, beta.appendedAt) && !need && otherShape(beta, caller);
    if (chosen) return drop(beta.id, 'callers-date', chosen);
    if (selectsShape(beta, refused)) return send(beta.id, 'sent', 'legacy-shape', need);
    const renamed =
      accepted === 'renamed' && policy.renamed !== 'pass' ? nameOf(beta.id) : undefined;
    if (renamed && !(policy.graduated === 'drop' && isGraduated(knownBetas.get(renamed))))
      return rename(beta.id, renamed, need);
    if ((renamed || isGraduated(beta)) && !need) {
      const goes = policy.graduated === 'drop' || (refused && policy.graduated !== 'keep');
      return goes
        ? drop(beta.id, 'graduated')
        : send(beta.id, 'sent', beta.stage === 'retired' ? 'retired' : 'graduated');
    }
    if (refused) return unsupported(beta, accepted, need);
    const newer = !need && beta.stage === 'superseded' ? beta.supersededBy : undefined;
    send(beta.id, 'sent', need ? 'needed' : newer ? 'superseded' : because, need, newer);
  }

  /** What the options ask for comes last, and yields: it never pushes out what the caller sent or the request needs. */
  function alwaysAsked(name: string): void {
    const id = resolveName(name);
    if ([...made.values()].some((decision) => decision.beta === id)) return;
    const beta = knownBetas.get(id);
    if (
      id !== name &&
      [...sent.keys()].some((other) => knownBetas.get(other)?.feature === beta?.feature)
    )
      return;
    const shape = beta && otherShape(beta, sent.keys());
    if (shape) return drop(id, 'callers-date', shape);
    if (!dropsForSent(id)) asked(id, 'always');
  }

  /** Decides about what the request needs and the caller may not have sent. */
  function needed(need: Need): void {
    if (need.choices.some((id) => sent.has(id) || sent.has(nameOf(id)))) return;
    if (settled.has(need) || callersDate(need)) return;
    const known = betasOf(need);
    const usable = known.find((beta) => !isRefused(accepts(beta)));
    const [first] = known;
    if (!usable) return first && unsupported(first, accepts(first), need);
    // Nothing is missing that the option sends anyway.
    const missing = policy.missing ?? 'add';
    if (
      missing !== 'add' &&
      need.choices.some((id) => always.some((name) => resolveName(name) === id))
    )
      return;
    const name = policy.renamed === 'pass' ? usable.id : nameOf(usable.id);
    // What the caller chose says which version of the endpoint is meant.
    if (dropsForSent(name)) return;
    if (missing === 'report') decide(name, 'dropped', 'needed', need);
    else if (missing === 'throw') decide(name, 'refused', 'needed', need);
    else send(name, 'added', 'needed', need);
  }

  /** The platform does not take a beta that was sent, or that the request needs. */
  function unsupported(beta: KnownBeta, accepted: Acceptance, need: Need | undefined): void {
    const because = accepted === 'rejected' ? 'rejected' : 'unsupported';
    const answer = policy.unsupported ?? 'auto';
    if (answer === 'pass')
      return send(beta.id, caller.has(beta.id) ? 'sent' : 'added', because, need);
    const depends = need !== undefined && !otherChoice(beta, need);
    if (depends) settled.add(need);
    const strips =
      answer === 'strip' &&
      depends &&
      hasBody(route.method) &&
      need.hits.every((hit) => hit.at !== undefined);
    if (strips) for (const { rule, at } of need.hits) cuts.push({ rule, at: at as Path });
    // An endpoint or a query cannot be stripped of what it asks for.
    const refuse = answer === 'throw' || (depends && answer !== 'drop' && !strips);
    const key = decide(beta.id, refuse ? 'refused' : 'dropped', because, need);
    if (strips) cutDecisions.push(made.get(key) as Decision);
  }

  /** Whether the platform takes another beta that satisfies the need. */
  function otherChoice(beta: KnownBeta, need: Need): boolean {
    return betasOf(need).some((other) => other !== beta && !isRefused(accepts(other)));
  }

  function unknown(name: string, because: 'caller' | 'always'): void {
    if (rejected.includes(name)) return drop(name, 'rejected');
    if (policy.unknown === 'drop') return drop(name, 'unknown');
    if (policy.unknown === 'throw') decide(name, 'refused', 'unknown');
    else send(name, 'sent', because === 'always' ? 'always' : 'unknown');
  }

  /** The caller sent another date of a feature that the request needs: that date stays, and nothing is added. */
  function callersDate(need: Need): boolean {
    const features = betasOf(need).map((beta) => (beta.independent ? '' : beta.feature));
    for (const [key, decision] of made) {
      const { beta, action, because } = decision;
      if (
        action !== 'sent' ||
        knownBetas.get(beta)?.independent ||
        !features.includes(featureOf(beta) ?? '-')
      )
        continue;
      made.set(key, {
        ...decision,
        because: because === 'legacy-shape' ? because : 'callers-date',
        ...placeOf(need),
      });
      return true;
    }
    return false;
  }

  function conflicts(): void {
    for (const [name, key] of sent) {
      const other = clashOf(name);
      if (!other) continue;
      const decision = made.get(key) as Decision;
      made.set(key, {
        ...decision,
        action: policy.conflict === 'report' ? decision.action : 'refused',
        because: 'conflict',
        other,
      });
    }
  }

  /** What this endpoint refuses beside `id`, as its own entry says, of what is sent; or of `others`. */
  function clashOf(id: string, others: { has(name: string): boolean } = sent): string | undefined {
    return knownBetas
      .get(id)
      ?.conflicts?.find((c) => others.has(c.with) && (!c.endpoint || isAt(route, c.endpoint)))
      ?.with;
  }

  /** Drops what goes badly with something that is sent, whichever of the two says so. */
  function dropsForSent(id: string): boolean {
    const other = clashOf(id) ?? [...sent.keys()].find((name) => clashOf(name, new Set([id])));
    if (other) drop(id, 'conflict', other);
    return other !== undefined;
  }

  function send(
    name: string,
    action: 'sent' | 'added',
    because: Reason,
    need?: Need,
    other?: string,
  ): void {
    if (!sent.has(name)) sent.set(name, decide(name, action, because, need, other));
  }

  function rename(name: string, other: string, need: Need | undefined): void {
    const key = decide(name, 'renamed', 'renamed', need, other);
    if (!sent.has(other)) sent.set(other, key);
  }

  function drop(name: string, because: Reason, other?: string): void {
    decide(name, 'dropped', because, undefined, other);
  }

  /** Makes a decision, and gives its key. */
  function decide(
    beta: string,
    action: Decision['action'],
    because: Reason,
    need?: Need,
    other?: string,
  ): string {
    // Several places may need the same beta: one line says so.
    const key = `${action} ${because} ${beta}`;
    if (made.has(key)) return key;
    const docs = docsOf(beta);
    const shown = docs ? beta : shownName(beta);
    made.set(key, {
      beta: shown,
      action,
      because,
      ...placeOf(need),
      ...(docs && { docs }),
      ...(other && { other }),
    });
    return key;
  }

  /** Legacy shapes are kept, always; where the platform rejects the value, only on the endpoints whose shape it selects. */
  function selectsShape(beta: KnownBeta, refused: boolean): boolean {
    if (beta.stage !== 'legacy-shape') return false;
    return !refused || isAt(route, beta.selectsAt);
  }

  /** Another date among `names` that selects a shape on this endpoint, where this one does too. */
  function otherShape(beta: KnownBeta, names: Iterable<string>): string | undefined {
    if (!selectsShape(beta, true)) return undefined;
    return [...names].find((id) => {
      const other = knownBetas.get(id);
      return other?.feature === beta.feature && id !== beta.id && selectsShape(other, true);
    });
  }

  /** Vertex's count_tokens answers 400 to betas that its backend has not rolled out, and counts without them: only a feature that the body uses goes there. */
  function isIdle(beta: KnownBeta): boolean {
    if (platform !== 'vertex' || route.path !== '/v1/messages/count_tokens') return false;
    return !needs.some((need) =>
      betasOf(need).some(({ id, feature }) => feature === beta.feature || nameOf(id) === beta.id),
    );
  }

  function accepts(beta: KnownBeta): Acceptance {
    return acceptance(beta, platform, model, rejected);
  }

  function nameOf(id: string): string {
    return knownBetas.get(id)?.renamedOn?.[platform] ?? id;
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

/** What a request uses and needs, by the rules alone: no header, no claim, no policy. */
import { messageParams } from '@beta-headers/grammar';
import type { Constraint, EngineCatalog, KnownFeature, Substitute } from '../catalog/types.ts';
import { isObject } from '../request/json.ts';
import { readModelId } from '../request/model.ts';
import type { RequestFacts } from '../request/read.ts';
import { hasBody } from '../request/route.ts';
import { type RuleSet, rulesFor } from './compile.ts';
import type { Link, Probe, Test } from './probe.ts';
import { type Hits, type Path, walk } from './walk.ts';

/** A form in which a feature is used, for one model. */
export interface UseHit {
  readonly shape: string | undefined;
  /** The id of the model; `undefined` where nobody knows which it is. */
  readonly model: string | undefined;
  /** Where; empty where the endpoint alone uses it. */
  readonly at: Path[];
}

/** A feature that the request uses. */
export interface Use {
  readonly feature: KnownFeature;
  readonly hits: readonly UseHit[];
}

/** Something in the request that needs a beta. */
export interface Need {
  /** Any of these satisfies it, the best first. */
  readonly choices: readonly string[];
  readonly feature: KnownFeature;
  readonly at: Path[];
}

/** A constraint, of which everything but its betas is met. */
export interface ConstraintHit {
  readonly feature: KnownFeature;
  readonly constraint: Constraint;
  /** It is met if all of these are sent. */
  readonly betas: readonly string[];
  readonly at: Path[];
}

/** A substitute that applies, and the places to take out for it. */
export interface SubstituteHit {
  readonly feature: KnownFeature;
  readonly substitute: Substitute;
  readonly at: Path[];
}

/** Everything that rules say about a request. */
export interface Collected {
  /** In the order of the manifest. */
  readonly uses: readonly Use[];
  readonly needs: readonly Need[];
  readonly constraints: readonly ConstraintHit[];
  readonly substitutes: readonly SubstituteHit[];
  /** Places that neither the SDK nor a rule knows. */
  readonly unknown: readonly Path[];
  /** The ids of its models; `undefined` is one that its name does not tell. */
  readonly models: ReadonlySet<string | undefined>;
}

const MAX_MODELS = 50;

/** A decision names as many places. */
export const MAX_PLACES = 100;

/** Collects what a request with this body uses and needs. The body is walked once. */
export function collect(
  facts: RequestFacts,
  catalog: EngineCatalog<string>,
  value: unknown,
  maxHits: number = MAX_PLACES,
): Collected {
  const { route, found, url, model, apiVersion } = facts;
  const rules = rulesFor(catalog, found.platform, route);
  const collector = new Collector(apiVersion, maxHits);
  const body = hasBody(route.method) ? value : readQuery(url);
  const fallback = readModelId(model);
  const params = isObject(body) ? messageParams(body, route) : [];
  for (const { at, value: item } of params) {
    const own = isObject(item) ? readParam(item, 'model') : undefined;
    const id = typeof own === 'string' ? readModelId(own) : fallback;
    collector.addParams(rules, item, at, id);
  }
  if (params.length === 0) collector.addModel(fallback);
  collector.addEndpoint(rules);
  return collector.finish();
}

/** On a GET or DELETE rules are about the query. */
const readQuery = (url: string): unknown =>
  Object.fromEntries(new URLSearchParams(url.split('#', 1)[0]?.split('?')[1]));

/** A getter may throw; then there is nothing. */
function readParam(params: Record<string, unknown>, name: string): unknown {
  try {
    return params[name];
  } catch {
    return undefined;
  }
}

const NO_HITS: ReadonlyMap<Probe, Hits> = new Map();

class Collector {
  readonly #apiVersion: string;
  readonly #maxHits: number;
  readonly #uses = new Map<KnownFeature, Map<string, UseHit>>();
  readonly #needs = new Map<string, Need>();
  readonly #constraints = new Map<Constraint, ConstraintHit>();
  readonly #substitutes = new Map<Substitute, SubstituteHit>();
  readonly #unknown: Path[] = [];
  readonly #models = new Set<string | undefined>();

  constructor(apiVersion: string, maxHits: number) {
    this.#apiVersion = apiVersion;
    this.#maxHits = maxHits;
  }

  addParams(rules: RuleSet, params: unknown, at: Path, model: string | undefined): void {
    this.addModel(model);
    const { hits, unknown } = walk(rules.tree, params, at, this.#maxHits);
    const links = new Set<Link>();
    for (const probe of hits.keys()) for (const link of probe.links) links.add(link);
    for (const link of [...links, ...rules.byParams]) this.#follow(link, hits, model);
    this.#push(this.#unknown, unknown);
    if (rules.params && isObject(params)) this.#addUnknownParams(rules.params, params, at);
  }

  /** A batch of more models than anyone has is not looked at by model. */
  addModel(model: string | undefined): void {
    this.#models.add(this.#models.size < MAX_MODELS ? model : undefined);
  }

  addEndpoint(rules: RuleSet): void {
    for (const link of rules.byEndpoint) this.#follow(link, NO_HITS, this.#model);
  }

  finish(): Collected {
    const uses = [...this.#uses].map(([feature, hits]) => ({ feature, hits: [...hits.values()] }));
    const byOrder = (a: { feature: KnownFeature }, b: { feature: KnownFeature }): number =>
      a.feature.order - b.feature.order;
    return {
      uses: uses.sort(byOrder),
      needs: [...this.#needs.values()].sort(byOrder),
      constraints: [...this.#constraints.values()].sort(byOrder),
      substitutes: [...this.#substitutes.values()],
      unknown: this.#unknown,
      models: this.#models,
    };
  }

  get #model(): string | undefined {
    return this.#models.size === 1 ? [...this.#models][0] : undefined;
  }

  #follow(link: Link, hits: ReadonlyMap<Probe, Hits>, model: string | undefined): void {
    if (link.kind === 'constraint') return this.#addConstraint(link, hits, model);
    if (!this.#isMet(link.test, hits, model)) return;
    if (link.kind === 'use') return this.#addUse(link.feature, link.test, hits, model);
    const places = placesOf(link.kind === 'need' ? link.test.probes : [link.remove], hits);
    if (link.kind === 'need') {
      const { choices, feature } = link;
      const need = getOrAdd(this.#needs, choices.join(), () => ({ choices, feature, at: [] }));
      this.#push(need.at, places);
    } else {
      const { substitute, feature } = link;
      const hit = getOrAdd(this.#substitutes, substitute, () => ({ substitute, feature, at: [] }));
      this.#push(hit.at, places);
    }
  }

  #addUse(
    feature: KnownFeature,
    test: Test,
    hits: ReadonlyMap<Probe, Hits>,
    model: string | undefined,
  ): void {
    const forms = getOrAdd(this.#uses, feature, () => new Map<string, UseHit>());
    const add = (shape: string | undefined, places: readonly Path[]): void => {
      const form = getOrAdd(forms, `${shape} ${model}`, () => ({ shape, model, at: [] }));
      this.#push(form.at, places);
    };
    if (test.probes.length === 0) add(test.shape, []);
    for (const probe of test.probes) {
      const shape = test.shape ?? (probe.value === undefined ? undefined : String(probe.value));
      const places = hits.get(probe)?.at ?? [];
      const left = shape === undefined ? withoutFormed(places, test.formed, hits) : places;
      if (left.length > 0) add(shape, left);
    }
  }

  #addConstraint(
    link: Extract<Link, { kind: 'constraint' }>,
    hits: ReadonlyMap<Probe, Hits>,
    model: string | undefined,
  ): void {
    const { feature, constraint, all, absent, betas } = link;
    if (!all.every((test) => this.#isMet(test, hits, model))) return;
    if (absent.some((test) => this.#isMet(test, hits, model))) return;
    const hit = getOrAdd(this.#constraints, constraint, () => ({
      feature,
      constraint,
      betas,
      at: [],
    }));
    this.#push(
      hit.at,
      all.flatMap((test) => placesOf(test.probes, hits)),
    );
  }

  #isMet(test: Test, hits: ReadonlyMap<Probe, Hits>, model: string | undefined): boolean {
    const { probes, apiVersion, unless } = test;
    if (test.model && !(model !== undefined && test.model.includes(model))) return false;
    if (apiVersion && this.#apiVersion > apiVersion) return false;
    if (probes.length > 0 && !probes.some((probe) => hits.has(probe))) return false;
    return !(unless && this.#isMet(unless, hits, model));
  }

  #addUnknownParams(known: ReadonlySet<string>, params: Record<string, unknown>, at: Path): void {
    // All of them, because a policy may drop them; the decision names the first.
    for (const key of readKeys(params)) if (!known.has(key)) this.#unknown.push([...at, key]);
  }

  #push(places: Path[], more: readonly Path[]): void {
    for (const place of more) if (places.length < this.#maxHits) places.push(place);
  }
}

/** A proxy may throw; then there are none. */
function readKeys(value: object): string[] {
  try {
    return Object.keys(value);
  } catch {
    return [];
  }
}

/**
 * Where another rule of the feature names the form that is used, one that asks for the place alone
 * adds nothing.
 */
function withoutFormed(
  places: readonly Path[],
  formed: readonly Probe[] | undefined,
  hits: ReadonlyMap<Probe, Hits>,
): readonly Path[] {
  const named = new Set(placesOf(formed ?? [], hits).map(String));
  return named.size === 0 ? places : places.filter((place) => !named.has(String(place)));
}

function placesOf(probes: readonly Probe[], hits: ReadonlyMap<Probe, Hits>): Path[] {
  return probes.flatMap((probe) => hits.get(probe)?.at ?? []);
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

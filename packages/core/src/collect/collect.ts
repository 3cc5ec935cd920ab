/**
 * Collects the features that a request uses and the betas that it needs, by the rules alone,
 * without its header, claims or a policy.
 */
import type { Constraint, EngineCatalog, KnownFeature, Substitute } from '../catalog/types.ts';
import type { RequestFacts } from '../request/read.ts';
import type { RuleSet } from './compile.ts';
import { type Matched, type MatchedParams, matchRequest } from './match.ts';
import type { Link, Probe, Test } from './probe.ts';
import type { Hits, Path } from './walk.ts';

/** One form in which a feature is used, with one model. */
export interface UseHit {
  readonly shape: string | undefined;
  /** The id of the model; `undefined` if it is not known. */
  readonly model: string | undefined;
  /** The places in the body; empty if the endpoint alone uses the feature. */
  readonly at: Path[];
}

/** A feature that the request uses. */
export interface Use {
  readonly feature: KnownFeature;
  readonly hits: readonly UseHit[];
}

/** A need for a beta. */
export interface Need {
  /** The betas of which any satisfies the need, the best first. */
  readonly choices: readonly string[];
  readonly feature: KnownFeature;
  readonly at: Path[];
}

/** A constraint that is met except for its betas. */
export interface ConstraintHit {
  readonly feature: KnownFeature;
  readonly constraint: Constraint;
  /** The constraint is met if all of these are sent. */
  readonly betas: readonly string[];
  readonly at: Path[];
  /** It is about certain models, and it is not known if the model is one of them. */
  readonly isOpen: boolean;
}

/** A substitute that applies, and the places that it removes. */
export interface SubstituteHit {
  readonly feature: KnownFeature;
  readonly substitute: Substitute;
  readonly at: Path[];
}

/** The results of all rules for a request. */
export interface Collected {
  /** In the manifest's order. */
  readonly uses: readonly Use[];
  readonly needs: readonly Need[];
  readonly constraints: readonly ConstraintHit[];
  readonly substitutes: readonly SubstituteHit[];
  /** Places that neither the SDK nor a rule knows. */
  readonly unknown: readonly Path[];
  /** The ids of the request's models; `undefined` is in the set if one is not known. */
  readonly models: ReadonlySet<string | undefined>;
}

const MAX_MODELS = 50;

/** The maximum number of places in a decision. */
export const MAX_PLACES = 100;

/**
 * Collects the features that a request with this body uses and the betas that it needs. Walks the
 * body once.
 */
export function collect(
  facts: RequestFacts,
  catalog: EngineCatalog<string>,
  value: unknown,
  maxHits: number = MAX_PLACES,
): Collected {
  return conclude(matchRequest(facts, catalog, value, maxHits), facts.apiVersion, maxHits);
}

/** Concludes from the places in a request what it uses and needs. */
export function conclude(
  { rules, params, model }: Matched,
  apiVersion: string,
  maxHits: number = MAX_PLACES,
): Collected {
  const collector = new Collector(apiVersion, maxHits);
  for (const one of params) collector.addParams(rules, one);
  if (params.length === 0) collector.addModel(model);
  collector.addEndpoint(rules);
  return collector.finish();
}

const NO_HITS: ReadonlyMap<Probe, Hits> = new Map();

class Collector {
  readonly #apiVersion: string;
  readonly #maxHits: number;
  readonly #uses = new Map<KnownFeature, Map<string, UseHit>>();
  readonly #needs = new Map<string, Need>();
  readonly #constraints = new Map<Constraint, ConstraintHit>();
  readonly #open = new Map<Constraint, ConstraintHit>();
  readonly #substitutes = new Map<Substitute, SubstituteHit>();
  readonly #unknown: Path[] = [];
  readonly #models = new Set<string | undefined>();

  constructor(apiVersion: string, maxHits: number) {
    this.#apiVersion = apiVersion;
    this.#maxHits = maxHits;
  }

  addParams(rules: RuleSet, { hits, unknown, unknownKeys, model }: MatchedParams): void {
    this.addModel(model);
    const links = new Set<Link>();
    for (const probe of hits.keys()) for (const link of probe.links) links.add(link);
    const isOpen = model === undefined || !rules.models.has(model);
    for (const link of links) this.#follow(link, hits, model, isOpen);
    for (const link of rules.byParams) this.#follow(link, hits, model, isOpen);
    this.#push(this.#unknown, unknown);
    // No limit here, because a policy may drop all of them. The decision names only the first.
    for (const place of unknownKeys) this.#unknown.push(place);
  }

  /** Adds a model. Beyond the limit, models of a batch count as not known. */
  addModel(model: string | undefined): void {
    this.#models.add(this.#models.size < MAX_MODELS ? model : undefined);
  }

  addEndpoint(rules: RuleSet): void {
    for (const link of rules.byEndpoint) this.#follow(link, NO_HITS, this.#model, false);
  }

  finish(): Collected {
    const uses = [...this.#uses].map(([feature, hits]) => ({ feature, hits: [...hits.values()] }));
    const byOrder = (a: { feature: KnownFeature }, b: { feature: KnownFeature }): number =>
      a.feature.order - b.feature.order;
    return {
      uses: uses.sort(byOrder),
      needs: [...this.#needs.values()].sort(byOrder),
      // A constraint of one item of a batch is certain, even if another item has a new model.
      constraints: [...new Map([...this.#open, ...this.#constraints]).values()].sort(byOrder),
      substitutes: [...this.#substitutes.values()],
      unknown: this.#unknown,
      models: this.#models,
    };
  }

  get #model(): string | undefined {
    return this.#models.size === 1 ? [...this.#models][0] : undefined;
  }

  #follow(
    link: Link,
    hits: ReadonlyMap<Probe, Hits>,
    model: string | undefined,
    isOpen: boolean,
  ): void {
    if (link.kind === 'constraint') return this.#addConstraint(link, hits, model, isOpen);
    if (!this.#isMet(link.test, hits, model)) return;
    if (link.kind === 'use') return this.#addUse(link.feature, link.test, hits, model);
    const places = listPlaces(link.kind === 'need' ? link.test.probes : [link.remove], hits);
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
      const left = shape === undefined ? removeFormed(places, test.formed, hits) : places;
      if (left.length > 0) add(shape, left);
    }
  }

  #addConstraint(
    link: Extract<Link, { kind: 'constraint' }>,
    hits: ReadonlyMap<Probe, Hits>,
    model: string | undefined,
    isModelOpen: boolean,
  ): void {
    const { feature, constraint, all, absent, betas } = link;
    const left = all.filter((test) => !this.#isMet(test, hits, model));
    const isOpen = left.length > 0;
    const mayBeMet = (test: Test): boolean =>
      test.model !== undefined && this.#isMet(test, hits, test.model[0]);
    if (isOpen && !(isModelOpen && left.every(mayBeMet))) return;
    if (absent.some((test) => this.#isMet(test, hits, model))) return;
    const hit = getOrAdd(isOpen ? this.#open : this.#constraints, constraint, () => ({
      feature,
      constraint,
      betas,
      at: [],
      isOpen,
    }));
    this.#push(
      hit.at,
      all.flatMap((test) => listPlaces(test.probes, hits)),
    );
  }

  #isMet(test: Test, hits: ReadonlyMap<Probe, Hits>, model: string | undefined): boolean {
    const { probes, apiVersion, unless } = test;
    if (test.model && !(model !== undefined && test.model.includes(model))) return false;
    if (apiVersion && this.#apiVersion > apiVersion) return false;
    if (probes.length > 0 && !probes.some((probe) => hits.has(probe))) return false;
    return !(unless && this.#isMet(unless, hits, model));
  }

  #push(places: Path[], more: readonly Path[]): void {
    for (const place of more) if (places.length < this.#maxHits) places.push(place);
  }
}

/** Removes places for which another rule of the feature knows the form that is used. */
function removeFormed(
  places: readonly Path[],
  formed: readonly Probe[] | undefined,
  hits: ReadonlyMap<Probe, Hits>,
): readonly Path[] {
  const formedPlaces = listPlaces(formed ?? [], hits);
  if (formedPlaces.length === 0) return places;
  const named = new Set(formedPlaces.map(String));
  return places.filter((place) => !named.has(String(place)));
}

/** Lists the places of probes. A loop, because most of the probes of a feature have no hit. */
function listPlaces(probes: readonly Probe[], hits: ReadonlyMap<Probe, Hits>): Path[] {
  const places: Path[] = [];
  for (const probe of probes) {
    const found = hits.get(probe);
    if (found) for (const place of found.at) places.push(place);
  }
  return places;
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

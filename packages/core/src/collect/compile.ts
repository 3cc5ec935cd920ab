/** Compiles the rules of a catalog for the requests of one endpoint on one platform. */
import type { Route } from '@beta-headers/grammar';
import type { Condition, EngineCatalog, KnownFeature, Rule } from '../catalog/types.ts';
import { isAt } from '../request/route.ts';
import { createNode, type Link, type Node, type Probe, type Test } from './probe.ts';
import { readSurface } from './surface.ts';
import { addProbe, closeValues } from './tree.ts';

/** The rules that apply to an endpoint on a platform. */
export interface RuleSet {
  readonly tree: Node;
  /** Links that the endpoint alone activates. */
  readonly byEndpoint: readonly Link[];
  /** Links that are checked for all message params, because they require a place to be absent. */
  readonly byParams: readonly Link[];
  /** The models that rules can tell apart. */
  readonly models: ReadonlySet<string>;
  /** The known keys of message params; `undefined` if the body has no message params. */
  readonly params: ReadonlySet<string> | undefined;
}

/** The size of the cache. Paths with ids can be numerous, so the oldest entries are evicted. */
const MAX_SETS = 500;
const sets = new WeakMap<EngineCatalog<string>, Map<string, RuleSet>>();
/** The rules of the last call. Most programs send to one endpoint of one platform. */
let last: Compiled | undefined;

interface Compiled {
  readonly catalog: EngineCatalog<string>;
  readonly platform: string;
  readonly route: Route;
  readonly set: RuleSet;
}

/** Compiles the rules for a route on a platform, and caches them. */
export function compileRules(
  catalog: EngineCatalog<string>,
  platform: string,
  route: Route,
): RuleSet {
  if (last && last.route === route && last.platform === platform && last.catalog === catalog)
    return last.set;
  const set = findRules(catalog, platform, route);
  last = { catalog, platform, route, set };
  return set;
}

function findRules(catalog: EngineCatalog<string>, platform: string, route: Route): RuleSet {
  let known = sets.get(catalog);
  if (!known) {
    known = new Map();
    sets.set(catalog, known);
  }
  const key = `${platform} ${route.form} ${route.method} ${route.path}`;
  let set = known.get(key);
  if (!set) {
    if (known.size >= MAX_SETS) known.delete(known.keys().next().value as string);
    set = new Compiler(platform, route).compile(catalog);
    known.set(key, set);
  }
  return set;
}

/** Betas in the body are not unknown fields: they are read, and removed if they are misplaced. */
const BETA_PARAMS = ['betas', 'anthropic_beta'];
/** A field that some platforms have and the SDK's params do not. */
const PLATFORM_PARAMS = ['anthropic_version'];

class Compiler {
  readonly #platform: string;
  readonly #route: Route;
  readonly #tree = createNode();
  readonly #probes = new Map<string, Probe>();
  readonly #byEndpoint: Link[] = [];
  readonly #byParams: Link[] = [];

  constructor(platform: string, route: Route) {
    this.#platform = platform;
    this.#route = route;
  }

  compile(catalog: EngineCatalog<string>): RuleSet {
    for (const feature of catalog.features.values()) this.#addFeature(feature);
    return {
      tree: this.#tree,
      byEndpoint: this.#byEndpoint,
      byParams: this.#byParams,
      models: catalog.models,
      params: this.#route.params === 'none' ? undefined : this.#closeSurface(catalog),
    };
  }

  #addFeature(feature: KnownFeature): void {
    const uses: Rule[] = [...feature.uses];
    for (const beta of feature.betas) {
      for (const { choices, ...rule } of beta.requires) {
        // These conditions are about the header only. The feature is also used if they are not met.
        const { model: _m, platform: _p, apiVersion: _v, ...use } = rule;
        uses.push(use);
        const test = this.#compileTest(rule);
        if (test) this.#link({ kind: 'need', feature, test, choices }, test);
      }
    }
    this.#addUses(feature, uses);
    for (const constraint of feature.constraints) this.#addConstraint(feature, constraint);
    for (const substitute of feature.substitutes) {
      const { on, when, unless, remove } = substitute;
      const test = this.#compileTest({ ...when, ...(unless && { unless }) });
      if (!test || !on.includes(this.#platform)) continue;
      const probe = this.#toProbe(remove, {});
      this.#link({ kind: 'substitute', feature, test, remove: probe, substitute }, test);
    }
  }

  #addUses(feature: KnownFeature, rules: readonly Rule[]): void {
    const tests = rules.flatMap((rule) => this.#compileTest(rule) ?? []);
    const formed = tests.flatMap(({ probes, shape }) =>
      probes.filter(({ value }) => (shape ?? value) !== undefined),
    );
    for (const test of tests) {
      test.formed = formed;
      this.#link({ kind: 'use', feature, test }, test);
    }
  }

  #addConstraint(feature: KnownFeature, constraint: KnownFeature['constraints'][number]): void {
    const all: Test[] = [];
    const absent: Test[] = [];
    const betas: string[] = [];
    for (const part of constraint.all) {
      if ('beta' in part) betas.push(part.beta);
      else if ('absent' in part) {
        const test = this.#compileTest(part.absent);
        if (test) absent.push(test);
      } else {
        const test = this.#compileTest(part);
        // If one part cannot be met, neither can the constraint.
        if (!test) return;
        all.push(test);
      }
    }
    const link: Link = { kind: 'constraint', feature, constraint, all, absent, betas };
    const first = all.find((test) => test.probes.length > 0);
    if (first || absent.length === 0) this.#link(link, first ?? { probes: [] });
    else this.#byParams.push(link);
  }

  /** Compiles a condition; `undefined` if it cannot be met on this endpoint and platform. */
  #compileTest(rule: Rule): Test | undefined {
    const { at, platform, endpoint, model, apiVersion, unless, shape } = rule;
    if (platform && !platform.includes(this.#platform)) return undefined;
    if (endpoint ? !isAt(this.#route, endpoint) : at !== undefined && this.#route.params === 'none')
      return undefined;
    const values = rule.in ?? (rule.is === undefined ? [undefined] : [rule.is]);
    const except = unless && this.#compileTest(unless);
    return {
      probes: at === undefined ? [] : values.map((is) => this.#toProbe(at, { ...rule, is })),
      ...(model && { model }),
      ...(apiVersion && { apiVersion }),
      ...(except && { unless: except }),
      ...(shape && { shape }),
    };
  }

  #toProbe(
    at: string,
    { is, nonEmpty, above, where }: { [K in keyof Condition]?: Condition[K] | undefined },
  ): Probe {
    const key = JSON.stringify([at, is, nonEmpty, above, where]);
    let probe = this.#probes.get(key);
    if (!probe) {
      probe = { value: is, nonEmpty: nonEmpty === true, above, where, links: [] };
      this.#probes.set(key, probe);
      addProbe(this.#tree, at, probe);
    }
    return probe;
  }

  #link(link: Link, { probes }: Pick<Test, 'probes'>): void {
    if (probes.length === 0) this.#byEndpoint.push(link);
    for (const probe of probes) probe.links.push(link);
  }

  /**
   * Marks types that neither the SDK nor a rule knows as unknown, and lists the known keys of a
   * body.
   */
  #closeSurface(catalog: EngineCatalog<string>): ReadonlySet<string> {
    const { params, tools, blocks } = readSurface(catalog);
    closeValues(this.#tree, 'tools[].type', tools);
    closeValues(this.#tree, 'messages[].content[].**.type', blocks);
    const isForeign = catalog.platforms.get(this.#platform)?.operator !== 'anthropic';
    return new Set([...params, ...BETA_PARAMS, ...(isForeign ? PLATFORM_PARAMS : [])]);
  }
}

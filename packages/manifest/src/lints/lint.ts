/** The interface of a lint, and the lists that lints share. */
import { findNearest } from '@beta-headers/grammar';
import type { FeatureFile, ListFile, Lists, ManifestFile, Sources } from '../manifest-sources.ts';
import type { Problem } from '../problem.ts';
import type {
  AcceptanceClaim,
  Authored,
  AvailabilityClaim,
  BetaSource,
  Condition,
  Rule,
  Use,
} from '../schema/index.ts';
import type { Path } from '../yaml-source.ts';

/** A rule of the manifest. Its name is part of every problem that it reports. */
export interface Lint {
  readonly name: string;
  check(sources: Sources): Iterable<Problem>;
}

/** Computes a list once per manifest, because some forty lints share it. */
export function memoize<T>(collect: (sources: Sources) => T): (sources: Sources) => T {
  const known = new WeakMap<Sources, { readonly found: T }>();
  return (sources) => {
    const entry = known.get(sources) ?? { found: collect(sources) };
    known.set(sources, entry);
    return entry.found;
  };
}

/** A part of a feature file, and the path to it. */
interface In {
  readonly source: FeatureFile;
  readonly path: Path;
}

/** Lists the betas of all files. */
export const listBetas = memoize((sources): readonly (In & { readonly beta: BetaSource })[] =>
  sources.features.flatMap((source) =>
    source.data.betas.map((beta, index) => ({ source, beta, path: ['betas', index] })),
  ),
);

/** Lists the rules of `requires`. */
export const listRules = memoize(
  (sources): readonly (In & { readonly beta: BetaSource; readonly rule: Rule })[] =>
    listBetas(sources).flatMap(({ source, beta, path }) =>
      (beta.requires ?? []).map((rule, index) => ({
        source,
        beta,
        rule,
        path: [...path, 'requires', index],
      })),
    ),
);

/** Lists the rules of `uses` and `requires`. */
export const listUses = memoize((sources): readonly (In & { readonly use: Use })[] => [
  ...sources.features.flatMap((source) =>
    (source.data.uses ?? []).map((use, index) => ({ source, use, path: ['uses', index] })),
  ),
  ...listRules(sources).map(({ source, rule, path }) => ({ source, use: rule, path })),
]);

/** A condition on a request. `isException` is true for `unless` and `absent`. */
type ConditionIn = In & { readonly condition: Condition; readonly isException: boolean };

/** Lists the conditions on requests, including those inside rules, constraints and substitutes. */
export const listConditions = memoize((sources): readonly ConditionIn[] => [
  ...listConditionsOfUses(sources),
  ...listConditionsOfCombinations(sources),
]);

function* listConditionsOfUses(sources: Sources): Generator<ConditionIn> {
  for (const { source, use, path } of listUses(sources)) {
    yield { source, condition: use, path, isException: false };
    if (use.unless)
      yield { source, condition: use.unless, path: [...path, 'unless'], isException: true };
  }
}

function* listConditionsOfCombinations(sources: Sources): Generator<ConditionIn> {
  for (const source of sources.features) {
    const { constraints = [], substitutes = [] } = source.data;
    for (const [i, { all }] of constraints.entries()) {
      for (const [j, part] of all.entries()) {
        const path: Path = ['constraints', i, 'all', j];
        if ('absent' in part)
          yield { source, condition: part.absent, path: [...path, 'absent'], isException: true };
        else if (!('beta' in part)) yield { source, condition: part, path, isException: false };
      }
    }
    for (const [i, { when, unless }] of substitutes.entries()) {
      const path: Path = ['substitutes', i];
      yield { source, condition: when, path: [...path, 'when'], isException: false };
      if (unless) yield { source, condition: unless, path: [...path, 'unless'], isException: true };
    }
  }
}

/** A claim of either kind. */
export type Claim = AvailabilityClaim | AcceptanceClaim;

/** The claims about one platform, in their order. */
export interface ClaimList {
  readonly source: FeatureFile;
  readonly kind: 'availability' | 'acceptance';
  readonly platform: string;
  readonly claims: readonly Claim[];
  /** The path of the list. */
  readonly path: Path;
  /** Returns the path of one claim. A single claim is a list of one. */
  readonly pathOf: (index: number) => Path;
  /** The beta, if the claims are about acceptance. */
  readonly beta?: BetaSource;
}

/** Lists the claims about features and values, by platform. */
export const listClaimLists = memoize((sources): readonly ClaimList[] => [
  ...sources.features.flatMap((source) =>
    toClaimLists('availability', source, source.data.availability, []),
  ),
  ...listBetas(sources).flatMap(({ source, beta, path }) =>
    toClaimLists('acceptance', source, beta.acceptance, path, beta),
  ),
]);

function toClaimLists(
  kind: ClaimList['kind'],
  source: FeatureFile,
  written: Authored<Claim> | undefined,
  base: Path,
  beta?: BetaSource,
): ClaimList[] {
  if (!written) return [];
  return Object.entries(written).map(([platform, value]) => {
    const path = [...base, kind, platform];
    const isList = Array.isArray(value);
    return {
      source,
      kind,
      platform,
      claims: isList ? value : [value],
      path,
      pathOf: (index) => (isList ? [...path, index] : path),
      ...(beta && { beta }),
    };
  });
}

/** A list of claims of any kind, in which the first match counts. */
export interface OrderedList {
  readonly file: ManifestFile;
  /** The name of the list in messages. */
  readonly subject: string;
  readonly claims: readonly (Pick<Claim, 'endpoint' | 'evidence'> & { readonly status: string })[];
  readonly pathOf: (index: number) => Path;
  /** True if the list of another platform follows. */
  readonly isFollowed?: boolean;
}

/** Lists the claims about features, values and the endpoints of platforms. */
export const listOrderedLists = memoize((sources): readonly OrderedList[] => [
  ...listClaimLists(sources).map(({ source, kind, platform, claims, pathOf }) => ({
    file: source,
    subject: `the ${kind} on ${platform}`,
    claims,
    pathOf,
  })),
  ...listEntries(sources, 'platforms').flatMap(({ file, data, path }) =>
    data.endpoints
      ? [
          {
            file,
            subject: `the endpoints of ${data.id}`,
            isFollowed: data.like !== undefined,
            claims: data.endpoints,
            pathOf: (index: number): Path => [...path, 'endpoints', index],
          },
        ]
      : [],
  ),
]);

type EntryOf<K extends keyof Lists> = Lists[K] extends readonly ListFile<infer T>[] ? T : never;

/** Lists the entries of a list, each with its file. */
export function listEntries<K extends keyof Lists>(
  sources: Sources,
  list: K,
): readonly {
  readonly file: ListFile<EntryOf<K>>;
  readonly data: EntryOf<K>;
  readonly path: Path;
}[] {
  const files = sources.lists[list] as readonly ListFile<EntryOf<K>>[];
  return files.flatMap((file) => file.entries.map(({ data, path }) => ({ file, data, path })));
}

/** An endpoint pattern, and its place. */
export interface EndpointIn {
  readonly file: ManifestFile;
  readonly endpoint: string;
  readonly path: Path;
}

/** Lists the endpoints of conditions, claims, betas and platforms. */
export function* listEndpointPlaces(sources: Sources): Generator<EndpointIn> {
  const each = function* (file: ManifestFile, value: string | string[] | undefined, path: Path) {
    for (const [i, endpoint] of [value ?? []].flat().entries())
      yield { file, endpoint, path: Array.isArray(value) ? [...path, i] : path };
  };
  for (const { source, condition, path } of listConditions(sources))
    yield* each(source, condition.endpoint, [...path, 'endpoint']);
  for (const { source, claims, pathOf } of listClaimLists(sources))
    for (const [i, { endpoint }] of claims.entries())
      yield* each(source, endpoint, [...pathOf(i), 'endpoint']);
  for (const { source, beta, path } of listBetas(sources)) {
    yield* each(source, beta.sdk?.sends, [...path, 'sdk', 'sends']);
    yield* each(source, beta.selectsAt, [...path, 'selectsAt']);
  }
  for (const { file, data, path } of listEntries(sources, 'platforms'))
    for (const [i, { endpoint }] of (data.endpoints ?? []).entries())
      yield* each(file, endpoint, [...path, 'endpoints', i, 'endpoint']);
  for (const { file, data, path } of listEntries(sources, 'surface'))
    if (data.kind === 'endpoint') yield* each(file, data.name, [...path, 'name']);
}

/** Lists the texts of the files that do not match their schema. */
export const listBrokenTexts = memoize(({ features, lists }): readonly string[] => {
  const files: ManifestFile[] = [...features, ...Object.values(lists).flat()];
  return files.flatMap(({ brokenText }) => brokenText ?? []);
});

/** Collects the ids of all files, including those of broken entries. */
export const collectIds = memoize(
  (sources): ReadonlySet<string> =>
    new Set(
      sources.features.flatMap((source) => [
        ...source.data.betas.map((beta) => beta.id),
        ...source.brokenIds,
      ]),
    ),
);

/** Suggests a fix for an unknown name. */
export function suggestName(name: string, known: Iterable<string>): string {
  const close = findNearest(name, known);
  return close === undefined
    ? 'define it, or write a name that is defined'
    : `write \`${close}\`, or define \`${name}\``;
}

/** Finds the cycle of a chain of names that leads back to its start. */
export function findCycle(
  start: string,
  next: ReadonlyMap<string, string | undefined>,
): string[] | undefined {
  const chain = [start];
  for (let id = next.get(start); id !== undefined; id = next.get(id)) {
    if (id === start) return [...chain, id];
    if (chain.includes(id)) return undefined;
    chain.push(id);
  }
  return undefined;
}

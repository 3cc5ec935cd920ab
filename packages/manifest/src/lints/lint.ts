/** The form of a lint, and the ways through the files that lints share. */
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
} from '../schema.ts';
import type { Path } from '../yaml-source.ts';

/** One rule of the manifest. Its name is behind every problem that it finds. */
export interface Lint {
  readonly name: string;
  check(sources: Sources): Iterable<Problem>;
}

/** Some forty lints go the same ways, so each way is walked once. */
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

/** Every beta of every file. */
export const listBetas = memoize((sources): readonly (In & { readonly beta: BetaSource })[] =>
  sources.features.flatMap((source) =>
    source.data.betas.map((beta, index) => ({ source, beta, path: ['betas', index] })),
  ),
);

/** Every rule of `requires`. */
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

/** Every rule of `uses` and `requires`. */
export const listUses = memoize((sources): readonly (In & { readonly use: Use })[] => [
  ...sources.features.flatMap((source) =>
    (source.data.uses ?? []).map((use, index) => ({ source, use, path: ['uses', index] })),
  ),
  ...listRules(sources).map(({ source, rule, path }) => ({ source, use: rule, path })),
]);

/** A condition on a request; `isException` where it is met by what the whole is not about. */
type ConditionIn = In & { readonly condition: Condition; readonly isException: boolean };

/** Every condition on a request, also those inside of rules, constraints and substitutes. */
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
  /** The path to all of them. */
  readonly path: Path;
  /** The path to one of them; a single claim is a list of one. */
  readonly pathOf: (index: number) => Path;
  /** The beta whose value is accepted or not. */
  readonly beta?: BetaSource;
}

/** Every list of claims about a feature or a value. */
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

/** A list of which the first match counts, whatever it claims. */
export interface OrderedList {
  readonly file: ManifestFile;
  /** The words for it in messages. */
  readonly subject: string;
  readonly claims: readonly (Pick<Claim, 'endpoint' | 'evidence'> & { readonly status: string })[];
  readonly pathOf: (index: number) => Path;
  /** The list of another platform comes behind it. */
  readonly isFollowed?: boolean;
}

/** Every list of claims about a feature, a value or the endpoints of a platform. */
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

/** Every entry of a list, with its file. */
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

/** The texts of the files that do not fit their schema. */
export const listBrokenTexts = memoize(({ features, lists }): readonly string[] => {
  const files: ManifestFile[] = [...features, ...Object.values(lists).flat()];
  return files.flatMap(({ brokenText }) => brokenText ?? []);
});

/** Every id that some file defines, also where its entry is broken. */
export const collectIds = memoize(
  (sources): ReadonlySet<string> =>
    new Set(
      sources.features.flatMap((source) => [
        ...source.data.betas.map((beta) => beta.id),
        ...source.brokenIds,
      ]),
    ),
);

/** Says how to fix a name that nobody knows. */
export function suggestName(name: string, known: Iterable<string>): string {
  const close = findNearest(name, known);
  return close === undefined
    ? 'define it, or write a name that is defined'
    : `write \`${close}\`, or define \`${name}\``;
}

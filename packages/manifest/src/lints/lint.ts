/** The form of a lint, and the ways through the files that lints share. */
import { findNearest } from '@beta-headers/grammar';
import type { Problem } from '../problem.ts';
import type {
  AcceptanceClaim,
  AvailabilityClaim,
  BetaSource,
  Condition,
  Evidence,
  Rule,
  Use,
  Written,
} from '../schema.ts';
import type { Path } from '../source.ts';
import type { FeatureFile, ListFile, Lists, ManifestFile, Sources } from '../sources.ts';
import { walkValues } from '../walk.ts';

/** One rule of the manifest. Its name is behind every problem that it finds. */
export interface Lint {
  readonly name: string;
  check(sources: Sources): Iterable<Problem>;
}

/** A part of a feature file, and the path to it. */
interface In {
  readonly source: FeatureFile;
  readonly path: Path;
}

/** Every beta of every file. */
export function* eachBeta(sources: Sources): Generator<In & { readonly beta: BetaSource }> {
  for (const source of sources.features) {
    for (const [index, beta] of source.data.betas.entries())
      yield { source, beta, path: ['betas', index] };
  }
}

/** Every rule of `requires`. */
export function* eachRule(
  sources: Sources,
): Generator<In & { readonly beta: BetaSource; readonly rule: Rule }> {
  for (const { source, beta, path } of eachBeta(sources)) {
    for (const [index, rule] of (beta.requires ?? []).entries())
      yield { source, beta, rule, path: [...path, 'requires', index] };
  }
}

/** Every rule of `uses` and `requires`. */
export function* eachUse(sources: Sources): Generator<In & { readonly use: Use }> {
  for (const source of sources.features) {
    for (const [index, use] of (source.data.uses ?? []).entries())
      yield { source, use, path: ['uses', index] };
  }
  for (const { source, rule, path } of eachRule(sources)) yield { source, use: rule, path };
}

/** Every condition on a request, also those inside of rules, constraints and substitutes. */
export function* eachCondition(
  sources: Sources,
): Generator<In & { readonly condition: Condition; readonly isUnless: boolean }> {
  for (const { source, use, path } of eachUse(sources)) {
    yield { source, condition: use, path, isUnless: false };
    if (use.unless)
      yield { source, condition: use.unless, path: [...path, 'unless'], isUnless: true };
  }
  for (const source of sources.features) {
    const { constraints = [], substitutes = [] } = source.data;
    for (const [i, { all }] of constraints.entries()) {
      for (const [j, part] of all.entries()) {
        const path: Path = ['constraints', i, 'all', j];
        if ('absent' in part)
          yield { source, condition: part.absent, path: [...path, 'absent'], isUnless: true };
        else if (!('beta' in part)) yield { source, condition: part, path, isUnless: false };
      }
    }
    for (const [i, { when, unless }] of substitutes.entries()) {
      const path: Path = ['substitutes', i];
      yield { source, condition: when, path: [...path, 'when'], isUnless: false };
      if (unless) yield { source, condition: unless, path: [...path, 'unless'], isUnless: true };
    }
  }
}

/** A claim of either kind. */
export type Claim = AvailabilityClaim | AcceptanceClaim;

/** The claims about one platform, in their order. */
export interface ClaimList<C extends Claim = Claim> extends In {
  readonly kind: 'availability' | 'acceptance';
  readonly platform: string;
  readonly claims: readonly C[];
  /** The beta whose value is accepted or not. */
  readonly beta?: BetaSource;
  /** The path to a claim. */
  readonly pathOf: (index: number) => Path;
}

/** A list of which the first match counts, whatever it claims. */
export interface OrderedList {
  readonly file: ManifestFile;
  /** What it is about, for messages. */
  readonly subject: string;
  readonly claims: readonly (Pick<Claim, 'endpoint' | 'evidence'> & { readonly status: string })[];
  readonly pathOf: (index: number) => Path;
}

/** Every list of claims about a feature, a value or the endpoints of a platform. */
export function* eachOrderedList(sources: Sources): Generator<OrderedList> {
  for (const { source, kind, platform, claims, pathOf } of eachClaimList(sources))
    yield { file: source, subject: `the ${kind} on ${platform}`, claims, pathOf };
  for (const { file, data, path } of eachEntry(sources, 'platforms')) {
    if (!data.endpoints) continue;
    yield {
      file,
      subject: `the endpoints of ${data.id}`,
      claims: data.endpoints,
      pathOf: (index) => [...path, 'endpoints', index],
    };
  }
}

/** Every list of claims; a single claim is a list of one. */
export function* eachClaimList(sources: Sources): Generator<ClaimList> {
  for (const source of sources.features)
    yield* listsOf('availability', source, source.data.availability, []);
  for (const { source, beta, path } of eachBeta(sources)) {
    for (const list of listsOf('acceptance', source, beta.acceptance, path))
      yield { ...list, beta };
  }
}

function* listsOf(
  kind: ClaimList['kind'],
  source: FeatureFile,
  written: Written<Claim> | undefined,
  base: Path,
): Generator<ClaimList> {
  for (const [platform, value] of Object.entries(written ?? {})) {
    const path = [...base, kind, platform];
    const isList = Array.isArray(value);
    yield {
      kind,
      source,
      path,
      platform,
      claims: isList ? value : [value],
      pathOf: (index) => (isList ? [...path, index] : path),
    };
  }
}

/** Every claim. */
export function* eachClaim(
  sources: Sources,
): Generator<ClaimList & { readonly claim: Claim; readonly at: Path }> {
  for (const list of eachClaimList(sources)) {
    for (const [index, claim] of list.claims.entries())
      yield { ...list, claim, at: list.pathOf(index) };
  }
}

/** A citation, and where it is. */
export interface Citation {
  readonly file: ManifestFile;
  readonly evidence: Evidence;
  /** The list that holds it, and its place there. */
  readonly list: readonly Evidence[];
  /** The path to it; asked for during the visit, before the walk goes on. */
  readonly path: () => Path;
}

/** Calls `visit` for every citation of every file. */
export function visitCitations(sources: Sources, visit: (citation: Citation) => void): void {
  const { platforms, models, errors } = sources.lists;
  const inTree = (file: ManifestFile, root: unknown, base: Path): void =>
    walkValues(root, (key, value, path) => {
      if (key !== 'evidence' || !Array.isArray(value)) return;
      for (const [index, evidence] of (value as Evidence[]).entries())
        visit({ file, evidence, list: value, path: () => [...base, ...path(), index] });
      return false;
    });
  for (const file of sources.features) inTree(file, file.data, []);
  for (const file of [...platforms, ...models, ...errors])
    for (const { data, path } of file.entries) inTree(file, data, path);
}

/** Every file of a list with its entries. */
export function* eachEntry<K extends keyof Lists>(
  sources: Sources,
  list: K,
): Generator<{
  readonly file: ListFile<EntryOf<K>>;
  readonly data: EntryOf<K>;
  readonly path: Path;
}> {
  for (const file of sources.lists[list] as readonly ListFile<EntryOf<K>>[])
    for (const { data, path } of file.entries) yield { file, data, path };
}

type EntryOf<K extends keyof Lists> = Lists[K] extends readonly ListFile<infer T>[] ? T : never;

/** Every file that does not fit its schema. */
export function brokenFiles({ features, lists }: Sources): ManifestFile[] {
  return [...features, ...Object.values(lists).flat()].filter(
    ({ brokenText }: ManifestFile) => brokenText !== undefined,
  );
}

/** Every id that some file defines, also where its entry is broken. */
export function knownIds(sources: Sources): Set<string> {
  return new Set(
    sources.features.flatMap((source) => [
      ...source.data.betas.map((beta) => beta.id),
      ...source.brokenIds,
    ]),
  );
}

/** How to fix a name that nobody knows. */
export function fixName(name: string, known: Iterable<string>): string {
  const close = findNearest(name, known);
  return close === undefined
    ? 'define it, or write a name that is defined'
    : `write \`${close}\`, or define \`${name}\``;
}

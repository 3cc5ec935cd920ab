/** Compares the feature metadata of the docs with the claims of the Catalog. Pure. */
import type {
  Catalog,
  CatalogAvailability,
  CatalogBeta,
  CatalogFeature,
  Evidence,
} from '@beta-headers/manifest';
import type { Copy } from './copies.ts';
import { type DocsStatus, findExcluded, findPlatforms } from './labels.ts';
import { type At, type PagePlatform, parsePageUrl } from './page.ts';

/** A place where a copy and the manifest differ. */
export interface Difference {
  readonly feature: string;
  readonly fact: 'header' | 'zdr' | 'models' | 'platform';
  /** `missing`: the manifest has no claim. `label`: only the name of the status differs. */
  readonly kind: 'missing' | 'contradiction' | 'label';
  readonly page: string;
  readonly manifest: string;
  readonly path: string;
  readonly line: number;
  readonly day?: string;
  /** The manifest cites a page that was read on this day, after the copy was made. */
  readonly newer?: string;
}

/** The pages that were compared with a feature, those that no feature names, and what differs. */
export interface Comparison {
  readonly compared: readonly { readonly path: string; readonly features: readonly string[] }[];
  readonly unclaimed: readonly Copy[];
  readonly differences: readonly Difference[];
  /** Labels and words that are in no table. */
  readonly unread: readonly string[];
}

/** Compares each copy with every feature that its header or its address names. */
export function compareDocs(copies: readonly Copy[], catalog: Catalog): Comparison {
  const labels = new Set(
    copies.flatMap(({ facts }) => facts.platforms.map(({ value }) => value.label)),
  );
  const context: Context = {
    catalog,
    labels,
    betas: mapBetas(catalog),
    days: mapReadingDays(catalog),
  };
  const compared: { path: string; features: string[] }[] = [];
  const unclaimed: Copy[] = [];
  const differences: Difference[] = [];
  const unread = new Set<string>();
  for (const copy of copies) {
    for (const what of copy.facts.unread) unread.add(`${copy.path} ${what}`);
    for (const { value, line } of copy.facts.platforms)
      if (!findPlatforms(value.label, labels))
        unread.add(`${copy.path} line ${line}: the platform \`${value.label}\``);
    const features = findFeatures(copy, context);
    if (features.length === 0) unclaimed.push(copy);
    else compared.push({ path: copy.path, features: features.map(({ name }) => name) });
    for (const feature of features) differences.push(...findDifferences(copy, feature, context));
  }
  return {
    compared,
    unclaimed,
    differences: differences.sort(compareByFeature),
    unread: [...unread],
  };
}

interface Context {
  readonly catalog: Catalog;
  /** Every label of every copy, to find the platforms that a copy distinguishes. */
  readonly labels: ReadonlySet<string>;
  readonly betas: ReadonlyMap<string, CatalogBeta>;
  /** The day on which each page was read, by the id of its source; pinned copies have none. */
  readonly days: ReadonlyMap<string, string>;
}

const mapBetas = (catalog: Catalog): Map<string, CatalogBeta> =>
  new Map(catalog.betas.map((beta) => [beta.id, beta]));

/** Finds the day on which each page was read: a copy in a repository is older. */
function mapReadingDays(catalog: Catalog): Map<string, string> {
  return new Map(
    catalog.sources.flatMap((source): [string, string][] =>
      'url' in source && !source.url.startsWith('https://github.com/')
        ? [[source.id, source.checked]]
        : [],
    ),
  );
}

/** Finds the features of the headers that a page names; without one, those that name the page. */
function findFeatures({ facts }: Copy, { catalog, betas }: Context): CatalogFeature[] {
  const named = new Set(facts.headers.flatMap(({ value }) => betas.get(value)?.feature ?? []));
  if (named.size > 0) return catalog.features.filter(({ name }) => named.has(name));
  const isPage = (url: string): boolean => parsePageUrl(url)?.page === facts.page;
  const ofBetas = new Set(
    catalog.betas.filter(({ docs }) => isPage(docs)).map(({ feature }) => feature),
  );
  return catalog.features.filter(({ name, docs }) => isPage(docs) || ofBetas.has(name));
}

type Found = Pick<Difference, 'fact' | 'kind' | 'page' | 'manifest' | 'line'> & {
  readonly evidence?: readonly Evidence[] | undefined;
};

function findDifferences(copy: Copy, feature: CatalogFeature, context: Context): Difference[] {
  return [
    ...compareHeaders(copy, feature, context),
    ...compareZdr(copy, feature),
    ...compareModels(copy, feature),
    ...comparePlatforms(copy, feature, context),
  ].map(({ evidence, ...found }) => {
    const read = (evidence ?? []).flatMap(({ source }) => context.days.get(source) ?? []);
    const newest = read.sort().at(-1);
    const isNewer = newest !== undefined && copy.day !== undefined && newest > copy.day;
    return {
      feature: feature.name,
      ...found,
      path: copy.path,
      ...(copy.day !== undefined && { day: copy.day }),
      ...(isNewer && { newer: newest }),
    };
  });
}

const NEEDED: ReadonlySet<string> = new Set(['beta', 'preview']);

function* compareHeaders(
  { facts }: Copy,
  feature: CatalogFeature,
  context: Context,
): Generator<Found> {
  for (const { value, line } of facts.headers) {
    const beta = context.betas.get(value);
    const said = { fact: 'header', page: `the beta header ${value}`, line } as const;
    if (!beta) yield { ...said, kind: 'missing', manifest: 'nothing of this value' };
    else if (!NEEDED.has(beta.stage))
      yield {
        ...said,
        kind: 'contradiction',
        manifest: `the stage ${beta.stage}`,
        evidence: [...beta.evidence, ...(beta.graduated?.evidence ?? [])],
      };
  }
  const isGeneral = facts.status === undefined || facts.status.value === 'ga';
  if (facts.headers.length > 0 || !isGeneral) return;
  const beta = context.betas.get(feature.default);
  if (!beta || !NEEDED.has(beta.stage)) return;
  yield {
    fact: 'header',
    kind: 'contradiction',
    page: `${facts.status ? 'the status ga and ' : ''}no beta header`,
    manifest: `${beta.id} in the stage ${beta.stage}`,
    line: facts.status?.line ?? facts.line,
    evidence: beta.evidence,
  };
}

function* compareZdr({ facts }: Copy, { zdr }: CatalogFeature): Generator<Found> {
  if (!facts.zdr || facts.zdr.value.eligible === zdr?.eligible) return;
  yield {
    fact: 'zdr',
    kind: zdr ? 'contradiction' : 'missing',
    page: `${describeEligible(facts.zdr.value.eligible)}${describeNote(facts.zdr.value.note)}`,
    manifest: zdr ? describeEligible(zdr.eligible) : 'nothing',
    line: facts.zdr.line,
    evidence: zdr?.evidence,
  };
}

const describeEligible = (eligible: boolean): string => (eligible ? 'eligible' : 'not eligible');
const describeNote = (note: string | undefined): string =>
  note === undefined ? '' : `, with the note “${note}”`;

function* compareModels({ facts }: Copy, { models }: CatalogFeature): Generator<Found> {
  if (!facts.models) return;
  const { value, line } = facts.models;
  if (!models) {
    yield { fact: 'models', kind: 'missing', page: value.join(', '), manifest: 'nothing', line };
    return;
  }
  const added = value.filter((id) => !models.only.includes(id));
  const left = models.only.filter((id) => !value.includes(id));
  if (added.length + left.length === 0) return;
  yield {
    fact: 'models',
    kind: 'contradiction',
    page: added.length > 0 ? `also ${added.join(', ')}` : 'no more than the manifest',
    manifest: left.length > 0 ? `also ${left.join(', ')}` : 'no more than the page',
    line,
    evidence: models.evidence,
  };
}

function* comparePlatforms(
  { facts }: Copy,
  feature: CatalogFeature,
  { labels }: Context,
): Generator<Found> {
  const listsOf = (ids: readonly string[]): Claims[] =>
    ids.flatMap((id) => {
      const claims = feature.availability[id];
      return claims ? [{ id, claims }] : [];
    });
  for (const { value, line } of facts.platforms) {
    const lists = listsOf(findPlatforms(value.label, labels) ?? []);
    if (lists.length > 0) yield* comparePlatform({ value, line }, lists);
    for (const list of listsOf(findExcluded(value.label, value.note)))
      yield* comparePlatform({ value: { ...value, status: 'unavailable' }, line }, [list]);
  }
}

interface Claims {
  readonly id: string;
  readonly claims: readonly CatalogAvailability[];
}

/** A feature may be available on one platform of a label; it is unavailable on all of them. */
function* comparePlatform(
  { value, line }: At<PagePlatform>,
  lists: readonly Claims[],
): Generator<Found> {
  const { label, status, note } = value;
  const page = `${label}: ${WORDS[status]}${describeNote(note)}`;
  const differing =
    status === 'unavailable'
      ? lists.filter(({ claims }) => claims.some((claim) => claim.status !== 'unavailable'))
      : lists.some(({ claims }) => claims.some((claim) => claim.status === 'available'))
        ? []
        : lists;
  const found = { fact: 'platform', page, line } as const;
  if (differing.length > 0) {
    const isUnknown = differing.every(({ claims }) =>
      claims.every((claim) => claim.status === 'unknown' || claim.status === 'unavailable'),
    );
    const isSilent =
      isUnknown &&
      differing.some(({ claims }) => claims.some((claim) => claim.status === 'unknown'));
    yield {
      ...found,
      kind: isSilent ? 'missing' : 'contradiction',
      manifest: differing.map(describeClaims).join('; '),
      evidence: differing.flatMap(({ claims }) => claims.flatMap((claim) => claim.evidence)),
    };
    return;
  }
  if (status === 'unavailable') return;
  const named = lists.flatMap(({ claims }) =>
    claims.filter((claim) => claim.status === 'available'),
  );
  if (named.some((claim) => claim.label === status)) return;
  yield {
    ...found,
    kind: 'label',
    manifest: lists.map(describeClaims).join('; '),
    evidence: named.flatMap((claim) => claim.evidence),
  };
}

const WORDS: Readonly<Record<DocsStatus, string>> = {
  ga: 'generally available',
  beta: 'beta',
  preview: 'preview',
  unavailable: 'not available',
};

/** The last claim is the one that applies where no other does. */
function describeClaims({ id, claims }: Claims): string {
  const last = claims.at(-1);
  const others = new Set(claims.slice(0, -1).map(({ status }) => status));
  return [
    id,
    last?.status ?? 'unknown',
    ...(last?.label === undefined ? [] : [`(${last.label})`]),
    ...(last?.derivedFrom === undefined ? [] : [`as ${last.derivedFrom}`]),
    ...(others.size > 0 ? [`and ${[...others].join(' or ')} in some cases`] : []),
  ].join(' ');
}

const compareByFeature = (a: Difference, b: Difference): number =>
  a.feature === b.feature ? 0 : a.feature < b.feature ? -1 : 1;

/** The Catalog: everything the manifest says and everything that follows from it, immutable, sorted, complete. */
import { constantName, splitBetaId } from '@beta-headers/grammar';
import { compare } from './problem.ts';
import type {
  BetaSource,
  Conflict,
  Evidence,
  Family,
  FeatureSource,
  Localized,
  Platform,
  PlatformClaim,
  Rule,
  Stage,
  Trap,
} from './schema.ts';
import type { Sources } from './sources.ts';
import { PLATFORMS } from './vocabulary.ts';

/** A rule with its endpoints always as a list. */
export interface CatalogRule extends Omit<Rule, 'endpoint'> {
  readonly endpoint?: readonly string[];
}

/** A claim about a platform; `unknown` with no evidence where nobody claims anything. */
export type CatalogClaim = PlatformClaim;

/** A dated fact: graduated, released, retired. */
export type CatalogEvent = NonNullable<BetaSource['released']>;

/** A beta, with everything that follows from what people wrote. Absent: nobody says so. */
export interface CatalogBeta {
  /** The exact header value. */
  readonly id: string;
  /** The name of its feature. */
  readonly feature: string;
  /** The date in the id, YYYY-MM-DD. */
  readonly date: string;
  /** `MCP_CLIENT_2025_11_20` */
  readonly constant: string;
  readonly stage: Stage;
  /** No official page explains it, and nothing but where it was seen is claimed. */
  readonly undocumented: boolean;
  /** Another date of its feature does not do instead: the two are different mechanisms. */
  readonly independent: boolean;
  /** Its own, or that of the feature. */
  readonly title: Localized;
  /** Its own, or that of the feature. */
  readonly summary: Localized;
  /** Its own page, or that of the feature. */
  readonly docs: string;
  /** The beta to use instead. */
  readonly supersededBy?: string;
  /** The betas that name this one in `supersededBy`. */
  readonly supersedes: readonly string[];
  /** The betas whose rules accept this one as a choice. */
  readonly chosenFor: readonly string[];
  /** When it came. */
  readonly released?: CatalogEvent;
  /** When the feature stopped needing it. */
  readonly graduated?: CatalogEvent;
  /** When it stopped doing anything. */
  readonly retired?: CatalogEvent;
  /** The first SDK release that knows it, the one that deprecates it, and the endpoints (`GET /v1/files`) that the SDK sends it to without needing it. */
  readonly sdk: {
    readonly since?: string | undefined;
    readonly deprecated?: string | undefined;
    readonly sends: readonly string[];
  };
  /** What in a request needs it; empty where nothing does, or nobody knows what. */
  readonly opens: readonly CatalogRule[];
  /** What it opened once; errors still speak of it. */
  readonly formerly?: readonly CatalogRule[];
  /** The older response shape that it selects, in words. */
  readonly selects?: Localized;
  /** The endpoints whose answers have that shape. */
  readonly selectsAt: readonly string[];
  /** The only models that it works with. */
  readonly models?: BetaSource['models'];
  /** Every platform, in the order of PLATFORMS. */
  readonly platforms: Readonly<Record<Platform, CatalogClaim>>;
  /** The betas that an endpoint refuses beside it. */
  readonly conflicts: readonly Conflict[];
  /** Requests that are refused although it is sent. */
  readonly traps: readonly Trap[];
  /** A page on how to leave it. */
  readonly migration?: string;
  readonly notes?: Localized;
  /** What a person must still decide; empty in a release. */
  readonly review: readonly string[];
  readonly evidence: readonly Evidence[];
  /** An overlay of the user's own, not the published manifest, defines it. */
  readonly overlay: boolean;
}

/** A capability, and the row of betas that opens it. */
export interface CatalogFeature {
  /** `mcp-client`: what its betas begin with, and what `betas()` takes. */
  readonly name: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly family: Family;
  /** The page that explains it. */
  readonly docs: string;
  readonly notes?: Localized;
  /** Ids, oldest first. */
  readonly betas: readonly string[];
  /** The newest beta that people may use: what `betas('feature')` and `Latest<'feature'>` mean. */
  readonly latest: string;
  /** An overlay of the user's own defines it. */
  readonly overlay: boolean;
}

/** A place where Claude can be called. */
export interface CatalogPlatform {
  readonly id: Platform;
  readonly title: string;
  readonly summary: Localized;
  readonly docs: string;
  /** Where it wants the betas: in the header, or as `anthropic_beta` in the body. */
  readonly placement: 'header' | 'body';
  readonly placementNote?: Localized | undefined;
  readonly evidence: readonly Evidence[];
}

/** A model that rules and claims may name. */
export interface CatalogModel {
  /** As the Claude API names it, without a date. */
  readonly id: string;
  readonly title: string;
  /** The end of life that was announced; past it the model may still answer. */
  readonly retires?: string | undefined;
  /** The day it stopped answering. */
  readonly retired?: string | undefined;
  readonly evidence: readonly Evidence[];
}

/** Everything that the manifest says. */
export interface Catalog {
  /** Grows when the shape of this object changes in a way that a reader must know. */
  readonly schemaVersion: 1;
  /** By name. */
  readonly features: readonly CatalogFeature[];
  /** By feature, then oldest first. */
  readonly betas: readonly CatalogBeta[];
  readonly platforms: readonly CatalogPlatform[];
  /** By id. */
  readonly models: readonly CatalogModel[];
}

/** Builds the Catalog from sources that passed every lint. */
export function buildCatalog(sources: Sources): Catalog {
  const links = collectLinks(sources);
  const features = sources.features
    .map((source) => ({ source, feature: toFeature(source.data, source.overlay) }))
    .sort((a, b) => compare(a.feature.name, b.feature.name));
  const byId = (a: { id: string }, b: { id: string }): number => compare(a.id, b.id);
  return deepFreeze({
    schemaVersion: 1,
    features: features.map(({ feature }) => feature),
    betas: features.flatMap(({ source }) =>
      byDate(source.data.betas).map((beta) => toBeta(source.data, beta, source.overlay, links)),
    ),
    platforms: PLATFORMS.flatMap(
      (id) => sources.platforms?.data.platforms.find((platform) => platform.id === id) ?? [],
    ),
    models: [...(sources.models?.data.models ?? [])].sort(byId),
  });
}

interface Links {
  readonly supersedes: ReadonlyMap<string, readonly string[]>;
  readonly chosenFor: ReadonlyMap<string, readonly string[]>;
}

function collectLinks(sources: Sources): Links {
  const supersedes = new Map<string, string[]>();
  const chosenFor = new Map<string, string[]>();
  const link = (map: Map<string, string[]>, from: string, to: string): void => {
    const known = map.get(from);
    if (!known) map.set(from, [to]);
    else if (!known.includes(to)) known.push(to);
  };
  for (const { data } of sources.features) {
    for (const beta of data.betas) {
      if (beta.supersededBy) link(supersedes, beta.supersededBy, beta.id);
      for (const choice of beta.opens?.flatMap((rule) => rule.choice ?? []) ?? []) {
        if (choice !== beta.id) link(chosenFor, choice, beta.id);
      }
    }
  }
  for (const map of [supersedes, chosenFor]) for (const ids of map.values()) ids.sort(compare);
  return { supersedes, chosenFor };
}

function toFeature(source: FeatureSource, overlay: boolean): CatalogFeature {
  const betas = byDate(source.betas);
  const usable = betas.filter(
    (beta) => !beta.undocumented && !['internal', 'retired'].includes(beta.stage),
  );
  return {
    name: source.feature,
    title: source.title,
    summary: source.summary,
    family: source.family,
    docs: source.docs,
    ...(source.notes && { notes: source.notes }),
    betas: betas.map((beta) => beta.id),
    latest: (
      (usable.filter(isEverywhereName).at(-1) ?? usable.at(-1) ?? betas.at(-1)) as BetaSource
    ).id,
    overlay,
  };
}

/** Whether the Claude API itself may know the name; false for what only another platform calls it. */
function isEverywhereName(beta: BetaSource): boolean {
  return beta.platforms?.['claude-api']?.accepts !== false;
}

function toBeta(
  feature: FeatureSource,
  beta: BetaSource,
  overlay: boolean,
  links: Links,
): CatalogBeta {
  const {
    id,
    stage,
    supersededBy,
    released,
    graduated,
    retired,
    selects,
    models,
    migration,
    notes,
  } = beta;
  return {
    id,
    feature: feature.feature,
    date: dateOf(id),
    constant: constantName(id),
    stage,
    undocumented: beta.undocumented ?? false,
    independent: beta.independent ?? false,
    title: beta.title ?? feature.title,
    summary: beta.summary ?? feature.summary,
    docs: beta.docs ?? feature.docs,
    ...(supersededBy && { supersededBy }),
    supersedes: links.supersedes.get(id) ?? [],
    chosenFor: links.chosenFor.get(id) ?? [],
    ...(released && { released }),
    ...(graduated && { graduated }),
    ...(retired && { retired }),
    sdk: { ...beta.sdk, sends: beta.sdk?.sends ?? [] },
    opens: (beta.opens ?? []).map(toRule),
    ...(beta.formerly && { formerly: beta.formerly.map(toRule) }),
    ...(selects && { selects }),
    selectsAt: beta.selectsAt ?? [],
    ...(models && { models }),
    platforms: completeClaims(beta),
    conflicts: beta.conflicts ?? [],
    traps: beta.traps ?? [],
    ...(migration && { migration }),
    ...(notes && { notes }),
    review: beta.review ?? [],
    evidence: beta.evidence,
    overlay,
  };
}

function toRule({ endpoint, ...rule }: Rule): CatalogRule {
  return endpoint === undefined ? rule : { ...rule, endpoint: [endpoint].flat() };
}

function completeClaims(beta: BetaSource): Record<Platform, CatalogClaim> {
  return Object.fromEntries(
    PLATFORMS.map((platform) => [
      platform,
      beta.platforms?.[platform] ?? { accepts: 'unknown', evidence: [] },
    ]),
  ) as Record<Platform, CatalogClaim>;
}

function byDate(betas: readonly BetaSource[]): BetaSource[] {
  return [...betas].sort((a, b) => compare(dateOf(a.id), dateOf(b.id)) || compare(a.id, b.id));
}

const dateOf = (id: string): string => splitBetaId(id)?.date ?? '';

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key in value) deepFreeze(value[key]);
  }
  return value;
}

/** Extends the catalog with private data. */
import { type Removal, splitBetaId } from '@beta-headers/grammar';
import { defaultCatalog } from './catalog.ts';
import { toHostPattern } from './decode.ts';
import { checkOverlay } from './overlay-check.ts';
import type {
  AcceptanceStatus,
  AvailabilityStatus,
  BetaName,
  Claim,
  Condition,
  EngineCatalog,
  KnownBeta,
  KnownFeature,
  Rule,
} from './types.ts';

/**
 * The acceptance of a beta: the status alone, one claim, or several claims of which the first that
 * applies counts.
 */
export type OverlayAcceptance = AcceptanceStatus | OverlayClaim<AcceptanceStatus>;
/**
 * The availability of a feature: the status alone, one claim, or several claims of which the first
 * that applies counts.
 */
export type OverlayAvailability = AvailabilityStatus | OverlayClaim<AvailabilityStatus>;

/**
 * A claim with the conditions under which it holds.
 * @internal
 */
interface OverlayClaim<S extends string> {
  readonly status: S;
  /** Model ids, `claude-opus-5`. */
  readonly models?: readonly string[];
  /** `POST /v1/messages`, `* /v1/agents/**`. */
  readonly endpoint?: string | readonly string[];
  /** The last day on which it holds, `2026-12-31`. */
  readonly until?: string;
}

/** A condition on a request: `at` a path into the body, an endpoint, or both. */
export interface OverlayRule extends Omit<Condition, 'endpoint'> {
  /** `POST /v1/messages`, `* /v1/agents/**`. */
  readonly endpoint?: string | readonly string[];
  /** Excludes requests that meet this condition. */
  readonly unless?: Omit<OverlayRule, 'unless'>;
}

/** A private beta, or additions to a known one. */
export interface OverlayBeta {
  /** The feature of the beta. Default for a private beta: the part of its id before the date. */
  readonly feature?: string;
  /** The rules for requests that need it. */
  readonly requires?: readonly OverlayRule[];
  /** Claims by platform. They take precedence over the manifest's claims. */
  readonly acceptance?: {
    readonly [platform: string]: OverlayAcceptance | readonly OverlayAcceptance[];
  };
}

/** A private feature, or additions to a known one. */
export interface OverlayFeature {
  /** The documentation page. */
  readonly docs?: string;
  /** The effect of removing it from a request. */
  readonly removal?: Removal;
  /** The rules for requests that use it, in addition to the requirements of its betas. */
  readonly uses?: readonly OverlayRule[];
  /** Claims by platform. They take precedence over the manifest's claims. */
  readonly availability?: {
    readonly [platform: string]: OverlayAvailability | readonly OverlayAvailability[];
  };
}

/** Additions to a platform. */
export interface OverlayPlatform {
  /** More host names of the platform, such as a proxy; `*` is one label or a part of one. */
  readonly hosts?: readonly string[];
}

/**
 * Data that the manifest does not have: private betas, the betas that a gateway accepts, other host
 * names.
 */
export interface CatalogOverlay {
  /** By id. */
  readonly betas?: { readonly [id: string]: OverlayBeta };
  /** By name. */
  readonly features?: { readonly [name: string]: OverlayFeature };
  /** By id; known platforms only. */
  readonly platforms?: { readonly [id: string]: OverlayPlatform };
}

/**
 * The names that an overlay adds.
 * @internal
 */
type NamesOf<O extends CatalogOverlay> = Extract<keyof O['betas'] | keyof O['features'], string>;

/**
 * Extends the manifest of this release with an overlay. Pass the result as the option `catalog`.
 * @throws {TypeError} for an overlay of a wrong shape; the message says what is wrong, where, and
 * what is allowed
 * @example
 * ```ts
 * import { extendCatalog, plan } from '@beta-headers/core';
 *
 * const catalog = extendCatalog({
 *   betas: {
 *     'acme-search-2026-12-01': {
 *       requires: [{ at: 'acme_search' }],
 *       acceptance: { 'claude-api': 'accepted' },
 *     },
 *   },
 *   features: {
 *     'mcp-client': { availability: { bedrock: { status: 'available', until: '2027-03-31' } } },
 *   },
 * });
 * plan({ method: 'POST', url: '/v1/messages' }, { catalog, always: ['acme-search-2026-12-01'] });
 * ```
 */
export function extendCatalog<const O extends CatalogOverlay>(
  overlay: O,
): EngineCatalog<BetaName | NamesOf<O>>;
/** Extends a catalog that already has an overlay. */
export function extendCatalog<const O extends CatalogOverlay, Names extends string>(
  overlay: O,
  base: EngineCatalog<Names>,
): EngineCatalog<Names | NamesOf<O>>;
export function extendCatalog(
  overlay: CatalogOverlay,
  base: EngineCatalog<string> = defaultCatalog,
): EngineCatalog<string> {
  checkOverlay(overlay, base);
  const features = new Map(base.features);
  for (const [name, more] of Object.entries(overlay.features ?? {}))
    features.set(
      name,
      extendFeature(features.get(name) ?? createFeature(name, features.size), more),
    );
  addBetas(features, overlay);
  const betas = [...features.values()].flatMap((feature) => feature.betas);
  const platforms = new Map(base.platforms);
  for (const [id, { hosts = [] }] of Object.entries(overlay.platforms ?? {})) {
    const known = platforms.get(id);
    const pattern = new RegExp(`${toHostPattern(hosts).source}|${known?.hosts.source}`);
    if (known) platforms.set(id, { ...known, hosts: pattern });
  }
  return { ...base, features, betas: new Map(betas.map((beta) => [beta.id, beta])), platforms };
}

/**
 * Adds an overlay's betas. Features and betas refer to each other, so each feature is rebuilt as a
 * whole.
 */
function addBetas(features: Map<string, KnownFeature>, { betas = {} }: CatalogOverlay): void {
  const byFeature = new Map<string, [string, OverlayBeta][]>();
  for (const [id, beta] of Object.entries(betas)) {
    const known = [...features.values()].find((one) => one.betas.some((other) => other.id === id));
    const name = known?.name ?? beta.feature ?? toFeatureName(id);
    byFeature.set(name, [...(byFeature.get(name) ?? []), [id, beta]]);
  }
  const changed = new Set([...byFeature.keys(), ...features.keys()]);
  for (const name of changed) {
    const before = features.get(name) ?? createFeature(name, features.size);
    features.set(name, addBetasTo(before, new Map(byFeature.get(name))));
  }
}

const toFeatureName = (id: string): string => splitBetaId(id)?.feature ?? id;

function addBetasTo(before: KnownFeature, more: ReadonlyMap<string, OverlayBeta>): KnownFeature {
  const list: KnownBeta[] = [];
  const added = [...more.keys()].filter((id) => !before.betas.some((beta) => beta.id === id));
  const feature: KnownFeature = {
    ...before,
    betas: list,
    default: before.default ?? added.at(-1),
    latest: before.latest ?? added.at(-1),
  };
  const known = [...before.betas, ...added.map((id) => createBeta(id, before))];
  list.push(...known.map((beta) => extendBeta({ ...beta, feature }, more.get(beta.id))));
  return feature;
}

function extendBeta(beta: KnownBeta, more: OverlayBeta | undefined): KnownBeta {
  if (!more) return beta;
  const requires = (more.requires ?? []).map((rule) => ({ ...toRule(rule), choices: [beta.id] }));
  return {
    ...beta,
    requires: [...beta.requires, ...requires],
    acceptance: prependClaims(more.acceptance, beta.acceptance),
  };
}

function extendFeature(feature: KnownFeature, more: OverlayFeature): KnownFeature {
  return {
    ...feature,
    ...(more.docs !== undefined && { docs: more.docs }),
    ...(more.removal !== undefined && { removal: more.removal }),
    uses: [...feature.uses, ...(more.uses ?? []).map(toRule)],
    availability: prependClaims(more.availability, feature.availability),
  };
}

type Claims<S extends string> = (platform: string) => readonly Claim<S>[];

/**
 * Puts an overlay's claims before the manifest's claims, which count if none of the overlay's
 * claims applies.
 */
function prependClaims<S extends string>(
  more:
    | { readonly [platform: string]: (S | OverlayClaim<S>) | readonly (S | OverlayClaim<S>)[] }
    | undefined,
  claims: Claims<S>,
): Claims<S> {
  if (!more) return claims;
  const own = new Map(
    Object.entries(more).map(([platform, one]) => [
      platform,
      [one].flat().map((claim) => toClaim(claim as S)),
    ]),
  );
  return (platform) => [...(own.get(platform) ?? []), ...claims(platform)];
}

/**
 * Converts a claim of an overlay. The author of an overlay knows the platform, so the confidence is
 * high.
 */
function toClaim<S extends string>(claim: S | OverlayClaim<S>): Claim<S> {
  if (typeof claim === 'string') return { status: claim, confidence: 'high' };
  const { endpoint, ...rest } = claim;
  return { ...rest, ...(endpoint && { endpoint: [endpoint].flat() }), confidence: 'high' };
}

function toRule({ endpoint, unless, ...rule }: OverlayRule): Rule {
  return {
    ...rule,
    ...(endpoint && { endpoint: [endpoint].flat() }),
    ...(unless && { unless: toRule(unless) }),
  };
}

function createFeature(name: string, order: number): KnownFeature {
  return {
    name,
    order,
    docs: undefined,
    betas: [],
    default: undefined,
    latest: undefined,
    removal: 'breaks',
    uses: [],
    constraints: [],
    substitutes: [],
    availability: () => [],
  };
}

function createBeta(id: string, feature: KnownFeature): KnownBeta {
  return {
    id,
    feature,
    stage: 'beta',
    requires: [],
    selectsAt: [],
    appendedAt: [],
    acceptance: () => [],
  };
}

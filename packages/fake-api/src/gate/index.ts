/**
 * Judges requests as a platform would, but only their betas. Written against the manifest alone and
 * on purpose without the engine of `@beta-headers/core`, so that each tests the other.
 * @module
 */
import type { Catalog, Platform } from '@beta-headers/manifest';
import { catalog as manifest } from '@beta-headers/manifest/data';
import { judgeConstraints } from './constraints.ts';
import { findUses, judgeFeatures, type UsedAt } from './features.ts';
import type { Doubt, Findings, Reason } from './finding.ts';
import { findNeeds, judgeNeeds, type Need } from './needs.ts';
import { findPlatform, judgeEndpoint, judgeModels } from './place.ts';
import { type JudgedRequest, readRequest } from './read.ts';
import {
  hideEndpoint,
  isHidden,
  type Refusal,
  type RefusalKind,
  refuseMisplaced,
  refuseNotEnrolled,
} from './refusal.ts';
import { type GateRequest, Reading } from './request.ts';
import { readRoute } from './route.ts';
import { SDK_SURFACE } from './sdk-surface.ts';
import { collectKnown, judgeSurface, type Known, type Surface } from './surface.ts';
import { findBeta, judgeValues } from './values.ts';
import { isObject } from './walk.ts';

export { findBodyProblems } from './body-problems.ts';
export type { DoubtCode, Reason } from './finding.ts';
export type { JudgedRequest } from './read.ts';
export type { Refusal, RefusalKind } from './refusal.ts';
export type { GateRequest } from './request.ts';
export { SDK_SURFACE } from './sdk-surface.ts';
export type { Surface } from './surface.ts';

/** Options of a judgement. */
export interface GateOptions {
  /** Default: the published manifest. */
  readonly catalog?: Catalog | undefined;
  /** The surface of the SDK. Default: that of the release that the manifest was read from. */
  readonly surface?: Surface | undefined;
  /** The day, `2026-11-30`. Without one, claims with an end still hold and no model has ended. */
  readonly today?: string | undefined;
  /** Decides if the organization may use a beta. Default: it may use all. */
  readonly entitled?: ((beta: string) => boolean) | undefined;
  /** Values that the platform rejects, whatever the manifest says. */
  readonly rejects?: readonly string[] | undefined;
}

/** The answer of the platform, as far as the manifest is certain. */
export interface Judgement {
  /** `unknown`: the manifest has no claim, or sources contradict each other. */
  readonly verdict: 'accepts' | 'refuses' | 'unknown';
  /** The reasons why it is not `accepts`. */
  readonly reasons: readonly Reason[];
  /** The first refusal, which the platform answers with. */
  readonly refusal?: Refusal | undefined;
}

/**
 * Judges a request as it goes over the wire: on the platform's own paths, or on the Claude API's,
 * as a client has it before it rewrites the path.
 * @throws {TypeError} for a platform that the catalog does not have
 * @example
 * ```ts
 * const body = { model: 'claude-opus-5', speed: 'fast' };
 * const request = { method: 'POST', url: '/v1/messages', body };
 * judge(request, { platform: 'claude-api', today: '2026-11-30' });
 * // { verdict: 'refuses', reasons: [{ code: 'missing', subject: 'fast-mode' }], refusal: … }
 * ```
 */
export function judge(
  request: JudgedRequest,
  options: GateOptions & { readonly platform: Platform },
): Judgement {
  const { platform, catalog = manifest } = options;
  const names = catalog.platforms.map(({ id }) => id);
  if (!names.includes(platform))
    throw new TypeError(`judge: no platform "${platform}"; use one of ${names.join(', ')}`);
  const read = readRequest(request, platform, catalog);
  if (read) return gate(read, options);
  const { path } = readRoute(request.url);
  const refusal = hideEndpoint({ platform, method: request.method, path }, 'no-endpoint');
  return { verdict: 'refuses', reasons: [toReason(refusal)], refusal };
}

/**
 * Judges a request that is already read. A single certain refusal refuses it; otherwise a single
 * doubt makes it unknown.
 */
export function gate(request: GateRequest, options: GateOptions = {}): Judgement {
  const { catalog = manifest, surface = SDK_SURFACE, entitled, rejects = [], today } = options;
  const reading = new Reading(catalog, findKnown(catalog, surface), request, today);
  const uses = findUses(reading);
  const needs = findNeeds(uses, reading);
  const findings = [
    judgeEndpoint(reading),
    judgeValues(reading, rejects),
    judgeEntitlement(needs, reading, entitled),
    judgeModels(reading),
    judgeBody(uses, needs, reading),
    judgeConstraints(reading),
    judgeSurface(reading),
  ];
  const refusals = findings.flatMap((finding) => finding.refusals).sort(compareRanks);
  const [first] = refusals;
  if (first) {
    // A refusal with its message is a plain object, as callers compare and print it.
    const refusal = { ...first, message: first.message };
    return { verdict: 'refuses', reasons: refusals.map(toReason), refusal };
  }
  const doubts: Doubt[] = findings.flatMap((finding) => finding.doubts);
  return { verdict: doubts.length > 0 ? 'unknown' : 'accepts', reasons: doubts };
}

/** The order in which a platform checks. Refusals in the body are ordered by depth. */
const ORDER: readonly (readonly RefusalKind[])[] = [
  ['no-endpoint'],
  ['unexpected-beta'],
  ['not-enrolled'],
  ['conflict'],
  ['retired-model'],
  ['misplaced', 'unavailable', 'missing', 'missing-endpoint'],
  ['constraint'],
];
const findRank = ({ kind }: Refusal): number => ORDER.findIndex((kinds) => kinds.includes(kind));
const compareRanks = (a: Refusal, b: Refusal): number =>
  findRank(a) - findRank(b) || (a.depth ?? 0) - (b.depth ?? 0);

const toReason = (refusal: Refusal): Reason => {
  const { kind, feature, betas } = refusal;
  // The message is made on first access, because most refusals never need theirs.
  const subject = feature ?? (betas.length > 0 ? betas.join(', ') : refusal.message);
  return { code: kind, subject };
};

/** Judges the body: misplaced fields, unavailable features, missing betas. */
function judgeBody(uses: readonly UsedAt[], needs: readonly Need[], reading: Reading): Findings {
  const features = judgeFeatures(uses, reading);
  const { refusals: unmet } = judgeNeeds(needs, reading);
  const refusals = [...judgeMisplaced(reading), ...features.refusals, ...unmet];
  return { refusals, doubts: features.doubts };
}

/**
 * Refuses betas in the body. `betas` is an argument of SDK methods, not a field of a body;
 * `anthropic_beta` is a field on platforms that Anthropic does not run.
 */
function judgeMisplaced(reading: Reading): Refusal[] {
  const isAnthropic = findPlatform(reading)?.operator === 'anthropic';
  if (reading.request.body === undefined) return [];
  return [...new Set([reading.whole, ...reading.views])].flatMap(({ prefix, params }) =>
    ['betas', ...(isAnthropic ? ['anthropic_beta'] : [])]
      .filter((name) => isObject(params) && Object.hasOwn(params, name))
      .map((name) => refuseMisplaced(prefix, name)),
  );
}

/**
 * Refuses values that the organization may not use. An admin endpoint that needs one of them
 * answers as if it did not exist.
 */
function judgeEntitlement(
  needs: readonly Need[],
  reading: Reading,
  entitled: GateOptions['entitled'],
): Findings {
  const refusals = reading.sent.flatMap((id) => {
    const beta = findBeta(reading.catalog, id);
    if (!beta || !entitled || entitled(id)) return [];
    const opensThis = needs.some((need) => !need.hit && need.satisfiedBy.includes(id));
    return opensThis && isHidden(reading, beta)
      ? [hideEndpoint(reading.request, 'not-enrolled', [id])]
      : [refuseNotEnrolled(findPlatform(reading), beta)];
  });
  return { refusals, doubts: [] };
}

const knownByCatalog = new WeakMap<Catalog, Map<Surface, Known>>();

/** Collects the known surface, once for each catalog. */
function findKnown(catalog: Catalog, surface: Surface): Known {
  const bySurface = knownByCatalog.get(catalog) ?? new Map<Surface, Known>();
  knownByCatalog.set(catalog, bySurface);
  const known = bySurface.get(surface) ?? collectKnown(catalog, surface);
  bySurface.set(surface, known);
  return known;
}

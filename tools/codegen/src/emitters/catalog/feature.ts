import type {
  CatalogBeta,
  CatalogConstraint,
  CatalogFeature,
  CatalogPlatform,
  CatalogSubstitute,
} from '@beta-headers/manifest';
import { toClaims } from './claims.ts';
import { shortenEndpoints, toDerivedUse, toRequirement, toRule } from './rule.ts';

/** The engine adds it to a link that does not start with https. */
const DOCS = 'https://platform.claude.com/docs/en/';
/** The page of features without a page of their own. */
const DEFAULT_PAGE = 'api/beta-headers';

/** Converts a feature to the form that the engine reads. */
export function toFeature(
  feature: CatalogFeature,
  betas: readonly CatalogBeta[],
  platforms: readonly CatalogPlatform[],
): object {
  const getDate = (id: string): string => id.slice(feature.name.length + 1);
  const docs = shortenDocs(feature);
  const last = feature.betas.at(-1);
  const uses = listAuthoredUses(feature, betas);
  const availability = toClaims(feature.availability, platforms);
  return {
    betas: Object.fromEntries(betas.map((beta) => [getDate(beta.id), toBeta(beta, platforms)])),
    ...(feature.default !== last && { default: getDate(feature.default) }),
    ...(feature.latest !== feature.default && { latest: getDate(feature.latest) }),
    ...(docs !== DEFAULT_PAGE && { docs }),
    ...(feature.removal && feature.removal !== 'breaks' && { removal: feature.removal }),
    ...(uses.length > 0 && { uses }),
    ...(feature.constraints.length > 0 && { constraints: feature.constraints.map(toConstraint) }),
    ...(feature.substitutes.length > 0 && { substitutes: feature.substitutes.map(toSubstitute) }),
    ...(availability && { availability }),
  };
}

/**
 * Shortens the link of a feature. Anchors are dropped, because they take as much space as three
 * betas.
 */
function shortenDocs({ name, docs }: CatalogFeature): string {
  const [page = ''] = docs.split('#');
  const path = (page.startsWith(DOCS) ? page.slice(DOCS.length) : page).replace(/\/$/, '');
  return path.endsWith(`/${name}`) ? path.slice(0, -name.length) : path;
}

/** Lists the uses that do not follow from `requires`, which the engine derives. */
function listAuthoredUses(feature: CatalogFeature, betas: readonly CatalogBeta[]): object[] {
  const derived = new Set(
    betas.flatMap((beta) => beta.requires.map((rule) => JSON.stringify(toDerivedUse(rule)))),
  );
  return feature.uses.map(toRule).filter((use) => !derived.has(JSON.stringify(use)));
}

function toBeta(beta: CatalogBeta, platforms: readonly CatalogPlatform[]): object {
  const acceptance = toClaims(beta.acceptance, platforms);
  const appends = beta.stage === 'legacy-shape' && beta.sdk.sends.length > 0;
  return {
    ...(beta.stage !== 'beta' && beta.stage !== 'preview' && { stage: beta.stage }),
    ...(beta.supersededBy && { supersededBy: beta.supersededBy }),
    ...(beta.requires.length > 0 && { requires: beta.requires.map(toRequirement) }),
    ...(beta.selectsAt.length > 0 && { selectsAt: shortenEndpoints(beta.selectsAt) }),
    ...(appends && { appendedAt: shortenEndpoints(beta.sdk.sends) }),
    ...(acceptance && { acceptance }),
  };
}

function toConstraint({ all, outcome, fix }: CatalogConstraint): object {
  return {
    all: all.map((part) => {
      if ('beta' in part) return part;
      return 'absent' in part ? { absent: toRule(part.absent) } : toRule(part);
    }),
    outcome,
    ...(fix && { fix }),
  };
}

function toSubstitute({ on, when, unless, remove, send }: CatalogSubstitute): object {
  return { on, when: toRule(when), ...(unless && { unless: toRule(unless) }), remove, send };
}

/** Reads the generated catalog. */
import type { Platform } from '@beta-headers/constants';
import type { RawBeta, RawCatalog, RawClaims, RawFeature } from './raw.ts';
import type {
  Claim,
  Constraint,
  EngineCatalog,
  KnownBeta,
  KnownFeature,
  KnownPlatform,
} from './types.ts';

const DOCS = 'https://platform.claude.com/docs/en/';
const NOTHING: readonly never[] = [];

/** Builds the look-ups. Claims are read when they are first asked for. */
export function decodeCatalog(raw: RawCatalog): EngineCatalog {
  const features = new Map<string, KnownFeature>();
  const betas = new Map<string, KnownBeta>();
  for (const [name, feature] of Object.entries(raw.features)) {
    const decoded = decodeFeature(name, features.size, feature);
    features.set(name, decoded);
    for (const beta of decoded.betas) betas.set(beta.id, beta);
  }
  return {
    features,
    betas,
    platforms: decodePlatforms(raw),
    retiredModels: new Map(Object.entries(raw.retiredModels)),
    surface: {
      params: new Set(splitNames(raw.surface.params)),
      tools: new Set(splitNames(raw.surface.tools)),
      blocks: new Set(splitNames(raw.surface.blocks)),
    },
  };
}

function decodeFeature(name: string, order: number, raw: RawFeature): KnownFeature {
  const betas: KnownBeta[] = [];
  const keys = Object.keys(raw.betas);
  const main = raw.default ?? keys.at(-1);
  const feature: KnownFeature = {
    name,
    order,
    docs: decodeDocs(name, raw.docs),
    betas,
    default: `${name}-${main}`,
    latest: `${name}-${raw.latest ?? main}`,
    removal: raw.removal ?? 'breaks',
    uses: raw.uses ?? NOTHING,
    constraints: (raw.constraints ?? NOTHING).map((one) => ({
      ...one,
      isConflict: isConflict(one),
    })),
    substitutes: raw.substitutes ?? NOTHING,
    availability: readClaims(raw.availability, [
      'available',
      'unavailable',
      'no-effect',
      'unknown',
    ]),
  };
  for (const [key, beta] of Object.entries(raw.betas))
    betas.push(decodeBeta(`${name}-${key}`, feature, beta));
  return feature;
}

/** Two betas, on some endpoints; what is in the body does not matter. */
function isConflict({ all, outcome }: Constraint): boolean {
  const betas = all.filter((part) => 'beta' in part);
  const others = all.filter((part) => !('beta' in part));
  return (
    outcome === 400 &&
    betas.length > 1 &&
    others.every((part) => !('at' in part || 'absent' in part))
  );
}

function decodeBeta(id: string, feature: KnownFeature, raw: RawBeta): KnownBeta {
  return {
    id,
    feature,
    stage: raw.stage ?? 'beta',
    ...(raw.supersededBy && { supersededBy: raw.supersededBy }),
    requires: (raw.requires ?? NOTHING).map((rule) => ({ choices: [id], ...rule })),
    selectsAt: raw.selectsAt ?? NOTHING,
    appendedAt: raw.appendedAt ?? NOTHING,
    acceptance: readClaims(raw.acceptance, ['accepted', 'ignored', 'rejected', 'unknown']),
  };
}

function decodeDocs(name: string, docs = 'api/beta-headers'): string {
  return (docs.startsWith('https:') ? '' : DOCS) + docs + (docs.endsWith('/') ? name : '');
}

function decodePlatforms(raw: RawCatalog): Map<string, KnownPlatform> {
  const platforms = Object.entries(raw.platforms).map(([id, platform]): [string, KnownPlatform] => [
    id,
    {
      id: id as Platform,
      operator: platform.operator ?? 'anthropic',
      hosts: splitNames(platform.hosts),
      endpoints: platform.endpoints ?? NOTHING,
    },
  ]);
  return new Map(platforms);
}

/** The claims of each platform. What has conditions comes whole; the rest is put together from its parts. */
function readClaims<S extends string>(
  raw: RawClaims<S> | undefined,
  statuses: readonly S[],
): (platform: string) => readonly Claim<S>[] {
  const read = new Map<string, readonly Claim<S>[]>();
  return (platform) => {
    let claims = read.get(platform);
    if (!claims) {
      claims = raw ? findClaims(raw, statuses, platform) : NOTHING;
      read.set(platform, claims);
    }
    return claims;
  };
}

function findClaims<S extends string>(
  raw: RawClaims<S>,
  statuses: readonly S[],
  platform: string,
): readonly Claim<S>[] {
  const has = (names: string | undefined): boolean => splitNames(names).includes(platform);
  const listed = Object.entries(raw.by ?? {}).find(([platforms]) => has(platforms));
  if (listed) return listed[1] as readonly Claim<S>[];
  const status = statuses.find((one) => has(raw[one]));
  if (!status) return NOTHING;
  const confidence = (['disputed', 'high', 'low'] as const).find((one) => has(raw[one]));
  return [{ status, ...(confidence && { confidence }) }];
}

const splitNames = (names: string | undefined): string[] => (names ? names.split(' ') : []);

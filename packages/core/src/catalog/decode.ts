/** Decodes the generated catalog. */
import type { Platform } from '@beta-headers/constants';
import type { RawBeta, RawCatalog, RawClaims, RawFeature, RawPlatform } from './raw.ts';
import type {
  Claim,
  Constraint,
  EngineCatalog,
  KnownBeta,
  KnownFeature,
  KnownPlatform,
} from './types.ts';

const DOCS = 'https://platform.claude.com/docs/en/';

/** Builds the lookup tables. Claims are decoded when they are first needed. */
export function decodeCatalog({
  features,
  platforms,
  models,
  retiredModels,
  surface,
}: RawCatalog): EngineCatalog {
  const decoded = Object.entries(features).map(decodeFeature);
  const betas = decoded.flatMap((feature) => feature.betas);
  return {
    features: new Map(decoded.map((feature) => [feature.name, feature])),
    betas: new Map(betas.map((beta) => [beta.id, beta])),
    platforms: new Map(
      Object.keys(platforms).map((id) => [id, decodePlatform(id as Platform, platforms)]),
    ),
    models: new Set([...splitNames(models), ...Object.keys(retiredModels)]),
    retiredModels: new Map(Object.entries(retiredModels)),
    surface,
  };
}

function decodeFeature([name, raw]: [string, RawFeature], order: number): KnownFeature {
  const betas: KnownBeta[] = [];
  const main = raw.default ?? Object.keys(raw.betas).at(-1);
  const feature: KnownFeature = {
    removal: 'breaks',
    uses: [],
    substitutes: [],
    ...raw,
    name,
    order,
    docs: decodeDocs(name, raw.docs),
    betas,
    default: `${name}-${main}`,
    latest: `${name}-${raw.latest ?? main}`,
    constraints: (raw.constraints ?? []).map((one) => ({ ...one, isConflict: isConflict(one) })),
    availability: readClaims(raw.availability),
  };
  for (const [key, beta] of Object.entries(raw.betas))
    betas.push(decodeBeta(`${name}-${key}`, feature, beta));
  return feature;
}

/** Tests if a constraint is about betas alone, whatever the body contains. */
function isConflict({ all, outcome }: Constraint): boolean {
  const betas = all.filter((part) => 'beta' in part);
  const inBody = all.some((part) => 'at' in part || 'absent' in part);
  return outcome === 400 && betas.length > 1 && !inBody;
}

function decodeBeta(id: string, feature: KnownFeature, raw: RawBeta): KnownBeta {
  return {
    stage: 'beta',
    selectsAt: [],
    appendedAt: [],
    ...raw,
    id,
    feature,
    requires: (raw.requires ?? []).map((rule) => ({ choices: [id], ...rule })),
    acceptance: readClaims(raw.acceptance),
  };
}

function decodeDocs(name: string, docs = 'api/beta-headers'): string {
  return (docs.startsWith('https:') ? '' : DOCS) + docs + (docs.endsWith('/') ? name : '');
}

function decodePlatform(id: Platform, platforms: RawCatalog['platforms']): KnownPlatform {
  const raw = platforms[id] as RawPlatform;
  const endpoints = collectEndpoints(raw, platforms);
  return {
    operator: 'anthropic',
    ...raw,
    endpoints,
    id,
    hosts: toHostPattern(splitNames(raw.hosts)),
  };
}

/** Collects a platform's endpoints, followed by those of the platform that it follows. */
function collectEndpoints(
  { endpoints = [], like }: RawPlatform,
  platforms: RawCatalog['platforms'],
): KnownPlatform['endpoints'] {
  const followed = platforms[like ?? ''];
  return followed ? [...endpoints, ...collectEndpoints(followed, platforms)] : endpoints;
}

/**
 * Builds a pattern for host names; `*` is one label or a part of one. An empty list matches no
 * host.
 */
export function toHostPattern(hosts: readonly string[]): RegExp {
  const patterns = hosts.map((host) => host.replaceAll('.', '\\.').replaceAll('*', '[^.]+'));
  return new RegExp(`^(?:${patterns.join('|') || '(?!)'})$`);
}

type Claims<S extends string> = readonly Claim<S>[];

/**
 * Returns a function that reads the claims about a platform. Claims with conditions are stored
 * whole; the others are assembled from lists of platforms.
 */
function readClaims<S extends string>(raw: RawClaims<S> = {}): (platform: string) => Claims<S> {
  const read = new Map<string, Claims<S>>();
  return (platform) => {
    const claims = read.get(platform) ?? findClaims(raw, platform);
    read.set(platform, claims);
    return claims;
  };
}

const CONFIDENCES = ['disputed', 'high', 'low'];

function findClaims<S extends string>(
  { by = {}, ...groups }: RawClaims<S>,
  platform: string,
): Claims<S> {
  const isAmong = (names: unknown): boolean => splitNames(names).includes(platform);
  for (const [platforms, claims] of Object.entries(by)) if (isAmong(platforms)) return claims;
  const named = Object.entries(groups)
    .filter(([, platforms]) => isAmong(platforms))
    .map(([group]) => group);
  const confidence = CONFIDENCES.find((one) => named.includes(one));
  return named
    .filter((group) => !CONFIDENCES.includes(group))
    .map((status) => ({ status, ...(confidence && { confidence }) }) as Claim<S>);
}

/** Splits names at spaces. */
export const splitNames = (names: unknown): string[] => (names ? String(names).split(' ') : []);

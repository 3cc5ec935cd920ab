/** The manifest's knowledge of values: betas, values that are no betas, and near names. */
import { computeEditDistance, splitBetaId, toConstantName } from '@beta-headers/grammar';
import { type Catalog, catalog as manifest } from '@beta-headers/manifest/data';

/** A beta of the manifest. */
export type KnownBeta = Catalog['betas'][number];
/** A value of the manifest that is used as a beta and is none. */
export type NotBeta = Catalog['notBetas'][number];

/** Look-ups over the manifest. */
export interface ScanData {
  readonly catalog: Catalog;
  readonly betas: ReadonlyMap<string, KnownBeta>;
  readonly notBetas: ReadonlyMap<string, NotBeta>;
  readonly features: ReadonlyMap<string, Catalog['features'][number]>;
  readonly operators: ReadonlyMap<string, string>;
  /** Ids by the letters and digits of their constant, `promptcaching20240731`. */
  readonly constants: ReadonlyMap<string, string>;
  /** Features with a beta of a date, by date. */
  readonly dates: ReadonlyMap<string, readonly string[]>;
}

/** Builds the look-ups of a catalog. */
export function indexCatalog(catalog: Catalog): ScanData {
  const dates = new Map<string, string[]>();
  for (const { id } of catalog.betas) {
    const date = splitBetaId(id)?.date;
    if (date !== undefined) dates.set(date, [...(dates.get(date) ?? []), id]);
  }
  return {
    catalog,
    betas: new Map(catalog.betas.map((beta) => [beta.id, beta])),
    notBetas: new Map(catalog.notBetas.map((entry) => [entry.id, entry])),
    features: new Map(catalog.features.map((feature) => [feature.name, feature])),
    operators: new Map(catalog.platforms.map(({ id, operator }) => [id, operator])),
    constants: new Map(catalog.betas.map(({ id }) => [normalizeConstant(toConstantName(id)), id])),
    dates,
  };
}

let loaded: ScanData | undefined;

/** Returns the look-ups of this release's manifest. */
export function getData(): ScanData {
  loaded ??= indexCatalog(manifest);
  return loaded;
}

/** Reduces a constant to the letters and digits that the SDKs of all languages share. */
export function normalizeConstant(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/**
 * Finds the beta whose date is written without hyphens, as in the types of tools and the ids of
 * models: `pdfs-20240925`.
 */
export function findUndashed(id: string, data: ScanData): string | undefined {
  const parts = /-20\d{6}(?!\d)/.test(id) ? splitBetaId(id.toLowerCase()) : undefined;
  if (!parts) return undefined;
  const { feature, date, suffix } = parts;
  const known = [feature, date, ...(suffix === undefined ? [] : [suffix])].join('-');
  return known !== id.toLowerCase() && data.betas.has(known) ? known : undefined;
}

const MAX_SLIP = 2;

/**
 * Finds the one beta of the same date whose name differs by at most two letters. Returns
 * `undefined` if there is none or more than one.
 */
export function findMisspelt(id: string, data: ScanData): string | undefined {
  const parts = splitBetaId(id.toLowerCase());
  if (!parts) return undefined;
  const near = (data.dates.get(parts.date) ?? [])
    .map((known) => ({ known, distance: computeEditDistance(id.toLowerCase(), known) }))
    .filter(({ distance }) => distance <= MAX_SLIP)
    .sort((a, b) => a.distance - b.distance);
  const [best, next] = near;
  if (!best || best.known === id || best.distance === next?.distance) return undefined;
  return best.known;
}

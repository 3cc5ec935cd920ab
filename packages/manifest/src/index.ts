/**
 * The manifest of the Claude API's betas: load and validate the authored files, or a folder of your own laid over them.
 * Programs that only read the data want `@beta-headers/manifest/data`, which parses no YAML.
 * @module
 */
export { constantName, isCalendarDate, splitBetaId } from '@beta-headers/grammar';
export type {
  Catalog,
  CatalogBeta,
  CatalogClaim,
  CatalogEvent,
  CatalogFeature,
  CatalogModel,
  CatalogPlatform,
  CatalogRule,
} from './catalog.ts';
export { type LoadOptions, loadManifest, manifestFolder, tryLoadManifest } from './load.ts';
export { formatProblems, ManifestError, type Problem } from './problem.ts';
export {
  type Evidence,
  FAMILIES,
  type Family,
  type Localized,
  PLATFORMS,
  type Platform,
  STAGES,
  type Stage,
  schemas,
} from './schema.ts';

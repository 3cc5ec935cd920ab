/**
 * The manifest of the Claude API's betas: loads and validates the authored files and an optional
 * overlay folder. Use `@beta-headers/manifest/data` to only read the data, without parsing YAML.
 * @module
 */
export { isBetaId, isCalendarDate, splitBetaId, toConstantName } from '@beta-headers/grammar';
export type * from './catalog-types.ts';
export {
  AUDIENCES,
  FAMILIES,
  HOME,
  NOT_BETA_REASONS,
  REMOVALS,
  SDK_LANGUAGES,
  STAGES,
} from './enums.ts';
export {
  type LoadOptions,
  loadManifest,
  manifestFolder,
  readOverlaySettings,
  tryLoadManifest,
} from './load.ts';
export { formatProblems, ManifestError, type Problem } from './problem.ts';
export {
  type Audience,
  type Evidence,
  type Family,
  type Localized,
  type NotBetaReason,
  type OverlaySettings,
  type Platform,
  type SdkLanguage,
  type Stage,
  schemas,
} from './schema/index.ts';

/**
 * The shape of the authored files: one YAML file per feature, and the lists beside them. Values
 * that can be computed (dates in ids, constant names, order, reverse links) are not authored.
 */
import { ApiVersionList } from './api-versions.ts';
import { ClientList } from './clients.ts';
import { TermList } from './error-terms.ts';
import { ErrorList } from './errors.ts';
import { Feature } from './feature.ts';
import { FixList } from './fixes.ts';
import { ModelList } from './models.ts';
import { NotBetaList } from './not-betas.ts';
import { OverlaySettings } from './overlay.ts';
import { PlatformList } from './platforms.ts';
import { SdkList } from './sdks.ts';
import { SourceList } from './sources.ts';
import { SurfaceIgnore, SurfaceKnown } from './surface.ts';

export { ApiVersionList, type ApiVersionSource } from './api-versions.ts';
export { Beta, type BetaSource, Event, Stage } from './beta.ts';
export { AcceptanceClaim, type Authored, AvailabilityClaim } from './claims.ts';
export { ClientList, type ClientSource } from './clients.ts';
export { TermList, type TermSource } from './error-terms.ts';
export { ErrorList, type ErrorSource } from './errors.ts';
export {
  Audience,
  Constraint,
  Effect,
  Family,
  Feature,
  type FeatureSource,
  Substitute,
} from './feature.ts';
export { FixList, type FixSource } from './fixes.ts';
export { ModelList, type ModelSource } from './models.ts';
export { NotBetaList, NotBetaReason, type NotBetaSource } from './not-betas.ts';
export { OverlaySettings } from './overlay.ts';
export { PlatformList, type PlatformSource } from './platforms.ts';
export { Condition, Rule, Use } from './rules.ts';
export { type SdkLanguage, SdkList, type SdkSource } from './sdks.ts';
export { type SourceEntry, SourceList } from './sources.ts';
export { type KnownSource, SurfaceIgnore, SurfaceKnown } from './surface.ts';
export { Evidence, Localized, type Platform } from './values.ts';

/** The schema of each kind of authored file, by the name of the JSON Schema that is published. */
export const schemas = {
  feature: Feature,
  models: ModelList,
  platforms: PlatformList,
  sources: SourceList,
  fixes: FixList,
  'not-betas': NotBetaList,
  errors: ErrorList,
  'error-terms': TermList,
  sdks: SdkList,
  clients: ClientList,
  'api-versions': ApiVersionList,
  'surface-ignore': SurfaceIgnore,
  'surface-known': SurfaceKnown,
  overlay: OverlaySettings,
};

/** The completeness of the manifest: as figures, and as text. */
export { type Covered, readSdkSurface, type SdkSurface } from '../sdk-coverage.ts';
export { type ClaimFigures, type ClaimKind, STATUSES } from './claims.ts';
export {
  type Cells,
  type Coverage,
  type CoverageSince,
  type CoverageState,
  compareCoverage,
  coverageOf,
  type FactCoverage,
  type PlatformCoverage,
  STATES,
} from './coverage.ts';
export { type Report, report } from './figures.ts';
export { formatSince } from './since.ts';
export { formatReport } from './text.ts';

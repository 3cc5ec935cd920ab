/** The completeness of the manifest, as data and as text. */
export { type Covered, readSdkSurface, type SdkSurface } from '../sdk-coverage.ts';
export { type ClaimCounts, type ClaimKind, STATUSES } from './claim-counts.ts';
export {
  type Cells,
  type Coverage,
  type CoverageSince,
  type CoverageState,
  compareCoverage,
  computeCoverage,
  type FactCoverage,
  type PlatformCoverage,
  STATES,
} from './coverage.ts';
export { formatReport } from './format-report.ts';
export { formatSince } from './format-since.ts';
export { type Report, report } from './report.ts';

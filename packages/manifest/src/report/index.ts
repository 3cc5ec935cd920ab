/** How complete the manifest is: as figures, and as text. */
export { type Covered, readSdkSurface, type SdkSurface } from '../sdk-coverage.ts';
export { type ClaimFigures, type ClaimKind, STATUSES } from './claims.ts';
export { type Report, report } from './figures.ts';
export { formatReport } from './text.ts';

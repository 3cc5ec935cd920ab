/** How complete the manifest is: as figures, and as text. */
export { type Covered, readSdkSurface, type SdkSurface } from '../sdk-coverage.ts';
export { type PlatformFigures, type Report, report } from './figures.ts';
export { formatReport } from './text.ts';

/**
 * Finds betas in code, configuration and texts, and says which are out of date, misspelt, invented
 * or not available on the project's platforms. Pure: reads no file and no clock.
 * @module
 */
export { PLATFORMS, type Platform } from '@beta-headers/constants';
export { applyFixes, type FixedText } from './fix.ts';
export { needsTrial, scanText } from './scan-text.ts';
export type {
  Edit,
  Finding,
  Kind,
  Level,
  Place,
  ScanSettings,
  ScanTextOptions,
} from './types.ts';

/** The orders in which the site shows stages and families; a test holds them equal to the manifest's lists. */
import type { Family, Stage } from '@beta-headers/manifest';

export const STAGE_ORDER: readonly Stage[] = [
  'beta',
  'preview',
  'superseded',
  'graduated',
  'legacy-shape',
  'retired',
  'internal',
];
export const FAMILY_ORDER: readonly Family[] = [
  'tools',
  'context',
  'thinking',
  'output',
  'files',
  'models',
  'agents',
  'admin',
  'client',
];

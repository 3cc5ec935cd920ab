/** The enumerations of the schema, in a file of their own so that reading data needs no zod. */

export { REMOVALS, STAGES } from '@beta-headers/grammar';

/** The subjects by which features are grouped. */
export const FAMILIES = [
  'tools',
  'context',
  'thinking',
  'output',
  'files',
  'models',
  'agents',
  'admin',
  'client',
] as const;

/** The audiences of features, largest first. */
export const AUDIENCES = ['everyday', 'specialised', 'administration', 'client-internal'] as const;

/** The reasons why a value is not a beta. */
export const NOT_BETA_REASONS = [
  'invented',
  'misspelt',
  'withdrawn',
  'other-product',
  'unconfirmed',
] as const;

/** The languages of the official SDKs. */
export const SDK_LANGUAGES = [
  'typescript',
  'python',
  'go',
  'java',
  'ruby',
  'csharp',
  'php',
] as const;

/** The platform that stages refer to. */
export const HOME = 'claude-api';

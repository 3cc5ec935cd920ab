/** The closed lists of words, apart from the schema so that reading data needs no zod. */

export { STAGES } from '@beta-headers/grammar';

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

/** The readers that a feature is for, the largest group first. */
export const AUDIENCES = ['everyday', 'specialised', 'administration', 'client-internal'] as const;

/** The effects of taking a feature out of a request. */
export const REMOVALS = ['safe', 'changes-answer', 'breaks'] as const;

/** The reasons why a value that is shown as a beta is none. */
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

/** The platform that a stage is about. */
export const HOME = 'claude-api';

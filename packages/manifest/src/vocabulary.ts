/** The closed lists of words, apart from the schema so that reading data needs no zod. */

export { STAGES } from '@beta-headers/grammar';

/** Where a beta can be used. `claude-api` is api.anthropic.com. */
export const PLATFORMS = [
  'claude-api',
  'claude-on-aws',
  'bedrock',
  'bedrock-converse',
  'bedrock-mantle',
  'vertex',
  'foundry',
] as const;

/** The shelf of the catalog that a feature stands on. */
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

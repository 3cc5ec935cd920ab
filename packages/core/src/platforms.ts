/** The platforms that the engine knows. */

/** Every platform, in the order in which lists show them. */
export const PLATFORMS = [
  'claude-api',
  'claude-on-aws',
  'bedrock',
  'bedrock-converse',
  'bedrock-mantle',
  'vertex',
  'foundry',
] as const;

/** Where the request goes. `claude-api` is api.anthropic.com, `claude-on-aws` the Claude Platform on AWS. */
export type Platform = (typeof PLATFORMS)[number];

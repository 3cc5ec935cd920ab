// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/** Every platform, in the order of the manifest. */
export const PLATFORMS = [
  'claude-api',
  'claude-on-aws',
  'claude-on-google-cloud',
  'bedrock',
  'bedrock-converse',
  'bedrock-mantle',
  'vertex',
  'foundry',
  'foundry-azure',
] as const;

/**
 * A platform on which Claude can be called: `claude-api`: Claude API, `claude-on-aws`: Claude
 * Platform on AWS, `claude-on-google-cloud`: Claude Models on Google Cloud (Anthropic managed),
 * `bedrock`: Amazon Bedrock (InvokeModel), `bedrock-converse`: Amazon Bedrock (Converse),
 * `bedrock-mantle`: Claude in Amazon Bedrock (Messages API), `vertex`: Google Cloud (Vertex AI),
 * `foundry`: Microsoft Foundry (hosted on Anthropic), `foundry-azure`: Microsoft Foundry (hosted on
 * Azure).
 */
export type Platform = (typeof PLATFORMS)[number];

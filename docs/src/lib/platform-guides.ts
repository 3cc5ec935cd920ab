/** Chooses the guides for the page of a platform. */
import type { CatalogPlatform } from './catalog.ts';
import type { Guide } from './site.ts';

/** The quick starts of platforms that have one of their own. */
const QUICK_STARTS: Readonly<Record<string, readonly Guide[]>> = {
  bedrock: ['quick-start-bedrock', 'aws-sdk'],
  'bedrock-converse': ['aws-sdk', 'quick-start-bedrock'],
  'bedrock-mantle': ['quick-start-bedrock'],
  vertex: ['quick-start-vertex'],
  foundry: ['quick-start-foundry'],
  'foundry-azure': ['quick-start-foundry'],
};

/** Lists the guides, the quick start first. */
export const getPlatformGuides = ({ id, operator }: CatalogPlatform): Guide[] => [
  ...(QUICK_STARTS[id] ?? (['quick-start-node', 'quick-start-deno'] as const)),
  'claude-code',
  ...(operator === 'aws' ? (['invalid-beta-flag'] as const) : []),
  'policies',
  'probe',
  'platform-claim',
];

/** What a cell of a platform table says: one mark for each kind of claim. */
import type { CatalogClaim, Platform } from './catalog.ts';

export const MARKS = ['yes', 'models', 'renamed', 'no', 'unknown'] as const;
export type Mark = (typeof MARKS)[number];

/** The mark of a claim. */
export function markOf(claim: CatalogClaim): Mark {
  const { accepts } = claim;
  if (accepts === true) return 'yes';
  if (accepts === false) return 'no';
  if (accepts === 'unknown') return 'unknown';
  return 'as' in accepts ? 'renamed' : 'models';
}

/** Whether the feature can be had there, under whatever name and with some model at least. */
export const isAvailable = (mark: Mark): boolean =>
  mark === 'yes' || mark === 'models' || mark === 'renamed';

/** Column heads: short, because seven of them stand side by side. */
export const SHORT_PLATFORM: Record<Platform, string> = {
  'claude-api': 'API',
  'claude-on-aws': 'AWS',
  bedrock: 'Bedrock',
  'bedrock-converse': 'Converse',
  'bedrock-mantle': 'Mantle',
  vertex: 'Vertex',
  foundry: 'Foundry',
};

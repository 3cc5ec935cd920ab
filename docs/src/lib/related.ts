/** Which guides help with a beta, most telling first. */
import type { CatalogBeta } from './catalog.ts';
import type { Guide } from './site.ts';

/** At most four: what its platforms, its stage and its samples make likely. */
export function relatedGuides(beta: CatalogBeta): Guide[] {
  const claims = Object.entries(beta.platforms);
  const on = (...platforms: string[]): boolean =>
    claims.some(
      ([platform, { accepts }]) =>
        platforms.includes(platform) && accepts !== false && accepts !== 'unknown',
    );
  const guides: (Guide | false)[] = [
    claims.some(
      ([platform, { accepts }]) =>
        platform.startsWith('bedrock') && (accepts === false || typeof accepts === 'object'),
    ) && 'invalid-beta-flag',
    beta.stage === 'preview' && 'recovery',
    claims.some(([, { accepts }]) => accepts === false) && 'policies',
    on('bedrock', 'bedrock-mantle') && 'quick-start-bedrock',
    on('vertex') && 'quick-start-vertex',
    on('foundry') && 'quick-start-foundry',
    'testing',
    claims.some(([, { accepts }]) => accepts === 'unknown') && 'platform-claim',
  ];
  return guides.filter((guide) => guide !== false).slice(0, 4);
}

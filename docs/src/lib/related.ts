/** Chooses the guides that help with a beta. */
import { type CatalogBeta, getFeature } from './catalog.ts';
import { getFeatureMark, getHeaderMark, isAvailable } from './claim-marks.ts';
import type { Guide } from './site.ts';

/** Finds at most four guides, most useful first, by the platforms and the stage of the beta. */
export function findRelatedGuides(beta: CatalogBeta): Guide[] {
  const { availability } = getFeature(beta.feature);
  const header = (platform: string) => getHeaderMark(beta.acceptance[platform] ?? []);
  const platforms = Object.keys(availability);
  const marks = new Map(
    platforms.map((platform) => [platform, getFeatureMark(availability[platform] ?? [])]),
  );
  const isOn = (...ids: string[]): boolean =>
    ids.some((id) => isAvailable(marks.get(id) ?? 'unknown'));
  const isRefused = (platform: string): boolean =>
    ['rejected', 'instead', 'some'].includes(header(platform)) ||
    marks.get(platform) === 'unavailable';
  const guides: (Guide | false)[] = [
    platforms.some((id) => id.startsWith('bedrock') && isRefused(id)) && 'invalid-beta-flag',
    beta.stage === 'internal' && 'claude-code',
    beta.stage === 'preview' && 'recovery',
    platforms.some(isRefused) && 'policies',
    isOn('bedrock', 'bedrock-mantle') && 'quick-start-bedrock',
    isOn('vertex') && 'quick-start-vertex',
    isOn('foundry') && 'quick-start-foundry',
    'testing',
    platforms.some((id) => marks.get(id) === 'unknown') && 'platform-claim',
  ];
  return guides.filter((guide) => guide !== false).slice(0, 4);
}

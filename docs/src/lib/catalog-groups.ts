/** The order of the catalog table: groups by audience, what most programs use first. */
import { AUDIENCES } from '@beta-headers/manifest';
import { getStartDate } from './betas.ts';
import { type CatalogBeta, catalog, getFeature } from './catalog.ts';

/** The groups of the table. `old` has the values that another has replaced, or that do nothing. */
const GROUPS = [...AUDIENCES, 'old'] as const;
export type Group = (typeof GROUPS)[number];

/** The groups that are folded until the reader opens them or filters the table. */
export const FOLDED: ReadonlySet<Group> = new Set(['administration', 'client-internal', 'old']);

/** The features that readers most often come for, an editorial choice. Others follow by date. */
export const FIRST_FEATURES = [
  'mcp-client',
  'files-api',
  'interleaved-thinking',
  'prompt-caching',
  'extended-cache-ttl',
  'tool-search-tool',
  'advanced-tool-use',
  'structured-outputs',
  'code-execution',
  'web-search',
  'web-fetch',
  'context-1m',
  'context-management',
  'compact',
  'computer-use',
  'skills',
  'fine-grained-tool-streaming',
  'effort',
  'fast-mode',
] as const;

/** Gets the group of a beta, from its stage or from the audience of its feature. */
export function getGroup({ stage, feature }: CatalogBeta): Group {
  if (stage === 'superseded' || stage === 'retired') return 'old';
  return stage === 'internal' ? 'client-internal' : getFeature(feature).audience;
}

/** Lists every beta by group. Groups without betas are left out. */
export function listGroups(): { group: Group; betas: CatalogBeta[] }[] {
  const sorted = [...catalog.betas].sort(compareByUse);
  return GROUPS.map((group) => ({
    group,
    betas: sorted.filter((beta) => getGroup(beta) === group),
  })).filter(({ betas }) => betas.length > 0);
}

const places = new Map<string, number>(FIRST_FEATURES.map((name, index) => [name, index]));

function compareByUse(a: CatalogBeta, b: CatalogBeta): number {
  const getPlace = ({ feature }: CatalogBeta): number => places.get(feature) ?? places.size;
  const byPlace = getPlace(a) - getPlace(b);
  if (byPlace !== 0) return byPlace;
  const [newer, older] = [getStartDate(b), getStartDate(a)];
  if (newer !== older) return newer < older ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

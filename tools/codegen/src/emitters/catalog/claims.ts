/** Converts claims to the compact form of `packages/core/src/catalog/raw.ts`. */
import type {
  CatalogAcceptance,
  CatalogAvailability,
  CatalogPlatform,
} from '@beta-headers/manifest';
import { shortenEndpoints } from './rule.ts';

type AnyClaim = CatalogAvailability | CatalogAcceptance;

/**
 * Converts the claims of each platform, or returns `undefined` if there are none. The engine
 * derives the claims that follow from `like`.
 */
export function toClaims(
  claims: { readonly [platform: string]: readonly AnyClaim[] },
  platforms: readonly CatalogPlatform[],
): object | undefined {
  const groups = new Map<string, string[]>();
  const lists = new Map<string, { readonly platforms: string[]; readonly claims: object[] }>();
  const add = (group: string, platform: string): void => {
    groups.set(group, [...(groups.get(group) ?? []), platform]);
  };
  for (const { id: platform, like } of platforms) {
    const list = claims[platform] ?? [];
    const [only] = list;
    if (!only || only.derivedFrom !== undefined) continue;
    // An explicit `unknown` overrides a claim of the followed platform.
    if (isUnclaimed(list) && isUnclaimed(claims[like?.platform ?? platform] ?? list)) continue;
    if (list.length === 1 && !needsRecord(only)) {
      add(only.status, platform);
      const confidence = readConfidence(only);
      if (confidence) add(confidence, platform);
      continue;
    }
    const records = list.map(toClaim);
    const key = JSON.stringify(records);
    const known = lists.get(key);
    if (known) known.platforms.push(platform);
    else lists.set(key, { platforms: [platform], claims: records });
  }
  if (groups.size + lists.size === 0) return undefined;
  const by = [...lists.values()].map((list) => [list.platforms.join(' '), list.claims]);
  return {
    ...Object.fromEntries([...groups].map(([group, names]) => [group, names.join(' ')])),
    ...(by.length > 0 && { by: Object.fromEntries(by) }),
  };
}

const isUnclaimed = (list: readonly AnyClaim[]): boolean =>
  list.length === 1 && list[0]?.status === 'unknown' && !list[0].disputed;

/** Tests if a claim has conditions, a fix or a replacement. */
function needsRecord(claim: AnyClaim): boolean {
  return ['models', 'endpoint', 'shape', 'until', 'fix', 'instead'].some((key) => key in claim);
}

function toClaim(claim: AnyClaim): object {
  const { status, models, endpoint, until } = claim;
  const confidence = readConfidence(claim);
  return {
    status,
    ...(models && { models }),
    ...(endpoint && { endpoint: shortenEndpoints(endpoint) }),
    ...('shape' in claim && claim.shape && { shape: claim.shape }),
    ...(until && { until }),
    ...(confidence && { confidence }),
    ...('fix' in claim && claim.fix && { fix: claim.fix }),
    ...('instead' in claim && claim.instead && { instead: claim.instead }),
  };
}

/** Reads the confidence. Medium is the default and is omitted. */
function readConfidence({ confidence, disputed }: AnyClaim): string | undefined {
  if (disputed) return 'disputed';
  return confidence === 'medium' ? undefined : confidence;
}

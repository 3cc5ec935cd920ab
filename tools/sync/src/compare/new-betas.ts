/**
 * Finds values that the manifest does not have, and the parts of the surface that seem to require
 * them.
 */
import type { Catalog } from '@beta-headers/manifest';
import { splitBetaId } from '@beta-headers/manifest';
import type { SdkFacts, SurfaceEntry } from '../read/facts.ts';
import { SyncError } from '../sync-error.ts';
import type { NewBeta, NewSurface } from './finding.ts';

/** Finds every new value, in the order of the union, then those outside of it. */
export function findNewBetas(
  facts: SdkFacts,
  catalog: Catalog,
  surface: readonly NewSurface[],
): NewBeta[] {
  const known = new Set(catalog.betas.map((beta) => beta.id));
  const features = new Set(catalog.features.map((feature) => feature.name));
  const union = new Set(facts.union);
  const seen = findOutsideUnion(facts);
  const ids = [...union, ...seen.keys()].filter(
    (id, i, all) => !known.has(id) && all.indexOf(id) === i,
  );
  const assigned = assignSurface(
    ids,
    facts,
    surface.filter((one) => !one.covered),
  );
  const firstOf = new Set<string>();
  return ids.map((beta): NewBeta => {
    const parts = splitBetaId(beta);
    if (!parts)
      throw new SyncError(
        `\`${beta}\` (${seen.get(beta)?.[0] ?? 'AnthropicBeta'}) has no date at its end, ` +
          'so no feature.',
      );
    checkFeatureName(beta, parts.feature);
    const methods = facts.methods.filter((method) => method.defaults.includes(beta));
    const knownFeature = features.has(parts.feature) || firstOf.has(parts.feature);
    firstOf.add(parts.feature);
    return {
      kind: 'new-beta',
      beta,
      feature: parts.feature,
      knownFeature,
      inUnion: union.has(beta),
      methods,
      surface: assigned.get(beta) ?? [],
      mentions: facts.mentions.filter((mention) => mention.betas.includes(beta)),
      seen: seen.get(beta) ?? [],
    };
  });
}

/** Twice the length of the longest beta so far; file names may have 255 bytes. */
const MAX_LENGTH = 100;

/** Windows does not allow these file names, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Checks that the feature can be a file name on every system. */
function checkFeatureName(beta: string, feature: string): void {
  if (beta.length > MAX_LENGTH)
    throw new SyncError(
      `\`${beta.slice(0, 40)}…\` has ${beta.length} characters, and no beta has more than ` +
        `${MAX_LENGTH}. Look at the release; nothing was written.`,
    );
  if (RESERVED.test(feature))
    throw new SyncError(
      `\`${beta}\`: Windows has no file named ${feature}.yaml, so the feature cannot have that ` +
        'name. Add the beta to another feature by hand; nothing was written.',
    );
}

/** Finds the places of values outside of the union. */
function findOutsideUnion(facts: SdkFacts): Map<string, string[]> {
  const seen = new Map<string, string[]>();
  const put = (id: string, source: string): void =>
    void seen.set(id, [...(seen.get(id) ?? []), source]);
  for (const method of facts.methods) for (const id of method.defaults) put(id, method.source);
  for (const { beta, source } of facts.pinned) put(beta, source);
  for (const mention of facts.mentions) for (const id of mention.betas) put(id, mention.source);
  return seen;
}

type Assignment = { entry: SurfaceEntry; because: string };

/** Assigns each new thing in message params to the new beta that it most likely requires. */
function assignSurface(
  ids: readonly string[],
  facts: SdkFacts,
  surface: readonly NewSurface[],
): Map<string, Assignment[]> {
  const fresh = new Set(surface.map(({ entry }) => entry.entry));
  // A thing inside of another new one comes with it, unless its own words name a beta.
  const whole = surface
    .map(({ entry }) => entry)
    .filter((entry) => entry.betas || !entry.within?.some((holder) => fresh.has(holder)));
  const takers = ids.filter(
    (id) => !facts.methods.some((method) => method.defaults.includes(id) && !method.helper),
  );
  const holders = new Map(facts.surface.map((entry) => [entry.entry, entry.within]));
  const assigned = new Map<string, Assignment[]>();
  for (const entry of whole) {
    if (entry.kind === 'form') continue;
    const [best] = ids
      .map((id) => ({ id, ...scoreLikeness(id, entry) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const only =
      !best && takers.length === 1 && !entry.within
        ? { id: takers[0] as string, because: 'it is the only new beta that no method sends' }
        : undefined;
    const taker = best ?? only;
    if (taker)
      assigned.set(taker.id, [
        ...(assigned.get(taker.id) ?? []),
        { entry, because: taker.because },
      ]);
  }
  for (const [id, all] of assigned) {
    // A thing inside of another one of the same beta needs no rule of its own.
    const names = new Set(all.map(({ entry }) => entry.entry));
    const isInside = (entry: SurfaceEntry): boolean =>
      (entry.within ?? []).some(
        (holder) => names.has(holder) || holders.get(holder)?.some((up) => names.has(up)),
      );
    assigned.set(
      id,
      all.filter(({ entry }) => !isInside(entry)),
    );
  }
  return assigned;
}

/** Words that are too common in names to show a relation. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'beta tool tools use type param params block content result text message messages api ' +
    'client request create config response base server data mode'
  ).split(' '),
);

/** Scores the likeness of the name of a beta and a thing in the params. */
function scoreLikeness(id: string, entry: SurfaceEntry): { score: number; because: string } {
  if (entry.betas?.includes(id)) return { score: 10, because: 'its doc comment names the beta' };
  if (entry.betas) return { score: 0, because: '' };
  const parts = splitBetaId(id);
  if (!parts) return { score: 0, because: '' };
  const subject =
    entry.kind === 'type' || entry.kind === 'literal'
      ? (entry.is ?? entry.entry)
      : (entry.entry.split('.').at(-1) ?? '');
  const sameDate = subject.includes(parts.date.replaceAll('-', ''));
  const words = parts.feature.split('-').filter((word) => !COMMON.has(word));
  const others = subject
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => !COMMON.has(word) && !/^\d+$/.test(word));
  const shared = words.filter((word) => others.some((other) => areAlike(word, other)));
  if (sameDate && shared.length > 0) return { score: 8, because: 'it has the same name and date' };
  if (shared.length > 0)
    return { score: 3 + shared.length, because: `both are called “${shared.join(' ')}”` };
  return sameDate ? { score: 2, because: 'it has the same date' } : { score: 0, because: '' };
}

/** `thread` and `threads`, `compact` and `compaction`. */
function areAlike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 5 && long.startsWith(short));
}

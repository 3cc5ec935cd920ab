import { compareVersions, isCalendarDate, splitBetaId } from '@beta-headers/grammar';
import type { Sources } from '../manifest-sources.ts';
import type { BetaSource, Evidence, FeatureSource, SourceEntry } from '../schema/index.ts';
import type { Path } from '../yaml-source.ts';
import { collectContents } from './contents.ts';
import { type ClaimList, type Lint, listBetas, listClaimLists, listEntries } from './lint.ts';

/**
 * Every date exists, and no claim rests on a page that was read before the fact. An overlay may
 * claim what was announced before the date of a beta.
 */
export const evidenceDates: Lint = {
  name: 'evidence-dates',
  *check(sources) {
    const real = new Map<string, boolean>();
    for (const { file, value, path } of collectContents(sources).dates) {
      const isReal = real.get(value.date) ?? isCalendarDate(value.date);
      real.set(value.date, isReal);
      if (isReal) continue;
      yield file.problem(
        path(),
        'evidence-dates',
        `${value.date} is not a calendar date`,
        'write a real date as YYYY-MM-DD',
      );
    }
    const entries = new Map(
      listEntries(sources, 'sources').map(({ data }) => [data.id, data] as const),
    );
    for (const { source, beta, path } of listBetas(sources)) {
      for (const { at, message, fix } of [
        ...(source.overlay ? [] : findTooEarlyEvents(beta, entries)),
        ...findTooEarlyReleases(beta, entries),
      ])
        yield source.problem([...path, ...at], 'evidence-dates', message, fix);
    }
    const births = collectFirstDays(sources);
    for (const list of listClaimLists(sources)) {
      if (list.source.overlay) continue;
      for (const { at, message, fix } of findTooEarlyClaims(list, entries, births))
        yield list.source.problem(at, 'evidence-dates', message, fix);
    }
  },
};

type Entries = ReadonlyMap<string, SourceEntry>;

interface Found {
  readonly at: Path;
  readonly message: string;
  readonly fix: string;
}

/** Finds events with sources that were all read earlier. */
function* findTooEarlyEvents(beta: BetaSource, entries: Entries): Generator<Found> {
  for (const key of ['released', 'graduated', 'retired'] as const) {
    const event = beta[key];
    const day = event?.date;
    if (day === undefined) continue;
    const newest = findNewestReading(event?.evidence ?? [], entries);
    if (newest === undefined || newest >= day) continue;
    yield {
      at: [key, 'date'],
      message: `${key} on ${day}, but every source was read before that day`,
      fix: 'read the source again and cite that reading',
    };
  }
}

/**
 * Finds claims whose sources were all read before the beta existed. A general refusal ("the Admin
 * API is not offered here") may be older than the beta, but not with high confidence. Any other
 * claim may not.
 */
function* findTooEarlyClaims(
  list: ClaimList,
  entries: Entries,
  births: FirstDays,
): Generator<Found> {
  const { kind, platform, claims, beta, source } = list;
  for (const [index, claim] of claims.entries()) {
    const isRefusal = claim.status === 'rejected' || claim.status === 'unavailable';
    if (claim.status === 'unknown' || (isRefusal && claim.confidence !== 'high')) continue;
    const newest = findNewestReading(claim.evidence, entries);
    if (newest === undefined) continue;
    const birth = births.get(beta ?? source.data);
    if (birth === undefined || newest >= birth.day) continue;
    const { day, isReleased } = birth;
    const subject =
      beta === undefined ? `the first beta of \`${source.data.feature}\`` : `\`${beta.id}\``;
    yield {
      at: [...list.pathOf(index), 'evidence'],
      message:
        `the ${kind} on ${platform} cites only sources that were read before ${day}, the ` +
        (isReleased ? `day on which ${subject} was released` : `date of ${subject}`),
      fix:
        'add a source that was read since, write `status: unknown`, or, if a page announced ' +
        `the beta before ${day}, add \`released\` to it with the day of the announcement`,
    };
  }
}

/** Finds SDK releases whose union cannot contain the beta yet. */
function* findTooEarlyReleases(beta: BetaSource, entries: Entries): Generator<Found> {
  const since = beta.sdk?.since?.typescript;
  if (since === undefined) return;
  for (const [index, { source, at }] of beta.evidence.entries()) {
    const release = entries.get(source);
    if (at !== 'AnthropicBeta' || !release || !('package' in release)) continue;
    if (release.package !== '@anthropic-ai/sdk') continue;
    if (compareVersions(release.version, since) >= 0) continue;
    yield {
      at: ['evidence', index, 'source'],
      message:
        `AnthropicBeta of SDK ${release.version} is cited, but \`sdk.since\` says ` +
        `that ${since} was the first to have the value`,
      fix: 'cite a release that has the value, or correct `sdk.since`',
    };
  }
}

/** The first day of a beta. */
interface Birth {
  readonly day: string;
  /** True if it is the day of `released`, and not the date in the id. */
  readonly isReleased: boolean;
}

/** The first day of each beta, and for each feature that of its oldest beta. */
type FirstDays = ReadonlyMap<BetaSource | FeatureSource, Birth>;

function collectFirstDays({ features }: Sources): FirstDays {
  const births = new Map<BetaSource | FeatureSource, Birth>();
  for (const { data } of features) {
    for (const beta of data.betas) {
      const birth = findBirth(beta);
      if (birth === undefined) continue;
      births.set(beta, birth);
      const oldest = births.get(data);
      if (oldest === undefined || birth.day < oldest.day) births.set(data, birth);
    }
  }
  return births;
}

/** A beta may be announced, and released, before the date in its id. */
function findBirth({ id, released }: BetaSource): Birth | undefined {
  const dated = splitBetaId(id)?.date;
  if (dated === undefined || !isCalendarDate(dated)) return undefined;
  const day = released?.date;
  const isReleased = day !== undefined && isCalendarDate(day) && day < dated;
  return { day: isReleased ? day : dated, isReleased };
}

/** Finds the newest day on which a source was read, or `undefined` if a package is cited. */
function findNewestReading(evidence: readonly Evidence[], entries: Entries): string | undefined {
  let newest: string | undefined;
  for (const { source } of evidence) {
    const entry = entries.get(source);
    if (entry === undefined || !('url' in entry)) return undefined;
    if (newest === undefined || entry.checked > newest) newest = entry.checked;
  }
  return newest;
}

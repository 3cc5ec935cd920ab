import { compareVersions, isCalendarDate, splitBetaId } from '@beta-headers/grammar';
import type { Sources } from '../manifest-sources.ts';
import type { BetaSource, Evidence, FeatureSource, SourceEntry } from '../schema.ts';
import type { Path } from '../yaml-source.ts';
import { collectContents } from './contents.ts';
import { type ClaimList, type Lint, listBetas, listClaimLists, listEntries } from './lint.ts';

/**
 * Every date is one, and no claim rests on a page that was read before it could be known. Only the
 * first holds for an overlay: what it knows of a beta was announced before the beta's date.
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
        `no calendar has ${value.date}`,
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

/** An event that every source was read before. */
function* findTooEarlyEvents(beta: BetaSource, entries: Entries): Generator<Found> {
  for (const key of ['released', 'graduated', 'retired'] as const) {
    const event = beta[key];
    const day = event?.date;
    if (day === undefined) continue;
    const newest = findNewestReading(event?.evidence ?? [], entries);
    if (newest === undefined || newest >= day) continue;
    yield {
      at: [key, 'date'],
      message: `${key} on ${day}, and every source was read before that day`,
      fix: 'read the source again and cite that reading',
    };
  }
}

/**
 * A claim whose sources were all read before there was anything to claim. A general refusal ("the
 * Admin API is not offered here") may be older than the beta that it keeps out, though never of
 * high confidence; that something works cannot be.
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
    const born = births.get(beta ?? source.data);
    if (born === undefined || newest >= born) continue;
    yield {
      at: [...list.pathOf(index), 'evidence'],
      message:
        `the ${kind} on ${platform} rests on sources that were all read before ${born}, the ` +
        `date of \`${beta?.id ?? `the first beta of ${source.data.feature}`}\``,
      fix: 'add a source that was read since, or write status: unknown',
    };
  }
}

/** An SDK release whose union cannot have shown the beta yet. */
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
        `AnthropicBeta of SDK ${release.version} is named as a source, and \`sdk.since\` says ` +
        `that ${since} was the first to have the value`,
      fix: 'name the release that shows it, or correct `sdk.since`',
    };
  }
}

/** The day of each beta as its id says it, and of each feature that of its oldest beta. */
type FirstDays = ReadonlyMap<BetaSource | FeatureSource, string>;

function collectFirstDays({ features }: Sources): FirstDays {
  const births = new Map<BetaSource | FeatureSource, string>();
  for (const { data } of features) {
    for (const beta of data.betas) {
      const day = splitBetaId(beta.id)?.date;
      if (day === undefined || !isCalendarDate(day)) continue;
      births.set(beta, day);
      const oldest = births.get(data);
      if (oldest === undefined || day < oldest) births.set(data, day);
    }
  }
  return births;
}

/** The newest day on which a source was read; `undefined` where a package is among them. */
function findNewestReading(evidence: readonly Evidence[], entries: Entries): string | undefined {
  let newest: string | undefined;
  for (const { source } of evidence) {
    const entry = entries.get(source);
    if (entry === undefined || !('url' in entry)) return undefined;
    if (newest === undefined || entry.checked > newest) newest = entry.checked;
  }
  return newest;
}

import { compareVersions, isCalendarDate, splitBetaId } from '@beta-headers/grammar';
import type { BetaSource, Evidence, SourceEntry } from '../schema.ts';
import type { Path } from '../source.ts';
import type { ManifestFile, Sources } from '../sources.ts';
import { walkValues } from '../walk.ts';
import { type ClaimList, eachBeta, eachClaimList, eachEntry, type Lint } from './lint.ts';

/** Every date is one, and no claim rests on a page that was read before it could be known. */
export const evidenceDates: Lint = {
  name: 'evidence-dates',
  *check(sources) {
    for (const { file, path, value } of unrealDates(sources))
      yield file.problem(
        path,
        'evidence-dates',
        `no calendar has ${value}`,
        'write a real date as YYYY-MM-DD',
      );
    const entries = new Map(
      [...eachEntry(sources, 'sources')].map(({ data }) => [data.id, data] as const),
    );
    for (const { source, beta, path } of eachBeta(sources)) {
      for (const { at, message, fix } of [
        ...tooEarlyEvents(beta, entries),
        ...tooEarlyReleases(beta, entries),
      ])
        yield source.problem([...path, ...at], 'evidence-dates', message, fix);
    }
    for (const list of eachClaimList(sources)) {
      for (const { at, message, fix } of tooEarlyClaims(list, entries))
        yield list.source.problem(at, 'evidence-dates', message, fix);
    }
  },
};

/** The keys whose text is a date; a model's `retired` is one, a beta's is a map. */
const DATES: ReadonlySet<string> = new Set([
  'date',
  'checked',
  'retires',
  'retired',
  'apiVersion',
  'until',
]);

function unrealDates(sources: Sources): { file: ManifestFile; path: Path; value: string }[] {
  const real = new Map<string, boolean>();
  const wrong: { file: ManifestFile; path: Path; value: string }[] = [];
  const look = (file: ManifestFile, root: unknown, base: Path): void =>
    walkValues(root, (key, value, path) => {
      if (key === 'evidence') return false;
      if (typeof value !== 'string' || !DATES.has(key)) return;
      const isReal = real.get(value) ?? isCalendarDate(value);
      real.set(value, isReal);
      if (!isReal) wrong.push({ file, path: [...base, ...path()], value });
    });
  for (const source of sources.features) look(source, source.data, []);
  for (const list of ['sources', 'models'] as const)
    for (const { file, data, path } of eachEntry(sources, list)) look(file, data, path);
  return wrong;
}

type Entries = ReadonlyMap<string, SourceEntry>;

interface Found {
  readonly at: Path;
  readonly message: string;
  readonly fix: string;
}

/** An event that every source was read before. */
function* tooEarlyEvents(beta: BetaSource, entries: Entries): Generator<Found> {
  for (const key of ['released', 'graduated', 'retired'] as const) {
    const event = beta[key];
    const day = event?.date;
    if (day === undefined || !allReadBefore(event?.evidence ?? [], day, entries)) continue;
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
function* tooEarlyClaims(list: ClaimList, entries: Entries): Generator<Found> {
  const { kind, platform, claims, beta, source } = list;
  const ids = beta ? [beta.id] : source.data.betas.map(({ id }) => id);
  const born = ids.map((id) => splitBetaId(id)?.date ?? '').sort()[0];
  if (born === undefined || !isCalendarDate(born)) return;
  for (const [index, claim] of claims.entries()) {
    const isRefusal = claim.status === 'rejected' || claim.status === 'unavailable';
    if (claim.status === 'unknown' || (isRefusal && claim.confidence !== 'high')) continue;
    if (!allReadBefore(claim.evidence, born, entries)) continue;
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
function* tooEarlyReleases(beta: BetaSource, entries: Entries): Generator<Found> {
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

/** Whether there are sources, all of them pages, and each was read before that day. */
function allReadBefore(evidence: readonly Evidence[], day: string, entries: Entries): boolean {
  return (
    evidence.length > 0 &&
    evidence.every(({ source }) => {
      const entry = entries.get(source);
      return entry !== undefined && 'url' in entry && entry.checked < day;
    })
  );
}

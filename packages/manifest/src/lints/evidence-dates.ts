import { compareVersions, isCalendarDate, splitBetaId } from '@beta-headers/grammar';
import type { BetaSource, Evidence } from '../schema.ts';
import type { Path } from '../source.ts';
import { walkValues } from '../walk.ts';
import { eachBeta, type Lint } from './lint.ts';

/** Every date is one, and no claim rests on what was read before it could be known. */
export const evidenceDates: Lint = {
  name: 'evidence-dates',
  *check(sources) {
    const real = new Map<string, boolean>();
    for (const source of [
      ...sources.features,
      ...(sources.platforms ? [sources.platforms] : []),
      ...(sources.models ? [sources.models] : []),
    ]) {
      const wrong: { at: Path; value: string }[] = [];
      walkValues(source.data, (key, value, path) => {
        if (typeof value !== 'string' || !DATES.has(key)) return;
        const isReal = real.get(value) ?? isCalendarDate(value);
        real.set(value, isReal);
        if (!isReal) wrong.push({ at: path(), value });
      });
      for (const { at, value } of wrong)
        yield source.problem(
          at,
          'evidence-dates',
          `no calendar has ${value}`,
          'write a real date as YYYY-MM-DD',
        );
    }
    for (const { source, beta, path } of eachBeta(sources)) {
      for (const { at, message, mend } of [
        ...tooEarlyEvents(beta),
        ...tooEarlyClaims(beta),
        ...tooEarlyReleases(beta),
      ]) {
        yield source.problem([...path, ...at], 'evidence-dates', message, mend);
      }
    }
  },
};

/** The keys whose text is a date; a model's `retired` is one, a beta's is a map. */
const DATES: ReadonlySet<string> = new Set(['date', 'checked', 'retires', 'retired', 'apiVersion']);

interface Found {
  readonly at: Path;
  readonly message: string;
  readonly mend: string;
}

/** An event that every source was read before. */
function* tooEarlyEvents(beta: BetaSource): Generator<Found> {
  for (const key of ['released', 'graduated', 'retired'] as const) {
    const event = beta[key];
    const day = event?.date;
    if (day === undefined || !allReadBefore(event?.evidence ?? [], day)) continue;
    yield {
      at: [key, 'date'],
      message: `${key} on ${day}, and every source was read before that day`,
      mend: 'read the source again and put the day in `checked`',
    };
  }
}

/**
 * A claim about a platform whose sources were all read before the beta's own date. A general refusal ("the Admin API is not offered here")
 * may be older than the beta that it keeps out, though never of high confidence; that something is accepted cannot be.
 */
function* tooEarlyClaims(beta: BetaSource): Generator<Found> {
  const born = splitBetaId(beta.id)?.date;
  if (born === undefined || !isCalendarDate(born)) return;
  for (const [platform, claim] of Object.entries(beta.platforms ?? {})) {
    if (claim.accepts === 'unknown' || (claim.accepts === false && claim.confidence !== 'high'))
      continue;
    if (!allReadBefore(claim.evidence, born)) continue;
    yield {
      at: ['platforms', platform, 'evidence'],
      message: `the claim about ${platform} rests on sources that were all read before ${born}, the date of \`${beta.id}\``,
      mend: 'add a source that was read since, or write accepts: unknown',
    };
  }
}

/** An SDK release whose union cannot have shown the beta yet. */
function* tooEarlyReleases(beta: BetaSource): Generator<Found> {
  const since = beta.sdk?.since;
  if (since === undefined) return;
  for (const [index, evidence] of beta.evidence.entries()) {
    if (
      !('sdk' in evidence) ||
      evidence.package !== undefined ||
      evidence.symbol !== 'AnthropicBeta' ||
      compareVersions(evidence.sdk, since) >= 0
    )
      continue;
    yield {
      at: ['evidence', index, 'sdk'],
      message: `AnthropicBeta of SDK ${evidence.sdk} is named as a source, and \`sdk.since\` says that ${since} was the first to have the value`,
      mend: 'name the release that shows it, or mend `sdk.since`',
    };
  }
}

/** Whether there are sources, all of them pages, and each was read before that day. */
function allReadBefore(evidence: readonly Evidence[], day: string): boolean {
  return (
    evidence.length > 0 && evidence.every((source) => 'checked' in source && source.checked < day)
  );
}

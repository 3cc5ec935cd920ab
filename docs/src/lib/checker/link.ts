/**
 * The state of the checker in a link. It is in the fragment, which browsers do not send to servers,
 * and has what the answer depends on: never the text itself.
 */
import { PLATFORMS, type Platform } from '@beta-headers/core';
import { type BetaErrorKind, classifyBetaError } from '@beta-headers/core/errors';
import {
  type ErrorReading,
  type Reading,
  type RequestReading,
  readText,
} from '@beta-headers/reader';
import type { Gap } from './answer.ts';
import { redactPart, redactRequest, type SafeRequest } from './redact.ts';
import { redactBetas } from './redact-betas.ts';

/** The maximum length of a fragment. Many programs cut longer links. */
const MAX_LINK = 8000;

/** The state that a link sets. */
export interface LinkState {
  readonly text: string;
  readonly platform?: Platform;
  /** Parts of the request that the text of the sender did not have. */
  readonly gaps: readonly Gap[];
}

/** A link, or the reason why there is none. */
export type Link =
  | {
      readonly fragment: string;
      readonly kind: 'request' | 'betas' | 'error';
      /** The number of values that were replaced or left out. */
      readonly replaced: number;
      /** True if the text has more than the link. */
      readonly isPart: boolean;
    }
  | { readonly without: 'too-long' | 'no-request' | 'error-text' };

/** The request of a text that has several, and the platform that the reader chose. */
interface LinkOptions {
  readonly index?: number;
  readonly platform?: Platform | undefined;
}

/** Makes a link for a text. */
export const makeLink = (text: string, words: readonly string[], options: LinkOptions): Link =>
  makeReadingLink(readText(text), words, options);

/** Makes a link for a text that was read. */
export function makeReadingLink(
  reading: Reading,
  words: readonly string[],
  { index = 0, platform }: LinkOptions,
): Link {
  const request = findRequest(reading, index);
  const on = platform ?? (reading.kind === 'none' ? undefined : findShown(reading, request));
  if (request) {
    const { request: safe, replaced: inRequest } = redactRequest(request.request, words);
    const isPart = reading.kind !== 'request';
    const parts = request.unknown.map(({ part, why }) => ({ part: redactPart(part), why }));
    const inGaps = parts.filter(({ part }, i) => part !== request.unknown[i]?.part).length;
    const replaced = inRequest + inGaps;
    const all = new Set(parts.map(({ part, why }) => `${part}:${why}`));
    const gaps = [...all].slice(0, MAX_GAPS);
    const values = { request: writeRequest(safe), ...(gaps.length > 0 && { gaps: gaps.join() }) };
    return finish(values, on, { kind: 'request', replaced, isPart });
  }
  if (reading.kind === 'betas' || (reading.kind === 'log' && reading.betas.length > 0)) {
    const all = reading.betas.map(({ beta }) => beta);
    const betas = redactBetas(all);
    if (betas.length === 0) return { without: 'no-request' };
    const replaced = all.length - betas.length;
    return finish({ betas: betas.join(',') }, on, {
      kind: 'betas',
      replaced,
      isPart: reading.kind === 'log',
    });
  }
  const error = reading.kind === 'error' || reading.kind === 'log' ? findError(reading) : undefined;
  if (!error) return { without: 'no-request' };
  const shared = toErrorText(error);
  return shared === undefined
    ? { without: 'error-text' }
    : finish({ error: shared }, on, { kind: 'error', replaced: 0, isPart: true });
}

const findError = (reading: Reading): ErrorReading | undefined =>
  reading.kind === 'error' ? reading : reading.kind === 'log' ? reading.error : undefined;

function findRequest(reading: Reading, index: number): RequestReading | undefined {
  if (reading.kind === 'request') return reading;
  if (reading.kind === 'requests') return reading.requests[index] ?? reading.requests[0];
  return reading.kind === 'log' ? reading.request : undefined;
}

const findShown = (
  reading: Exclude<Reading, { kind: 'none' }>,
  request: RequestReading | undefined,
): Platform | undefined =>
  request?.platform?.guess ?? ('platform' in reading ? reading.platform?.guess : undefined);

const quoteAll = (betas: readonly string[]): string =>
  betas.map((beta) => `\`${beta}\``).join(', ');

/** Standard wordings, by the kind of the error. They replace the text of the reader. */
const WORDINGS: { readonly [K in BetaErrorKind]?: (betas: readonly string[]) => string } = {
  unsupported: (betas) =>
    `Unexpected value(s) ${quoteAll(betas)} for the \`anthropic-beta\` header.`,
  'unsupported-unnamed': () => 'invalid beta flag',
  'empty-header': () => 'anthropic-beta: header cannot be empty',
};

/** Writes a standard text of the same kind, about the same betas. */
function toErrorText({ text, status }: ErrorReading): string | undefined {
  const info = classifyBetaError(status === undefined ? text : { status, body: text });
  if (!info) return undefined;
  const betas = redactBetas(info.betas);
  const shared = WORDINGS[info.kind]?.(betas);
  if (shared === undefined || betas.length !== info.betas.length) return undefined;
  const again = classifyBetaError(shared);
  const isSame = again?.kind === info.kind && again.betas.join() === betas.join();
  return isSame ? shared : undefined;
}

function finish(
  values: Readonly<Record<string, string>>,
  platform: Platform | undefined,
  about: Omit<Extract<Link, { fragment: string }>, 'fragment'>,
): Link {
  const fragment = new URLSearchParams({ ...values, ...(platform && { on: platform }) }).toString();
  return fragment.length > MAX_LINK ? { without: 'too-long' } : { ...about, fragment };
}

/** Writes a request so that it is read as one for Claude whatever its path is. */
const writeRequest = ({ headers, ...request }: SafeRequest): string =>
  JSON.stringify({ ...request, headers: { 'anthropic-version': '2023-06-01', ...headers } });

/** Writes the fragment for a request of the site itself, such as a sample. */
export function formatFragment(request: SafeRequest, platform?: Platform): string {
  return new URLSearchParams({
    request: writeRequest(request),
    ...(platform && { on: platform }),
  }).toString();
}

/** Writes the fragment for a list of betas. */
export const formatBetasFragment = (betas: readonly string[]): string =>
  new URLSearchParams({ betas: betas.join(',') }).toString();

/**
 * Reads a fragment, which anybody may have written. Leaves out invalid values, and returns nothing
 * for a fragment that only names a heading.
 */
export function parseFragment(hash: string): LinkState | undefined {
  const text = hash.replace(/^#/, '');
  if (!text.includes('=') || text.length > MAX_LINK * 2) return undefined;
  const params = new URLSearchParams(text);
  const read = (name: string): string => (params.get(name) ?? '').slice(0, MAX_LINK);
  const betas = redactBetas(read('betas').split(','));
  const shown = toPretty(read('request')) || (betas.length > 0 ? betas.join(', ') : read('error'));
  const platform = PLATFORMS.find((id) => id === params.get('on'));
  if (shown === '' && !platform) return undefined;
  return { text: shown, ...(platform && { platform }), gaps: parseGaps(read('gaps')) };
}

const MAX_GAPS = 20;
const GAP = /^([\w:/~-]{1,200}):(variable|file|stdin|form|missing)$/;

const parseGaps = (text: string): Gap[] =>
  text
    .split(',')
    .slice(0, MAX_GAPS)
    .flatMap((gap) => {
      const [, part, why] = GAP.exec(gap) ?? [];
      return part === undefined ? [] : [{ part, why: why as Gap['why'] }];
    });

/** Writes JSON with line breaks. Another text stays as it is. */
function toPretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2) ?? text;
  } catch {
    return text;
  }
}

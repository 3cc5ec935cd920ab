/** The readers of words: lists of betas, errors and logs, and the reason why a text is none. */
import { findConstantBetas } from './betas/beta-constants.ts';
import {
  findBetasInProse,
  findMarkedBetas,
  isBetaHeader,
  isBetaList,
  isModelName,
  readList,
} from './betas/beta-list.ts';
import { guessFromSettings } from './betas/settings.ts';
import { readError } from './error.ts';
import { hasErrorWords, quotesAnswer } from './error-words.ts';
import { guessFromSent, hasMessage } from './log.ts';
import { makeNone } from './none.ts';
import { type Source, trimPiece } from './text.ts';
import { toLog } from './to-reading.ts';
import type { NoneReading, Reading, RequestReading } from './types.ts';

export { isLog, readLog } from './log.ts';

/** Adds the error that follows a request, or that is quoted above it. */
export function addAnswer(source: Source, request: RequestReading): Reading {
  const rest = trimPiece(source.slice(request.at.end, source.text.length));
  const before = trimPiece(source.slice(0, request.at.start));
  const mayAnswer = request.format === 'log' || quotesAnswer(before.text);
  const error = readError(source, rest) ?? (mayAnswer ? readError(source, before) : undefined);
  if (request.format === 'log') {
    const platform = request.platform ?? guessFromSent(rest.text);
    const answer = error && hasMessage(error) ? error : undefined;
    return toLog({ ...request, ...(platform && { platform }) }, answer);
  }
  if (!error?.isAboutBetas) return request;
  const whole =
    isInError(source, request) && readError(source, trimPiece(source.slice(0, source.text.length)));
  return whole || toLog(request, error);
}

/** Tests for an address and nothing else in the line of an error, which quotes its request. */
function isInError({ text }: Source, { format, request, at }: RequestReading): boolean {
  if (format !== 'code' || request.body !== undefined || request.headers.length > 0) return false;
  const line = text.slice(text.lastIndexOf('\n', at.start) + 1);
  return hasErrorWords(/^.{0,4000}/.exec(line)?.[0] ?? '');
}

/** Reads lists of betas, and errors in words. */
export function readWords(source: Source): Reading | undefined {
  const whole = trimPiece(source.slice(0, source.text.length));
  if (isBetaList(whole.text)) return readList(source, whole);
  const error = isBetaHeader(whole.text) ? undefined : readError(source, whole);
  if (error?.isAboutBetas) return error;
  const platform = guessFromSettings(source.text);
  const { betas: marked, format } = findMarkedBetas(source);
  const betas = [...marked, ...findConstantBetas(source)];
  if (betas.length > 0) return { kind: 'betas', format, betas, ...(platform && { platform }) };
  if (error) return error;
  const inProse = findBetasInProse(source);
  return inProse.length > 0
    ? { kind: 'betas', format: 'prose', betas: inProse, ...(platform && { platform }) }
    : undefined;
}

const CODE =
  /^[ \t]{0,40}(?:import |from \w+ import|export |const |let |var |function |def |class |package |using |#include|public |async |fn |func |use |require\(|<\?php|#!)/m;

/** Says why a text is none of these. */
export function explainNone(
  source: Source,
  start: number,
  isOtherLanguage: (text: string) => boolean,
): NoneReading {
  const { text } = source;
  const range = { start, end: Math.min(start + 1, text.length) };
  const head = text.slice(start, start + 100_000);
  if (/^<(?:!doctype|html|head|body|\?xml|svg|div|p|table|script)\b/i.test(head))
    return makeNone('html', source, range);
  if (isModelName(text.trim())) return makeNone('model', source, range);
  return makeNone(CODE.test(head) || isOtherLanguage(head) ? 'code' : 'prose', source, range);
}

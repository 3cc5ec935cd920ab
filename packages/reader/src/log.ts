/** Reads debug logs of SDKs and of Claude Code: a header and an error, without a whole request. */
import { plan } from '@beta-headers/core';
import { findMarkedBetas } from './betas/beta-list.ts';
import { guessFromSettings } from './betas/settings.ts';
import { finish } from './draft.ts';
import { addStatus, guessFromAddress, readError } from './error.ts';
import { hasErrorWords } from './error-words.ts';
import { type Source, trimPiece } from './text.ts';
import type { ErrorReading, LogReading, PlatformGuess } from './types.ts';

/** The line of a client that says what it sent. */
const SENT = /\b(POST|GET|DELETE|PUT|PATCH) "?(https?:\/\/[^\s"]{1,2000})"?/;
/** The beginning of a line in a log. */
const LOG_LINE =
  /^[ \t]{0,40}(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\[?(?:DEBUG|INFO|WARN(?:ING)?|ERROR|TRACE|FATAL)\b|time=|level=|\[log_)/m;

/** Tests if a text has the lines of a log. */
export const isLog = ({ text }: Source): boolean => LOG_LINE.test(text.slice(0, 200_000));

/** Reads a log; `undefined` if the text is none. */
export function readLog(source: Source): LogReading | undefined {
  const { text } = source;
  const head = text.slice(0, 200_000);
  const isLines = isLog(source);
  const { betas } = findMarkedBetas(source);
  const sent = SENT.exec(text);
  const hasHeader = betas.length > 0;
  if (!isLines && !(hasHeader && /\r?\n/.test(text.trim()))) return undefined;
  const found = readError(source, findErrorPart(source));
  const error = found && addStatus(found, head);
  if (!isLines && !error) return undefined;
  if (!error && !hasHeader && !sent) return undefined;
  const request = sent
    ? finish(source, {
        format: 'log',
        range: { start: sent.index, end: sent.index + sent[0].length },
        method: sent[1],
        url: source.slice(
          sent.index + sent[0].indexOf('http'),
          sent.index + sent[0].indexOf('http') + (sent[2] as string).length,
        ),
        headers: betas.map(({ beta, at }) => ({
          name: 'anthropic-beta',
          value: beta,
          piece: source.slice(at.start, at.end),
        })),
        unknown: [{ part: 'body', why: 'missing' }],
      })
    : undefined;
  const platform =
    request?.platform ?? error?.platform ?? guessFromAddress(head) ?? guessFromSettings(head);
  return {
    kind: 'log',
    ...(request && { request }),
    betas,
    ...(error && { error }),
    ...(platform && { platform }),
  };
}

const ERROR_START =
  /^.{0,200}?(?:\b(?:ERROR|Error|error)\b|\b[45]\d\d \{|\{"type":"error"|\{"message":|"error":).*$/m;

/** Guesses the platform from the first address that a log says was called. */
export function guessFromSent(text: string): PlatformGuess | undefined {
  const [, method = 'POST', url] = SENT.exec(text.slice(0, 200_000)) ?? [];
  if (url === undefined) return undefined;
  const { platform, platformFrom } = plan({ method, url });
  return platformFrom === 'host' ? { guess: platform, from: 'host' } : undefined;
}

/** A line with the status of an answer and nothing of its body. */
const STATUS_LINE = /^.{0,2000}\bHTTP Request: .{0,2000}\bHTTP\/[\d.]+ [45]\d\d\b.{0,60}$/gm;

/** Tests if an error has a message. The status alone does not show if it is about betas. */
export const hasMessage = ({ text, isAboutBetas }: ErrorReading): boolean =>
  isAboutBetas || hasErrorWords(text.replaceAll(STATUS_LINE, ''));

/** Finds the lines of a log from the first error on. */
function findErrorPart(source: Source): ReturnType<Source['slice']> {
  const found = ERROR_START.exec(source.text);
  return trimPiece(source.slice(found?.index ?? 0, source.text.length));
}

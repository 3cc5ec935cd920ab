/** Recognises errors, by the classifier of core and by their form. */
import { type Platform, plan } from '@beta-headers/core';
import { isBeta } from './betas/beta-list.ts';
import { guessFromModels } from './betas/settings.ts';
import { hasErrorWords, LOOKED_AT } from './error-words.ts';
import {
  type Classify,
  cutPiece,
  isObject,
  type Piece,
  rangeOf,
  type Source,
  trimPiece,
} from './text.ts';
import type { ErrorReading, PlatformGuess } from './types.ts';

/** The fields that an error consists of, in the APIs of all platforms. */
const FIELDS =
  /^(?:message|Message|msg|__type|_type|code|type|status|status_?[cC]ode|error|errors|detail|details|request_?[iI]d|reason|name|stack|headers|cause|title|param|originalStatusCode|originalMessage|\$metadata|\$fault)$/;

/** Tests if a JSON object is an error. */
export function isErrorValue(
  source: Source,
  value: Record<string, unknown>,
  text: string,
): boolean {
  if (value['type'] === 'error' || isObject(value['error'])) return true;
  const keys = Object.keys(value);
  const hasText = ['message', 'Message', 'error', 'detail', 'msg'].some(
    (key) => typeof value[key] === 'string',
  );
  return (
    (hasText && keys.every((key) => FIELDS.test(key))) ||
    (hasText && isKnown(source, text, undefined))
  );
}

const STATUS =
  /\b(?:(?:http_?)?status(?:[ _]?code)?["']?\s{0,4}(?:=>|[:=(|])?\s{0,4}|code["']?\s{0,4}:\s{0,4}["']?|Error code: |API Error:? |HTTP(?:\/[\d.]+"?)? |error:? )([45]\d\d)\b|(?:exception|failed|argument|badrequest|notfound|denied): ([45]\d\d)\b|\b([45]\d\d) \(?(?:Bad Request|Unauthorized|Forbidden|Not Found|Too Many|Internal|\{)|^[ \t`"']{0,40}([45]\d\d)\b/im;

const STATUSES = new RegExp(STATUS, 'gim');

/** Tests if a text is an error about betas. */
export const isKnown = (source: Source, text: string, status?: number): boolean =>
  classify(source, text, status) !== undefined;

const classify = (source: Source, text: string, status: number | undefined): ReturnType<Classify> =>
  source.parts.classify(status === undefined ? text : { status, message: text });

/** Makes a reading of a part of the text. */
export function makeError(source: Source, piece: Piece): ErrorReading {
  const { text } = piece;
  const status = findStatus(text);
  const platform = guessFromError(source, text, status);
  return {
    kind: 'error',
    text,
    ...(status !== undefined && { status }),
    isAboutBetas: isKnown(source, text, status) || isKnown(source, text, undefined),
    ...(platform && { platform }),
    at: source.place(rangeOf(piece)),
  };
}

/** The error of Bedrock, which names no value. Gateways write a value after or before it. */
const FLAG =
  /\binvalid beta flags?\b(?!["'`]?\s{0,4}[:(=[]?\s{0,4}["'`([]{0,3}[a-z][\w-]{1,80}-20\d\d)/i;
const NAMED_BEFORE = /-20\d\d-?\d\d-?\d\d["'`]?\s?(?::|is(?: an?)?|=)?\s?$/;
const WORD = /[a-z][\w-]*-20\d\d-?\d\d-?\d\d/gi;

/**
 * Reads an error of Bedrock in a text that also says which betas were sent. The classifier would
 * take them for the values that the error names.
 */
function readFlagError(source: Source, piece: Piece): ErrorReading | undefined {
  const { text } = piece;
  const match = text.length > 20_000 ? null : FLAG.exec(text);
  if (!match || NAMED_BEFORE.test(text.slice(Math.max(0, match.index - 40), match.index)))
    return undefined;
  const sent = [...new Set((text.match(WORD) ?? []).filter(isBeta))];
  if (sent.length === 0) return undefined;
  const flag = makeError(source, cutPiece(piece, match.index, match.index + match[0].length));
  const { status, platform } = makeError(source, piece);
  return {
    ...flag,
    ...(status !== undefined && { status }),
    ...(platform && { platform }),
    sent,
  };
}

const QUESTION =
  /^\s*(?:do|does|did|is|are|can|could|should|must|why|when|what|which|how|where|apakah|kenapa|mengapa|bagaimana|kapan|haruskah|perlukah|masihkah|bisakah)\b[^{`"“\n]{1,400}$/i;
const ERROR_WORD =
  /error|exception|\b[45]\d\d\b|invalid beta flag|extra inputs|unexpected value|kesalahan/i;

/** A question in a language that does not begin it with a word of its own. */
const OTHER_QUESTION = /[\u0250-\u1fff\u2c00-\uffff][^`"“\n]{0,400}[?？]\s*$/;

/** Tests if a text is a question in words, such as whether a beta is still required. */
const isQuestion = (text: string): boolean =>
  text.length <= 500 &&
  /[?？]/.test(text) &&
  (QUESTION.test(text) || OTHER_QUESTION.test(text)) &&
  !/: /.test(text) &&
  !ERROR_WORD.test(text);

/** A line that only sets a variable, in the shells of all systems. */
const SETTING =
  /^\s*(?:setx?(?:\s+-[a-zA-Z]{1,3})?\s+["']?[A-Z][A-Z0-9_]*[=\s]|(?:export\s+|\$env:)?[A-Z][A-Z0-9_]*\s*=)/;

/** Tests if all lines of a text set variables: `set` asks nobody to send a value. */
function isSettings(text: string): boolean {
  if (text.length > 20_000 || ERROR_WORD.test(text)) return false;
  const lines = text.split('\n').filter((line) => !/^\s*(?:#|::|rem\b|$)/i.test(line));
  return lines.length > 0 && lines.every((line) => SETTING.test(line));
}

/** Reads a text as an error; `undefined` if it is none. */
export function readError(source: Source, piece: Piece): ErrorReading | undefined {
  const { text } = piece;
  if (text.trim() === '' || isQuestion(text) || isSettings(text)) return undefined;
  const flag = readFlagError(source, piece);
  if (flag) return flag;
  if (isKnown(source, piece.text, findStatus(piece.text))) return makeError(source, piece);
  const part = findKnownPart(source, piece);
  if (part) return addStatus(makeError(source, part), text);
  return hasErrorWords(piece.text) ? makeError(source, piece) : undefined;
}

const PARTS = /(?:(?!``)[^\n]){12,4000}/g;
const SPANS = /(?<=`)[^`\n]{12,4000}(?=`)/g;
const MAX_PARTS = 40;

/** Finds the line or the code span of a short text that the classifier knows. */
function findKnownPart(source: Source, piece: Piece): Piece | undefined {
  const { text } = piece;
  if (text.length > 20_000) return undefined;
  let tries = 0;
  for (const { 0: part, index } of [...text.matchAll(PARTS), ...text.matchAll(SPANS)]) {
    if (tries++ >= MAX_PARTS) return undefined;
    if (part.length < text.length && isKnown(source, part.trim(), findStatus(part)))
      return trimPiece(cutPiece(piece, index, index + part.length));
  }
  return undefined;
}

function findStatus(text: string): number | undefined {
  const [, ...groups] = STATUS.exec(text.slice(0, LOOKED_AT)) ?? [];
  const status = groups.find((group) => group !== undefined);
  return status === undefined ? undefined : Number(status);
}

/** The package of an SDK's client for a platform, in the frames of a stack. */
const FRAME =
  /(?:\banthropic[/\\]{1,2}lib[/\\]{1,2}|@anthropic-ai[/\\]{1,2}|\bcom\.anthropic\.)(bedrock|vertex|foundry)\b(?!\S{0,60}mantle)/i;

/** Adds the status that the text around an error has, unless it has several. */
export function addStatus(error: ErrorReading, text: string): ErrorReading {
  if (error.status !== undefined) return error;
  const statuses = new Set<string>();
  for (const [, ...groups] of text.slice(0, LOOKED_AT).matchAll(STATUSES))
    statuses.add(groups.find((group) => group !== undefined) ?? '');
  const [only] = statuses;
  return only && statuses.size === 1 ? { ...error, status: Number(only) } : error;
}

const IDS: readonly (readonly [RegExp, PlatformGuess])[] = [
  [/\b(?:req|msg|toolu)_vrtx_/, { guess: 'vertex', from: 'id' }],
  [/\b(?:req|msg|toolu)_bdrk_/, { guess: 'bedrock', from: 'id' }],
  [/calling the Converse(?:Stream)? operation/, { guess: 'bedrock-converse', from: 'path' }],
  [/calling the InvokeModel/, { guess: 'bedrock', from: 'path' }],
];

const ADDRESS = /https:\/\/[\w.-]{1,200}(?:\/[\w.@:%~/-]{0,500})?/g;
const MAX_ADDRESSES = 20;

/** Guesses the platform from the address that a client says it called. */
export function guessFromAddress(text: string): PlatformGuess | undefined {
  let guess: Platform | undefined;
  let count = 0;
  for (const [url] of text.matchAll(ADDRESS)) {
    if (count++ >= MAX_ADDRESSES) break;
    const { platform, platformFrom } = plan({ method: 'POST', url });
    if (platformFrom !== 'host') continue;
    if (guess !== undefined && guess !== platform) return undefined;
    guess = platform;
  }
  return guess && { guess, from: 'host' };
}

/** Guesses the platform from ids, an address, what the classifier finds, or models in the text. */
function guessFromError(
  source: Source,
  text: string,
  status: number | undefined,
): PlatformGuess | undefined {
  const part = text.slice(0, LOOKED_AT);
  const found = IDS.find(([form]) => form.test(part))?.[1] ?? guessFromAddress(part);
  if (found) return found;
  const client = FRAME.exec(part)?.[1]?.toLowerCase();
  if (client) return { guess: client as Platform, from: 'client' };
  const info = classify(source, text, status);
  return info?.platform ? { guess: info.platform, from: 'host' } : guessFromModels(part);
}

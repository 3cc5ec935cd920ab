/** Decides what a text is. The parts that only some texts need are given. */
import { findConstantBetas } from './beta-constants.ts';
import {
  findBetasInProse,
  findMarkedBetas,
  isBetaHeader,
  isBetaList,
  isModelName,
  readList,
} from './beta-list.ts';
import { JsonText } from './body.ts';
import { type Draft, type Found, finish } from './draft.ts';
import { listEmbedded } from './embedded.ts';
import { readError } from './error.ts';
import { findHttp } from './http.ts';
import { completeRaw, readJoined, toLog } from './joined.ts';
import { parseJson } from './json.ts';
import { readLiteralBody } from './literal-body.ts';
import { guessFromSent, hasMessage, isLog, readLog } from './log.ts';
import { makeJsonProblem, makeNone } from './none.ts';
import { readJsonLines, readJsonValue, toReading } from './read-json.ts';
import { guessFromSettings } from './settings.ts';
import { Source, type SourceParts, trimPiece } from './text.ts';
import type {
  Format,
  NoneReading,
  Reading,
  ReadOptions,
  RequestReading,
  UnknownPart,
} from './types.ts';

/** The length up to which a text is read, which is more than any API accepts. */
export const MAX_TEXT: number = 40_000_000;

/** The readers of code. */
export interface CodeReaders {
  /** Finds the commands of PowerShell, whose values are those of code. */
  readonly findPowerShell: (source: Source) => Found;
  /** Finds the calls in JavaScript and Python. */
  readonly findCalls: (source: Source) => Draft[];
  /** Finds the calls of frameworks. */
  readonly findFrameworkCalls: (source: Source) => Draft[];
  /** Finds the requests of other languages. */
  readonly findStatements: (source: Source, hasCalls: boolean) => Draft[];
  /** Adds headers that are set around the only call. */
  readonly addOuterHeaders: (source: Source, draft: Draft) => Draft;
  /** Tests if a text is in a language beside JavaScript and Python. */
  readonly isOtherLanguage: (text: string) => boolean;
}

/** The parts of the reader that only some texts need. */
export interface Parts extends SourceParts {
  readonly commands: readonly ((source: Source) => Found)[];
  readonly code: CodeReaders;
}

/** A page has not loaded the part of the reader that a text needs. */
export class NotLoaded extends Error {
  readonly part: keyof SourceParts;
  constructor(part: keyof SourceParts) {
    super(`${part} is not loaded`);
    this.part = part;
  }
}

/** Reads a text with the given parts. */
export function readWith(text: string, options: ReadOptions, parts: Parts): Reading {
  if (typeof text !== 'string') return makeNone('not-text');
  if (text.trim() === '') return makeNone('empty');
  if (text.length > MAX_TEXT) return makeNone('too-long');
  const source = new Source(text, parts);
  try {
    return read(source, options, parts);
  } catch (error) {
    if (error instanceof NotLoaded) throw error;
    // A text that nests deeper than an engine can read.
    return makeNone('unreadable', source, { start: 0, end: 0 });
  }
}

function read(source: Source, options: ReadOptions, parts: Parts): Reading {
  const { text } = source;
  const start = text.search(/[^\s\ufeff]/);
  if (start < 0) return makeNone('empty');
  const json = /[{["\d-]|true|false|null/y;
  json.lastIndex = start;
  let problem: NoneReading | undefined;
  if (json.test(text)) {
    const result = readWholeJson(source, start, options);
    if (result?.kind !== 'none' || result.code !== 'json') {
      if (result) return result;
    } else problem = result;
  }
  if (text.slice(0, 100_000).includes('\0'))
    return makeNone('binary', source, { start: 0, end: 1 });
  return (
    readCalls(source, parts) ??
    (isLog(source) ? undefined : readJoined(source)) ??
    readLog(source) ??
    readWords(source) ??
    problem ??
    readEmbedded(source, options) ??
    explainNone(source, start, parts.code)
  );
}

/** Reads a text that is JSON as a whole, or JSON lines. A problem is returned for later. */
function readWholeJson(source: Source, start: number, options: ReadOptions): Reading | undefined {
  const piece = trimPiece(source.slice(start, source.text.length));
  const parsed = parseJson(piece.text);
  if (parsed.problem === undefined)
    return readJsonValue(source, new JsonText(piece, parsed.value), options);
  const lines = readJsonLines(source, start) ?? readWholeLiteral(source, start);
  if (lines) return lines;
  const at = Math.min(start + parsed.at, source.text.length);
  return /^[{[]\s*(?:["'“‘{[\w}/]|$)/.test(piece.text.slice(0, 1000))
    ? makeJsonProblem(source, parsed.problem, at)
    : undefined;
}

/** Reads an object of JavaScript or Python that is a body and the whole text. */
function readWholeLiteral(source: Source, start: number): Reading | undefined {
  const draft = readLiteralBody(source, start);
  return draft && /^\s*;?\s*$/.test(source.text.slice(draft.range.end))
    ? finish(source, draft)
    : undefined;
}

/** Reads commands, raw HTTP and calls in code, in the order of the text. */
function readCalls(source: Source, { commands, code }: Parts): Reading | undefined {
  const readers: readonly ((source: Source, hasDrafts: boolean) => Found)[] = [
    ...commands,
    code.findPowerShell,
    findHttp,
    (one) => ({ drafts: code.findCalls(one) }),
    (one) => ({ drafts: code.findFrameworkCalls(one) }),
    (one, hasDrafts) => ({ drafts: code.findStatements(one, hasDrafts) }),
  ];
  let drafts: Draft[] = [];
  let problem: NoneReading | undefined;
  for (const find of readers) {
    const found = find(source, drafts.length > 0);
    problem ??= found.problem;
    const free = found.drafts.filter(({ range }) => !drafts.some((one) => overlaps(one, range)));
    drafts = [...drafts, ...free];
  }
  drafts.sort((a, b) => a.range.start - b.range.start);
  const [only] = drafts;
  if (only && drafts.length === 1 && CALL_FORMATS.includes(only.format))
    drafts = [code.addOuterHeaders(source, only)];
  if (only && drafts.length === 1 && RAW_FORMATS.includes(only.format))
    drafts = [completeRaw(source, only)];
  const reading = toReading(source, drafts, drafts[0]?.format ?? 'code') ?? problem;
  if (reading?.kind !== 'request') return reading;
  return withAnswer(source, withOtherBetas(source, reading));
}

const overlaps = ({ range }: Draft, { start, end }: Draft['range']): boolean =>
  start < range.end && end > range.start;

/** The formats of calls, whose headers a client or a session may set. */
const CALL_FORMATS: readonly Format[] = ['python', 'typescript', 'fetch'];
/** The formats whose body may be in another part of the text. */
const RAW_FORMATS: readonly Format[] = ['http', 'curl'];
const CODE_FORMATS: readonly Format[] = ['python', 'typescript', 'fetch', 'code', 'powershell'];

/** Reports betas in code that are in no part of the request: it may send them as well. */
function withOtherBetas(source: Source, reading: RequestReading): RequestReading {
  if (!CODE_FORMATS.includes(reading.format)) return reading;
  const known = new Set(reading.betas.map(({ beta }) => beta));
  const [first] = findMarkedBetas(source).betas.filter(({ beta }) => !known.has(beta));
  const isReported = reading.unknown.some(({ part }) => /beta|header/.test(part));
  if (!first || isReported) return reading;
  const part: UnknownPart = { part: 'header:anthropic-beta', why: 'variable', at: first.at };
  return { ...reading, unknown: [...reading.unknown, part] };
}

/** The answer of an API in a text above a request. A comment on headers is none. */
const QUOTED_ANSWER = /"type": ?"error"|invalid_request_error|ValidationException/;

/** Adds the error that follows a request, or that is quoted above it. */
function withAnswer(source: Source, request: Extract<Reading, { kind: 'request' }>): Reading {
  const rest = trimPiece(source.slice(request.at.end, source.text.length));
  const before = trimPiece(source.slice(0, request.at.start));
  const mayAnswer = request.format === 'log' || QUOTED_ANSWER.test(before.text.slice(-20_000));
  const error = readError(source, rest) ?? (mayAnswer ? readError(source, before) : undefined);
  if (request.format === 'log') {
    const platform = request.platform ?? guessFromSent(rest.text);
    const answer = error && hasMessage(error) ? error : undefined;
    return toLog({ ...request, ...(platform && { platform }) }, answer);
  }
  return error?.isAboutBetas ? toLog(request, error) : request;
}

/** Reads lists of betas, and errors in words. */
function readWords(source: Source): Reading | undefined {
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

/** Shorter broken JSON is not reported, because it may be a bracket in a sentence. */
const LONG_ENOUGH = 20;

/** Reads JSON in a code block or after a sentence. */
function readEmbedded(source: Source, options: ReadOptions): Reading | undefined {
  const { values, broken } = listEmbedded(source);
  for (const { json } of values) {
    const reading = readJsonValue(source, json, options);
    if (reading && reading.kind !== 'none') return reading;
  }
  return broken && broken.at - broken.start > LONG_ENOUGH ? broken.problem : undefined;
}

const CODE =
  /^[ \t]{0,40}(?:import |from \w+ import|export |const |let |var |function |def |class |package |using |#include|public |async |fn |func |use |require\(|<\?php|#!)/m;

/** Says why a text is none of these. */
function explainNone(source: Source, start: number, code: CodeReaders): NoneReading {
  const { text } = source;
  const range = { start, end: Math.min(start + 1, text.length) };
  const head = text.slice(start, start + 100_000);
  if (/^<(?:!doctype|html|head|body|\?xml|svg|div|p|table|script)\b/i.test(head))
    return makeNone('html', source, range);
  if (isModelName(text.trim())) return makeNone('model', source, range);
  return makeNone(CODE.test(head) || code.isOtherLanguage(head) ? 'code' : 'prose', source, range);
}

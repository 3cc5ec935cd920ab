/** Decides what a text is. Large parts are given: the readers of code, the classifier of errors. */
import { findAwsCli } from './aws-cli.ts';
import { findConstantBetas } from './beta-constants.ts';
import {
  findBetasInProse,
  findMarkedBetas,
  guessFromSettings,
  isBetaList,
  isModelName,
  readList,
} from './beta-list.ts';
import { JsonText } from './body.ts';
import { type Found, findCurl } from './curl.ts';
import { type Draft, finish } from './draft.ts';
import { readError } from './error.ts';
import { Evaluator } from './evaluate.ts';
import { cutAfterJson, findHttp } from './http.ts';
import { findHttpie } from './httpie.ts';
import { type JsonNode, parseJson, scanJson } from './json.ts';
import { LiteralReader } from './literal.ts';
import { readLog } from './log.ts';
import { makeJsonProblem, makeNone } from './none.ts';
import { findPowerShell } from './powershell.ts';
import { readJsonLines, readJsonValue, toReading } from './read-json.ts';
import { findShape } from './shape.ts';
import { type Classify, Source, trimPiece } from './text.ts';
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

/** Thrown by a classifier that has to be loaded first. */
export class ClassifierNotLoaded extends Error {}

/** Reads a text with the given readers of code and the given classifier of errors. */
export function readWith(
  text: string,
  options: ReadOptions,
  code: CodeReaders,
  classify: Classify,
): Reading {
  if (typeof text !== 'string') return makeNone('not-text');
  if (text.trim() === '') return makeNone('empty');
  if (text.length > MAX_TEXT) return makeNone('too-long');
  const source = new Source(text, classify);
  try {
    return read(source, options, code);
  } catch (error) {
    if (error instanceof ClassifierNotLoaded) throw error;
    // A text that nests deeper than an engine can read.
    return makeNone('unreadable', source, { start: 0, end: 0 });
  }
}

function read(source: Source, options: ReadOptions, code: CodeReaders): Reading {
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
    readCalls(source, code) ??
    readLog(source) ??
    readWords(source) ??
    problem ??
    readEmbedded(source, options) ??
    explainNone(source, start, code)
  );
}

/** Reads a text that is JSON as a whole, or JSON lines. A problem is returned for later. */
function readWholeJson(source: Source, start: number, options: ReadOptions): Reading | undefined {
  const piece = trimPiece(source.slice(start, source.text.length));
  const parsed = parseJson(piece.text);
  if (parsed.problem === undefined)
    return readJsonValue(source, new JsonText(piece, parsed.value), options);
  const lines = readJsonLines(source, start) ?? readLiteral(source, start);
  if (lines) return lines;
  const at = Math.min(start + parsed.at, source.text.length);
  return /^[{[]\s*(?:["'“‘{[\w}/]|$)/.test(piece.text.slice(0, 1000))
    ? makeJsonProblem(source, parsed.problem, at)
    : undefined;
}

/** Reads an object of JavaScript or Python that is a body as a whole, without variables. */
function readLiteral(source: Source, start: number): Reading | undefined {
  const head = /^\{\s*['\w]/.exec(source.text.slice(start, start + 1000))?.[0];
  if (!head) return undefined;
  const reader = new LiteralReader(source.text, start);
  const node = reader.readValue();
  if (node.kind !== 'object' || !/^\s*;?\s*$/.test(source.text.slice(reader.at))) return undefined;
  const body = new Evaluator(source.text).toBody(node);
  if (body.unknown.length > 0 || !findShape(body.value)) return undefined;
  const format = head.endsWith("'") ? 'python' : 'typescript';
  return finish(source, { format, range: { start, end: node.end }, headers: [], body });
}

/** Reads commands, raw HTTP and calls in code, in the order of the text. */
function readCalls(source: Source, code: CodeReaders): Reading | undefined {
  const readers: readonly ((source: Source, hasDrafts: boolean) => Found)[] = [
    findCurl,
    findAwsCli,
    findPowerShell,
    findHttpie,
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
  const reading = toReading(source, drafts, drafts[0]?.format ?? 'code') ?? problem;
  if (reading?.kind !== 'request') return reading;
  return withAnswer(source, withOtherBetas(source, reading));
}

const overlaps = ({ range }: Draft, { start, end }: Draft['range']): boolean =>
  start < range.end && end > range.start;

/** The formats of calls, whose headers a client or a session may set. */
const CALL_FORMATS: readonly Format[] = ['python', 'typescript', 'fetch'];
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

/** Adds the error that follows a request. */
function withAnswer(source: Source, request: Extract<Reading, { kind: 'request' }>): Reading {
  const { platform, betas } = request;
  const rest = trimPiece(source.slice(request.at.end, source.text.length));
  const before = source.slice(0, request.format === 'log' ? request.at.start : 0);
  const error = readError(source, rest) ?? readError(source, trimPiece(before));
  if (!error?.isAboutBetas && request.format !== 'log') return request;
  return {
    kind: 'log',
    request,
    betas: betas.map(({ beta, at }) => ({ beta, at })),
    ...(error && { error }),
    ...(platform ? { platform } : error?.platform && { platform: error.platform }),
  };
}

/** Reads lists of betas, and errors in words. */
function readWords(source: Source): Reading | undefined {
  const whole = trimPiece(source.slice(0, source.text.length));
  if (isBetaList(whole.text)) return readList(source, whole);
  const error = isHeader(whole.text) ? undefined : readError(source, whole);
  if (error?.isAboutBetas) return error;
  const platform = guessFromSettings(source.text);
  const { betas: marked, format } = findMarkedBetas(source);
  const betas = [...marked, ...findConstantBetas(source)];
  if (betas.length > 0) return { kind: 'betas', format, betas, ...(platform && { platform }) };
  if (error) return error;
  const inProse = findBetasInProse(source);
  return inProse.length > 0 ? { kind: 'betas', format: 'prose', betas: inProse } : undefined;
}

const HEADER_NAME = /^["'`]?anthropic-beta["'`]?\s{0,4}[:=]\s{0,4}/i;

/** Tests if a text is a header with a list and nothing else, which no error is. */
function isHeader(text: string): boolean {
  const name = HEADER_NAME.exec(text)?.[0];
  return name !== undefined && isBetaList(text.slice(name.length));
}

const JSON_START = /^[ \t>]{0,20}(?=[{[][ \t]{0,20}(?:["{[]|\r?\n))|(?<=: ?)(?=\{["\n])/gm;
const MAX_STARTS = 30;

/** Reads JSON in a code block or after a sentence. */
function readEmbedded(source: Source, options: ReadOptions): Reading | undefined {
  let problem: NoneReading | undefined;
  let tries = 0;
  let end = 0;
  for (const match of source.text.matchAll(JSON_START)) {
    const start = match.index + match[0].length;
    if (start < end) continue;
    if (tries++ >= MAX_STARTS) break;
    const scan = scanJson(source.text, start, { isPrefix: true });
    if (scan.problem !== undefined) {
      if (scan.at - start > 20) problem ??= makeJsonProblem(source, scan.problem, scan.at);
      continue;
    }
    end = scan.end;
    const reading = readJsonPart(source, scan.root, options);
    if (reading && reading.kind !== 'none') return reading;
  }
  return problem;
}

function readJsonPart(
  source: Source,
  { start, end }: JsonNode,
  options: ReadOptions,
): Reading | undefined {
  const piece = cutAfterJson(source.slice(start, end));
  const parsed = parseJson(piece.text);
  return parsed.problem === undefined
    ? readJsonValue(source, new JsonText(piece, parsed.value), options)
    : undefined;
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

/** Decides what a text is. The parts that only some texts need are given. */
import { findMarkedBetas } from './betas/beta-list.ts';
import type { CodeParts } from './code/code-readers.ts';
import type { Draft, Found } from './draft.ts';
import type { DraftHeader } from './draft-header.ts';
import { mayBeError, quotesAnswer } from './error-words.ts';
import { makeNone } from './none.ts';
import { Source, type SourceParts } from './text.ts';
import { toReading } from './to-reading.ts';
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

/** The reader of raw HTTP. */
type HttpReader = Pick<typeof import('./http.ts'), 'findHttp'>;
/** The reader of texts that are JSON as a whole. */
type JsonReaders = Pick<typeof import('./json/read-json.ts'), 'readWholeJson'>;
/** The readers of JSON between other lines. */
type JoinedReaders = Pick<
  typeof import('./joined.ts'),
  'completeRaw' | 'readEmbedded' | 'readJoined'
>;
/** The readers of words. */
type TextReaders = Pick<
  typeof import('./text-readers.ts'),
  'addAnswer' | 'explainNone' | 'isLog' | 'readLog' | 'readWords'
>;

/** The reader of texts with the colours, prompts and marks of other programs. */
type DecorationReader = Pick<typeof import('./decorations.ts'), 'readPlain'>;

/** The parts of the reader that only some texts need. */
export interface Parts extends SourceParts {
  readonly decorations: DecorationReader;
  readonly describeNone: (reading: NoneReading) => NoneReading;
  readonly http: HttpReader;
  readonly json: JsonReaders;
  readonly joined: JoinedReaders;
  readonly texts: TextReaders;
  readonly commands: readonly ((source: Source) => Found)[];
  readonly code: CodeReaders;
}

/** The name of a part of the reader that a page loads on demand. */
export type LazyPart =
  | keyof SourceParts
  | keyof CodeParts
  | 'http'
  | 'json'
  | 'joined'
  | 'texts'
  | 'decorations'
  | 'none';

/** A page has not loaded the part of the reader that a text needs. */
export class NotLoaded extends Error {
  readonly part: LazyPart;
  constructor(part: LazyPart) {
    super(`${part} is not loaded`);
    this.part = part;
  }
}

/** Reads a text with the given parts. */
export function readWith(text: string, options: ReadOptions, parts: Parts): Reading {
  const reading = readAny(text, options, parts);
  return reading.kind === 'none' ? parts.describeNone(reading) : reading;
}

function readAny(text: string, options: ReadOptions, parts: Parts): Reading {
  if (typeof text !== 'string') return makeNone('not-text');
  if (text.trim() === '') return makeNone('empty');
  if (text.length > MAX_TEXT) return makeNone('too-long');
  const source = new Source(text, parts);
  try {
    const plain = DECORATED.test(text)
      ? parts.decorations.readPlain(source, (bare) => read(new Source(bare, parts), options, parts))
      : undefined;
    return plain ?? read(source, options, parts);
  } catch (error) {
    if (error instanceof NotLoaded) throw error;
    // A text that nests deeper than an engine can read.
    return makeNone('unreadable', source, { start: 0, end: 0 });
  }
}

/** A prompt, a mark of a quotation or a change, a container's name, or the frame of a traceback. */
const DECORATED =
  /[^\P{Cc}\s]|^(?:More\? |In \[|@@ |[\w.-]+ *\| |[ \t]*(?:[a-z]{0,8}>|[╭┌]|```diff|File "))|\.py:\d+$|^ *\d+[\t |:│→].*\n *\d+[\t |:│→]/mu;

function read(source: Source, options: ReadOptions, parts: Parts): Reading {
  const { text } = source;
  const start = text.search(/[^\s\ufeff]/);
  if (start < 0) return makeNone('empty');
  let problem: NoneReading | undefined;
  if (mayBeJson(text, start)) {
    const result = parts.json.readWholeJson(source, start, options);
    if (result?.kind !== 'none' || result.code !== 'json') {
      if (result) return result;
    } else problem = result;
  }
  if (text.slice(0, 100_000).includes('\0'))
    return makeNone('binary', source, { start: 0, end: 1 });
  return (
    readCalls(source, parts) ??
    readWithoutCall(source, options, parts, problem) ??
    parts.texts.explainNone(source, start, parts.code.isOtherLanguage)
  );
}

/** Tests if a text may be JSON as a whole: an object, a list, a text, or a single value. */
const mayBeJson = (text: string, start: number): boolean =>
  /[{["]/.test(text[start] ?? '') || /^(?:[\d.eE+-]+|true|false|null)$/.test(text.trim());

/** The beginning of JSON, or of an object in code, between other lines. */
const EMBEDDED =
  /^[ \t>]{0,20}[{[]|: ?\{["\n]|[ \t']\{\s{0,20}"(?:model|messages|max_tokens|anthropic_version)"/m;

/** Reads a text without a call. `problem` is one of the text as JSON. */
function readWithoutCall(
  source: Source,
  options: ReadOptions,
  parts: Parts,
  problem: NoneReading | undefined,
): Reading | undefined {
  const hasJson = EMBEDDED.test(source.text);
  return (
    (hasJson && !parts.texts.isLog(source) ? parts.joined.readJoined(source) : undefined) ??
    parts.texts.readLog(source) ??
    parts.texts.readWords(source) ??
    problem ??
    (hasJson ? parts.joined.readEmbedded(source, options) : undefined)
  );
}

/** The first line of a raw request, or a pseudo header of HTTP/2. */
const HTTP =
  /^[>\s]{0,8}(?:GET|POST|PUT|PATCH|DELETE|HEAD) +(?:https?:\/|\/|\{\{)|^[>\s]{0,4}:(?:method|path|authority|scheme): /m;

/** Reads commands, raw HTTP and calls in code, in the order of the text. */
function readCalls(source: Source, parts: Parts): Reading | undefined {
  const { commands, code } = parts;
  const readers: readonly ((source: Source, hasDrafts: boolean) => Found)[] = [
    ...commands,
    code.findPowerShell,
    (one) => (HTTP.test(one.text) ? parts.http.findHttp(one) : { drafts: [] }),
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
    drafts = [parts.joined.completeRaw(source, only)];
  const reading = toReading(source, drafts, drafts[0]?.format ?? 'code') ?? problem;
  if (reading?.kind !== 'request') return reading;
  const request = withOtherBetas(source, reading, drafts[0]?.unsent);
  return mayHaveAnswer(source, request) ? parts.texts.addAnswer(source, request) : request;
}

/** Tests if a request is a part of a log, or has an error below or above it. */
const mayHaveAnswer = ({ text }: Source, { format, at }: RequestReading): boolean =>
  format === 'log' || mayBeError(text.slice(at.end)) || quotesAnswer(text.slice(0, at.start));

const overlaps = ({ range }: Draft, { start, end }: Draft['range']): boolean =>
  start < range.end && end > range.start;

/** The formats of calls, whose headers a client or a session may set. */
const CALL_FORMATS: readonly Format[] = ['python', 'typescript', 'fetch'];
/** The formats whose body may be in another part of the text. */
const RAW_FORMATS: readonly Format[] = ['http', 'curl'];
const CODE_FORMATS: readonly Format[] = ['python', 'typescript', 'fetch', 'code', 'powershell'];

/** Reports betas in code that are in no part of the request: it may send them as well. */
function withOtherBetas(
  source: Source,
  reading: RequestReading,
  unsent: readonly DraftHeader[] = [],
): RequestReading {
  if (!CODE_FORMATS.includes(reading.format)) return reading;
  const replaced = unsent.flatMap(({ value }) => value.split(',').map((beta) => beta.trim()));
  const known = new Set([...reading.betas.map(({ beta }) => beta), ...replaced]);
  const [first] = findMarkedBetas(source).betas.filter(({ beta }) => !known.has(beta));
  const isReported = reading.unknown.some(({ part }) => /beta|header/.test(part));
  if (!first || isReported) return reading;
  const part: UnknownPart = { part: 'header:anthropic-beta', why: 'variable', at: first.at };
  return { ...reading, unknown: [...reading.unknown, part] };
}

/** Reads JSON between other lines, and joins a body with the headers and betas around it. */
import { isClaudeAddress } from './address.ts';
import { findMarkedBetas, findWordBetas, type PlacedBeta } from './betas/beta-list.ts';
import type { Draft } from './draft.ts';
import type { DraftHeader } from './draft-header.ts';
import { isErrorValue, readError } from './error.ts';
import { type EmbeddedJson, listEmbedded } from './json/embedded.ts';
import { readDraft, readJsonValue, readPlainBody } from './json/read-json.ts';
import { readLiteralBody } from './literals/literal-body.ts';
import {
  cutPiece,
  isObject,
  type Piece,
  type Range,
  rangeOf,
  type Source,
  trimPiece,
} from './text.ts';
import { toLog, toReading } from './to-reading.ts';
import type { ErrorReading, NoneReading, Reading, ReadOptions } from './types.ts';

/** A header that clients of the API send, on a line of its own. */
const HEADER_LINE =
  /^[ \t>*-]{0,8}((?:anthropic|x|content|accept|user)-[\w-]{1,60}|accept|authorization|host|api-key)[ \t]{0,4}:(.*)$/gim;
const MAX_LINES = 1000;
/** The length up to which words around a body are looked at. */
const LONGEST_PROSE = 2000;

/** A part of the text above a body, between two bodies, or below. */
interface Segment {
  readonly headers: readonly DraftHeader[];
  /** The headers and betas. */
  readonly ranges: readonly Range[];
  /** An address on a line of its own. */
  readonly url?: Piece | undefined;
  readonly error?: ErrorReading | undefined;
}

/** Reads a body with what is around it; `undefined` if the text has no body, or only a body. */
export function readJoined(source: Source): Reading | undefined {
  const { values, broken } = listEmbedded(source);
  const hasBetaLine = /^[ \t>*-]{0,8}anthropic-beta[ \t]{0,4}:/im.test(source.text);
  const bodies = [
    ...listBodies(source, values, hasBetaLine),
    ...(hasBetaLine && values.length === 0 ? findLiteral(source) : []),
  ];
  if (bodies.length === 0)
    return hasBetaLine && values.length === 0 && broken && isLineStart(source, broken.start)
      ? readBroken(source, broken.problem)
      : undefined;
  const { betas: marked } = findMarkedBetas(source);
  const edges = [...bodies.map(({ range }) => range.start), source.text.length];
  const segments = edges.map((end, i) =>
    readSegment(source, { start: bodies[i - 1]?.range.end ?? 0, end }, marked),
  );
  const error = segments.find((one) => one.error)?.error;
  if (!error && segments.every(({ headers, url }) => headers.length === 0 && !url))
    return undefined;
  const drafts = bodies.map((draft, i) => addSegments(draft, chooseSegments(segments, i)));
  const reading = toReading(source, drafts, drafts[0]?.format ?? 'http');
  return reading?.kind === 'request' && error ? toLog(reading, error) : reading;
}

/** Shorter broken JSON is not reported, because it may be a bracket in a sentence. */
const LONG_ENOUGH = 20;

/** Reads JSON in a code block or after a sentence. */
export function readEmbedded(source: Source, options: ReadOptions): Reading | undefined {
  const { values, broken } = listEmbedded(source);
  for (const { json } of values) {
    const reading = readJsonValue(source, json, options);
    if (reading && reading.kind !== 'none') return reading;
  }
  return broken && broken.at - broken.start > LONG_ENOUGH ? broken.problem : undefined;
}

/** Adds the body and the headers that are above or below a raw request or a command. */
export function completeRaw(source: Source, draft: Draft): Draft {
  const open = draft.unknown?.find(({ part }) => part === 'body');
  const hasBody = draft.body !== undefined || (open !== undefined && open.why !== 'missing');
  const isOutside = ({ start, end }: Range): boolean =>
    end <= draft.range.start || start >= draft.range.end;
  const isCurl = draft.format === 'curl';
  const file = findFileName(source, draft);
  const mayHaveBody = hasBody ? file !== undefined : isCurl || draft.method === 'POST';
  const values = mayHaveBody ? listEmbedded(source).values : [];
  const [body, ...others] = listBodies(
    source,
    values.filter(({ range }) => isOutside(range) && isLabelled(source, range, file)),
    !isCurl,
  );
  const lines = listHeaderLines(source, { start: 0, end: source.text.length }).filter(
    ({ range, header }) =>
      isOutside(range) &&
      /^anthropic-/i.test(header.name) &&
      !(body && range.start > body.range.start && range.end < body.range.end),
  );
  const found = others.length === 0 ? body?.body : undefined;
  const ranges = [...lines.map(({ range }) => range), ...(found ? [found.range] : [])];
  return {
    ...draft,
    range: joinRanges(draft.range, ranges),
    headers: [...draft.headers, ...lines.map(({ header }) => header)],
    ...(found && { body: found, method: 'POST' }),
    ...(found && open && { unknown: (draft.unknown ?? []).filter(({ part }) => part !== 'body') }),
  };
}

/** Finds the name of the file that a command sends as its body. */
function findFileName({ text }: Source, { unknown = [] }: Draft): string | undefined {
  const file = unknown.find(({ part, why }) => part === 'body' && why === 'file')?.range;
  return (
    file && /[\w-]+\.json$/.exec(text.slice(file.start, Math.min(file.end, file.start + 200)))?.[0]
  );
}

/** The length of the text above a body in which the name of its file is looked for. */
const LONGEST_LABEL = 200;

/** Tests if the text above a body names the file. Without a name, any body is right. */
function isLabelled(source: Source, { start }: Range, name: string | undefined): boolean {
  if (name === undefined) return true;
  const label = source.text.slice(Math.max(0, start - LONGEST_LABEL), start);
  return isLineStart(source, start) && label.includes(name);
}

/** Reads the values that are bodies. Under a header, the only object is one whatever its fields. */
function listBodies(
  source: Source,
  values: readonly EmbeddedJson[],
  hasBetaLine: boolean,
): Draft[] {
  const drafts = values.flatMap(({ json }) => readDraft(json) ?? []);
  const [only] = values;
  if (drafts.length > 0 || !hasBetaLine || !only || values.length > 1) return drafts;
  const { value, piece } = only.json;
  if (!isObject(value) || isErrorValue(source, value, piece.text)) return [];
  return [readPlainBody(only.json)].flatMap((draft) => draft ?? []);
}

/** Finds the first object of JavaScript or Python that begins a line and is a body. */
function findLiteral(source: Source): Draft[] {
  const found = /^[ \t>]{0,8}(?=\{\s{0,20}['\w])/m.exec(source.text);
  const draft = found && readLiteralBody(source, found.index + found[0].length);
  return draft ? [draft] : [];
}

const isLineStart = ({ text }: Source, at: number): boolean =>
  /^[ \t>]*$/.test(text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 40), at));

/** Reports broken JSON, unless it is an error that was cut off, which is no body. */
function readBroken(source: Source, problem: NoneReading): NoneReading | undefined {
  const whole = trimPiece(source.slice(0, source.text.length));
  return readError(source, whole) ? undefined : problem;
}

function readSegment(source: Source, range: Range, marked: readonly PlacedBeta[]): Segment {
  const lines = listHeaderLines(source, range);
  const rest = cutRanges(
    range,
    lines.map((line) => line.range),
  ).map(({ start, end }) => trimPiece(source.slice(start, end)));
  const words = rest.filter(({ text }) => text !== '');
  const errors = words.flatMap((piece) => readError(source, piece) ?? []);
  const error = errors.find(({ isAboutBetas }) => isAboutBetas) ?? errors[0];
  // An error also names betas that were not sent.
  const betas = error?.isAboutBetas ? [] : listBetas(source, words, marked);
  return {
    headers: [...lines.map(({ header }) => header), ...betas.map((one) => toHeader(source, one))],
    ranges: [...lines.map((line) => line.range), ...betas.map(({ at }) => at)],
    url: words.map(findAddress).find((url) => url !== undefined),
    ...(error && { error }),
  };
}

/** Lists the betas of marked lists and, in short prose, of words. */
function listBetas(
  source: Source,
  words: readonly Piece[],
  marked: readonly PlacedBeta[],
): PlacedBeta[] {
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  const inWords =
    length > LONGEST_PROSE ? [] : words.flatMap((piece) => findWordBetas(source, piece));
  const ranges = words.map(rangeOf);
  const isInside = ({ at }: PlacedBeta): boolean =>
    ranges.some(({ start, end }) => at.start >= start && at.end <= end);
  const others = marked.filter(
    (one) => isInside(one) && !inWords.some(({ at }) => at.start === one.at.start),
  );
  return [...inWords, ...others].sort((a, b) => a.at.start - b.at.start);
}

const ADDRESS =
  /^[ \t>-]{0,12}(?:(?:url|uri|endpoint|path|address):[ \t]{0,4})?((?:https?:\/\/|\/)\S{1,2000})[ \t\r]{0,8}$/im;

/** Finds an address of the API on a line of its own. */
function findAddress(piece: Piece): Piece | undefined {
  const found = ADDRESS.exec(piece.text);
  const url = found?.[1];
  if (!url || !isClaudeAddress(url)) return undefined;
  const start = found.index + found[0].indexOf(url);
  return cutPiece(piece, start, start + url.length);
}

const toHeader = (source: Source, { beta, at }: PlacedBeta): DraftHeader => ({
  name: 'anthropic-beta',
  value: beta,
  piece: source.slice(at.start, at.end),
});

function listHeaderLines(
  source: Source,
  { start, end }: Range,
): { readonly header: DraftHeader; readonly range: Range }[] {
  const lines: { header: DraftHeader; range: Range }[] = [];
  for (const match of source.text.slice(start, end).matchAll(HEADER_LINE)) {
    if (lines.length >= MAX_LINES) break;
    const { 0: line, 1: name = '', 2: value = '', index } = match;
    const range = { start: start + index, end: start + index + line.length };
    const piece = trimPiece(
      cutPiece(source.slice(range.start, range.end), line.length - value.length),
    );
    lines.push({ header: { name, value: piece.text, piece }, range });
  }
  return lines;
}

function cutRanges({ start, end }: Range, ranges: readonly Range[]): Range[] {
  const edges = [start, ...ranges.flatMap((one) => [one.start, one.end]), end];
  return edges.flatMap((from, i) =>
    i % 2 === 0 ? [{ start: from, end: edges[i + 1] as number }] : [],
  );
}

/** The headers of a body are above it or below it, or belong to all bodies. */
function chooseSegments(segments: readonly Segment[], index: number): Segment[] {
  const filled = segments.filter(({ headers, url }) => headers.length > 0 || url);
  if (segments.length === 2 || filled.length === 1) return filled;
  const isAbove = (segments[0]?.headers.length ?? 0) > 0;
  return [segments[isAbove ? index : index + 1] as Segment];
}

function addSegments(draft: Draft, segments: readonly Segment[]): Draft {
  const headers = segments.flatMap((one) => one.headers);
  const url = draft.url ?? segments.find((one) => one.url)?.url;
  const isHttp = (url !== undefined || headers.length > 0) && draft.format === 'json';
  return {
    ...draft,
    format: isHttp ? 'http' : draft.format,
    url,
    range: joinRanges(
      draft.range,
      segments.flatMap((one) => [...one.ranges, ...(one.url ? [rangeOf(one.url)] : [])]),
    ),
    headers: [...draft.headers, ...headers],
  };
}

const joinRanges = (range: Range, others: readonly Range[]): Range => ({
  start: Math.min(range.start, ...others.map(({ start }) => start)),
  end: Math.max(range.end, ...others.map(({ end }) => end)),
});

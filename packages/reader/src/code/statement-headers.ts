/** Finds the headers that code sets by statements, calls, maps or lines. */

import type { DraftHeader } from '../draft-header.ts';
import type { Unknown } from '../json/body.ts';
import { openReader } from '../literals/typed-literal.ts';
import { cutPiece, isObject, matchAt } from '../text.ts';
import type { Literal } from './code-scan.ts';
import type { Dialect } from './dialect.ts';
import type { Evaluator } from './evaluate.ts';

/** Headers with their literals. */
export interface FoundHeaders {
  readonly headers: readonly DraftHeader[];
  readonly unknown: readonly Unknown[];
  /** The ranges of the names, for the range of the request. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

interface Code {
  readonly text: string;
  readonly dialect: Dialect;
  readonly evaluator: Evaluator;
}

/** The length of a value up to which it is read, for linear time. */
const LONGEST = 4_000;
const MAX_HEADERS = 300;
const NAME = /^\s*(anthropic-(?:beta|version))\s*:?\s*$/i;
const LINE = /(?:^|[\r\n])[ \t]*(anthropic-(?:beta|version))[ \t]*:[ \t]*([^\r\n]*)/gi;
/** The text between the name and the value: `, `, `] = `, ` => `, `: `, ` to `. */
const BETWEEN = /\s{0,40}(?:\]\s{0,10}=(?!=)|,|=>|:(?!:)|=(?!=)|to\b)\s{0,200}/y;
const BETWEEN_NAMES = /\s{0,40}\)\s{0,10},\s{0,200}/y;
const COMPARED =
  /(?:\bcase|\bwhen|[=!]=|\.(?:get|Get|header|has|remove|Del|delete|equals\w*)\()\s{0,10}$/;

/** Finds the headers of Anthropic among literals. */
export function findHeaders(literals: readonly Literal[], code: Code): FoundHeaders {
  const headers: DraftHeader[] = [];
  const unknown: Unknown[] = [];
  const places: Literal[] = [];
  for (const [i, literal] of literals.entries()) {
    if (literal.piece.text.length > LONGEST || places.length > MAX_HEADERS) continue;
    const name = NAME.exec(literal.piece.text)?.[1]?.toLowerCase();
    const result =
      name === undefined ? readLines(literal) : readNamed(name, literal, literals[i - 1], code);
    if (!result) continue;
    places.push(literal);
    headers.push(...result.headers);
    if (result.isUnknown)
      unknown.push({ part: `header:${name ?? 'anthropic-beta'}`, why: 'variable', range: literal });
  }
  return { headers, unknown, places };
}

interface Result {
  readonly headers: readonly DraftHeader[];
  readonly isUnknown: boolean;
}

/** Reads `'anthropic-beta: a,b'`, and several lines in one text. */
function readLines({ piece, isWhole }: Literal): Result | undefined {
  if (/^\s*(?:[{[<]|curl\b)/.test(piece.text)) return undefined;
  const headers: DraftHeader[] = [];
  for (const match of piece.text.matchAll(LINE)) {
    const [line, name = '', value = ''] = match;
    const start = match.index + line.length - value.length;
    headers.push({
      name: name.toLowerCase(),
      value: value.trim(),
      piece: cutPiece(piece, start, start + value.trimEnd().length),
    });
  }
  if (headers.length === 0) return undefined;
  const isOpen = !isWhole && headers.some(({ value }) => value.includes('${'));
  return isOpen
    ? { headers: headers.filter(({ value }) => !value.includes('${')), isUnknown: true }
    : { headers, isUnknown: false };
}

function readNamed(
  name: string,
  literal: Literal,
  previous: Literal | undefined,
  { text, dialect, evaluator }: Code,
): Result | undefined {
  const before = text.slice(Math.max(0, literal.start - 80), literal.start);
  // Swift has the value before the name.
  if (/forHTTPHeaderField:\s{0,20}$/.test(before)) {
    const gap = previous && text.slice(previous.end, literal.start);
    const isNext = gap !== undefined && /^\s*,\s*forHTTPHeaderField:\s*$/.test(gap);
    if (!isNext || !previous?.isWhole) return { headers: [], isUnknown: true };
    return {
      headers: [{ name, value: previous.piece.text, piece: previous.piece }],
      isUnknown: false,
    };
  }
  const isClass = /(?:from_static|from_bytes|try_from|HeaderName\w*)\(\s*$/.test(before);
  const between = matchAt(isClass ? BETWEEN_NAMES : BETWEEN, text, literal.end);
  if (COMPARED.test(before) && !(between && /\.header\(\s*$/.test(before))) return undefined;
  // A constant of the name, which another line uses.
  if (!between) return { headers: [], isUnknown: true };
  const at = literal.end + between[0].length;
  const reader = openReader(text.slice(0, at + LONGEST), at, dialect);
  const body = evaluator.toBody(reader.readValue());
  const values: unknown[] = Array.isArray(body.value) ? body.value : [body.value];
  const headers = values.flatMap((value, i): DraftHeader[] => {
    if (typeof value !== 'string') return [];
    const piece = body.findText?.(Array.isArray(body.value) ? `/${i}` : '');
    return [{ name, value, piece }];
  });
  const isUnknown = headers.length < values.length || isObject(body.value);
  return { headers, isUnknown: isUnknown || body.unknown.length > 0 };
}

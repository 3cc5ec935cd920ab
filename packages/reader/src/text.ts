/** Places in the text, and decoded texts that remember them. */
import type { Platform } from '@beta-headers/core';
import type { Place } from './types.ts';

/** A part of a decoded text that begins at `at`, and at `from` in the source. */
export interface Run {
  readonly at: number;
  readonly from: number;
}
/** A text that was decoded from the source, with the origins of its characters. */
export interface Piece {
  readonly text: string;
  readonly runs: readonly Run[];
}
/** Offsets in the source. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** `classifyBetaError` of core. It has all known wordings, so a page loads it on demand. */
export type Classify = (
  error: string | { readonly status: number; readonly message: string },
) => { readonly platform?: Platform } | undefined;

/** The parts of the reader that a source needs in some places. */
export interface SourceParts {
  readonly classify: Classify;
  readonly literals: Pick<typeof import('./literals/literals.ts'), 'readLiteral' | 'toLiteralBody'>;
  readonly exported: Pick<
    typeof import('./json/exported.ts'),
    'readCollection' | 'readHar' | 'readNested' | 'readRecord'
  >;
}

/** The text with the parts that read it, and its lines on demand. */
export class Source {
  readonly text: string;
  readonly parts: SourceParts;
  #lines: number[] | undefined;

  constructor(text: string, parts: SourceParts) {
    this.text = text;
    this.parts = parts;
  }

  /** Makes a place from offsets. */
  place(range: Range): Place {
    // A command may end in the middle of an escape.
    const end = Math.min(range.end, this.text.length);
    const start = Math.min(range.start, end);
    const lines = (this.#lines ??= findLineStarts(this.text));
    let [low, high] = [0, lines.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle] as number) <= start) low = middle;
      else high = middle - 1;
    }
    return { start, end, line: low + 1, column: start - (lines[low] as number) + 1 };
  }

  /** Cuts out a part, unchanged. */
  slice(start: number, end: number): Piece {
    return { text: this.text.slice(start, end), runs: [{ at: 0, from: start }] };
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Collects a decoded text from its parts. */
export class PieceBuilder {
  #parts: string[] = [];
  #runs: Run[] = [];
  #length = 0;
  #next = -1;

  /** Adds a part, which begins at `from` in the source. */
  add(text: string, from: number): void {
    if (from !== this.#next) this.#runs.push({ at: this.#length, from });
    this.#parts.push(text);
    this.#length += text.length;
    this.#next = from + text.length;
  }

  /** Adds a text that was decoded from other places of the source. */
  addPiece({ text, runs }: Piece): void {
    for (const [i, { at, from }] of runs.entries()) this.add(text.slice(at, runs[i + 1]?.at), from);
  }

  /** Tests if a part was added, even an empty one. */
  get isOpen(): boolean {
    return this.#runs.length > 0;
  }

  /** Returns the text, and begins a new one. */
  take(): Piece {
    const piece = { text: this.#parts.join(''), runs: this.#runs };
    this.#parts = [];
    this.#runs = [];
    this.#length = 0;
    this.#next = -1;
    return piece;
  }
}

/** Finds the run that has a character of a piece. */
export function findRun({ runs }: Piece, at: number): number {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle] as Run).at <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Finds the offset in the source of a character of a piece. */
export function locate(piece: Piece, at: number): number {
  const run = piece.runs[findRun(piece, at)];
  return run ? run.from + Math.max(0, at - run.at) : at;
}

/** The length of the longest escape, `\\U0010ffff`. */
const LONGEST_ESCAPE = 12;

/** Finds the range in the source of a part of a piece. */
export function locateRange(piece: Piece, start: number, end: number): Range {
  const from = locate(piece, start);
  if (end <= start) return { start: from, end: from };
  const last = locate(piece, end - 1) + 1;
  // The last character may be an escape, which is longer in the source.
  const next = end < piece.text.length ? locate(piece, end) : last;
  return { start: from, end: next > last && next - last < LONGEST_ESCAPE ? next : last };
}

/** Finds the range of a whole piece. */
export const rangeOf = (piece: Piece): Range => locateRange(piece, 0, piece.text.length);

/** Cuts a piece; the places stay. */
export function cutPiece(piece: Piece, start: number, end: number = piece.text.length): Piece {
  const runs: Run[] = [];
  for (const [i, run] of piece.runs.entries()) {
    const next = piece.runs[i + 1]?.at ?? piece.text.length;
    if (next < start || run.at > end) continue;
    if (next === start && i < piece.runs.length - 1) continue;
    const skip = Math.max(0, start - run.at);
    runs.push({ at: Math.max(0, run.at - start), from: run.from + skip });
  }
  return { text: piece.text.slice(start, end), runs };
}

/** Removes white space from both ends. */
export function trimPiece(piece: Piece): Piece {
  const { text } = piece;
  const start = text.length - text.trimStart().length;
  return cutPiece(piece, start, Math.max(start, text.trimEnd().length));
}

/** Joins pieces with a text between them. */
export function joinPieces(pieces: readonly Piece[], between: string): Piece {
  const [first] = pieces;
  if (pieces.length === 1 && first) return first;
  let text = '';
  const runs: Run[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (i > 0) text += between;
    for (const run of piece.runs) runs.push({ at: text.length + run.at, from: run.from });
    text += piece.text;
  }
  return { text, runs };
}

/** Matches a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Tests if a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

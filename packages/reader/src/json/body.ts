/** JSON in the text, as bodies with places. */

import {
  findRun,
  isObject,
  locate,
  locateRange,
  type Piece,
  type Range,
  type Run,
  rangeOf,
} from '../text.ts';
import type { UnknownPart } from '../types.ts';
import {
  decodeJsonText,
  type JsonNode,
  parseJson,
  scanJson,
  showNode,
  splitPointer,
} from './json.ts';

/** A part without a value. */
export interface Unknown extends Pick<UnknownPart, 'part' | 'why'> {
  readonly range?: Range | undefined;
}
/** A body, with its places. */
export interface Body {
  readonly value: unknown;
  readonly range: Range;
  readonly unknown: readonly Unknown[];
  /** Finds the range of a pointer, with the name of the member or without. */
  readonly find: (pointer: string, isValue?: boolean) => Range | undefined;
  /** Finds the decoded text of a pointer, for places inside of it. */
  readonly findText?: (pointer: string) => Piece | undefined;
}

/** A piece that is JSON. Its tree of places is made on demand, once. */
export class JsonText {
  readonly piece: Piece;
  readonly value: unknown;
  #root: JsonNode | undefined | null = null;

  constructor(piece: Piece, value: unknown) {
    this.piece = piece;
    this.value = value;
  }

  /** Finds the node of a pointer in the piece. */
  findNode(pointer: string): JsonNode | undefined {
    if (this.#root === null) {
      const scan = scanJson(this.piece.text, 0, { hasTree: true });
      this.#root = scan.problem === undefined ? scan.root : undefined;
    }
    let node: JsonNode | undefined = this.#root;
    for (const key of splitPointer(pointer)) node = node?.children?.get(key);
    return node;
  }

  /** Finds the range of a pointer in the source. */
  find(pointer: string, isValue = false): Range | undefined {
    const node = this.findNode(pointer);
    if (!node) return undefined;
    const { start, end } = isValue ? node : showNode(node);
    return locateRange(this.piece, start, end);
  }

  /** Decodes the text at a pointer. */
  findText(pointer: string): Piece | undefined {
    const node = this.findNode(pointer);
    if (!node || this.piece.text[node.start] !== '"') return undefined;
    const decoded = decodeJsonText(this.piece.text, node.start + 1, node.end - 1);
    return { text: decoded.text, runs: composeRuns(decoded, this.piece) };
  }

  /** Makes a body of the value at a pointer. */
  toBody(value: unknown = this.value, base = ''): Body {
    return {
      value,
      range: base === '' ? rangeOf(this.piece) : (this.find(base, true) ?? rangeOf(this.piece)),
      unknown: [],
      find: (pointer, isValue) => this.find(base + pointer, isValue),
      findText: (pointer) => this.findText(base + pointer),
    };
  }
}

/** Replaces the origins of a piece that was decoded from another piece. */
function composeRuns(inner: Piece, outer: Piece): Run[] {
  const runs: Run[] = [];
  for (const [i, { at, from }] of inner.runs.entries()) {
    const length = (inner.runs[i + 1]?.at ?? inner.text.length) - at;
    const first = findRun(outer, from);
    runs.push({ at, from: locate(outer, from) });
    for (let next = first + 1; next < outer.runs.length; next++) {
      const run = outer.runs[next] as Run;
      if (run.at >= from + length) break;
      if (run.at > from) runs.push({ at: at + run.at - from, from: run.from });
    }
  }
  return runs;
}

/** Reads a JSON object or list from a piece; `undefined` for anything else. */
export function readJsonBody(piece: Piece): Body | undefined {
  const json = parseJson(piece.text);
  if (json.problem !== undefined || (!isObject(json.value) && !Array.isArray(json.value)))
    return undefined;
  return new JsonText(piece, json.value).toBody();
}

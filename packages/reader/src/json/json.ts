/** Parses JSON, and finds places in it: the first problem, or the value of a pointer. */
import { matchAt, type Piece, PieceBuilder, type Range } from '../text.ts';
import type { JsonProblem } from '../types.ts';

/** A value in a JSON text. */
export interface JsonNode {
  readonly start: number;
  end: number;
  /** The name of the member, with its quotation marks. */
  readonly name?: Range;
  readonly children?: Map<string, JsonNode>;
}
/** The tree of the first value, or the first problem. */
export type Scan =
  | { readonly root: JsonNode; readonly end: number; readonly problem?: undefined }
  | { readonly problem: JsonProblem; readonly at: number };

/** A parsed JSON text. */
export type Json =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly problem: JsonProblem; readonly at: number };

/** Parses strict JSON. Never throws. */
export function parseJson(text: string): Json {
  try {
    return { value: JSON.parse(text) };
  } catch {
    const scan = scanJson(text);
    // An engine that cannot parse so deep a text throws although the text is right.
    return scan.problem ? scan : { problem: 'value', at: 0 };
  }
}

const SPACE = /[ \t\r\n]*/y;
/** All characters except quotation marks, backslashes and control characters. */
const PLAIN = /[ !#-[\]-\uffff]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[\w$+.-]+/y;

/** A failure of the scan, as a value. */
class Problem {
  readonly problem: JsonProblem;
  readonly at: number;
  constructor(problem: JsonProblem, at: number) {
    this.problem = problem;
    this.at = at;
  }
}

/** Options of a scan. */
interface ScanOptions {
  /** Accepts text after the value. */
  readonly isPrefix?: boolean;
  /** Makes the nodes below the root, which take much memory. */
  readonly hasTree?: boolean;
}

/**
 * Scans a text up to its first problem. Uses no recursion, so that a text may nest without a limit.
 */
export function scanJson(text: string, start = 0, options: ScanOptions = {}): Scan {
  try {
    return new Scanner(text, start, options.hasTree ?? false).scan(options.isPrefix ?? false);
  } catch (error) {
    if (error instanceof Problem) return { problem: error.problem, at: error.at };
    throw error;
  }
}

/** An object or a list that has not ended. */
interface Open {
  readonly node: JsonNode;
  readonly children: Map<string, JsonNode>;
  readonly isList: boolean;
}

const NO_CHILDREN = new Map<string, JsonNode>();

class Scanner {
  readonly #text: string;
  readonly #open: Open[] = [];
  readonly #hasTree: boolean;
  #at: number;

  constructor(text: string, at: number, hasTree: boolean) {
    this.#text = text;
    this.#at = at;
    this.#hasTree = hasTree;
  }

  scan(isPrefix: boolean): Scan {
    let root: JsonNode | undefined;
    let name: Range | undefined;
    let mayClose = false;
    for (;;) {
      const parent = this.#open.at(-1);
      const char = this.#peek();
      if (parent && mayClose && char === (parent.isList ? ']' : '}')) {
        this.#close();
      } else {
        if (parent && !parent.isList) name = this.#readName();
        const node = this.#readValue(parent, name);
        name = undefined;
        root ??= node;
        mayClose = node.children !== undefined;
        if (node.children) continue;
      }
      // After a value: closes what ends, up to a comma.
      while (this.#open.length > 0 && this.#peek() !== ',') this.#closeOrFail();
      if (this.#open.length === 0) break;
      this.#readComma();
      mayClose = false;
    }
    const end = this.#at;
    if (!isPrefix && this.#peek() !== undefined) throw new Problem('extra', this.#at);
    return { root: root as JsonNode, end };
  }

  #peek(): string | undefined {
    SPACE.lastIndex = this.#at;
    this.#at += SPACE.exec(this.#text)?.[0].length ?? 0;
    return this.#text[this.#at];
  }

  #closeOrFail(): void {
    const parent = this.#open.at(-1) as Open;
    const char = this.#peek();
    if (char === undefined) throw new Problem('end', this.#text.length);
    if (char !== (parent.isList ? ']' : '}'))
      throw new Problem(this.#isComment() ? 'comment' : 'comma', this.#at);
    this.#close();
  }

  #close(): void {
    this.#at += 1;
    const parent = this.#open.pop() as Open;
    parent.node.end = this.#at;
  }

  #readComma(): void {
    const comma = this.#at++;
    const next = this.#peek();
    if (next === '}' || next === ']') throw new Problem('trailing', comma);
  }

  #readName(): Range {
    const char = this.#peek();
    if (char === undefined) throw new Problem('end', this.#text.length);
    if (char !== '"')
      throw new Problem(this.#isComment() ? 'comment' : isQuote(char) ? 'quote' : 'name', this.#at);
    const start = this.#at;
    this.#readText();
    const name = { start, end: this.#at };
    const colon = this.#peek();
    if (colon === undefined) throw new Problem('end', this.#text.length);
    if (colon !== ':') throw new Problem('colon', this.#at);
    this.#at += 1;
    return name;
  }

  #readValue(parent: Open | undefined, name: Range | undefined): JsonNode {
    const char = this.#peek();
    const start = this.#at;
    const isOpen = char === '{' || char === '[';
    const children = isOpen
      ? this.#hasTree
        ? new Map<string, JsonNode>()
        : NO_CHILDREN
      : undefined;
    if (children) this.#at += 1;
    else this.#readScalar(char);
    const node: JsonNode = {
      start,
      end: this.#at,
      ...(name && { name }),
      ...(children && { children }),
    };
    if (parent && this.#hasTree)
      parent.children.set(name ? this.#decodeName(name) : `${parent.children.size}`, node);
    if (children) this.#open.push({ node, children, isList: char === '[' });
    return node;
  }

  #decodeName({ start, end }: Range): string {
    return JSON.parse(this.#text.slice(start, end)) as string;
  }

  #readScalar(char: string | undefined): void {
    if (char === undefined) throw new Problem('end', this.#text.length);
    if (char === '"') this.#readText();
    else if (char === '-' || (char >= '0' && char <= '9')) {
      NUMBER.lastIndex = this.#at;
      const length = NUMBER.exec(this.#text)?.[0].length ?? 0;
      WORD.lastIndex = this.#at;
      const word = WORD.exec(this.#text)?.[0].length ?? 0;
      if (length === 0 || word !== length) throw new Problem('number', this.#at);
      this.#at += length;
    } else {
      WORD.lastIndex = this.#at;
      const word = WORD.exec(this.#text)?.[0] ?? '';
      if (word !== 'true' && word !== 'false' && word !== 'null')
        throw new Problem(
          this.#isComment() ? 'comment' : isQuote(char) ? 'quote' : 'value',
          this.#at,
        );
      this.#at += word.length;
    }
  }

  #isComment(): boolean {
    return this.#text.startsWith('//', this.#at) || this.#text.startsWith('/*', this.#at);
  }

  #readText(): void {
    const start = this.#at++;
    for (;;) {
      PLAIN.lastIndex = this.#at;
      this.#at += PLAIN.exec(this.#text)?.[0].length ?? 0;
      const char = this.#text[this.#at];
      if (char === '"') break;
      if (char === undefined) throw new Problem('string', start);
      if (char !== '\\') throw new Problem('string', this.#at);
      const isRight = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.test(
        this.#text.slice(this.#at, this.#at + 6),
      );
      if (!isRight) throw new Problem('escape', this.#at);
      this.#at += 2;
    }
    this.#at += 1;
  }
}

const isQuote = (char: string): boolean => "'`“”‘’".includes(char);

/** Returns the range that shows a value: with its name, or only the name of a long value. */
export function showNode({ start, end, name, children }: JsonNode): Range {
  if (!children) return { start: name?.start ?? start, end };
  return name ?? { start, end: start + 1 };
}

/** Splits a JSON pointer into keys. */
export function splitPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
};
const CHUNK = /[^\\]+/y;

/** Decodes a JSON string: the part of a text between quotation marks. */
export function decodeJsonText(text: string, start: number, end: number): Piece {
  const inner = text.slice(start, end);
  const builder = new PieceBuilder();
  builder.add('', start);
  let at = 0;
  while (at < inner.length) {
    const chunk = matchAt(CHUNK, inner, at)?.[0];
    const char = inner[at + 1] ?? '';
    if (chunk !== undefined) {
      builder.add(chunk, start + at);
      at += chunk.length;
    } else if (char === 'u') {
      const code = Number.parseInt(inner.slice(at + 2, at + 6), 16);
      builder.add(String.fromCharCode(code), start + at);
      at += 6;
    } else {
      builder.add(ESCAPES[char] ?? char, start + at);
      at += 2;
    }
  }
  return builder.take();
}

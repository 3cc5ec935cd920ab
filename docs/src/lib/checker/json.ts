/** JSON with places: where it is broken, and where a pointer points. */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';

export interface Range {
  readonly start: number;
  readonly end: number;
}
/** What is wrong at a place; every one of them has its sentence in the texts of the site. */
export type JsonProblem =
  | 'value'
  | 'name'
  | 'colon'
  | 'comma'
  | 'trailing'
  | 'end'
  | 'string'
  | 'escape'
  | 'number'
  | 'symbol'
  | 'comment'
  | 'extra'
  | 'depth';

export type Json =
  | {
      readonly value: unknown;
      readonly rangeOf: (pointer: string) => Range | undefined;
      readonly problem?: undefined;
    }
  | { readonly problem: JsonProblem; readonly at: number };

/** By jsonc-parser's numbers: its enum is declared so that it cannot be used under `isolatedModules`. */
const PROBLEMS: Record<number, JsonProblem> = {
  1: 'symbol',
  2: 'number',
  3: 'name',
  4: 'value',
  5: 'colon',
  6: 'comma',
  7: 'end',
  8: 'end',
  9: 'extra',
  10: 'comment',
  11: 'comment',
  12: 'string',
  13: 'number',
  14: 'escape',
  15: 'escape',
  16: 'symbol',
};

const SPACE = /[\s\ufeff]*/y;

/** Reads strict JSON. Never throws: what nests too deeply to be read is a problem too. */
export function parseJson(text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return findProblem(text);
  }
  let root: Node | undefined | null = null;
  return {
    value,
    rangeOf: (pointer) => {
      try {
        // Only who asks for a place pays for the tree.
        if (root === null) root = parseTree(text);
        return root && findRange(root, pointer);
      } catch {
        return undefined;
      }
    },
  };
}

function findProblem(text: string): Json {
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return { problem: 'depth', at: 0 };
  }
  const first = errors.reduce<ParseError | undefined>(
    (best, error) => (best && best.offset <= error.offset ? best : error),
    undefined,
  );
  // Valid to the one parser and not to the other: a control character, say, that stands in a string.
  if (!first) return { problem: 'symbol', at: 0 };
  SPACE.lastIndex = first.offset;
  const at = Math.min(first.offset + (SPACE.exec(text)?.[0].length ?? 0), text.length);
  const problem = PROBLEMS[first.error] ?? 'symbol';
  if (at >= text.trimEnd().length && problem !== 'string')
    return { problem: 'end', at: text.length };
  const trailing =
    (problem === 'name' || problem === 'value') &&
    /[}\]]/.test(text[at] as string) &&
    /,\s*$/.test(text.slice(Math.max(0, at - 200), at));
  if (problem === 'symbol' && isJson(text.slice(0, at))) return { problem: 'extra', at };
  return { problem: trailing ? 'trailing' : problem, at };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The value that a JSON pointer names, with its name where it has one: `"speed": "fast"`. */
function findRange(root: Node, pointer: string): Range | undefined {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  let node: Node | undefined = root;
  for (const key of keys)
    node = node && findNodeAtLocation(node, [node.type === 'array' ? Number(key) : key]);
  if (!node) return undefined;
  const whole = node.parent?.type === 'property' ? node.parent : node;
  const long = node.type === 'object' || node.type === 'array';
  // Of what is long, the name says enough.
  const shown = long && whole !== node ? (whole.children?.[0] ?? node) : whole;
  return { start: shown.offset, end: shown.offset + (long && whole === node ? 1 : shown.length) };
}

/** Line and column, from 1. */
export function getLineAndColumn(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', start)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: at - start + 1 };
}

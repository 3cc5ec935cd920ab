/** Parses JSON and finds places in it: the first problem, or the value of a pointer. */
import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';

export interface Range {
  readonly start: number;
  readonly end: number;
}
/** A problem at a place. Each has its text in `i18n/check.*.ts`. */
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
      readonly getRange: (pointer: string) => Range | undefined;
      readonly problem?: undefined;
    }
  | { readonly problem: JsonProblem; readonly at: number };

/** Problems by jsonc-parser's error codes, whose enum cannot be used under `isolatedModules`. */
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

/** Parses strict JSON. Never throws: a text that nests too deeply is a problem as well. */
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
    getRange: (pointer) => {
      try {
        // Parsed on demand, because the tree is expensive.
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
  // jsonc-parser accepts a few texts that `JSON.parse` rejects, such as a control character.
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

/** Finds the value of a JSON pointer, with its name if it has one: `"speed": "fast"`. */
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
  // The name is enough for a long value.
  const shown = long && whole !== node ? (whole.children?.[0] ?? node) : whole;
  return { start: shown.offset, end: shown.offset + (long && whole === node ? 1 : shown.length) };
}

/** Gets line and column of an offset, both counted from 1. */
export function getLineAndColumn(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', start)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: at - start + 1 };
}

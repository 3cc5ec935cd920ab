/** Measures the nesting of a program that ESLint has parsed. */
import type { SourceCode } from 'eslint';

/** Each level takes up to 2 kB of the native parser's stack, which has several megabytes. */
const MAX_DEPTH = 400;

/** A part of a tree of any parser. */
type Part = Readonly<Record<string, unknown>>;

/**
 * Tests if the native parser surely has enough stack for a program. Without tokens nothing is
 * known, because brackets around an expression are not in the tree.
 */
export function isShallow({ ast, visitorKeys }: SourceCode): boolean {
  const tokens: readonly { readonly type: string; readonly value: string }[] = ast.tokens ?? [];
  if (tokens.length === 0) return false;
  let depth = 0;
  for (const { type, value } of tokens) {
    depth += countOpened(type, value);
    if (depth > MAX_DEPTH) return false;
  }
  return isTreeShallow(ast as unknown as Part, visitorKeys);
}

/** The levels that a token opens. In templates, `a${` opens one, `}b${` none, `}c` closes one. */
function countOpened(type: string, value: string): number {
  if (type === 'Template') return Number(value.endsWith('${')) - Number(value.startsWith('}'));
  if (type !== 'Punctuator') return 0;
  return Number('([{'.includes(value)) - Number(')]}'.includes(value));
}

/** Walks level by level, so that a deep tree needs no stack. */
function isTreeShallow(root: Part, keys: SourceCode['visitorKeys']): boolean {
  let level: readonly Part[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return false;
    level = level.flatMap((node) =>
      (keys[node['type'] as string] ?? []).flatMap((key) => listParts(node[key])),
    );
  }
  return true;
}

function listParts(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(listParts);
  return typeof value === 'object' && value !== null ? [value as Part] : [];
}

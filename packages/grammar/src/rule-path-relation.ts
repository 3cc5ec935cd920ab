/** Relations between the places of two rule paths, for all possible bodies. */
import { NESTING_FIELDS, type RulePath } from './rule-path.ts';

/**
 * A position in a path, doubled. It is one more after `**` followed a key, where the element of a
 * list may come next.
 */
type State = number;

/**
 * Tests if `wide` reaches every place that `narrow` reaches: `a.**.b` covers `a.b` and
 * `a.content[].b`.
 */
export function coversRulePath(wide: RulePath, narrow: RulePath): boolean {
  const symbols = listSymbols(narrow);
  const seen = new Set<string>();
  const open: [State[], State[]][] = [[begin(narrow), begin(wide)]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [inside, outside] = pair;
    const key = `${inside} ${outside}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (isEnd(narrow, inside) && !isEnd(wide, outside)) return false;
    for (const symbol of symbols) {
      const next = advance(narrow, inside, symbol);
      if (next.length > 0) open.push([next, advance(wide, outside, symbol)]);
    }
  }
  return true;
}

/** Tests if both paths reach some common place. */
export function overlapsRulePath(a: RulePath, b: RulePath): boolean {
  return meet(a, b, (x, y) => isEnd(a, x) && isEnd(b, y));
}

/**
 * Tests if `path` reaches a place strictly inside a place that `outer` reaches: `tools[].type` is
 * inside `tools`.
 */
export function isInsideRulePath(path: RulePath, outer: RulePath): boolean {
  return meet(path, outer, (x, y) => isEnd(outer, y) && x.some((at) => at < 2 * path.length));
}

/** Follows both paths through all common steps until `test` holds. */
function meet(a: RulePath, b: RulePath, test: (x: State[], y: State[]) => boolean): boolean {
  const others = listSymbols(b);
  const symbols = listSymbols(a).filter((symbol) => others.includes(symbol));
  const seen = new Set<string>();
  const open: [State[], State[]][] = [[begin(a), begin(b)]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const [x, y] = pair;
    const key = `${x} ${y}`;
    if (x.length === 0 || y.length === 0 || seen.has(key)) continue;
    seen.add(key);
    if (test(x, y)) return true;
    for (const symbol of symbols) open.push([advance(a, x, symbol), advance(b, y, symbol)]);
  }
  return false;
}

/** Lists the names, and `[]`, that can occur on the way to a place of a path. */
function listSymbols(path: RulePath): string[] {
  const nested = path.includes('**') ? [...NESTING_FIELDS, '[]'] : [];
  return [...new Set([...path.filter((step) => step !== '**'), ...nested])];
}

const begin = (path: RulePath): State[] => settle(path, [0]);
const isEnd = (path: RulePath, states: readonly State[]): boolean =>
  states.includes(2 * path.length);

function advance(path: RulePath, states: readonly State[], symbol: string): State[] {
  return settle(
    path,
    states.flatMap((state): State[] => {
      const step = path[state >> 1];
      if (state % 2 === 1) return symbol === '[]' ? [state - 1] : [];
      if (step === '**') return NESTING_FIELDS.includes(symbol) ? [state, state + 1] : [];
      return step === symbol ? [state + 2] : [];
    }),
  );
}

/** Adds the step after `**`, because `**` may also match nothing. Sorts, and removes duplicates. */
function settle(path: RulePath, states: readonly State[]): State[] {
  const all = states.flatMap((state) =>
    state % 2 === 0 && path[state >> 1] === '**' ? [state, state + 2] : [state],
  );
  return [...new Set(all)].sort((x, y) => x - y);
}

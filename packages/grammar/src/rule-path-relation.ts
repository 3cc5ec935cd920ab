/** How the places of two rule paths relate, for every body there may be. */
import { NESTING_FIELDS, type RulePath } from './rule-path.ts';

/** A position in a path, twice; one more right after `**` followed a key, where the element of a list may come. */
type State = number;

/** Tests if every place that `narrow` reaches is reached by `wide` too: `a.**.b` covers `a.b` and `a.content[].b`. */
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

/** Tests if some place is reached by both paths. */
export function overlapsRulePath(a: RulePath, b: RulePath): boolean {
  return meet(a, b, (x, y) => isEnd(a, x) && isEnd(b, y));
}

/** Tests if `path` reaches something strictly inside of a place that `outer` reaches: `tools[].type` is inside of `tools`. */
export function isInsideRulePath(path: RulePath, outer: RulePath): boolean {
  return meet(path, outer, (x, y) => isEnd(outer, y) && x.some((at) => at < 2 * path.length));
}

/** Follows both paths over everything that both can be read as, until `test` holds. */
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

/** The names, and `[]`, that may come in what a path reaches. */
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

/** `**` may also lead nowhere further, so the step behind it is reached with it. Sorted, without duplicates. */
function settle(path: RulePath, states: readonly State[]): State[] {
  const all = states.flatMap((state) =>
    state % 2 === 0 && path[state >> 1] === '**' ? [state, state + 2] : [state],
  );
  return [...new Set(all)].sort((x, y) => x - y);
}

/** A body, walked once along a tree of rules. */
import { NESTING_FIELDS } from '@beta-headers/grammar';
import { fieldOf } from './generated/tables.ts';
import type { Node, Rule } from './rules.ts';

/** The keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** Called for each place that meets a rule; `at` says where, when asked. */
export type OnHit = (rule: Rule, at: () => Path) => void;

/** How deep nested content may go before the rest of it is left alone; real requests nest three levels. */
const MAX_DEPTH = 64;
/** How many nested values are looked at, so that content which holds itself ends. A body of 50 MB has fewer. */
const MAX_NESTED = 1_000_000;

interface Walk {
  /** The way to where the walk is: as many steps of it as the depth says, and leftovers behind them. */
  readonly path: (string | number)[];
  readonly hit: (rule: Rule, depth: number) => void;
  nestedLeft: number;
}

/** Reports every place in `body`, which itself stands at `start`, that meets a rule of the tree. */
export function walk(tree: Node, body: unknown, start: Path, onHit: OnHit): void {
  const path = [...start];
  visit(tree, body, path.length, {
    path,
    hit: (rule, depth) => onHit(rule, () => path.slice(0, depth)),
    nestedLeft: MAX_NESTED,
  });
}

function visit(node: Node, value: unknown, depth: number, state: Walk): void {
  if (node.values !== undefined) {
    const rules = node.values.get(value);
    if (rules !== undefined) for (const rule of rules) state.hit(rule, depth);
  }
  if (node.tests !== undefined)
    for (const rule of node.tests) if (meets(rule, value)) state.hit(rule, depth);
  if (typeof value !== 'object' || value === null) return;
  visitFields(node, value, depth, state);
  const { each, deep } = node;
  if (each !== undefined && Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i];
      if (item === undefined || item === null) continue;
      state.path[depth] = i;
      visit(each, item, depth + 1, state);
    }
  }
  if (deep !== undefined) visitInside(deep, value, depth, state, 1);
}

function visitFields(node: Node, value: object, depth: number, state: Walk): void {
  const { fields } = node;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as Node['fields'][number];
    const inner: unknown = fieldOf(value as Record<string, unknown>, field.name);
    if (inner === undefined || inner === null) continue;
    const next = field.node;
    // Nearly everything in a body is a text that no rule asks about: a look is enough.
    if (typeof inner !== 'object' && next.tests === undefined && next.values?.has(inner) !== true)
      continue;
    state.path[depth] = field.name;
    visit(next, inner, depth + 1, state);
  }
}

/** What nests in a value through `content` and `source`. The value itself is seen already: its node holds the fields of `deep` too. */
function visitInside(deep: Node, value: object, depth: number, state: Walk, level: number): void {
  for (const name of NESTING_FIELDS) {
    const inner: unknown = fieldOf(value as Record<string, unknown>, name);
    if (typeof inner !== 'object' || inner === null || level > MAX_DEPTH) continue;
    const list = Array.isArray(inner);
    for (const [i, item] of (list ? inner : [inner]).entries() as Iterable<[number, unknown]>) {
      if (typeof item !== 'object' || item === null || --state.nestedLeft < 0) continue;
      state.path[depth] = name;
      state.path[depth + 1] = i;
      const inside = depth + (list ? 2 : 1);
      visitFields(deep, item, inside, state);
      visitInside(deep, item, inside, state, level + 1);
    }
  }
}

function meets(rule: Rule, value: unknown): boolean {
  if (rule.above !== undefined) return typeof value === 'number' && value > rule.above;
  if (!rule.nonEmpty) return true;
  if (Array.isArray(value) || typeof value === 'string') return value.length > 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

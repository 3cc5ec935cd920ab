/** A body, walked once along a tree of rules. */
import type { Node, Rule } from './rules.ts';
import type { JsonPointer } from './types.ts';

/** Called for each place that meets a rule; `at` says where, when asked. */
export type OnHit = (rule: Rule, at: () => JsonPointer) => void;

/** How deep nested content may go before the rest of it is left alone; real requests nest three levels. */
const MAX_DEPTH = 64;
/** How many nested values are looked at, so that content which holds itself ends. A body of 50 MB has fewer. */
const MAX_NESTED = 1_000_000;

interface Walk {
  readonly path: (string | number)[];
  readonly hit: (rule: Rule) => void;
  nestedLeft: number;
}

/** Reports every place in `body` that meets a rule of the tree. */
export function walk(tree: Node, body: unknown, prefix: JsonPointer, onHit: OnHit): void {
  const path: (string | number)[] = [];
  const at = (): JsonPointer => prefix + path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  visit(tree, body, { path, hit: (rule) => onHit(rule, at), nestedLeft: MAX_NESTED });
}

function visit(node: Node, value: unknown, state: Walk): void {
  if (node.values !== undefined) {
    const rules = node.values.get(value);
    if (rules !== undefined) for (const rule of rules) state.hit(rule);
  }
  if (node.tests !== undefined) for (const rule of node.tests) if (meets(rule, value)) state.hit(rule);
  if (typeof value !== 'object' || value === null) return;
  visitFields(node, value, state);
  const { each, deep } = node;
  if (each !== undefined && Array.isArray(value)) {
    const { path } = state;
    const depth = path.length;
    path.push(0);
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i];
      if (item === undefined || item === null) continue;
      path[depth] = i;
      visit(each, item, state);
    }
    path.pop();
  }
  if (deep !== undefined) visitInside(deep, value, state, 1);
}

function visitFields(node: Node, value: object, state: Walk): void {
  const { fields } = node;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as Node['fields'][number];
    const inner: unknown = (value as Record<string, unknown>)[field.name];
    if (inner === undefined || inner === null) continue;
    const { node: next } = field;
    // Nearly everything in a body is a text that no rule asks about: a look is enough.
    if (typeof inner !== 'object' && next.tests === undefined && next.values?.has(inner) !== true) continue;
    state.path.push(field.name);
    visit(next, inner, state);
    state.path.pop();
  }
}

/** What nests in a value through `content` and `source`. The value itself is seen already: its node holds the fields of `deep` too. */
function visitInside(deep: Node, value: object, state: Walk, level: number): void {
  const { content, source } = value as { content?: unknown; source?: unknown };
  if (typeof content === 'object' && content !== null) descend(deep, 'content', content, state, level);
  if (typeof source === 'object' && source !== null) descend(deep, 'source', source, state, level);
}

function descend(deep: Node, name: string, value: object, state: Walk, level: number): void {
  if (level > MAX_DEPTH) return;
  const { path } = state;
  path.push(name);
  if (Array.isArray(value)) {
    const depth = path.length;
    path.push(0);
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i];
      if (typeof item !== 'object' || item === null) continue;
      path[depth] = i;
      visitNested(deep, item, state, level);
    }
    path.pop();
  } else visitNested(deep, value, state, level);
  path.pop();
}

function visitNested(deep: Node, value: object, state: Walk, level: number): void {
  if (--state.nestedLeft < 0) return;
  visitFields(deep, value, state);
  visitInside(deep, value, state, level + 1);
}

function meets(rule: Rule, value: unknown): boolean {
  if (rule.above !== undefined) return typeof value === 'number' && value > rule.above;
  if (!rule.nonEmpty) return true;
  if (Array.isArray(value) || typeof value === 'string') return value.length > 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

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
  if (node.each !== undefined && Array.isArray(value)) each(node.each, value, state, visit);
  if (node.fields.length > 0) visitFields(node, value, state);
  if (node.deep !== undefined) visitNested(node.deep, value, state, 0);
}

function visitFields(node: Node, value: object, state: Walk): void {
  const { fields } = node;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as Node['fields'][number];
    const inner: unknown = (value as Record<string, unknown>)[field.name];
    if (inner === undefined || inner === null) continue;
    state.path.push(field.name);
    visit(field.node, inner, state);
    state.path.pop();
  }
}

/** The value itself, and what nests in it through `content` and `source`. */
function visitNested(node: Node, value: unknown, state: Walk, level: number): void {
  if (typeof value !== 'object' || value === null || level > MAX_DEPTH || --state.nestedLeft < 0) return;
  visit(node, value, state);
  const { content, source } = value as { content?: unknown; source?: unknown };
  if (typeof content === 'object' && content !== null) descend(node, 'content', content, state, level + 1);
  if (typeof source === 'object' && source !== null) descend(node, 'source', source, state, level + 1);
}

function descend(node: Node, name: string, value: object, state: Walk, level: number): void {
  state.path.push(name);
  if (Array.isArray(value)) each(node, value, state, (next, item) => visitNested(next, item, state, level));
  else visitNested(node, value, state, level);
  state.path.pop();
}

function each(node: Node, list: readonly unknown[], state: Walk, follow: (node: Node, item: unknown, state: Walk) => void): void {
  const depth = state.path.length;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (item === undefined || item === null) continue;
    state.path[depth] = i;
    follow(node, item, state);
  }
  state.path.length = depth;
}

function meets(rule: Rule, value: unknown): boolean {
  if (rule.above !== undefined) return typeof value === 'number' && value > rule.above;
  if (!rule.nonEmpty) return true;
  if (Array.isArray(value) || typeof value === 'string') return value.length > 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** Walks a body once along a tree of rules. */
import { NESTING_FIELDS } from '@beta-headers/grammar';
import type { Node, Probe } from './probe.ts';

/** The keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** The places that match a probe. */
export interface Hits {
  /** At most as many places as the walk records. */
  readonly at: Path[];
}

/** The result of a walk. */
export interface Found {
  readonly hits: Map<Probe, Hits>;
  /** The places of types that the SDK does not know. */
  readonly unknown: Path[];
}

/** The depth at which nested content is no longer read. Real requests nest three levels. */
const MAX_DEPTH = 64;
/**
 * The number of nested values that are read, so that a body with a cycle ends. A body of 50 MB has
 * fewer.
 */
const MAX_NESTED = 1_000_000;

/**
 * Separate constants, because engines compare with a constant much faster than they search a list.
 */
const [CONTENT, SOURCE] = NESTING_FIELDS;

interface Walk {
  /**
   * The path to the current value. Only the first `depth` steps are valid; the rest is left from
   * earlier values.
   */
  readonly path: (string | number)[];
  readonly found: Found;
  readonly maxHits: number;
  /** The object that contains the current value. */
  holder: object | undefined;
  nestedLeft: number;
}

/**
 * Finds every place in `body` that matches a probe of the tree, and records `maxHits` places for
 * each probe. `start` is the path of `body` itself.
 */
export function walk(tree: Node, body: unknown, start: Path, maxHits: number): Found {
  const found: Found = { hits: new Map(), unknown: [] };
  const state: Walk = {
    path: [...start],
    found,
    maxHits,
    holder: undefined,
    nestedLeft: MAX_NESTED,
  };
  try {
    if (body !== null && body !== undefined) visit(tree, body, start.length, state);
  } catch {
    // A body that cannot be read cannot be sent either. The results up to here are kept.
  }
  return found;
}

function visit(node: Node, value: unknown, depth: number, state: Walk): void {
  const { values, tests, each } = node;
  if (tests !== undefined)
    for (const probe of tests) if (meets(probe, value)) recordHit(probe, depth, state);
  if (typeof value !== 'object') {
    const probes = values?.get(value);
    if (probes !== undefined) for (const probe of probes) recordHit(probe, depth, state);
    else if (node.closed && typeof value === 'string') noteUnknown(depth, state);
  } else if (!Array.isArray(value)) visitFields(node, node.deep, value as object, depth, state, 1);
  else if (each !== undefined) visitElements(each, value, depth, state);
}

function visitElements(each: Node, list: readonly unknown[], depth: number, state: Walk): void {
  const { holder } = state;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (item === undefined || item === null) continue;
    state.path[depth] = i;
    state.holder = holder;
    visit(each, item, depth + 1, state);
  }
}

/**
 * Visits the keys of an object, because the rules know more keys than most blocks have. With
 * `deep`, also visits the content nested in it.
 */
function visitFields(
  { fields }: Node,
  deep: Node | undefined,
  value: object,
  depth: number,
  state: Walk,
  level: number,
): void {
  for (const name in value) {
    const next = fields.get(name);
    const nests = deep !== undefined && (name === CONTENT || name === SOURCE);
    if (next === undefined && !nests) continue;
    const inner: unknown = (value as Fields)[name];
    if (inner === undefined || inner === null) continue;
    if (next !== undefined) {
      state.path[depth] = name;
      state.holder = value;
      visit(next, inner, depth + 1, state);
    }
    if (nests && typeof inner === 'object' && level <= MAX_DEPTH)
      visitNested(deep, inner, name, depth, state, level);
  }
}

/** Visits the content nested under a key: an object, or the objects in a list. */
function visitNested(
  deep: Node,
  inner: object,
  name: string,
  depth: number,
  state: Walk,
  level: number,
): void {
  const isList = Array.isArray(inner);
  const items: readonly unknown[] = isList ? inner : [inner];
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (typeof item !== 'object' || item === null || --state.nestedLeft < 0) continue;
    if (Array.isArray(item)) continue;
    state.path[depth] = name;
    state.path[depth + 1] = i;
    visitFields(deep, deep, item, depth + (isList ? 2 : 1), state, level + 1);
  }
}

interface Fields {
  readonly [name: string]: unknown;
}

function recordHit(probe: Probe, depth: number, { path, found, maxHits, holder }: Walk): void {
  if (probe.where !== undefined && !hasSiblings(holder, probe.where)) return;
  let hits = found.hits.get(probe);
  if (hits === undefined) {
    hits = { at: [] };
    found.hits.set(probe, hits);
  }
  if (hits.at.length < maxHits) hits.at.push(path.slice(0, depth));
}

function noteUnknown(depth: number, { path, found, maxHits }: Walk): void {
  if (found.unknown.length < maxHits) found.unknown.push(path.slice(0, depth));
}

function hasSiblings(holder: object | undefined, where: NonNullable<Probe['where']>): boolean {
  return Object.entries(where).every(([name, value]) => (holder as Fields)?.[name] === value);
}

function meets({ above, nonEmpty }: Probe, value: unknown): boolean {
  if (above !== undefined) return typeof value === 'number' && value > above;
  if (!nonEmpty) return true;
  if (Array.isArray(value) || typeof value === 'string') return value.length > 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

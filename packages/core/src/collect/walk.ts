/** A body, walked once along a tree of rules. */
import { NESTING_FIELDS } from '@beta-headers/grammar';
import type { Node, Probe } from './probe.ts';

/** The keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** The places that met a probe. */
export interface Hits {
  /** As many as were to be remembered. */
  readonly at: Path[];
}

/** What a walk found. */
export interface Found {
  readonly hits: Map<Probe, Hits>;
  /** The places of types that the SDK does not know. */
  readonly unknown: Path[];
}

/** How deep nested content may go before the rest of it is left alone; real requests nest three levels. */
const MAX_DEPTH = 64;
/** How many nested values are looked at, so that content which holds itself ends. A body of 50 MB has fewer. */
const MAX_NESTED = 1_000_000;

interface Walk {
  /** The way to where the walk is: as many steps of it as the depth says, and leftovers behind them. */
  readonly path: (string | number)[];
  readonly found: Found;
  readonly maxHits: number;
  /** The object that holds what is being looked at. */
  holder: object | undefined;
  nestedLeft: number;
}

/** Finds every place in `body`, which itself is at `start`, that meets a probe of the tree; remembers `maxHits` of each. */
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
    visit(tree, body, start.length, state);
  } catch {
    // A body that cannot be read cannot be sent either. What was found until then counts.
  }
  return found;
}

function visit(node: Node, value: unknown, depth: number, state: Walk): void {
  const { values, tests } = node;
  if (values !== undefined) {
    const probes = values.get(value);
    if (probes !== undefined) for (const probe of probes) hit(probe, depth, state);
    else if (node.closed && typeof value === 'string') noteUnknown(depth, state);
  }
  if (tests !== undefined)
    for (const probe of tests) if (meets(probe, value)) hit(probe, depth, state);
  if (typeof value !== 'object' || value === null) return;
  const { holder } = state;
  visitFields(node, value, depth, state);
  const { each, deep } = node;
  if (each !== undefined && Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i];
      if (item === undefined || item === null) continue;
      state.path[depth] = i;
      state.holder = holder;
      visit(each, item, depth + 1, state);
    }
  }
  if (deep !== undefined) visitInside(deep, value, depth, state, 1);
}

function visitFields(node: Node, value: object, depth: number, state: Walk): void {
  const { fields } = node;
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i] as Node['fields'][number];
    const inner: unknown = readField(value as Fields, field.name);
    if (inner === undefined || inner === null) continue;
    const next = field.node;
    // Nearly everything in a body is a text that no rule asks about: a look is enough.
    if (typeof inner !== 'object' && next.tests === undefined) {
      const probes = next.values?.get(inner);
      if (probes === undefined ? !next.closed : probes.length === 0) continue;
    }
    state.path[depth] = field.name;
    state.holder = value;
    visit(next, inner, depth + 1, state);
  }
}

/** What nests in a value. The value itself is seen already: its node holds the fields of `deep` too. */
function visitInside(deep: Node, value: object, depth: number, state: Walk, level: number): void {
  for (const name of NESTING_FIELDS) {
    const inner: unknown = readField(value as Fields, name);
    if (typeof inner !== 'object' || inner === null || level > MAX_DEPTH) continue;
    const list = Array.isArray(inner);
    const items: readonly unknown[] = list ? inner : [inner];
    for (let i = 0; i < items.length; i++) {
      const item = items[i];
      if (typeof item !== 'object' || item === null || --state.nestedLeft < 0) continue;
      state.path[depth] = name;
      state.path[depth + 1] = i;
      const inside = depth + (list ? 2 : 1);
      visitFields(deep, item, inside, state);
      visitInside(deep, item, inside, state, level + 1);
    }
  }
}

interface Fields {
  readonly [name: string]: unknown;
}

/** Reads a field. The names that rules ask of every message and block are in the code, where engines find them faster. */
function readField(value: Fields, name: string): unknown {
  switch (name) {
    case 'type':
      return value.type;
    case 'content':
      return value.content;
    case 'source':
      return value.source;
    case 'role':
      return value.role;
    case 'cache_control':
      return value.cache_control;
    case 'citations':
      return value.citations;
    case 'output_config':
      return value.output_config;
    case 'clear_at':
      return value.clear_at;
    case 'tool':
      return value.tool;
    case 'tool_changes':
      return value.tool_changes;
    default:
      return value[name];
  }
}

function hit(probe: Probe, depth: number, { path, found, maxHits, holder }: Walk): void {
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

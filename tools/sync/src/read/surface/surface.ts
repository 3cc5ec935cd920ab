/** Reads the beta surface: everything that beta message params accept and GA params do not. */
import type { KnownSurface, SurfaceEntry } from '../facts.ts';
import type { Syntax } from '../syntax.ts';
import { isBelow } from './keys.ts';
import { Modules } from './scope.ts';
import { readDeclared, readShapes, type Shape } from './shapes.ts';
import { type Accepted, describeSource, readBetas, type Walked, walkShapes } from './walk.ts';

/** The surface, the keys that GA accepts, and the types that could not be read. */
export interface Surface {
  readonly surface: readonly SurfaceEntry[];
  readonly ga: readonly string[];
  /** The keys and types that either namespace knows. */
  readonly known: KnownSurface;
  readonly unread: readonly string[];
  /** The keys at which they are. */
  readonly unreadAt: readonly string[];
  /** The endpoints of the Messages API without known beta params. */
  readonly without: readonly string[];
  /** The endpoints of the Messages API without known GA params. */
  readonly withoutGa: readonly string[];
}

/** The header itself is not part of the body. */
const HEADER_PARAM = /^betas\b/;

interface Root {
  readonly endpoint: string;
  readonly files: readonly string[];
  readonly types: readonly string[];
  /** The path from the params to the message params inside of them. */
  readonly inside: readonly string[];
}

const MESSAGES = ['messages/messages', 'messages'];
const ROOTS: readonly Root[] = [
  {
    endpoint: 'POST /v1/messages',
    files: [...MESSAGES, 'prompt-caching/messages', 'tools/messages'],
    types: ['MessageCreateParamsBase', 'MessageCreateParams'],
    inside: [],
  },
  {
    endpoint: 'POST /v1/messages/count_tokens',
    files: MESSAGES,
    types: ['MessageCountTokensParams'],
    inside: [],
  },
  {
    endpoint: 'POST /v1/messages/batches',
    files: ['messages/batches'],
    types: ['BatchCreateParams'],
    inside: ['requests', 'params'],
  },
];

/** Reads both namespaces and subtracts one from the other. */
export function readSurface(syntax: Syntax): Surface {
  const modules = new Modules(syntax);
  const unread = new Set<string>();
  const unreadAt = new Set<string>();
  const without: string[] = [];
  const withoutGa: string[] = [];
  const ga = new Set<string>();
  const found = new Map<string, Found>();
  const known = new KnownNames();
  const fallback = findParams(ROOTS[0] as Root, 'src/resources/', modules);
  for (const root of ROOTS) {
    const params = findParams(root, 'src/resources/beta/', modules);
    if (params.length === 0) without.push(root.endpoint);
    const beta = walkShapes(params, modules);
    // An endpoint without a GA version is compared with creating a message.
    const own = findParams(root, 'src/resources/', modules);
    if (own.length === 0) withoutGa.push(root.endpoint);
    const plain = walkShapes(own.length > 0 ? own : fallback, modules);
    for (const key of plain.accepted.keys()) ga.add(key);
    for (const item of [...beta.accepted.values(), ...plain.accepted.values()]) known.add(item);
    for (const what of [...beta.unread, ...plain.unread]) unread.add(what);
    for (const key of [...beta.unreadAt, ...plain.unreadAt]) unreadAt.add(key);
    collectNew(found, root.endpoint, beta.accepted, plain);
  }
  return {
    surface: [...found.values()].map(toEntry).sort((a, b) => (a.entry < b.entry ? -1 : 1)),
    ga: [...ga],
    known: known.toJSON(),
    unread: [...unread],
    unreadAt: [...unreadAt],
    without,
    withoutGa,
  };
}

/** An entry of the surface, and its places so far. */
interface Found {
  readonly item: Accepted;
  readonly endpoints: string[];
  readonly keys: string[];
  readonly at: string[];
  /** Places inside of other entries. */
  readonly inner: string[];
  readonly within: string[];
  outside: boolean;
}

/** Adds everything that the beta params of an endpoint accept and GA params do not. */
function collectNew(
  found: Map<string, Found>,
  endpoint: string,
  beta: ReadonlyMap<string, Accepted>,
  ga: Walked,
): void {
  const isNew = createNewnessTest(beta, ga);
  // A declaration that GA accepts elsewhere is not part of the surface.
  const shared = new Set(
    [...beta.values()].filter((item) => !isNew(item)).map((item) => item.entry),
  );
  for (const item of beta.values()) {
    if (!isNew(item) || HEADER_PARAM.test(item.key)) continue;
    const holder = findHolder(item, beta, isNew);
    if (holder && (shared.has(item.entry) || item.kind === 'form' || isOpen(item, beta))) continue;
    const one: Found = found.get(item.entry) ?? {
      item,
      endpoints: [],
      keys: [],
      at: [],
      inner: [],
      within: [],
      outside: false,
    };
    addOnce(one.endpoints, endpoint);
    addOnce(one.keys, item.key);
    addOnce(holder ? one.inner : one.at, item.at);
    if (holder) addOnce(one.within, holder.entry);
    else one.outside = true;
    found.set(item.entry, one);
  }
}

function toEntry({ item, endpoints, keys, at, inner, within, outside }: Found): SurfaceEntry {
  const betas = readBetas(item);
  return {
    entry: item.entry,
    kind: item.kind,
    at: sortByLength(outside ? at : inner),
    ...(outside && inner.length > 0 && { also: sortByLength(inner) }),
    ...(item.is !== undefined && { is: item.is }),
    endpoints,
    keys,
    ...(!outside && { within }),
    ...(betas.length > 0 && { betas }),
    source: describeSource(item),
  };
}

/** A block, or a block nested in one through `content` and `source`. */
const BLOCK = /^messages\[\]\.content\[\](?:\.(?:content|source)(?:\[\])?)*\.type$/;

/** Collects the names with which a request can use something that the SDK does not know. */
class KnownNames {
  readonly #params = new Set<string>();
  readonly #tools = new Set<string>();
  readonly #blocks = new Set<string>();

  add({ kind, at, is, key }: Accepted): void {
    if (kind === 'param' && !HEADER_PARAM.test(key)) this.#params.add(at);
    // An optional `type`, as of a custom tool, is a literal and not a discriminator.
    if (!['type', 'literal'].includes(kind) || is === undefined) return;
    if (at === 'tools[].type') this.#tools.add(is);
    if (BLOCK.test(at)) this.#blocks.add(is);
  }

  toJSON(): KnownSurface {
    const sorted = (names: ReadonlySet<string>): string[] => [...names].sort();
    return {
      params: sorted(this.#params),
      tools: sorted(this.#tools),
      blocks: sorted(this.#blocks),
    };
  }
}

/**
 * Creates a test if GA lacks a thing: GA accepts the thing itself, any text for a literal, or any
 * property around it, or it is not known what. It is called often, so the result is kept.
 */
function createNewnessTest(
  beta: ReadonlyMap<string, Accepted>,
  { accepted: ga, unreadAt }: Walked,
): (item: Accepted) => boolean {
  const open = new Map<string, boolean>();
  const isOpen = (item: Accepted): boolean => {
    const known = open.get(item.key);
    if (known !== undefined) return known;
    const up = ga.has(`${item.parent}.*`) ? undefined : findParent(item, beta);
    const found = ga.has(`${item.parent}.*`) || (up !== undefined && isOpen(up));
    open.set(item.key, found);
    return found;
  };
  return (item) =>
    !(
      ga.has(item.key) ||
      isBelow(item.key, unreadAt) ||
      (item.kind === 'literal' && ga.has(`${item.parent}=<string>`)) ||
      isOpen(item)
    );
}

/** Finds the thing around a thing; the elements of a list are in the parent of the list. */
function findParent(item: Accepted, accepted: ReadonlyMap<string, Accepted>): Accepted | undefined {
  let key = item.parent;
  for (let found = accepted.get(key); ; found = accepted.get(key)) {
    if (found || !key.endsWith('[]')) return found;
    key = key.slice(0, -2);
  }
}

/** Tests if it is a suggestion next to any text, as in `model`. */
function isOpen(item: Accepted, accepted: ReadonlyMap<string, Accepted>): boolean {
  return item.kind === 'literal' && accepted.has(`${item.parent}=<string>`);
}

/** Finds the nearest thing around it that is part of the surface. */
function findHolder(
  item: Accepted,
  accepted: ReadonlyMap<string, Accepted>,
  isNew: (item: Accepted) => boolean,
): Accepted | undefined {
  for (let up = findParent(item, accepted); up; up = findParent(up, accepted))
    if (isNew(up)) return up;
  return undefined;
}

function findParams(root: Root, folder: string, modules: Modules): readonly Shape[] {
  for (const file of root.files) {
    const scope = modules.open(`${folder}${file}.ts`);
    if (!scope) continue;
    for (const type of root.types) {
      const named = modules.findExported(type, scope);
      const shapes = named && readDeclared(named, modules);
      if (shapes && shapes.length > 0)
        return root.inside.reduce<readonly Shape[]>(
          (inner, name) => enterProperty(inner, name, modules),
          shapes,
        );
    }
  }
  return [];
}

/** Reads the value of a property, or of each element if it is a list. */
function enterProperty(shapes: readonly Shape[], name: string, modules: Modules): readonly Shape[] {
  return shapes.flatMap((shape) => {
    if (shape.is === 'array')
      return enterProperty(readShapes(shape.element, shape.scope, modules, name), name, modules);
    const member =
      shape.is === 'object'
        ? shape.members.find((candidate) => candidate.name === name)
        : undefined;
    return member?.node.type ? readShapes(member.node.type, member.scope, modules, name) : [];
  });
}

const sortByLength = (paths: readonly string[]): string[] =>
  [...paths].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));

function addOnce(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item);
}

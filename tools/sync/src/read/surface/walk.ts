/**
 * Walks everything that the params of an endpoint accept, and gives each thing a key that is
 * independent of the names of declarations.
 */
import type { SurfaceKind } from '../facts.ts';
import { findIds } from '../ids.ts';
import { describePlace, type ts } from '../syntax.ts';
import type { Modules, Scope } from './scope.ts';
import { type Member, readShapes, type Shape } from './shapes.ts';

/** One thing that params accept. */
export interface Accepted {
  readonly key: string;
  /** The key of the thing around it. */
  readonly parent: string;
  readonly entry: string;
  readonly kind: SurfaceKind;
  /** As a rule path. */
  readonly at: string;
  readonly is?: string;
  /** The place of its declaration, which is read only for new things. */
  readonly origin: Origin;
}

interface Origin {
  readonly scope: Scope;
  readonly node: ts.Node;
}

export interface Walked {
  readonly accepted: ReadonlyMap<string, Accepted>;
  readonly unread: readonly string[];
  /** The keys at which they are: what is below them is not known. */
  readonly unreadAt: readonly string[];
}

/** The properties that distinguish the alternatives of a union. */
const DISCRIMINATORS = ['type', 'role'];

/** Walks everything that these alternatives accept. */
export function walkShapes(start: readonly Shape[], modules: Modules): Walked {
  const walker = new Walker(modules);
  for (const shape of start) {
    if (shape.is === 'object') walker.visitObject({ ...shape, open: false }, '', '', []);
    else if (shape.is === 'unread') walker.addUnread(shape.what, '');
  }
  return {
    accepted: walker.accepted,
    unread: [...walker.unread],
    unreadAt: [...walker.unreadAt],
  };
}

type ObjectShape = Extract<Shape, { is: 'object' }>;

/** The place of a type: its key, its rule path and the declaration that holds it. */
interface Place {
  readonly key: string;
  readonly at: string;
  readonly owner: string;
  readonly origin: Origin;
}

/** Collects what shapes accept; `stack` has the objects around a shape, which end a recursion. */
class Walker {
  readonly accepted = new Map<string, Accepted>();
  readonly unread = new Set<string>();
  readonly unreadAt = new Set<string>();
  readonly #modules: Modules;

  constructor(modules: Modules) {
    this.#modules = modules;
  }

  visitObject(shape: ObjectShape, key: string, at: string, stack: readonly ts.Node[]): void {
    const tag = this.#readTag(shape);
    const origin = { scope: shape.scope, node: shape.node };
    if (shape.open) this.#putAny(key, at, shape.name, origin);
    for (const value of tag?.values ?? [undefined]) {
      const own = value === undefined ? key : `${key}(${value})`;
      if (tag && value !== undefined)
        this.#put({
          key: own,
          parent: key,
          entry: tag.values.length > 1 ? `${shape.name}: ${value}` : shape.name,
          kind: 'type',
          at: joinPath(at, tag.name),
          is: value,
          origin,
        });
      if (stack.includes(shape.node)) continue;
      for (const member of shape.members)
        if (member.name !== tag?.name)
          this.#visitMember(member, shape.name, own, at, [...stack, shape.node]);
    }
  }

  #visitMember(
    { name, node, scope }: Member,
    holder: string,
    key: string,
    at: string,
    stack: readonly ts.Node[],
  ): void {
    const place: Place = {
      key: key === '' ? name : `${key}.${name}`,
      at: joinPath(at, name),
      owner: `${holder}.${name}`,
      origin: { scope, node },
    };
    this.#put({
      key: place.key,
      parent: key,
      entry: place.owner,
      kind: key === '' ? 'param' : 'property',
      at: place.at,
      origin: place.origin,
    });
    if (!node.type) return;
    const shapes = readShapes(node.type, scope, this.#modules, place.owner);
    this.#visitShapes(shapes, place, stack);
  }

  #visitShapes(shapes: readonly Shape[], place: Place, stack: readonly ts.Node[]): void {
    const { key, at, owner, origin } = place;
    for (const shape of shapes) {
      if (shape.is === 'literal')
        this.#putLeaf(place, 'literal', `=${shape.value}`, shape.value, shape.value);
      else if (shape.is === 'primitive')
        this.#putLeaf(place, 'form', `=<${shape.name}>`, shape.name);
      else if (shape.is === 'any') this.#putAny(key, at, owner, origin);
      else if (shape.is === 'unread') this.addUnread(shape.what, key);
      else if (shape.is === 'array') {
        const elements = readShapes(shape.element, shape.scope, this.#modules, owner);
        this.#visitShapes(elements, { ...place, key: `${key}[]`, at: `${at}[]` }, stack);
      } else this.visitObject(shape, key, at, stack);
    }
  }

  /** Adds a type that cannot be read, at a key; the key of all params is empty. */
  addUnread(what: string, key: string): void {
    this.unread.add(what);
    this.unreadAt.add(key);
  }

  #readTag(shape: ObjectShape): ReturnType<typeof findDiscriminator> {
    const { tags } = this.#modules;
    if (!tags.has(shape.node)) tags.set(shape.node, findDiscriminator(shape, this.#modules));
    return tags.get(shape.node);
  }

  /** Adds a value that is not an object. */
  #putLeaf(
    { key, at, owner, origin }: Place,
    kind: SurfaceKind,
    suffix: string,
    shown: string,
    is?: string,
  ): void {
    this.#put({
      key: `${key}${suffix}`,
      parent: key,
      entry: `${owner}: ${shown}`,
      kind,
      at,
      ...(is !== undefined && { is }),
      origin,
    });
  }

  /** Adds the form that accepts any property. */
  #putAny(key: string, at: string, owner: string, origin: Origin): void {
    this.#put({ key: `${key}.*`, parent: key, entry: `${owner}.*`, kind: 'form', at, origin });
  }

  #put(item: Accepted): void {
    if (!this.accepted.has(item.key)) this.accepted.set(item.key, item);
  }
}

const joinPath = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

/**
 * Finds a discriminator such as `type: 'text'`: a required property with only literal values.
 * Without one, the place identifies the object.
 */
function findDiscriminator(
  shape: ObjectShape,
  modules: Modules,
): { name: string; values: string[] } | undefined {
  for (const name of DISCRIMINATORS) {
    const member = shape.members.find((candidate) => candidate.name === name);
    if (!member?.node.type || member.node.questionToken) continue;
    const values = readShapes(member.node.type, member.scope, modules, `${shape.name}.${name}`).map(
      (inner) => (inner.is === 'literal' ? inner.value : undefined),
    );
    if (values.length > 0 && values.every((value) => value !== undefined))
      return { name, values: values as string[] };
  }
  return undefined;
}

/** `src/resources/beta/messages/messages.ts:12` */
export const describeSource = ({ origin }: Accepted): string =>
  describePlace(origin.scope.parsed, origin.node);

/** Reads the betas that the doc comment of its declaration names. */
export function readBetas({ origin: { scope, node } }: Accepted): string[] {
  const { parsed } = scope;
  const start = node.getStart(parsed.ast);
  return start === node.pos ? [] : findIds(parsed.text.slice(node.pos, start));
}

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
}

/** The properties that distinguish the alternatives of a union. */
const DISCRIMINATORS = ['type', 'role'];

/** Walks everything that these alternatives accept. */
export function walkShapes(start: readonly Shape[], modules: Modules): Walked {
  const accepted = new Map<string, Accepted>();
  const unread = new Set<string>();
  const put = (item: Accepted): void => {
    if (!accepted.has(item.key)) accepted.set(item.key, item);
  };

  const visit = (
    shapes: readonly Shape[],
    key: string,
    at: string,
    owner: string,
    origin: Origin,
    stack: readonly ts.Node[],
  ): void => {
    const leaf = (kind: SurfaceKind, suffix: string, shown: string, is?: string): void =>
      put({
        key: `${key}${suffix}`,
        parent: key,
        entry: `${owner}: ${shown}`,
        kind,
        at,
        ...(is !== undefined && { is }),
        origin,
      });
    for (const shape of shapes) {
      if (shape.is === 'literal') leaf('literal', `=${shape.value}`, shape.value, shape.value);
      else if (shape.is === 'primitive') leaf('form', `=<${shape.name}>`, shape.name);
      else if (shape.is === 'any')
        put({ key: `${key}.*`, parent: key, entry: `${owner}.*`, kind: 'form', at, origin });
      else if (shape.is === 'unread') unread.add(shape.what);
      else if (shape.is === 'array')
        visit(
          readShapes(shape.element, shape.scope, modules, owner),
          `${key}[]`,
          `${at}[]`,
          owner,
          origin,
          stack,
        );
      else visitObject(shape, key, at, stack);
    }
  };

  const visitObject = (
    shape: Extract<Shape, { is: 'object' }>,
    key: string,
    at: string,
    stack: readonly ts.Node[],
  ): void => {
    if (!modules.tags.has(shape.node))
      modules.tags.set(shape.node, findDiscriminator(shape, modules));
    const tag = modules.tags.get(shape.node);
    const origin = { scope: shape.scope, node: shape.node };
    if (shape.open)
      put({ key: `${key}.*`, parent: key, entry: `${shape.name}.*`, kind: 'form', at, origin });
    for (const value of tag?.values ?? [undefined]) {
      const own = value === undefined ? key : `${key}(${value})`;
      if (tag && value !== undefined) {
        const entry = tag.values.length > 1 ? `${shape.name}: ${value}` : shape.name;
        put({
          key: own,
          parent: key,
          entry,
          kind: 'type',
          at: joinPath(at, tag.name),
          is: value,
          origin,
        });
      }
      if (stack.includes(shape.node)) continue;
      for (const member of shape.members)
        if (member.name !== tag?.name)
          visitMember(member, shape.name, own, at, [...stack, shape.node]);
    }
  };

  const visitMember = (
    { name, node, scope }: Member,
    holder: string,
    key: string,
    at: string,
    stack: readonly ts.Node[],
  ): void => {
    const entry = `${holder}.${name}`;
    const own = key === '' ? name : `${key}.${name}`;
    const origin = { scope, node };
    put({
      key: own,
      parent: key,
      entry,
      kind: key === '' ? 'param' : 'property',
      at: joinPath(at, name),
      origin,
    });
    if (node.type)
      visit(
        readShapes(node.type, scope, modules, entry),
        own,
        joinPath(at, name),
        entry,
        origin,
        stack,
      );
  };

  for (const shape of start)
    if (shape.is === 'object') visitObject({ ...shape, open: false }, '', '', []);
  return { accepted, unread: [...unread] };
}

const joinPath = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

/**
 * Finds a discriminator such as `type: 'text'`: a required property with only literal values.
 * Without one, the place identifies the object.
 */
function findDiscriminator(
  shape: Extract<Shape, { is: 'object' }>,
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

/** Reads the alternatives of a type by syntax alone. */
import { cutExcerpt, describePlace, readName, ts } from '../syntax.ts';
import type { Modules, Named, Scope } from './scope.ts';

/** A property and the scope of its type. */
export interface Member {
  readonly name: string;
  readonly node: ts.PropertySignature;
  readonly scope: Scope;
}

export type Shape =
  | {
      readonly is: 'object';
      readonly name: string;
      readonly node: ts.Node;
      readonly scope: Scope;
      readonly members: readonly Member[];
      readonly open: boolean;
    }
  | { readonly is: 'array'; readonly element: ts.TypeNode; readonly scope: Scope }
  | { readonly is: 'literal'; readonly value: string }
  | { readonly is: 'primitive'; readonly name: 'string' | 'number' | 'boolean' }
  | { readonly is: 'any' }
  | { readonly is: 'unread'; readonly what: string };

const LISTS: ReadonlySet<string> = new Set(['Array', 'ReadonlyArray', 'Iterable']);
const ANYTHING: ReadonlySet<string> = new Set(['Record', 'Object', 'Map']);
const NOTHING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.NullKeyword,
  ts.SyntaxKind.UndefinedKeyword,
  ts.SyntaxKind.NeverKeyword,
  ts.SyntaxKind.VoidKeyword,
]);
const PRIMITIVES: ReadonlyMap<ts.SyntaxKind, 'string' | 'number' | 'boolean'> = new Map([
  [ts.SyntaxKind.StringKeyword, 'string'],
  [ts.SyntaxKind.NumberKeyword, 'number'],
  [ts.SyntaxKind.BooleanKeyword, 'boolean'],
]);

/** Caches the parts of each type, because most types appear in many places. */
const shapes = new WeakMap<ts.TypeNode, readonly Shape[]>();

/**
 * Reads the alternatives of `type`, with unions and aliases resolved. `owner` names anonymous
 * types.
 */
export function readShapes(
  type: ts.TypeNode,
  scope: Scope,
  modules: Modules,
  owner: string,
): readonly Shape[] {
  let found = shapes.get(type);
  if (!found) {
    found = takeApart(type, scope, modules, owner);
    shapes.set(type, found);
  }
  return found;
}

function takeApart(
  type: ts.TypeNode,
  scope: Scope,
  modules: Modules,
  owner: string,
): readonly Shape[] {
  const again = (inner: ts.TypeNode): readonly Shape[] => readShapes(inner, scope, modules, owner);
  const unread = (): Shape[] => [
    {
      is: 'unread',
      what: `${describePlace(scope.parsed, type)} ${cutExcerpt(type, scope.parsed.ast)}`,
    },
  ];
  const primitive = PRIMITIVES.get(type.kind);
  if (primitive) return [{ is: 'primitive', name: primitive }];
  if (NOTHING.has(type.kind)) return [];
  if (
    type.kind === ts.SyntaxKind.AnyKeyword ||
    type.kind === ts.SyntaxKind.UnknownKeyword ||
    type.kind === ts.SyntaxKind.ObjectKeyword
  )
    return [{ is: 'any' }];
  if (ts.isParenthesizedTypeNode(type)) return again(type.type);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(again);
  if (ts.isArrayTypeNode(type)) return [{ is: 'array', element: type.elementType, scope }];
  if (ts.isTypeOperatorNode(type) && type.operator !== ts.SyntaxKind.KeyOfKeyword)
    return again(type.type);
  if (ts.isLiteralTypeNode(type)) return readLiteral(type);
  if (ts.isTypeLiteralNode(type)) return [readObject(owner, type, type.members, scope)];
  if (ts.isIntersectionTypeNode(type)) return intersect(type.types.map(again)) ?? unread();
  if (ts.isImportTypeNode(type)) return readImported(type, scope, modules) ?? unread();
  if (!ts.isTypeReferenceNode(type)) return unread();
  return readReference(type.typeName, type.typeArguments, scope, modules, owner) ?? unread();
}

function readLiteral(type: ts.LiteralTypeNode): Shape[] {
  if (type.literal.kind === ts.SyntaxKind.NullKeyword) return [];
  if (ts.isStringLiteralLike(type.literal) || ts.isNumericLiteral(type.literal))
    return [{ is: 'literal', value: type.literal.text }];
  return [{ is: 'primitive', name: 'boolean' }];
}

function readObject(
  name: string,
  node: ts.Node,
  members: readonly ts.TypeElement[],
  scope: Scope,
  inherited: readonly Shape[] = [],
): Shape {
  const own = members.filter(ts.isPropertySignature).flatMap((member): Member[] => {
    const key = readName(member.name);
    return key === undefined ? [] : [{ name: key, node: member, scope }];
  });
  const from = inherited.flatMap((shape) => (shape.is === 'object' ? shape.members : []));
  const open =
    members.some(ts.isIndexSignatureDeclaration) ||
    inherited.some((shape) => shape.is === 'any' || (shape.is === 'object' && shape.open));
  return {
    is: 'object',
    name,
    node,
    scope,
    members: [...from.filter((member) => !own.some((o) => o.name === member.name)), ...own],
    open,
  };
}

function readReference(
  name: ts.EntityName,
  given: readonly ts.TypeNode[] | undefined,
  scope: Scope,
  modules: Modules,
  owner: string,
): readonly Shape[] | undefined {
  const [first, second] = given ?? [];
  const known = modules.resolve(name, scope);
  if (known) return readDeclared(known, modules);
  if (!ts.isIdentifier(name)) return undefined;
  const { text } = name;
  if (LISTS.has(text) && first) return [{ is: 'array', element: first, scope }];
  if (ANYTHING.has(text)) return [{ is: 'any' }];
  const inner = first && readShapes(first, scope, modules, owner);
  if (!inner) return undefined;
  if (['Partial', 'Required', 'Readonly', 'NonNullable', 'Exclude'].includes(text)) return inner;
  const names =
    second &&
    readShapes(second, scope, modules, owner).flatMap((shape) =>
      shape.is === 'literal' ? [shape.value] : [],
    );
  if ((text === 'Omit' || text === 'Pick') && names && names.length > 0) {
    const keep = (name: string): boolean => names.includes(name) === (text === 'Pick');
    return inner.map((shape) =>
      shape.is === 'object'
        ? { ...shape, members: shape.members.filter((member) => keep(member.name)) }
        : shape,
    );
  }
  return undefined;
}

/** Reads `import('./messages').Tool`; `undefined` for any other form of it. */
function readImported(
  { argument, qualifier, isTypeOf, typeArguments }: ts.ImportTypeNode,
  scope: Scope,
  modules: Modules,
): readonly Shape[] | undefined {
  if (!qualifier || isTypeOf || typeArguments) return undefined;
  if (!ts.isLiteralTypeNode(argument) || !ts.isStringLiteral(argument.literal)) return undefined;
  const known = modules.resolveImport(argument.literal.text, qualifier, scope);
  return known && readDeclared(known, modules);
}

/** Reads the forms that a declared name accepts. */
export function readDeclared(known: Named, modules: Modules): readonly Shape[] | undefined {
  const { scope } = known;
  if (known.alias) return readShapes(known.alias.type, scope, modules, known.name);
  const [first] = known.interfaces;
  if (!first) return undefined;
  const inherited = known.interfaces.flatMap((node) =>
    (node.heritageClauses ?? []).flatMap((clause) =>
      clause.types.flatMap((base) => {
        const name = toEntityName(base.expression);
        const found = name && readReference(name, base.typeArguments, scope, modules, known.name);
        return (
          found ?? [
            {
              is: 'unread' as const,
              what: `${describePlace(scope.parsed, base)} ${cutExcerpt(base, scope.parsed.ast)}`,
            },
          ]
        );
      }),
    ),
  );
  return [
    readObject(
      known.name,
      first,
      known.interfaces.flatMap((node) => [...node.members]),
      scope,
      inherited,
    ),
    ...inherited.filter((shape) => shape.is === 'unread'),
  ];
}

/** Turns `Shared.Base` of an `extends`, which is an expression, into a name. */
function toEntityName(expression: ts.Expression): ts.EntityName | undefined {
  if (ts.isIdentifier(expression)) return expression;
  if (!ts.isPropertyAccessExpression(expression) || !ts.isIdentifier(expression.name))
    return undefined;
  const left = toEntityName(expression.expression);
  return left && ts.factory.createQualifiedName(left, expression.name);
}

function intersect(parts: readonly (readonly Shape[])[]): Shape[] | undefined {
  const flat = parts.flat();
  // `string & {}` is an open string.
  if (flat.some((shape) => shape.is === 'primitive'))
    return flat.filter((shape) => shape.is === 'primitive');
  const objects = flat.filter((shape) => shape.is === 'object');
  const [first] = objects;
  if (!first || objects.length !== flat.length || parts.some((part) => part.length !== 1))
    return undefined;
  return [
    {
      ...first,
      members: objects.flatMap((shape) => shape.members),
      open: objects.some((shape) => shape.open),
    },
  ];
}

/** Walks oxc's syntax tree and collects literals with their ancestors. */
import type { Range } from '../frame.ts';

/** A node of the tree, as far as it is read here. */
export interface AstNode extends Range {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A literal, or a constant of an SDK, with its ancestors from the inside out. */
export interface Literal extends Range {
  readonly node: AstNode;
  readonly ancestors: readonly AstNode[];
}

const LITERALS = new Set(['Literal', 'TemplateElement', 'JSXText', 'Identifier']);

export const isNode = (value: unknown): value is AstNode =>
  typeof value === 'object' && value !== null && typeof (value as AstNode).type === 'string';

/** Collects the literals that overlap a wanted range. Parts without one are skipped. */
export function collectLiterals(program: AstNode, wanted: (range: Range) => boolean): Literal[] {
  const found: Literal[] = [];
  const walk = (node: AstNode, ancestors: readonly AstNode[]): void => {
    if (!wanted(node)) return;
    // The range of a parameter's name includes its type.
    if (LITERALS.has(node.type) && !isNode(node['typeAnnotation'])) {
      found.push({ node, ancestors, start: node.start, end: node.end });
      return;
    }
    const next = [node, ...ancestors];
    for (const child of listChildren(node)) walk(child, next);
  };
  for (const child of listChildren(program)) walk(child, [program]);
  return found;
}

/** Lists the children of a node in the order of its fields. */
export function listChildren(node: AstNode): AstNode[] {
  return Object.values(node).flatMap((value) => {
    if (Array.isArray(value)) return value.filter(isNode);
    return isNode(value) ? [value] : [];
  });
}

/** Returns the name of an identifier, a property, or a literal key. */
export function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  const { type } = node;
  if (type === 'Identifier' || type === 'JSXIdentifier' || type === 'PrivateIdentifier')
    return node['name'] as string;
  if (type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (type === 'MemberExpression') return nameOf(node['property']);
  return type === 'ChainExpression' || type === 'TSNonNullExpression'
    ? nameOf(node['expression'])
    : undefined;
}

/** Lists the names of a call, the nearest first: `push`, `betas`. */
export function calleeNames(callee: unknown): string[] {
  const names: string[] = [];
  let node = callee;
  while (isNode(node) && names.length < 8) {
    if (node.type === 'MemberExpression') {
      const name = nameOf(node['property']);
      if (name !== undefined) names.push(name);
      node = node['object'];
    } else if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      node = node['callee'];
    } else if (node.type === 'ChainExpression' || node.type === 'AwaitExpression') {
      node = node['expression'] ?? node['argument'];
    } else {
      const name = nameOf(node);
      if (name !== undefined) names.push(name);
      break;
    }
  }
  return names;
}

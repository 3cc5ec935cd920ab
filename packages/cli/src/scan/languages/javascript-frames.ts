/** Reads the surroundings of a literal in oxc's syntax tree. */
import { createFrame, type Frame, type Range, type Site } from '../frame.ts';
import { isComparisonName, isHeaderName } from '../names.ts';
import {
  type AstNode,
  calleeNames,
  isNode,
  type Literal,
  listChildren,
  nameOf,
} from './javascript-ast.ts';

type Count = (range: Range) => number;

/** Nodes that pass their value on unchanged. */
const PASSES =
  /^(?:TemplateLiteral|ConditionalExpression|LogicalExpression|SpreadElement|SequenceExpression|AwaitExpression|TSAsExpression|TSSatisfiesExpression|TSTypeAssertion|TSNonNullExpression|ParenthesizedExpression|ChainExpression|JSXExpressionContainer)$/;
const FUNCTION = /Function|^ArrowFunctionExpression$|^Program$|Statement$|^StaticBlock$/;
const COMPARES = /^(?:===?|!==?|in|instanceof)$/;

/** Reads the site of a literal. */
export function readLiteral(text: string, found: Literal, count: Count): Site | undefined {
  const literal = toWholeTemplate(found);
  const { node, ancestors } = literal;
  const [parent] = ancestors;
  const template = node.type === 'TemplateElement' ? parent : undefined;
  const inner = template ? { start: template.start + 1, end: template.end - 1 } : readInner(node);
  const content = template ? readTemplate(text, template) : text.slice(inner.start, inner.end);
  if (node.type === 'JSXText') return { inner, content, frames: [], place: 'prose' };
  if (isDeclaration(node, parent)) return { inner, content, frames: [], isOther: true };
  if (/^(?:Import|Export)/.test(parent?.type ?? ''))
    return { inner, content, frames: [], isOther: true };
  const frames: Frame[] = [];
  let entry: Range | undefined;
  let child: AstNode = node;
  for (const ancestor of ancestors) {
    const frame = readFrame(ancestor, child, count);
    if (frame === 'stop') break;
    if (frame) frames.push(frame);
    entry ??= readEntry(ancestor, child, ancestors, count);
    if (frame?.kind === 'enum' || frame?.kind === 'type') break;
    child = ancestor;
  }
  const isStatement = parent?.type === 'ExpressionStatement';
  return { inner, content, frames, elements: readElements(literal), entry, isStatement };
}

/** A template without expressions is a literal like any other. */
function toWholeTemplate(literal: Literal): Literal {
  const [parent, ...ancestors] = literal.ancestors;
  const isWhole =
    literal.node.type === 'TemplateElement' &&
    parent?.type === 'TemplateLiteral' &&
    (parent['quasis'] as readonly unknown[]).length === 1;
  return isWhole ? { ...literal, node: parent, ancestors } : literal;
}

/** A name that is declared or a member that is read holds no value of its own. */
const isDeclaration = (node: AstNode, parent: AstNode | undefined): boolean =>
  node.type === 'Identifier' && /Specifier$|^VariableDeclarator$/.test(parent?.type ?? '');

const readInner = ({ type, start, end }: AstNode): Range =>
  type === 'Literal' || type === 'TemplateLiteral'
    ? { start: start + 1, end: end - 1 }
    : { start, end };

/** Reads the content of a template, with its expressions as `${   }` of the same length. */
function readTemplate(text: string, { start, end, expressions }: AstNode): string {
  let content = text.slice(start + 1, end - 1);
  for (const node of Array.isArray(expressions) ? expressions.filter(isNode) : []) {
    const from = node.start - start - 1;
    const to = node.end - start - 1;
    content = content.slice(0, from) + ' '.repeat(to - from) + content.slice(to);
  }
  return content;
}

type Reader = (node: AstNode, child: AstNode, count: Count) => Frame | 'stop' | undefined;

const bind = (name: string | undefined): Frame =>
  createFrame('map', { names: name === undefined ? [] : [name] });

const bindValue =
  (name: (node: AstNode) => string | undefined): Reader =>
  (node, child) =>
    child === node['value'] || child === node['init'] || child === node['right']
      ? bind(name(node))
      : undefined;

const READERS: Readonly<Record<string, Reader>> = {
  TSLiteralType: () => createFrame('type'),
  TSEnumMember: () => createFrame('enum'),
  ArrayExpression: (node, _child, count) => createFrame('list', { count: count(node) }),
  ObjectExpression: (node, child, count) => readObject(node, child, count),
  Property: (node, child) =>
    child === node['key'] && child !== node['value']
      ? createFrame('map', { isKey: true })
      : undefined,
  BinaryExpression: (node) =>
    COMPARES.test(node['operator'] as string)
      ? createFrame('list', { isCompared: true })
      : undefined,
  SwitchCase: (node, child) =>
    child === node['test'] ? createFrame('list', { isCompared: true }) : 'stop',
  CallExpression: (node, child, count) => readCall(node, child, count),
  NewExpression: (node, child, count) => readCall(node, child, count),
  MemberExpression: (node, child) => readMember(node, child),
  VariableDeclarator: bindValue((node) => nameOf(node['id'])),
  AssignmentExpression: bindValue((node) => nameOf(node['left'])),
  AssignmentPattern: bindValue((node) => nameOf(node['left'])),
  PropertyDefinition: bindValue((node) => nameOf(node['key'])),
  JSXAttribute: bindValue((node) => nameOf(node['name'])),
  ClassBody: () => 'stop',
};

function readFrame(node: AstNode, child: AstNode, count: Count): Frame | 'stop' | undefined {
  const reader = READERS[node.type];
  if (reader) return reader(node, child, count);
  return FUNCTION.test(node.type) && !PASSES.test(node.type) ? 'stop' : undefined;
}

function readObject(node: AstNode, child: AstNode, count: Count): Frame {
  const properties = listChildren(node);
  const name = nameOf(child['key']);
  const isValue = /^values?$/.test(name ?? '');
  const label = properties.find((one) => /^(?:name|key|header)$/.test(nameOf(one['key']) ?? ''));
  return createFrame('map', {
    names: name === undefined ? [] : [name],
    count: count(node),
    isMapped: /-20\d\d-\d\d-\d\d/.test(name ?? ''),
    record: isValue ? nameOf(label?.['value']) : undefined,
  });
}

function readCall(node: AstNode, child: AstNode, count: Count): Frame | undefined {
  const callArguments = node['arguments'] as readonly AstNode[];
  if (!callArguments.includes(child)) return undefined;
  const siblings = callArguments.flatMap((one) => readText(one) ?? []);
  const callee = calleeNames(node['callee']);
  return createFrame('call', { callee, siblings, count: count(node) });
}

function readText(node: AstNode): string | undefined {
  if (node.type === 'Literal') return typeof node['value'] === 'string' ? node['value'] : undefined;
  const quasis = node.type === 'TemplateLiteral' ? (node['quasis'] as readonly AstNode[]) : [];
  const [only] = quasis;
  const value = quasis.length === 1 ? (only?.['value'] as { cooked?: unknown }) : undefined;
  return typeof value?.cooked === 'string' ? value.cooked : undefined;
}

/** `'a,b'.includes(x)` compares, and `['a'].join()` passes the list on. */
function readMember(node: AstNode, child: AstNode): Frame | undefined {
  if (child === node['property']) return undefined;
  const name = nameOf(node['property']) ?? '';
  return isComparisonName(name) ? createFrame('list', { isCompared: true }) : undefined;
}

/** A list that may become empty is not changed if it is joined: the header would be empty. */
function readElements({ node, ancestors }: Literal): Site['elements'] {
  const [parent, holder] = ancestors;
  if (parent?.type !== 'ArrayExpression') return undefined;
  const ranges = (parent['elements'] as readonly (AstNode | null)[]).flatMap((one) => one ?? []);
  const mayBeEmpty = ranges.every((one) => one === node || one.type === 'SpreadElement');
  if (mayBeEmpty && holder?.type === 'MemberExpression') return undefined;
  return { ranges, at: ranges.indexOf(node) };
}

/** The property `'anthropic-beta': '…'` of an object that is passed on as headers or arguments. */
function readEntry(
  object: AstNode,
  property: AstNode,
  ancestors: readonly AstNode[],
  count: Count,
): Range | undefined {
  if (object.type !== 'ObjectExpression' || property.type !== 'Property') return undefined;
  const name = nameOf(property['key']) ?? '';
  const value = property['value'];
  if (!isHeaderName(name) && name !== 'betas') return undefined;
  if (!isNode(value) || !isPlain(value) || count(property) !== 1) return undefined;
  const holder = ancestors[ancestors.indexOf(object) + 1];
  const isHeaders = holder?.type === 'Property' && /headers$/i.test(nameOf(holder['key']) ?? '');
  const isArgument = /^(?:Call|New)Expression$/.test(holder?.type ?? '');
  if (!isHeaders && !isArgument) return undefined;
  const all = object['properties'] as readonly AstNode[];
  const index = all.indexOf(property);
  const next = all[index + 1];
  const before = all[index - 1];
  if (next) return { start: property.start, end: next.start };
  return before ? { start: before.end, end: property.end } : property;
}

/** Tests if a value is a literal, or a list of one literal. */
function isPlain(value: AstNode): boolean {
  if (value.type === 'Literal' || readText(value) !== undefined) return true;
  const elements = value['elements'];
  return Array.isArray(elements) && elements.length === 1 && isNode(elements[0])
    ? elements[0].type === 'Literal'
    : false;
}

/** The value of an `anthropic-beta` header in the source: which betas it always has, and whether it takes the caller's. */
import { isBetaId } from './ids.ts';
import { nameOf, ts } from './syntax.ts';

export const HEADER = 'anthropic-beta';

export interface HeaderValue {
  readonly defaults: readonly string[];
  readonly acceptsBetas: boolean;
}

const NOTHING: HeaderValue = { defaults: [], acceptsBetas: false };
const CALLERS: HeaderValue = { defaults: [], acceptsBetas: true };

/** Reads the expression; `undefined` when it is written in a form that is not known here. */
export function readHeaderValue(node: ts.Expression, constants: ReadonlyMap<string, string>): HeaderValue | undefined {
  const read = (inner: ts.Expression): HeaderValue | undefined => readHeaderValue(inner, constants);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node))
    return read(node.expression);
  if (ts.isStringLiteralLike(node)) return fromText(node.text);
  if (ts.isArrayLiteralExpression(node)) return join(node.elements.map((element) => (ts.isSpreadElement(element) ? read(element.expression) : read(element))));
  if (ts.isConditionalExpression(node)) return join([read(node.whenTrue), read(node.whenFalse)]);
  if (ts.isBinaryExpression(node) && isFallback(node.operatorToken.kind)) return join([read(node.left), read(node.right)]);
  if (ts.isTemplateExpression(node)) {
    const fixed = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(',');
    return join([fromText(fixed), ...node.templateSpans.map((span) => read(span.expression))]);
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && ['toString', 'join'].includes(node.expression.name.text)) {
    return read(node.expression.expression);
  }
  if (ts.isIdentifier(node)) {
    const constant = constants.get(node.text);
    if (constant !== undefined) return { defaults: [constant], acceptsBetas: false };
    if (node.text === 'undefined') return NOTHING;
    return /betas?$/i.test(node.text) ? CALLERS : undefined;
  }
  if (ts.isPropertyAccessExpression(node)) return /^betas?$/i.test(node.name.text) ? CALLERS : undefined;
  return undefined;
}

function fromText(text: string): HeaderValue | undefined {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.every(isBetaId) ? { defaults: parts, acceptsBetas: false } : undefined;
}

function join(values: readonly (HeaderValue | undefined)[]): HeaderValue | undefined {
  if (values.some((value) => value === undefined)) return undefined;
  const known = values as readonly HeaderValue[];
  return { defaults: [...new Set(known.flatMap((value) => value.defaults))], acceptsBetas: known.some((value) => value.acceptsBetas) };
}

const isFallback = (kind: ts.SyntaxKind): boolean => kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;

/** Every expression below `root` that becomes an `anthropic-beta` header, and every other use of that name, which nobody has read. */
export function headerExpressions(root: ts.Node): { values: ts.Expression[]; strays: ts.Node[] } {
  const values: ts.Expression[] = [];
  const strays: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && headerName(node.name)) {
      values.push(node.initializer);
      visit(node.initializer);
      return;
    }
    if (ts.isStringLiteralLike(node) && node.text.toLowerCase() === HEADER && !isRead(node)) strays.push(node);
    node.forEachChild(visit);
  };
  root.forEachChild(visit);
  return { values, strays };
}

/** `headers.get('anthropic-beta')` sends nothing. */
function isRead(node: ts.Node): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && ts.isPropertyAccessExpression(call.expression) && ['get', 'has'].includes(call.expression.name.text);
}

function headerName(name: ts.PropertyName): boolean {
  const plain = ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression) ? name.expression.text : nameOf(name);
  return plain?.toLowerCase() === HEADER;
}

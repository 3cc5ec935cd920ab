/**
 * Reads the value of an `anthropic-beta` header in the source: the betas it always has, and if it
 * accepts the caller's.
 */
import { isBetaId } from './ids.ts';
import { readName, ts } from './syntax.ts';

export const HEADER = 'anthropic-beta';

export interface HeaderValue {
  readonly defaults: readonly string[];
  readonly acceptsBetas: boolean;
}

const NOTHING: HeaderValue = { defaults: [], acceptsBetas: false };
const CALLERS: HeaderValue = { defaults: [], acceptsBetas: true };

/** Reads the value of a name in a header; `undefined` if it cannot be read. */
export type Names = (name: string) => HeaderValue | undefined;

/** Constants by name, with the betas that they hold. */
export type Constants = ReadonlyMap<string, readonly string[]>;

/** Reads the betas of a constant: a string or a list of strings; `undefined` for anything else. */
export function readConstantBetas(node: ts.Expression | undefined): string[] | undefined {
  if (node === undefined) return undefined;
  if (
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isParenthesizedExpression(node)
  )
    return readConstantBetas(node.expression);
  if (ts.isStringLiteralLike(node)) return isBetaId(node.text) ? [node.text] : undefined;
  if (!ts.isArrayLiteralExpression(node) || node.elements.length === 0) return undefined;
  const inner = node.elements.map((element) => readConstantBetas(element));
  return inner.every((ids) => ids !== undefined) ? inner.flat() : undefined;
}

const CALLERS_NAME = /^(betas?|anthropic[-_]?betas?)$/i;

/**
 * Collects the names in a function: constants, parameters, what it destructures (with defaults),
 * and computed values.
 */
export function collectNames(node: ts.FunctionLikeDeclaration, constants: Constants): Names {
  const locals = new Map<string, (() => HeaderValue | undefined)[]>();
  const put = (name: string, value: () => HeaderValue | undefined): void =>
    void locals.set(name, [...(locals.get(name) ?? []), value]);
  const read = (value: ts.Expression): HeaderValue | undefined => readHeaderValue(value, names);
  const bind = (
    binding: ts.BindingName,
    called: string | undefined,
    initializer: ts.Expression | undefined,
  ): void => {
    if (ts.isIdentifier(binding)) {
      const callers = CALLERS_NAME.test(called ?? '') ? CALLERS : undefined;
      put(binding.text, () => joinValues([callers, ...(initializer ? [read(initializer)] : [])]));
    } else if (ts.isObjectBindingPattern(binding)) {
      for (const element of binding.elements)
        bind(
          element.name,
          readName(element.propertyName) ?? readName(element.name as ts.BindingName),
          element.initializer,
        );
    }
  };
  for (const parameter of node.parameters)
    bind(parameter.name, readName(parameter.name), parameter.initializer);
  const visit = (inner: ts.Node): void => {
    if (ts.isVariableDeclaration(inner)) {
      if (ts.isIdentifier(inner.name)) {
        const { initializer } = inner;
        put(inner.name.text, () => initializer && read(initializer));
      } else bind(inner.name, undefined, undefined);
    }
    inner.forEachChild(visit);
  };
  node.body?.forEachChild(visit);
  // A name that is defined by itself adds nothing.
  const visiting = new Set<string>();
  const names: Names = (name) => {
    const found = locals.get(name);
    if (!found || visiting.has(name)) {
      const ids = constants.get(name);
      return ids && { defaults: ids, acceptsBetas: false };
    }
    visiting.add(name);
    const value = joinValues(found.map((one) => one()));
    visiting.delete(name);
    return value;
  };
  return names;
}

/** Reads the expression; `undefined` if its form is not known. */
export function readHeaderValue(node: ts.Expression, names: Names): HeaderValue | undefined {
  const read = (inner: ts.Expression): HeaderValue | undefined => readHeaderValue(inner, names);
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node)
  )
    return read(node.expression);
  if (ts.isStringLiteralLike(node)) return parseText(node.text);
  if (ts.isArrayLiteralExpression(node))
    return joinValues(
      node.elements.map((element) =>
        ts.isSpreadElement(element) ? read(element.expression) : read(element),
      ),
    );
  if (ts.isConditionalExpression(node))
    return joinValues([read(node.whenTrue), read(node.whenFalse)]);
  if (ts.isBinaryExpression(node) && isFallback(node.operatorToken.kind))
    return joinValues([read(node.left), read(node.right)]);
  if (ts.isTemplateExpression(node)) {
    const fixed = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(
      ',',
    );
    return joinValues([
      parseText(fixed),
      ...node.templateSpans.map((span) => read(span.expression)),
    ]);
  }
  if (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    ['toString', 'join'].includes(node.expression.name.text)
  ) {
    return read(node.expression.expression);
  }
  if (ts.isIdentifier(node)) {
    return node.text === 'undefined' ? NOTHING : names(node.text);
  }
  if (ts.isPropertyAccessExpression(node))
    return CALLERS_NAME.test(node.name.text) ? CALLERS : undefined;
  if (ts.isElementAccessExpression(node))
    return ts.isStringLiteralLike(node.argumentExpression) &&
      CALLERS_NAME.test(node.argumentExpression.text)
      ? CALLERS
      : undefined;
  return undefined;
}

function parseText(text: string): HeaderValue | undefined {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.every(isBetaId) ? { defaults: parts, acceptsBetas: false } : undefined;
}

/** Joins values; `undefined` if one of them cannot be read. */
export function joinValues(values: readonly (HeaderValue | undefined)[]): HeaderValue | undefined {
  if (values.some((value) => value === undefined)) return undefined;
  const known = values as readonly HeaderValue[];
  return {
    defaults: [...new Set(known.flatMap((value) => value.defaults))],
    acceptsBetas: known.some((value) => value.acceptsBetas),
  };
}

const isFallback = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken;

/**
 * Finds every expression below `root` that becomes an `anthropic-beta` header, and every other use
 * of that name.
 */
export function findHeaderExpressions(root: ts.Node): {
  values: ts.Expression[];
  strays: ts.Node[];
} {
  const values: ts.Expression[] = [];
  const strays: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && namesHeader(node.name)) {
      values.push(node.initializer);
      visit(node.initializer);
      return;
    }
    if (ts.isStringLiteralLike(node) && isHeaderName(node.text) && !isRead(node)) strays.push(node);
    node.forEachChild(visit);
  };
  root.forEachChild(visit);
  return { values, strays };
}

export const isHeaderName = (text: string): boolean => text.toLowerCase() === HEADER;

/**
 * Tests if a name is only read: `headers.get('anthropic-beta')` sends nothing, and `const {
 * 'anthropic-beta': betas } = params` takes it from the caller.
 */
function isRead(node: ts.Node): boolean {
  const call = node.parent;
  if (ts.isBindingElement(call) && call.propertyName === node) return true;
  return (
    ts.isCallExpression(call) &&
    ts.isPropertyAccessExpression(call.expression) &&
    ['get', 'has'].includes(call.expression.name.text)
  );
}

function namesHeader(name: ts.PropertyName): boolean {
  const plain =
    ts.isComputedPropertyName(name) && ts.isStringLiteralLike(name.expression)
      ? name.expression.text
      : readName(name);
  return plain?.toLowerCase() === HEADER;
}

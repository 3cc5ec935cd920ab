/**
 * Reads functions outside of the resources that build an `anthropic-beta` header, and finds those
 * that a method calls: `headers: messagesCreateHeaders(params, options)`.
 */
import { posix } from 'node:path';
import {
  type Constants,
  collectNames,
  findHeaderExpressions,
  HEADER,
  type HeaderValue,
  joinValues,
  readHeaderValue,
} from './headers.ts';
import { isResource, type Parsed, type Syntax, ts } from './syntax.ts';

/** Reads the header that a function builds; `undefined` if its form is not known. */
type Helper = () => HeaderValue | undefined;

/** Helpers by name, then by the path of their file without its extension. */
export type Helpers = ReadonlyMap<string, ReadonlyMap<string, Helper>>;

/** Matches the name of the header as a literal, however it is quoted. */
const NAMES_HEADER = new RegExp(`['"\`]${HEADER}['"\`]`, 'i');

/** Reads the helpers of a release; each is read when a method calls it. */
export function readHelpers(syntax: Syntax, constants: Constants): Helpers {
  const helpers = new Map<string, Map<string, Helper>>();
  for (const path of syntax.paths) {
    if (isResource(path) || !NAMES_HEADER.test(syntax.text(path) ?? '')) continue;
    for (const statement of (syntax.parse(path) as Parsed).ast.statements)
      for (const { name, node } of listFunctions(statement))
        helpers.set(
          name,
          new Map(helpers.get(name)).set(stripEnd(path), () => readHelper(node, constants)),
        );
  }
  return helpers;
}

/** Lists the functions of a statement that have a name: declarations and constants. */
function listFunctions(
  statement: ts.Statement,
): { name: string; node: ts.FunctionLikeDeclaration }[] {
  if (ts.isFunctionDeclaration(statement))
    return statement.name && statement.body ? [{ name: statement.name.text, node: statement }] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    ts.isIdentifier(name) &&
    initializer &&
    (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
      ? [{ name: name.text, node: initializer }]
      : [],
  );
}

function readHelper(
  node: ts.FunctionLikeDeclaration,
  constants: Constants,
): HeaderValue | undefined {
  const { values, strays } = findHeaderExpressions(node.body as ts.Node);
  const names = collectNames(node, constants);
  return strays.length > 0
    ? undefined
    : joinValues(values.map((value) => readHeaderValue(value, names)));
}

/** Finds the helpers that a function calls, under the names that its file gives them. */
export function findCalledHelpers(body: ts.Node, parsed: Parsed, helpers: Helpers): Set<Helper> {
  const imports = readImports(parsed);
  const found = new Set<Helper>();
  const visit = (node: ts.Node): void => {
    const called = ts.isCallExpression(node) && findCalledName(node.expression, imports);
    const namesakes = called ? helpers.get(called.name) : undefined;
    if (called && namesakes) {
      const [only] = namesakes.values();
      found.add(
        namesakes.get(called.path ?? '') ??
          // If several have one name, the file of the called one must be known.
          (namesakes.size === 1 ? (only as Helper) : () => undefined),
      );
    }
    node.forEachChild(visit);
  };
  visit(body);
  return found;
}

/** A name in its own module, and the path of the module without its extension. */
interface Imported {
  readonly name: string;
  readonly path: string | undefined;
}

function findCalledName(
  callee: ts.Expression,
  imports: ReadonlyMap<string, Imported>,
): Imported | undefined {
  if (ts.isIdentifier(callee))
    return imports.get(callee.text) ?? { name: callee.text, path: undefined };
  if (!ts.isPropertyAccessExpression(callee) || !ts.isIdentifier(callee.expression))
    return undefined;
  const module = imports.get(callee.expression.text);
  return module?.name === '*' ? { name: callee.name.text, path: module.path } : undefined;
}

/** Reads the imports of a file by local name; `*` is the module itself. */
function readImports(parsed: Parsed): Map<string, Imported> {
  const found = new Map<string, Imported>();
  for (const statement of parsed.ast.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier))
      continue;
    const bindings = statement.importClause?.namedBindings;
    const path = stripEnd(posix.join(posix.dirname(parsed.path), statement.moduleSpecifier.text));
    if (bindings && ts.isNamespaceImport(bindings))
      found.set(bindings.name.text, { name: '*', path });
    else
      for (const one of bindings?.elements ?? [])
        found.set(one.name.text, { name: (one.propertyName ?? one.name).text, path });
  }
  return found;
}

const stripEnd = (path: string): string => path.replace(/\.[mc]?[jt]s$/, '');

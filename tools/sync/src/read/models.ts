/** Reads the models that the SDK knows, and those that it deprecates with the day of their end. */
import type { DeprecatedModel } from './facts.ts';
import {
  cutExcerpt,
  describePlace,
  isResource,
  type Parsed,
  readName,
  type Syntax,
  ts,
} from './syntax.ts';

export interface Models {
  readonly models: readonly string[];
  readonly deprecatedModels: readonly DeprecatedModel[];
  /** Parts in a form that is not known. */
  readonly unread: readonly string[];
}

const UNION = 'Model';
const DEPRECATED = 'DEPRECATED_MODELS';

/** Reads the union `Model` of the resources, and the constant `DEPRECATED_MODELS`. */
export function readModels(syntax: Syntax): Models {
  const models = new Set<string>();
  const ends = new Map<string, string>();
  const unread: string[] = [];
  let uses: string | undefined;
  let isDeclared = false;
  for (const path of syntax.paths) {
    const text = syntax.text(path) as string;
    if (isResource(path) && /\btype Model\s*=/.test(text))
      readUnion(syntax.parse(path) as Parsed, models, unread);
    if (!text.includes(DEPRECATED)) continue;
    uses ??= path;
    if (readDeprecated(syntax.parse(path) as Parsed, ends, unread)) isDeclared = true;
  }
  if (uses !== undefined && !isDeclared)
    unread.push(`${uses} ${DEPRECATED} is declared in no form that can be read`);
  return {
    models: [...models].sort(),
    deprecatedModels: [...ends].map(([model, end]) => ({ model, end })).sort(byModel),
    unread,
  };
}

const byModel = (a: DeprecatedModel, b: DeprecatedModel): number => (a.model < b.model ? -1 : 1);

function readUnion(parsed: Parsed, models: Set<string>, unread: string[]): void {
  const read = (type: ts.TypeNode): void => {
    if (ts.isParenthesizedTypeNode(type)) read(type.type);
    else if (ts.isUnionTypeNode(type)) type.types.forEach(read);
    else if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal))
      models.add(type.literal.text);
    // `string` and `string & {}` allow any model.
    else if (type.kind !== ts.SyntaxKind.StringKeyword && !ts.isIntersectionTypeNode(type))
      unread.push(describe(parsed, type));
  };
  for (const node of parsed.ast.statements)
    if (ts.isTypeAliasDeclaration(node) && node.name.text === UNION) read(node.type);
}

/** Reads the constant; false if the file only uses it. */
function readDeprecated(parsed: Parsed, ends: Map<string, string>, unread: string[]): boolean {
  let isDeclared = false;
  for (const statement of parsed.ast.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (!ts.isIdentifier(name) || name.text !== DEPRECATED || !initializer) continue;
      isDeclared = true;
      const list = unwrap(initializer);
      if (!ts.isObjectLiteralExpression(list)) {
        unread.push(describe(parsed, initializer));
        continue;
      }
      for (const entry of list.properties) {
        const model = readName(entry.name);
        if (ts.isPropertyAssignment(entry) && model && ts.isStringLiteralLike(entry.initializer))
          ends.set(model, entry.initializer.text);
        else unread.push(describe(parsed, entry));
      }
    }
  }
  return isDeclared;
}

const unwrap = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)
    ? unwrap(node.expression)
    : node;

const describe = (parsed: Parsed, node: ts.Node): string =>
  `${describePlace(parsed, node)} ${cutExcerpt(node, parsed.ast)}`;

/** Reads `export type AnthropicBeta = (string & {}) | 'a' | 'b'`, the list of betas of the SDK. */
import { SyncError } from '../sync-error.ts';
import { isBetaId } from './ids.ts';
import { cutExcerpt, describePlace, type Parsed, type Syntax, ts } from './syntax.ts';

export const UNION = 'AnthropicBeta';

/**
 * Reads the values of the union; `undefined` if the release has no such type.
 * @throws {SyncError} if it has anything but literals: a guess would lose betas silently
 */
export function readUnion(syntax: Syntax): string[] | undefined {
  const mentioning = syntax.paths.filter((path) => syntax.text(path)?.includes(UNION));
  if (mentioning.length === 0) return undefined;
  const found: { parsed: Parsed; node: ts.Statement }[] = [];
  for (const path of mentioning) {
    if (
      !new RegExp(`\\b(type|interface|enum|const|class)\\s+${UNION}\\b`).test(
        syntax.text(path) ?? '',
      )
    )
      continue;
    const parsed = syntax.parse(path) as Parsed;
    for (const node of parsed.ast.statements) if (declaresUnion(node)) found.push({ parsed, node });
  }
  const [only, second] = found;
  if (!only) {
    throw new SyncError(
      `${UNION} is used (${mentioning[0]}) and declared nowhere in src/: it is imported, ` +
        `or only exported again. ${FIX}`,
    );
  }
  if (second)
    throw new SyncError(
      `${UNION} is declared twice: ${describePlace(only.parsed, only.node)} and ` +
        `${describePlace(second.parsed, second.node)}. ${FIX}`,
    );
  const { parsed, node } = only;
  if (!ts.isTypeAliasDeclaration(node))
    throw new SyncError(
      `${describePlace(parsed, node)}: ${UNION} is not a type alias but ` +
        `\`${cutExcerpt(node, parsed.ast)}\`. ${FIX}`,
    );
  if (node.typeParameters)
    throw new SyncError(
      `${describePlace(parsed, node)}: ${UNION} has type parameters: ` +
        `\`${cutExcerpt(node, parsed.ast)}\`. ${FIX}`,
    );
  const values = readMembers(node.type, parsed);
  if (values.length === 0)
    throw new SyncError(
      `${describePlace(parsed, node)}: ${UNION} has no value: ` +
        `\`${cutExcerpt(node, parsed.ast)}\`. ${FIX}`,
    );
  return [...new Set(values)];
}

const FIX =
  'sync reads a union of string literals in one place; teach tools/sync/src/read/union.ts ' +
  'this form.';

function declaresUnion(node: ts.Statement): boolean {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.some(
      (d) => ts.isIdentifier(d.name) && d.name.text === UNION,
    );
  const named =
    ts.isTypeAliasDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isClassDeclaration(node);
  return named && node.name?.text === UNION;
}

function readMembers(type: ts.TypeNode, parsed: Parsed): string[] {
  if (ts.isParenthesizedTypeNode(type)) return readMembers(type.type, parsed);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((member) => readMembers(member, parsed));
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) {
    const value = type.literal.text;
    if (!isBetaId(value))
      throw new SyncError(
        `${describePlace(parsed, type)}: ${UNION} has the value \`${value}\`, which has no ` +
          `date at its end, so no feature and no order. ${FIX}`,
      );
    return [value];
  }
  if (isOpenArm(type)) return [];
  throw new SyncError(
    `${describePlace(parsed, type)}: ${UNION} has a part that is not a string literal: ` +
      `\`${cutExcerpt(type, parsed.ast)}\`. ${FIX}`,
  );
}

/** Tests for `string` or `string & {}`, which allows values that the SDK does not know. */
function isOpenArm(type: ts.TypeNode): boolean {
  if (type.kind === ts.SyntaxKind.StringKeyword) return true;
  return (
    ts.isIntersectionTypeNode(type) &&
    type.types.every(
      (part) =>
        part.kind === ts.SyntaxKind.StringKeyword ||
        (ts.isTypeLiteralNode(part) && part.members.length === 0),
    )
  );
}

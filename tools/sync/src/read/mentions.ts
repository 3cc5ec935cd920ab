/** Reads doc comments that name a beta, in which the SDK documents requirements. */

import type { Mention } from './facts.ts';
import { findIds } from './ids.ts';
import { describePlace, type Parsed, readName, ts } from './syntax.ts';

/** Tests if a comment in the file names a beta, so that it is worth parsing. */
export function mayMention(text: string): boolean {
  return (
    /[a-z0-9]-20\d{2}-?\d{2}-?\d{2}/.test(text) &&
    /^[ \t]*(?:\/\*|\*|\/\/).*[a-z0-9]-20\d{2}-?\d{2}-?\d{2}/m.test(text)
  );
}

/** Reads the mentions of one file, in its order. */
export function readMentions(parsed: Parsed): Mention[] {
  const found: Mention[] = [];
  const visit = (node: ts.Node, owner: string): void => {
    const name = findDeclaredName(node);
    const symbol = name === undefined ? owner : owner === '' ? name : `${owner}.${name}`;
    if (name !== undefined) {
      const words = readWords(parsed, node);
      if (words.length > 0)
        found.push({ symbol, betas: findIds(words), words, source: describePlace(parsed, node) });
    }
    if (ts.isFunctionLike(node) && !ts.isMethodSignature(node)) return;
    node.forEachChild((child) => visit(child, symbol));
  };
  parsed.ast.forEachChild((child) => visit(child, ''));
  return found;
}

function findDeclaredName(node: ts.Node): string | undefined {
  if (
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isFunctionDeclaration(node)
  )
    return node.name?.text;
  if (ts.isModuleDeclaration(node)) return node.name.text;
  if (
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isMethodSignature(node)
  )
    return readName(node.name);
  return ts.isVariableStatement(node)
    ? readName(node.declarationList.declarations[0]?.name)
    : undefined;
}

/**
 * Reads the sentences of the comment above a node that name a beta, without code samples. The style
 * of the comment does not matter.
 */
function readWords({ text }: Parsed, node: ts.Node): string {
  const last = readComment(text, ts.getLeadingCommentRanges(text, node.pos) ?? []);
  if (findIds(last).length === 0) return '';
  const plain = last
    .replace(/^\s*\* ?/gm, '')
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain
    .split(/(?<=[.!?])\s+(?=[A-Z`@{*-])/)
    .filter((sentence) => findIds(sentence).length > 0)
    .join(' ');
}

/** Reads the last comment without its marks: a block, or the lines that end the list. */
function readComment(text: string, ranges: readonly ts.CommentRange[]): string {
  const last = ranges.at(-1);
  if (last === undefined) return '';
  if (last.kind === ts.SyntaxKind.MultiLineCommentTrivia)
    return text.slice(last.pos + 2, last.end - 2).replace(/^\*/, '');
  const block = ranges.findLastIndex(({ kind }) => kind !== last.kind);
  return ranges
    .slice(block + 1)
    .map(({ pos, end }) => text.slice(pos + 2, end))
    .join('\n');
}

/**
 * Removes repeated words of a symbol: overloads carry the same comment. Two files may declare the
 * same name with different words.
 */
export function removeRepeated(found: readonly Mention[]): Mention[] {
  return found.filter(
    (mention, i) =>
      found.findIndex(
        ({ symbol, words }) => symbol === mention.symbol && words === mention.words,
      ) === i,
  );
}

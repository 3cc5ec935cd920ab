/** Doc comments that name a beta: where the SDK says in words what needs what. */

import type { Mention } from './facts.ts';
import { findIds } from './ids.ts';
import { describePlace, type Parsed, readName, ts } from './syntax.ts';

/** Tells if a file is worth walking: some comment in it names a beta. */
export function mayMention(text: string): boolean {
  return (
    /[a-z0-9]-20\d{2}-?\d{2}-?\d{2}/.test(text) &&
    /^ *(\/\*)?\*.*[a-z0-9]-20\d{2}-?\d{2}-?\d{2}/m.test(text)
  );
}

/** The mentions of one file, in its order. */
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

/** The sentences of a node's doc comment that name a beta; code samples are left out. */
function readWords({ text }: Parsed, node: ts.Node): string {
  const comments = ts.getLeadingCommentRanges(text, node.pos) ?? [];
  const docs = comments
    .filter((range) => text.startsWith('/**', range.pos))
    .map((range) => text.slice(range.pos + 3, range.end - 2));
  const last = docs.at(-1);
  if (last === undefined || findIds(last).length === 0) return '';
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

/**
 * Each saying of a symbol once: overloads carry the same comment. Two files may declare the same
 * name and say different things of it.
 */
export function removeRepeated(found: readonly Mention[]): Mention[] {
  return found.filter(
    (mention, i) =>
      found.findIndex(
        ({ symbol, words }) => symbol === mention.symbol && words === mention.words,
      ) === i,
  );
}

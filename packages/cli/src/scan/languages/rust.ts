/** Rust, whose tests are often in the file that they test. */
import type { Range } from '../frame.ts';
import { BLOCK, CHARACTER, DOUBLE, type Lexicon, SLASHES, tokenize } from '../lexer.ts';
import type { Token } from '../tree.ts';
import { createTreeSites } from '../tree-sites.ts';
import type { Language } from './language.ts';

const lexicon: Lexicon = {
  lineComments: [SLASHES],
  blockComments: [BLOCK],
  strings: [
    { open: /b?r(#*)"/y, close: (match) => `"${match[1]}`, isMultiline: true },
    { ...DOUBLE, isMultiline: true },
    CHARACTER,
  ],
};

export const rust: Language = {
  name: 'rust',
  isCode: true,
  open: (text, _path, candidates) => {
    const tokens = tokenize(text, lexicon);
    const find = createTreeSites(tokens, candidates, text.length);
    const tests = findTests(tokens);
    return (at) => {
      const site = find(at);
      const isTest = tests.some(({ start, end }) => start <= at && at < end);
      return site && !site.place && isTest ? { ...site, place: 'test' } : site;
    };
  },
};

/** Finds the modules and functions below `#[cfg(test)]`, `#[test]` and `#[tokio::test]`. */
function findTests(tokens: readonly Token[]): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.text !== '#' || tokens[at + 1]?.text !== '[') continue;
    const end = findEnd(tokens, at + 1);
    const words = tokens.slice(at, end).filter(({ kind }) => kind === 'word');
    const isTest = words.some(({ text }) => text === 'test') && !words.some(isNot);
    at = end - 1;
    if (!isTest) continue;
    let open = end;
    while (open < tokens.length && !isBody(tokens[open] as Token)) open++;
    if (tokens[open]?.kind !== 'open') continue;
    const close = findEnd(tokens, open);
    found.push({ start: tokens[open]?.start ?? 0, end: tokens[close - 1]?.end ?? 0 });
    at = close - 1;
  }
  return found;
}

/** The body of a module or a function, or the end of a declaration without one. */
const isBody = ({ kind, text }: Token): boolean =>
  text === ';' || (kind === 'open' && text === '{');

const isNot = ({ text }: Token): boolean => text === 'not';

/** The index after the bracket that closes the one at an index. */
function findEnd(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const kind = tokens[at]?.kind;
    if (kind === 'open') depth++;
    if (kind === 'close') depth--;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}

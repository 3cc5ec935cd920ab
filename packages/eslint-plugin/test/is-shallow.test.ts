/** The measure of nesting, which protects ESLint from the end of its process. */
import parser from '@typescript-eslint/parser';
import { Linter, type Rule } from 'eslint';
import { expect, it } from 'vitest';
import { isShallow } from '../src/is-shallow.ts';

/** Measures a text after ESLint has parsed it. */
function measure(text: string, languageOptions: Linter.LanguageOptions = {}): boolean | undefined {
  let result: boolean | undefined;
  const rule: Rule.RuleModule = {
    create: ({ sourceCode }) => ({
      Program: () => {
        result = isShallow(sourceCode);
      },
    }),
  };
  const plugins = { test: { rules: { measure: rule } } };
  new Linter().verify(text, [{ plugins, languageOptions, rules: { 'test/measure': 'error' } }]);
  return result;
}

const repeat = (open: string, middle: string, close: string, count: number): string =>
  `x = ${open.repeat(count)}${middle}${close.repeat(count)};`;

it.each([
  ['many statements', 'call(a.b, [c], { d });\n'.repeat(2_000)],
  ['many templates', ['x = `a$', '{b}c$', '{d}e`;\n'].join('').repeat(1_000)],
  ['some brackets', repeat('[', '', ']', 100)],
  ['some templates', repeat('`${', '1', '}`', 100)],
])('takes %s', (_, text) => {
  expect(measure(text)).toBe(true);
});

it.each([
  ['brackets', repeat('[', '', ']', 500)],
  ['parentheses, which are not in the tree', repeat('(', '1', ')', 500)],
  ['templates', repeat('`${', '1', '}`', 450)],
  ['operators without brackets', repeat('!', 'a', '', 1_000)],
  ['a chain of calls', repeat('', 'a', '()', 1_000)],
])('refuses deep %s', (_, text) => {
  expect(measure(text)).toBe(false);
});

it('reads the types of TypeScript', () => {
  expect(measure(`type A = ${'B<'.repeat(50)}C${'>'.repeat(50)};`, { parser })).toBe(true);
});

it('knows nothing without tokens', () => {
  const parse = () => ({
    type: 'Program' as const,
    sourceType: 'module' as const,
    body: [],
    tokens: [],
    comments: [],
    range: [0, 1] as [number, number],
    loc: { start: { line: 1, column: 0 }, end: { line: 1, column: 1 } },
  });
  expect(measure('a', { parser: { parse } })).toBe(false);
});

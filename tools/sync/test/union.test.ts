// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the source of a release, as text
import { describe, expect, test } from 'vitest';
import { openSyntax } from '../src/read/syntax.ts';
import { readUnion } from '../src/read/union.ts';
import { release } from './support/release.ts';

const read = (text: string, more: Record<string, string> = {}): string[] | undefined =>
  readUnion(
    openSyntax(
      release({
        'src/resources/beta/beta.ts': text,
        'src/resources/beta/things.ts': undefined,
        ...more,
      }),
    ),
  );

test('reads literals, with or without the open arm, parentheses, comments, repetition', () => {
  expect(
    read("export type AnthropicBeta = (string & {}) | 'a-2026-01-01' | 'b-2026-02-02';"),
  ).toEqual(['a-2026-01-01', 'b-2026-02-02']);
  expect(read("export type AnthropicBeta = string | 'a-2026-01-01';")).toEqual(['a-2026-01-01']);
  expect(
    read(
      "export type AnthropicBeta = ('a-2026-01-01' | /* old */ 'b-2026-02-02') | 'a-2026-01-01';",
    ),
  ).toEqual(['a-2026-01-01', 'b-2026-02-02']);
  expect(read("export type AnthropicBeta = 'only-one-2026-01-01';")).toEqual([
    'only-one-2026-01-01',
  ]);
  expect(read("export type AnthropicBeta = 'claude-code-20250219';")).toEqual([
    'claude-code-20250219',
  ]);
});

test('returns undefined for a release without a union', () => {
  expect(read('export class Beta {}')).toBeUndefined();
});

describe('readUnion refuses an unknown form and names the place', () => {
  test.each([
    [
      'aliased',
      'type Names = "a-2026-01-01";\nexport type AnthropicBeta = Names;',
      /beta\.ts:2: .*not a string literal: `Names`/,
    ],
    [
      'split',
      "type Old = 'a-2026-01-01';\nexport type AnthropicBeta = Old | 'b-2026-02-02';",
      /beta\.ts:2: .*`Old`/,
    ],
    [
      'computed from a list',
      "const BETAS = ['a-2026-01-01'] as const;\nexport type AnthropicBeta = (typeof BETAS)[number];",
      /beta\.ts:2: .*\[number\]/,
    ],
    ['a template', 'export type AnthropicBeta = `a-${number}`;', /not a string literal/],
    ['keys', "export type AnthropicBeta = keyof { 'a-2026-01-01': 1 };", /not a string literal/],
    [
      'conditional',
      "export type AnthropicBeta = true extends true ? 'a-2026-01-01' : never;",
      /not a string literal/,
    ],
    ['generic', "export type AnthropicBeta<T> = T | 'a-2026-01-01';", /type parameters/],
    ['an enum', "export enum AnthropicBeta { A = 'a-2026-01-01' }", /not a type alias/],
    [
      'an object',
      "export const AnthropicBeta = { A: 'a-2026-01-01' } as const;",
      /not a type alias/,
    ],
    ['an interface', "export interface AnthropicBeta { a: 'a-2026-01-01' }", /not a type alias/],
    ['empty', 'export type AnthropicBeta = string & {};', /has no value/],
    [
      'a value without a date',
      "export type AnthropicBeta = 'a-2026-01-01' | 'latest';",
      /`latest`, which has no date/,
    ],
    ['imported', "export { type AnthropicBeta } from './names';", /declared nowhere/],
  ])('%s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('a second declaration', () => {
    const more = { 'src/resources/shared.ts': "export type AnthropicBeta = 'b-2026-02-02';" };
    expect(() => read("export type AnthropicBeta = 'a-2026-01-01';", more)).toThrow(
      /declared twice: src\/resources\/beta\/beta\.ts:1 and src\/resources\/shared\.ts:1/,
    );
  });
});

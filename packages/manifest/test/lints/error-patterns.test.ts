import { RE2JS } from 're2js';
import { expect, test } from 'vitest';
import { loadManifest } from '../../src/index.ts';
import { demoBeta, EVIDENCE, placesOf, problemsOf } from '../manifest.ts';

interface Row {
  readonly pattern: string;
  readonly example: string;
  readonly kind?: string;
}

const files = (...rows: Row[]) => ({
  ...demoBeta('beta'),
  'errors.yaml': `errors:\n${rows
    .map(
      ({ pattern, example, kind = 'missing' }, i) =>
        `  - { id: row-${i}, kind: ${kind}, pattern: '${pattern}', example: '${example}', evidence: ${EVIDENCE} }\n`,
    )
    .join('')}`,
});

test.each([
  ['plain words', 'invalid beta', 'Invalid Beta flag'],
  ['groups and classes', '(?:un)?expected value\\(s\\) .{1,9}', 'Unexpected value(s) `x`'],
  ['an escaped backslash', 'a\\\\\\\\1', 'a\\\\1'],
])('takes %s', (_, pattern, example) => {
  expect(problemsOf(files({ pattern, example }))).toEqual([]);
});

test.each([
  ['a lookahead', 'a(?=b)', 'lookahead'],
  ['a lookbehind', '(?<!a)b', 'lookbehind'],
  ['a reference', '(a)\\1', 'references'],
  ['a possessive repetition', 'a++', 'possessive'],
  ['a character that RE2 writes otherwise', '\\u0061b', '\\x{…}'],
])('reports %s, which RE2 does not have', (_, pattern, why) => {
  const [first] = problemsOf(files({ pattern, example: 'ab aa b' }));
  expect(first).toMatchObject({ file: 'errors.yaml', line: 2, rule: 'error-patterns' });
  expect(first?.message).toContain(why);
});

test('reports a pattern that is none', () => {
  const problems = problemsOf(files({ pattern: 'a(b', example: 'a(b' }));
  expect(problems.map((p) => p.message)).toEqual([
    expect.stringMatching(/^`a\(b` is no pattern: .*Unterminated group/),
  ]);
});

test('reports a pattern that does not match its own example', () => {
  const problems = problemsOf(files({ pattern: '^beta flag', example: 'invalid beta flag' }));
  expect(placesOf(problems)).toEqual([
    expect.stringMatching(/^errors\.yaml:2:\d+ error-patterns$/),
  ]);
  expect(problems[0]?.message).toContain('does not match its own example');
});

test('every published pattern is one in RE2 itself, and matches its example there', () => {
  const { errors } = loadManifest();
  expect(errors.length).toBeGreaterThan(0);
  for (const { id, pattern, example } of errors) {
    expect(RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE).matcher(example).find(), id).toBe(true);
  }
});

test('no published row takes the example of a later one for another kind', () => {
  const rows = loadManifest().errors.map((row) => ({
    ...row,
    regexp: new RegExp(row.pattern, 'i'),
  }));
  const wrong = rows.flatMap((row, index) => {
    const first = rows.slice(0, index).find(({ regexp }) => regexp.test(row.example));
    return first && first.kind !== row.kind ? [`${first.id} (${first.kind}) before ${row.id}`] : [];
  });
  expect(wrong).toEqual([]);
});

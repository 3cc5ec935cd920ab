import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { expandTerms, findUnknownTerms, readTerms, toRegExp } from '../../src/error-terms.ts';
import { loadManifest, manifestFolder } from '../../src/index.ts';
import { demoBeta, EVIDENCE, findProblems, listPlaces } from '../fixtures.ts';

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
        `  - { id: row-${i}, kind: ${kind}, pattern: '${pattern}', example: '${example}', ` +
        `evidence: ${EVIDENCE} }\n`,
    )
    .join('')}`,
});

test.each([
  ['plain words', 'invalid beta', 'Invalid Beta flag'],
  ['groups and classes', '(?:un)?expected value\\(s\\) .{1,9}', 'Unexpected value(s) `x`'],
  ['an escaped backslash', 'a\\\\\\\\1', 'a\\\\1'],
])('accepts %s', (_, pattern, example) => {
  expect(findProblems(files({ pattern, example }))).toEqual([]);
});

test.each([
  ['a lookahead', 'a(?=b)', 'lookahead'],
  ['a lookbehind', '(?<!a)b', 'lookbehind'],
  ['a reference', '(a)\\1', 'references'],
  ['a possessive repetition', 'a++', 'possessive'],
  ['a character in another notation than that of RE2', '\\u0061b', '\\x{…}'],
])('reports %s, which RE2 does not have', (_, pattern, why) => {
  const [first] = findProblems(files({ pattern, example: 'ab aa b' }));
  expect(first).toMatchObject({ file: 'errors.yaml', line: 2, rule: 'error-patterns' });
  expect(first?.message).toContain(why);
});

test('reports an invalid pattern', () => {
  const problems = findProblems(files({ pattern: 'a(b', example: 'a(b' }));
  expect(problems.map((p) => p.message)).toEqual([
    expect.stringMatching(/^`a\(b` is not a valid pattern: .*Unterminated group/),
  ]);
});

test('reports a pattern that does not match its own example', () => {
  const problems = findProblems(files({ pattern: '^beta flag', example: 'invalid beta flag' }));
  expect(listPlaces(problems)).toEqual([
    expect.stringMatching(/^errors\.yaml:2:\d+ error-patterns$/),
  ]);
  expect(problems[0]?.message).toContain('does not match its own example');
});

test('reports an unknown term, an unknown group and an unbounded repetition', () => {
  const row = (pattern: string): Row => ({ pattern, example: 'ab' });
  const messages = findProblems(files(row('{no-such}'), row('(?P<who>ab)'), row('a.*b'))).map(
    ({ message }) => message,
  );
  expect(messages).toEqual([
    expect.stringContaining('no term `no-such`'),
    expect.stringContaining('`who` is not a known group'),
    expect.stringContaining('an unbounded repetition'),
  ]);
});

test('expands terms, including terms inside terms', () => {
  const terms = readTerms([
    { name: 'a', pattern: 'x{1,2}' },
    { name: 'b', pattern: '{a}y' },
  ]);
  expect(expandTerms('{b}|{c}|z{3}', terms)).toBe('x{1,2}y|{c}|z{3}');
  expect(findUnknownTerms('{b}|{c}|z{3}', terms)).toEqual(['c']);
});

test('reports a beta of a row that no feature has', () => {
  const [problem] = findProblems({
    ...demoBeta('beta'),
    'errors.yaml': `errors:\n  - { id: a, kind: missing, pattern: ab, betas: [nobody-2026-01-01], example: ab, evidence: ${EVIDENCE} }\n`,
  });
  expect(problem?.message).toBe('no feature has a beta `nobody-2026-01-01`');
});

describe('the published rows', () => {
  const { errors } = loadManifest();
  const compile = (pattern: string): RE2JS => RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);

  test('are valid in RE2, and match their examples there and in JavaScript', () => {
    expect(errors.length).toBeGreaterThan(40);
    for (const { id, pattern, unless, example } of errors) {
      expect(compile(pattern).matcher(example).find(), id).toBe(true);
      expect(toRegExp(pattern).test(example), id).toBe(true);
      if (unless) expect(compile(unless).matcher(example).find(), id).toBe(false);
    }
  });

  test('match the same texts of the corpus in RE2 and in JavaScript', () => {
    const texts = readCorpus().slice(0, 300);
    expect(texts.length).toBe(300);
    for (const { id, pattern } of errors) {
      const [here, there] = [toRegExp(pattern), compile(pattern)];
      const differing = texts.filter((text) => here.test(text) !== there.matcher(text).find());
      expect(differing, id).toEqual([]);
    }
  });

  test('do not match the example of a later row of another kind', () => {
    const rows = errors.map((row) => ({
      ...row,
      regexp: toRegExp(row.pattern),
      except: row.unless === undefined ? undefined : toRegExp(row.unless),
    }));
    const wrong = rows.flatMap((row, index) => {
      const first = rows
        .slice(0, index)
        .filter(({ named }) => !named)
        .find(({ regexp, except }) => regexp.test(row.example) && !except?.test(row.example));
      return first && first.kind !== row.kind
        ? [`${first.id} (${first.kind}) before ${row.id}`]
        : [];
    });
    // Rows that are `named` are skipped, because these examples name no beta.
    expect(wrong).toEqual([]);
  });
});

/** Reads the messages of the conformance corpus. */
function readCorpus(): string[] {
  const text = readFileSync(join(manifestFolder, 'conformance/errors.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.stringify((JSON.parse(line) as { error: unknown }).error));
}

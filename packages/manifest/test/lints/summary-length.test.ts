import { expect, test } from 'vitest';
import {
  beta,
  demoBeta,
  type Files,
  feature,
  findProblems,
  listPlaces,
  makeFolder,
} from '../fixtures.ts';

/** Creates a manifest of one feature with this summary. */
function summary(en: string, id: string): Files {
  const text = feature('demo', beta('demo-2026-01-02', 'beta')).replace(
    /^summary: .*$/m,
    `summary: ${JSON.stringify({ en, id })}`,
  );
  return { 'features/demo.yaml': text };
}

const FOUR = 'One. Two. Three. Four.';

test.each([
  ['two sentences', 'Lets you ask. Needs a key.'],
  ['four sentences', FOUR],
  [
    'an abbreviation and versions',
    'Works with some models, e.g. Claude Opus 4.8. Since SDK 1.12.0 it needs no header.',
  ],
  ['a quote and a question', 'It says “Not here.” Why? Nobody knows'],
  ['code at the beginning of a sentence', 'Counts tokens. `a. B. C. D. E` is the field'],
])('accepts %s', (_, text) => {
  expect(findProblems(summary(text, `${text} `.replace(/^\w+/, 'Ini')))).toEqual([]);
});

test.each([
  ['one sentence', 'Lets you ask.', 'has 1 sentence', 'write 2 to 4: what it lets you do'],
  [
    'one sentence with stops in it',
    'Lets Claude Opus 4.8 or 5.5 ask, e.g. Claude Sonnet, for `a. B. C`',
    'has 1 sentence',
    'write 2 to 4',
  ],
  ['five sentences', `${FOUR} Five.`, 'has 5 sentences', 'shorten it'],
])('reports %s, in either language', (_, text, message, fix) => {
  const [english, ...others] = findProblems(summary(text, FOUR));
  expect(others).toEqual([]);
  expect(english).toMatchObject({
    file: 'features/demo.yaml',
    line: 3,
    rule: 'summary-length',
    message: `the English summary ${message}`,
  });
  expect(english?.fix).toContain(fix);
  expect(findProblems(summary(FOUR, text)).map((p) => p.message)).toEqual([
    `the Indonesian summary ${message}`,
  ]);
});

test('checks the summary of a beta as well', () => {
  const problems = findProblems(
    demoBeta('beta', 'summary: { en: Adds one field., id: Menambahkan satu field. Tidak lebih. }'),
  );
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:16 summary-length']);
});

test('leaves a broken summary to the schema', () => {
  const text = feature('demo', beta('demo-2026-01-02', 'beta')).replace(
    /^summary: .*$/m,
    'summary: One.',
  );
  expect(findProblems({ 'features/demo.yaml': text }).map((p) => p.rule)).toEqual(['schema']);
});

test('ignores overlays', () => {
  const text = feature('ours', beta('ours-2026-01-02', 'beta')).replace(
    /^summary: .*$/m,
    'summary: { en: Ours., id: Milik kami. }',
  );
  expect(findProblems(demoBeta('beta'), { overlay: makeFolder({ 'ours.yaml': text }) })).toEqual(
    [],
  );
});

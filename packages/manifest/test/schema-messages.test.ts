import { expect, test } from 'vitest';
import { demoBeta, feature, problemsOf } from './manifest.ts';

/** What is said of one line in a beta. */
function said(line: string): string[] {
  return problemsOf(demoBeta('beta', line)).map(
    (p) => `${p.line}:${p.column} ${p.message} → ${p.fix}`,
  );
}

test.each([
  [
    'notes: { en: Hello }',
    '10:5 `betas[0].notes` has no Indonesian text → add `id: …`, the text in Indonesian',
  ],
  [
    'notes: { id: Halo }',
    '10:5 `betas[0].notes` has no English text → add `en: …`, the text in English',
  ],
  [
    'notes: Hello',
    '10:5 `betas[0].notes` is `Hello`, not a map (key: value) → write a map with the keys en, id',
  ],
  ['opnes: []', '10:5 unknown key `opnes` in `betas[0]` → write `opens`, or remove it'],
  ['opens: []', '10:5 `betas[0].opens` is an empty list → fill it, or leave the key out'],
  ['opens: { at: a }', '10:5 `betas[0].opens` is a map, not a list → write a list there'],
  [
    'opens: [{ is: x }]',
    '10:13 `betas[0].opens[0]` cannot stand like this → a rule needs `at`, `endpoint` or both',
  ],
  [
    'opens: [{ at: a, is: x, nonEmpty: true }]',
    '10:13 `betas[0].opens[0]` cannot stand like this → use at most one of is, in, nonEmpty, above',
  ],
  [
    'opens: [{ at: a, platform: [azure] }]',
    '10:33 `betas[0].opens[0].platform[0]` is `azure`, which is not allowed → write one of: claude-api, claude-on-aws, bedrock,',
  ],
  [
    'sdk: { since: 1.0 }',
    '10:12 `betas[0].sdk.since` is the number 1, not text → put it in quotes: "1"',
  ],
  [
    'sdk: { since: "1.0" }',
    '10:12 `betas[0].sdk.since` is not well formed: `1.0` → write an SDK version as MAJOR.MINOR.PATCH',
  ],
  [
    'docs: http://example.com/x',
    '10:5 `betas[0].docs` is not well formed: `http://example.com/x` → write an https link that anyone can open',
  ],
  [
    'undocumented: false',
    '10:5 `betas[0].undocumented` is the boolean false, which is not allowed → write one of: true',
  ],
  [
    'platforms: { vertex: { accepts: maybe, evidence: [] } }',
    '10:28 `betas[0].platforms.vertex.accepts` is `maybe`, which is none of the forms that are allowed here → write true, false, unknown, { as: other-beta } or { models: [...] }',
  ],
  [
    'platforms: { vertx: { accepts: true, evidence: [] } }',
    '10:18 unknown key `vertx` in `betas[0].platforms` → write `vertex`, or remove it',
  ],
  [
    'conflicts: [{ with: x, answer: 200, evidence: [{ sdk: 1.12.0, symbol: D }] }]',
    '10:28 `betas[0].conflicts[0].answer` is less than 400 → write the HTTP status that the API answers',
  ],
])('%s', (line, message) => {
  const messages = said(line);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(message);
});

test('a source that is almost one is compared with the form it was meant to be', () => {
  expect(
    said(
      'released: { evidence: [{ url: "https://example.com/x", chekced: 2026-01-05 }] }',
    ).reverse(),
  ).toEqual([
    '10:60 unknown key `chekced` in `betas[0].released.evidence[0]` → write `checked`, or remove it',
    '10:28 `betas[0].released.evidence[0].checked` is missing → add `checked`: the day somebody read this source',
  ]);
  expect(said('released: { evidence: [{ sdk: 1.12.0 }] }')).toEqual([
    '10:28 `betas[0].released.evidence[0]` cannot stand like this → name the symbol or the changelog section that shows it',
  ]);
});

test('what the whole file lacks', () => {
  const problems = problemsOf({
    'features/demo.yaml': 'feature: demo\n',
    'features/list.yaml': '- a\n',
    'features/empty.yaml': '# nothing yet\n',
  });
  expect(problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.message}`)).toEqual([
    'features/demo.yaml:1:1 `title` is missing',
    'features/demo.yaml:1:1 `summary` is missing',
    'features/demo.yaml:1:1 `family` is missing',
    'features/demo.yaml:1:1 `docs` is missing',
    'features/demo.yaml:1:1 `betas` is missing',
    'features/empty.yaml:1:1 the file is empty',
    'features/list.yaml:1:1 the file is a list, not a map (key: value)',
  ]);
  expect(problems.map((p) => p.fix)).toContain(
    'add `family`, one of: tools, context, thinking, output, files, models, agents, admin, client',
  );
});

test('a file with no betas in it', () => {
  const text = `${feature('demo').trimEnd()} []\n`;
  expect(
    problemsOf({ 'features/demo.yaml': text }).map((p) => `${p.line}:${p.column} ${p.message}`),
  ).toEqual(['6:1 `betas` is an empty list']);
});

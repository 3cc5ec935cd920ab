import { expect, test } from 'vitest';
import { demoBeta, demoFeature, EVIDENCE, feature, findProblems } from './fixtures.ts';

/** Returns the messages about a line in a beta. */
function checkBeta(line: string): string[] {
  return findProblems(demoBeta('beta', line)).map(
    (p) => `${p.line}:${p.column} ${p.message} → ${p.fix}`,
  );
}

test.each([
  [
    'notes: { en: Hello }',
    '12:5 `betas[0].notes` has no Indonesian text → add `id: …`, the text in Indonesian',
  ],
  [
    'notes: { id: Halo }',
    '12:5 `betas[0].notes` has no English text → add `en: …`, the text in English',
  ],
  [
    'notes: Hello',
    '12:5 `betas[0].notes` is `Hello`, not a map (key: value) → write a map with the keys en, id',
  ],
  ['reqires: []', '12:5 unknown key `reqires` in `betas[0]` → write `requires`, or remove it'],
  ['requires: []', '12:5 `betas[0].requires` is an empty list → fill it, or leave the key out'],
  ['requires: { at: a }', '12:5 `betas[0].requires` is a map, not a list → write a list there'],
  [
    'requires: [{ is: x }]',
    '12:16 `betas[0].requires[0]` is not valid → a rule needs `at`, `endpoint` or both',
  ],
  [
    'requires: [{ at: a, is: x, nonEmpty: true }]',
    '12:16 `betas[0].requires[0]` is not valid → use at most one of is, in, nonEmpty',
  ],
  [
    'requires: [{ endpoint: POST /v1/a, where: { type: x } }]',
    '12:16 `betas[0].requires[0]` is not valid → is, in, nonEmpty, above and where need `at`',
  ],
  [
    'requires: [{ at: a, unless: { is: x } }]',
    '12:25 `betas[0].requires[0].unless` is not valid → a rule needs `at`, `endpoint` or',
  ],
  [
    'requires: [{ at: a, in: [x] }]',
    '12:25 `betas[0].requires[0].in` has 1 of at least 2 entries → write the value there is one of',
  ],
  [
    'sdk: { since: { typescript: 1.0 } }',
    '12:21 `betas[0].sdk.since.typescript` is the number 1, not text → put it in quotes: "1"',
  ],
  [
    'sdk: { since: { typescript: "1.0" } }',
    '12:21 `betas[0].sdk.since.typescript` is not well formed: `1.0` → write a version as MAJOR.MINOR',
  ],
  [
    'sdk: { since: { typescrpt: 1.0.0 } }',
    '12:21 unknown key `typescrpt` in `betas[0].sdk.since` → write `typescript`, or remove it',
  ],
  [
    'docs: ftp://example.com/x',
    '12:5 `betas[0].docs` is not well formed: `ftp://example.com/x` → write an https link that anyone can open',
  ],
  ...[
    'https://docs.claude.com@evil.example/',
    'https://user:secret@example.com/',
    'https://example.com/"onclick="x',
    "https://example.com/'x",
    'https://example.com/<script>',
    String.raw`https://example.com\@evil.example/`,
    'https://example.com/a b',
  ].map((url): [string, string] => [
    `docs: ${JSON.stringify(url)}`,
    'without a user name, quotes, < >, \\, spaces and line breaks',
  ]),
  [
    String.raw`docs: "https://example.com/a\nb"`,
    'without a user name, quotes, < >, \\, spaces and line breaks',
  ],
  [
    'undocumented: false',
    '12:5 `betas[0].undocumented` is the boolean false, which is not allowed → write one of: true',
  ],
  ['stage2: x', '12:5 unknown key `stage2` in `betas[0]` → write `stage`, or remove it'],
  [
    'acceptance: { vertex: { status: acepted, evidence: [] } }',
    '12:29 `betas[0].acceptance.vertex.status` is `acepted`, which is not allowed → write one of: accepted, ignored, rejected, unknown',
  ],
  [
    'acceptance: { vertex: [{ status: rejected, evidence: [], insted: [] }] }',
    '12:62 unknown key `insted` in `betas[0].acceptance.vertex[0]` → write `instead`, or remove it',
  ],
  [
    'acceptance: { vertex: true }',
    '12:19 `betas[0].acceptance.vertex` is the boolean true, which is none of the allowed forms → write one claim, or a list in which the first match counts',
  ],
  [
    'released: { evidence: [{ sorce: sdk-1.12.0, source: sdk-1.12.0 }] }',
    '12:30 unknown key `sorce` in `betas[0].released.evidence[0]` → write `source`, or remove it',
  ],
  [
    'released: { evidence: [{ at: Demo }] }',
    '12:28 `betas[0].released.evidence[0].source` is missing → add `source`: the id of an entry of sources.yaml',
  ],
])('explains the problem in `%s`', (line, message) => {
  const messages = checkBeta(line);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(message);
});

/** Returns the messages about a line in a feature. */
function checkFeature(line: string): string[] {
  return findProblems(demoFeature(line)).map(
    (p) => `${p.line}:${p.column} ${p.message} → ${p.fix}`,
  );
}

test.each([
  [
    `constraints: [{ all: [{ bata: x }], outcome: 400, evidence: ${EVIDENCE} }]`,
    '12:25 unknown key `bata` in `constraints[0].all[0]` → write `beta`, or remove it',
  ],
  [
    `constraints: [{ all: [{ beta: x }], outcome: 200, evidence: ${EVIDENCE} }]`,
    '12:37 `constraints[0].outcome` is the number 200, which is none of the allowed forms',
  ],
  [
    `substitutes: [{ on: [vertex], when: { at: a }, remove: a, send: demo-2026-01-02 }]`,
    '12:15 `substitutes[0].evidence` is missing → add `evidence`: the sources of this, at least one',
  ],
  [
    'availability: { vertex: [] }',
    '12:17 `availability.vertex` is an empty list → write one claim, or a list in which the first',
  ],
  [
    'removal: sometimes',
    '12:1 `removal` is `sometimes`, which is not allowed → write one of: safe, changes-answer, breaks',
  ],
])('explains the problem in `%s`', (line, message) => {
  const messages = checkFeature(line);
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain(message);
});

test.each([
  [
    'sources.yaml',
    'sources:\n  - { id: page, url: "https://example.com/x", chekced: 2026-01-05 }\n',
    [
      '2:47 unknown key `chekced` in `sources[0]` → write `checked`, or remove it',
      '2:5 `sources[0].checked` is missing → add `checked`: the day on which it was read',
    ],
  ],
  [
    'platforms.yaml',
    'platforms:\n  - { id: Claude API }\n',
    ['2:7 `platforms[0].id` is not well formed: `Claude API` → lower-case words joined by hyphens'],
  ],
  [
    'fixes.yaml',
    'fixes:\n  - { code: wait, text: { en: Wait. } }\n',
    ['2:19 `fixes[0].text` has no Indonesian text → add `id: …`, the text in Indonesian'],
  ],
  [
    'errors.yaml',
    `errors:\n  - { id: e, kind: missng, pattern: x, example: x, evidence: ${EVIDENCE} }\n`,
    [
      '2:14 `errors[0].kind` is `missng`, which is not allowed → write one of: unsupported, ' +
        'unsupported-unnamed, missing, not-enrolled, empty-header, conflict, limited, unrelated',
    ],
  ],
])('checks %s like a feature file', (name, text, messages) => {
  const found = findProblems({ ...demoBeta('beta'), [name]: text })
    .filter((p) => p.file === name)
    .map((p) => `${p.line}:${p.column} ${p.message} → ${p.fix}`);
  expect(found).toEqual(expect.arrayContaining(messages));
});

test('reports all missing keys of a file', () => {
  const problems = findProblems({
    'features/demo.yaml': 'feature: demo\n',
    'features/list.yaml': '- a\n',
    'features/empty.yaml': '# nothing yet\n',
    // A link may lead to any file, and an error must not print it.
    'features/secret.yaml': 'a secret of another file\n',
  });
  expect(problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.message}`)).toEqual([
    'features/demo.yaml:1:1 `title` is missing',
    'features/demo.yaml:1:1 `summary` is missing',
    'features/demo.yaml:1:1 `family` is missing',
    'features/demo.yaml:1:1 `docs` is missing',
    'features/demo.yaml:1:1 `betas` is missing',
    'features/empty.yaml:1:1 the file is empty',
    'features/list.yaml:1:1 the file is a list, not a map (key: value)',
    'features/secret.yaml:1:1 the file is a text, not a map (key: value)',
  ]);
  expect(problems.map((p) => p.fix)).toContain(
    'add `family`, one of: tools, context, thinking, output, files, models, agents, admin, client',
  );
});

test('reports a file with no betas in it', () => {
  const text = `${feature('demo').trimEnd()} []\n`;
  expect(
    findProblems({ 'features/demo.yaml': text }).map((p) => `${p.line}:${p.column} ${p.message}`),
  ).toEqual(['8:1 `betas` is an empty list']);
});

test.each([
  [
    'evidence as an address',
    demoBeta('beta', 'released: { evidence: https://example.com/page }'),
    'write evidence: [{ source: ID, says: … }], and list the page in sources.yaml as ' +
      '- { id: ID, url: "https://…", checked: YYYY-MM-DD }',
  ],
  [
    'a citation as an address',
    demoBeta('beta', 'released: { evidence: [https://example.com/page] }'),
    'write evidence: [{ source: ID, says: … }], and list the page in sources.yaml as ' +
      '- { id: ID, url: "https://…", checked: YYYY-MM-DD }',
  ],
  [
    'a claim as a status',
    demoBeta('beta', 'acceptance: { claude-api: ignored }'),
    'write a claim: claude-api: { status: ignored, evidence: [{ source: ID, says: … }] }',
  ],
  [
    'a claim as another word',
    demoFeature('availability: { claude-api: yes it is }'),
    'write a claim: claude-api: { status: available, evidence: [{ source: ID, says: … }] }',
  ],
  [
    '`checked` in a citation',
    demoBeta('beta', 'released: { evidence: [{ source: sdk-1.12.0, checked: 2026-01-02 }] }'),
    'move `checked` to the entry of the source in sources.yaml',
  ],
  [
    '`says` in a source',
    {
      ...demoBeta('beta'),
      'sources.yaml':
        'sources:\n  - { id: sdk-1.12.0, url: "https://example.com/x", checked: 2026-11-01, says: x }\n',
    },
    'move `says` to the citations in features/*.yaml: evidence: [{ source: ID, says: … }]',
  ],
])('shows the right form or place for %s', (_, files, fix) => {
  const problems = findProblems(files).filter(({ rule }) => rule === 'schema');
  expect(problems.map((problem) => problem.fix)).toEqual([fix]);
});

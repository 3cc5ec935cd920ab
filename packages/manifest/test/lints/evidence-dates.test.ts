import { expect, test } from 'vitest';
import { demoBeta, placesOf, problemsOf } from '../manifest.ts';

const read = (day: string): string =>
  `[{ url: "https://example.com/x", checked: ${day}, says: x }]`;
const claim = (accepts: string, confidence: string, day: string): string[] => [
  'platforms:',
  `  vertex: { accepts: ${accepts}, confidence: ${confidence}, evidence: ${read(day)} }`,
];

test.each([
  ['read after the event', [`graduated: { date: 2026-03-03, evidence: ${read('2026-03-03')} }`]],
  [
    'one source that is younger is enough',
    [
      `graduated: { date: 2026-03-03, evidence: [{ source: sdk-1.12.0, at: CHANGELOG.md 1.9.0 }, { url: "https://e.com/x", checked: 2026-01-01, says: x }] }`,
    ],
  ],
])('events: %s', (_, lines) => {
  expect(problemsOf(demoBeta('graduated', ...lines))).toEqual([]);
});

test('an event that every source was read before', () => {
  const problems = problemsOf(
    demoBeta('graduated', `graduated: { date: 2026-03-03, evidence: ${read('2026-02-01')} }`),
  );
  expect(placesOf(problems)).toEqual(['features/demo.yaml:12:18 evidence-dates']);
});

test.each([
  ['true', 'low', '2026-01-02'],
  ['false', 'medium', '2025-06-06'],
  ['unknown', 'low', '2025-06-06'],
])(
  'a claim that accepts: %s with confidence %s may rest on a page read on %s',
  (accepts, confidence, day) => {
    expect(problemsOf(demoBeta('beta', ...claim(accepts, confidence, day)))).toEqual([]);
  },
);

test.each([
  ['true', 'low'],
  ['false', 'high'],
  ['{ models: [claude-one] }', 'medium'],
])(
  'a claim that accepts: %s with confidence %s may not rest on a page read before the beta was there',
  (accepts, confidence) => {
    const problems = problemsOf(demoBeta('beta', ...claim(accepts, confidence, '2026-01-01')));
    expect(problems.map((p) => `${p.line} ${p.rule}`)).toEqual(['11 evidence-dates']);
    expect(problems[0]?.message).toContain('all read before 2026-01-02');
  },
);

test('a day that no calendar has', () => {
  const problems = problemsOf(
    demoBeta('beta', 'platforms:', `  vertex: { accepts: true, evidence: ${read('2026-02-30')} }`),
  );
  expect(problems.map((p) => `${p.line} ${p.message}`)).toEqual(['11 no calendar has 2026-02-30']);
});

test('an end of life that no calendar has', () => {
  const models = (retires: string) => ({
    'models.yaml': `models:\n  - { id: claude-one, title: One, retires: ${retires}, evidence: [{ source: sdk-1.12.0, at: D }] }\n`,
  });
  expect(problemsOf({ ...demoBeta('beta'), ...models('2027-01-22') })).toEqual([]);
  expect(placesOf(problemsOf({ ...demoBeta('beta'), ...models('2027-02-29') }))).toEqual([
    'models.yaml:2:35 evidence-dates',
  ]);
});

test('an SDK release that cannot have shown the value yet', () => {
  const lines = (sdk: string) =>
    `  - id: demo-2026-01-02\n    stage: beta\n    sdk: { since: 0.100.0 }\n    evidence: [{ sdk: ${sdk}, symbol: AnthropicBeta }]\n`;
  const files = (sdk: string) => ({
    'features/demo.yaml': (demoBeta('beta')['features/demo.yaml'] as string).replace(
      / {2}- id[\s\S]*/,
      lines(sdk),
    ),
  });
  expect(problemsOf(files('0.100.0'))).toEqual([]);
  const problems = problemsOf(files('0.99.0'));
  expect(placesOf(problems)).toEqual(['features/demo.yaml:12:18 evidence-dates']);
  expect(problems[0]?.message).toContain('0.100.0 was the first to have the value');
});

import { expect, test } from 'vitest';
import {
  CITE,
  demoBeta,
  demoFeature,
  type Files,
  findProblems,
  listPlaces,
  sources,
} from '../fixtures.ts';

const PAGE = '{ source: site, says: x }';

/** Creates a manifest whose beta cites a page that was read on a day. */
const readOn = (day: string, stage: string, ...lines: string[]): Files => ({
  ...demoBeta(stage, ...lines),
  ...sources(['site', day]),
});
const claim = (status: string, confidence: string, kind = 'acceptance'): string[] => [
  `${kind}:`,
  `  vertex: { status: ${status}, confidence: ${confidence}, evidence: [${PAGE}] }`,
];

test.each([
  ['its page was read on that day', '2026-03-03', `[${PAGE}]`],
  ['another source is younger', '2026-01-01', `[${CITE}, ${PAGE}]`],
])('accepts an event if %s', (_, day, evidence) => {
  const line = `graduated: { date: 2026-03-03, evidence: ${evidence} }`;
  expect(findProblems(readOn(day, 'graduated', line))).toEqual([]);
});

test('reports an event after the last reading of its sources', () => {
  const line = `graduated: { date: 2026-03-03, evidence: [${PAGE}] }`;
  expect(listPlaces(findProblems(readOn('2026-02-01', 'graduated', line)))).toEqual([
    'features/demo.yaml:12:18 evidence-dates',
  ]);
});

test.each([
  ['accepted', 'low', '2026-01-02'],
  ['rejected', 'medium', '2025-06-06'],
  ['unknown', 'low', '2025-06-06'],
])('accepts %s with %s confidence from a page that was read on %s', (status, confidence, day) => {
  expect(findProblems(readOn(day, 'beta', ...claim(status, confidence)))).toEqual([]);
});

test.each([
  ['accepted', 'low'],
  ['rejected', 'high'],
  ['ignored', 'medium'],
])(
  'reports %s with %s confidence from a page that was read before the beta',
  (status, confidence) => {
    const problems = findProblems(readOn('2026-01-01', 'beta', ...claim(status, confidence)));
    expect(problems.map((p) => `${p.line} ${p.rule}`)).toEqual(['13 evidence-dates']);
    expect(problems[0]?.message).toContain('read before 2026-01-02');
  },
);

test('reports availability from a page that was read before the first beta', () => {
  const files = (status: string): Files => ({
    ...demoFeature(...claim(status, 'medium', 'availability')),
    ...sources(['site', '2026-01-01']),
  });
  expect(findProblems(files('unavailable'))).toEqual([]);
  expect(listPlaces(findProblems(files('available')))).toEqual([
    expect.stringMatching(/^features\/demo\.yaml:13:\d+ evidence-dates$/),
  ]);
});

test.each<[string, Files, string]>([
  ['a source', readOn('2026-02-30', 'beta', `notes: { en: E, id: I }`), 'sources.yaml:3'],
  [
    'an event',
    demoBeta('beta', `released: { date: 2026-02-30, evidence: [${CITE}] }`),
    'features/demo.yaml:12',
  ],
  [
    'the end of a claim',
    demoBeta(
      'beta',
      `acceptance: { vertex: [{ status: accepted, until: 2026-02-30, evidence: [${CITE}] }, { ` +
        'status: unknown, evidence: [] }] }',
    ),
    'features/demo.yaml:12',
  ],
  [
    'the end of a model',
    {
      ...demoBeta('beta'),
      'models.yaml': `models:\n  - { id: claude-one, title: One, retires: 2026-02-30, evidence: [${CITE}] }\n`,
    },
    'models.yaml:2',
  ],
])('reports a date of %s that does not exist', (_, files, place) => {
  const found = findProblems(files).filter((p) => p.rule === 'evidence-dates');
  expect(found.map((p) => `${p.file}:${p.line} ${p.message}`)).toEqual([
    `${place} 2026-02-30 is not a calendar date`,
  ]);
});

test('reports an SDK release that cannot have shown the value yet', () => {
  const files = (version: string): Files => ({
    ...demoBeta('beta', 'sdk: { since: { typescript: 0.100.0 } }'),
    'sources.yaml': `sources:\n  - { id: sdk-1.12.0, package: "@anthropic-ai/sdk", version: ${version} }\n`,
  });
  const citing = (version: string): Files => {
    const text = files(version)['features/demo.yaml'] as string;
    return {
      ...files(version),
      'features/demo.yaml': text.replace('at: Demo', 'at: AnthropicBeta'),
    };
  };
  expect(findProblems(citing('0.100.0'))).toEqual([]);
  expect(findProblems(files('0.99.0'))).toEqual([]);
  const problems = findProblems(citing('0.99.0'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:11:18 evidence-dates']);
  expect(problems[0]?.message).toContain('0.100.0 was the first to have the value');
});

test('accepts a page from before the date in the id, if the beta was released before it', () => {
  const released = `released: { date: 2025-12-20, evidence: [${PAGE}] }`;
  const files = (day: string) => readOn(day, 'beta', released, ...claim('accepted', 'high'));
  expect(findProblems(files('2025-12-20'))).toEqual([]);
  const [, early] = findProblems(files('2025-12-19'));
  expect(early?.message).toBe(
    'the acceptance on vertex cites only sources that were read before 2025-12-20, the day on ' +
      'which `demo-2026-01-02` was released',
  );
});

test('suggests `released` for a beta that was announced before the date in its id', () => {
  const [problem] = findProblems(readOn('2025-12-20', 'beta', ...claim('accepted', 'high')));
  expect(problem?.fix).toBe(
    'add a source that was read since, write `status: unknown`, or, if a page announced the ' +
      'beta before 2026-01-02, add `released` to it with the day of the announcement',
  );
});

test('has no backticks around prose', () => {
  const [problem] = findProblems({
    ...demoFeature(...claim('available', 'high', 'availability')),
    ...sources(['site', '2026-01-01']),
  });
  expect(problem?.message).toContain('the date of the first beta of `demo`');
});

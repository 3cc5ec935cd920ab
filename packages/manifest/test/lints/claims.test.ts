import { expect, test } from 'vitest';
import { demoBeta, placesOf, problemsOf } from '../manifest.ts';

const EVIDENCE = 'evidence: [{ url: "https://example.com", checked: 2026-05-05, says: x }]';

test('a claim with a source, and a claim that claims nothing', () => {
  expect(
    problemsOf(
      demoBeta(
        'beta',
        'platforms:',
        `  vertex: { accepts: true, confidence: high, ${EVIDENCE} }`,
        '  foundry: { accepts: unknown, evidence: [] }',
      ),
    ),
  ).toEqual([]);
});

test.each(['true', 'false', '{ models: [claude-one] }'])(
  'accepts: %s without a source',
  (accepts) => {
    const problems = problemsOf(
      demoBeta('beta', 'platforms:', `  vertex: { accepts: ${accepts}, evidence: [] }`),
    );
    expect(placesOf(problems)).toEqual(['features/demo.yaml:13:7 claims']);
    expect(problems[0]?.fix).toBe('add a source that says so, or write accepts: unknown');
  },
);

test('disputed and sure at the same time', () => {
  const problems = problemsOf(
    demoBeta(
      'beta',
      'platforms:',
      `  vertex: { accepts: true, confidence: high, disputed: { en: A says no, id: A bilang tidak }, ${EVIDENCE} }`,
    ),
  );
  expect(placesOf(problems)).toEqual(['features/demo.yaml:13:32 claims']);
});

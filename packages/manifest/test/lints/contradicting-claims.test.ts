import { expect, test } from 'vitest';
import { beta, EVIDENCE, type Files, feature, findProblems, listPlaces } from '../fixtures.ts';

const NOTE = 'note: { en: The header is let through., id: Header-nya diloloskan. }, ';

/** Creates a manifest with claims about the feature and its beta on vertex, from line 12 on. */
function files(available: string, accepted: string, ...more: string[]): Files {
  const text = feature(
    'demo',
    beta(
      'demo-2026-01-02',
      'beta',
      `acceptance: { vertex: { ${accepted}, evidence: ${EVIDENCE} } }`,
      ...more,
    ),
    beta('demo-2026-02-02', 'beta'),
  );
  return {
    'features/demo.yaml': [
      text,
      `availability: { vertex: { ${available}, evidence: ${EVIDENCE} } }\n`,
    ].join(''),
  };
}
const RULE = 'requires: [{ at: a }]';

test.each<[string, Files]>([
  ['both work', files('status: available', 'status: accepted', RULE)],
  ['both do not', files('status: unavailable', 'status: rejected')],
  ['a note explains it', files(`${NOTE}status: unavailable`, 'status: accepted')],
  ['a note explains it the other way', files('status: available', `${NOTE}status: rejected`, RULE)],
  ['one of the two is unknown', files('status: unknown', 'status: rejected', RULE)],
  ['nothing requires the header', files('status: available', 'status: rejected')],
  [
    'the header is required elsewhere',
    files('status: available', 'status: rejected', 'requires: [{ at: a, platform: [bedrock] }]'),
  ],
  [
    'another beta can replace it',
    files(
      'status: available',
      'status: rejected',
      'requires: [{ at: a, choice: [demo-2026-01-02, demo-2026-02-02] }]',
    ),
  ],
  [
    'the platform wants another value',
    files(
      'status: available',
      'status: rejected, instead: [{ for: demo, send: demo-2026-02-02 }]',
      RULE,
    ),
  ],
])('accepts claims about feature and header where %s', (_, manifest) => {
  expect(findProblems(manifest)).toEqual([]);
});

test('reports a header that is accepted where the feature does not exist', () => {
  const problems = findProblems(files('status: unavailable', 'status: accepted'));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:19 contradicting-claims']);
  expect(problems[0]?.message).toBe(
    '`demo-2026-01-02` is accepted on vertex, where `demo` is unavailable',
  );
});

test('reports a feature that is available where its header is rejected', () => {
  const problems = findProblems(files('status: available', 'status: rejected', RULE));
  expect(listPlaces(problems)).toEqual(['features/demo.yaml:12:19 contradicting-claims']);
  expect(problems[0]?.fix).toContain('`instead`');
});

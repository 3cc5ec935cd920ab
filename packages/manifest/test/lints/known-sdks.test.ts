import { expect, test } from 'vitest';
import { demoBeta, EVIDENCE, findProblems, listPlaces } from '../fixtures.ts';

const files = (since: string, newest = '1.2.0') => ({
  ...demoBeta('beta', `sdk: { since: { ${since} } }`),
  'sdks.yaml': [
    'sdks:\n',
    `  - { language: python, package: demo, newest: ${newest}, evidence: ${EVIDENCE} }\n`,
  ].join(''),
});

test.each(['python: 1.2.0', 'python: 0.9.0', 'typescript: 9.0.0'])('accepts %s', (since) => {
  expect(findProblems(files(since))).toEqual([]);
});

test('reports a version later than the releases that were read', () => {
  const problems = findProblems(files('python: 1.10.0'));
  expect(listPlaces(problems)).toEqual([expect.stringMatching(/demo\.yaml:12:\d+ known-sdks$/)]);
  expect(problems[0]).toMatchObject({
    message: '1.10.0 is later than 1.2.0, the newest release of the python SDK that was read',
    fix: expect.stringContaining('--languages'),
  });
});

test('reports a language without a release that was read', () => {
  expect(findProblems(files('go: 1.0.0'))[0]?.message).toBe(
    'sdks.yaml does not say which releases of the go SDK were read',
  );
});

test('reports a language that is listed twice', () => {
  const twice = files('python: 1.2.0')['sdks.yaml'];
  expect(
    findProblems({
      ...files('python: 1.2.0'),
      'sdks.yaml': twice + (twice.split('\n')[1] ?? ''),
    }).map(({ rule }) => rule),
  ).toEqual(['unique-entry']);
});

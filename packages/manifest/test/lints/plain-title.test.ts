import { expect, test } from 'vitest';
import { demoBeta, findProblems, listPlaces } from '../fixtures.ts';

const TITLE = 'title: { en: "A & B > C", id: "A dan B" }';

test('a title may contain every character but the one that begins a tag', () => {
  expect(findProblems(demoBeta('beta', TITLE))).toEqual([]);
});

test('a title with markup is refused in each language, for a feature and for a beta', () => {
  const files = demoBeta('beta', TITLE.replace('A dan B', 'A <b>B</b>'));
  const problems = findProblems({
    'features/demo.yaml': (files['features/demo.yaml'] as string).replace(
      /^title: .*$/m,
      'title: { en: "T </title><script>", id: Contoh }',
    ),
  });
  expect(listPlaces(problems)).toEqual([
    'features/demo.yaml:12:31 plain-title',
    'features/demo.yaml:2:10 plain-title',
  ]);
  expect(problems.map(({ message }) => message).sort()).toEqual([
    'the English title contains `<`',
    'the Indonesian title contains `<`',
  ]);
});

import { expect, test } from 'vitest';
import { demoBeta, placesOf, problemsOf } from '../manifest.ts';

test('two different texts are fine', () => {
  expect(problemsOf(demoBeta('beta', 'notes: { en: Yes, id: Ya }'))).toEqual([]);
});

test('an Indonesian text that equals the English one is not a translation, however deep it stands', () => {
  const problems = problemsOf(
    demoBeta(
      'beta',
      'notes: { en: Same, id: "Same " }',
      'requires: [{ at: a, note: { en: X, id: X } }]',
    ),
  );
  expect(placesOf(problems)).toEqual([
    'features/demo.yaml:12:24 both-languages',
    'features/demo.yaml:13:37 both-languages',
  ]);
  expect(problems[0]?.fix).toContain('translate it');
});

test('platforms.yaml is looked at as well', () => {
  const place = (id: string) =>
    `  - { id: ${id}, title: T, summary: { en: E ${id}, id: E ${id} }, docs: "https://e.com/x", placement: header, evidence: [{ source: sdk-1.12.0, at: D }] }`;
  const platforms = [
    'claude-api',
    'claude-on-aws',
    'bedrock',
    'bedrock-converse',
    'bedrock-mantle',
    'vertex',
    'foundry',
  ];
  const problems = problemsOf({
    ...demoBeta('beta'),
    'platforms.yaml': `platforms:\n${platforms.map(place).join('\n')}\n`,
  });
  expect(problems).toHaveLength(7);
  expect(problems.every((p) => p.file === 'platforms.yaml' && p.rule === 'both-languages')).toBe(
    true,
  );
});

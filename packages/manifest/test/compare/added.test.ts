import { expect, test } from 'vitest';
import { compareAfter, type Edit } from './fixtures.ts';

const listAddedAfter = (...edits: Edit[]): (readonly string[])[] =>
  compareAfter(edits).added.map(({ kind, path, shown, hint }) => [kind, path, hint ?? shown]);

/** Duplicates the evidence about the feature in the claim about the value. */
const copy: Edit = [
  'evidence: [{ source: proxy, says: "The proxy drops it." }]',
  `evidence:
          - { source: proxy, says: "The proxy drops it." }
          - { source: pets, says: "Not on Bedrock." }`,
];

const before = 'with this evidence the old manifest claims {"accepts":false,"confidence":"medium"}';

test('reports nothing if everything was moved', () => {
  expect(listAddedAfter()).toEqual([]);
  expect(listAddedAfter(copy)).toEqual([]);
});

test('reports an altered copy, which is not lost', () => {
  const altered: Edit = [
    'status: unavailable\n    confidence',
    'status: available\n    confidence',
  ];
  expect(compareAfter([copy, altered]).lost).toEqual([]);
  expect(listAddedAfter(copy, altered)).toEqual([
    ['altered claim', 'availability.bedrock.0', before],
  ]);
});

test('reports an altered confidence, an altered citation and an altered text', () => {
  expect(
    listAddedAfter([
      'status: rejected\n        confidence: medium',
      'status: rejected\n        confidence: high',
    ]),
  ).toEqual([
    ['altered confidence', 'betas.pets-2026-01-01.acceptance.bedrock.0.confidence', before],
  ]);
  expect(listAddedAfter(['says: "Not on Bedrock." }', 'says: "On Bedrock." }'])).toMatchObject([
    ['evidence', 'availability.bedrock.evidence.0', expect.stringContaining('On Bedrock.')],
    ['claim', 'availability.bedrock.0', 'unavailable'],
  ]);
  expect(listAddedAfter(['Sejak awal.', 'Sejak tadi.'])).toEqual([['text', 'id', 'Sejak tadi.']]);
});

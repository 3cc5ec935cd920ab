import { expect, test } from 'vitest';
import { listLostAfter } from './fixtures.ts';

const BEDROCK = `  bedrock:
    status: unavailable
    confidence: medium
    evidence: [{ source: pets, says: "Not on Bedrock." }]
`;
const BEDROCK_OF_BETA = `      bedrock:
        status: rejected
        confidence: medium
        evidence: [{ source: proxy, says: "The proxy drops it." }]
`;
const lostOnBedrock = [
  'claim platforms.bedrock.accepts',
  'confidence platforms.bedrock.confidence',
  'evidence platforms.bedrock.evidence.0',
  'evidence platforms.bedrock.evidence.1',
];

test('notices the removed claims of a platform', () => {
  expect(listLostAfter([BEDROCK, ''], [BEDROCK_OF_BETA, ''])).toEqual(lostOnBedrock);
});

test('notices claims that moved to another platform', () => {
  expect(listLostAfter(['  bedrock:', '  foundry:'], ['      bedrock:', '      foundry:'])).toEqual(
    lostOnBedrock,
  );
});

test('accepts acceptance or availability as the claim if it has the evidence', () => {
  const both =
    '[{ source: pets, says: "Not on Bedrock." }, { source: proxy, says: "The proxy drops it." }]';
  expect(
    listLostAfter([BEDROCK_OF_BETA, ''], ['[{ source: pets, says: "Not on Bedrock." }]', both]),
  ).toEqual([]);
});

test('notices a claim that says the opposite', () => {
  expect(
    listLostAfter(
      ['  bedrock:\n    status: unavailable', '  bedrock:\n    status: available'],
      [
        'status: rejected\n        confidence: medium',
        'status: unknown\n        confidence: medium',
      ],
    ),
  ).toEqual(['claim platforms.bedrock.accepts', 'confidence platforms.bedrock.confidence']);
});

test('notices another confidence', () => {
  expect(listLostAfter(['confidence: low', 'confidence: high'])).toEqual([
    'confidence platforms.vertex.confidence',
  ]);
});

test('notices a platform that no longer names the value it wants instead', () => {
  expect(listLostAfter(['instead: [{ for: pets, send: pets-2026-05-05 }]', ''])).toContain(
    'claim platforms.vertex.accepts',
  );
});

test('notices a removed rule', () => {
  const rule = `      - at: pets
        nonEmpty: true
        choice: [pets-2026-01-01, pets-2026-05-05]
        note: { en: A pet., id: Seekor. }
`;
  expect(listLostAfter([rule, ''])).toEqual([
    'rule opens.0',
    'choice opens.0.choice',
    'text opens.0.note.en',
    'text opens.0.note.id',
  ]);
});

test('notices a rule that holds for fewer models, with an exception, or elsewhere', () => {
  const from = 'is: dog, model: [claude-b, claude-a]';
  expect(listLostAfter([from, 'is: dog, model: [claude-a]'])).toEqual(['rule opens.1']);
  expect(listLostAfter([from, `${from}, unless: { at: leash }`])).toEqual(['rule opens.1']);
  expect(listLostAfter([from, `${from}, where: { name: rex }`])).toEqual(['rule opens.1']);
  expect(listLostAfter([from, `${from}, platform: [vertex]`])).toEqual(['rule opens.1']);
});

test('notices another choice of betas, and a lost note of a rule', () => {
  expect(
    listLostAfter([
      'choice: [pets-2026-01-01, pets-2026-05-05]',
      'choice: [pets-2026-05-05, pets-2026-01-01]',
    ]),
  ).toEqual(['choice opens.0.choice']);
  expect(listLostAfter(['        note: { en: A pet., id: Seekor. }\n', ''])).toEqual([
    'text opens.0.note.en',
    'text opens.0.note.id',
  ]);
});

test('notices a former rule that no longer uses the feature', () => {
  expect(listLostAfter(['uses: [{ at: leash }]', 'uses: [{ at: collar }]'])).toEqual([
    'former rule formerly.0',
  ]);
});

test('notices a model that is no longer listed', () => {
  expect(listLostAfter(['only: [claude-b, claude-a]', 'only: [claude-b]'])).toEqual([
    'models models.only',
  ]);
});

import { expect, test } from 'vitest';
import { listLostAfter } from './fixtures.ts';

const trap0 = [
  'trap traps.0',
  'text traps.0.note.en',
  'text traps.0.note.id',
  'evidence traps.0.evidence.0',
];
const trap1 = [
  'trap traps.1',
  'text traps.1.note.en',
  'text traps.1.note.id',
  'evidence traps.1.evidence.0',
];

test('notices a conflict with another beta, at another endpoint, or with another answer', () => {
  const lost = ['conflict conflicts.0', 'evidence conflicts.0.evidence.0'];
  expect(listLostAfter(['{ beta: zoo-2026-01-01 }', '{ beta: zoo-2026-02-02 }'])).toEqual(lost);
  expect(listLostAfter(['{ endpoint: POST /v1/pets }', '{ endpoint: POST /v1/zoo }'])).toEqual(
    lost,
  );
  expect(listLostAfter(['outcome: 400', 'outcome: no-effect'])).toEqual(['conflict conflicts.0']);
});

test('notices a combination that lost a condition', () => {
  expect(listLostAfter(['[{ at: pets }, { at: leash }]', '[{ at: pets }]'])).toEqual(trap0);
});

test('notices a combination that is no longer refused', () => {
  expect(listLostAfter(['leash }]\n    outcome: 400', 'leash }]\n    outcome: no-effect'])).toEqual(
    trap0,
  );
});

test('notices a trap whose claim is about another form, model or platform', () => {
  expect(listLostAfter(['shape: [dog]', 'shape: [cat]'])).toEqual(trap1);
  expect(
    listLostAfter(['shape: [dog]', 'models: [claude-b]'], ['- models: [claude-b]', '-']),
  ).toEqual(trap1);
  expect(listLostAfter(['- models: [claude-b]', '- models: [claude-a]'])).toEqual(trap1);
  expect(
    listLostAfter([
      '      shape: [dog]\n      status: unavailable',
      '      shape: [dog]\n      status: available',
    ]),
  ).toEqual(trap1);
});

test('finds a trap by the name that a use gives to the form', () => {
  expect(
    listLostAfter(['shape: [dog]', 'shape: [canine]'], ['is: dog,', 'is: dog, shape: canine,']),
  ).toEqual([]);
});

test('notices a trap that lost its note or its evidence', () => {
  expect(listLostAfter(['      note: { en: No dogs here., id: Tidak ada anjing. }\n', ''])).toEqual(
    trap1.slice(1, 3),
  );
  expect(listLostAfter(['evidence: [{ source: leash }]', 'evidence: [{ source: pets }]'])).toEqual(
    trap0.slice(3),
  );
});

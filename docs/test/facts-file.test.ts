/** The file of the checker's facts is smaller, and has the same facts. */
import { expect, it } from 'vitest';
import { packFacts, unpackFacts } from '../src/lib/checker/facts-file.ts';
import { FACTS } from './check-support.ts';

it('has every beta with its feature, in the same order', () => {
  const file = packFacts(FACTS.en);
  expect(file).not.toHaveProperty('betas');
  const { betas } = unpackFacts(JSON.parse(JSON.stringify(file)));
  expect(Object.entries(betas)).toEqual(Object.entries(FACTS.en.betas));
});

it('has what the checker knows of each platform, feature and marker', () => {
  for (const facts of [FACTS.en, FACTS.id])
    expect(unpackFacts(JSON.parse(JSON.stringify(packFacts(facts))))).toEqual(facts);
});

it('leaves out what is empty, and titles that no answer says', () => {
  const file = packFacts(FACTS.en);
  const entries = Object.values(file.features);
  expect(entries.filter(({ absent }) => absent?.length === 0)).toEqual([]);
  expect(entries.filter(({ needs }) => needs && Object.keys(needs).length === 0)).toEqual([]);
  expect(entries.filter(({ absent, title }) => !absent !== (title === undefined))).toEqual([]);
  expect(entries.some(({ title }) => title !== undefined)).toBe(true);
});

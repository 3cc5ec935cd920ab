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

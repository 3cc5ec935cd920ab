/** Unnamed rejections of requests with different sets of betas, which take turns. */
import { expect, it } from 'vitest';
import { createClient, createRejector } from './support/client.ts';
import { runWithClock } from './support/clock.ts';

const BETAS = Array.from('abcdefgh', (letter) => `${letter}-2027-01-01`);
const pick = (letters: string): string[] =>
  BETAS.filter(([letter = '']) => letters.includes(letter));

it.each([
  ['ace', 2],
  ['abc', 2],
  ['bdfh', 2],
  ['abcdefgh', 2],
  ['ace', 1],
  ['bdfh', 1],
])('finds the rejected ones of %s with %i retries', (letters, maxRetries) =>
  runWithClock(async (clock) => {
    const rejected = pick(letters);
    const client = createClient(createRejector(rejected, false), { recovery: { maxRetries } });
    const requests = ['abcdefgh', 'abcdef', 'acegh', 'bcdfh'].map(pick);
    for (let round = 0; round < 25; round++)
      for (const betas of requests) {
        const { status } = await client.send({ betas });
        expect(status).toBe(200);
        expect(client.count()).toBeLessThanOrEqual(round === 0 ? 3 : 2);
        clock.advance(500);
      }
    for (const betas of requests) {
      await client.send({ betas });
      expect(client.count()).toBe(1);
      expect(client.sent.at(-1)).toEqual(betas.filter((beta) => !rejected.includes(beta)));
    }
  }),
);

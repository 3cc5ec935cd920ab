/** Servers that name one of several betas in each answer. */
import { describe, expect, it } from 'vitest';
import { accept, createClient, describeUnexpected, reject, type Server } from './support/client.ts';
import { runWithClock } from './support/clock.ts';

const MANY = Array.from('abcdefghijklmnop', (letter) => `${letter}-2027-01-01`);
const GOOD = 'good-2027-01-01';

/** Names the first rejected beta only. */
const nameFirst =
  (rejected: readonly string[]): Server =>
  ({ betas }) => {
    const first = betas.find((beta) => rejected.includes(beta));
    return first === undefined ? accept() : reject(describeUnexpected([first]));
  };

describe('a server that names one rejected beta at a time', () => {
  it.each([
    [2, 2],
    [3, 2],
    [16, 2],
    [2, 1],
    [16, 1],
  ])('refuses one call at most: %i betas, %i retries', (size, maxRetries) =>
    runWithClock(async (clock) => {
      const client = createClient(nameFirst(MANY.slice(0, size)), { recovery: { maxRetries } });
      const betas = [...MANY.slice(0, size), GOOD];
      const statuses: number[] = [];
      for (let i = 0; i < 30; i++) {
        statuses.push((await client.send({ betas })).status);
        expect(client.count()).toBeLessThanOrEqual(i < 2 ? maxRetries + 1 : 2);
        clock.advance(1000);
      }
      expect(statuses.slice(1).every((status) => status === 200)).toBe(true);
      await client.send({ betas });
      expect(client.sent.at(-1)).toEqual([GOOD]);
    }),
  );

  it('costs no beta that is accepted if the retries are enough', async () => {
    const client = createClient(nameFirst(MANY.slice(0, 2)));
    await client.send({ betas: [...MANY.slice(0, 2), GOOD] });
    expect(client.sent.at(-1)).toEqual([GOOD]);
  });

  it('keeps the betas of other requests', async () => {
    const client = createClient(nameFirst(MANY.slice(0, 3)));
    for (let i = 0; i < 2; i++) await client.send({ betas: [...MANY.slice(0, 3), GOOD] });
    client.count();
    await client.send({ betas: [GOOD, 'other-2027-01-01'] });
    expect(client.sent.at(-1)).toEqual([GOOD, 'other-2027-01-01']);
    expect(client.count()).toBe(1);
  });
});

it('adds two betas that answers request in turn', async () => {
  const needed = ['context-management-2025-06-27', 'mcp-client-2025-11-20'];
  const client = createClient(({ betas }) => {
    const missing = needed.find((beta) => !betas.includes(beta));
    return missing ? reject(`The anthropic-beta header must include \`${missing}\`.`) : accept();
  });
  for (let i = 0; i < 2; i++) expect((await client.send()).status).toBe(200);
  expect(client.sent).toEqual([[], needed.slice(0, 1), needed, needed]);
});

describe.each([true, false])(
  'a server that needs a beta and rejects others (named: %s)',
  (isNamed) => {
    it.each([true, false])(
      'is answered from the third call on (asks first: %s)',
      async (asksFirst) => {
        const needed = 'context-management-2025-06-27';
        const rejected = MANY.slice(0, 3);
        const client = createClient(({ betas }) => {
          const bad = betas.filter((beta) => rejected.includes(beta));
          const refusal = isNamed ? describeUnexpected(bad) : 'invalid beta flag';
          const request = `The anthropic-beta header must include \`${needed}\`.`;
          const errors = [
            ...(bad.length > 0 ? [refusal] : []),
            ...(betas.includes(needed) ? [] : [request]),
          ];
          const error = asksFirst ? errors.at(-1) : errors[0];
          return error === undefined ? accept() : reject(error);
        });
        const send = async () => (await client.send({ betas: [...rejected, GOOD] })).status;
        const statuses: number[] = [];
        for (let i = 0; i < 12; i++) statuses.push(await send());
        expect(statuses.slice(2).every((status) => status === 200)).toBe(true);
        expect(client.sent.at(-1)).toEqual([GOOD, needed]);
      },
    );
  },
);

/** An answer to a trial reaches the caller only if the request without the trial gets it too. */
import { describe, expect, it } from 'vitest';
import { accept, createClient, createRejector, reject, type Server } from './support/client.ts';
import { runWithClock } from './support/clock.ts';

const [A, B, C] = ['a-2027-01-01', 'b-2027-01-01', 'c-2027-01-01'] as const;
const MINUTE = 60_000;

const STATUSES = [401, 402, 403, 404, 407, 408, 409, 413, 422, 425, 429, 500, 502, 503, 504, 529];

/** Makes a client that has learned that `A` is rejected, one moment before its probe. */
async function learn() {
  let server: Server = createRejector([A]);
  const client = createClient((request) => server(request));
  await client.send({ betas: [A, B] });
  client.count();
  return {
    client,
    replaceServer: (next: Server) => {
      server = next;
    },
  };
}

describe('a probe that is answered by another status', () => {
  it.each(STATUSES)('%i: the caller gets the answer without the probe', (status) =>
    runWithClock(async (clock) => {
      const { client, replaceServer } = await learn();
      replaceServer(({ betas }) => (betas.includes(A) ? reject('no', status) : accept()));
      clock.advance(MINUTE);
      expect((await client.send({ betas: [A, B] })).status).toBe(200);
      expect(client.sent.slice(2)).toEqual([[A, B], [B]]);
    }),
  );

  it.each(STATUSES)('%i: costs one more request a minute while everything gets it', (status) =>
    runWithClock(async (clock) => {
      const { client, replaceServer } = await learn();
      replaceServer(() => reject('no', status));
      clock.advance(MINUTE);
      for (let i = 0; i < 60; i++) {
        expect((await client.send({ betas: [A, B] })).status).toBe(status);
        clock.advance(1000);
      }
      expect(client.count()).toBeLessThanOrEqual(61);
    }),
  );

  it('proves nothing: the next probe follows after a minute, and forgets the rejection', () =>
    runWithClock(async (clock) => {
      const { client, replaceServer } = await learn();
      replaceServer(({ betas }) => (betas.includes(A) ? reject('no', 503) : accept()));
      clock.advance(MINUTE);
      await client.send({ betas: [A] });
      replaceServer(accept);
      client.count();
      clock.advance(MINUTE - 1);
      await client.send({ betas: [A] });
      clock.advance(1);
      for (let i = 0; i < 2; i++) await client.send({ betas: [A] });
      expect(client.sent.slice(-3)).toEqual([[], [A], [A]]);
    }));

  it('is refused by another adapter', () =>
    runWithClock(async (clock) => {
      const { client, replaceServer } = await learn();
      const headers = { 'x-beta-headers': 'refused' };
      replaceServer(({ betas }) =>
        betas.includes(A) ? new Response('{}', { status: 400, headers }) : accept(),
      );
      clock.advance(MINUTE);
      expect((await client.send({ betas: [A] })).status).toBe(200);
    }));
});

describe('a test of suspects that is answered by another status', () => {
  const bad = createRejector([A, C], false);

  it('marks no beta as rejected', () =>
    runWithClock(async (clock) => {
      let isLimited = false;
      const client = createClient((request) => {
        if (!isLimited) return createRejector([A], false)(request);
        isLimited = false;
        return reject('slow down', 429);
      });
      await client.send({ betas: [A, B, C] });
      isLimited = true;
      for (let i = 0; i < 8; i++) {
        expect((await client.send({ betas: [A, B, C] })).status).toBe(200);
        clock.advance(MINUTE);
      }
      client.count();
      await client.send({ betas: [A, B, C] });
      expect(client.sent.at(-1)).toEqual([B, C]);
    }));

  it('is not repeated with each request during an outage', () =>
    runWithClock(async (clock) => {
      let server: Server = bad;
      const client = createClient((request) => server(request));
      await client.send({ betas: [A, B, C] });
      server = () => reject('overloaded', 529);
      client.count();
      for (let i = 0; i < 50; i++) {
        await client.send({ betas: [A, B, C] });
        clock.advance(1000);
      }
      expect(client.count()).toBe(51);
    }));
});

it('sends the last request that it may send without a trial', () =>
  runWithClock(async (clock) => {
    let server: Server = createRejector([A]);
    const client = createClient((request) => server(request), { recovery: { maxRetries: 1 } });
    await client.send({ betas: [A, B] });
    server = (request) =>
      request.betas.includes(B) ? createRejector([B])(request) : createRejector([A])(request);
    clock.advance(MINUTE);
    expect((await client.send({ betas: [A, B] })).status).toBe(200);
    expect(client.sent.slice(2)).toEqual([[A, B], []]);
  }));

it('adds a requested beta to the last request, and leaves out the trial', () =>
  runWithClock(async (clock) => {
    const needed = 'mcp-client-2025-11-20';
    let server: Server = createRejector([A]);
    const client = createClient((request) => server(request), { recovery: { maxRetries: 1 } });
    await client.send({ betas: [A, B] });
    server = (request) =>
      request.betas.includes(needed)
        ? createRejector([A])(request)
        : reject(`The anthropic-beta header must include \`${needed}\`.`);
    clock.advance(MINUTE);
    expect((await client.send({ betas: [A, B] })).status).toBe(200);
    expect(client.sent.slice(2)).toEqual([
      [A, B],
      [B, needed],
    ]);
  }));

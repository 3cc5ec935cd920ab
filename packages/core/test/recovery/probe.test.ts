/** A rejected beta is sent again after a while. */
import { describe, expect, it } from 'vitest';
import { inProcessMemory } from '../../src/recovery/index.ts';
import { accept, createClient, createRejector, reject, type Server } from './support/client.ts';
import { type Clock, runWithClock } from './support/clock.ts';

const A = 'a-2027-01-01';
const B = 'task-budgets-2026-03-13';
const MINUTE = 60_000;

describe('a probe', () => {
  it('is sent after a minute, and forgets the rejection if it succeeds', () =>
    runWithClock(async (clock) => {
      let server: Server = createRejector([A]);
      const client = createClient((request) => server(request));
      await client.send({ betas: [A] });
      server = accept;
      clock.advance(MINUTE - 1);
      await client.send({ betas: [A] });
      clock.advance(1);
      for (let i = 0; i < 3; i++) await client.send({ betas: [A] });
      expect(client.sent).toEqual([[A], [], [], [A], [A], [A]]);
    }));

  it.each([true, false])('waits twice as long each time, up to an hour (named: %s)', (isNamed) =>
    runWithClock(async (clock) => {
      const client = createClient(createRejector([A], isNamed));
      await client.send({ betas: [A] });
      expect(await findProbes(client, clock, 300)).toEqual([1, 3, 7, 15, 31, 63, 123, 183, 243]);
    }),
  );

  it('is one request of many at the same time', () =>
    runWithClock(async (clock) => {
      const client = createClient(createRejector([A]));
      await client.send({ betas: [A] });
      clock.advance(MINUTE);
      client.count();
      const all = await Promise.all(Array.from({ length: 20 }, () => client.send({ betas: [A] })));
      expect(all.every(({ ok }) => ok)).toBe(true);
      expect(client.count()).toBe(21);
    }));

  it('is left to another process that shares the memory', () =>
    runWithClock(async (clock) => {
      const memory = inProcessMemory();
      const first = createClient(createRejector([A]), { recovery: { memory } });
      const second = createClient(createRejector([A]), { recovery: { memory } });
      await first.send({ betas: [A] });
      clock.advance(MINUTE);
      await first.send({ betas: [A] });
      await second.send({ betas: [A] });
      expect(second.sent).toEqual([[]]);
    }));

  it('is left to another process whose probe has no answer yet', () =>
    runWithClock(async (clock) => {
      const memory = inProcessMemory();
      let server: Server = createRejector([A]);
      const first = createClient((request) => server(request), { recovery: { memory } });
      const second = createClient(createRejector([A]), { recovery: { memory } });
      await first.send({ betas: [A] });
      clock.advance(MINUTE);
      let answer = (_: Response): void => {};
      server = () => new Promise((resolve) => (answer = resolve));
      const probe = first.send({ betas: [A] });
      while (first.sent.length < 3) await new Promise((resolve) => setTimeout(resolve, 1));
      await second.send({ betas: [A] });
      expect(second.sent).toEqual([[]]);
      answer(accept());
      await probe;
    }));

  it('of another beta may follow at once', () =>
    runWithClock(async (clock) => {
      const client = createClient(createRejector([A, B]));
      await client.send({ betas: [A] });
      clock.advance(1);
      await client.send({ betas: [B] });
      clock.advance(MINUTE);
      client.count();
      await client.send({ betas: [A, B] });
      await client.send({ betas: [A, B] });
      expect(client.count()).toBe(4);
    }));

  it('fails no request if its answer has an unknown wording', () =>
    runWithClock(async (clock) => {
      let message = `Unsupported beta header: ${A}`;
      const client = createClient(({ betas }) => (betas.includes(A) ? reject(message) : accept()));
      await client.send({ betas: [A, B] });
      message = 'Bad Request';
      clock.advance(MINUTE);
      expect((await client.send({ betas: [A, B] })).status).toBe(200);
      expect(client.sent.slice(2)).toEqual([[A, B], [B]]);
    }));

  it.each([403, 404, 422])('fails no request if the server refuses it with %i', (status) =>
    runWithClock(async (clock) => {
      let code = 400;
      const client = createClient(({ betas }) =>
        betas.includes(A) ? reject(`Unsupported beta header: ${A}`, code) : accept(),
      );
      await client.send({ betas: [A] });
      code = status;
      clock.advance(MINUTE);
      expect((await client.send({ betas: [A] })).status).toBe(200);
    }),
  );

  it('is sent again after a minute if it proved nothing, also after a long wait', () =>
    runWithClock(async (clock) => {
      let server: Server = createRejector([A]);
      const client = createClient((request) => server(request));
      await client.send({ betas: [A] });
      for (const minutes of [1, 2, 4, 8]) {
        clock.advance(minutes * MINUTE);
        await client.send({ betas: [A] });
      }
      server = () => reject('Overloaded', 529);
      clock.advance(16 * MINUTE);
      await client.send({ betas: [A] });
      server = accept;
      clock.advance(MINUTE);
      await client.send({ betas: [A] });
      expect(client.sent.at(-1)).toEqual([A]);
    }));

  it('proves nothing if the server fails for another reason', () =>
    runWithClock(async (clock) => {
      let server: Server = createRejector([A]);
      const client = createClient((request) => server(request));
      await client.send({ betas: [A] });
      server = () => reject('Overloaded', 529);
      clock.advance(MINUTE);
      expect((await client.send({ betas: [A] })).status).toBe(529);
      server = accept;
      await client.send({ betas: [A] });
      expect(client.sent.at(-1)).toEqual([]);
      clock.advance(MINUTE);
      await client.send({ betas: [A] });
      expect(client.sent.at(-1)).toEqual([A]);
    }));

  it('is not sent if no retry is left to undo it', () =>
    runWithClock(async (clock) => {
      const memory = inProcessMemory();
      await createClient(createRejector([A]), { recovery: { memory } }).send({ betas: [A] });
      clock.advance(MINUTE);
      const client = createClient(createRejector([A]), { recovery: { memory, maxRetries: 0 } });
      expect((await client.send({ betas: [A] })).status).toBe(200);
      const retrying = createClient(createRejector([A]), { recovery: { memory } });
      await retrying.send({ betas: [A], headers: { 'x-stainless-retry-count': '1' } });
      expect([client.sent, retrying.sent]).toEqual([[[]], [[]]]);
    }));

  it('is sent again after a probe that got no answer', () =>
    runWithClock(async (clock) => {
      let server: Server = createRejector([A]);
      const client = createClient((request) => server(request));
      await client.send({ betas: [A] });
      server = ({ betas }) => (betas.length > 0 ? new Promise(() => {}) : accept());
      clock.advance(MINUTE);
      void client.send({ betas: [A] });
      await new Promise((resolve) => setTimeout(resolve, 5));
      server = accept;
      await client.send({ betas: [A] });
      clock.advance(MINUTE);
      await client.send({ betas: [A] });
      expect(client.sent.slice(2)).toEqual([[A], [], [A]]);
    }));
});

/** Sends a request each minute. @returns the minutes in which there were two */
async function findProbes(
  client: ReturnType<typeof createClient>,
  clock: Clock,
  minutes: number,
): Promise<number[]> {
  const found: number[] = [];
  client.count();
  for (let minute = 1; minute <= minutes; minute++) {
    clock.advance(MINUTE);
    await client.send({ betas: [A] });
    if (client.count() > 1) found.push(minute);
  }
  return found;
}

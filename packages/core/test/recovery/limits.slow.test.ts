/** Retries, the deadline and the caller's signal. */
import { describe, expect, it } from 'vitest';
import { type BetaMemory, betaRecovery } from '../../src/recovery/index.ts';
import { accept, createClient, createRejector, reject, type Server } from './support/client.ts';
import { runWithClock } from './support/clock.ts';

const [A, B, C] = ['a-2027-01-01', 'b-2027-01-01', 'c-2027-01-01'] as const;
/** Rejects one beta after the other, the first that is there. */
const stubborn: Server = ({ betas: [first] }) =>
  first ? reject(`Unsupported beta header: ${first}`) : accept();
const hang = <T>(): Promise<T> => new Promise(() => {});

describe('retries', () => {
  it.each([0, 1, 2])('are at most %i, and the last answer is returned', async (maxRetries) => {
    const client = createClient(stubborn, { recovery: { maxRetries } });
    const response = await client.send({ betas: [A, B, C] });
    expect([response.status, client.sent.length]).toEqual([400, maxRetries + 1]);
    const message = `Unsupported beta header: ${[A, B, C][maxRetries]}`;
    expect(await response.json()).toMatchObject({ error: { message } });
  });

  it('are two by default', async () => {
    const client = createClient(stubborn);
    await client.send({ betas: [A, B, C] });
    expect(client.sent).toHaveLength(3);
  });

  it('are one within a retry of the client itself', async () => {
    const client = createClient(stubborn);
    await client.send({ betas: [A, B, C], headers: { 'x-stainless-retry-count': '2' } });
    expect(client.sent).toHaveLength(2);
  });

  it.each([-1, 1.5, 3, Number.NaN, '2' as unknown as number])(
    'are 0, 1 or 2: %s is an error',
    (maxRetries) => {
      expect(() => betaRecovery({ maxRetries })).toThrow(/maxRetries: .* is none of 0, 1 and 2/);
    },
  );

  it.each([429, 500, 503, 529])('are not sent after %i', async (status) => {
    const client = createClient(() => reject(`Unsupported beta header: ${A}`, status));
    expect((await client.send({ betas: [A] })).status).toBe(status);
    expect(client.sent).toHaveLength(1);
  });

  it('do not triple the traffic of a server that rejects everything', () =>
    runWithClock(async (clock) => {
      const client = createClient(() => reject('invalid beta flag'));
      for (let i = 0; i < 1000; i++) {
        await client.send({ betas: [A, B, C] });
        clock.advance(100);
      }
      // 20 tokens, and four a minute; each lets one call send two.
      expect(client.sent.length).toBeLessThanOrEqual(1000 + 20 + 2 * 7);
    }));

  it('help again a minute after a server that rejected everything', () =>
    runWithClock(async (clock) => {
      let server: Server = () => reject('invalid beta flag');
      const client = createClient((request) => server(request));
      for (let i = 0; i < 50; i++) await client.send({ betas: [A, B, C] });
      server = createRejector([A]);
      clock.advance(60_000);
      expect((await client.send({ betas: [A, B, C] })).status).toBe(200);
    }));

  it.each([true, false])('serve 500 calls at the same time (named: %s)', async (isNamed) => {
    const client = createClient(createRejector([A, B], isNamed));
    const send = (): Promise<Response> => client.send({ betas: [A, B, C] });
    const all = await Promise.all(Array.from({ length: 500 }, send));
    expect(all.every(({ ok }) => ok)).toBe(true);
    client.count();
    const again = await Promise.all(Array.from({ length: 500 }, send));
    expect(again.every(({ ok }) => ok)).toBe(true);
    expect(client.count()).toBeLessThanOrEqual(501);
  });

  it('serve calls that began before the first of them learned, one after the other', async () => {
    // By call, because requests may arrive in another order than their calls began.
    const waiting = new Map<string, () => void>();
    const rejects = createRejector([A, B], false);
    const server: Server = async (request) => {
      const name = request.headers.get('x-call') ?? '';
      if (!waiting.has(name)) await new Promise<void>((resolve) => waiting.set(name, resolve));
      return rejects(request);
    };
    const client = createClient(server);
    const calls = Array.from({ length: 200 }, (_, i) =>
      client.send({ betas: [A, B, C], headers: { 'x-call': `${i}` } }),
    );
    while (waiting.size < calls.length) await new Promise((resolve) => setTimeout(resolve, 1));
    for (const [i, call] of calls.entries()) {
      waiting.get(`${i}`)?.();
      expect((await call).status).toBe(200);
    }
  });

  it('of calls with other betas do not use up the budget', () =>
    runWithClock(async () => {
      const client = createClient(({ betas }) =>
        betas.includes(B) ? reject('invalid beta flag') : createRejector([A])({ betas } as never),
      );
      for (let i = 0; i < 50; i++) await client.send({ betas: [B], headers: {} });
      expect((await client.send({ betas: [A] })).status).toBe(200);
    }));

  it('under one key do not reduce those under another', () =>
    runWithClock(async () => {
      let server: Server = () => reject('invalid beta flag');
      const client = createClient((request) => server(request));
      for (let i = 0; i < 50; i++) await client.send({ betas: [A, B, C] });
      server = createRejector([A]);
      expect((await client.send({ betas: [A], key: 'key-2' })).status).toBe(200);
    }));
});

describe('the deadline', () => {
  it('ends the retries', () =>
    runWithClock(async (clock) => {
      const client = createClient((request) => {
        clock.advance(20_000);
        return stubborn(request);
      });
      expect((await client.send({ betas: [A, B, C] })).status).toBe(400);
      expect(client.sent).toHaveLength(2);
    }));

  it('applies to the body of the rejection', async () => {
    const client = createClient(() => createDrip(), { recovery: { deadlineMs: 50 } });
    const start = Date.now();
    const response = await client.send({ betas: [A] });
    expect([response.status, response.bodyUsed, client.sent.length]).toEqual([400, false, 1]);
    expect(Date.now() - start).toBeLessThan(2500);
    await response.body?.cancel();
  });

  it('ends the retries while the body of the rejection arrives', () =>
    runWithClock(async (clock) => {
      const client = createClient(async (request) => {
        const text = await (await stubborn(request)).text();
        // Without a queue, so that the body arrives only when it is read.
        const body = new ReadableStream(
          {
            pull(controller) {
              clock.advance(40_000);
              controller.enqueue(new TextEncoder().encode(text));
              controller.close();
            },
          },
          { highWaterMark: 0 },
        );
        return new Response(body, { status: 400 });
      });
      expect((await client.send({ betas: [A, B, C] })).status).toBe(400);
      expect(client.sent).toHaveLength(1);
    }));

  it('applies to a memory that may take longer', async () => {
    const memory: BetaMemory = { get: hang, add: hang, remove: hang };
    const recovery = { memory, memoryTimeoutMs: 60_000, deadlineMs: 30 };
    expect((await createClient(accept, { recovery }).send()).status).toBe(200);
  });

  it('reads an endless error no further than an error can be long', async () => {
    const endless = (): ReadableStream<Uint8Array> =>
      new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(64_000)) });
    const client = createClient(() => new Response(endless(), { status: 400 }));
    const response = await client.send({ betas: [A] });
    expect([response.status, response.bodyUsed, client.sent.length]).toEqual([400, false, 1]);
    await response.body?.cancel();
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('%s is an error', (deadlineMs) => {
    expect(() => betaRecovery({ deadlineMs })).toThrow(/deadlineMs: .* above 0/);
  });
});

describe("the caller's signal", () => {
  it('ends the wait for the memory at once', async () => {
    const memory: BetaMemory = { get: hang, add: hang, remove: hang };
    const client = createClient(accept, { recovery: { memory, memoryTimeoutMs: 60_000 } });
    await expectAbort((signal) => client.send({ signal }));
    expect(client.sent).toEqual([]);
  });

  it('ends the wait for the body of the rejection at once', async () => {
    const client = createClient(() => createDrip());
    await expectAbort((signal) => client.send({ betas: [A], signal }));
  });

  it('ends the wait for an answer, even if fetch does not', async () => {
    const client = createClient(hang);
    await expectAbort((signal) => client.send({ signal }));
  });

  it('lets no retry begin', async () => {
    const controller = new AbortController();
    const client = createClient((request) => {
      controller.abort(new Error('stop'));
      return stubborn(request);
    });
    await expect(client.send({ betas: [A], signal: controller.signal })).rejects.toThrow('stop');
    expect(client.sent).toHaveLength(1);
  });

  it('loses no answer while the memory is written', async () => {
    const controller = new AbortController();
    const memory: BetaMemory = {
      get: () => [],
      add: () => {
        controller.abort();
        return hang();
      },
      remove: hang,
    };
    const client = createClient(createRejector([A]), { recovery: { memory } });
    expect((await client.send({ betas: [A], signal: controller.signal })).status).toBe(200);
  });

  it('has no listener left after a call', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const { addEventListener: add, removeEventListener: remove } = signal;
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners++;
      add.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners--;
      remove.apply(signal, args);
    };
    await createClient(createRejector([A])).send({ betas: [A], signal });
    expect(listeners).toBe(0);
  });
});

/** A rejection whose body comes byte by byte, for longer than anything here waits. */
function createDrip(): Response {
  let left = 800;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (left-- > 0) controller.enqueue(new Uint8Array([32]));
      else controller.close();
    },
  });
  return new Response(body, { status: 400 });
}

async function expectAbort(send: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const controller = new AbortController();
  const start = Date.now();
  setTimeout(() => controller.abort(new Error('stop')), 30);
  await expect(send(controller.signal)).rejects.toThrow('stop');
  // The body's own limit is three seconds.
  expect(Date.now() - start).toBeLessThan(2500);
}

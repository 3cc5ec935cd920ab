/** Tests that no behaviour of one server affects other requests, with two kinds of request. */
import { describe, expect, it } from 'vitest';
import { betaRecovery } from '../../src/recovery/index.ts';
import { BEHAVIOURS, COMPACT, NEW, TASKS, THINKING } from './behaviours.ts';
import { accept, type Call, createClient, type Server } from './support/client.ts';
import { runWithClock } from './support/clock.ts';

const KINDS: Record<string, Call> = {
  'betas in the header only': { betas: [THINKING, TASKS, NEW] },
  'a beta that the body needs': { betas: [THINKING], body: { compaction: { type: 'summarize' } } },
};

const CALLS = 30;
/** The tokens of the budget, and what successes earn in so many calls. */
const MAX_EXTRA = 25;

it('has at least 60 behaviours, each with a name of its own', () => {
  expect(new Set(BEHAVIOURS.map(({ name }) => name)).size).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(KINDS))('%s', (_, call) => {
  // `%s` reads the same under every version of the runner; `$name` does not.
  const rows = BEHAVIOURS.map(({ name, create }) => [name, create] as const);
  it.each(rows)('a server that %s', async (_name, create) => {
    await runWithClock(async (clock) => {
      let server: Server = create();
      const recover = betaRecovery();
      const victim = createClient((request) => server(request), {}, recover);
      const other = createClient(accept, {}, recover);
      const send = (): Promise<number> =>
        victim.send(call).then(
          ({ status }) => status,
          () => 0,
        );

      const counts: number[] = [];
      for (let i = 0; i < CALLS; i++) {
        await send();
        counts.push(victim.count());
      }
      expect(Math.max(...counts)).toBeLessThanOrEqual(3);
      expect(counts.reduce((sum, count) => sum + count - 1, 0)).toBeLessThanOrEqual(MAX_EXTRA);
      // A beta that the body needs is never left out.
      if (call.body) expect(victim.sent.every((betas) => betas.includes(COMPACT))).toBe(true);

      const full = createClient(accept);
      await full.send(call);
      // Another key at the same host, the same key at another host, and another model.
      const others: Call[] = [
        { key: 'key-2' },
        { host: 'gateway.example' },
        { body: { ...call.body, model: 'claude-sonnet-5-5' } },
      ];
      for (const change of others) await other.send({ ...call, ...change });
      expect(other.sent).toEqual(others.map(() => full.sent[0]));

      // After the server recovers, every request succeeds at once, and has all betas within one
      // probe interval for each.
      server = accept;
      expect(await send()).toBe(200);
      for (let i = 0; i < 12; i++) {
        clock.advance(60_000);
        expect(await send()).toBe(200);
        expect(victim.sent.at(-1)).toEqual(expect.arrayContaining(call.body ? [COMPACT] : []));
      }
      expect(victim.sent.at(-1)).toEqual(expect.arrayContaining([...(full.sent[0] ?? [])]));
      victim.count();
      await send();
      expect(victim.count()).toBe(1);
    });
  });
});

/** An answer that names no beta. */
import { describe, expect, it } from 'vitest';
import { accept, createClient, createRejector, reject } from './support/client.ts';
import { runWithClock } from './support/clock.ts';

const COMPACT = 'compact-2026-09-04';
const [A, B, C] = ['a-2027-01-01', 'b-2027-01-01', 'c-2027-01-01'] as const;
const EIGHT = [
  'interleaved-thinking-2025-05-14',
  'fast-mode-2026-02-01',
  'context-1m-2025-08-07',
  'oauth-2025-04-20',
  'a-new-2027-01-01',
  'b-new-2027-01-01',
  'dreaming-2026-04-21',
  'efs-2026-10-01',
];

describe('an answer that names no beta', () => {
  it('first drops the betas that the manifest doubts', async () => {
    const betas = ['prompt-caching-2024-07-31', 'task-budgets-2026-03-13'];
    const client = createClient(createRejector(betas.slice(0, 1), false));
    for (let i = 0; i < 2; i++) expect((await client.send({ betas })).status).toBe(200);
    expect(client.sent).toEqual([betas, betas.slice(1), betas.slice(1)]);
  });

  it('drops a half, then all, but never a beta that the body depends on', async () => {
    const bad = 'thinking-token-count-2026-05-13';
    const betas = ['task-budgets-2026-03-13', 'interleaved-thinking-2025-05-14', bad];
    const client = createClient(createRejector([bad], false));
    expect((await client.send({ betas, body: { compaction: {} } })).status).toBe(200);
    expect(client.sent).toEqual([[...betas, COMPACT], [bad, COMPACT], [COMPACT]]);
  });

  it('drops everything in the last retry', async () => {
    const client = createClient(createRejector([C], false), { recovery: { maxRetries: 1 } });
    expect((await client.send({ betas: [A, B, C] })).status).toBe(200);
    expect(client.sent).toEqual([[A, B, C], []]);
  });

  it('sends nothing again if the body depends on everything', async () => {
    const client = createClient(createRejector([COMPACT], false));
    expect((await client.send({ body: { compaction: {} } })).status).toBe(400);
    expect(client.sent).toHaveLength(1);
  });

  it('remembers nothing if the retry fails over something else', async () => {
    let isUp = false;
    const client = createClient(({ betas }) =>
      isUp ? accept() : betas.length > 0 ? reject('invalid beta flag') : reject('no', 500),
    );
    expect((await client.send({ betas: [A] })).status).toBe(500);
    isUp = true;
    await client.send({ betas: [A] });
    expect(client.sent).toEqual([[A], [], [A]]);
  });

  it('blames nothing else for a beta that is named afterwards', async () => {
    let requests = 0;
    const client = createClient(({ betas }) => {
      if (!betas.includes(C)) return accept();
      return reject(requests++ === 0 ? 'invalid beta flag' : `Unsupported beta header: ${C}`);
    });
    for (let i = 0; i < 4; i++) expect((await client.send({ betas: [A, B, C] })).status).toBe(200);
    expect(client.sent.at(-1)).toEqual([A, B]);
  });

  it('works for many requests at the same time', async () => {
    const client = createClient(createRejector([A], false));
    const responses = await Promise.all(
      Array.from({ length: 8 }, () => client.send({ betas: [A] })),
    );
    expect(responses.map(({ status }) => status)).toEqual(Array(8).fill(200));
    client.count();
    await client.send({ betas: [A] });
    expect([client.count(), client.sent.at(-1)]).toEqual([1, []]);
  });
});

describe('several rejected betas', () => {
  const rows = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((count) => [
    [count, 0],
    [count, 8 - count],
    [count, 2],
  ]);

  it.each(rows)('%i of eight from %i on are all found', async (count = 0, from = 0) => {
    await runWithClock(async () => {
      const bad = [...EIGHT, ...EIGHT].slice(from, from + count);
      const client = createClient(createRejector(bad, false));
      const counts: number[] = [];
      for (let i = 0; i < 20; i++) {
        expect((await client.send({ betas: EIGHT })).status).toBe(200);
        counts.push(client.count());
      }
      expect(counts[0]).toBeLessThanOrEqual(3);
      expect(Math.max(...counts.slice(1))).toBeLessThanOrEqual(2);
      expect(counts.slice(13)).toEqual(Array(7).fill(1));
      const good = EIGHT.filter((beta) => !bad.includes(beta));
      expect(client.sent.at(-1)).toEqual(good);
    });
  });

  it.each([1, 2, 7, 16, 32])('one of %i is found by halves', async (size) => {
    const betas = Array.from({ length: size }, (_, i) => `${toWord(i)}-2027-01-01`);
    const bad = betas[Math.floor(size * 0.7)] as string;
    const client = createClient(createRejector([bad], false));
    for (let i = 0; i <= Math.ceil(Math.log2(size)) + 3; i++) {
      expect((await client.send({ betas })).status).toBe(200);
      expect(client.count()).toBeLessThanOrEqual(3);
    }
    expect(client.sent.at(-1)).toEqual(betas.filter((beta) => beta !== bad));
  });
});

const toWord = (n: number): string =>
  `b${(n + 26).toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] as string)}`;

/** Many calls: the heap does not grow, and learned calls send one request. Runs on Node only. */
import { expect, it } from 'vitest';
import { betaRecovery } from '../../src/recovery/index.ts';
import { accept, type Call, createClient, createRejector } from './support/client.ts';

const FEW = 10_000;
const MANY = 50_000;
const MEGABYTE = 1_000_000;

it(`the heap after ${MANY} calls is that after ${FEW}`, async () => {
  const recover = betaRecovery();
  const bad = ['a-2027-01-01', 'task-budgets-2026-03-13'];
  const { signal } = new AbortController();
  const calls: Call[] = [
    { betas: [...bad, 'interleaved-thinking-2025-05-14'] },
    { betas: bad.slice(0, 1), key: 'key-2' },
    { body: { compaction: { type: 'summarize' } }, signal },
  ];
  let requests = 0;
  const server = createRejector(bad);
  const send = async (i: number): Promise<void> => {
    const flood = { key: `key-${i}`, body: { model: `claude-${i}` }, betas: bad };
    const call = i % 10 === 0 ? flood : (calls[i % calls.length] ?? {});
    // A client for each call, because a client of a test keeps what it sent.
    const client = createClient(server, {}, recover);
    const response = await client.send(call);
    await response.text();
    requests += client.count();
  };
  const sendUntil = async (from: number, to: number): Promise<number> => {
    for (let i = from; i < to; i++) await send(i);
    return measureHeap();
  };
  const few = await sendUntil(0, FEW);
  const many = await sendUntil(FEW, MANY);
  console.log(`heap: ${few} bytes after ${FEW} calls, ${many} after ${MANY}`);
  expect(many - few).toBeLessThan(MEGABYTE);
  // The flood learns anew in each of its calls; all others send one request.
  expect(requests).toBeLessThanOrEqual(MANY + MANY / 10 + 10);

  const clean = createClient(accept, {}, recover);
  await clean.send({ betas: bad });
  expect(clean.count()).toBe(1);
});

interface Node {
  readonly process: {
    memoryUsage(): { readonly heapUsed: number };
    getBuiltinModule(name: 'node:v8'): { setFlagsFromString(flag: string): void };
    getBuiltinModule(name: 'node:vm'): { runInNewContext(code: string): () => void };
  };
}

/** The heap after collections. */
function measureHeap(): number {
  const { process } = globalThis as unknown as Node;
  process.getBuiltinModule('node:v8').setFlagsFromString('--expose-gc');
  const collect = process.getBuiltinModule('node:vm').runInNewContext('gc');
  for (let i = 0; i < 5; i++) collect();
  return process.memoryUsage().heapUsed;
}

/**
 * One process that shares Deno KV: `memory-process.ts <database> <rejected>` sends a request
 * through the middleware, and prints the betas of each attempt as JSON.
 */
import {
  betaFetch,
  betaRecovery,
  kvMemory,
  type MemoryEntry,
  type SharedKv,
} from '../src/index.ts';

declare const Deno: {
  readonly args: string[];
  openKv(path: string): Promise<SharedKv & { close(): void }>;
};

const [database = '', rejected = ''] = Deno.args;
const attempts: string[] = [];
const kv = await Deno.openKv(database);
const memory = kvMemory(kv, { ttlMs: 60_000 });
const send = betaFetch({
  hosts: ['api.test'],
  fetch: (_, init) => {
    const betas = new Headers(init?.headers).get('anthropic-beta') ?? '';
    attempts.push(betas);
    const bad = rejected !== '' && betas.split(',').includes(rejected);
    return Promise.resolve(
      bad
        ? Response.json({ message: `Unsupported beta header: ${rejected}` }, { status: 400 })
        : Response.json({ type: 'message' }),
    );
  },
  recover: betaRecovery({ memory, memoryTimeoutMs: 60_000 }),
});
await send('https://api.test/v1/messages', {
  method: 'POST',
  headers: { 'x-api-key': 'none', 'anthropic-beta': 'a-2027-01-01,b-2027-01-01' },
  body: '{"model":"claude-opus-5-5"}',
});

// Ten at once: each adds an entry to the same key, and none is lost.
const toEntry = (beta: string): MemoryEntry => {
  const until = Date.now() + 60_000;
  return { beta, state: 'rejected', until, probeAt: until, probeEveryMs: 60_000 };
};
await Promise.all(
  Array.from({ length: 10 }, (_, i) => memory.add('many', [toEntry(`m${i}-2027-01-01`)])),
);
const short = kvMemory(kv, { ttlMs: 50, base: 'short' });
await short.add('k', [toEntry('x')]);
const listNames = async (): Promise<string[]> => (await short.get('k')).map(({ beta }) => beta);
const before = await listNames();
await new Promise((resolve) => setTimeout(resolve, 80));
console.log(
  JSON.stringify({
    attempts,
    many: (await memory.get('many')).length,
    before,
    after: await listNames(),
  }),
);
kv.close();

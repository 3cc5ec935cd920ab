/**
 * One of several processes that write to one key: `node memory-writer.ts <redis> <name> <count>`.
 */
import { Redis } from 'ioredis';
import { storageMemory } from '../../src/index.ts';

const [url = '', name = '', count = '0'] = process.argv.slice(2);
const client = new Redis(url);
const memory = storageMemory(client);
const until = Date.now() + 3_600_000;
await Promise.all(
  Array.from({ length: Number(count) }, (_, i) =>
    memory.add('contended', [
      {
        beta: `p${name}-${i}-2027-01-01`,
        state: 'rejected',
        until,
        probeAt: until,
        probeEveryMs: 60_000,
      },
    ]),
  ),
);
await client.quit();

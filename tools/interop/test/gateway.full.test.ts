/** Every client through the gateway, to every platform except Converse. */
import { expect, it } from 'vitest';
import { listClients } from '../src/gateway/clients.ts';
import { compareClients } from '../src/gateway/compare.ts';
import { PLATFORM_NAMES } from '../src/gateway/platforms.ts';
import { countEffects, formatTable } from '../src/gateway/table.ts';

it('makes the requests of every client work, and leaves the others as they are', async () => {
  const clients = await listClients();
  const cells = await compareClients(clients);
  console.log(formatTable(cells));
  expect(cells.filter(({ outcome }) => !outcome.ok)).toEqual([]);
  expect(new Set(cells.map(({ platform }) => platform))).toEqual(new Set(PLATFORM_NAMES));
  const names = new Set(clients.map(({ name }) => name));
  for (const name of ['@anthropic-ai/sdk', '@ai-sdk/anthropic', '@langchain/anthropic', 'curl'])
    expect(names).toContain(name);
  const { fixed, unchanged } = countEffects(cells);
  expect(fixed).toBeGreaterThan(300);
  expect(unchanged).toBeGreaterThan(400);
});

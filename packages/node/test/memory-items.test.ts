/** A storage with an item for each entry, which lists its keys by the beginning of their names. */
import { expect, it } from 'vitest';
import { type MemoryEntry, type SharedStorage, storageMemory } from '../src/index.ts';

function createItems() {
  const items = new Map<string, unknown>();
  const storage: SharedStorage = {
    getItem: async (key) => items.get(key) ?? null,
    setItem: async (key, value) => items.set(key, value),
    getKeys: async (base = '') => [...items.keys()].filter((key) => key.startsWith(base)),
    removeItem: async (key) => items.delete(key),
  };
  return { items, memory: storageMemory(storage) };
}

const toKey = (model: string): string => `0123 api.anthropic.com claude-api /v1/messages ${model}`;
const toEntry = (beta: string): MemoryEntry => ({
  beta,
  state: 'rejected',
  until: Date.now() + 3_600_000,
  probeAt: Date.now() + 60_000,
  probeEveryMs: 60_000,
});

it('keeps a model apart from those whose names begin with its name', async () => {
  const { memory } = createItems();
  await memory.add(toKey('claude-opus-4-1'), [toEntry('one-2027-01-01')]);
  expect(await memory.get(toKey('claude-opus-4'))).toEqual([]);
});

it('skips names that cannot be decoded', async () => {
  const { items, memory } = createItems();
  await memory.add(toKey('claude-opus-4'), [toEntry('one-2027-01-01')]);
  const [name = ''] = items.keys();
  items.set(`${name.slice(0, name.lastIndexOf(':'))}:%E0%A4%A`, {});
  const betas = (await memory.get(toKey('claude-opus-4'))).map(({ beta }) => beta);
  expect(betas).toEqual(['one-2027-01-01']);
});

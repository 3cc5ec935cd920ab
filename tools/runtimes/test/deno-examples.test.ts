import { expect, it } from 'vitest';
import { checkDenoExample } from '../src/deno-examples.ts';

it.each(['message.ts', 'serve.ts'] as const)(
  'the example %s needs exactly the permissions that it documents',
  async (name) => {
    const checks = await checkDenoExample(name);
    expect(checks.length).toBeGreaterThan(1);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  },
);

import { expect, it } from 'vitest';
import { checkDenoExample } from '../src/deno-examples.ts';

it.each(['message.ts', 'serve.ts'] as const)(
  'the example %s runs with the permissions that it names, and not with one less',
  async (name) => {
    const checks = await checkDenoExample(name);
    expect(checks.length).toBeGreaterThan(1);
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  },
);

import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import * as constants from '../src/index.ts';

const { VERSION, ...rest } = constants as unknown as Record<string, unknown>;
const values = Object.entries(rest).filter(
  (entry): entry is [string, string] => typeof entry[1] === 'string',
);

describe('the constants', () => {
  it('are named after their values', () => {
    expect(values.length).toBeGreaterThan(50);
    for (const [name, value] of values)
      expect(name).toBe(value.toUpperCase().replaceAll(/[-.]/g, '_'));
  });
  it('have distinct values that a header can carry', () => {
    expect(new Set(values.map(([, value]) => value)).size).toBe(values.length);
    for (const [, value] of values) expect(value).toMatch(/^[a-z0-9][a-z0-9.-]*$/);
  });
  it('have the version of the package', () => {
    expect(VERSION).toBe(packageJson.version);
  });
});

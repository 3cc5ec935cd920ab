import { describe, expect, it } from 'vitest';
import { betas, latest } from '../../src/index.ts';

describe('betas', () => {
  it('resolves a feature to its default beta, and a beta to itself', () => {
    expect(betas('compact', 'mcp-client-2025-04-04', 'compact')).toEqual([
      'compact-2026-09-04',
      'mcp-client-2025-04-04',
    ]);
  });

  it('prefers a public value to one of official clients', () => {
    expect(betas('structured-outputs')).toEqual(['structured-outputs-2025-11-13']);
  });

  it.each([
    ['mcp-clinet', 'mcp-client'],
    ['compact-2026-09-05', 'compact-2026-09-04'],
    ['Files-API', 'files-api'],
  ])('suggests the nearest name for %j', (typo, near) => {
    expect(() => betas(typo as never)).toThrow(new RegExp(`did you mean "${near}"`));
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'nothing-like-it-at-all-anywhere',
    'x'.repeat(10_000),
    'a\r\nb',
  ])('throws for %j', (name) => {
    expect(() => betas(name as never)).toThrow(RangeError);
  });
});

describe('latest', () => {
  it('returns the newest public beta of a feature', () => {
    expect(latest('mcp-client')).toBe('mcp-client-2026-09-15');
    expect(() => latest('mcp-clinet' as never)).toThrow(/did you mean "mcp-client"/);
  });
});

import { describe, expect, it } from 'vitest';
import { defaultCatalog } from '../../src/catalog/catalog.ts';
import { formatBetas, isBetaToken, mergeBetas, parseBetas } from '../../src/index.ts';
import { maskName } from '../../src/request/header.ts';

describe('parseBetas', () => {
  it.each([
    [undefined, []],
    [null, []],
    ['', []],
    [' , ,', []],
    ['a,b', ['a', 'b']],
    ['a, b,', ['a', 'b']],
    ['a,a,b,a', ['a', 'b']],
    [
      ['a,b', 'b,c'],
      ['a', 'b', 'c'],
    ],
  ])('reads %j', (value, expected) => {
    expect(parseBetas(value)).toEqual(expected);
  });

  it('never throws', () => {
    expect(parseBetas(5 as never)).toEqual(['5']);
    expect(parseBetas({} as never)).toHaveLength(1);
    expect(mergeBetas('a', 5 as never, null)).toEqual(['a', '5']);
  });

  it('keeps values that a header cannot carry', () => {
    expect(parseBetas('a b')).toEqual(['a b']);
    expect(isBetaToken('a b')).toBe(false);
  });
});

describe('formatBetas', () => {
  it('joins without spaces and duplicates', () => {
    expect(formatBetas(['a', 'b', 'a'])).toBe('a,b');
  });

  it('returns undefined for an empty list', () => {
    expect(formatBetas([])).toBeUndefined();
  });

  it.each(['a\r\nx-api-key: stolen', 'a\n', 'a\0', 'a b', 'a,b', '', 'beta-é'])(
    'refuses %j',
    (value) => {
      expect(() => formatBetas([value])).toThrow(TypeError);
    },
  );
});

describe('mergeBetas', () => {
  it('keeps every value in order', () => {
    expect(mergeBetas('b,a', undefined, ['c', 'a'], null, new Set(['d']))).toEqual([
      'b',
      'a',
      'c',
      'd',
    ]);
  });
});

describe('errors about a value', () => {
  it('do not contain a key', () => {
    expect(() => formatBetas(['Bearer sk-ant-api03-SECRET'])).toThrow(
      /^"\(\d+ characters\)" cannot be in/,
    );
  });
});

describe('maskName', () => {
  it('returns every beta and every possible misspelling unchanged', () => {
    for (const id of [
      ...defaultCatalog.betas.keys(),
      'Files-API-2025-04-14',
      'mcp_client_2025_11_20',
      'new-thing-2027-01-01',
    ])
      expect(maskName(id)).toBe(id);
  });

  it('hides keys, tokens and prompts', () => {
    const uuid = '3f2b8c1e-9d4a-4f6b-8a2e-1c5d7e9f0a3b';
    for (const stray of [
      'sk-ant-api03-abc',
      `Bearer ${'a1'.repeat(12)}`,
      'Bearer hunter2pass',
      uuid,
      'xoxb-1234567890-AbCd',
      'tell me a story',
      'x-'.repeat(40),
      'admin:hunter2',
      '4111-1111-1111-1111',
      '078-05-1120',
      'correct-horse-battery-staple',
      'hvs.CAESIJ-abc',
      'abcd-efgh-ijkl-mnop',
      '秘密-2026-01-01',
      'sk-ant-2026-01-01',
    ]) {
      expect(maskName(stray)).toBe(`(${stray.length} characters)`);
      expect(maskName(maskName(stray))).toBe(maskName(stray));
    }
  });
});

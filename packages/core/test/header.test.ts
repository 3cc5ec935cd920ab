import { describe, expect, it } from 'vitest';
import { formatBetas, isBetaToken, mergeBetas, parseBetas } from '../src/index.ts';

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

  it('keeps what a header cannot carry, so that the caller can judge it', () => {
    expect(parseBetas('a b')).toEqual(['a b']);
    expect(isBetaToken('a b')).toBe(false);
  });
});

describe('formatBetas', () => {
  it('joins without spaces and duplicates', () => {
    expect(formatBetas(['a', 'b', 'a'])).toBe('a,b');
  });

  it('has no empty header', () => {
    expect(formatBetas([])).toBeUndefined();
  });

  it.each(['a\r\nx-api-key: stolen', 'a\n', 'a\0', 'a b', 'a,b', '', 'beta-é'])('refuses %j', (value) => {
    expect(() => formatBetas([value])).toThrow(TypeError);
  });
});

describe('mergeBetas', () => {
  it('keeps everything, first come first', () => {
    expect(mergeBetas('b,a', undefined, ['c', 'a'], null, new Set(['d']))).toEqual(['b', 'a', 'c', 'd']);
  });
});

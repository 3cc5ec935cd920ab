import { describe, expect, it } from 'vitest';
import { isDay, readToday } from '../../src/request/day.ts';

describe('isDay', () => {
  it('accepts days that exist, and nothing else, also after each other', () => {
    const values = [
      '2026-11-30',
      '2026-02-30',
      '2026-11-30',
      '2024-02-29',
      '20261130',
      '',
      1,
      null,
    ];
    expect(values.map(isDay)).toEqual([true, false, true, true, false, false, false, false]);
  });
});

describe('readToday', () => {
  it('follows the clock over midnight, in both directions', () => {
    const { now } = Date;
    try {
      const read = (time: string): string => {
        Date.now = () => Date.parse(time);
        return readToday();
      };
      expect(read('2026-11-30T23:59:59.999Z')).toBe('2026-11-30');
      expect(read('2026-12-01T00:00:00.000Z')).toBe('2026-12-01');
      expect(read('2026-11-30T12:00:00.000Z')).toBe('2026-11-30');
    } finally {
      Date.now = now;
    }
  });
});

/** The trend that a soak is judged by. */
import { describe, expect, it } from 'vitest';
import { findGrowth, type Point } from './support/trend.ts';

const measure = (value: (seconds: number) => number): Point[] =>
  Array.from({ length: 12 }, (_, index) => [index * 10, value(index * 10)]);

describe('the growth', () => {
  it('is that of a steady leak', () => {
    expect(findGrowth(measure((seconds) => 5_000 + 300 * seconds))).toBeCloseTo(33_000);
  });

  it('is not changed by a few odd measurements', () => {
    expect(findGrowth(measure((seconds) => (seconds % 50 === 20 ? 900_000 : 7)))).toBe(0);
  });

  it('is zero without two measurements', () => {
    expect([findGrowth([]), findGrowth([[1, 5]])]).toEqual([0, 0]);
  });
});

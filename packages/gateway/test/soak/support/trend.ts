/** The trend of measurements over time. */

/** A value at a time in seconds. */
export type Point = readonly [seconds: number, value: number];

/**
 * Returns the median slope of all pairs of points, per second (Theil and Sen). A few odd points do
 * not change it.
 */
function findSlope(points: readonly Point[]): number {
  const slopes = points.flatMap(([x, y], index) =>
    points.slice(index + 1).map(([laterX, laterY]) => (laterY - y) / (laterX - x)),
  );
  return findMedian(slopes);
}

/** Returns the growth over the time of the points that the trend predicts. */
export function findGrowth(points: readonly Point[]): number {
  const [first = [0, 0]] = points;
  const last = points.at(-1) ?? first;
  return points.length < 2 ? 0 : findSlope(points) * (last[0] - first[0]);
}

function findMedian(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

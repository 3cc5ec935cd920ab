/** One measured value, with a reference measured at the same time and the project's own bound. */
export interface Metric {
  readonly name: string;
  /** The value with its unit, for display. */
  readonly value: string;
  /** The number that the bound applies to. */
  readonly number: number;
  /** The upper bound of `number`. */
  readonly bound: number;
  /** The reference, or the unit of `number`. */
  readonly against: string;
}

/** Measures one or more metrics. Calls `report` with a description of each step. */
export type Bench = (report: Report) => Promise<readonly Metric[]> | readonly Metric[];

/** Reports the step that begins. */
export type Report = (step: string) => void;

/** Returns the median of several measurements: of an even number, the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
}

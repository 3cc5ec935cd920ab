/** One measured figure: what it is, what it was measured against in the same minute, and the bound that the project sets itself. */
export interface Figure {
  readonly name: string;
  /** The value with its unit, as a reader wants it. */
  readonly value: string;
  /** The number that the bound is about. */
  readonly number: number;
  /** At most this. */
  readonly bound: number;
  /** What it was measured against. */
  readonly against: string;
}

/** A bench measures one or more figures; `say` tells what it is doing. */
export type Bench = (say: (what: string) => void) => Promise<readonly Figure[]> | readonly Figure[];

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}

/** A clock that a test moves, so that a slow machine makes nothing old. */

export interface Clock {
  /** Moves the time forward. */
  advance(ms: number): void;
}

/** Runs `test` with a clock that stands still until it is moved. */
export async function runWithClock(test: (clock: Clock) => Promise<void>): Promise<void> {
  const { now } = Date;
  let time = now();
  Date.now = () => time;
  try {
    await test({
      advance(ms) {
        time += ms;
      },
    });
  } finally {
    Date.now = now;
  }
}

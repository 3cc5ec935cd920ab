/** Progress on stderr of scans that take over a second. */
import type { TextStream } from '../../output.ts';

/** The display of progress. */
export interface Progress {
  /** Counts a file. */
  readonly update: (count: number) => void;
  /** Removes the display. */
  readonly end: () => void;
}

/** The time after which progress is shown, and the time between two updates. */
const FIRST_MS = 1_000;
const TERMINAL_MS = 200;
const LOG_MS = 10_000;

/** Creates a display: one line that changes in a terminal, else a line now and then. */
export function createProgress(
  stream: Pick<TextStream, 'isTTY' | 'write'>,
  now: () => number = () => performance.now(),
): Progress {
  let next = now() + FIRST_MS;
  let isShown = false;
  return {
    update: (count) => {
      // The clock costs more than a small file.
      if (count % 32 !== 0 || now() < next) return;
      next = now() + (stream.isTTY ? TERMINAL_MS : LOG_MS);
      isShown = true;
      const text = `scanned ${count} files …`;
      stream.write(stream.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end: () => {
      if (isShown && stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}

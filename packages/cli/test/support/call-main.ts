/** Calls the command line within the process of the test, which is faster. */
import { Readable } from 'node:stream';
import { findNewestDay } from '../../src/data-age.ts';
import { main } from '../../src/main.ts';
import type { Environment } from '../../src/output.ts';

/** The result of a call. */
export interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The surroundings of a call. */
export interface CallOptions {
  readonly env?: Environment;
  readonly isTTY?: boolean;
  /** The text on stdin. */
  readonly stdin?: string | Uint8Array;
  readonly stdinIsTTY?: boolean;
  /** The current day. Default: that of the data, so that it is never old. */
  readonly now?: string;
}

/** Calls `main` and collects what it writes. */
export async function callMain(
  args: readonly string[],
  { env = {}, isTTY = false, stdin = '', stdinIsTTY = false, now }: CallOptions = {},
): Promise<Called> {
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    stdout: { isTTY, write: (text) => (stdout += text) },
    stderr: { isTTY, write: (text) => (stderr += text) },
    env,
    stdin: Object.assign(Readable.from([stdin]), { isTTY: stdinIsTTY }),
    now: () => new Date(now ?? findNewestDay()),
  });
  return { code, stdout, stderr };
}

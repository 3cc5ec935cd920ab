/** Calls the command line within the process of the test, which is faster. */
import { main } from '../../src/main.ts';
import type { Environment } from '../../src/output.ts';

/** The result of a call. */
export interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Calls `main` and collects what it writes. */
export async function callMain(
  args: readonly string[],
  { env = {}, isTTY = false }: { readonly env?: Environment; readonly isTTY?: boolean } = {},
): Promise<Called> {
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    stdout: { isTTY, write: (text) => (stdout += text) },
    stderr: { isTTY, write: (text) => (stderr += text) },
    env,
  });
  return { code, stdout, stderr };
}

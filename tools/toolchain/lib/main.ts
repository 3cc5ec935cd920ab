import { note } from './note.ts';

/**
 * Runs a script and sets the exit code that it returns.
 * Prints an error without its stack unless DEBUG is set; the message says how to fix it.
 */
export async function runMain(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    note(
      process.env['DEBUG'] && error instanceof Error
        ? (error.stack ?? error.message)
        : error instanceof Error
          ? error.message
          : String(error),
    );
    process.exitCode = 1;
  }
}

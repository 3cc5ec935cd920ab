import { note } from './note.ts';

/** Runs a script: what it gives back is the exit code, and an error is told by its message, which is written to be enough. */
export async function main(run: () => Promise<number>): Promise<void> {
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

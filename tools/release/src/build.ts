import { note } from '../../toolchain/lib/note.ts';
import { reportTasks } from '../../toolchain/lib/task-report.ts';
import { runTurbo } from '../../toolchain/lib/turbo.ts';

/**
 * Builds the published packages, after emptying their output folders.
 * @throws {Error} if a package does not build
 */
export async function buildPackages(): Promise<void> {
  const { ok, tasks } = await runTurbo(['build'], ['--filter=./packages/*']);
  if (ok) return;
  for (const failure of reportTasks(tasks).failures) note(failure);
  throw new Error('The packages do not build; the reason is above. Nothing was released.');
}

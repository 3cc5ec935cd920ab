import { reportTasks } from '../../toolchain/lib/task-report.ts';
import { runTurbo } from '../../toolchain/lib/turbo.ts';

/**
 * Builds what is published, into folders that were emptied before.
 * @throws where one does not build
 */
export async function buildPackages(): Promise<void> {
  const { ok, tasks } = await runTurbo(['build'], ['--filter=./packages/*']);
  if (ok) return;
  reportTasks(tasks);
  throw new Error('The packages do not build; the reason is above. Nothing was released.');
}

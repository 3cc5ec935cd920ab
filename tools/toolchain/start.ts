/** `npm start`: generates, builds every package and the site, and prints a summary. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './lib/command.ts';
import { formatSeconds, note } from './lib/note.ts';
import { root } from './lib/root.ts';
import { formatSummary, type Generated } from './lib/summary.ts';
import { reportTasks } from './lib/task-report.ts';
import { runTurbo } from './lib/turbo.ts';
import { readPackages } from './lib/workspace.ts';

const started = performance.now();
process.exitCode = await start();

async function start(): Promise<number> {
  note('generating from packages/manifest …');
  const generated = await runCommand(process.execPath, [
    'tools/codegen/src/cli.ts',
    '--keep-overlay',
    '--json',
  ]);
  if (!generated.ok) {
    note(
      `${generated.output}\n\n` +
        'Nothing was built. Fix the problems above and run `npm start` again.',
    );
    return 1;
  }
  const packages = readPackages();
  note(`building ${packages.length} packages and the site …`);
  const { ok, tasks } = await runTurbo(['build'], []);
  if (!ok) {
    for (const failure of reportTasks(tasks).failures) note(failure);
    note('\nThe build failed. The reason is above. The generated files are kept.');
    return 1;
  }
  console.log(
    formatSummary(JSON.parse(generated.stdout) as Generated, {
      packages: packages.map((one) => ({ ...one, built: existsSync(join(one.folder, 'dist')) })),
      site: existsSync(join(root, 'docs', 'dist', 'index.html')),
      fromCache: tasks.filter((task) => task.cached).length,
      tasks: tasks.length,
      took: formatSeconds(started),
    }),
  );
  return 0;
}

/** `npm run check`: whether every generated file is what the manifest says. Never cached; exit 1 names the files and what mends them. */
import { spawnSync } from 'node:child_process';
import { root } from './lib/root.ts';

const ended = spawnSync(
  process.execPath,
  ['tools/codegen/src/cli.ts', '--check', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
if (ended.error) throw ended.error;
process.exitCode = ended.status ?? 1;

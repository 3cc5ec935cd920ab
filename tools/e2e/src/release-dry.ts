/** `npm run release:dry`: builds everything and releases it to a registry on this machine. */
import { mustRun } from '../../toolchain/lib/command.ts';
import { main } from '../../toolchain/lib/main.ts';
import { note, paint } from '../../toolchain/lib/note.ts';
import { releaseDry } from './release.ts';

await main(async () => {
  note('release: building every package');
  await mustRun('turbo', ['run', 'build', '--filter=./packages/*', '--output-logs=errors-only'], {
    show: true,
  });
  const checks = await releaseDry();
  for (const { name, ok, output } of checks) {
    console.log(`${ok ? paint('green', '✔') : paint('red', '✘')} ${name}`);
    if (!ok) note(output);
  }
  const failed = checks.filter((check) => !check.ok).length;
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});

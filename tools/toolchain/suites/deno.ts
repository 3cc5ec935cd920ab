import { runtimes } from '../../e2e/src/runtimes.ts';
import { command } from '../lib/command.ts';
import { type Suite, several } from '../lib/suite.ts';
import { readPackages } from '../lib/workspace.ts';

/** What JSR gets: typechecked by Deno, and accepted by a dry run of `deno publish`, which refuses slow types. */
export const deno: Suite = {
  name: 'deno',
  about: 'deno check and deno publish --dry-run for what JSR gets',
  async run() {
    const packages = readPackages().filter((one) => one.jsr);
    if (packages.length === 0) return { passed: 0, failed: 1, log: 'no package has a jsr.json or deno.json with a name and a version' };
    const { deno: binary } = runtimes();
    const checks = [];
    for (const { name, folder } of packages) {
      for (const args of [
        ['check', '--frozen=false', '.'],
        ['publish', '--dry-run', '--allow-dirty'],
      ]) {
        const ended = await command(binary, args, { cwd: folder, env: { NO_COLOR: '1' } });
        checks.push({ name: `${name}: deno ${args.join(' ')}`, ...ended });
      }
    }
    return several(checks);
  },
};

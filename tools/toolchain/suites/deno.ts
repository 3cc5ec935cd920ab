import { relative } from 'node:path';
import { runtimes } from '../../e2e/src/runtimes.ts';
import { command } from '../lib/command.ts';
import { root } from '../lib/root.ts';
import { type Suite, several } from '../lib/suite.ts';
import { readPackages } from '../lib/workspace.ts';

/** What JSR gets: typechecked by Deno, and accepted by a dry run of `deno publish`, which refuses slow types. */
export const deno: Suite = {
  name: 'deno',
  about: 'deno check and deno publish --dry-run for what JSR gets',
  async run() {
    const members = readPackages().filter((one) => one.jsr);
    if (members.length === 0) return { passed: 0, failed: 1, log: 'no package has a deno.json or jsr.json with a name and a version' };
    // From the root, whose deno.json joins the members: there they find one another here and not on JSR.
    const runs = [...members.map((one) => ['check', `${relative(root, one.folder)}/src`]), ['publish', '--dry-run', '--allow-dirty']];
    const checks = [];
    for (const args of runs) {
      checks.push({ name: `deno ${args.join(' ')}`, ...(await command(runtimes().deno, args, { env: { NO_COLOR: '1' } })) });
    }
    return several(checks);
  },
};

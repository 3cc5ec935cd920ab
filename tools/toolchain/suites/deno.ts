import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkDenoExamples } from '../../e2e/src/deno-examples.ts';
import { runtimes } from '../../e2e/src/runtimes.ts';
import { command } from '../lib/command.ts';
import { root } from '../lib/root.ts';
import { type Suite, several } from '../lib/suite.ts';
import { type Package, readPackages } from '../lib/workspace.ts';

/**
 * What JSR gets: typechecked by Deno, every symbol explained, accepted by a dry run of `deno publish`, which refuses slow types;
 * and the examples of the Deno package, in the docs and in their folder, typechecked and run with the permissions that they name.
 */
export const deno: Suite = {
  name: 'deno',
  about:
    'deno check, doc --lint and publish --dry-run for what JSR gets; its examples, with the least permissions',
  async run() {
    const members = readPackages().filter((one) => one.jsr);
    if (members.length === 0)
      return {
        passed: 0,
        failed: 1,
        log: 'no package has a deno.json or jsr.json with a name and a version',
      };
    const home = members.find((one) => one.name === '@beta-headers/deno');
    // From the root, whose deno.json joins the members: there they find one another here and not on JSR.
    const runs = [
      ...members.map((one) => ['check', `${relative(root, one.folder)}/src`]),
      // Together: a type that one member has from another is public there.
      ['doc', '--lint', '--quiet', ...members.flatMap(entries)],
      // The examples of core are written for Node; its tests compile them.
      ...(home
        ? [
            ['check', '--doc', ...entries(home)],
            [
              'check',
              ...['message.ts', 'serve.ts'].map(
                (name) => `${relative(root, home.folder)}/examples/${name}`,
              ),
            ],
          ]
        : []),
      ['publish', '--dry-run', '--allow-dirty'],
    ];
    const checks = [];
    for (const args of runs) {
      const shown = args.filter((arg) => !/\.ts$/.test(arg)).join(' ');
      checks.push({
        name: `deno ${shown}`,
        ...(await command(runtimes().deno, args, { env: { NO_COLOR: '1' } })),
      });
    }
    return several([...checks, ...(await checkDenoExamples())]);
  },
};

/** The modules that a member exports, from the root. */
function entries({ folder, jsr }: Package): string[] {
  const { exports } = JSON.parse(readFileSync(jsr?.file ?? '', 'utf8')) as {
    exports: string | Record<string, string>;
  };
  const files = typeof exports === 'string' ? [exports] : Object.values(exports);
  return files.map((file) => relative(root, join(folder, file)));
}

/** JSR gets sources: typechecked by Deno, every symbol explained, accepted by a dry run, which refuses slow types. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from '../../toolchain/lib/command.ts';
import { root } from '../../toolchain/lib/root.ts';
import { type Package, readPackages } from '../../toolchain/lib/workspace.ts';
import { runtimes } from '../src/index.ts';

const members = readPackages().filter((one) => one.jsr);
const home = members.find((one) => one.name === '@beta-headers/deno') as Package;

/** Runs from the root, whose deno.json joins the members: there they find one another here and not on JSR. */
async function deno(...args: readonly string[]): Promise<void> {
  const ended = await command(runtimes().deno, args, { env: { NO_COLOR: '1' } });
  expect(ended.ok, ended.output).toBe(true);
}

/** The modules that a member exports, from the root. */
function entries({ folder, jsr }: Package): string[] {
  const { exports } = JSON.parse(readFileSync(jsr?.file ?? '', 'utf8')) as {
    exports: string | Record<string, string>;
  };
  const files = typeof exports === 'string' ? [exports] : Object.values(exports);
  return files.map((file) => relative(root, join(folder, file)));
}

describe('the members of the JSR workspace', () => {
  it('are constants, core and deno at least', () => {
    const names = members.map((one) => one.name);
    expect(names).toEqual(
      expect.arrayContaining(['constants', 'core', 'deno'].map((one) => `@beta-headers/${one}`)),
    );
  });
  it.each(members)('$name typechecks', ({ folder }) =>
    deno('check', `${relative(root, folder)}/src`),
  );
  // Together: a type that one member has from another is public there.
  it('explain every symbol', () => deno('doc', '--lint', '--quiet', ...members.flatMap(entries)));
  it('are accepted by a dry run', () => deno('publish', '--dry-run', '--allow-dirty'));
});

describe('@beta-headers/deno', () => {
  it('has examples in its comments that typecheck', () => deno('check', '--doc', ...entries(home)));
  it.each(['message.ts', 'serve.ts'])('has an example %s that typechecks', (name) =>
    deno('check', `${relative(root, home.folder)}/examples/${name}`),
  );
});

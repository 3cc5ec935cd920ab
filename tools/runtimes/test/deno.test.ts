/** Checks the sources that JSR publishes: types, documentation, and a dry run (no slow types). */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../../toolchain/lib/command.ts';
import { root } from '../../toolchain/lib/root.ts';
import { type Package, readPackages } from '../../toolchain/lib/workspace.ts';
import { findRuntimes } from '../src/index.ts';

const members = readPackages().filter((one) => one.jsr);
const home = members.find((one) => one.name === '@beta-headers/deno') as Package;

/** Runs Deno from the root, whose deno.json resolves the members locally and not from JSR. */
async function runDeno(...args: readonly string[]): Promise<void> {
  const ended = await runCommand(findRuntimes().deno, args, { env: { NO_COLOR: '1' } });
  expect(ended.ok, ended.output).toBe(true);
}

/** Lists the modules that a member exports, relative to the root. */
function listEntries({ folder, jsr }: Package): string[] {
  const { exports } = JSON.parse(readFileSync(jsr?.file ?? '', 'utf8')) as {
    exports: string | Record<string, string>;
  };
  const files = typeof exports === 'string' ? [exports] : Object.values(exports);
  return files.map((file) => relative(root, join(folder, file)));
}

describe('the members of the JSR workspace', () => {
  it('include constants, core and deno', () => {
    const names = members.map((one) => one.name);
    expect(names).toEqual(
      expect.arrayContaining(['constants', 'core', 'deno'].map((one) => `@beta-headers/${one}`)),
    );
  });
  it.each(members)('$name typechecks', ({ folder }) =>
    runDeno('check', `${relative(root, folder)}/src`),
  );
  // In one call, so that a type of one member that another exports counts as public.
  it('document every symbol', () =>
    runDeno('doc', '--lint', '--quiet', ...members.flatMap(listEntries)));
  it('pass a dry run of the publication', () => runDeno('publish', '--dry-run', '--allow-dirty'));
});

describe('@beta-headers/deno', () => {
  it('has doc comments whose examples typecheck', () =>
    runDeno('check', '--doc', ...listEntries(home)));
  it.each(['message.ts', 'serve.ts'])('has an example %s that typechecks', (name) =>
    runDeno('check', `${relative(root, home.folder)}/examples/${name}`),
  );
});

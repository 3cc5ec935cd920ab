/**
 * Checks the published types with the compilers that users have, by running core's type tests on
 * the packed packages.
 */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { runCommand, runOrThrow } from '../../toolchain/lib/command.ts';
import type { OnCheck } from '../../toolchain/lib/results.ts';
import { root } from '../../toolchain/lib/root.ts';
import type { Tarball } from './bundle.ts';

/** The names of the compilers in package.json; the newest is the project's own. */
const COMPILERS = ['typescript-5.6', 'typescript-5.9', 'typescript-6', 'typescript'];

const require = createRequire(import.meta.url);

/** Checks the types of the packed packages with each compiler. */
export async function checkTypes(tarballs: readonly Tarball[], onCheck: OnCheck): Promise<void> {
  const project = join(root, '.cache', 'types');
  rmSync(project, { recursive: true, force: true });
  await installPackages(project, tarballs);
  writeFileSync(
    join(project, 'types.ts'),
    readFileSync(join(root, 'packages/core/test/types.test-d.ts'), 'utf8').replaceAll(
      '../src/index.ts',
      '@beta-headers/node',
    ),
  );
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: OPTIONS, files: ['types.ts'] }),
  );
  for (const name of COMPILERS) {
    const home = dirname(require.resolve(`${name}/package.json`));
    const { version, bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
      version: string;
      bin: { tsc: string };
    };
    const ended = await runCommand(process.execPath, [join(home, bin.tsc), '-p', project]);
    onCheck({
      name: `the types under TypeScript ${version}`,
      ok: ended.ok,
      output: ended.output,
    });
  }
}

/** Declarations are checked too; `lib` has what every supported runtime has. */
const OPTIONS = {
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'nodenext',
  strict: true,
  noEmit: true,
  skipLibCheck: false,
  types: [],
};

/** Unpacks the packages as npm would, and links the SDK that their types need. */
async function installPackages(project: string, tarballs: readonly Tarball[]): Promise<void> {
  for (const { name, file } of tarballs) {
    const home = join(project, 'node_modules', name);
    mkdirSync(home, { recursive: true });
    await runOrThrow('tar', ['-xzf', file, '-C', home, '--strip-components=1']);
  }
  mkdirSync(join(project, 'node_modules', '@anthropic-ai'), { recursive: true });
  symlinkSync(
    join(root, 'packages/node/node_modules/@anthropic-ai/sdk'),
    join(project, 'node_modules/@anthropic-ai/sdk'),
    'dir',
  );
}

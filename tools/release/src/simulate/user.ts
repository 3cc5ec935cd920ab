/** A user of the packages: an empty project that installs a release, and later the next one. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type CommandResult, runCommand, runOrThrow } from '../../../toolchain/lib/command.ts';

const PACKAGES = ['@beta-headers/node', '@beta-headers/manifest'];
const OPTIONS = {
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  module: 'nodenext',
  strict: true,
  noEmit: true,
  types: [],
};

/** The actions of a user. */
export interface User {
  install(version: string): Promise<void>;
  /** Typechecks a program with the installed packages. */
  compile(code: string): Promise<CommandResult>;
  /** Runs a program and returns its stdout. */
  run(code: string): Promise<string>;
  /** Reads a file of an installed package. */
  read(path: string): string;
}

export function createUser(folder: string, npmrc: string): User {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.npmrc'), npmrc);
  writeFileSync(
    join(folder, 'package.json'),
    '{ "name": "a-user", "private": true, "type": "module" }',
  );
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: OPTIONS, files: ['program.ts'] }),
  );
  const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
  const { bin } = JSON.parse(readFileSync(typescript, 'utf8')) as { bin: { tsc: string } };
  return {
    async install(version) {
      const wanted = PACKAGES.map((name) => `${name}@${version}`);
      await runOrThrow('npm', ['install', '--prefer-offline', '--save-exact', ...wanted], {
        cwd: folder,
      });
    },
    async compile(code) {
      writeFileSync(join(folder, 'program.ts'), code);
      return runCommand(process.execPath, [join(dirname(typescript), bin.tsc), '-p', folder]);
    },
    async run(code) {
      return runOrThrow(process.execPath, ['--input-type=module', '--eval', code], { cwd: folder });
    },
    read: (path) => readFileSync(join(folder, 'node_modules', path), 'utf8'),
  };
}

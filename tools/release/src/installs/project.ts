/** Empty projects, as a user creates them, and the cells that are tried in them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CommandResult, runCommand, runOrThrow } from '../../../toolchain/lib/command.ts';
import type { Tarball } from '../bundle.ts';

/** The surroundings of all projects. */
export interface Surroundings {
  /** The folder of the projects, outside of the repository. */
  readonly folder: string;
  /** The packages as files. */
  readonly tarballs: readonly Tarball[];
  /** The lines of an `.npmrc` that takes the packages from there. */
  readonly npmrc: string;
}

/** One cell of the table: a thing that is tried in a project. Throws if it does not work. */
export interface Cell {
  readonly name: string;
  run(): Promise<void>;
}

/** A row of cells in one project, which is created when the row runs. */
export interface Group {
  readonly name: string;
  prepare(surroundings: Surroundings): Promise<readonly Cell[]>;
}

/** The files of a project, by path. */
export type Files = Readonly<Record<string, string>>;

/** Creates the folder of a project. */
export function createProject(
  { folder, npmrc }: Pick<Surroundings, 'folder' | 'npmrc'>,
  name: string,
  files: Files = {},
  manifest: object = { type: 'module' },
): string {
  const project = join(folder, name);
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, '.npmrc'), npmrc);
  writeFileSync(
    join(project, 'package.json'),
    `${JSON.stringify({ name, version: '1.0.0', private: true, ...manifest }, undefined, 2)}\n`,
  );
  writeFiles(project, files);
  return project;
}

/** Writes files, and the folders that they need. */
export function writeFiles(project: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
}

/** Installs with npm, without scripts. */
export async function installWithNpm(
  project: string,
  ...packages: readonly string[]
): Promise<void> {
  await runOrThrow('npm', ['install', '--ignore-scripts', ...packages], {
    cwd: project,
    minutes: MINUTES,
  });
}

/** Stops a command that hangs. */
export const MINUTES = 15;

/** The variables of a program in a project. */
const ENVIRONMENT = { NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' };

/** Runs a program in a project. */
export const tryRun = (
  project: string,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> =>
  runCommand(program, args, { cwd: project, env: { ...ENVIRONMENT, ...env }, minutes: MINUTES });

/** Runs a program in a project. @throws {Error} unless it ends well and prints the text */
export async function expectOutput(
  project: string,
  program: string,
  args: readonly string[],
  text: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const ended = await tryRun(project, program, args, env);
  if (!ended.ok || !ended.output.includes(text))
    throw new Error(`expected "${text}" from ${program} ${args.join(' ')}\n${ended.output}`);
}

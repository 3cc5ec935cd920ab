/** The package managers, each in an empty project, beside the SDK 0.122. */
import { join } from 'node:path';
import { findRuntimes } from '@beta-headers/runtimes';
import { runOrThrow } from '../../../toolchain/lib/command.ts';
import { HEADER, MODULE, PACKAGES } from './program.ts';
import {
  type Cell,
  createProject,
  expectOutput,
  type Group,
  installWithNpm,
  MINUTES,
  type Surroundings,
} from './project.ts';

const YARN = '4.18.1';

const USE = { 'use.mjs': MODULE };

/** npm, pnpm, Yarn, Bun and Deno. */
export const MANAGERS: Group = {
  name: 'package managers',
  prepare: async (surroundings) => [
    useNpm(surroundings),
    usePnpm(surroundings),
    useYarn(surroundings, 'node-modules'),
    useYarn(surroundings, 'pnp'),
    useBun(surroundings),
    useDeno(surroundings),
  ],
};

const useNpm = (surroundings: Surroundings): Cell => ({
  name: 'npm',
  async run() {
    const project = createProject(surroundings, 'npm', USE);
    await installWithNpm(project, ...PACKAGES);
    // Fails for a peer that does not fit.
    await runOrThrow('npm', ['ls', '--all'], { cwd: project, minutes: MINUTES });
    await expectOutput(project, process.execPath, ['use.mjs'], HEADER);
  },
});

const usePnpm = (surroundings: Surroundings): Cell => ({
  name: 'pnpm',
  async run() {
    const project = createProject(surroundings, 'pnpm', {
      ...USE,
      // Without this file, a workspace in a parent folder would include the project.
      'pnpm-workspace.yaml': 'strictPeerDependencies: true\npmOnFail: ignore\n',
    });
    await runOrThrow('pnpm', ['add', '--ignore-scripts', ...PACKAGES], {
      cwd: project,
      minutes: MINUTES,
    });
    await expectOutput(project, process.execPath, ['use.mjs'], HEADER);
  },
});

/** Yarn gets the tarballs themselves: its agent breaks off downloads from the local registry. */
const useYarn = (surroundings: Surroundings, linker: 'node-modules' | 'pnp'): Cell => ({
  name: `Yarn, ${linker}`,
  async run() {
    const files = Object.fromEntries(
      surroundings.tarballs.map(({ name, file }) => [name, `file:${file}`]),
    );
    const dependencies = Object.fromEntries(
      PACKAGES.map((one) => {
        const [name = '', version] = one.split(/(?<=.)@/);
        return [name, version ?? files[name]];
      }),
    );
    const project = createProject(
      surroundings,
      `yarn-${linker}`,
      { ...USE, 'yarn.lock': '', '.yarnrc.yml': await writeYarnConfig(linker) },
      { type: 'module', dependencies, resolutions: files },
    );
    const tools = createProject(surroundings, `yarn-${linker}-program`);
    await installWithNpm(tools, `@yarnpkg/cli-dist@${YARN}`);
    const yarn = join(tools, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js');
    await runOrThrow(process.execPath, [yarn, 'install', '--no-immutable'], {
      cwd: project,
      minutes: MINUTES,
    });
    await expectOutput(project, process.execPath, [yarn, 'node', 'use.mjs'], HEADER);
  },
});

/** Yarn does not read `.npmrc`. */
async function writeYarnConfig(linker: string): Promise<string> {
  const upstream = (await runOrThrow('npm', ['config', 'get', 'registry'])).trim();
  return [
    `nodeLinker: ${linker}`,
    'enableTelemetry: false',
    'enableGlobalCache: false',
    'enableScripts: false',
    `npmRegistryServer: ${JSON.stringify(upstream)}`,
    `unsafeHttpWhitelist: [${JSON.stringify(new URL(upstream).hostname)}]`,
    '',
  ].join('\n');
}

const useBun = (surroundings: Surroundings): Cell => ({
  name: 'Bun',
  async run() {
    const { bun } = findRuntimes();
    const project = createProject(surroundings, 'bun', USE);
    await runOrThrow(bun, ['add', '--ignore-scripts', ...PACKAGES], {
      cwd: project,
      minutes: MINUTES,
    });
    await expectOutput(project, bun, ['run', 'use.mjs'], HEADER);
  },
});

const useDeno = (surroundings: Surroundings): Cell => ({
  name: 'Deno',
  async run() {
    const { deno } = findRuntimes();
    const project = createProject(surroundings, 'deno', { ...USE, 'deno.json': '{}\n' });
    const names = PACKAGES.map((name) => `npm:${name}`);
    const env = { DENO_DIR: join(project, 'cache') };
    // The packages were published a moment ago.
    const args = ['add', '--minimum-dependency-age=0', ...names];
    await runOrThrow(deno, args, { cwd: project, env, minutes: MINUTES });
    await expectOutput(project, deno, ['run', '--allow-all', 'use.mjs'], HEADER, env);
  },
});

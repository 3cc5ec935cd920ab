/** Builds for browsers and workers, from the packages as they are published. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRuntimes } from '@beta-headers/runtimes';
import { runInWorkerd } from '@beta-headers/runtimes/workerd';
import { build } from 'esbuild';
import { HEADER, PORTABLE } from './program.ts';
import {
  type Cell,
  createProject,
  expectOutput,
  type Group,
  installWithNpm,
  tryRun,
} from './project.ts';

const VITE = 'vite@8.4.0';
const WEBPACK = ['webpack@5.113.0', 'webpack-cli@6.0.1'];
const OURS = ['@beta-headers/node', '@beta-headers/core', '@beta-headers/constants'];

const MAIN = "import { send } from './send.mjs';\nconsole.log(await send());\n";
const WORKER =
  "import { send } from './send.mjs';\n" +
  'export default { fetch: async () => new Response(await send()) };\n';
const VITE_CONFIG = `export default {
  build: { lib: { entry: 'main.mjs', formats: ['es'], fileName: () => 'main.mjs' }, outDir: 'vite' },
};
`;
const WEBPACK_CONFIG = `export default {
  mode: 'production',
  target: 'web',
  entry: './main.mjs',
  experiments: { outputModule: true },
  output: { path: import.meta.dirname + '/webpack', filename: 'main.mjs', module: true },
};
`;

/** esbuild, Vite, webpack and workerd. */
export const BUNDLERS: Group = {
  name: 'bundlers and workers',
  async prepare(surroundings) {
    const project = createProject(surroundings, 'bundlers', {
      'send.mjs': PORTABLE,
      'main.mjs': MAIN,
      'worker.mjs': WORKER,
      'vite.config.mjs': VITE_CONFIG,
      'webpack.config.mjs': WEBPACK_CONFIG,
    });
    await installWithNpm(project, ...OURS, VITE, ...WEBPACK);
    return [
      useEsbuild(project),
      useProgram(project, 'Vite build', ['node_modules/vite/bin/vite.js', 'build'], 'vite'),
      useProgram(
        project,
        'webpack for the web',
        ['node_modules/webpack/bin/webpack.js'],
        'webpack',
      ),
      useWorkerd(project),
    ];
  },
};

const useEsbuild = (project: string): Cell => ({
  name: 'esbuild --platform=browser',
  async run() {
    await bundle(project, 'main.mjs', 'esbuild/main.mjs', 'browser', []);
    await expectBrowserBundle(project, 'esbuild/main.mjs');
  },
});

const useProgram = (project: string, name: string, args: string[], output: string): Cell => ({
  name,
  async run() {
    const ended = await tryRun(project, process.execPath, args);
    if (!ended.ok) throw new Error(ended.output);
    await expectBrowserBundle(project, `${output}/main.mjs`);
  },
});

const useWorkerd = (project: string): Cell => ({
  name: 'workerd without nodejs_compat',
  async run() {
    const conditions = ['workerd', 'worker', 'browser'];
    await bundle(project, 'worker.mjs', 'workerd/worker.mjs', 'neutral', conditions);
    const answer = await runInWorkerd(findRuntimes().workerd, join(project, 'workerd/worker.mjs'));
    if (!answer.ok || answer.text !== HEADER) throw new Error(answer.text);
  },
});

async function bundle(
  project: string,
  entry: string,
  output: string,
  platform: 'browser' | 'neutral',
  conditions: string[],
): Promise<void> {
  await build({
    absWorkingDir: project,
    entryPoints: [entry],
    outfile: output,
    bundle: true,
    format: 'esm',
    platform,
    logLevel: 'silent',
    ...(conditions.length > 0 && { conditions: ['import', ...conditions] }),
  });
}

/**
 * Checks that a bundle imports no module of Node and prints the header. Node can run it, because it
 * needs only Web APIs.
 */
async function expectBrowserBundle(project: string, file: string): Promise<void> {
  const text = readFileSync(join(project, file), 'utf8');
  const found = /\bfrom\s*["']node:\w+|\bimport\s*\(?\s*["']node:\w+|require\(["']node:\w+/.exec(
    text,
  );
  if (found) throw new Error(`${file} has ${found[0]}`);
  await expectOutput(project, process.execPath, [file], HEADER);
}

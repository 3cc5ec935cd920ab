import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../../toolchain/lib/root.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * The folders of the tests that run on every runtime. These tests may import only their package,
 * vitest, fast-check and JSON.
 */
export const TESTS: readonly string[] = ['packages/core/test', 'packages/grammar/test'];

/** The prefix of the line that contains the results. */
export const MARK = 'portable-results:';

/** The runs per property. Few, because they test the runtime; vitest tests the engine. */
const RUNS = 100;

/** The two entry points: `main.mjs` prints the results, `worker.mjs` responds with them. */
export interface Bundle {
  readonly main: string;
  readonly worker: string;
}

/** Bundles every test file below the given folders, which are relative to the root. */
export async function bundleTests(
  folder: string,
  tests: readonly string[] = TESTS,
): Promise<Bundle> {
  const files = tests
    .flatMap(listTests)
    .map((path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(`./${path}`)})`)
    .join(',\n');
  const start = [
    `import { runFiles } from ${JSON.stringify(join(here, 'run.ts'))};`,
    `const results = () => runFiles({\n${files}\n});\n`,
  ].join('\n');
  const print = `console.log(${JSON.stringify(MARK)} + JSON.stringify(await results()));\n`;
  const respond = 'export default { fetch: async () => Response.json(await results()) };\n';
  const main = join(folder, 'main.mjs');
  const worker = join(folder, 'worker.mjs');
  await Promise.all([buildEntry(main, start + print), buildEntry(worker, start + respond)]);
  return { main, worker };
}

function listTests(tests: string): string[] {
  const names = readdirSync(join(root, tests), { recursive: true, encoding: 'utf8' })
    .map((name) => `${tests}/${name}`.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('.full.test.ts'))
    .sort();
  if (names.length === 0)
    throw new Error(`${tests} has no *.test.ts. Correct the folders in bundle.ts.`);
  return names;
}

async function buildEntry(outfile: string, contents: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts', sourcefile: 'portable-entry.ts' },
    outfile,
    bundle: true,
    format: 'esm',
    // Makes the bundle fail if a package or its tests import a Node built-in.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'default'],
    target: 'es2023',
    define: { 'globalThis.process.env.FAST_CHECK_RUNS': JSON.stringify(RUNS) },
    alias: { vitest: join(here, 'vitest.ts') },
    logLevel: 'silent',
  });
}

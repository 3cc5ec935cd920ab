import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { root } from '../../../toolchain/lib/root.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Where the tests are of what runs everywhere; they may import their package, vitest, fast-check and
 * JSON, nothing else.
 */
export const TESTS: readonly string[] = ['packages/core/test', 'packages/grammar/test'];

/** The marker before the one line that a runtime prints. */
export const MARK = 'portable-results:';

/** Each property is tried this often on each runtime: the engine has proved it under vitest, here the runtime is tried. */
const RUNS = 100;

/** The same tests twice: `main.mjs` prints the results, `worker.mjs` answers a request with them. */
export interface Bundle {
  readonly main: string;
  readonly worker: string;
}

/** Bundles every test file below these folders, which are relative to the root. */
export async function bundle(folder: string, tests: readonly string[] = TESTS): Promise<Bundle> {
  const files = tests
    .flatMap(listTests)
    .map((path) => `${JSON.stringify(path)}: () => import(${JSON.stringify(`./${path}`)})`)
    .join(',\n');
  const start = `import { runFiles } from ${JSON.stringify(join(here, 'run.ts'))};\nconst results = () => runFiles({\n${files}\n});\n`;
  const print = `console.log(${JSON.stringify(MARK)} + JSON.stringify(await results()));\n`;
  const answer = 'export default { fetch: async () => Response.json(await results()) };\n';
  const main = join(folder, 'main.mjs');
  const worker = join(folder, 'worker.mjs');
  await Promise.all([write(main, start + print), write(worker, start + answer)]);
  return { main, worker };
}

function listTests(tests: string): string[] {
  const names = readdirSync(join(root, tests), { recursive: true, encoding: 'utf8' })
    .map((name) => `${tests}/${name}`.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('.full.test.ts'))
    .sort();
  if (names.length === 0)
    throw new Error(`${tests} has no *.test.ts, so there is nothing to run on other runtimes`);
  return names;
}

async function write(outfile: string, contents: string): Promise<void> {
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts', sourcefile: 'portable-entry.ts' },
    outfile,
    bundle: true,
    format: 'esm',
    // Neutral: an import of a Node built-in in a package or its tests fails here, by name.
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import', 'default'],
    target: 'es2023',
    define: { 'globalThis.process.env.FAST_CHECK_RUNS': JSON.stringify(RUNS) },
    alias: { vitest: join(here, 'vitest.ts') },
    logLevel: 'silent',
  });
}

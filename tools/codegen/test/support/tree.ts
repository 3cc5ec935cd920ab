/** Copies the inputs of a run, so that tests can edit them, kill a run and check the result. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listFiles } from '../../src/writer.ts';
import type { Action, Counted } from './moments.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const INPUTS = [
  'packages/manifest/features',
  'packages/manifest/models.yaml',
  'packages/manifest/platforms.yaml',
  'packages/manifest/sources.yaml',
  'packages/manifest/fixes.yaml',
  'packages/manifest/not-betas.yaml',
  'packages/manifest/errors.yaml',
  'packages/manifest/sdks.yaml',
  'packages/manifest/clients.yaml',
  'packages/manifest/api-versions.yaml',
  'packages/manifest/surface-known.yaml',
  'packages/manifest/surface.json',
  'packages/manifest/released.json',
  'packages/manifest/sources.yaml',
  'packages/manifest/errors.yaml',
  'packages/manifest/error-terms.yaml',
  'packages/manifest/fixes.yaml',
  'packages/manifest/surface-ignore.yaml',
  'packages/manifest/surface.json',
  'packages/constants/package.json',
  'tools/codegen/package.json',
];

/** The result of a child process. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Makes a tree with the manifest and without generated files, or a copy of a tree. */
export function makeTree(original?: string): string {
  const root = mkdtempSync(join(tmpdir(), 'beta-headers-tree-'));
  if (original !== undefined) {
    cpSync(original, root, { recursive: true });
    return root;
  }
  for (const path of INPUTS) {
    try {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      cpSync(join(repository, path), join(root, path), { recursive: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  return root;
}

/** Reads all files of a tree except the stamp. */
export function readTree(root: string): Record<string, string> {
  const paths = listFiles(root, '.').filter((path) => path !== './.cache/generate.json');
  return Object.fromEntries(
    paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

/** Removes a tree. */
export const removeTree = (root: string): void => rmSync(root, { recursive: true, force: true });

/**
 * Generates a tree in a child process. `action`, an edit or SIGKILL, happens before the file system
 * call with the number `moment`.
 */
export async function generateIn(
  root: string,
  counted: Counted,
  moment = 0,
  action: Action = null,
): Promise<Ended & { readonly calls: number }> {
  const generate = pathToFileURL(join(repository, 'tools/codegen/src/generate.ts')).href;
  const script = `
    import { generate } from ${JSON.stringify(generate)};
    import { countCalls } from ${JSON.stringify(new URL('moments.ts', import.meta.url).href)};
    const calls = countCalls(${JSON.stringify([counted, moment, action, root]).slice(1, -1)});
    await generate(${JSON.stringify({ root })});
    console.log(JSON.stringify({ calls: calls() }));`;
  const ended = await run(['--input-type=module-typescript', '-e', script]);
  const { calls } =
    ended.code === 0 ? (JSON.parse(ended.stdout) as { calls: number }) : { calls: 0 };
  return { ...ended, calls };
}

function run(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: join(repository, 'tools/codegen') });
    const text = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk));
    child.stderr.on('data', (chunk: Buffer) => (text.stderr += chunk));
    child.once('close', (code, signal) => resolve({ code, signal, ...text }));
  });
}

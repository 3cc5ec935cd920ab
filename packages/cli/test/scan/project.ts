/** Writes small projects, and scans them in a process of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Finished, runCli } from '../support/run-cli.ts';

/** Writes a project to a folder of its own, until the test ends. */
export function writeProject(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cli-scan-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Runs `scan` in a folder. */
export const scan = (cwd: string, ...args: string[]): Promise<Finished> =>
  runCli(['scan', ...args], { cwd });

/** A file with one value to remove. */
export const OLD: string = `const betas = ['pdfs-2024-09-25', 'compact-2026-09-04'];\n`;
/** The same file after `--fix`. */
export const FIXED: string = `const betas = ['compact-2026-09-04'];\n`;
/** A file without a warning. */
export const CURRENT: string = `const betas = ['compact-2026-09-04'];\n`;

/** Lists the paths of the findings, each once. */
export const listPaths = (stdout: string): string[] => [
  ...new Set(
    (JSON.parse(stdout) as { findings: { path: string }[] }).findings.map(({ path }) => path),
  ),
];

import { spawn } from 'node:child_process';

/** The result of a program. */
export interface ProgramResult {
  readonly ok: boolean;
  readonly stdout: string;
  /** stdout and stderr together, in the order in which they were written. */
  readonly output: string;
}

/**
 * Runs a program without a shell. Like all code that publishes, it imports only Node, so that no
 * dependency runs in the job that may publish.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  options: { readonly cwd?: string } = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', ({ message }) => resolve({ ok: false, stdout, output: output + message }));
    child.on('close', (code) => resolve({ ok: code === 0, stdout, output: output.trim() }));
  });
}

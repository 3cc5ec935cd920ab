/** Runs Python programs with stand-ins of the clients. */
import { fileURLToPath } from 'node:url';
import { run } from './programs.ts';

/** The call of a client that a program made. */
export interface PythonCall {
  /** The class of the client, or the service of boto3. */
  readonly client: string;
  readonly call: string;
  readonly arguments: readonly unknown[];
  readonly keywords: Readonly<Record<string, unknown>>;
}

const runner = fileURLToPath(new URL('./run_python.py', import.meta.url));

/** Runs programs by name in one process. @throws if one fails, or makes more than one call */
export async function runPython(
  programs: Readonly<Record<string, string>>,
  env: Record<string, string> = {},
): Promise<Readonly<Record<string, PythonCall>>> {
  const { code, output, stdout } = await run('python3', [runner], {
    stdin: JSON.stringify(programs),
    env: { PYTHONIOENCODING: 'utf-8', ...env },
  });
  if (code !== 0) throw new Error(`a program failed:\n${output}`);
  return JSON.parse(stdout) as Record<string, PythonCall>;
}

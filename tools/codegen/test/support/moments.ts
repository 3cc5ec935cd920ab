/** Counts the file system calls of a run, to act at a given moment. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

type Call =
  | 'readFileSync'
  | 'readdirSync'
  | 'writeFileSync'
  | 'renameSync'
  | 'rmSync'
  | 'mkdirSync';
const WRITES: readonly Call[] = ['writeFileSync', 'renameSync', 'rmSync', 'mkdirSync'];

/** The kind of calls that are counted. */
export type Counted = 'write' | 'any';

/** An edit of one file, or SIGKILL. */
export type Action =
  | 'kill'
  | { readonly file: string; readonly from: string; readonly to: string }
  | null;

/**
 * Runs the action before the call with the given number. Returns a function that counts the calls.
 */
export function countCalls(
  counted: Counted,
  moment: number,
  action: Action,
  root: string,
): () => number {
  let calls = 0;
  const { readFileSync, writeFileSync } = fs;
  const act = (): void => {
    if (action === 'kill') process.kill(process.pid, 'SIGKILL');
    else if (action) {
      const path = join(root, action.file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(action.from, action.to));
    }
  };
  const names: readonly Call[] =
    counted === 'write' ? WRITES : ['readFileSync', 'readdirSync', ...WRITES];
  for (const name of names) {
    const original = fs[name] as (...args: unknown[]) => unknown;
    const replacement = (...args: unknown[]): unknown => {
      if (String(args[0]).startsWith(root) && ++calls === moment) act();
      return original(...args);
    };
    Object.assign(fs, { [name]: replacement });
  }
  syncBuiltinESMExports();
  return () => calls;
}

/** Finds the program that a command names, and the form in which Windows can start it. */
import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { Environment } from '../output.ts';

/** The arguments of `spawn`. */
export interface SpawnForm {
  readonly file: string;
  readonly args: readonly string[];
  /** True if the arguments are quoted already, for `cmd.exe`. */
  readonly verbatim: boolean;
}

/** The system on which a program is started. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly env: Environment;
  readonly cwd: string;
  /** Checks a file: it can be started, it only exists, or it does not exist. */
  readonly check: (path: string) => 'executable' | 'file' | 'none';
}

/** The result of a search: a program, or the reason why there is none. */
export type Found =
  | { readonly form: SpawnForm }
  | { readonly problem: 'not-found' | 'not-executable'; readonly path?: string };

/** Finds a program as a shell does. On Windows, a script is started by `cmd.exe`. */
export function findProgram(command: string, args: readonly string[], system: System): Found {
  const found = search(command, system);
  if (found.path === undefined || found.state !== 'executable')
    return found.path === undefined
      ? { problem: 'not-found' }
      : { problem: 'not-executable', path: found.path };
  const { path } = found;
  if (system.platform === 'win32' && /\.(?:cmd|bat)$/i.test(path))
    return { form: wrapScript(path, args, system.env) };
  return { form: { file: path, args, verbatim: false } };
}

/** Checks a file of this machine. */
export function checkFile(path: string): 'executable' | 'file' | 'none' {
  try {
    if (!statSync(path).isFile()) return 'none';
    accessSync(path, constants.X_OK);
    return 'executable';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? 'file' : 'none';
  }
}

interface SearchResult {
  readonly path?: string;
  readonly state?: 'executable' | 'file';
}

/** Tries every folder of PATH, and on Windows every extension of PATHEXT. */
function search(command: string, { platform, env, cwd, check }: System): SearchResult {
  const isWindows = platform === 'win32';
  const path = isWindows ? win32 : posix;
  const hasFolder = isWindows ? /[\\/:]/.test(command) : command.includes('/');
  const folders = hasFolder ? [cwd] : readVariable(env, 'PATH', isWindows).split(path.delimiter);
  const extensions = isWindows ? listExtensions(command, env) : [''];
  let plain: string | undefined;
  for (const folder of folders) {
    if (folder === '' && isWindows) continue;
    for (const extension of extensions) {
      const file = path.resolve(cwd, folder, `${command}${extension}`);
      const state = check(file);
      if (state === 'executable') return { path: file, state };
      if (state === 'file') plain ??= file;
    }
  }
  return plain === undefined ? {} : { path: plain, state: 'file' };
}

/** Windows starts only files with an extension of PATHEXT. */
function listExtensions(command: string, env: Environment): string[] {
  const known = (readVariable(env, 'PATHEXT', true) || '.COM;.EXE;.BAT;.CMD')
    .split(';')
    .filter((extension) => extension !== '');
  const has = known.some((extension) => command.toLowerCase().endsWith(extension.toLowerCase()));
  return has ? ['', ...known] : known;
}

/** Reads a variable. On Windows, the letter case of names does not matter. */
function readVariable(env: Environment, name: string, anyCase: boolean): string {
  const own = env[name];
  if (own !== undefined || !anyCase) return own ?? '';
  const key = Object.keys(env).find((other) => other.toUpperCase() === name);
  return (key === undefined ? undefined : env[key]) ?? '';
}

/**
 * Wraps a script for `cmd.exe`, as Node starts no `.cmd` file without a shell. `cmd.exe` reads the
 * command line a second time, so every special character is escaped; twice for the shims of npm.
 */
function wrapScript(path: string, args: readonly string[], env: Environment): SpawnForm {
  const isShim = /node_modules[\\/]\.bin[\\/][^\\/]+\.cmd$/i.test(path);
  const line = [
    escapeForCmd(win32.normalize(path)),
    ...args.map((argument) => {
      const escaped = escapeForCmd(quoteForWindows(argument));
      return isShim ? escapeForCmd(escaped) : escaped;
    }),
  ].join(' ');
  return {
    file: readVariable(env, 'COMSPEC', true) || 'cmd.exe',
    args: ['/d', '/s', '/c', `"${line}"`],
    verbatim: true,
  };
}

const escapeForCmd = (text: string): string => text.replace(/[()\][%!^"`<>&|;, *?]/g, '^$&');

/** Quotes an argument as the C runtime of Windows reads it: backslashes before a quote double. */
function quoteForWindows(argument: string): string {
  const quoted: string[] = [];
  let backslashes = 0;
  for (const character of argument) {
    if (character === '"') quoted.push('\\'.repeat(backslashes + 1));
    quoted.push(character);
    backslashes = character === '\\' ? backslashes + 1 : 0;
  }
  return `"${quoted.join('')}${'\\'.repeat(backslashes)}"`;
}

/** Finds, installs or reports as missing the programs that tests need and npm does not provide. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runCommand } from './command.ts';
import { note } from './note.ts';

/** A program and the Debian package that contains it. */
export interface Program {
  readonly title: string;
  readonly package: string;
  /** The environment variable that overrides the search. */
  readonly variable: string;
  /** Full paths, or names to look up in PATH. */
  readonly places: readonly string[];
}

/** The path of a program that starts, or the reason why there is none. */
export type Found = { readonly path: string } | { readonly missing: string };

export const CHROMIUM: Program = {
  title: 'Chromium',
  package: 'chromium',
  variable: 'CHROME_PATH',
  places: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

export const REDIS: Program = {
  title: 'Redis',
  package: 'redis-server',
  variable: 'REDIS_SERVER',
  places: ['redis-server', '/opt/homebrew/bin/redis-server'],
};

/** Always searched, because the PATH of a service may lack them. */
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin'];

/**
 * Finds a program that starts: from its variable, or from the usual places.
 * An empty variable means that there is none.
 * @throws if the variable does not name a program
 */
export function findProgram(program: Program): Found {
  const named = process.env[program.variable];
  if (named === '') return { missing: `${program.variable} is empty` };
  if (named !== undefined && !isProgram(named)) {
    throw new Error(
      `${program.variable} is ${named}, which is not a program. Correct or unset it.`,
    );
  }
  const path = named ?? searchPlaces(program.places);
  if (path === undefined) return { missing: 'not found' };
  const started = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 60_000 });
  if (started.status === 0) return { path };
  const reason = started.error?.message ?? readLastLine(started.stderr) ?? `exit ${started.status}`;
  return { missing: `${path} does not start: ${reason}` };
}

/** Finds a program, or installs it with apt-get if allowed. Never uses sudo. */
export async function ensureProgram(program: Program): Promise<Found> {
  const found = findProgram(program);
  if ('path' in found || process.env[program.variable] !== undefined || !mayInstall()) return found;
  note(`installing ${program.title} with apt-get …`);
  for (const args of [
    ['update'],
    ['install', '--yes', '--no-install-recommends', program.package],
  ]) {
    const ended = await runCommand('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (!ended.ok) {
      const reason = readLastLine(ended.output) ?? 'no reason given';
      return { missing: `${found.missing}, and \`apt-get ${args[0]}\` failed: ${reason}` };
    }
  }
  return findProgram(program);
}

/** Explains in one line how to get a missing program. */
export function explainMissing(program: Program, missing: string): string {
  return (
    `${program.title} is missing (${missing}), so the tests that need it are skipped. ` +
    `On Debian and Ubuntu: apt-get install ${program.package}. ` +
    `Elsewhere: set ${program.variable} to its path.`
  );
}

/** Allows an installation on Debian in CI or as root. */
function mayInstall(): boolean {
  if (!existsSync('/etc/debian_version')) return false;
  return Boolean(process.env['CI']) || process.getuid?.() === 0;
}

function searchPlaces(places: readonly string[]): string | undefined {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const folders = [...new Set([...path, ...USUAL_FOLDERS])];
  return places
    .flatMap((place) => (/[\\/]/.test(place) ? [place] : folders.map((one) => join(one, place))))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function readLastLine(text: string | undefined): string | undefined {
  return text?.trim().split('\n').at(-1) || undefined;
}

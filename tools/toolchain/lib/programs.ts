/** Programs that tests need and npm does not have: found, installed where that is allowed, or reported as missing. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { command } from './command.ts';
import { note } from './note.ts';

/** A program, and Debian's package of it. */
export interface Program {
  readonly title: string;
  readonly package: string;
  /** The environment variable that names the program where it is somewhere else. */
  readonly variable: string;
  /** Full paths, and names to look for in PATH. */
  readonly places: readonly string[];
}

/** A program that starts, or why there is none. */
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

/** Always searched as well: a service's PATH may lack them. */
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin'];

/**
 * Finds a program that starts: the one that its variable names, or one in a usual place. An empty variable means none.
 * @throws where the variable names something that is not a program
 */
export function findProgram(program: Program): Found {
  const named = process.env[program.variable];
  if (named === '') return { missing: `${program.variable} is empty` };
  if (named !== undefined && !isProgram(named)) {
    throw new Error(
      `${program.variable} names ${named}, and no program is there. Correct or unset it.`,
    );
  }
  const path = named ?? searchPlaces(program.places);
  if (path === undefined) return { missing: 'not found' };
  const started = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 60_000 });
  if (started.status === 0) return { path };
  const reason = started.error?.message ?? lastLine(started.stderr) ?? `exit ${started.status}`;
  return { missing: `${path} does not start: ${reason}` };
}

/** Finds a program, or installs Debian's where that is allowed. Never asks for more rights than the user has. */
export async function ensureProgram(program: Program): Promise<Found> {
  const found = findProgram(program);
  if ('path' in found || process.env[program.variable] !== undefined || !mayInstall()) return found;
  note(`installing ${program.title} with apt-get …`);
  for (const args of [
    ['update'],
    ['install', '--yes', '--no-install-recommends', program.package],
  ]) {
    const ended = await command('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (!ended.ok) {
      const reason = lastLine(ended.output) ?? 'no reason given';
      return { missing: `${found.missing}, and \`apt-get ${args[0]}\` failed: ${reason}` };
    }
  }
  return findProgram(program);
}

/** One line that says what is missing and how to get it. */
export function explainMissing(program: Program, missing: string): string {
  return (
    `${program.title} is missing (${missing}), so the tests that need it are skipped. ` +
    `Debian, Ubuntu: apt-get install ${program.package}; elsewhere set ${program.variable} to its program.`
  );
}

/** In CI, and for root on Debian. */
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

function lastLine(text: string | undefined): string | undefined {
  return text?.trim().split('\n').at(-1) || undefined;
}

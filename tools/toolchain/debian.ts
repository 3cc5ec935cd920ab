/** Programs that tests need and npm does not have: where they are, or Debian's, installed now. */
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { command } from './lib/command.ts';
import { note } from './lib/note.ts';

/** A program, and Debian's package of it. */
export interface DebianProgram {
  /** What a person calls it. */
  readonly title: string;
  readonly package: string;
  /** The environment variable that names the program where it is somewhere else. */
  readonly variable: string;
  /** Full paths, and names to look for in PATH. */
  readonly places: readonly string[];
  /** What a person without apt-get is to install. */
  readonly install: string;
}

/** The path of a program: the one that the variable names, one that is installed, or Debian's, installed now. */
export async function ensureProgram(program: DebianProgram): Promise<string> {
  const told = process.env[program.variable];
  if (told) {
    if (existsSync(told)) return told;
    throw new Error(
      `${program.variable} names ${told}, and nothing is there. Correct it or unset it.`,
    );
  }
  const found = find(program.places);
  if (found) return found;
  note(`installing ${program.title} with apt-get …`);
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  for (const args of [
    ['update'],
    ['install', '--yes', '--no-install-recommends', program.package],
  ]) {
    const [file = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args];
    const ended = await command(file, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } });
    if (!ended.ok) {
      throw new Error(
        `Some tests need ${program.title}, and \`${[file, ...rest].join(' ')}\` failed. Install ${program.install}, ` +
          `and set ${program.variable} to its program if it is not in a usual place.\n${ended.output}`,
      );
    }
  }
  const installed = find(program.places);
  if (installed) return installed;
  throw new Error(
    `Debian's ${program.package} is installed, and none of ${program.places.join(', ')} is there. Set ${program.variable} to its program.`,
  );
}

function find(places: readonly string[]): string | undefined {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = places.flatMap((place) =>
    /[\\/]/.test(place) ? [place] : path.map((folder) => join(folder, place)),
  );
  return candidates.find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The configuration of a project: `beta-headers.config.json` or `.yaml`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Platform } from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { parseDocument } from 'yaml';
import { CommandError } from '../../exit-code.ts';
import { readPlatform } from '../../platform.ts';

/** The settings of a project. */
export interface ScanConfig {
  /** The file, if there is one. */
  readonly file?: string;
  readonly platforms?: readonly Platform[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly failWithin?: number;
}

const NAMES = ['json', 'yaml', 'yml'].map((extension) => `beta-headers.config.${extension}`);
const KEYS = ['platforms', 'include', 'exclude', 'failWithin', '$schema'];

/**
 * Reads the given file, or the nearest in the folder and those above it, up to the root of the
 * repository. The file is data; nothing is executed.
 * @throws {CommandError} with the place of the mistake
 */
export function readConfig(cwd: string, given: string | undefined): ScanConfig {
  const file = given === undefined ? findConfig(cwd) : resolve(cwd, given);
  if (file === undefined) return {};
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(`${file}: cannot read the configuration: ${(error as Error).message}`);
  }
  return { file, ...parseConfig(file, text) };
}

function findConfig(cwd: string): string | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const found = NAMES.map((name) => join(folder, name)).filter((path) => existsSync(path));
    if (found.length > 1)
      throw new CommandError(`there are two configurations; remove one of: ${found.join(', ')}`);
    if (found[0] !== undefined) return found[0];
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return undefined;
  }
}

/** Parses a configuration. JSON is read as YAML, which it is a part of. */
export function parseConfig(file: string, text: string): ScanConfig {
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: true });
  const [problem] = document.errors;
  if (problem) {
    const { line = 1, col = 1 } = problem.linePos?.[0] ?? {};
    const [first = ''] = problem.message.split('\n');
    const message = first.replace(/ at line \d+, column \d+:?$/, '');
    throw new CommandError(`${file}:${line}:${col}: ${message}`);
  }
  const value: unknown = document.toJS();
  if (value === null || value === undefined) return {};
  if (typeof value !== 'object' || Array.isArray(value))
    throw new CommandError(`${file}: the configuration has to be an object. Keys: ${listKeys()}`);
  return checkConfig(file, value as Readonly<Record<string, unknown>>);
}

const listKeys = (): string => KEYS.filter((key) => key !== '$schema').join(', ');

function checkConfig(file: string, value: Readonly<Record<string, unknown>>): ScanConfig {
  for (const key of Object.keys(value)) {
    if (KEYS.includes(key)) continue;
    const nearest = findNearest(key, KEYS);
    const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`;
    throw new CommandError(`${file}: no key is called ${key}${hint} Keys: ${listKeys()}`);
  }
  const platforms = readStrings(file, 'platforms', value['platforms']);
  const include = readStrings(file, 'include', value['include']);
  const exclude = readStrings(file, 'exclude', value['exclude']);
  const failWithin = value['failWithin'];
  if (failWithin !== undefined && !isDays(failWithin))
    throw new CommandError(`${file}: failWithin has to be a number of days, such as 90`);
  return {
    ...(platforms && { platforms: platforms.map((name) => checkPlatform(file, name)) }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(failWithin !== undefined && { failWithin }),
  };
}

const isDays = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 36_500;

function readStrings(file: string, key: string, value: unknown): string[] | undefined {
  if (value === undefined) return undefined;
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (isList && value.length > 0) return value as string[];
  throw new CommandError(`${file}: ${key} has to be a list of texts with at least one`);
}

function checkPlatform(file: string, name: string): Platform {
  try {
    return readPlatform(name);
  } catch (error) {
    throw new CommandError(`${file}: platforms: ${(error as Error).message}`);
  }
}

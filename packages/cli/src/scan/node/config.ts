/** The configuration of a project: `beta-headers.config.json` or `.yaml`. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Platform } from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { CommandError } from '../../exit-code.ts';
import { decodeText, describeReadError } from '../../input.ts';
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
  return { file, ...parseConfig(file, decodeText(readConfigFile(file), file)) };
}

function readConfigFile(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CommandError(`${file}: cannot read the configuration: ${describeReadError(error)}`);
  }
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

/** A mapping of settings, and the place of each key in the file. */
interface Settings {
  readonly value: Readonly<Record<string, unknown>>;
  /** Formats the file with the line and the column of a key. */
  readonly place: (key: string) => string;
}

/** Parses a configuration. JSON is read as YAML, which it is a part of. */
export function parseConfig(file: string, text: string): ScanConfig {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { logLevel: 'silent', prettyErrors: true, lineCounter });
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
  return checkConfig({
    value: value as Settings['value'],
    place: (key) => {
      const { line, col } = lineCounter.linePos(findKey(document, key));
      return `${file}:${line}:${col}`;
    },
  });
}

/** Finds the offset of a key at the top of a document. */
function findKey({ contents }: Document.Parsed, name: string): number {
  const pairs = isMap(contents) ? contents.items : [];
  const key = pairs.map((pair) => pair.key).find((one) => isScalar(one) && `${one.value}` === name);
  return isScalar(key) ? (key.range?.[0] ?? 0) : 0;
}

const listKeys = (): string => KEYS.filter((key) => key !== '$schema').join(', ');

function checkConfig(settings: Settings): ScanConfig {
  const { value, place } = settings;
  for (const key of Object.keys(value)) {
    if (KEYS.includes(key)) continue;
    const nearest = findNearest(key, KEYS);
    const hint = nearest === undefined ? '' : `; did you mean ${nearest}?`;
    throw new CommandError(`${place(key)}: no key is called ${key}${hint} Keys: ${listKeys()}`);
  }
  const platforms = readStrings('platforms', settings);
  const include = readStrings('include', settings);
  const exclude = readStrings('exclude', settings);
  const failWithin = value['failWithin'];
  if (failWithin !== undefined && !isDays(failWithin))
    throw new CommandError(
      `${place('failWithin')}: failWithin has to be a number of days, such as 90`,
    );
  return {
    ...(platforms && { platforms: platforms.map((name) => checkPlatform(name, settings)) }),
    ...(include && { include }),
    ...(exclude && { exclude }),
    ...(failWithin !== undefined && { failWithin }),
  };
}

const isDays = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 36_500;

function readStrings(key: string, settings: Settings): string[] | undefined {
  const value = settings.value[key];
  if (value === undefined) return undefined;
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (isList && value.length > 0) return value as string[];
  throw new CommandError(
    `${settings.place(key)}: ${key} has to be a list of texts with at least one`,
  );
}

function checkPlatform(name: string, { place }: Settings): Platform {
  try {
    return readPlatform(name);
  } catch (error) {
    throw new CommandError(`${place('platforms')}: platforms: ${(error as Error).message}`);
  }
}

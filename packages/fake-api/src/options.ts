/** Options of `createFakeApi`, checked. */
import type { Catalog, CatalogPlatform, Platform } from '@beta-headers/manifest';
import { catalog as manifest } from '@beta-headers/manifest/data';
import { Fault } from './faults.ts';
import { checkOptionNames, suggest } from './names.ts';
import type { RecordedRequest } from './record.ts';
import type { Respond } from './respond.ts';

/** Options of `createFakeApi`; all of them have a default. */
export interface FakeApiOptions {
  /** The platform to imitate. Default: `claude-api`. */
  readonly platform?: Platform;
  /** The manifest to gate by. Default: the published one. */
  readonly catalog?: Catalog;
  /** Decides if the organization may use a beta. Default: it may use all. */
  readonly entitled?: (beta: string) => boolean;
  /** Betas and features that the organization is not enrolled in, in addition to `entitled`. */
  readonly notEnrolled?: readonly string[];
  /** Header values that the platform rejects, even if the manifest says that it accepts them. */
  readonly rejects?: readonly string[];
  /**
   * The current day, `2026-11-30`, which decides if a claim or a model has ended. Default: today.
   */
  readonly today?: string;
  /** The shortest time until an answer, in milliseconds. Default: 0. */
  readonly latencyMs?: number;
  /** Answers the requests that pass the gate. */
  readonly respond?: Respond;
  /** Failures of the first requests, each made by `fault`. */
  readonly faults?: readonly Fault[];
  /** `'body'` keeps the body of each request in its record. Default: no body is kept. */
  readonly record?: 'body';
  /** Called with the record of each request after it is answered. */
  readonly onRequest?: (request: RecordedRequest) => void;
}

/** The options with their defaults filled in. */
export interface Settings extends Omit<FakeApiOptions, 'platform' | 'notEnrolled'> {
  readonly platform: CatalogPlatform;
  readonly catalog: Catalog;
  readonly rejects: readonly string[];
  readonly latencyMs: number;
  readonly faults: readonly Fault[];
  /** Decides by `entitled` and by `notEnrolled`. */
  readonly entitled: (beta: string) => boolean;
}

const NAMES: readonly (keyof FakeApiOptions)[] = [
  'platform',
  'catalog',
  'entitled',
  'notEnrolled',
  'rejects',
  'today',
  'latencyMs',
  'respond',
  'faults',
  'record',
  'onRequest',
];

/** Lists the platforms that can be imitated. */
export function platforms(catalog: Catalog = manifest): Platform[] {
  return catalog.platforms.map(({ id }) => id);
}

/**
 * Checks the options and fills in the defaults.
 * @throws {TypeError} that names the option, and what to write instead
 */
export function readOptions(options: FakeApiOptions): Settings {
  if (typeof options !== 'object' || options === null)
    fail('give the options as an object, or nothing; a client takes createFakeApi().fetch');
  checkOptionNames('createFakeApi', options, NAMES);
  checkTypes(options);
  const { platform: name = 'claude-api', catalog = manifest, latencyMs = 0, today } = options;
  const platform = catalog.platforms.find(({ id }) => id === name);
  if (!platform)
    fail(`there is no platform "${name}"; use one of ${platforms(catalog).join(', ')}`);
  if (!(latencyMs >= 0 && latencyMs < 2 ** 31))
    fail(`latencyMs is ${latencyMs}; write milliseconds, 0 or more`);
  if (today !== undefined && !isDay(today))
    fail(`today is "${today}"; write a day that exists as 2026-11-30`);
  const closed = new Set(
    (options.notEnrolled ?? []).flatMap((one) => resolveBetas(catalog, one, 'notEnrolled')),
  );
  return {
    ...options,
    platform,
    catalog,
    latencyMs,
    rejects: options.rejects ?? [],
    faults: options.faults ?? [],
    entitled: (beta) => (options.entitled?.(beta) ?? true) && !closed.has(beta),
  };
}

/** Tests if a text is a day that exists, `2026-11-30`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/**
 * Resolves a beta's id or a feature's name to betas.
 * @throws {TypeError} with the nearest name
 */
export function resolveBetas({ betas, features }: Catalog, name: string, option: string): string[] {
  if (betas.some(({ id }) => id === name)) return [name];
  const feature = features.find((one) => one.name === name);
  if (feature) return [...feature.betas];
  const names = [...betas.map(({ id }) => id), ...features.map((one) => one.name)];
  const hint = suggest(name, names) || '; write a header value, or the name of a feature';
  throw new TypeError(`${option}: the manifest has neither a beta nor a feature "${name}"${hint}`);
}

function checkTypes(options: FakeApiOptions): void {
  for (const name of ['entitled', 'respond', 'onRequest'] as const)
    if (options[name] !== undefined && typeof options[name] !== 'function')
      fail(`${name}: give a function`);
  for (const name of ['notEnrolled', 'rejects'] as const)
    if (options[name] !== undefined && !isListOfTexts(options[name]))
      fail(`${name}: give a list of header values`);
  const { faults = [], record } = options;
  if (!Array.isArray(faults) || !faults.every((one) => one instanceof Fault))
    fail('faults: give a list of what `fault()` makes');
  if (record !== undefined && record !== 'body')
    fail(`record is "${record}"; write 'body', or leave it out`);
}

const isListOfTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function fail(problem: string): never {
  throw new TypeError(`createFakeApi: ${problem}`);
}

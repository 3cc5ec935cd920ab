/** Checks options at run time, for callers without types. */
import { PLATFORMS } from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { defaultCatalog, isCatalog, listNames, resolveName } from '../catalog/catalog.ts';
import type { EngineCatalog } from '../catalog/types.ts';
import { MODES, POLICY_VALUES } from '../decide/policy.ts';
import { MAX_NAMES } from '../decide/settings.ts';
import { isDay } from '../request/day.ts';
import { maskName } from '../request/header.ts';
import type { Policy } from '../types.ts';
import type { Logger } from './report.ts';

/** The options of a plan. */
export const PLAN_OPTIONS: readonly string[] = [
  'platform',
  'mode',
  'policy',
  'today',
  'always',
  'rejected',
  'catalog',
];
/** The options of every adapter. */
export const ADAPTER_OPTIONS: readonly string[] = [...PLAN_OPTIONS, 'recover', 'logger', 'onPlan'];
/** The options of `betaFetch`. */
export const FETCH_OPTIONS: readonly string[] = [...ADAPTER_OPTIONS, 'fetch', 'hosts'];

/**
 * Checks the options of an adapter.
 * @param where - the function that takes them
 * @throws {TypeError} for an unknown option or an invalid value; the message lists the valid ones
 */
export function checkAdapterOptions(
  where: string,
  options: unknown,
  names: readonly string[],
): void {
  if (isRequest(options))
    throw new TypeError(`${where}: it received a request, not options; write ${where}()`);
  checkRecord(where, options);
  checkPlanOptions(where, options, names);
  const { always, catalog, recover, logger, onPlan, fetch, hosts } = options;
  checkAlways(where, (always ?? []) as readonly string[], catalog as EngineCatalog | undefined);
  // `betaRecovery` without its call is a function too, but it is not a recovery.
  const isRecovery = typeof recover === 'function' && recover.name !== 'betaRecovery';
  if (recover !== undefined && !isRecovery)
    fail(where, 'recover', 'write betaRecovery(), or betaRecovery({ maxRetries, memory })');
  if (logger !== undefined && logger !== false && !isLogger(logger))
    fail(where, 'logger', 'give an object with `error` and `warn`, such as console, or false');
  checkFunction(where, 'onPlan', onPlan, 'that takes { plan, platform, attempt }');
  checkFunction(where, 'fetch', fetch, 'that sends the request, such as globalThis.fetch');
  checkList(where, 'hosts', hosts);
}

/** Checks the options of a plan, except the names in `always`: see {@link checkAlways}. */
export function checkPlanOptions(
  where: string,
  options: Record<string, unknown>,
  names: readonly string[],
): void {
  for (const name of Object.keys(options)) checkName(where, name, names);
  const { platform, mode, policy, today, always, rejected, catalog } = options;
  checkOneOf(where, 'platform', platform, ['auto', ...PLATFORMS]);
  checkOneOf(where, 'mode', mode, Object.keys(MODES));
  checkPolicy(where, policy);
  if (today !== undefined && !isDay(today))
    fail(where, 'today', 'give a day that exists, as text: YYYY-MM-DD');
  if (catalog !== undefined && !isCatalog(catalog))
    fail(where, 'catalog', 'give a catalog that extendCatalog() returned');
  checkList(where, 'always', always);
  checkList(where, 'rejected', rejected);
}

/** Checks that every name is known. An overlay must declare any other beta first. */
export function checkAlways(
  where: string,
  always: readonly string[],
  catalog: EngineCatalog<string> = defaultCatalog,
): void {
  for (const name of always) {
    if (resolveName(catalog, name) !== undefined) continue;
    const near = findNearest(name, listNames(catalog));
    const shown = JSON.stringify(near ? name : maskName(name));
    const hint = near ? `did you mean ${JSON.stringify(near)}?` : 'declare it with extendCatalog()';
    fail(where, 'always', `${shown} is not known; ${hint}`);
  }
}

/** Checks the name of an option. @throws {TypeError} with the nearest name, or all names */
export function checkName(where: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  const near = findNearest(name, names);
  const hint = near ? `did you mean ${JSON.stringify(near)}?` : `it may be ${names.join(', ')}`;
  throw new TypeError(`${where}: ${JSON.stringify(name)} is not known; ${hint}`);
}

/** Checks that options are an object. */
export function checkRecord(
  where: string,
  options: unknown,
): asserts options is Record<string, unknown> {
  if (typeof options !== 'object' || options === null || Array.isArray(options))
    throw new TypeError(`${where}: give an object with options, or nothing`);
}

function checkPolicy(where: string, policy: unknown): void {
  if (policy === undefined) return;
  checkRecord(`${where}: policy`, policy);
  for (const [line, value] of Object.entries(policy)) {
    checkName(`${where}: policy`, line, Object.keys(POLICY_VALUES));
    checkOneOf(where, `policy.${line}`, value, POLICY_VALUES[line as keyof Policy]);
  }
}

function checkList(where: string, name: string, list: unknown): void {
  if (list === undefined) return;
  if (!(Array.isArray(list) && list.every((item) => typeof item === 'string')))
    fail(where, name, 'give a list of texts');
  if (list.length > MAX_NAMES)
    fail(where, name, `has ${list.length} entries; give at most ${MAX_NAMES}`);
}

function checkFunction(where: string, name: string, value: unknown, hint: string): void {
  if (value !== undefined && typeof value !== 'function')
    fail(where, name, `give a function ${hint}`);
}

function checkOneOf(where: string, name: string, value: unknown, values: readonly string[]): void {
  if (value === undefined || values.includes(value as string)) return;
  const isText = typeof value === 'string';
  const near = isText ? findNearest(value, values) : undefined;
  const hint = near ? `; did you mean ${JSON.stringify(near)}?` : '';
  const shown = isText ? JSON.stringify(value.slice(0, 60)) : `a value of type ${typeof value}`;
  fail(where, name, `${shown} is not one of ${values.join(', ')}${hint}`);
}

/** Tests for the first argument of an adapter that was given to a client without its call. */
function isRequest(value: unknown): boolean {
  const { url, headers } = Object(value) as Record<string, unknown>;
  const isAddress = typeof value === 'string' && /^https?:/.test(value);
  return isAddress || value instanceof URL || Boolean(url && headers);
}

/** Tests if a value can be used as a logger. */
export function isLogger(value: unknown): value is Logger {
  const { error, warn } = Object(value) as Record<string, unknown>;
  return typeof error === 'function' && typeof warn === 'function';
}

function fail(where: string, name: string, message: string): never {
  throw new TypeError(`${where}: ${name}: ${message}`);
}

/** Validates options at run time, for callers without types. */
import { PLATFORMS } from '@beta-headers/constants';
import { findNearest } from '@beta-headers/grammar';
import { defaultCatalog, isCatalog, knownNames, resolveName } from '../catalog/catalog.ts';
import type { EngineCatalog } from '../catalog/types.ts';
import { MODES, POLICY_VALUES } from '../decide/policy.ts';
import { MAX_NAMES } from '../decide/settings.ts';
import { isDay } from '../request/day.ts';
import { shownName } from '../request/header.ts';
import type { Policy } from '../types.ts';

const OPTIONS = [
  'platform',
  'mode',
  'policy',
  'today',
  'always',
  'rejected',
  'catalog',
  'recover',
  'onDecision',
];

/**
 * Checks the options of an adapter.
 * @throws {TypeError} for an option, a platform, a policy, a list or a function that is none; the
 * message says what it may be
 */
export function checkOptions(options: unknown): void {
  if (!isRecord(options)) throw new TypeError('options: give an object, or nothing');
  for (const name of Object.keys(options)) checkName('options', name, OPTIONS);
  const { platform, mode, policy, today, always, rejected, catalog, recover, onDecision } = options;
  checkOneOf('platform', platform, ['auto', ...PLATFORMS]);
  checkOneOf('mode', mode, Object.keys(MODES));
  checkPolicy(policy);
  if (today !== undefined && !isDay(today))
    throw new TypeError('today: give a day that there is, as text: YYYY-MM-DD');
  checkCatalog(catalog);
  checkList('always', always);
  checkList('rejected', rejected);
  checkAlways(
    always as readonly string[] | undefined,
    (catalog as EngineCatalog) ?? defaultCatalog,
  );
  // The function itself takes what an adapter gives it for options, and returns no response.
  const isRecovery = typeof recover === 'function' && recover.name !== 'betaRecovery';
  if (recover && !isRecovery)
    throw new TypeError('recover: write betaRecovery(), or betaRecovery({ maxRetries, memory })');
  if (onDecision && typeof onDecision !== 'function')
    throw new TypeError('onDecision: give a function that takes a decision');
}

function checkPolicy(policy: unknown): void {
  if (policy === undefined) return;
  if (!isRecord(policy))
    throw new TypeError("policy: give an object, such as { missing: 'report' }");
  for (const [line, value] of Object.entries(policy)) {
    checkName('policy', line, Object.keys(POLICY_VALUES));
    checkOneOf(`policy.${line}`, value, POLICY_VALUES[line as keyof Policy]);
  }
}

function checkCatalog(catalog: unknown): void {
  if (catalog !== undefined && !isCatalog(catalog))
    throw new TypeError('catalog: give what extendCatalog() returns');
}

function checkList(name: string, list: unknown): void {
  if (list === undefined) return;
  if (!(Array.isArray(list) && list.every((item) => typeof item === 'string')))
    throw new TypeError(`${name}: give a list of names`);
  if (list.length > MAX_NAMES)
    throw new TypeError(`${name}: ${list.length} names; give at most ${MAX_NAMES}`);
}

/** What the catalog does not know is declared in an overlay, and not sent by name alone. */
function checkAlways(always: readonly string[] | undefined, catalog: EngineCatalog): void {
  for (const name of always ?? []) {
    if (resolveName(catalog, name) !== undefined) continue;
    const near = findNearest(name, knownNames(catalog));
    const hint = near ? `did you mean ${JSON.stringify(near)}?` : 'declare it with extendCatalog()';
    throw new TypeError(
      `always: ${JSON.stringify(near ? name : shownName(name))} is not known; ${hint}`,
    );
  }
}

/** Checks the name of an option. @throws {TypeError} with the nearest one, or all that there are */
export function checkName(where: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  const near = findNearest(name, names);
  const hint = near ? `did you mean ${JSON.stringify(near)}?` : `it may be ${names.join(', ')}`;
  throw new TypeError(`${where}: ${JSON.stringify(name)} is not known; ${hint}`);
}

function checkOneOf(name: string, value: unknown, values: readonly string[]): void {
  if (value === undefined || values.includes(value as string)) return;
  const near = typeof value === 'string' ? findNearest(value, values) : undefined;
  const hint = near ? `; did you mean ${JSON.stringify(near)}?` : '';
  throw new TypeError(
    `${name}: ${JSON.stringify(value)} is not one of ${values.join(', ')}${hint}`,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

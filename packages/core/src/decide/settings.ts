/** Reads the options of a plan. */
import { defaultCatalog, isCatalog } from '../catalog/catalog.ts';
import type { EngineCatalog } from '../catalog/types.ts';
import { isDay } from '../request/day.ts';
import type { Mode, PlanOptions } from '../types.ts';
import type { Settings } from './context.ts';
import { MODES, resolvePolicy } from './policy.ts';

/** The number of names of `always`, and of `rejected`, that are read. */
export const MAX_NAMES = 200;

/**
 * Reads the options and fills in their defaults. Invalid values are ignored here; adapters reject
 * them before.
 */
export function readSettings<C extends EngineCatalog<string>>(options: PlanOptions<C>): Settings {
  const { mode: given, policy, today, always, rejected, catalog } = options ?? {};
  const mode: Mode = typeof given === 'string' && Object.hasOwn(MODES, given) ? given : 'repair';
  return {
    catalog: isCatalog(catalog) ? catalog : defaultCatalog,
    policy: resolvePolicy(mode, policy),
    observes: mode === 'observe',
    refusesChange: mode === 'strict',
    today: isDay(today) ? today : undefined,
    // Nothing is added to an observed request.
    always: mode === 'observe' ? [] : readNames(always),
    rejected: new Set(readNames(rejected)),
  };
}

function readNames(names: unknown): readonly string[] {
  if (!Array.isArray(names)) return [];
  return names.slice(0, MAX_NAMES).filter((name) => typeof name === 'string');
}

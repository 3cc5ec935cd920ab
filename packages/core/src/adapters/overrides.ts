/** Options for one request. */
import type { EngineCatalog } from '../catalog/types.ts';
import type { PlanOptions } from '../types.ts';
import type { AdapterOptions } from './adapter.ts';
import { checkAlways, checkPlanOptions, checkRecord, PLAN_OPTIONS } from './options.ts';

/** Options for one request. They override those of the adapter; `false` switches it off. */
export type Override = PlanOptions<EngineCatalog<string>> | false;

/** The same symbol in every copy of the package. A symbol is never sent with a request. */
const KEY: unique symbol = Symbol.for('beta-headers.options');

/**
 * Sets options for one request. The options of the adapter apply to everything that is not given,
 * and `false` sends the request unchanged. Works with `fetch` and with the request options of
 * `@anthropic-ai/sdk`.
 * @param options - the options for this request, or `false`
 * @param init - the other options of the request; this object is not changed
 * @throws {TypeError} for invalid options
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/core';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const params = {
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   messages: [{ role: 'user' as const, content: 'Hello' }],
 * };
 * await client.beta.messages.create(params, withBetas({ mode: 'strict' }, { timeout: 5000 }));
 * await client.beta.messages.create(params, withBetas(false));
 * ```
 */
export function withBetas<
  T extends object = Record<never, never>,
  C extends EngineCatalog<string> = EngineCatalog,
>(options: PlanOptions<C> | false, init?: T): T {
  if (options !== false) {
    checkRecord('withBetas', options);
    checkPlanOptions('withBetas', options, PLAN_OPTIONS);
  }
  if (init !== undefined) checkRecord('withBetas: the second argument', init);
  const { fetchOptions } = (init ?? {}) as { fetchOptions?: object };
  // The SDK passes only `fetchOptions` to `fetch`. A plain `fetch` ignores that member.
  return {
    ...(init as T),
    [KEY]: options,
    fetchOptions: { ...fetchOptions, [KEY]: options },
  };
}

/** Reads the options that {@link withBetas} set. */
export function readOverride(init: unknown): Override | undefined {
  return (init as { [KEY]?: Override } | null | undefined)?.[KEY];
}

/**
 * Merges the options of one request into those of the adapter.
 * @throws {TypeError} for a name in `always` that the catalog does not know
 */
export function mergeOverride<C extends EngineCatalog<string>>(
  options: AdapterOptions<C>,
  override: Exclude<Override, false> | undefined,
): AdapterOptions<C> {
  if (override === undefined) return options;
  const given = Object.entries(override).filter(([, value]) => value !== undefined);
  const merged = { ...options, ...Object.fromEntries(given) } as AdapterOptions<C>;
  if (override.always) checkAlways('withBetas', override.always, merged.catalog);
  return override.policy
    ? { ...merged, policy: { ...options.policy, ...override.policy } }
    : merged;
}

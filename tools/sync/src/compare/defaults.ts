/** Compares the betas that methods send by themselves. */
import type { Catalog } from '@beta-headers/manifest';
import type { BaseFacts } from '../baseline.ts';
import { findDefaultCoverage } from '../coverage.ts';
import type { SdkFacts, SdkMethod } from '../read/facts.ts';
import type { ChangedDefault, NewDefault } from './finding.ts';

type MethodLike = Pick<SdkMethod, 'name' | 'endpoint' | 'defaults' | 'helper'>;

/** Writes the endpoint without parameter names. A helper differs from the method that it calls. */
export const toEndpointKey = (
  method: Omit<MethodLike, 'defaults' | 'name'> & { name?: string },
): string =>
  `${method.endpoint.replace(/\{\w+\}/g, '{}')}${method.helper ? ` ${method.name}` : ''}`;

/** Groups the methods that send a beta by endpoint, and merges those of one endpoint. */
function groupByEndpoint<T extends MethodLike>(
  methods: readonly T[],
): Map<string, { method: T; defaults: Set<string> }> {
  const found = new Map<string, { method: T; defaults: Set<string> }>();
  for (const method of methods) {
    if (method.defaults.length === 0) continue;
    const known = found.get(toEndpointKey(method)) ?? { method, defaults: new Set<string>() };
    for (const id of method.defaults) known.defaults.add(id);
    found.set(toEndpointKey(method), known);
  }
  return found;
}

/** Finds methods whose betas changed since the last release that the manifest knows. */
export function findChangedDefaults(facts: SdkFacts, base: BaseFacts): ChangedDefault[] {
  const before = groupByEndpoint(base.methods);
  const after = groupByEndpoint(facts.methods);
  const still = new Map(facts.methods.map((method) => [toEndpointKey(method), method]));
  return [...before].flatMap(([key, { method, defaults }]): ChangedDefault[] => {
    const now = after.get(key);
    // A removed method changes nothing about its endpoint.
    if (!now && !still.has(key)) return [];
    const sends = now?.defaults ?? new Set<string>();
    if (sends.size === defaults.size && [...sends].every((id) => defaults.has(id))) return [];
    const source = (now?.method ?? still.get(key))?.source;
    return [
      {
        kind: 'changed-default',
        method: method.name,
        endpoint: method.endpoint,
        before: [...defaults],
        after: [...sends],
        source,
      },
    ];
  });
}

/**
 * Finds betas that methods send which sent none before, by beta; `covered` if the manifest has that
 * already.
 */
export function findNewDefaults(
  facts: SdkFacts,
  base: BaseFacts | undefined,
  catalog: Catalog,
  changed: readonly ChangedDefault[],
): NewDefault[] {
  const before = groupByEndpoint(base?.methods ?? []);
  const reported = new Set(changed.map(({ endpoint, method }) => `${endpoint} ${method}`));
  const found = new Map<string, { fresh: SdkMethod[]; covered: SdkMethod[] }>();
  for (const method of facts.methods) {
    if (reported.has(`${method.endpoint} ${method.name}`)) continue;
    for (const id of method.defaults) {
      if (before.get(toEndpointKey(method))?.defaults.has(id)) continue;
      const known = found.get(id) ?? { fresh: [], covered: [] };
      known[findDefaultCoverage(method, id, catalog.betas) ? 'covered' : 'fresh'].push(method);
      found.set(id, known);
    }
  }
  return [...found].flatMap(([beta, { fresh, covered }]): NewDefault[] => [
    ...(fresh.length > 0 ? [{ kind: 'new-default' as const, beta, methods: fresh }] : []),
    // Without a base every default would be new; those that the manifest covers are not.
    ...(covered.length > 0 && base
      ? [{ kind: 'new-default' as const, beta, methods: covered, covered: true }]
      : []),
  ]);
}

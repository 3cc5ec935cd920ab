/** Compares which endpoints the SDK has methods for, and with which of them it sends no beta. */
import { coversEndpoint } from '@beta-headers/grammar';
import type { Catalog } from '@beta-headers/manifest';
import type { BaseFacts } from '../baseline.ts';
import type { SdkFacts, SdkMethod } from '../read/facts.ts';
import { toEndpointKey } from './defaults.ts';
import type { ChangedDefault, EndpointGraduated, MethodGone, NewEndpoints } from './finding.ts';

/** Stages in which nothing requires the header. */
const IDLE: ReadonlySet<string> = new Set(['graduated', 'retired', 'legacy-shape']);

/** Finds methods that sent a beta and are gone with their endpoint, by beta. */
export function findGoneMethods(facts: SdkFacts, base: BaseFacts, catalog: Catalog): MethodGone[] {
  const still = new Set(facts.methods.map(toEndpointKey));
  const found = new Map<string, { name: string; endpoint: string }[]>();
  for (const method of base.methods) {
    if (method.helper || still.has(toEndpointKey(method))) continue;
    for (const id of method.defaults)
      found.set(id, [...(found.get(id) ?? []), { name: method.name, endpoint: method.endpoint }]);
  }
  return [...found].map(
    ([beta, methods]): MethodGone => ({
      kind: 'method-gone',
      beta,
      methods,
      ...(isIdle(beta, catalog) && { covered: true }),
    }),
  );
}

/**
 * Finds new methods outside of `beta` that send nothing to an endpoint at which another method
 * sends a beta: the endpoint seems to need it no longer.
 */
export function findGraduatedEndpoints(
  facts: SdkFacts,
  base: BaseFacts,
  catalog: Catalog,
  changed: readonly ChangedDefault[],
): EndpointGraduated[] {
  const senders = new Map(base.methods.map((method) => [toEndpointKey(method), method.defaults]));
  const reported = new Set(changed.map(toEndpointKey));
  const found = new Map<string, SdkMethod[]>();
  for (const method of listFreshPlain(facts, base)) {
    if (isBetaMethod(method) || reported.has(toEndpointKey(method))) continue;
    for (const id of senders.get(toEndpointKey(method)) ?? [])
      found.set(id, [...(found.get(id) ?? []), method]);
  }
  return [...found].map(
    ([beta, methods]): EndpointGraduated => ({
      kind: 'endpoint-graduated',
      beta,
      methods,
      ...(isIdle(beta, catalog) && { covered: true }),
    }),
  );
}

/**
 * Finds new endpoints of `beta` methods that send nothing by themselves: the release does not show
 * which beta they need. Those of one resource are one finding.
 */
export function findNewEndpoints(
  facts: SdkFacts,
  base: BaseFacts,
  catalog: Catalog,
): NewEndpoints[] {
  const known = new Set([...base.methods, ...base.plain].map(toEndpointKey));
  for (const method of facts.methods)
    if (method.defaults.length > 0) known.add(toEndpointKey(method));
  // A method outside of `beta` reaches the endpoint without a header.
  for (const method of facts.methods) if (!isBetaMethod(method)) known.add(toEndpointKey(method));
  const groups = new Map<string, SdkMethod[]>();
  for (const method of listFreshPlain(facts, base)) {
    if (!isBetaMethod(method) || known.has(toEndpointKey(method))) continue;
    const resource = method.name.split('.').slice(0, 2).join('.');
    const key = `${resource} ${hasEndpointRule(method.endpoint, catalog)}`;
    groups.set(key, [...(groups.get(key) ?? []), method]);
  }
  return [...groups].map(
    ([key, methods]): NewEndpoints => ({
      kind: 'new-endpoint',
      methods,
      ...(key.endsWith(' true') && { covered: true }),
    }),
  );
}

/** Lists the methods that send no beta and that the known release did not have. */
function listFreshPlain(facts: SdkFacts, base: BaseFacts): SdkMethod[] {
  const names = new Set(base.plain.map(({ name }) => name));
  return facts.methods.filter(
    ({ name, defaults, helper }) => defaults.length === 0 && !helper && !names.has(name),
  );
}

const isBetaMethod = ({ name }: SdkMethod): boolean => name.startsWith('beta.');

const isIdle = (id: string, catalog: Catalog): boolean =>
  IDLE.has(catalog.betas.find((beta) => beta.id === id)?.stage ?? '');

/** Tests if a rule about whole requests has the endpoint. */
function hasEndpointRule(endpoint: string, { betas, features }: Catalog): boolean {
  const rules = [...betas.flatMap((beta) => beta.requires), ...features.flatMap((one) => one.uses)];
  return rules.some(
    (rule) =>
      rule.at === undefined && rule.endpoint?.some((pattern) => coversEndpoint(pattern, endpoint)),
  );
}

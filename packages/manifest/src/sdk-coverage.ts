/** Measures which part of an SDK release the manifest covers. */
import { coversEndpoint } from '@beta-headers/grammar';
import type { Catalog } from './catalog-types.ts';

/** The part of sdk.json, written by tools/sync, that the manifest reads. */
export interface SdkSurface {
  readonly sdk: string;
  /** The values of the AnthropicBeta union. */
  readonly union: readonly string[];
  /** The methods with their default betas. A helper sends its request through another method. */
  readonly methods: readonly {
    readonly name: string;
    readonly endpoint: string;
    readonly defaults: readonly string[];
    readonly helper?: boolean;
  }[];
}

/** The number of covered items, and the missing ones. */
export interface Covered {
  readonly covered: number;
  readonly total: number;
  readonly missing: readonly string[];
}

/** Counts the values of the union that the manifest has. */
export function countCoveredUnion(catalog: Catalog, sdk: SdkSurface): Covered {
  const known = new Set(catalog.betas.map((beta) => beta.id));
  return countCovered(
    sdk.union,
    (id) => known.has(id),
    (id) => id,
  );
}

/** Counts the methods whose default betas all have a rule or `sdk.sends` for the endpoint. */
export function countCoveredDefaults(catalog: Catalog, sdk: SdkSurface): Covered {
  const endpoints = new Map<string, string[]>();
  const add = (id: string, found: readonly string[]): void =>
    void endpoints.set(id, [...(endpoints.get(id) ?? []), ...found]);
  for (const beta of catalog.betas) {
    add(beta.id, beta.sdk.sends);
    for (const rule of beta.requires)
      for (const id of rule.choice ?? [beta.id]) add(id, rule.endpoint ?? []);
  }
  const isCovered = ({ endpoint, defaults }: SdkSurface['methods'][number]): boolean =>
    defaults.every((id) => endpoints.get(id)?.some((pattern) => coversEndpoint(pattern, endpoint)));
  return countCovered(
    sdk.methods.filter((method) => method.defaults.length > 0 && !method.helper),
    isCovered,
    (method) => `${method.name} (${method.endpoint}) sends ${method.defaults.join(', ')}`,
  );
}

function countCovered<T>(
  all: readonly T[],
  isCovered: (item: T) => boolean,
  name: (item: T) => string,
): Covered {
  const missing = all.filter((item) => !isCovered(item));
  return { covered: all.length - missing.length, total: all.length, missing: missing.map(name) };
}

/**
 * Validates the keys of sdk.json that are used.
 * @throws if one of them is missing or has another type
 */
export function readSdkSurface(value: unknown, name: string): SdkSurface {
  const { sdk, union, methods } = (value ?? {}) as Partial<SdkSurface>;
  const isText = (item: unknown): boolean => typeof item === 'string';
  const isMethod = (method: Partial<SdkSurface['methods'][number]> | null): boolean =>
    isText(method?.name) &&
    isText(method?.endpoint) &&
    Array.isArray(method?.defaults) &&
    method.defaults.every(isText);
  if (
    isText(sdk) &&
    Array.isArray(union) &&
    union.every(isText) &&
    Array.isArray(methods) &&
    methods.every(isMethod)
  )
    return value as SdkSurface;
  throw new Error(
    `${name}: not written by tools/sync: it needs \`sdk\`, \`union\` and \`methods\` with name, ` +
      'endpoint and defaults. Run `npm run sync`.',
  );
}

/** Reads the names in the SDK's declarations. tools/sync writes surface.json and sdk.json. */
import type { CatalogSurface } from './catalog-types.ts';
import type { KnownSource } from './schema/index.ts';

/** The declared paths into a body, and the names that identify unknown fields. */
export interface DeclaredSurface {
  readonly paths: ReadonlySet<string>;
  readonly names: CatalogSurface;
  /** The endpoints of the methods that take betas. Absent without sdk.json. */
  readonly endpoints?: readonly string[];
}

/** The day of one release of the TypeScript SDK. */
export interface SdkRelease {
  readonly version: string;
  /** The day in the heading of the changelog. */
  readonly date: string;
}

/** Reads the days of the SDK's releases in sdk.json, as the SDK's changelog has them. */
export function readSdkReleases(sdk: unknown): SdkRelease[] {
  const { releases } = (sdk ?? {}) as { releases?: unknown };
  if (!Array.isArray(releases)) return [];
  return releases.flatMap(({ version, date }: Partial<SdkRelease>) =>
    typeof version === 'string' && typeof date === 'string' ? [{ version, date }] : [],
  );
}

/** Reads surface.json, and the methods in sdk.json. Returns `undefined` without surface.json. */
export function readSurface(value: unknown, sdk: unknown): DeclaredSurface | undefined {
  const { surface, known } = (value ?? {}) as { surface?: unknown; known?: object };
  if (!Array.isArray(surface)) return undefined;
  const paths = surface.flatMap(({ at }: { at?: unknown }) =>
    (Array.isArray(at) ? at : [at]).filter((path) => typeof path === 'string'),
  );
  const endpoints = readEndpoints(sdk);
  return {
    paths: new Set(paths),
    names: { ...NOTHING, ...known },
    ...(endpoints && { endpoints }),
  };
}

function readEndpoints(sdk: unknown): string[] | undefined {
  const { methods } = (sdk ?? {}) as { methods?: unknown };
  if (!Array.isArray(methods)) return undefined;
  return methods.flatMap(({ endpoint }: { endpoint?: unknown }) =>
    typeof endpoint === 'string' ? [endpoint] : [],
  );
}

const NOTHING: CatalogSurface = { params: [], tools: [], blocks: [] };

/** Adds the names of surface-known.yaml, and sorts each list. */
export function mergeSurface(
  { params, tools, blocks }: CatalogSurface = NOTHING,
  known: readonly Pick<KnownSource, 'name' | 'kind'>[],
): CatalogSurface {
  const add = (names: readonly string[], kind: string): string[] => {
    const more = known.filter((one) => one.kind === kind).map(({ name }) => name);
    return [...new Set([...names, ...more])].sort();
  };
  return { params: add(params, 'param'), tools: add(tools, 'tool'), blocks: add(blocks, 'block') };
}

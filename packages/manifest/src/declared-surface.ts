/** Reads the names in the SDK's declarations, which tools/sync writes to surface.json. */
import type { CatalogSurface } from './catalog-types.ts';

/** The declared paths into a body, and the names that identify unknown fields. */
export interface DeclaredSurface {
  readonly paths: ReadonlySet<string>;
  readonly names: CatalogSurface;
}

/** Reads surface.json. Returns `undefined` if there is none. */
export function readSurface(value: unknown): DeclaredSurface | undefined {
  const { surface, known } = (value ?? {}) as { surface?: unknown; known?: object };
  if (!Array.isArray(surface)) return undefined;
  const paths = surface.flatMap(({ at }: { at?: unknown }) =>
    (Array.isArray(at) ? at : [at]).filter((path) => typeof path === 'string'),
  );
  return { paths: new Set(paths), names: { ...NOTHING, ...known } };
}

const NOTHING: CatalogSurface = { params: [], tools: [], blocks: [] };

/** Adds the names of surface-known.yaml, and sorts each list. */
export function mergeSurface(
  { params, tools, blocks }: CatalogSurface = NOTHING,
  known: readonly { readonly name: string; readonly kind: 'param' | 'tool' | 'block' }[],
): CatalogSurface {
  const add = (names: readonly string[], kind: string): string[] => {
    const more = known.filter((one) => one.kind === kind).map(({ name }) => name);
    return [...new Set([...names, ...more])].sort();
  };
  return { params: add(params, 'param'), tools: add(tools, 'tool'), blocks: add(blocks, 'block') };
}

/** What the SDK's declarations have, as tools/sync writes it into surface.json. */
import type { CatalogSurface } from './catalog-types.ts';

/** The paths into a body, and the names by which unknown fields are told. */
export interface DeclaredSurface {
  readonly paths: ReadonlySet<string>;
  readonly names: CatalogSurface;
}

/** Reads surface.json; `undefined` where there is none. */
export function readSurface(value: unknown): DeclaredSurface | undefined {
  const { surface, known } = (value ?? {}) as { surface?: unknown; known?: object };
  if (!Array.isArray(surface)) return undefined;
  const paths = surface.flatMap(({ at }: { at?: unknown }) =>
    (Array.isArray(at) ? at : [at]).filter((path) => typeof path === 'string'),
  );
  return { paths: new Set(paths), names: { ...NOTHING, ...known } };
}

const NOTHING: CatalogSurface = { params: [], tools: [], blocks: [] };

/** Adds the names that the manifest knows from elsewhere; each list in order. */
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

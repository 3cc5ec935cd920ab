/** The parts of the SDK's beta message params that its general params do not have. */
import type { CatalogRule } from '@beta-headers/manifest';
import surfaceData from '@beta-headers/manifest/surface.json' with { type: 'json' };

/** A place in a request body. */
export interface SurfaceEntry {
  readonly at: readonly string[];
  readonly is?: unknown;
  readonly within?: readonly string[];
}

/** The outermost places. A request cannot use an inner place without its outer one. */
export const SURFACE: readonly SurfaceEntry[] = (
  surfaceData.surface as readonly SurfaceEntry[]
).filter(({ within }) => !within);

/** Tests if a body has a value at a place. */
export const usesSurface = (body: unknown, { at, is }: SurfaceEntry): boolean =>
  at.some((path) => hasValueAt(body, path.split('.'), is));

/** Tests if a rule applies to a place. */
export const isCovered = (entry: SurfaceEntry, rule: CatalogRule): boolean =>
  entry.at.some((at) => at === rule.at?.replace('.**', '') || at.startsWith(`${rule.at}.`)) &&
  (entry.is === undefined || rule.is === undefined || rule.is === entry.is) &&
  (entry.is === undefined || !rule.in || rule.in.includes(entry.is as string));

function hasValueAt(value: unknown, [step, ...rest]: readonly string[], is: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (step === undefined) return is === undefined || value === is;
  const next = (value as Record<string, unknown>)[step.replace('[]', '')];
  if (!step.endsWith('[]')) return hasValueAt(next, rest, is);
  return Array.isArray(next) && next.some((element) => hasValueAt(element, rest, is));
}

/** What beta message params have and general ones have not, as the SDK's types say. */
import type { CatalogRule } from '@beta-headers/manifest';
import surfaceData from '@beta-headers/manifest/surface.json' with { type: 'json' };

/** A place that a request may use. */
export interface SurfaceEntry {
  readonly at: readonly string[];
  readonly is?: unknown;
  readonly within?: readonly string[];
}

/** The outermost places; what is within another is used only where that is. */
export const SURFACE: readonly SurfaceEntry[] = (
  surfaceData.surface as readonly SurfaceEntry[]
).filter(({ within }) => !within);

/** Tests if a body has something at that place. */
export const usesSurface = (body: unknown, { at, is }: SurfaceEntry): boolean =>
  at.some((path) => reaches(body, path.split('.'), is));

/** Tests if a rule is about that place. */
export const isCovered = (entry: SurfaceEntry, rule: CatalogRule): boolean =>
  entry.at.some((at) => at === rule.at?.replace('.**', '') || at.startsWith(`${rule.at}.`)) &&
  (entry.is === undefined || rule.is === undefined || rule.is === entry.is) &&
  (entry.is === undefined || !rule.in || rule.in.includes(entry.is as string));

function reaches(value: unknown, [step, ...rest]: readonly string[], is: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (step === undefined) return is === undefined || value === is;
  const next = (value as Record<string, unknown>)[step.replace('[]', '')];
  if (!step.endsWith('[]')) return reaches(next, rest, is);
  return Array.isArray(next) && next.some((element) => reaches(element, rest, is));
}

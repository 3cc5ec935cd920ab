/** The paths into a body that the SDK's declarations have, as tools/sync writes them down. */

/** Every path of surface.json; `undefined` where there is none. */
export function surfacePaths(value: unknown): ReadonlySet<string> | undefined {
  const entries = (value as { surface?: unknown } | undefined)?.surface;
  if (!Array.isArray(entries)) return undefined;
  return new Set(
    entries.flatMap(({ at }: { at?: unknown }) =>
      (Array.isArray(at) ? at : [at]).filter((path) => typeof path === 'string'),
    ),
  );
}

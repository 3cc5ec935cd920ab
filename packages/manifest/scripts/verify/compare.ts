/** What is read here against what tools/sync wrote down. */
import { pathPattern } from './coverage.ts';
import type { SdkJson } from './manifest-files.ts';
import type { SurfaceEntry } from './surface.ts';
import type { Method } from './union-and-methods.ts';

/** Every difference, one line each. What sdk.json leaves out is not compared. */
export function compareWith(sdkJson: SdkJson, union: readonly string[], methods: readonly Method[], surface: readonly SurfaceEntry[]): string[] {
  return [
    ...(sdkJson.union ? differences('the union', union, sdkJson.union) : []),
    ...(sdkJson.methods ? differences('the default of', methods.map(methodKey), sdkMethods(sdkJson.methods)) : []),
    ...(sdkJson.surface ? surfaceDifferences(sdkJson.surface, surface) : []),
  ];
}

const methodKey = ({ endpoint, betas }: Method): string => `${endpoint} (${[...betas].sort().join(', ')})`;

function sdkMethods(methods: NonNullable<SdkJson['methods']>): string[] {
  return methods
    .filter(({ defaults }) => defaults.length > 0)
    .map(({ endpoint, defaults }) => methodKey({ name: '', endpoint: endpoint.replaceAll(/\{[^}]*\}/g, '{}'), betas: defaults }));
}

function surfaceDifferences(theirs: NonNullable<SdkJson['surface']>, mine: readonly SurfaceEntry[]): string[] {
  const missing = mine.filter(
    ({ path, value }) =>
      !theirs.some(({ at, is }) => (is === undefined ? undefined : String(is)) === value && at.some((pattern) => pathPattern(pattern).test(path))),
  );
  return missing.map(({ declared, path, value }) => `the surface lacks ${declared} at ${path}${value === undefined ? '' : ` = ${value}`}`);
}

/** Both lists as bags: two methods may share an endpoint. */
function differences(what: string, mine: readonly string[], theirs: readonly string[]): string[] {
  const count = (list: readonly string[], item: string): number => list.filter((other) => other === item).length;
  return [...new Set([...mine, ...theirs])].sort().flatMap((item) => {
    const [here, there] = [count(mine, item), count(theirs, item)];
    return here === there ? [] : [`${what} ${item}: ${here} here, ${there} there`];
  });
}

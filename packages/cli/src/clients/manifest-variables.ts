/** The variables of clients that the manifest has, because they change which betas are sent. */
import { catalog } from '@beta-headers/manifest/data';
import type { Source, Variable } from './client.ts';

/**
 * Reads the variables that keep a client from sending a beta. Those that add one are no help if a
 * platform refuses requests.
 */
export function readVariables(id: string): readonly Variable[] {
  const client = catalog.clients.find((one) => one.id === id);
  const removing = new Set(client?.sends.flatMap(({ off = [] }) => off));
  return (client?.variables ?? [])
    .filter(({ name }) => removing.has(name))
    .map(({ name, value, effect, cost, evidence }) => ({
      name,
      value,
      purpose: toPlain(effect.en),
      ...(cost && { cost: toPlain(cost.en) }),
      source: evidence[0]?.source ?? '',
    }));
}

/** Reads the pages of variables from the manifest's sources. */
export function readSources(variables: readonly Variable[]): Record<string, Source> {
  const used = new Set(variables.map(({ source }) => source));
  return Object.fromEntries(
    catalog.sources.flatMap((source): [string, Source][] =>
      'url' in source && used.has(source.id)
        ? [[source.id, { url: source.url, read: source.checked }]]
        : [],
    ),
  );
}

/** Removes the marks of code, which a shell without comments would execute. */
const toPlain = (text: string): string => text.replaceAll('`', '');

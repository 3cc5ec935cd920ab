/** Citations of an SDK release, and the entry of sources.yaml that they name. */
import type { Catalog } from '@beta-headers/manifest';
import { parse } from 'yaml';
import { SDK } from '../release/release.ts';
import { insertAt } from './edit.ts';

/** A citation as it is written. */
export interface Citation {
  readonly source: string;
  readonly at: string;
  readonly says?: string;
}

/** The id under which sources.yaml lists a release of the SDK, or is to list it. */
export function findSourceId(sdk: string, catalog: Catalog): string {
  const listed = catalog.sources.find(
    (source) => 'package' in source && source.package === SDK && source.version === sdk,
  );
  return listed?.id ?? `sdk-${sdk}`;
}

/** The place of a section of the changelog. */
export const formatChangelogPlace = (version: string): string => `CHANGELOG.md ${version}`;

/** A feature file cites the source somewhere. */
export function citesSource(text: string, source: string): boolean {
  const isCited = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    if ((value as Partial<Citation>).source === source) return true;
    return Object.values(value).some(isCited);
  };
  return isCited(parse(text, { schema: 'core' }));
}

/** The text of sources.yaml with a release of the SDK in it, at its place in the order of ids. */
export function addSource(text: string, id: string, sdk: string): string {
  const { sources } = parse(text, { schema: 'core' }) as { sources: { id: string }[] };
  if (sources.some((source) => source.id === id)) return text;
  const index = sources.findIndex((source) => source.id > id);
  return insertAt(text, ['sources'], index === -1 ? sources.length : index, {
    id,
    package: SDK,
    version: sdk,
  });
}

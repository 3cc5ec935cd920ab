/** Makes citations of an SDK release, and its entry in sources.yaml. */
import type { Catalog } from '@beta-headers/manifest';
import { parse } from 'yaml';
import { SDK } from '../release/release.ts';
import { insertAt } from './edit.ts';

/** A citation in YAML. */
export interface Citation {
  readonly source: string;
  readonly at: string;
  readonly says?: string;
}

/** Finds the id of a release of the SDK in sources.yaml, or the one to add. */
export function findSourceId(sdk: string, catalog: Catalog): string {
  const listed = catalog.sources.find(
    (source) => 'package' in source && source.package === SDK && source.version === sdk,
  );
  return listed?.id ?? `sdk-${sdk}`;
}

/** Formats the place of a changelog section. */
export const formatChangelogPlace = (version: string): string => `CHANGELOG.md ${version}`;

/** Tests if a feature file cites the source. */
export function citesSource(text: string, source: string): boolean {
  const isCited = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    if ((value as Partial<Citation>).source === source) return true;
    return Object.values(value).some(isCited);
  };
  return isCited(parse(text, { schema: 'core' }));
}

/** Adds a release of the SDK to sources.yaml, in the order of ids. */
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

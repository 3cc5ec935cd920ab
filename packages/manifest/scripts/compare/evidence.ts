/** Converts the evidence of both versions to one form. */
import { createItem, extendPlace, type Item, type Place } from './item.ts';
import type { NewEvidence, OldEvidence, Source } from './shapes.ts';
import { joinLines } from './texts.ts';

/** A citation with the fields of both versions. */
export interface Citation {
  readonly url?: string | undefined;
  readonly day?: string | undefined;
  readonly package?: string | undefined;
  readonly version?: string | undefined;
  readonly symbol?: string | undefined;
  readonly changelog?: string | undefined;
  readonly says?: string | undefined;
}
const FIELDS = ['url', 'day', 'package', 'version', 'symbol', 'changelog', 'says'] as const;

/** The entries of sources.yaml, by id. */
export type Sources = ReadonlyMap<string, Source>;

const normalizeSays = (says: string | undefined) =>
  says === undefined ? undefined : joinLines(says);

/** Reads a citation of version 1. */
export function readOldCitation(evidence: OldEvidence): Citation {
  const says = normalizeSays(evidence.says);
  if (evidence.url !== undefined) return { url: evidence.url, day: evidence.checked, says };
  return {
    package: evidence.package ?? '@anthropic-ai/sdk',
    version: evidence.sdk,
    symbol: evidence.symbol,
    changelog: evidence.changelog,
    says,
  };
}

/** Reads a citation of version 2. It matches nothing if its source is not listed. */
export function readNewCitation({ source, at, says }: NewEvidence, sources: Sources): Citation {
  const entry = sources.get(source);
  if (entry === undefined) return { says: `cites ${source}, which is not in sources.yaml` };
  // Version 1 had no places in a page except anchors.
  const anchor = at?.startsWith('#') ? at : '';
  if (entry.url !== undefined)
    return { url: entry.url + anchor, day: entry.checked, says: normalizeSays(says) };
  const section = at?.match(/^CHANGELOG\.md (.+)$/)?.[1];
  return {
    package: entry.package,
    version: entry.version,
    ...(section === undefined ? { symbol: at } : { changelog: section }),
    says: normalizeSays(says),
  };
}

/** Formats a citation. Equal citations have equal texts. */
export const formatCitation = (citation: Citation): string =>
  JSON.stringify(FIELDS.map((field) => citation[field] ?? null));

/**
 * Tests if a list of version 2 contains a citation of version 1. A sentence may have been added.
 */
function isCited(old: Citation, now: readonly Citation[]): boolean {
  return now.some(
    (other) =>
      formatCitation(old) ===
      formatCitation(old.says === undefined ? { ...other, says: undefined } : other),
  );
}

/** Tests if a list of version 2 has a citation of a list of version 1. */
export function sharesCitation(
  old: readonly OldEvidence[],
  now: readonly NewEvidence[],
  sources: Sources,
): boolean {
  const citations = now.map((entry) => readNewCitation(entry, sources));
  return old.some((entry) => isCited(readOldCitation(entry), citations));
}

/** Like sharesCitation, but true for an empty list of version 1. */
export function sharesEvidence(
  old: readonly OldEvidence[],
  now: readonly NewEvidence[],
  sources: Sources,
): boolean {
  return old.length === 0 || sharesCitation(old, now, sources);
}

/** Creates an item for each citation, which must be among the new ones. */
export function compareEvidence(
  place: Place,
  old: readonly OldEvidence[],
  now: readonly NewEvidence[],
  sources: Sources,
): Item[] {
  const citations = now.map((entry) => readNewCitation(entry, sources));
  return old.map((entry, i) => {
    const citation = readOldCitation(entry);
    return createItem(extendPlace(place, i), 'evidence', citation, isCited(citation, citations), {
      hint: describeNearest(citation, citations),
    });
  });
}

function describeNearest(old: Citation, now: readonly Citation[]): string {
  const differing = now
    .filter(
      (other) =>
        other.url?.split('#')[0] === old.url?.split('#')[0] && other.package === old.package,
    )
    .map((other) => FIELDS.filter((field) => other[field] !== old[field]).map((f) => [f, other[f]]))
    .sort((a, b) => a.length - b.length)[0];
  return differing === undefined
    ? 'nothing there cites it'
    : `cited there with ${differing.map(([field, value]) => `${field}: ${value}`).join('; ')}`;
}

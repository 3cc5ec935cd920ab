/** Evidence of both versions in one form: what is cited, when it was read, and what it says. */
import { createItem, extendPlace, type Item, type Place } from './item.ts';
import type { NewEvidence, OldEvidence, Source } from './shapes.ts';
import { joinLines } from './texts.ts';

/** A citation with everything that either version says about it. */
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

/** Reads sources.yaml for the citations of version 2. */
export type Sources = ReadonlyMap<string, Source>;

const normalizeSays = (says: string | undefined) =>
  says === undefined ? undefined : joinLines(says);

/** A citation of version 1. */
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

/** A citation of version 2; nothing is cited where its source is not listed. */
export function readNewCitation({ source, at, says }: NewEvidence, sources: Sources): Citation {
  const entry = sources.get(source);
  if (entry === undefined) return { says: `cites ${source}, which is not in sources.yaml` };
  // A place in a page other than an anchor adds to what version 1 could say.
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

/** Compares citations: equal texts, equal citations. */
export const formatCitation = (citation: Citation): string =>
  JSON.stringify(FIELDS.map((field) => citation[field] ?? null));

/** Tests if a list of version 2 cites what version 1 did; a sentence may have been added to it. */
function isCited(old: Citation, now: readonly Citation[]): boolean {
  return now.some(
    (other) =>
      formatCitation(old) ===
      formatCitation(old.says === undefined ? { ...other, says: undefined } : other),
  );
}

/** Tests if a list of version 2 has a citation of one of version 1. */
export function sharesCitation(
  old: readonly OldEvidence[],
  now: readonly NewEvidence[],
  sources: Sources,
): boolean {
  const citations = now.map((entry) => readNewCitation(entry, sources));
  return old.some((entry) => isCited(readOldCitation(entry), citations));
}

/** The same, where an empty list of version 1 has nothing to share. */
export function sharesEvidence(
  old: readonly OldEvidence[],
  now: readonly NewEvidence[],
  sources: Sources,
): boolean {
  return old.length === 0 || sharesCitation(old, now, sources);
}

/** An item for each citation, each of which has to be in one of the new ones. */
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

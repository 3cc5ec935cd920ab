/** Turns evidence into links. */
import { type Evidence, getSource } from './catalog.ts';

/** A citation with the address of its source, a label and the place in it. */
export interface Source {
  /** Absent for what is internal to an organization. */
  readonly url?: string;
  readonly label: string;
  /** A stored copy of a page that is gone or changes. */
  readonly copy?: string | undefined;
  /** A declaration of a package, or a heading that the address cannot name. */
  readonly symbol?: string | undefined;
  /** A section of the package's changelog. */
  readonly changelog?: string | undefined;
  readonly checked?: string | undefined;
  readonly says?: string | undefined;
}

const CHANGELOG = 'CHANGELOG.md ';

/** Resolves a citation. */
export function resolveSource({ source: id, at, says }: Evidence): Source {
  const source = getSource(id);
  if ('url' in source) {
    const anchor = at?.startsWith('#') ? at : '';
    const url = source.url + anchor;
    return {
      url,
      label: shortenUrl(url),
      copy: source.copy,
      symbol: anchor ? undefined : at,
      checked: source.checked,
      says,
    };
  }
  if ('internal' in source)
    return { label: source.internal, symbol: at, checked: source.checked, says };
  const changelog = at?.startsWith(CHANGELOG) ? at.slice(CHANGELOG.length) : undefined;
  return {
    url: `https://www.npmjs.com/package/${source.package}/v/${source.version}`,
    label: `${source.package} ${source.version}`,
    symbol: changelog === undefined ? at : undefined,
    changelog,
    checked: source.checked,
    says,
  };
}

const MAX_LABEL = 56;

/**
 * Shortens an address for display: `owner/repo#12` or `owner/repo: file.md` on GitHub, otherwise
 * the address without scheme and `www.`.
 */
export function shortenUrl(url: string): string {
  const { hostname, pathname, hash } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  const parts = pathname.split('/').filter(Boolean);
  if (host === 'github.com' && parts.length > 3) {
    const [owner, repository, kind] = parts;
    if (kind === 'issues' || kind === 'pull') return `${owner}/${repository}#${parts[3]}`;
    if (kind === 'blob' || kind === 'tree') return `${owner}/${repository}: ${parts.at(-1)}${hash}`;
  }
  const full = [host, ...parts].join('/') + hash;
  return full.length <= MAX_LABEL || parts.length < 2 ? full : `${host}/…/${parts.at(-1)}${hash}`;
}

/** Removes citations that are listed twice. */
export function removeDuplicates(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((item) => [JSON.stringify(item), item])).values()];
}

/** A source of a table, with everything that the table cites from it. */
export interface NumberedSource {
  readonly number: number;
  readonly citations: readonly Evidence[];
}

/** Numbers the sources of citations in the order of their first use, each source once. */
export function numberSources(evidence: readonly Evidence[]): Map<string, NumberedSource> {
  const numbered = new Map<string, NumberedSource>();
  for (const citation of evidence) {
    const known = numbered.get(citation.source);
    const citations = removeDuplicates([...(known?.citations ?? []), citation]);
    numbered.set(citation.source, { number: known?.number ?? numbered.size + 1, citations });
  }
  return numbered;
}

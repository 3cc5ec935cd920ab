/** Evidence as links: a claim cites a source, and the Catalog says once where that is. */
import { type Evidence, source as sourceById } from './catalog.ts';

/** A citation with its source: the address, the words for it, the place in it. */
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
export function sourceOf({ source: id, at, says }: Evidence): Source {
  const source = sourceById(id);
  if ('url' in source) {
    const anchor = at?.startsWith('#') ? at : '';
    const url = source.url + anchor;
    return {
      url,
      label: shortUrl(url),
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
 * Words for an address: `owner/repo#12` and `owner/repo: file.md` on GitHub, elsewhere the address
 * without what every address has.
 */
export function shortUrl(url: string): string {
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

/** The same citation twice says nothing more. */
export function uniqueEvidence(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((item) => [JSON.stringify(item), item])).values()];
}

/** Small answers about betas and evidence that several pages give. */
import {
  type CatalogBeta,
  type CatalogFeature,
  catalog,
  type Evidence,
  findBeta,
} from './catalog.ts';
import { betaHref } from './links.ts';
import { parseEndpoint } from './rules.ts';
import type { Locale } from './site.ts';

/** When a beta began: the known release date, else the date in its name. */
export const sinceOf = (beta: CatalogBeta): string => beta.released?.date ?? beta.date;

/** The groups of endpoints that a beta is about: `/v1/files`, `/v1/organizations/webhooks`. A rule about message params is about messages. */
export function endpointsOf({ opens, selectsAt, sdk }: CatalogBeta): string[] {
  const named = [
    ...opens.flatMap(
      (rule) => rule.endpoint ?? (rule.at === undefined ? [] : ['POST /v1/messages']),
    ),
    ...selectsAt,
    ...sdk.sends,
  ];
  return [...new Set(named.map((endpoint) => groupOf(parseEndpoint(endpoint).path)))].sort();
}

/** `/v1/organizations` is many groups, every other resource is one. */
function groupOf(path: string): string {
  const parts = path.split('/').slice(1);
  return `/${parts.slice(0, parts[1] === 'organizations' ? 3 : 2).join('/')}`;
}

/** The address of a beta's page for ids that have one; what `inlineHtml` wants. */
export const betaLinks =
  (locale: Locale, except?: string) =>
  (id: string): string | undefined =>
    id !== except && findBeta(id) ? betaHref(locale, id) : undefined;

/** The betas of a feature, oldest first. */
export const betasOf = (feature: CatalogFeature): CatalogBeta[] =>
  feature.betas.flatMap((id) => findBeta(id) ?? []);

/** Features of one family, by title. */
export const featuresOf = (family: string): CatalogFeature[] =>
  catalog.features.filter((feature) => feature.family === family);

/** Everything that free text search in the table may find. */
export function searchText(beta: CatalogBeta, feature: CatalogFeature): string {
  const { title } = beta;
  const parts = [
    beta.id,
    feature.name,
    beta.constant,
    title.en,
    title.id,
    feature.title.en,
    feature.title.id,
  ];
  const rules = beta.opens.flatMap((rule) => [
    rule.at,
    ...(rule.endpoint ?? []),
    ...[rule.is ?? []].flat(),
    ...(rule.in ?? []),
  ]);
  return [
    ...new Set(
      [...parts, ...rules]
        .filter((part) => part !== undefined)
        .map((part) => String(part).toLowerCase()),
    ),
  ].join(' ');
}

/** A source as a link: its address and the words for it. */
export interface Source {
  readonly url: string;
  readonly label: string;
  readonly symbol?: string | undefined;
  readonly changelog?: string | undefined;
  readonly checked?: string | undefined;
  readonly says?: string | undefined;
}

/** Evidence of either kind as a link. */
export function sourceOf(evidence: Evidence): Source {
  if ('url' in evidence)
    return {
      url: evidence.url,
      label: shortUrl(evidence.url),
      checked: evidence.checked,
      says: evidence.says,
    };
  const name = evidence.package ?? '@anthropic-ai/sdk';
  return {
    url: `https://www.npmjs.com/package/${name}/v/${evidence.sdk}`,
    label: `${name} ${evidence.sdk}`,
    symbol: evidence.symbol,
    changelog: evidence.changelog,
    says: evidence.says,
  };
}

const MAX_LABEL = 56;

/** Words for an address: `owner/repo#12` and `owner/repo: file.md` on GitHub, elsewhere the address without what every address has. */
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

/** The same source twice says nothing more. */
export function uniqueEvidence(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((item) => [JSON.stringify(item), item])).values()];
}

/** The answer of a platform to each header value, reduced to one word, for tables without cases. */
import type { Catalog, CatalogAcceptance, CatalogBeta } from '@beta-headers/manifest/data';

/** The answer of one platform to one header value. */
export interface Answer {
  readonly id: string;
  /** The answer where no exception applies. Values that are ignored count as accepted. */
  readonly status: 'accepted' | 'rejected' | 'unknown';
  /** The values that the platform accepts in place of a rejected one. */
  readonly instead: readonly string[];
  /** The other answers, in words: `accepted with claude-opus-5-5`. */
  readonly exceptions: readonly string[];
  /** True if the sources contradict each other. */
  readonly disputed: boolean;
}

/** The names that a table gives the platforms, in the order of the table. */
export type Targets = Readonly<Record<string, string>>;

/** The options of an emitter. */
export interface EmitOptions {
  /** The version of the manifest, for the header of the file. */
  readonly version: string;
  /** The only platform to write. By default, all those that the gateway has a place for. */
  readonly platform?: string | undefined;
}

/** Finds the newest day on which a source was read. */
export function findNewestDay(data: Catalog): string {
  let newest = '';
  for (const source of data.sources) {
    if (source.checked !== undefined && source.checked > newest) newest = source.checked;
  }
  return newest;
}

/** Reads the answers of a platform to every beta, sorted by id. */
export function readAnswers(data: Catalog, platform: string): Answer[] {
  const today = findNewestDay(data);
  const accepted = new Set(
    data.betas
      .filter((beta) => reduceClaims(beta, platform, today).status === 'accepted')
      .map(({ id }) => id),
  );
  return data.betas
    .map((beta) => {
      const answer = reduceClaims(beta, platform, today);
      return { ...answer, instead: answer.instead.filter((id) => accepted.has(id)) };
    })
    .sort((a, b) => compareText(a.id, b.id));
}

/** Orders texts by code units, independently of the locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function reduceClaims(beta: CatalogBeta, platform: string, today: string): Answer {
  const claims = (beta.acceptance[platform] ?? []).filter(
    ({ until }) => until === undefined || until >= today,
  );
  const general = claims.find(({ models, endpoint }) => !models && !endpoint);
  const status = simplifyStatus(general?.status ?? 'unknown');
  const special = general ? claims.slice(0, claims.indexOf(general)) : claims;
  return {
    id: beta.id,
    status,
    instead: status === 'rejected' ? (general?.instead ?? []).map(({ send }) => send) : [],
    exceptions: special.filter((claim) => simplifyStatus(claim.status) !== status).map(nameCase),
    disputed: claims.some(({ disputed }) => disputed !== undefined),
  };
}

function simplifyStatus(status: CatalogAcceptance['status']): Answer['status'] {
  return status === 'ignored' ? 'accepted' : status;
}

function nameCase({ status, models, endpoint }: CatalogAcceptance): string {
  const parts = [
    models && `with ${models.join(', ')}`,
    endpoint && `at ${endpoint.join(', ')}`,
  ].filter((part) => part !== undefined);
  return `${status} ${parts.join(' ')}`;
}

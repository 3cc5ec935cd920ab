/** The values of a client that cannot be changed, and their treatment on each platform. */
import { type CatalogBeta, catalog, getBeta, getFeature } from './catalog.ts';
import { getHeaderMark, type HeaderMark } from './claim-marks.ts';
import { listClaimInstead } from './claims.ts';
import { takeFirstSentence } from './inline.ts';
import type { Locale } from './site.ts';

export type CatalogClient = (typeof catalog.clients)[number];

/** Gets a client of the Catalog. @throws if it has none with this id */
export function getClient(id: string): CatalogClient {
  const client = catalog.clients.find((one) => one.id === id);
  if (!client) throw new Error(`packages/manifest/clients.yaml has no client ${id}.`);
  return client;
}

/** A value that a client sends. */
export interface ClientValue {
  readonly beta: CatalogBeta;
  readonly sent: CatalogClient['sends'][number];
  readonly marks: Readonly<Record<string, HeaderMark>>;
  /** The values that platforms want in its place. */
  readonly instead: readonly { readonly platform: string; readonly send: readonly string[] }[];
}

/** Lists the values of a client in the order of clients.yaml. */
export const listClientValues = ({ sends }: CatalogClient): ClientValue[] =>
  sends.map((sent) => {
    const beta = getBeta(sent.beta);
    return {
      beta,
      sent,
      marks: Object.fromEntries(
        catalog.platforms.map(({ id }) => [id, getHeaderMark(beta.acceptance[id] ?? [])]),
      ),
      instead: catalog.platforms.flatMap(({ id }) => {
        const send = (beta.acceptance[id] ?? []).flatMap(listClaimInstead).map((one) => one.send);
        return send.length > 0 ? [{ platform: id, send: [...new Set(send)] }] : [];
      }),
    };
  });

/** Describes the effect of a value in one sentence, from its summary. */
export const describeEffect = ({ summary, feature }: CatalogBeta, locale: Locale): string =>
  takeFirstSentence(summary[locale]) || takeFirstSentence(getFeature(feature).summary[locale]);

/** Groups platforms by what they do with a value, in the order of the Catalog. */
export function groupByMark({ marks }: ClientValue): [HeaderMark, string[]][] {
  const groups = new Map<HeaderMark, string[]>();
  for (const [platform, mark] of Object.entries(marks))
    groups.set(mark, [...(groups.get(mark) ?? []), platform]);
  return [...groups];
}

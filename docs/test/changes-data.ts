/** A small Catalog in two versions and their releases, for tests of the timeline and its feeds. */

import type { Catalog } from '@beta-headers/manifest';
import { addRelease, type ReleaseRecord } from '@beta-headers/manifest/history';
import { type CatalogBeta, catalog, getBeta } from '../src/lib/catalog.ts';

const base: CatalogBeta = {
  ...getBeta('mcp-client-2025-11-20'),
  requires: [],
  evidence: [],
  supersedes: [],
  released: undefined,
  sdk: { since: {}, sends: [] },
};

/** Makes a beta with this id, and with the other facts of the MCP connector. */
export const makeBeta = (id: string, more: Partial<CatalogBeta> = {}): CatalogBeta => ({
  ...base,
  id,
  date: id.slice(-10),
  ...more,
});

/** Makes a Catalog of these betas with one feature. */
export function makeCatalog(...betas: CatalogBeta[]): Catalog {
  const [feature] = catalog.features;
  if (!feature) throw new Error('the Catalog has no feature');
  const ids = betas.map(({ id }) => id);
  return {
    ...catalog,
    betas,
    features: [{ ...feature, name: 'one', betas: ids, latest: ids.at(-1) as string }],
  };
}

const evidence = [{ source: 'sdk-1.12.0', at: 'X' }];
const vertex = (status: 'accepted' | 'rejected'): CatalogBeta['acceptance'] => ({
  ...base.acceptance,
  vertex: [{ status, evidence }],
});

/** The first release. */
export const before: Catalog = makeCatalog(
  makeBeta('one-2025-01-01', { sdk: { since: { typescript: '0.30.0' }, sends: [] } }),
  makeBeta('one-2025-06-01', {
    acceptance: vertex('accepted'),
    released: { date: '2025-06-09', evidence },
  }),
);

/** The second release: a new beta with its predecessor, a graduation, a claim, a wording. */
export const after: Catalog = makeCatalog(
  makeBeta('one-2025-01-01', {
    stage: 'graduated',
    graduated: { date: '2026-01-15', evidence },
    sdk: { since: { typescript: '0.30.0' }, sends: [] },
  }),
  makeBeta('one-2025-06-01', {
    stage: 'superseded',
    supersededBy: 'one-2026-02-01',
    acceptance: vertex('rejected'),
    released: { date: '2025-06-09', evidence },
    summary: { en: 'Said in other words.', id: 'Dengan kata lain.' },
  }),
  makeBeta('one-2026-02-01', { sdk: { since: { typescript: '1.13.0' }, sends: [] } }),
);

/** Both releases, newest first. */
export const releases: readonly ReleaseRecord[] = [
  ...addRelease(
    addRelease(
      { schemaVersion: 1, releases: [] },
      { version: '0.1.0', date: '2025-12-01', sdk: '1.12.0', after: before },
    ),
    {
      version: '0.2.0',
      date: '2026-02-08',
      sdk: '1.13.0',
      before,
      after,
    },
  ).releases,
].reverse();

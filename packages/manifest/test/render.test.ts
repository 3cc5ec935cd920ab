import { expect, test } from 'vitest';
import {
  type Change,
  diffCatalogs,
  type Render,
  renderEnglish,
  renderIndonesian,
} from '../src/diff/index.ts';
import { type Catalog, loadManifest } from '../src/index.ts';

const catalog = loadManifest();
const NOTHING: Catalog = {
  schemaVersion: 2,
  features: [],
  betas: [],
  platforms: [],
  models: [],
  sources: [],
  fixes: [],
  notBetas: [],
  sdks: [],
  clients: [],
  apiVersions: [],
  errors: [],
  surface: { params: [], tools: [], blocks: [] },
  sdkReleases: [],
};

/** Changes of almost every kind, made from the published manifest. */
const changes: readonly Change[] = [
  ...diffCatalogs(NOTHING, catalog),
  ...diffCatalogs(catalog, NOTHING),
  ...diffCatalogs(catalog, alterCatalog(catalog)),
  ...diffCatalogs(alterCatalog(catalog), catalog),
];

function alterCatalog(from: Catalog): Catalog {
  const betas = from.betas.map((beta, index) => ({
    ...beta,
    stage: from.betas[(index + 1) % from.betas.length]?.stage ?? beta.stage,
    requires: index % 2 === 0 ? [] : beta.requires.map((rule) => ({ ...rule, model: ['other'] })),
    acceptance: Object.fromEntries(
      Object.entries(beta.acceptance).map(([platform, claims]) => [platform, claims.slice(-1)]),
    ),
    evidence: [],
    selectsAt: [],
    sdk: { since: {}, sends: [] },
    notes: { en: 'Other', id: 'Lain' },
    feature: index === 0 ? 'elsewhere' : beta.feature,
  }));
  const features = from.features.map((feature) => ({
    ...feature,
    uses: [],
    constraints: [],
    substitutes: [],
    latest: feature.betas[0] ?? feature.latest,
    default: 'other',
    removal: 'breaks' as const,
    models: { only: ['other'], evidence: [] },
    availability: Object.fromEntries(
      Object.keys(feature.availability).map((platform) => [
        platform,
        [{ status: 'unavailable' as const, evidence: [] }],
      ]),
    ),
  }));
  const changed = <T>(list: readonly T[]): T[] => list.map((one) => ({ ...one, note: 'other' }));
  return {
    ...from,
    betas,
    features,
    platforms: from.platforms.map((one) => ({ ...one, wire: 'body' as const, hosts: [] })),
    models: changed(from.models),
    sources: changed(from.sources),
    fixes: changed(from.fixes),
    errors: changed(from.errors),
  };
}

test.each<[string, Render]>([
  ['English', renderEnglish],
  ['Indonesian', renderIndonesian],
])('renders every change in %s without gaps', (_, render) => {
  expect(new Set(changes.map(({ kind }) => kind)).size).toBeGreaterThan(35);
  for (const change of changes) {
    const text = render(change);
    expect(text, JSON.stringify(change)).not.toMatch(/undefined|null|NaN|\[object| {2}|\(\)| $/);
    expect(text.length, JSON.stringify(change)).toBeGreaterThan(3);
  }
});

test('renders no change alike in both languages, except for names and dates', () => {
  const same = changes.filter(
    (change) =>
      renderEnglish(change) === renderIndonesian(change) &&
      !['platform-facts', 'feature-facts'].includes(change.kind),
  );
  expect(same).toEqual([]);
});

test('uses the names that the caller provides', () => {
  const change: Change = {
    kind: 'acceptance-changed',
    bump: 'patch',
    group: 'platforms',
    subject: 'demo-2026-01-02',
    platform: 'vertex',
    was: [{ status: 'unknown' }],
    is: [{ status: 'accepted', models: ['claude-one'] }, { status: 'unknown' }],
  };
  const names = { platform: () => 'Google Cloud', model: () => 'Claude One' };
  expect(renderEnglish(change, names)).toBe(
    'acceptance on Google Cloud: unknown → accepted with Claude One; unknown',
  );
  expect(renderIndonesian(change, names)).toBe(
    'penerimaan di Google Cloud: belum diketahui → diterima dengan Claude One; belum diketahui',
  );
});

import { expect, test } from 'vitest';
import { type Catalog, loadManifest } from '../src/index.ts';
import { formatReport, readSdkSurface, report, type SdkSurface } from '../src/report/index.ts';
import {
  beta,
  demoBeta,
  EVIDENCE,
  feature,
  makeManifestFolder,
  PLATFORMS,
  platform,
  sources,
} from './fixtures.ts';

const claim = (status: string, confidence: string, source: string): string =>
  `{ status: ${status}, confidence: ${confidence}, evidence: [{ source: ${source}, says: x }] }`;

const small = (): Catalog =>
  loadManifest({
    folder: makeManifestFolder({
      'features/demo.yaml': `${feature(
        'demo',
        beta(
          'demo-2026-01-02',
          'superseded',
          'supersededBy: demo-2026-02-02',
          'requires: [{ at: a }, { endpoint: "* /v1/demo/**" }]',
          'review: [Is it so?]',
        ),
        beta(
          'demo-2026-02-02',
          'beta',
          'acceptance:',
          `  vertex: ${claim('rejected', 'low', 'old')}`,
          `  bedrock: [{ models: [claude-one], status: accepted, evidence: ${EVIDENCE} }, ` +
            `${claim('rejected', 'high', 'new')}]`,
          `  foundry: { status: accepted, disputed: { en: A, id: B }, evidence: ${EVIDENCE} }`,
          'sdk: { sends: [POST /v1/other] }',
        ),
      )}availability: { claude-api: ${claim('available', 'high', 'new')} }\n`,
      'platforms.yaml': `platforms:\n${PLATFORMS.map((id) =>
        platform(
          id,
          id === 'claude-on-aws' ? `, like: { platform: claude-api, evidence: ${EVIDENCE} }` : '',
        ),
      ).join('')}`,
      ...sources(['old', '2026-01-01'], ['new', '2026-05-05']),
    }),
  });

const sdk: SdkSurface = {
  sdk: '1.12.0',
  union: ['demo-2026-01-02', 'demo-2026-02-02', 'gone-2026-01-01'],
  methods: [
    {
      name: 'demo.parts.list',
      endpoint: 'GET /v1/demo/{demo_id}/parts',
      defaults: ['demo-2026-01-02'],
    },
    { name: 'demo.list', endpoint: 'GET /v1/demo', defaults: ['demo-2026-01-02'] },
    { name: 'other.create', endpoint: 'POST /v1/other', defaults: ['demo-2026-02-02'] },
    { name: 'demos.list', endpoint: 'GET /v1/demos', defaults: ['demo-2026-01-02'] },
    { name: 'demo.parse', endpoint: 'POST /v1/demos', defaults: ['demo-2026-01-02'], helper: true },
    { name: 'messages.create', endpoint: 'POST /v1/messages', defaults: [] },
  ],
};

test('counts features, betas, rules and lists', () => {
  const metrics = report(small());
  expect(metrics).toMatchObject({
    features: 1,
    betas: 2,
    rules: 2,
    betasWithRules: 1,
    uses: 2,
    models: 2,
    betasInReview: ['demo-2026-01-02'],
    featuresWithoutRemoval: ['demo'],
    featuresWithoutUses: [],
    undocumented: 0,
  });
  expect(metrics.byStage).toMatchObject({ superseded: 1, beta: 1, retired: 0 });
  expect(metrics.byFamily).toMatchObject({ tools: 1, context: 0 });
  expect(metrics.byAudience).toMatchObject({ everyday: 1, specialised: 0 });
  expect(metrics.texts.bothLanguages).toBe(metrics.texts.total);
  expect(metrics.sdk).toBeUndefined();
});

test('counts the claims of each platform by their unconditional status', () => {
  const { acceptance, availability } = report(small());
  expect(acceptance.vertex).toMatchObject({
    byStatus: { accepted: 0, ignored: 0, rejected: 1, unknown: 1 },
    low: 1,
    unrated: 0,
    conditional: 0,
  });
  expect(acceptance.bedrock).toMatchObject({
    byStatus: { rejected: 1 },
    conditional: 1,
    high: 1,
    unrated: 1,
  });
  expect(acceptance.foundry).toMatchObject({ byStatus: { accepted: 1 }, unrated: 1, disputed: 1 });
  expect(availability['claude-api']).toMatchObject({ byStatus: { available: 1 }, derived: 0 });
  expect(availability['claude-on-aws']).toMatchObject({
    byStatus: { available: 1 },
    derived: 1,
    high: 0,
    medium: 0,
  });
});

test('counts sources and their citations, and names those read longest ago', () => {
  const metrics = report(small());
  expect(metrics.sources).toEqual({
    pages: 2,
    packages: 1,
    citations: 15,
    oldestCheck: '2026-01-01',
    newestCheck: '2026-05-05',
  });
  expect(metrics.readLongestAgo).toEqual([
    { checked: '2026-01-01', source: 'old', url: 'https://example.com/old', citations: 1 },
    { checked: '2026-05-05', source: 'new', url: 'https://example.com/new', citations: 2 },
  ]);
});

test('names what is missing, even in a catalog that no lint has checked', () => {
  const catalog = JSON.parse(JSON.stringify(small())) as Catalog;
  const broken = {
    ...catalog,
    features: catalog.features.map((f) => ({ ...f, uses: [] })),
    betas: catalog.betas.map((b) => ({
      ...b,
      docs: '',
      evidence: [],
      acceptance: { ...b.acceptance, vertex: [{ status: 'accepted' as const, evidence: [] }] },
      title: { en: 'Same', id: 'Same' },
    })),
  };
  const metrics = report(broken);
  expect(metrics.claimsWithoutEvidence).toEqual([
    'demo-2026-01-02 vertex',
    'demo-2026-02-02 vertex',
  ]);
  expect(metrics.featuresWithoutUses).toEqual(['demo']);
  expect(metrics.betasWithoutDocs).toEqual(['demo-2026-01-02', 'demo-2026-02-02']);
  expect(metrics.betasWithoutEvidence).toEqual(['demo-2026-01-02', 'demo-2026-02-02']);
  expect(metrics.texts.bothLanguages).toBe(metrics.texts.total - 1);
});

test('reports the covered and the missing part of an SDK release', () => {
  expect(report(small(), sdk).sdk).toEqual({
    version: '1.12.0',
    union: { covered: 2, total: 3, missing: ['gone-2026-01-01'] },
    defaults: {
      covered: 3,
      total: 4,
      missing: ['demos.list (GET /v1/demos) sends demo-2026-01-02'],
    },
  });
});

test('validates sdk.json', () => {
  expect(readSdkSurface(sdk, 'sdk.json')).toBe(sdk);
  for (const wrong of [null, {}, { ...sdk, union: 'x' }, { ...sdk, methods: [{ name: 'a' }] }]) {
    expect(() => readSdkSurface(wrong, 'sdk.json')).toThrow(
      /sdk\.json: not written by tools\/sync/,
    );
  }
});

test('formats aligned tables, with what is missing at the end', () => {
  const text = formatReport(report(small(), sdk));
  for (const kind of ['availability', 'acceptance']) {
    const lines = text.split('\n');
    const start = lines.findIndex((line) => line.startsWith(kind));
    const table = lines.slice(start, start + PLATFORMS.length + 1);
    expect(table.map((line) => line.trim().split(/\s+/)[0])).toEqual([kind, ...PLATFORMS]);
    expect(new Set(table.map((line) => line.length)).size).toBe(1);
  }
  expect(text).toContain('not covered\n  gone-2026-01-01\n  demos.list');
  expect(text).toContain('values of the union     2 of 3');
  expect(text).not.toMatch(/ $/m);
});

test('finds nothing missing in the published manifest', () => {
  const metrics = report(loadManifest());
  expect(metrics.claimsWithoutEvidence).toEqual([]);
  expect(metrics.betasWithoutDocs).toEqual([]);
  expect(metrics.betasWithoutEvidence).toEqual([]);
  expect(metrics.texts.bothLanguages).toBe(metrics.texts.total);
});

test('counts a beta without claims as unknown everywhere', () => {
  const metrics = report(loadManifest({ folder: makeManifestFolder(demoBeta('beta')) }));
  for (const id of PLATFORMS)
    expect(metrics.acceptance[id]?.byStatus).toEqual({
      accepted: 0,
      ignored: 0,
      rejected: 0,
      unknown: 1,
    });
});

import { expect, test } from 'vitest';
import { type Catalog, loadManifest, PLATFORMS } from '../src/index.ts';
import { formatReport, readSdkSurface, report, type SdkSurface } from '../src/report/index.ts';
import { beta, demo, demoBeta, manifestFolder } from './manifest.ts';

const small = (): Catalog =>
  loadManifest({
    folder: manifestFolder(
      demo(
        beta(
          'demo-2026-01-02',
          'superseded',
          'supersededBy: demo-2026-02-02',
          'opens: [{ at: a }, { endpoint: "* /v1/demo/**" }]',
          'review: [Is it so?]',
        ),
        beta(
          'demo-2026-02-02',
          'beta',
          'platforms:',
          '  vertex: { accepts: false, confidence: low, evidence: [{ url: "https://example.com/old", checked: 2026-01-01, says: x }] }',
          '  bedrock: { accepts: { models: [claude-one] }, confidence: high, evidence: [{ url: "https://example.com/new", checked: 2026-05-05, says: x }] }',
          '  foundry: { accepts: true, disputed: { en: A, id: B }, evidence: [{ sdk: 1.12.0, symbol: D }] }',
          'sdk: { sends: [POST /v1/other] }',
        ),
      ),
    ),
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

test('counts what there is', () => {
  const figures = report(small());
  expect(figures).toMatchObject({
    features: 1,
    betas: 2,
    rules: 2,
    betasWithRules: 1,
    models: 2,
    betasInReview: ['demo-2026-01-02'],
    undocumented: 0,
  });
  expect(figures.byStage).toMatchObject({ superseded: 1, beta: 1, retired: 0 });
  expect(figures.byFamily).toMatchObject({ tools: 1, context: 0 });
  expect(figures.platforms.vertex).toMatchObject({
    accepts: 0,
    rejects: 1,
    unknown: 1,
    low: 1,
    unrated: 0,
  });
  expect(figures.platforms.bedrock).toMatchObject({ byModel: 1, high: 1 });
  expect(figures.platforms.foundry).toMatchObject({ accepts: 1, unrated: 1, disputed: 1 });
  expect(figures.sources).toEqual({
    pages: 2,
    sdk: 3,
    oldestCheck: '2026-01-01',
    newestCheck: '2026-05-05',
  });
  expect(figures.readLongestAgo[0]).toEqual({
    checked: '2026-01-01',
    beta: 'demo-2026-02-02',
    url: 'https://example.com/old',
  });
  expect(figures.texts.bothLanguages).toBe(figures.texts.total);
  expect(figures.sdk).toBeUndefined();
});

test('names what is missing, also in a catalog that no lint has seen', () => {
  const catalog = JSON.parse(JSON.stringify(small())) as Catalog;
  const broken = {
    ...catalog,
    betas: catalog.betas.map((b) => ({
      ...b,
      docs: '',
      evidence: [],
      platforms: { ...b.platforms, vertex: { accepts: true, evidence: [] } },
      title: { en: 'Same', id: 'Same' },
    })),
  };
  const figures = report(broken);
  expect(figures.claimsWithoutEvidence).toEqual([
    'demo-2026-01-02 vertex',
    'demo-2026-02-02 vertex',
  ]);
  expect(figures.betasWithoutDocs).toEqual(['demo-2026-01-02', 'demo-2026-02-02']);
  expect(figures.betasWithoutEvidence).toEqual(['demo-2026-01-02', 'demo-2026-02-02']);
  expect(figures.texts.bothLanguages).toBe(figures.texts.total - 1);
});

test('tells how much of an SDK release is covered, and what is not', () => {
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

test('sdk.json is checked as far as it is read', () => {
  expect(readSdkSurface(sdk, 'sdk.json')).toBe(sdk);
  for (const wrong of [null, {}, { ...sdk, union: 'x' }, { ...sdk, methods: [{ name: 'a' }] }]) {
    expect(() => readSdkSurface(wrong, 'sdk.json')).toThrow(
      /sdk\.json: not what tools\/sync writes/,
    );
  }
});

test('the table is aligned, and ends with what is missing', () => {
  const text = formatReport(report(small(), sdk));
  const table = text
    .split('\n')
    .filter(
      (line) => /^ {2}(claude|bedrock|vertex|foundry)/.test(line) || line.startsWith('platforms'),
    );
  expect(table).toHaveLength(PLATFORMS.length + 1);
  expect(new Set(table.map((line) => line.length)).size).toBe(1);
  expect(text).toContain('not covered\n  gone-2026-01-01\n  demos.list');
  expect(text).toContain('values of the union     2 of 3');
  expect(text).not.toMatch(/ $/m);
});

test('the published manifest: no claim, beta or text without what it needs', () => {
  const figures = report(loadManifest());
  expect(figures.claimsWithoutEvidence).toEqual([]);
  expect(figures.betasWithoutDocs).toEqual([]);
  expect(figures.betasWithoutEvidence).toEqual([]);
  expect(figures.texts.bothLanguages).toBe(figures.texts.total);
});

test('a beta of which nothing is claimed is unknown everywhere', () => {
  const figures = report(loadManifest({ folder: manifestFolder(demoBeta('beta')) }));
  for (const platform of PLATFORMS)
    expect(figures.platforms[platform]).toMatchObject({ unknown: 1, accepts: 0, rejects: 0 });
});

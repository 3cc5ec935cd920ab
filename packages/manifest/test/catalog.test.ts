import { expect, test } from 'vitest';
import { type Catalog, loadManifest, PLATFORMS } from '../src/index.ts';
import { beta, demo, demoBeta, type Files, feature, manifestFolder } from './manifest.ts';

const load = (files: Files): Catalog => loadManifest({ folder: manifestFolder(files) });
const EVENT = '{ evidence: [{ sdk: 1.12.0, symbol: Demo }] }';

function isFrozen(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  );
}

test('features by name, betas by feature and then oldest first, whatever the order of the files', () => {
  const catalog = load({
    'features/zeta.yaml': feature(
      'zeta',
      beta('zeta-2026-03-03', 'beta'),
      beta('zeta-20250101', 'beta'),
      beta('zeta-2026-01-01', 'beta'),
    ),
    'features/alpha.yaml': feature('alpha', beta('alpha-2026-02-02', 'beta')),
  });
  expect(catalog.features.map((f) => f.name)).toEqual(['alpha', 'zeta']);
  expect(catalog.betas.map((b) => b.id)).toEqual([
    'alpha-2026-02-02',
    'zeta-20250101',
    'zeta-2026-01-01',
    'zeta-2026-03-03',
  ]);
  expect(catalog.features[1]?.betas).toEqual([
    'zeta-20250101',
    'zeta-2026-01-01',
    'zeta-2026-03-03',
  ]);
  expect(catalog.models.map((m) => m.id)).toEqual(['claude-one', 'claude-two']);
  expect(catalog.platforms.map((p) => p.id)).toEqual([...PLATFORMS]);
});

test('nothing in it can be changed', () => {
  expect(isFrozen(load(demoBeta('beta', 'opens: [{ at: a, in: [x, y] }]')))).toBe(true);
  expect(isFrozen(loadManifest())).toBe(true);
});

test('what follows from an id is computed', () => {
  const [dashed, plain] = load(
    demo(beta('demo-20250219', 'beta'), beta('demo-2026-01-02', 'beta')),
  ).betas;
  expect(dashed).toMatchObject({ date: '2025-02-19', constant: 'DEMO_20250219', feature: 'demo' });
  expect(plain).toMatchObject({ date: '2026-01-02', constant: 'DEMO_2026_01_02' });
});

test('title, summary and docs come from the feature where the beta has none', () => {
  const [own, inherited] = load(
    demo(
      beta(
        'demo-2026-01-02',
        'beta',
        'title: { en: Own, id: Sendiri }',
        'docs: https://example.com/own',
      ),
      beta('demo-2026-02-02', 'beta'),
    ),
  ).betas;
  expect(own).toMatchObject({
    title: { en: 'Own' },
    docs: 'https://example.com/own',
    summary: { en: 'Shows demo. For tests.' },
  });
  expect(inherited).toMatchObject({
    title: { en: 'Demo of demo' },
    docs: 'https://example.com/demo',
  });
});

test('every platform is there, unknown where nobody claims anything', () => {
  const [only] = load(
    demoBeta(
      'beta',
      'platforms: { vertex: { accepts: false, evidence: [{ sdk: 1.12.0, symbol: D }] } }',
    ),
  ).betas;
  expect(Object.keys(only?.platforms ?? {})).toEqual([...PLATFORMS]);
  expect(only?.platforms.vertex.accepts).toBe(false);
  expect(only?.platforms['claude-api']).toEqual({ accepts: 'unknown', evidence: [] });
});

test('endpoints are always a list, and conditions are kept', () => {
  const [only] = load(
    demoBeta(
      'beta',
      'opens: [{ endpoint: GET /v1/a }, { at: b, endpoint: [POST /v1/a, POST /v1/b], apiVersion: 2023-06-01 }]',
    ),
  ).betas;
  expect(only?.opens).toEqual([
    { endpoint: ['GET /v1/a'] },
    { at: 'b', endpoint: ['POST /v1/a', 'POST /v1/b'], apiVersion: '2023-06-01' },
  ]);
});

test('links lead back: who is superseded by this, and whose rule accepts it', () => {
  const { betas } = load(
    demo(
      beta('demo-2026-01-02', 'superseded', 'supersededBy: demo-2026-03-03'),
      beta(
        'demo-2026-02-02',
        'superseded',
        'supersededBy: demo-2026-03-03',
        'opens: [{ at: a, choice: [demo-2026-02-02, demo-2026-03-03] }]',
      ),
      beta('demo-2026-03-03', 'beta'),
    ),
  );
  expect(betas[2]).toMatchObject({
    supersedes: ['demo-2026-01-02', 'demo-2026-02-02'],
    chosenFor: ['demo-2026-02-02'],
  });
  expect(betas[1]).toMatchObject({ supersedes: [], chosenFor: [] });
});

test.each<[string, string[], string]>([
  [
    'the newest',
    [beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'preview')],
    'demo-2026-02-02',
  ],
  [
    'not what is retired',
    [beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'retired', `retired: ${EVENT}`)],
    'demo-2026-01-02',
  ],
  [
    'not what clients send by themselves',
    [beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'internal')],
    'demo-2026-01-02',
  ],
  [
    'not what nobody documents',
    [beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'beta', 'undocumented: true')],
    'demo-2026-01-02',
  ],
  [
    'not a name that the Claude API does not know',
    [
      beta('demo-2026-01-02', 'beta'),
      beta(
        'demo-2026-02-02',
        'beta',
        'platforms: { claude-api: { accepts: false, evidence: [{ sdk: 1.12.0, symbol: D }] } }',
      ),
    ],
    'demo-2026-01-02',
  ],
  [
    'unless there is nothing else',
    [beta('demo-2026-01-02', 'internal'), beta('demo-2026-02-02', 'internal')],
    'demo-2026-02-02',
  ],
])('the latest of a feature: %s', (_, betas, latest) => {
  expect(load(demo(...betas)).features[0]?.latest).toBe(latest);
});

test('an overlay cannot be told from the manifest by order, only by its mark', () => {
  const catalog = load(demo(beta('demo-2026-01-02', 'beta')));
  expect(catalog.features.every((f) => !f.overlay) && catalog.betas.every((b) => !b.overlay)).toBe(
    true,
  );
});

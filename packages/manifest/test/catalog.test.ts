import { expect, test } from 'vitest';
import { type Catalog, loadManifest } from '../src/index.ts';
import {
  beta,
  CITE,
  demo,
  demoBeta,
  demoFeature,
  EVIDENCE,
  type Files,
  feature,
  makeFolder,
  makeManifestFolder,
  PLATFORMS,
  platform,
  sources,
} from './fixtures.ts';

const load = (files: Files): Catalog => loadManifest({ folder: makeManifestFolder(files) });
const EVENT = `{ evidence: ${EVIDENCE} }`;

function isFrozen(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isFrozen))
  );
}

test('sorts features by name and betas by feature and date, whatever the order of the files', () => {
  const catalog = load({
    'features/zeta.yaml': feature(
      'zeta',
      beta('zeta-2026-03-03', 'beta'),
      beta('zeta-20250101', 'beta'),
      beta('zeta-2026-01-01', 'beta'),
    ),
    'features/alpha.yaml': feature('alpha', beta('alpha-2026-02-02', 'beta')),
  });
  const dated = ['zeta-20250101', 'zeta-2026-01-01', 'zeta-2026-03-03'];
  expect(catalog.features.map((f) => f.name)).toEqual(['alpha', 'zeta']);
  expect(catalog.betas.map((b) => b.id)).toEqual(['alpha-2026-02-02', ...dated]);
  expect(catalog.features[1]?.betas).toEqual(dated);
});

test('keeps platforms and errors in the order of their files, and sorts the other lists', () => {
  const error = (id: string, text: string): string =>
    `  - { id: ${id}, kind: missing, pattern: ${text}, example: ${text}, evidence: ${EVIDENCE} }\n`;
  const catalog = load({
    ...demoFeature(
      'constraints: [{ all: [{ at: a }], outcome: 400, fix: wait, evidence: [{ source: page-b, ' +
        'says: x }] }, { all: [{ at: b }], outcome: 400, fix: ask, evidence: [{ source: ' +
        'page-a, says: x }] }]',
    ),
    ...sources(['page-b', '2026-02-02'], ['page-a', '2026-02-02']),
    'fixes.yaml':
      'fixes:\n  - { code: wait, text: { en: Wait., id: Tunggu. } }\n  - { code: ask, text: { ' +
      'en: Ask., id: Tanya. } }\n',
    'errors.yaml': `errors:\n${error('second', 'zz')}${error('first', 'yy')}`,
  });
  expect(catalog.platforms.map((p) => p.id)).toEqual([...PLATFORMS]);
  expect(catalog.models.map((m) => m.id)).toEqual(['claude-one', 'claude-two']);
  expect(catalog.sources.map((s) => s.id)).toEqual(['page-a', 'page-b', 'sdk-1.12.0']);
  expect(catalog.fixes.map((f) => f.code)).toEqual(['ask', 'wait']);
  expect(catalog.errors.map((e) => e.id)).toEqual(['second', 'first']);
});

const NOT_BETAS = `notBetas:
  - { id: demo-2026-01-03, also: [demo-2026-01-05], reason: misspelt, means: demo-2026-01-02, evidence: ${EVIDENCE} }
  - { id: demo-2026-01-04, reason: invented, note: { en: None., id: Tiada. }, evidence: ${EVIDENCE} }
`;

test('gives each value that is no beta an entry of its own', () => {
  const catalog = load({ ...demoBeta('beta'), 'not-betas.yaml': NOT_BETAS });
  const misspelt = {
    reason: 'misspelt',
    means: 'demo-2026-01-02',
    evidence: [{ source: 'sdk-1.12.0', at: 'Demo' }],
  };
  expect(catalog.notBetas).toMatchObject([
    { id: 'demo-2026-01-03', ...misspelt },
    { id: 'demo-2026-01-04', reason: 'invented', note: { en: 'None.' } },
    { id: 'demo-2026-01-05', ...misspelt },
  ]);
  expect(catalog.notBetas.some((one) => 'also' in one)).toBe(false);
  expect(load(demoBeta('beta')).notBetas).toEqual([]);
});

test('lets an overlay define a beta that the manifest lists as no beta', () => {
  const ours = feature('ours', beta('ours-2026-05-05', 'preview'));
  const catalog = loadManifest({
    folder: makeManifestFolder({
      ...demoBeta('beta'),
      'not-betas.yaml': NOT_BETAS.replace('demo-2026-01-04', 'ours-2026-05-05'),
    }),
    overlay: makeFolder({ 'ours.yaml': ours }),
  });
  expect(catalog.betas.map(({ id }) => id)).toContain('ours-2026-05-05');
  expect(catalog.notBetas.map(({ id }) => id)).not.toContain('ours-2026-05-05');
});

test('returns a deeply frozen object', () => {
  expect(isFrozen(load(demoBeta('beta', 'requires: [{ at: a, in: [x, y] }]')))).toBe(true);
  expect(isFrozen(loadManifest())).toBe(true);
});

test('derives the date, the constant and the feature from an id', () => {
  const [dashed, plain] = load(
    demo(beta('demo-20250219', 'beta'), beta('demo-2026-01-02', 'beta')),
  ).betas;
  expect(dashed).toMatchObject({ date: '2025-02-19', constant: 'DEMO_20250219', feature: 'demo' });
  expect(plain).toMatchObject({ date: '2026-01-02', constant: 'DEMO_2026_01_02' });
});

test('inherits title, summary and docs from the feature', () => {
  const own = beta(
    'demo-2026-01-02',
    'beta',
    'title: { en: Own, id: Sendiri }',
    'docs: https://example.com/own',
  );
  const [first, second] = load(demo(own, beta('demo-2026-02-02', 'beta'))).betas;
  expect(first).toMatchObject({
    title: { en: 'Own' },
    docs: 'https://example.com/own',
    summary: { en: 'Shows demo. For tests.' },
  });
  expect(second).toMatchObject({
    title: { en: 'Demo of demo' },
    docs: 'https://example.com/demo',
  });
});

test('has a claim for every platform, unknown by default', () => {
  const files = demoBeta(
    'beta',
    `acceptance: { vertex: { status: rejected, evidence: ${EVIDENCE} } }`,
  );
  const { betas, features } = load(files);
  expect(Object.keys(betas[0]?.acceptance ?? {})).toEqual([...PLATFORMS]);
  expect(betas[0]?.acceptance.vertex).toEqual([
    { status: 'rejected', evidence: [{ source: 'sdk-1.12.0', at: 'Demo' }] },
  ]);
  expect(betas[0]?.acceptance['claude-api']).toEqual([{ status: 'unknown', evidence: [] }]);
  expect(Object.keys(features[0]?.availability ?? {})).toEqual([...PLATFORMS]);
  expect(features[0]?.availability.vertex).toEqual([{ status: 'unknown', evidence: [] }]);
});

test('keeps the order of claims, and turns their endpoints into lists', () => {
  const files = demoFeature(
    'availability:',
    '  vertex:',
    '    - { models: [claude-one], endpoint: POST /v1/messages, status: unavailable, evidence: ' +
      `${EVIDENCE} }`,
    `    - { status: available, evidence: ${EVIDENCE} }`,
  );
  expect(load(files).features[0]?.availability.vertex).toMatchObject([
    { models: ['claude-one'], endpoint: ['POST /v1/messages'], status: 'unavailable' },
    { status: 'available' },
  ]);
});

test('uses exactly the platforms of platforms.yaml', () => {
  const catalog = load({
    ...demoBeta('beta'),
    'platforms.yaml': `platforms:\n${platform('claude-api')}${platform('brand-new')}`,
  });
  expect(Object.keys(catalog.betas[0]?.acceptance ?? {})).toEqual(['claude-api', 'brand-new']);
});

test('copies the claims of a followed platform, with at most medium confidence', () => {
  const like = (id: string): string => `, like: { platform: ${id}, evidence: ${EVIDENCE} }`;
  const catalog = load({
    'features/demo.yaml': `${feature(
      'demo',
      beta(
        'demo-2026-01-02',
        'beta',
        'acceptance:',
        `  claude-api: { status: accepted, confidence: high, evidence: ${EVIDENCE} }`,
        `  second: { status: rejected, confidence: high, evidence: ${EVIDENCE} }`,
      ),
    )}availability: { claude-api: { status: available, confidence: low, evidence: ${EVIDENCE} } }\n`,
    'platforms.yaml': [
      'platforms:\n',
      platform('third', like('second')),
      platform('second', like('claude-api')),
      platform('claude-api'),
      platform('alone'),
    ].join(''),
  });
  const { acceptance } = catalog.betas[0] as Catalog['betas'][number];
  expect(acceptance.second).toMatchObject([{ status: 'rejected', confidence: 'high' }]);
  expect(acceptance.second?.[0]).not.toHaveProperty('derivedFrom');
  expect(acceptance.third).toMatchObject([
    { status: 'rejected', confidence: 'medium', derivedFrom: 'second' },
  ]);
  expect(acceptance.alone).toEqual([{ status: 'unknown', evidence: [] }]);
  expect(catalog.features[0]?.availability.third).toMatchObject([
    { status: 'available', confidence: 'low', derivedFrom: 'claude-api' },
  ]);
});

test('appends the endpoints of a followed platform', () => {
  const like = (id: string): string => `, like: { platform: ${id}, evidence: ${EVIDENCE} }`;
  const endpoints = (...list: string[]): string =>
    `, endpoints: [${list.map((one) => `{ ${one}, evidence: ${EVIDENCE} }`).join(', ')}]`;
  const { platforms } = load({
    ...demoBeta('beta'),
    'platforms.yaml': `platforms:\n${[
      platform('third', like('second')),
      platform('second', like('first') + endpoints('endpoint: POST /v1/a, status: unavailable')),
      platform('first', endpoints('status: available')),
      platform('whole', like('first') + endpoints('status: unavailable')),
    ].join('')}`,
  });
  const found = platforms.map(({ id, endpoints }) => [
    id,
    endpoints.map(({ status, derivedFrom }) => `${status} ${derivedFrom ?? ''}`.trim()),
  ]);
  expect(Object.fromEntries(found)).toEqual({
    third: ['unavailable second', 'available first'],
    second: ['unavailable', 'available first'],
    first: ['available'],
    whole: ['unavailable'],
  });
});

test('sorts an id with words after its date before the same date without words', () => {
  const [feature] = load(
    demo(
      beta('demo-2026-02-02', 'beta'),
      beta('demo-2026-02-02-research-preview', 'preview'),
      beta('demo-2026-01-02', 'beta'),
    ),
  ).features;
  expect(feature?.betas).toEqual([
    'demo-2026-01-02',
    'demo-2026-02-02-research-preview',
    'demo-2026-02-02',
  ]);
  expect(feature?.latest).toBe('demo-2026-02-02');
});

test('copies the effects and the first version of a feature', () => {
  const effects = `effects: [{ at: "content[].type", text: { en: A block., id: Sebuah blok. }, evidence: ${EVIDENCE} }]`;
  const version = `apiVersion: { from: 2026-01-02, evidence: ${EVIDENCE} }`;
  expect(load(demoFeature(effects, version)).features[0]).toMatchObject({
    effects: [{ at: 'content[].type', text: { en: 'A block.' } }],
    apiVersion: { from: '2026-01-02' },
  });
  expect(load(demoBeta('beta')).features[0]).toMatchObject({ effects: [] });
});

test('turns endpoints into lists, and keeps the other conditions', () => {
  const rules =
    'requires: [{ endpoint: GET /v1/a }, { at: b, endpoint: [POST /v1/a, POST /v1/b], ' +
    'apiVersion: 2023-06-01, unless: { at: c, endpoint: POST /v1/a } }]';
  expect(load(demoBeta('beta', rules)).betas[0]?.requires).toEqual([
    { endpoint: ['GET /v1/a'] },
    {
      at: 'b',
      endpoint: ['POST /v1/a', 'POST /v1/b'],
      apiVersion: '2023-06-01',
      unless: { at: 'c', endpoint: ['POST /v1/a'] },
    },
  ]);
});

test('derives a use from every rule, without conditions on the header alone', () => {
  const files = {
    'features/demo.yaml': `${feature(
      'demo',
      beta(
        'demo-2026-01-02',
        'beta',
        'requires:',
        '  - { at: a, is: old, choice: [demo-2026-01-02, demo-2026-03-03] }',
        '  - { at: b, platform: [vertex], model: [claude-one], apiVersion: 2023-06-01, note: { ' +
          'en: X, id: Y } }',
      ),
      beta(
        'demo-2026-03-03',
        'beta',
        'requires:',
        '  - { at: b, endpoint: POST /v1/b, where: { type: x }, unless: { at: d } }',
        '  - { at: c, is: same }',
        '  - { at: e, nonEmpty: true, shape: form }',
      ),
    )}uses:\n  - { at: c, is: same, note: { en: N, id: C } }\n  - { at: written }\n`,
  };
  expect(load(files).features[0]?.uses).toEqual([
    { at: 'c', is: 'same', note: { en: 'N', id: 'C' } },
    { at: 'written' },
    { at: 'a', is: 'old' },
    { at: 'b' },
    { at: 'b', endpoint: ['POST /v1/b'], where: { type: 'x' }, unless: { at: 'd' } },
    { at: 'e', nonEmpty: true, shape: 'form' },
  ]);
});

test('converts the conditions of constraints and substitutes like those of rules', () => {
  const files = demoFeature(
    'constraints: [{ all: [{ beta: demo-2026-01-02 }, { at: a, endpoint: POST /v1/a }, { ' +
      `absent: { endpoint: POST /v1/b } }], outcome: 400, evidence: ${EVIDENCE} }]`,
    'substitutes: [{ on: [vertex], when: { at: a, endpoint: POST /v1/a }, remove: a, send: ' +
      `demo-2026-01-02, evidence: ${EVIDENCE} }]`,
  );
  const [found] = load(files).features;
  expect(found?.constraints[0]?.all).toEqual([
    { beta: 'demo-2026-01-02' },
    { at: 'a', endpoint: ['POST /v1/a'] },
    { absent: { endpoint: ['POST /v1/b'] } },
  ]);
  expect(found?.substitutes[0]).toMatchObject({ when: { endpoint: ['POST /v1/a'] }, remove: 'a' });
});

test('links a beta to those that it supersedes, and to those that accept it as a choice', () => {
  const { betas } = load(
    demo(
      beta('demo-2026-01-02', 'superseded', 'supersededBy: demo-2026-03-03'),
      beta(
        'demo-2026-02-02',
        'superseded',
        'supersededBy: demo-2026-03-03',
        'requires: [{ at: a, choice: [demo-2026-02-02, demo-2026-03-03] }]',
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

const rejected = (more = ''): string =>
  `acceptance: { claude-api: { status: rejected, ${more}evidence: ${EVIDENCE} } }`;

test.each<[string, string[], string]>([
  [
    'the newest',
    [beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'preview')],
    'demo-2026-02-02',
  ],
  [
    'not a retired one',
    [beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'retired', `retired: ${EVENT}`)],
    'demo-2026-01-02',
  ],
  [
    'not one that clients send by themselves',
    [beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'internal')],
    'demo-2026-01-02',
  ],
  [
    'not an undocumented one',
    [beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'beta', 'undocumented: true')],
    'demo-2026-01-02',
  ],
  [
    'not a name that the Claude API rejects',
    [beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'beta', rejected())],
    'demo-2026-01-02',
  ],
  [
    'a name that the Claude API knows by another name',
    [
      beta('demo-2026-01-02', 'beta'),
      beta(
        'demo-2026-02-02',
        'beta',
        rejected('instead: [{ for: demo, send: demo-2026-01-02 }], '),
      ),
    ],
    'demo-2026-02-02',
  ],
  [
    'the newest of all if people may use none',
    [beta('demo-2026-01-02', 'internal'), beta('demo-2026-02-02', 'internal')],
    'demo-2026-02-02',
  ],
])('picks the latest beta of a feature: %s', (_, betas, latest) => {
  expect(load(demo(...betas)).features[0]?.latest).toBe(latest);
});

test('keeps the authored default of a feature', () => {
  const text = feature('demo', beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'beta'));
  const files = {
    'features/demo.yaml': text.replace('default: demo-2026-02-02', 'default: demo-2026-01-02'),
  };
  expect(load(files).features[0]).toMatchObject({
    default: 'demo-2026-01-02',
    latest: 'demo-2026-02-02',
  });
});

test('marks the features of an overlay, and merges its sources and fixes', () => {
  const overlay = makeFolder({
    'ours.yaml': `${feature('ours', beta('ours-2026-05-05', 'preview')).replace(CITE, '{ source: our-page, says: x }')}constraints: [{ all: [{ at: ours }], outcome: 400, fix: our-fix, evidence: ${EVIDENCE} }]\n`,
    'sources.yaml':
      'sources: [{ id: our-page, url: "https://example.com/o", checked: 2026-06-06 }]',
    'fixes.yaml': 'fixes: [{ code: our-fix, text: { en: Ask us., id: Tanya kami. } }]',
  });
  const catalog = loadManifest({ folder: makeManifestFolder(demoBeta('beta')), overlay });
  expect(catalog.features.map((f) => [f.name, f.overlay])).toEqual([
    ['demo', false],
    ['ours', true],
  ]);
  expect(catalog.betas.map((b) => b.overlay)).toEqual([false, true]);
  expect(catalog.sources.map((s) => s.id)).toEqual(['our-page', 'sdk-1.12.0']);
  expect(catalog.fixes.map((f) => f.code)).toEqual(['our-fix']);
});

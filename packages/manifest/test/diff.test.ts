import { expect, test } from 'vitest';
import {
  CHANGE_GROUPS,
  CHANGE_KINDS,
  type Change,
  diffCatalogs,
  formatChanges,
  impliedBump,
} from '../src/diff/index.ts';
import { loadManifest } from '../src/index.ts';
import { beta, demo, type Files, feature, manifestFolder } from './manifest.ts';

const EVIDENCE = 'evidence: [{ sdk: 1.12.0, symbol: Demo }]';
const claim = (accepts: string, more = ''): string =>
  `platforms: { vertex: { accepts: ${accepts}, ${more}${EVIDENCE} } }`;

function changes(before: Files, after: Files): Change[] {
  return diffCatalogs(
    loadManifest({ folder: manifestFolder(before) }),
    loadManifest({ folder: manifestFolder(after) }),
  );
}

/** What changes when the beta of `demo` is written like this instead of that. */
function changesOf(before: readonly string[], after: readonly string[]): string[] {
  const [was = 'beta', ...old] = before;
  const [is = 'beta', ...now] = after;
  return changes(
    demo(beta('demo-2026-01-02', was, ...old), beta('demo-2026-09-09', 'beta')),
    demo(beta('demo-2026-01-02', is, ...now), beta('demo-2026-09-09', 'beta')),
  ).map((change) => `${change.bump} ${change.group} | ${change.kind}: ${change.text}`);
}

const ID = 'demo-2026-01-02';

test.each<[string, string[], string[], string[]]>([
  ['nothing', ['beta', 'opens: [{ at: a }]'], ['beta', 'opens: [{ at: a }]'], []],
  [
    'superseded',
    ['beta'],
    ['superseded', 'supersededBy: demo-2026-09-09'],
    [`patch superseded | superseded: ${ID} is superseded by demo-2026-09-09 (was beta)`],
  ],
  [
    'graduated',
    ['beta'],
    ['graduated', `graduated: { date: 2026-03-03, ${EVIDENCE} }`],
    [
      `patch graduated | graduated: ${ID} graduated: the feature needs no header any more (was beta)`,
      `patch helpers | date-changed: ${ID} graduated: no date → 2026-03-03`,
    ],
  ],
  [
    'graduated with an old shape',
    ['beta'],
    ['legacy-shape', 'selects: { en: Old, id: Lama }'],
    [
      `patch graduated | graduated: ${ID} graduated and now selects the old shape (was beta)`,
      `patch helpers | text-changed: ${ID}: \`selects\` changed`,
    ],
  ],
  [
    'retired',
    ['graduated', `graduated: { ${EVIDENCE} }`],
    ['retired', `graduated: { ${EVIDENCE} }`, `retired: { ${EVIDENCE} }`],
    [
      `patch retired | retired: ${ID} is retired (was graduated)`,
      `patch helpers | evidence-changed: ${ID} retired: other evidence or note`,
    ],
  ],
  [
    'another stage',
    ['preview'],
    ['beta'],
    [`patch helpers | stage-changed: ${ID} is beta (was preview)`],
  ],
  [
    'a platform that turns out to reject it',
    ['beta', claim('true')],
    ['beta', claim('false')],
    [`minor platforms | claim-narrowed: ${ID} on vertex: accepted → rejected`],
  ],
  [
    'a platform of which nothing was known',
    ['beta'],
    ['beta', claim('false')],
    [`minor platforms | claim-narrowed: ${ID} on vertex: unknown → rejected`],
  ],
  [
    'a platform that accepts it now',
    ['beta', claim('false')],
    ['beta', claim('true')],
    [`patch platforms | claim-changed: ${ID} on vertex: rejected → accepted`],
  ],
  [
    'another name there',
    ['beta', claim('true')],
    ['beta', claim('{ as: demo-2026-09-09 }')],
    [`minor platforms | claim-narrowed: ${ID} on vertex: accepted → renamed to demo-2026-09-09`],
  ],
  [
    'by model',
    ['beta', claim('true')],
    ['beta', claim('{ models: [claude-one] }')],
    [`patch platforms | claim-changed: ${ID} on vertex: accepted → accepted with claude-one`],
  ],
  [
    'surer',
    ['beta', claim('true', 'confidence: low, ')],
    ['beta', claim('true', 'confidence: high, ')],
    [
      `patch platforms | claim-evidence: ${ID} on vertex: still accepted, with other evidence, confidence or note`,
    ],
  ],
  [
    'a rule',
    ['beta'],
    ['beta', 'opens: [{ at: a, in: [x, y] }]'],
    [`patch helpers | rule-added: ${ID} now opens a (in x, y)`],
  ],
  [
    'a rule gone',
    ['beta', 'opens: [{ endpoint: GET /v1/a }]'],
    ['beta'],
    [`patch helpers | rule-removed: ${ID} no longer opens GET /v1/a`],
  ],
  [
    'a rule with a condition',
    ['beta', 'opens: [{ at: a, nonEmpty: true }]'],
    [
      'beta',
      'opens: [{ at: a, nonEmpty: true, platform: [vertex], model: [claude-one], apiVersion: 2023-06-01 }]',
    ],
    [
      `patch helpers | rule-changed: ${ID} opens a (not empty) on vertex with claude-one up to anthropic-version 2023-06-01 (was: a (not empty))`,
    ],
  ],
  [
    'the order of rules',
    ['beta', 'opens: [{ at: a }, { at: b }]'],
    ['beta', 'opens: [{ at: b }, { at: a }]'],
    [],
  ],
  [
    'a conflict',
    ['beta'],
    ['beta', `conflicts: [{ with: demo-2026-09-09, answer: 400, ${EVIDENCE} }]`],
    [`patch helpers | caveat-changed: ${ID}: \`conflicts\` changed`],
  ],
  [
    'models',
    ['beta'],
    ['beta', `models: { only: [claude-one], ${EVIDENCE} }`],
    [`patch helpers | models-changed: ${ID} models: any → claude-one`],
  ],
  [
    'the SDK',
    ['beta', 'sdk: { since: 1.0.0 }'],
    ['beta', 'sdk: { since: 1.0.0, deprecated: 1.9.0 }'],
    [
      `patch helpers | sdk-changed: ${ID} in the SDK: since 1.0.0 → since 1.0.0, deprecated in 1.9.0`,
    ],
  ],
  [
    'a text',
    ['beta'],
    ['beta', 'notes: { en: Yes, id: Ya }'],
    [`patch helpers | text-changed: ${ID}: \`notes\` changed`],
  ],
])('%s', (_, before, after, expected) => {
  expect(changesOf(before, after)).toEqual(expected);
});

const two: Files = {
  'features/demo.yaml': feature('demo', beta('demo-2026-01-02', 'beta')),
  'features/more.yaml': feature('more', beta('more-2026-01-02', 'beta')),
};

test('a new date of a feature is a new beta, and another meaning of the name of the feature', () => {
  const found = changes(
    demo(beta('demo-2026-01-02', 'beta')),
    demo(beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'preview')),
  );
  expect(found.map(({ kind, bump, group, subject }) => [kind, bump, group, subject])).toEqual([
    ['beta-added', 'minor', 'new betas', 'demo-2026-02-02'],
    ['latest-changed', 'minor', 'helpers', 'demo'],
  ]);
  expect(impliedBump(found)).toBe('minor');
});

test('a feature that comes, and one that goes', () => {
  const one = demo(beta('demo-2026-01-02', 'beta'));
  expect(changes(one, two).map((c) => `${c.bump} ${c.kind} ${c.subject}`)).toEqual([
    'minor feature-added more',
    'minor beta-added more-2026-01-02',
  ]);
  const gone = changes(two, one);
  expect(gone.map((c) => `${c.bump} ${c.kind} ${c.subject}`)).toEqual([
    'major beta-removed more-2026-01-02',
    'major feature-removed more',
  ]);
  expect(impliedBump([...gone, ...changes(one, two)])).toBe('major');
});

test('layout, comments and the order of files and keys mean nothing', () => {
  const text = two['features/demo.yaml'] as string;
  const other = `# a comment\n${text.replace('title: { en: Demo of demo, id: Contoh demo }', 'title:\n  id: Contoh demo\n  en: "Demo of demo"')}`;
  expect(changes(two, { ...two, 'features/demo.yaml': other })).toEqual([]);
});

test('a platform or a model that changes', () => {
  const catalog = loadManifest({ folder: manifestFolder(two) });
  const [first, ...rest] = catalog.platforms;
  const moved = {
    ...catalog,
    platforms: [{ ...(first as NonNullable<typeof first>), placement: 'body' as const }, ...rest],
    models: catalog.models.slice(1),
  };
  expect(diffCatalogs(catalog, moved).map((c) => `${c.kind} ${c.text}`)).toEqual([
    'platform-facts claude-api: betas go into the body (was: header)',
    'models-changed model claude-one is gone',
  ]);
  expect(
    diffCatalogs(catalog, { ...catalog, platforms: rest }).map((c) => `${c.bump} ${c.kind}`),
  ).toEqual(['major platform-removed']);
  expect(
    diffCatalogs({ ...catalog, platforms: rest }, catalog).map((c) => `${c.bump} ${c.kind}`),
  ).toEqual(['minor platform-added']);
});

test('the manifest does not differ from itself', () => {
  const catalog = loadManifest();
  expect(diffCatalogs(catalog, JSON.parse(JSON.stringify(catalog)))).toEqual([]);
  expect(impliedBump([])).toBeUndefined();
});

test('as text: the groups of the changelog in their order, and the bump', () => {
  const text = formatChanges(
    changes(
      demo(beta('demo-2026-01-02', 'beta')),
      demo(
        beta('demo-2026-01-02', 'superseded', 'supersededBy: demo-2026-02-02'),
        beta('demo-2026-02-02', 'beta'),
      ),
    ),
  );
  expect(text.split('\n')).toEqual([
    'new betas',
    '  minor  new beta demo-2026-02-02: Demo of demo',
    '',
    'superseded',
    '  patch  demo-2026-01-02 is superseded by demo-2026-02-02 (was beta)',
    '',
    'helpers',
    '  minor  demo now means demo-2026-02-02 (was demo-2026-01-02)',
    '',
    '3 changes: minor',
  ]);
  expect(formatChanges([])).toBe('nothing changed in meaning: no bump');
});

test('every kind belongs to a group of the changelog', () => {
  for (const { group } of Object.values(CHANGE_KINDS)) expect(CHANGE_GROUPS).toContain(group);
});

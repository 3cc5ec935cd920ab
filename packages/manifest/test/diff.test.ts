import { expect, test } from 'vitest';
import {
  CHANGE_GROUPS,
  CHANGE_KINDS,
  type Change,
  diffCatalogs,
  formatChange,
  formatChanges,
  impliedBump,
} from '../src/diff/index.ts';
import { type Catalog, loadManifest } from '../src/index.ts';
import {
  beta,
  CITE,
  demo,
  EVIDENCE,
  type Files,
  feature,
  makeManifestFolder,
  platform,
  sources,
} from './fixtures.ts';

const load = (files: Files): Catalog => loadManifest({ folder: makeManifestFolder(files) });
const diffFiles = (before: Files, after: Files): Change[] =>
  diffCatalogs(load(before), load(after));
const formatLine = (change: Change): string =>
  `${change.bump} ${change.group} | ${change.kind}: ${formatChange(change)}`;

const ID = 'demo-2026-01-02';

/** Lists the changes between two versions of a beta of `demo`. */
function diffBeta(before: readonly string[], after: readonly string[]): string[] {
  const files = ([stage = 'beta', ...lines]: readonly string[]): Files =>
    demo(beta(ID, stage, ...lines), beta('demo-2026-09-09', 'beta'));
  return diffFiles(files(before), files(after)).map(formatLine);
}

const accepted = (status: string, more = ''): string =>
  `acceptance: { vertex: { status: ${status}, ${more}evidence: ${EVIDENCE} } }`;

test.each<[string, string[], string[], string[]]>([
  ['nothing', ['beta', 'requires: [{ at: a }]'], ['beta', 'requires: [{ at: a }]'], []],
  [
    'superseded',
    ['beta'],
    ['superseded', 'supersededBy: demo-2026-09-09'],
    [`patch superseded | superseded: ${ID} is superseded by demo-2026-09-09 (was beta)`],
  ],
  [
    'graduated',
    ['beta'],
    ['graduated', `graduated: { date: 2026-03-03, evidence: ${EVIDENCE} }`],
    [
      `patch graduated | graduated: ${ID} graduated: the feature needs no header any more (was ` +
        'beta)',
      `patch helpers | date-changed: ${ID} graduated: no date → 2026-03-03`,
    ],
  ],
  [
    'graduated with an old shape',
    ['beta'],
    ['legacy-shape', 'selects: { en: Old, id: Lama }', 'selectsAt: [GET /v1/a]'],
    [
      `patch graduated | graduated: ${ID} graduated and now selects the old shape (was beta)`,
      `patch helpers | beta-facts: ${ID} has a new value for \`selectsAt\``,
      `patch helpers | text-changed: ${ID} has a new value for \`selects\``,
    ],
  ],
  [
    'retired',
    ['graduated', `graduated: { evidence: ${EVIDENCE} }`],
    ['retired', `graduated: { evidence: ${EVIDENCE} }`, `retired: { evidence: ${EVIDENCE} }`],
    [
      `patch retired | retired: ${ID} is retired (was graduated)`,
      `patch helpers | evidence-changed: ${ID} has different evidence for \`retired\``,
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
    ['beta', accepted('accepted')],
    ['beta', accepted('rejected')],
    [`minor platforms | acceptance-narrowed: ${ID} acceptance on vertex: accepted → rejected`],
  ],
  [
    'a platform without a claim before',
    ['beta'],
    ['beta', accepted('rejected')],
    [`minor platforms | acceptance-narrowed: ${ID} acceptance on vertex: unknown → rejected`],
  ],
  [
    'a platform that accepts it now',
    ['beta', accepted('rejected')],
    ['beta', accepted('accepted')],
    [`patch platforms | acceptance-changed: ${ID} acceptance on vertex: rejected → accepted`],
  ],
  [
    'another value instead',
    ['beta', accepted('accepted')],
    ['beta', accepted('rejected', 'instead: [{ for: demo, send: demo-2026-09-09 }], ')],
    [
      `minor platforms | acceptance-narrowed: ${ID} acceptance on vertex: accepted → rejected ` +
        '(instead demo-2026-09-09)',
    ],
  ],
  [
    'by model',
    ['beta', accepted('accepted')],
    [
      'beta',
      'acceptance: { vertex: [{ models: [claude-one], until: 2027-01-01, status: accepted, ' +
        `evidence: ${EVIDENCE} }, { status: rejected, evidence: ${EVIDENCE} }] }`,
    ],
    [
      `patch platforms | acceptance-changed: ${ID} acceptance on vertex: accepted → accepted ` +
        'with claude-one until 2027-01-01; rejected',
    ],
  ],
  [
    'surer',
    ['beta', accepted('accepted', 'confidence: low, ')],
    ['beta', accepted('accepted', 'confidence: high, ')],
    [
      `patch platforms | acceptance-evidence: ${ID} acceptance on vertex: still accepted, with ` +
        'different evidence, confidence or note',
    ],
  ],
  [
    'a rule',
    ['beta'],
    ['beta', 'requires: [{ at: a, in: [x, y] }]'],
    [`patch helpers | rule-added: ${ID} is now needed by a (in x, y)`],
  ],
  [
    'a removed rule',
    ['beta', 'requires: [{ endpoint: GET /v1/a }]'],
    ['beta'],
    [`patch helpers | rule-removed: ${ID} is no longer needed by GET /v1/a`],
  ],
  [
    'a rule with other conditions',
    ['beta', 'requires: [{ at: b.c, where: { type: x } }]'],
    [
      'beta',
      'requires: [{ at: b.c, where: { type: x }, platform: [vertex], model: [claude-one], ' +
        'apiVersion: 2023-06-01, unless: { at: d }, choice: [demo-2026-01-02, demo-2026-09-09] }]',
    ],
    [
      `patch helpers | rule-changed: ${ID} is needed by b.c (present, where type x) on vertex ` +
        'with claude-one up to anthropic-version 2023-06-01 unless d (present) by choice of ' +
        'demo-2026-01-02, demo-2026-09-09 (was: b.c (present, where type x))',
    ],
  ],
  [
    'the note of a rule',
    ['beta', 'requires: [{ at: a }]'],
    ['beta', 'requires: [{ at: a, note: { en: X, id: Y } }]'],
    [`patch helpers | text-changed: ${ID} has a new value for \`requires\``],
  ],
  [
    'the SDKs',
    ['beta', 'sdk: { since: { typescript: 1.0.0 } }'],
    ['beta', 'sdk: { since: { typescript: 1.0.0, go: 0.9.0 }, deprecated: 1.9.0 }'],
    [
      `patch helpers | sdk-changed: ${ID} in the SDKs: typescript since 1.0.0 → typescript ` +
        'since 1.0.0, go since 0.9.0, deprecated in 1.9.0',
    ],
  ],
  [
    'a text',
    ['beta'],
    ['beta', 'notes: { en: Yes, id: Ya }'],
    [`patch helpers | text-changed: ${ID} has a new value for \`notes\``],
  ],
])('reports a change of a beta: %s', (_, before, after, expected) => {
  expect(diffBeta(before, after)).toEqual(expected);
});

/** Lists the changes between two versions of the feature. */
function diffFeature(before: readonly string[], after: readonly string[]): string[] {
  const files = (lines: readonly string[]): Files => ({
    'features/demo.yaml': [
      feature('demo', beta(ID, 'beta', 'requires: [{ at: a }]')),
      lines.join('\n'),
      '\n',
    ].join(''),
  });
  return diffFiles(files(before), files(after)).map(formatLine);
}

const constraint = (outcome: string, more = ''): string =>
  `constraints: [{ all: [{ beta: ${ID} }, { at: b }, { absent: { at: c } }], outcome: ` +
  `${outcome}, ${more}evidence: ${EVIDENCE} }]`;
const substitute = (more = ''): string =>
  `substitutes: [{ on: [vertex], when: { at: a }, unless: { at: b }, remove: a, send: ${ID}, ` +
  `${more}evidence: ${EVIDENCE} }]`;

test.each<[string, string[], string[], string[]]>([
  [
    'it turns out not to exist somewhere',
    [],
    [`availability: { vertex: { status: unavailable, evidence: ${EVIDENCE} } }`],
    ['minor platforms | availability-narrowed: demo availability on vertex: unknown → unavailable'],
  ],
  [
    'it needs an entitlement',
    [`availability: { vertex: { status: available, evidence: ${EVIDENCE} } }`],
    [
      'availability: { vertex: { status: available, needs: [entitlement], evidence: ' +
        `${EVIDENCE} } }`,
    ],
    [
      'patch platforms | availability-changed: demo availability on vertex: available → ' +
        'available (needs entitlement)',
    ],
  ],
  [
    'only its label',
    [`availability: { vertex: { status: available, evidence: ${EVIDENCE} } }`],
    [`availability: { vertex: { status: available, label: ga, evidence: ${EVIDENCE} } }`],
    [
      'patch platforms | availability-evidence: demo availability on vertex: still available, ' +
        'with different evidence, confidence or note',
    ],
  ],
  [
    'a use',
    [],
    ['uses: [{ at: b }]'],
    ['patch helpers | use-added: demo is now used by b (present)'],
  ],
  [
    'a removed use',
    ['uses: [{ at: b, is: x }]'],
    [],
    ['patch helpers | use-removed: demo is no longer used by b (is x)'],
  ],
  ['a use that a rule has already', [], ['uses: [{ at: a }]'], []],
  [
    'a constraint',
    [],
    [constraint('400')],
    [
      `patch helpers | constraint-added: demo has a new constraint: the header ${ID} and b ` +
        '(present) and without c (present) → 400',
    ],
  ],
  [
    'the outcome of a constraint',
    [constraint('400')],
    [constraint('no-effect')],
    [
      `patch helpers | constraint-added: demo has a new constraint: the header ${ID} and b ` +
        '(present) and without c (present) → without effect',
      `patch helpers | constraint-removed: demo lost a constraint: the header ${ID} and b ` +
        '(present) and without c (present) → 400',
    ],
  ],
  [
    'the note of a constraint',
    [constraint('400')],
    [constraint('400', 'note: { en: X, id: Y }, ')],
    ['patch helpers | text-changed: demo has a new value for `constraints`'],
  ],
  [
    'the evidence of a constraint',
    [constraint('400')],
    [constraint('400').replace('at: Demo', 'at: Other')],
    ['patch helpers | evidence-changed: demo has different evidence for `constraints`'],
  ],
  [
    'a substitute',
    [],
    [substitute()],
    [
      `patch helpers | substitute-added: demo has a new substitute: ${ID} in place of a, on ` +
        'vertex, for a (present) unless b (present)',
    ],
  ],
  [
    'a removed substitute',
    [substitute()],
    [],
    [
      `patch helpers | substitute-removed: demo lost a substitute: ${ID} in place of a, on ` +
        'vertex, for a (present) unless b (present)',
    ],
  ],
  [
    'what removing it does',
    [],
    ['removal: safe'],
    ['patch helpers | feature-facts: demo `removal`: none → safe'],
  ],
  [
    'its models',
    [],
    [`models: { only: [claude-one], evidence: ${EVIDENCE} }`],
    ['patch helpers | models-changed: demo models: any → claude-one'],
  ],
  [
    'zero data retention',
    [`zdr: { eligible: true, evidence: ${EVIDENCE} }`],
    [`zdr: { eligible: false, evidence: ${EVIDENCE} }`],
    ['patch helpers | feature-facts: demo has a new value for `zdr`'],
  ],
  [
    'what the answer has',
    [],
    [
      'effects: [{ at: "content[]", text: { en: A block., id: Sebuah blok. }, evidence: ' +
        `${EVIDENCE} }]`,
    ],
    ['patch helpers | feature-facts: demo has a new value for `effects`'],
  ],
  [
    'the version that it needs',
    [`apiVersion: { from: 2026-01-02, evidence: ${EVIDENCE} }`],
    [`apiVersion: { from: 2026-01-03, evidence: ${EVIDENCE} }`],
    ['patch helpers | feature-facts: demo has a new value for `apiVersion`'],
  ],
  [
    'the sources of what the answer has',
    [`effects: [{ text: { en: A block., id: Sebuah blok. }, evidence: ${EVIDENCE} }]`],
    [
      'effects: [{ text: { en: A block., id: Sebuah blok. }, evidence: [{ source: sdk-1.12.0, ' +
        'at: Other }] }]',
    ],
    ['patch helpers | evidence-changed: demo has different evidence for `effects`'],
  ],
])('reports a change of a feature: %s', (_, before, after, expected) => {
  expect(diffFeature(before, after)).toEqual(expected);
});

const two: Files = {
  'features/demo.yaml': feature('demo', beta('demo-2026-01-02', 'beta')),
  'features/more.yaml': feature('more', beta('more-2026-01-02', 'beta')),
};

test('reports a new date as a new beta, a new latest and a new default', () => {
  const found = diffFiles(
    demo(beta('demo-2026-01-02', 'beta')),
    demo(beta('demo-2026-01-02', 'beta'), beta('demo-2026-02-02', 'preview')),
  );
  expect(found.map(({ kind, bump, group, subject }) => [kind, bump, group, subject])).toEqual([
    ['default-changed', 'major', 'helpers', 'demo'],
    ['beta-added', 'minor', 'new betas', 'demo-2026-02-02'],
    ['latest-changed', 'minor', 'helpers', 'demo'],
  ]);
  expect(found[0]).toMatchObject({ was: 'demo-2026-01-02', is: 'demo-2026-02-02' });
  expect(impliedBump(found)).toBe('major');
});

test('implies a minor bump for a new feature, and a major one for a removed feature', () => {
  const one = demo(beta('demo-2026-01-02', 'beta'));
  expect(diffFiles(one, two).map((c) => `${c.bump} ${c.kind} ${c.subject}`)).toEqual([
    'minor feature-added more',
    'minor beta-added more-2026-01-02',
  ]);
  const gone = diffFiles(two, one);
  expect(gone.map((c) => `${c.bump} ${c.kind} ${c.subject}`)).toEqual([
    'major beta-removed more-2026-01-02',
    'major feature-removed more',
  ]);
  expect(impliedBump([...gone, ...diffFiles(one, two)])).toBe('major');
});

test('ignores layout, comments and the order of files and keys', () => {
  const text = two['features/demo.yaml'] as string;
  const reordered = text.replace(
    'title: { en: Demo of demo, id: Contoh demo }',
    'title:\n  id: Contoh demo\n  en: "Demo of demo"',
  );
  const other = `# a comment\n${reordered}`;
  expect(diffFiles(two, { ...two, 'features/demo.yaml': other })).toEqual([]);
});

test('reports a platform that is changed, added or removed', () => {
  const files = (text: string): Files => ({ ...two, 'platforms.yaml': `platforms:\n${text}` });
  const home = platform('claude-api');
  expect(
    diffFiles(files(home), files(home.replace('wire: header', 'wire: body'))).map(formatLine),
  ).toEqual(['patch platforms | platform-facts: claude-api `wire`: header → body']);
  const more = files(home + platform('brand-new', ', hosts: [example.com]'));
  expect(diffFiles(files(home), more).map(formatLine)).toEqual([
    'minor platforms | platform-added: brand-new is a new platform: brand-new',
  ]);
  expect(diffFiles(more, files(home)).map(formatLine)).toEqual([
    'major platforms | platform-removed: brand-new was removed',
  ]);
  expect(diffFiles(more, files(home + platform('brand-new'))).map(formatLine)).toEqual([
    'patch platforms | platform-facts: brand-new has a new value for `hosts`',
  ]);
});

test('reports list entries that are changed or removed', () => {
  const fix = (text: string): Files => ({
    'features/demo.yaml': `${two['features/demo.yaml']}constraints: [{ all: [{ at: a }], outcome: 400, fix: wait, evidence: ${EVIDENCE} }]\n`,
    'fixes.yaml': `fixes: [{ code: wait, text: { en: "${text}", id: Tunggu. } }]`,
  });
  expect(diffFiles(fix('Wait.'), fix('Wait a day.')).map(formatLine)).toEqual([
    'patch helpers | fix-changed: wait is a fix with a changed text',
  ]);
  const before = load(two);
  expect(
    diffCatalogs(before, { ...before, models: before.models.slice(1) }).map(formatLine),
  ).toEqual(['patch helpers | model-removed: claude-one was removed from the models']);
  const citing = (day: string): Files => ({
    'features/demo.yaml': (two['features/demo.yaml'] as string).replace(
      CITE,
      '{ source: page, says: x }',
    ),
    ...sources(['page', day]),
  });
  expect(diffFiles(citing('2026-05-05'), citing('2026-06-06')).map(formatLine)).toEqual([
    'patch helpers | source-changed: page is a source that was read again',
  ]);
});

test('implies a major bump for a removed fix, and a minor one for a new fix', () => {
  const before = load(two);
  const after = { ...before, fixes: [{ code: 'wait', text: { en: 'Wait.', id: 'Tunggu.' } }] };
  expect(diffCatalogs(before, after).map((c) => `${c.bump} ${c.kind}`)).toEqual([
    'minor fix-added',
  ]);
  expect(diffCatalogs(after, before).map((c) => `${c.bump} ${c.kind}`)).toEqual([
    'major fix-removed',
  ]);
});

test('reports values of not-betas.yaml that are added, changed or removed', () => {
  const listed = (more: string): Files => ({
    ...two,
    'not-betas.yaml': `notBetas: [{ id: demo-2026-01-03, ${more}, evidence: ${EVIDENCE} }]`,
  });
  const [invented, misspelt] = [
    listed('reason: invented, note: { en: None., id: Tiada. }'),
    listed(`reason: misspelt, means: ${ID}`),
  ];
  const id = 'patch helpers | not-beta';
  expect(diffFiles(two, misspelt).map(formatLine)).toEqual([
    `${id}-added: demo-2026-01-03 is listed as no beta (misspelt): ${ID} was meant`,
  ]);
  expect(diffFiles(two, invented).map(formatLine)).toEqual([
    `${id}-added: demo-2026-01-03 is listed as no beta (invented)`,
  ]);
  expect(diffFiles(invented, misspelt).map(formatLine)).toEqual([
    `${id}-changed: demo-2026-01-03 is listed as no beta, with changed facts or evidence`,
  ]);
  expect(diffFiles(misspelt, two).map(formatLine)).toEqual([
    `${id}-removed: demo-2026-01-03 is no longer listed as no beta`,
  ]);
});

test('finds no difference between a manifest and itself', () => {
  const catalog = loadManifest();
  expect(diffCatalogs(catalog, JSON.parse(JSON.stringify(catalog)))).toEqual([]);
  expect(impliedBump([])).toBeUndefined();
});

test('returns changes as plain data that survives JSON', () => {
  const found = diffFiles(
    demo(beta(ID, 'beta', accepted('accepted'))),
    demo(beta(ID, 'beta', accepted('rejected'))),
  );
  expect(JSON.parse(JSON.stringify(found))).toEqual([
    {
      kind: 'acceptance-narrowed',
      bump: 'minor',
      group: 'platforms',
      subject: ID,
      platform: 'vertex',
      was: [{ status: 'accepted' }],
      is: [{ status: 'rejected' }],
    },
  ]);
});

test('formats the groups of the changelog in order, then the bump', () => {
  const text = formatChanges(
    diffFiles(
      demo(beta('demo-2026-01-02', 'beta')),
      demo(
        beta('demo-2026-01-02', 'superseded', 'supersededBy: demo-2026-02-02'),
        beta('demo-2026-02-02', 'beta'),
      ),
    ),
  );
  expect(text.split('\n')).toEqual([
    'new betas',
    '  minor  demo-2026-02-02 is new (beta): Demo of demo',
    '',
    'superseded',
    '  patch  demo-2026-01-02 is superseded by demo-2026-02-02 (was beta)',
    '',
    'helpers',
    '  major  demo now means demo-2026-02-02 (was demo-2026-01-02)',
    '  minor  demo has demo-2026-02-02 as its newest beta (was demo-2026-01-02)',
    '',
    '4 changes: major',
  ]);
  expect(formatChanges([])).toBe('nothing changed in meaning: no bump');
});

test('assigns every kind to a group of the changelog', () => {
  for (const { group } of Object.values(CHANGE_KINDS)) expect(CHANGE_GROUPS).toContain(group);
});

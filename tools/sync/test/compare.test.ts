import type { Catalog } from '@beta-headers/manifest';
import { describe, expect, test } from 'vitest';
import { type Baseline, toBase, toSurface } from '../src/baseline.ts';
import { compareRelease, computeBump, isDrift } from '../src/compare/compare.ts';
import type { Finding } from '../src/compare/finding.ts';
import type { Mention, SdkFacts, SdkMethod, SurfaceEntry } from '../src/read/facts.ts';

const FACTS: SdkFacts = {
  sdk: '9.0.0',
  anthropicVersion: '2026-10-21',
  union: ['one-2026-01-01'],
  methods: [],
  mentions: [],
  pinned: [],
  named: [],
  models: [],
  deprecatedModels: [],
  surface: [],
  ga: [],
  known: { params: [], tools: [], blocks: [] },
  changelog: [],
  unread: [],
  unreadAt: [],
};
const method = (name: string, endpoint: string, ...defaults: string[]): SdkMethod => ({
  name,
  endpoint,
  defaults,
  acceptsBetas: true,
  source: 'src/x.ts:1',
});
const entry = (name: string, parts: Partial<SurfaceEntry> = {}): SurfaceEntry => ({
  entry: name,
  kind: 'param',
  at: [name],
  endpoints: ['POST /v1/messages'],
  keys: [name],
  source: 'src/m.ts:1',
  ...parts,
});
const mention = (symbol: string, words: string, ...betas: string[]): Mention => ({
  symbol,
  words,
  betas,
  source: 'src/x.ts:2',
});
const beta = (id: string, feature: string, parts: object = {}): object => ({
  id,
  feature,
  stage: 'beta',
  requires: [],
  sdk: { since: { typescript: '1.0.0' }, sends: [] },
  review: [],
  ...parts,
});
const makeCatalog = (...betas: object[]): Catalog =>
  ({
    betas,
    features: betas.map((one) => ({ name: (one as { feature: string }).feature, uses: [] })),
  }) as unknown as Catalog;

/** Compares a release with a manifest that is in line with `before`. */
function compare(
  before: Partial<SdkFacts>,
  after: Partial<SdkFacts>,
  betas: object[] = [beta('one-2026-01-01', 'one')],
  ignored: string[] = [],
): Finding[] {
  const base = { ...FACTS, ...before };
  const known: Baseline = {
    catalog: makeCatalog(...betas),
    base: toBase(base),
    surface: toSurface(base),
    ignored: new Set(ignored),
  };
  return compareRelease(known, { ...base, sdk: '9.1.0', ...after });
}

test('finds nothing and bumps nothing if nothing changed', () => {
  const same = {
    methods: [method('x.list', 'GET /v1/x', 'one-2026-01-01')],
    surface: [entry('speed')],
    mentions: [mention('A', 'one-2026-01-01', 'one-2026-01-01')],
  };
  expect(compare(same, same)).toEqual([]);
  expect(isDrift([])).toBe(false);
  expect(computeBump([])).toBe('none');
});

describe('a new value', () => {
  test.each([
    ['nul-2027-01-01', /Windows has no file named nul\.yaml/],
    ['com1-2027-01-01', /Windows has no file named com1\.yaml/],
    [`${'a'.repeat(300)}-2027-01-01`, /has 311 characters, and no beta has more than 100/],
  ])('is refused if no file can have its name (%#)', (id, message) => {
    expect(() => compare({}, { union: ['one-2026-01-01', id] })).toThrow(message);
    expect(() => compare({}, { union: ['one-2026-01-01', 'console-2027-01-01'] })).not.toThrow();
  });

  test('is found for a known feature, for a new one, and outside of the union', () => {
    const found = compare(
      {},
      {
        union: ['one-2026-01-01', 'one-2026-05-05', 'two-2026-06-06'],
        pinned: [{ beta: 'three-2026-07-07', source: 'src/lib/a.ts:1' }],
      },
    );
    expect(found).toMatchObject([
      { kind: 'new-beta', beta: 'one-2026-05-05', knownFeature: true, inUnion: true },
      { kind: 'new-beta', beta: 'two-2026-06-06', knownFeature: false, inUnion: true },
      { kind: 'new-beta', beta: 'three-2026-07-07', inUnion: false, seen: ['src/lib/a.ts:1'] },
    ]);
    expect(computeBump(found)).toBe('minor');
  });

  test('includes the methods that send it, and things with its words, date or name', () => {
    const found = compare(
      {},
      {
        union: [
          'one-2026-01-01',
          'fast-lane-2026-05-05',
          'browser-tool-2026-06-06',
          'things-2026-07-07',
        ],
        methods: [method('things.list', 'GET /v1/things', 'things-2026-07-07')],
        surface: [
          entry('lane', { betas: ['fast-lane-2026-05-05'] }),
          entry('BrowserTool', {
            kind: 'type',
            at: ['tools[].type'],
            is: 'browser_20260606',
            keys: ['tools[](browser_20260606)'],
          }),
        ],
      },
    );
    expect(
      found.map(
        (one) =>
          one.kind === 'new-beta' && [
            one.beta,
            one.surface.map(({ entry: { entry: name } }) => name),
            one.methods.length,
          ],
      ),
    ).toEqual([
      ['fast-lane-2026-05-05', ['lane'], 0],
      ['browser-tool-2026-06-06', ['BrowserTool'], 0],
      ['things-2026-07-07', [], 1],
    ]);
  });
});

test('reports a value that the union lost as a patch', () => {
  const found = compare(
    { union: ['one-2026-01-01', 'old-2025-01-01'] },
    { union: ['one-2026-01-01'] },
    [beta('one-2026-01-01', 'one'), beta('old-2025-01-01', 'old')],
  );
  expect(found).toEqual([{ kind: 'removed', beta: 'old-2025-01-01' }]);
  expect(computeBump(found)).toBe('patch');
});

test('reports a known value that came into the union late', () => {
  expect(
    compare({}, { union: ['one-2026-01-01', 'late-2025-01-01'] }, [
      beta('one-2026-01-01', 'one'),
      beta('late-2025-01-01', 'late', { sdk: { since: {}, sends: [] } }),
    ]),
  ).toEqual([{ kind: 'in-union', beta: 'late-2025-01-01' }]);
});

describe('defaults', () => {
  const send = (...ids: string[]): SdkMethod[] => [method('x.create', 'POST /v1/x', ...ids)];
  test('are reported if they are new and not covered', () => {
    expect(compare({}, { methods: send('one-2026-01-01') })).toMatchObject([
      { kind: 'new-default', beta: 'one-2026-01-01' },
    ]);
  });
  test('are reported without drift if a rule covers them', () => {
    const found = compare({}, { methods: send('one-2026-01-01') }, [
      beta('one-2026-01-01', 'one', { requires: [{ endpoint: ['* /v1/x/**'] }] }),
    ]);
    expect(found).toMatchObject([{ kind: 'new-default', covered: true }]);
    expect([isDrift(found), computeBump(found)]).toEqual([false, 'none']);
  });
  test('are reported if they changed or stopped', () => {
    const two = [beta('one-2026-01-01', 'one'), beta('two-2026-02-02', 'two')];
    expect(
      compare({ methods: send('one-2026-01-01') }, { methods: send('two-2026-02-02') }, two),
    ).toMatchObject([
      { kind: 'changed-default', before: ['one-2026-01-01'], after: ['two-2026-02-02'] },
    ]);
    expect(compare({ methods: send('one-2026-01-01') }, { methods: send() })).toMatchObject([
      { kind: 'changed-default', after: [] },
    ]);
  });
  test('are unchanged under another name of the method or of a parameter', () => {
    expect(
      compare(
        { methods: [method('a.get', 'GET /v1/x/{x_id}', 'one-2026-01-01')] },
        { methods: [method('b.retrieve', 'GET /v1/x/{xID}', 'one-2026-01-01')] },
      ),
    ).toEqual([]);
  });
  test('are unchanged if the method is gone, which is reported by itself', () => {
    expect(compare({ methods: send('one-2026-01-01') }, { methods: [] })).toMatchObject([
      { kind: 'method-gone', beta: 'one-2026-01-01', methods: [{ endpoint: 'POST /v1/x' }] },
    ]);
  });
});

describe('the surface', () => {
  const speed = entry('speed');
  const rest = entry('rest');
  test('has findings for new entries, covered ones, and none for ignored ones', () => {
    expect(compare({}, { surface: [speed] })).toMatchObject([
      { kind: 'new-surface', entry: { entry: 'speed' }, betas: [] },
    ]);
    expect(
      compare({}, { surface: [speed] }, [
        beta('one-2026-01-01', 'one', { requires: [{ at: 'speed' }] }),
      ]),
    ).toMatchObject([{ kind: 'new-surface', covered: true }]);
    expect(compare({}, { surface: [speed] }, undefined, ['speed'])).toMatchObject([
      { covered: true },
    ]);
  });
  test('has a finding if the words name another beta than the rule', () => {
    const rules = [
      beta('one-2026-01-01', 'one', { requires: [{ at: 'speed' }] }),
      beta('two-2026-02-02', 'two'),
    ];
    const found = compare({}, { surface: [entry('speed', { betas: ['two-2026-02-02'] })] }, rules);
    expect(found).toMatchObject([
      { kind: 'new-surface', betas: ['two-2026-02-02', 'one-2026-01-01'] },
    ]);
    expect(found[0]?.covered).toBeUndefined();
  });
  test('has a finding for a new kind of thing inside of a covered entry', () => {
    const rules = [beta('one-2026-01-01', 'one', { requires: [{ at: 'speed' }] })];
    const inner = entry('Turbo', {
      kind: 'type',
      at: ['speed.type'],
      is: 'turbo',
      keys: ['speed(turbo)'],
      within: ['speed'],
    });
    expect(isDrift(compare({ surface: [speed] }, { surface: [speed, inner] }, rules))).toBe(true);
  });
  test('has findings for graduated and removed entries', () => {
    const rules = [beta('one-2026-01-01', 'one', { requires: [{ at: 'speed' }] })];
    expect(compare({ surface: [speed, rest] }, { surface: [rest], ga: ['speed'] }, rules)).toEqual([
      { kind: 'graduated', entries: ['speed'], betas: ['one-2026-01-01'] },
    ]);
    expect(compare({ surface: [speed, rest] }, { surface: [rest], ga: [] }, rules)).toEqual([
      { kind: 'surface-gone', entries: ['speed'], betas: ['one-2026-01-01'] },
    ]);
  });
  test('has a finding for an entry that graduated on one endpoint of two', () => {
    const rules = [beta('one-2026-01-01', 'one', { requires: [{ at: 'speed' }] })];
    const both = entry('speed', {
      endpoints: ['POST /v1/messages', 'POST /v1/messages/count_tokens'],
    });
    expect(
      compare(
        { surface: [both] },
        {
          surface: [entry('speed', { endpoints: ['POST /v1/messages/count_tokens'] })],
          ga: ['speed'],
        },
        rules,
      ),
    ).toMatchObject([{ kind: 'graduated', entries: ['speed (POST /v1/messages)'] }]);
  });
  test('is unchanged under another name of the declaration', () => {
    expect(
      compare(
        { surface: [entry('A.speed', { keys: ['speed'] })] },
        { surface: [entry('B.speed', { keys: ['speed'] })] },
      ),
    ).toEqual([]);
  });
});

describe('words', () => {
  const says = (symbol: string, words: string): Mention => mention(symbol, words, 'one-2026-01-01');
  test('are found if changed, added or gone, once for many places', () => {
    expect(
      compare(
        { mentions: [says('A', 'needs it'), says('B', 'needs it')] },
        { mentions: [says('A', 'may need it'), says('B', 'may need it')] },
      ),
    ).toMatchObject([
      { kind: 'requirement-changed', change: 'changed', symbols: ['A', 'B'], words: 'may need it' },
    ]);
    expect(compare({ mentions: [] }, { mentions: [says('A', 'needs it')] })).toMatchObject([
      { change: 'added' },
    ]);
    expect(compare({ mentions: [says('A', 'needs it')] }, { mentions: [] })).toMatchObject([
      { change: 'gone', words: '' },
    ]);
  });
  test('are unchanged at another declaration', () => {
    expect(
      compare({ mentions: [says('A', 'needs it')] }, { mentions: [says('B', 'needs it')] }),
    ).toEqual([]);
  });
  test('are compared separately in two files that declare the same name', () => {
    const other = mention('A', 'opens more', 'new-2026-05-05');
    const union = ['one-2026-01-01', 'new-2026-05-05'];
    const kinds = (found: Finding[]) =>
      found.map((one) => (one.kind === 'requirement-changed' ? one.change : one.kind));
    expect(
      kinds(
        compare(
          { mentions: [says('A', 'needs it')] },
          { union, mentions: [says('A', 'needs it'), other] },
        ),
      ),
    ).toEqual(['new-beta']);
    const both = [says('A', 'needs it'), says('A', 'may have it')];
    expect(compare({ mentions: both }, { mentions: both })).toEqual([]);
    expect(kinds(compare({ mentions: both }, { mentions: [says('A', 'may have it')] }))).toEqual([
      'gone',
    ]);
    expect(
      kinds(
        compare(
          { mentions: both },
          { mentions: [says('A', 'must have it'), says('A', 'may have it')] },
        ),
      ),
    ).toEqual(['changed']);
    expect(toBase({ ...FACTS, mentions: both })).toEqual(
      toBase({ ...FACTS, mentions: [...both].reverse() }),
    );
  });
  test('are found in a deprecation of a new changelog section', () => {
    const changelog = [
      {
        version: '9.1.0',
        date: undefined,
        items: ['deprecate old values\nDelete `one-2026-01-01`.'],
      },
      { version: '9.0.0', date: undefined, items: ['deprecate `two-2026-02-02`'] },
    ];
    expect(
      compare({}, { changelog }, [beta('one-2026-01-01', 'one'), beta('two-2026-02-02', 'two')]),
    ).toMatchObject([{ kind: 'deprecated', beta: 'one-2026-01-01', version: '9.1.0' }]);
    expect(
      compare({}, { changelog }, [
        beta('one-2026-01-01', 'one', {
          sdk: { since: { typescript: '1.0.0' }, deprecated: '9.1.0', sends: [] },
        }),
      ]),
    ).toEqual([]);
  });
});

test('reports another anthropic-version', () => {
  expect(compare({}, { anthropicVersion: '2027-01-01' })).toEqual([
    { kind: 'api-version', before: '2026-10-21', after: '2027-01-01' },
  ]);
});

test('refuses a release whose union is gone', () => {
  expect(() => compare({}, { union: undefined })).toThrow(
    /declares no AnthropicBeta, and 9\.0\.0 had one with 1 values/,
  );
});

describe('methods that send nothing', () => {
  const sender = method('beta.x.get', 'GET /v1/x/{id}', 'one-2026-01-01');
  const plain = (name: string, endpoint = 'GET /v1/x/{x_id}'): SdkMethod => method(name, endpoint);

  test('outside of beta, where another one sends a beta, show that the endpoint graduated', () => {
    const [found, ...others] = compare(
      { methods: [sender] },
      { methods: [sender, plain('x.get'), plain('x.list', 'GET /v1/x')] },
    );
    expect(found).toMatchObject({
      kind: 'endpoint-graduated',
      beta: 'one-2026-01-01',
      methods: [{ name: 'x.get' }],
    });
    expect(others).toEqual([]);
  });
  test('are reported once, if they existed before, or if the beta graduated', () => {
    const methods = [sender, plain('x.get')];
    expect(compare({ methods }, { methods })).toEqual([]);
    const graduated = [beta('one-2026-01-01', 'one', { stage: 'graduated' })];
    expect(isDrift(compare({ methods: [sender] }, { methods }, graduated))).toBe(false);
  });
  test('take the place of a method that sent a beta: a changed default, and no more', () => {
    expect(compare({ methods: [sender] }, { methods: [plain('x.get')] })).toMatchObject([
      { kind: 'changed-default', after: [] },
    ]);
  });
  test('in beta, at a new endpoint, are reported unless a rule has the endpoint', () => {
    const methods = [plain('beta.y.create', 'POST /v1/y')];
    expect(compare({}, { methods })).toMatchObject([
      { kind: 'new-endpoint', methods: [{ endpoint: 'POST /v1/y' }] },
    ]);
    const both = [...methods, plain('y.create', 'POST /v1/y')];
    expect(compare({}, { methods: both })).toEqual([]);
    const two = [...methods, plain('beta.y.parts.list', 'GET /v1/y/parts')];
    expect(compare({}, { methods: two })).toMatchObject([{ methods: [{}, {}] }]);
    const ruled = [beta('one-2026-01-01', 'one', { requires: [{ endpoint: ['* /v1/y/**'] }] })];
    expect(compare({}, { methods }, ruled)).toMatchObject([{ covered: true }]);
    expect(computeBump(compare({}, { methods }))).toBe('none');
  });
});

describe('a literal of a known beta outside of the resources', () => {
  const at = (...sources: string[]) => ({
    pinned: sources.map((source) => ({ beta: 'one-2026-01-01', source })),
  });

  test('is reported in a new file, and where it is no more', () => {
    expect(compare(at('src/a.ts:1'), at('src/a.ts:9', 'src/client.ts:3'))).toMatchObject([
      { kind: 'in-code', change: 'added', files: ['src/client.ts'], source: 'src/client.ts:3' },
    ]);
    expect(compare(at('src/a.ts:1'), at())).toMatchObject([
      { kind: 'in-code', change: 'gone', files: ['src/a.ts'] },
    ]);
  });
  test('is not reported on another line or after a move', () => {
    expect(compare(at('src/a.ts:1'), at('src/b.ts:1', 'src/b.ts:7'))).toEqual([]);
  });
});

test('reports a word like a beta that only texts have, once', () => {
  const named = [
    { beta: 'new-2026-05-05', places: ['README.md:3'] },
    { beta: 'one-2026-01-01', places: ['README.md:4'] },
    { beta: 'old-2026-04-04', places: ['CHANGELOG.md:9'] },
  ];
  expect(compare({ named: [named[2] as never] }, { named })).toEqual([
    { kind: 'named', beta: 'new-2026-05-05', places: ['README.md:3'] },
  ]);
});

describe('models', () => {
  const models = [
    { id: 'claude-one-1', retires: '2027-01-22' },
    { id: 'claude-two-1', retired: '2026-11-30' },
    { id: 'claude-three-1' },
  ];
  const compareModels = (before: Partial<SdkFacts>, after: Partial<SdkFacts>): Finding[] => {
    const base = { ...FACTS, ...before };
    const catalog = { ...makeCatalog(beta('one-2026-01-01', 'one')), models } as unknown as Catalog;
    const known = { catalog, base: toBase(base), surface: toSurface(base), ignored: new Set('') };
    return compareRelease(known, { ...base, ...after });
  };

  test('are new unless models.yaml has them, with or without a date', () => {
    const after = { models: ['claude-one-1-20260101', 'claude-four-1'] };
    expect(compareModels({}, after)).toEqual([
      { kind: 'model', change: 'new', model: 'claude-four-1' },
    ]);
  });
  test('end on a day, which models.yaml may have', () => {
    const deprecatedModels = [
      { model: 'claude-one-1', end: 'January 22nd, 2027' },
      { model: 'claude-three-1', end: 'March 1st, 2027' },
    ];
    const open = compareModels({}, { deprecatedModels }).filter(({ covered }) => !covered);
    expect(open).toEqual([
      { kind: 'model', change: 'ends', model: 'claude-three-1', end: 'March 1st, 2027' },
    ]);
  });
  test('leave the SDK with their last form', () => {
    const before = { models: ['claude-one-1', 'claude-two-1', 'claude-three-1'] };
    const after = { models: ['claude-one-1-20260101'] };
    expect(compareModels(before, after)).toEqual([
      { kind: 'model', change: 'gone', model: 'claude-three-1' },
      { kind: 'model', change: 'gone', model: 'claude-two-1', covered: true },
    ]);
  });
});

describe('a new value of an old field', () => {
  const value = entry('P.effort: ultra', {
    kind: 'literal',
    at: ['effort'],
    is: 'ultra',
    keys: ['effort=ultra'],
  });
  const ruled = (rule: object): object[] => [
    beta('one-2026-01-01', 'one', { requires: [{ at: 'effort', ...rule }] }),
  ];

  test('may need more than the rule of the field', () => {
    const found = compare({ ga: ['effort'] }, { surface: [value] }, ruled({}));
    expect(found).toMatchObject([{ kind: 'new-surface' }]);
    expect(isDrift(found)).toBe(true);
  });
  test('is covered if a rule names it, or if GA has it in a field of that name', () => {
    const after = { surface: [value] };
    expect(isDrift(compare({ ga: ['effort'] }, after, ruled({ in: ['ultra'] })))).toBe(false);
    const ga = ['effort', 'config.effort=ultra'];
    expect(isDrift(compare({ ga }, after, ruled({})))).toBe(false);
  });
});

test('nothing below a type that cannot be read is gone', () => {
  const surface = [entry('Tool', { keys: ['tools[](a)'] })];
  expect(compare({ surface }, { surface: [], unreadAt: ['tools[]'] })).toEqual([]);
  expect(compare({ surface }, { surface: [], unreadAt: ['tool'] })).toHaveLength(1);
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { compareWith, listComparableParts } from '../../scripts/verify/compare.ts';
import {
  collectRequiredRules,
  collectUsedRules,
  compilePath,
  coversEntry,
  coversMethod,
  isUsed,
} from '../../scripts/verify/coverage.ts';
import {
  readCitations,
  readFeatures,
  readIgnored,
  readSourceIds,
  readWritten,
} from '../../scripts/verify/manifest-files.ts';
import { readSources } from '../../scripts/verify/release.ts';
import { readSurface, type SurfaceEntry } from '../../scripts/verify/surface.ts';
import { readMethods, readUnion } from '../../scripts/verify/union-and-methods.ts';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const manifestFolder = fileURLToPath(new URL('../..', import.meta.url));

const sources = new Map([
  [
    'src/resources/beta/beta.ts',
    "/** Names. */\nexport type AnthropicBeta =\n  | (string & {})\n  | 'a-2026-01-01'\n  | 'b-2026-01-01';\n",
  ],
  [
    'src/resources/beta/things.ts',
    `export class Things extends APIResource {
  /**
   * this._client.post('/v1/comment', { 'anthropic-beta': [...(betas ?? []), 'c-2026-01-01'].toString() })
   */
  create(params: ThingCreateParams, options?: RequestOptions): APIPromise<Thing> {
    const { betas, ...body } = params;
    return this._client.post('/v1/things', {
      headers: buildHeaders([{ 'anthropic-beta': [...(betas ?? []), 'a-2026-01-01'].toString() }]),
    });
  }

  list(thingID: string): PagePromise<Things, Thing> {
    return this._client.getAPIList(path\`/v1/things/\${thingID}/parts?beta=true\`, PageCursor<Thing>, {
      headers: buildHeaders([{ 'anthropic-beta': [...(betas ?? []), 'a-2026-01-01', 'b-2026-01-01'].toString() }]),
    });
  }

  both(): APIPromise<Thing> {
    return this._client.get('/v1/both', { headers: buildHeaders([{ 'anthropic-beta': [...(betas ?? []), 'a-2026-01-01,b-2026-01-01'].toString() }]) });
  }

  plain(): APIPromise<Thing> {
    return this._client.get('/v1/plain', { headers: { 'anthropic-beta': betas?.toString() } });
  }
}
`,
  ],
  [
    'src/resources/beta/messages/messages.ts',
    `export interface MessageCreateParamsBase {
  model: string;
  betas?: Array<string>;
  /** New. */
  extra?: Extra | 'default' | null;
  tools?: Array<OldTool | NewTool>;
  thinking?: Thinking;
  messages: Array<Message>;
}
export interface Message { content: string | Array<Block>; role: 'user' }
export type Block = Text | Nest | Fresh;
export interface Text { type: 'text'; text: string }
export interface Nest { type: 'nest'; content?: Array<Block> }
export interface Fresh { type: 'fresh' }
export interface Extra { edits?: Array<Edit> }
export interface Edit { type: 'cut'; keep?: number }
export interface OldTool { type: 'old'; name: string; added?: boolean }
export interface NewTool { type: 'new' }
export interface Thinking { display?: 'short' | 'long' }
export interface MessageCountTokensParams { model: string }
`,
  ],
  [
    'src/resources/messages/messages.ts',
    `export interface MessageCreateParamsBase { model: string; tools?: Array<Tool>; thinking?: Thinking; messages: Array<Message> }
export interface Message { content: string | Array<Text | Nest>; role: 'user' }
export interface Text { type: 'text'; text: string }
export interface Nest { type: 'nest'; content?: Array<Text | Nest> }
export interface Tool { type: 'old'; name: string }
export interface Thinking { display?: 'short' }
export interface MessageCountTokensParams { model: string }
`,
  ],
]);

const surface = readSurface(sources);
const formatEntry = (entry: SurfaceEntry): string =>
  `${entry.path}${entry.value === undefined ? '' : `=${entry.value}`}`;

test('reads the union', () => {
  expect(readUnion(sources)).toEqual(['a-2026-01-01', 'b-2026-01-01']);
  expect(() => readUnion(new Map())).toThrow('declare no AnthropicBeta');
});

test('reads the methods that send a beta of their own, and ignores comments', () => {
  expect(readMethods(sources)).toEqual([
    { name: 'beta/things#create', endpoint: 'POST /v1/things', betas: ['a-2026-01-01'] },
    {
      name: 'beta/things#list',
      endpoint: 'GET /v1/things/{}/parts',
      betas: ['a-2026-01-01', 'b-2026-01-01'],
    },
    { name: 'beta/things#both', endpoint: 'GET /v1/both', betas: ['a-2026-01-01', 'b-2026-01-01'] },
  ]);
});

test('reads the fields, types, literals and kinds that only the beta params accept', () => {
  expect(surface.map(formatEntry).sort()).toEqual([
    'extra',
    'extra.edits[].type=cut',
    'messages[].content[].content[].type=fresh',
    'messages[].content[].type=fresh',
    'thinking.display=long',
    'tools[].added',
    'tools[].type=new',
  ]);
});

test('matches nested content with `**`', () => {
  const nested = compilePath('messages[].content[].**.type');
  for (const path of [
    'messages[].content[].type',
    'messages[].content[].content[].type',
    'messages[].content[].content[].source.type',
  ])
    expect(path).toMatch(nested);
  for (const path of [
    'messages[].contents[].type',
    'messages[].content[].other.type',
    'xmessages[].content[].type',
    'messages[].content[]xtype',
  ])
    expect(path).not.toMatch(nested);
  expect('tools[].type').toMatch(compilePath('tools[].type'));
  expect('toolsx[].type').not.toMatch(compilePath('tools[].type'));
});

test.each<[string, object[], string[]]>([
  ['nothing', [], []],
  ['a field', [{ at: 'extra' }], ['extra', 'extra.edits[].type=cut']],
  ['a value alone does not cover the field', [{ at: 'extra', is: 'default' }], ['extra']],
  ['a value that the type is not', [{ at: 'extra', is: 'other' }], []],
  [
    'a kind inside, and with it no other form of the field',
    [{ at: 'extra.edits[].type', is: 'cut' }],
    ['extra.edits[].type=cut'],
  ],
  [
    'one place of a type',
    [{ at: 'messages[].content[].type', is: 'fresh' }],
    ['messages[].content[].type=fresh'],
  ],
  [
    'all places of a type',
    [{ at: 'messages[].content[].**.type', in: ['x', 'fresh'] }],
    ['messages[].content[].content[].type=fresh', 'messages[].content[].type=fresh'],
  ],
  ['a tool', [{ at: 'tools[].type', in: ['new', 'newer'] }], ['tools[].type=new']],
])('finds what rules cover: %s', (_, rules, covered) => {
  expect(
    surface
      .filter((entry) => coversEntry(rules as never, entry))
      .map(formatEntry)
      .sort(),
  ).toEqual(covered);
});

test('counts rules on message endpoints, except those about some siblings', () => {
  const features = [
    {
      uses: [{ at: 'thinking.display', in: ['long'] }],
      betas: [
        {
          id: 'a-2026-01-01',
          requires: [
            { at: 'extra', endpoint: 'POST /v1/things' },
            { at: 'tools[].added', where: { type: 'old' } },
            { at: 'tools[].type', is: 'new', endpoint: ['POST /v1/messages', 'POST /v1/things'] },
          ],
        },
      ],
    },
  ];
  const covered = (isCovered: (entry: SurfaceEntry) => boolean): string[] =>
    surface.filter(isCovered).map(formatEntry);
  expect(covered((entry) => coversEntry(collectRequiredRules(features), entry))).toEqual([
    'tools[].type=new',
  ]);
  expect(covered((entry) => isUsed(collectUsedRules(features), entry))).toEqual([
    'thinking.display=long',
  ]);
});

test('covers a method if each of its betas has a rule or is known to be sent', () => {
  const [create, list] = readMethods(sources) as [Method, Method];
  const rule = [{ id: 'a-2026-01-01', requires: [{ endpoint: '* /v1/things/**' }] }];
  expect(coversMethod(rule, create)).toBe(true);
  expect(coversMethod(rule, list)).toBe(false);
  expect(
    coversMethod(
      [...rule, { id: 'b-2026-01-01', sdk: { sends: ['GET /v1/things/{thing_id}/parts'] } }],
      list,
    ),
  ).toBe(true);
  expect(
    coversMethod(
      [
        {
          id: 'x-2026-01-01',
          requires: [{ endpoint: 'POST /v1/things', choice: ['x-2026-01-01', 'a-2026-01-01'] }],
        },
      ],
      create,
    ),
  ).toBe(true);
  expect(
    coversMethod([{ id: 'a-2026-01-01', requires: [{ endpoint: 'POST /v1/thing' }] }], create),
  ).toBe(false);
});

test('lists the differences from sdk.json and surface.json', () => {
  const same = {
    union: ['b-2026-01-01', 'a-2026-01-01'],
    methods: [
      { endpoint: 'POST /v1/things', defaults: ['a-2026-01-01'] },
      { endpoint: 'GET /v1/things/{thing_id}/parts', defaults: ['b-2026-01-01', 'a-2026-01-01'] },
      { endpoint: 'GET /v1/both', defaults: ['a-2026-01-01', 'b-2026-01-01'] },
      { endpoint: 'GET /v1/plain', defaults: [] },
      { endpoint: 'POST /v1/things', defaults: ['a-2026-01-01'], helper: true },
    ],
    surface: surface.map(({ path, value, declared }) => ({
      entry: declared,
      at: [path],
      ...(value !== undefined && { is: value }),
    })),
  };
  const unseen = { entry: 'Other.thing', at: ['other[].thing'] };
  const compare = (written: object): string[] =>
    compareWith(written, readUnion(sources), readMethods(sources), surface);
  expect(compare(same)).toEqual([]);
  expect(compare({})).toEqual([]);
  expect([
    listComparableParts(same),
    listComparableParts({ union: [] }),
    listComparableParts(undefined),
  ]).toEqual([['union', 'methods', 'surface'], ['union'], []]);
  expect(
    compare({
      ...same,
      union: ['a-2026-01-01'],
      methods: same.methods.slice(1),
      surface: [
        ...same.surface.filter(({ entry }) => entry !== 'NewTool'),
        unseen,
        { ...unseen, within: ['Extra'] },
      ],
    }),
  ).toEqual([
    'the union b-2026-01-01: 1 here, 0 there',
    'the default of POST /v1/things (a-2026-01-01): 1 here, 0 there',
    'the surface lacks NewTool at tools[].type = new',
    'the surface has Other.thing at other[].thing, which is not seen here',
  ]);
});

/** Finds the parts of a release that the published manifest does not cover. */
function findUncovered(
  union: readonly string[],
  methods: readonly Method[],
  entries: readonly SurfaceEntry[],
): object[] {
  const features = readFeatures(manifestFolder);
  const betas = features.flatMap((feature) => feature.betas);
  const [required, used] = [collectRequiredRules(features), collectUsedRules(features)];
  const ignored = readIgnored(manifestFolder);
  return [
    union.filter((id) => !betas.some((beta) => beta.id === id)),
    methods.filter((method) => !coversMethod(betas, method)),
    entries.filter(
      (entry) =>
        !coversEntry(required, entry) && !isUsed(used, entry) && !ignored.has(entry.declared),
    ),
  ];
}

test('the manifest covers the installed SDK, and sdk.json and surface.json agree', () => {
  const { version } = JSON.parse(
    readFileSync(`${repository}/packages/node/node_modules/@anthropic-ai/sdk/package.json`, 'utf8'),
  ) as { version: string };
  const release = readSources(version, repository, false);
  const [union, methods, entries] = [
    readUnion(release),
    readMethods(release),
    readSurface(release),
  ];
  expect(union.length > 50 && methods.length > 100 && entries.length > 20).toBe(true);
  expect(findUncovered(union, methods, entries)).toEqual([[], [], []]);
  const written = readWritten(manifestFolder);
  expect([written?.sdk, listComparableParts(written)]).toEqual([
    version,
    ['union', 'methods', 'surface'],
  ]);
  expect(compareWith(written ?? {}, union, methods, entries)).toEqual([]);
});

// The file contains the output of `manifest:verify -- --sdk 1.12.0 --npm --json`.
test('the manifest still covers SDK 1.12.0', () => {
  const {
    union,
    methods,
    surface: entries,
  } = JSON.parse(readFileSync(`${import.meta.dirname}/sdk-1.12.0.json`, 'utf8')) as {
    union: string[];
    methods: Method[];
    surface: SurfaceEntry[];
  };
  expect([union.length, methods.length, entries.length]).toEqual([58, 159, 43]);
  expect(findUncovered(union, methods, entries)).toEqual([[], [], []]);
});

test('every citation names a source of sources.yaml', () => {
  const known = readSourceIds(manifestFolder);
  const citations = readCitations(manifestFolder);
  expect(citations.length).toBeGreaterThan(known.size);
  expect(citations.filter(({ source }) => !known.has(source))).toEqual([]);
});

test('rejects a manifest of version 1', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'features'));
  const old = 'feature: a\nbetas: [{ id: a-2026-01-01, opens: [{ at: a }] }]\n';
  writeFileSync(join(folder, 'features/a.yaml'), old);
  expect(() => readFeatures(folder)).toThrow(
    'features/a.yaml: `a-2026-01-01` has `opens` or `platforms`, the keys of manifest version 1',
  );
});

type Method = ReturnType<typeof readMethods>[number];

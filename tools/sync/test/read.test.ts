// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the source of a release, as text
import { describe, expect, test } from 'vitest';
import type { SdkMethod } from '../src/read/facts.ts';
import { readSdk } from '../src/read/read.ts';
import { release } from './support/release.ts';

/** Reads the methods of a class with this body. */
function methods(body: string, more: Record<string, string> = {}): readonly SdkMethod[] {
  const text =
    "import { APIResource } from '../../core/resource';\nexport class Things extends " +
    `APIResource {\n${body}\n}\n`;
  return readSdk(release({ 'src/resources/beta/things.ts': text, ...more })).methods;
}

const post = (headers: string, path = "'/v1/things'"): string =>
  'create(params: P, options?: O) { const { betas, ...body } = params; return ' +
  `this._client.post(${path}, { body, ...options, ${headers} }); }`;

describe('the default betas of a method, as eighteen months of releases write them', () => {
  test.each([
    [
      '0.27: a literal',
      "headers: { 'anthropic-beta': 'one-2026-01-01', ...options?.headers }",
      ['one-2026-01-01'],
      false,
    ],
    [
      '0.33: a spread and toString',
      "headers: { 'anthropic-beta': [...(betas ?? []), 'one-2026-01-01'].toString(), ...options?.headers }",
      ['one-2026-01-01'],
      true,
    ],
    [
      '0.52: buildHeaders',
      "headers: buildHeaders([{ 'anthropic-beta': [...(betas ?? []), 'one-2026-01-01'].toString() }, options?.headers])",
      ['one-2026-01-01'],
      true,
    ],
    [
      'two at once',
      "headers: buildHeaders([{ 'anthropic-beta': [...(betas ?? []), 'one-2026-01-01', 'two-2026-02-02'].toString() }])",
      ['one-2026-01-01', 'two-2026-02-02'],
      true,
    ],
    [
      'params.betas',
      "headers: buildHeaders([{ 'anthropic-beta': [...(params.betas ?? []), 'one-2026-01-01'].toString() }])",
      ['one-2026-01-01'],
      true,
    ],
    [
      'only what the caller says',
      "headers: buildHeaders([{ ...(betas?.toString() != null ? { 'anthropic-beta': betas?.toString() } : undefined) }])",
      [],
      true,
    ],
    ['a constant', "headers: { 'anthropic-beta': LOCAL_BETA }", ['local-2026-03-03'], false],
    [
      'a template',
      "headers: { 'anthropic-beta': `one-2026-01-01,${LOCAL_BETA}` }",
      ['one-2026-01-01', 'local-2026-03-03'],
      false,
    ],
    [
      'a computed name',
      "headers: { ['Anthropic-Beta']: ['one-2026-01-01'].join(',') }",
      ['one-2026-01-01'],
      false,
    ],
    ['none', '', [], false],
  ])('%s', (_, headers, defaults, acceptsBetas) => {
    const constant = headers.includes('LOCAL_BETA')
      ? "const LOCAL_BETA = 'local-2026-03-03' as const;\n"
      : '';
    const text = `${constant}export class Things extends APIResource {\n${post(headers)}\n}\n`;
    const [method] = readSdk(release({ 'src/resources/beta/things.ts': text })).methods;
    expect(method).toMatchObject({
      name: 'beta.things.create',
      endpoint: 'POST /v1/things',
      defaults,
      acceptsBetas,
    });
  });

  test('are read from a function elsewhere that builds the header', () => {
    const helper =
      "export function thingHeaders(params, options) {\n  const { betas } = params;\n  return buildHeaders([{ 'anthropic-beta': [...(betas ?? []), 'far-2026-04-04'].toString() }, options?.headers]);\n}\n";
    expect(
      methods(post('headers: thingHeaders(params, options)'), { 'src/lib/headers.ts': helper })[0],
    ).toMatchObject({ defaults: ['far-2026-04-04'] });
  });

  test('are read from a helper that sets the header and calls another method', () => {
    const parse =
      "parse(params, options) { options = { headers: buildHeaders([{ 'anthropic-beta': [...(params.betas ?? []), 'one-2026-01-01'].toString() }]) }; return this.create(params, options).then(x); }";
    const found = methods(`${post('')}\n${parse}`);
    expect(
      found.map(({ name, endpoint, defaults, helper }) => ({ name, endpoint, defaults, helper })),
    ).toEqual([
      { name: 'beta.things.create', endpoint: 'POST /v1/things', defaults: [], helper: undefined },
      {
        name: 'beta.things.parse',
        endpoint: 'POST /v1/things',
        defaults: ['one-2026-01-01'],
        helper: true,
      },
    ]);
  });

  test.each([
    [
      'a call',
      "headers: { 'anthropic-beta': computeBetas(params) }",
      /things\.ts:\d+: the anthropic-beta header of create\(\).*`computeBetas\(params\)`/,
    ],
    ['an unknown name', "headers: { 'anthropic-beta': SOMETHING }", /`SOMETHING`/],
    ['set()', "headers: options.headers.set('anthropic-beta', 'one-2026-01-01')", /cannot be read/],
    ['no beta at all', "headers: { 'anthropic-beta': 'on' }", /`'on'`/],
  ])('%s is an error that names it', (_, headers, message) => {
    expect(() => methods(post(headers))).toThrow(message);
  });

  const create = (before: string, header = 'betas.toString()'): string =>
    `create(params: P, options?: O) { ${before} return this._client.post('/v1/things', { ` +
    `...options, headers: buildHeaders([{ 'anthropic-beta': ${header} }]) }); }`;
  test.each<[string, string, string[], boolean]>([
    [
      'a default of the parameter that is taken apart',
      create("const { betas = ['one-2026-01-01'], ...body } = params;"),
      ['one-2026-01-01'],
      true,
    ],
    [
      'the same under another name',
      create("const { betas: own = ['one-2026-01-01'] } = params;", 'own.join()'),
      ['one-2026-01-01'],
      true,
    ],
    [
      'a list that is put together before',
      create(
        "const allBetas = [...(params.betas ?? []), 'one-2026-01-01'];",
        'allBetas.toString()',
      ),
      ['one-2026-01-01'],
      true,
    ],
    [
      'a header that is put together before',
      create('const value = `${params.betas},one-2026-01-01`;', 'value'),
      ['one-2026-01-01'],
      true,
    ],
    [
      'a default of a parameter',
      "list(betas = ['one-2026-01-01']) { return this._client.get('/v1/things', { headers: { 'anthropic-beta': betas.join(',') } }); }",
      ['one-2026-01-01'],
      true,
    ],
    [
      'a list that others share',
      create('const { betas } = params;', '(betas ?? DEFAULT_BETAS).toString()'),
      ['one-2026-01-01', 'two-2026-02-02'],
      true,
    ],
    [
      'taken apart by the name of the header',
      create("const { 'anthropic-beta': own } = params;", "own ?? 'one-2026-01-01'"),
      ['one-2026-01-01'],
      true,
    ],
    ['by index', create('', "params['betas'] ?? 'one-2026-01-01'"), ['one-2026-01-01'], true],
  ])('%s', (_, body, defaults, acceptsBetas) => {
    const shared = {
      'src/lib/betas.ts':
        "export const DEFAULT_BETAS = ['one-2026-01-01', 'two-2026-02-02'] as const;\n",
    };
    expect(methods(body, shared)[0]).toMatchObject({ defaults, acceptsBetas });
  });

  test.each<[string, string, RegExp, string?]>([
    [
      'a list that is added to',
      create("const { betas } = params; betas.push('one-2026-01-01');"),
      /`one-2026-01-01` is in no header that can be read/,
    ],
    [
      'a list of which nobody knows where it comes from',
      create('', 'ALL_BETAS.toString()'),
      /`ALL_BETAS\.toString\(\)`/,
    ],
    ['a name that is computed twice', create('const own = mix(params);', 'own'), /`own`/],
    [
      'a beta that a function elsewhere is given',
      post("headers: betaHeaders(params.betas, 'one-2026-01-01')"),
      /`one-2026-01-01` is in no header/,
    ],
    ['a beta whose date is filled in', create('', '`one-${DATE}`'), /cannot be read/],
    [
      'a header under a constant name',
      post("headers: { [HEADER_NAME]: 'one-2026-01-01' }"),
      /anthropic-beta header is in no method/,
      "const HEADER_NAME = 'anthropic-beta';",
    ],
    [
      'a header under a name from elsewhere',
      post('headers: { [BETA_HEADER]: FAR_BETA }'),
      /`FAR_BETA` holds a beta that is in no header/,
    ],
    [
      'a request that is a field',
      "create = (params: P) => this._client.post('/v1/things', { body: params });",
      /a path is in no method that can be read/,
    ],
    [
      'a request by another way',
      "create(params: P) { return this._client.request({ method: 'post', path: '/v1/things' }); }",
      /a path is in no method/,
    ],
    [
      'a client under another name',
      "create(params: P) { const client = this._client; return client.post('/v1/things', {}); }",
      /a path is in no method/,
    ],
    [
      'a path under a constant name',
      post('', 'PATH'),
      /its path cannot be read|path is in no method/,
      "const PATH = '/v1/things';",
    ],
  ])('%s is an error that names the place', (_, body, message, above = '') => {
    const files = {
      'src/resources/beta/things.ts': [
        above,
        'export class Things extends APIResource {',
        body,
        '}\n',
      ].join('\n'),
      'src/lib/betas.ts': "export const FAR_BETA = 'far-2026-04-04';\n",
    };
    expect(() => readSdk(release(files))).toThrow(message);
    expect(() => readSdk(release(files))).toThrow(/things\.ts:\d+/);
  });
});

describe('the path of a method', () => {
  test.each([
    ["'/v1/things?beta=true'", 'POST /v1/things'],
    ['`/v1/things/${thingId}?beta=true`', 'POST /v1/things/{thing_id}'],
    ['path`/v1/things/${thing_id}/parts/${partID}`', 'POST /v1/things/{thing_id}/parts/{part_id}'],
  ])('%s', (path, endpoint) => {
    expect(methods(post('', path))[0]?.endpoint).toBe(endpoint);
  });

  test('is GET for getAPIList', () => {
    expect(
      methods("list() { return this._client.getAPIList('/v1/things', Page, {}); }")[0]?.endpoint,
    ).toBe('GET /v1/things');
  });

  test('is read from a link in the answer of another method', () => {
    const found = methods(
      'retrieve(id: string) { return this._client.get(path`/v1/things/${id}`, {}); ' +
        '}\nasync results(id: string) { const batch = await this.retrieve(id); return ' +
        'this._client.get(batch.results_url, {}); }',
    );
    expect(found[1]?.endpoint).toBe('GET /v1/things/{id}/results');
  });

  test('is an error if it cannot be read', () => {
    expect(() =>
      methods(
        "create(params) { return this._client.post(makePath(params), { headers: { 'anthropic-beta': 'one-2026-01-01' } }); }",
      ),
    ).toThrow(/create\(\) sends one-2026-01-01, and its path cannot be read: `makePath\(params\)`/);
  });
});

test('reads doc comments that name a beta, by declaration, without code samples', () => {
  const text = `
/** Needs \`one-thing-2026-01-01\`. Other words. */
export interface Params {
  /**
   * Says a thing. Requires the \`two-things-2026-02-02\` beta
   * header.
   *
   * \`\`\`ts
   * send('three-2026-03-03')
   * \`\`\`
   */
  field?: string;

  /** Dated model: claude-opus-4-20250514. */
  model: string;
}
`;
  const { mentions } = readSdk(release({ 'src/resources/beta/params.ts': text }));
  expect(mentions.map(({ symbol, betas, words }) => ({ symbol, betas, words }))).toEqual([
    { symbol: 'Params', betas: ['one-thing-2026-01-01'], words: 'Needs `one-thing-2026-01-01`.' },
    {
      symbol: 'Params.field',
      betas: ['two-things-2026-02-02'],
      words: 'Requires the `two-things-2026-02-02` beta header.',
    },
  ]);
});

test('reads the words of overloads once, and of two files with one name separately', () => {
  const params = (words: string): string =>
    `export interface Params {\n  /** ${words} */\n  field?: string;\n}\n`;
  const { mentions } = readSdk(
    release({
      'src/resources/beta/a.ts': params('Needs `one-thing-2026-01-01`.').repeat(2),
      'src/resources/beta/b.ts': params('Takes `two-things-2026-02-02`.'),
    }),
  );
  expect(mentions.map(({ symbol, words, source }) => [symbol, words, source])).toEqual([
    ['Params.field', 'Needs `one-thing-2026-01-01`.', 'src/resources/beta/a.ts:3'],
    ['Params.field', 'Takes `two-things-2026-02-02`.', 'src/resources/beta/b.ts:3'],
  ]);
});

test('reads betas that are literals outside of the resources', () => {
  const { pinned } = readSdk(
    release({
      'src/lib/auth.ts':
        "/** 'not-this-2026-01-01' */\nexport const OAUTH = 'oauth-2025-04-20';\nconst model = 'claude-opus-4-20250514';\n",
    }),
  );
  expect(pinned).toEqual([{ beta: 'oauth-2025-04-20', source: 'src/lib/auth.ts:2' }]);
});

test('reads the changelog by section, with the paragraphs of each bullet', () => {
  const text =
    '# Changelog\n\n## [9.1.0](https://x) (2026-12-01)\n\n### Features\n\n* **api:** ' +
    'one\n\n  Delete `a-2026-01-01`.\n\n## 9.0.0 (2026-11-01)\n\n- two\n';
  expect(readSdk(release({ 'CHANGELOG.md': text })).changelog).toEqual([
    { version: '9.1.0', date: '2026-12-01', items: ['**api:** one\nDelete `a-2026-01-01`.'] },
    { version: '9.0.0', date: '2026-11-01', items: ['two'] },
  ]);
});

test('reads words in a source that is indented with tabs', () => {
  const text =
    'export interface Params {\n\t/**\n\t * Requires `one-thing-2026-01-01`.\n\t */\n\tfield?: string;\n}\n';
  const { mentions } = readSdk(release({ 'src/resources/beta/params.ts': text }));
  expect(mentions).toMatchObject([{ symbol: 'Params.field', betas: ['one-thing-2026-01-01'] }]);
});

test.each([
  ['a plain block', '/*\n   * Requires `one-thing-2026-01-01`.\n   */'],
  ['lines', '// A field.\n  // Requires\n  // `one-thing-2026-01-01`.'],
])('reads words in %s above a field', (_, comment) => {
  const text = `export interface Params {\n  ${comment}\n  field?: string;\n}\n`;
  const { mentions } = readSdk(release({ 'src/resources/beta/params.ts': text }));
  expect(mentions.map(({ symbol }) => symbol)).toEqual(['Params.field']);
  expect(mentions[0]?.words).toMatch(/Requires `one-thing-2026-01-01`\.$/);
});

test('reads the betas of a list in one literal, also around computed ones', () => {
  const text =
    "const a = 'one-thing-2026-01-01,two-things-2026-02-02';\nconst b = `${more},three-2026-03-03`;\n";
  const { pinned } = readSdk(release({ 'src/lib/a.ts': text }));
  expect(pinned).toEqual([
    { beta: 'one-thing-2026-01-01', source: 'src/lib/a.ts:1' },
    { beta: 'two-things-2026-02-02', source: 'src/lib/a.ts:1' },
    { beta: 'three-2026-03-03', source: 'src/lib/a.ts:2' },
  ]);
});

test('reports a resource that sends an anthropic-version of its own', () => {
  const text = "const headers = { 'anthropic-version': '2027-01-01' };\n";
  expect(readSdk(release({ 'src/resources/beta/own.ts': text })).unread).toEqual([
    `src/resources/beta/own.ts:1 ${text.trim()}`,
  ]);
});

test('takes no value of anthropic_version for a beta', () => {
  const text =
    "const DEFAULT_VERSION = 'cloud-2026-12-01';\nbody.anthropic_version ??= DEFAULT_VERSION;\n";
  const { pinned, named } = readSdk(release({ 'src/lib/cloud.ts': text }));
  expect([pinned, named]).toEqual([[], []]);
});

test('finds words like a beta that only texts, comments and examples have', () => {
  const { named } = readSdk(
    release({
      'README.md': "# SDK\n\n`betas: ['readme-2026-03-03']`, `one-thing-2026-01-01`\n",
      'src/lib/a.ts': '// Send comment-2026-03-04 here, with claude-opus-4-20250514.\n',
      'src/resources/beta/p.ts':
        "/**\n * @example\n * ```ts\n * create({ betas: ['example-2026-03-05'] });\n * ```\n */\nexport interface P {}\n",
      'CHANGELOG.md': '# Changelog\n\n## 9.1.0 (2026-12-01)\n\n* add logged-2026-03-06\n',
    }),
  );
  expect(named).toEqual([
    { beta: 'comment-2026-03-04', places: ['src/lib/a.ts:1'] },
    { beta: 'example-2026-03-05', places: ['src/resources/beta/p.ts:4'] },
    { beta: 'logged-2026-03-06', places: ['CHANGELOG.md:5'] },
    { beta: 'readme-2026-03-03', places: ['README.md:3'] },
  ]);
});

test('reads the models, and the days of those that end', () => {
  const models = "export type Model = 'claude-a-1' | 'claude-b-1' | (string & {});\n";
  const data = (text: string) => ({
    'src/resources/messages/models.ts': models,
    'src/internal/data.ts': text,
  });
  const good = "export const DEPRECATED_MODELS: X = { 'claude-a-1': 'March 1st, 2027' } as const;";
  expect(readSdk(release(data(good)))).toMatchObject({
    models: ['claude-a-1', 'claude-b-1'],
    deprecatedModels: [{ model: 'claude-a-1', end: 'March 1st, 2027' }],
    unread: [],
  });
  expect(readSdk(release(data('export const DEPRECATED_MODELS: X = {};'))).unread).toEqual([]);
  expect(readSdk(release(data('export const DEPRECATED_MODELS = load();'))).unread).toEqual([
    'src/internal/data.ts:1 load()',
  ]);
});

describe('readSdk refuses a release', () => {
  test('without sources', () => {
    const none = {
      'src/client.ts': undefined,
      'src/resources/beta/beta.ts': undefined,
      'src/resources/beta/things.ts': undefined,
    };
    expect(() => readSdk(release(none))).toThrow(/no TypeScript in src/);
  });
  test('without an anthropic-version', () => {
    expect(() => readSdk(release({ 'src/client.ts': 'export {}' }))).toThrow(/anthropic-version/);
  });
  test('with message params under another name', () => {
    const messages =
      "export class Messages extends APIResource {\n  create(params) { return this._client.post('/v1/messages?beta=true', { body: params }); }\n}\n";
    const files = (params: string) => ({
      'src/resources/beta/messages/messages.ts': [
        messages,
        `export interface ${params} { model: string }\n`,
      ].join(''),
    });
    expect(
      readSdk(release(files('MessageCreateParams'))).surface.map(({ entry }) => entry),
    ).toEqual(['MessageCreateParams.model']);
    expect(() => readSdk(release(files('MessageParams')))).toThrow(
      /messages\.ts:2: beta\.messages\.create\(\) calls POST \/v1\/messages, and its params were not found/,
    );
  });
  test('with GA message params under another name', () => {
    const text =
      "export class Messages extends APIResource {\n  create(params) { return this._client.post('/v1/messages', { body: params }); }\n}\n";
    expect(() => readSdk(release({ 'src/resources/messages/messages.ts': text }))).toThrow(
      /messages\.ts:2: messages\.create\(\) calls POST \/v1\/messages, and its params were not found/,
    );
  });
  test('without a method', () => {
    expect(() => readSdk(release({ 'src/resources/beta/things.ts': 'export {}' }))).toThrow(
      /no method/,
    );
  });
});

describe('a function that builds the header', () => {
  const helper = (form: (body: string) => string, value: string): string =>
    form(`buildHeaders([{ "anthropic-beta": [...betas, '${value}'].toString() }])`);
  const constant = (body: string): string =>
    `export const toHeaders = ({ betas }: any) => ${body};\n`;
  const declared = (body: string): string =>
    `export function toHeaders({ betas }: any) {\n  return ${body};\n}\n`;
  const call = (imports: string, callee: string): string =>
    `${imports}\nexport class Calls extends APIResource {\n  get(params: any) {\n    return this._client.get('/v1/calls', { headers: ${callee}(params) });\n  }\n}\n`;
  const read = (files: Record<string, string>) =>
    readSdk(release(files)).methods.find(({ name }) => name === 'beta.calls.get')?.defaults;
  const path = 'src/resources/beta/calls.ts';

  test.each([
    [constant, "import { toHeaders } from '../../lib/a';", 'toHeaders'],
    [declared, "import { toHeaders as build } from '../../lib/a';", 'build'],
    [declared, "import * as A from '../../lib/a';", 'A.toHeaders'],
  ])('is found under the name of the file that calls it (%#)', (form, imports, callee) => {
    const files = {
      'src/lib/a.ts': helper(form, 'two-things-2026-02-02'),
      [path]: call(imports, callee),
    };
    expect(read(files)).toEqual(['two-things-2026-02-02']);
  });

  test('is the one of its file, if another file has one of that name', () => {
    const files = {
      'src/lib/a.ts': helper(declared, 'two-things-2026-02-02'),
      'src/lib/b.ts': helper(declared, 'one-thing-2026-01-01'),
    };
    const imported = "import { toHeaders } from '../../lib/a';";
    expect(read({ ...files, [path]: call(imported, 'toHeaders') })).toEqual([
      'two-things-2026-02-02',
    ]);
    const unclear = "import { toHeaders } from '../../lib';";
    expect(() => read({ ...files, [path]: call(unclear, 'toHeaders') })).toThrow(
      /calls\.ts:\d+: the anthropic-beta header of get\(\)/,
    );
  });
});

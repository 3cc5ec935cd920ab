import { catalog } from '@beta-headers/manifest/data';
import { describe, expect, it } from 'vitest';
import { ErrorOutput } from '../src/schema/error.ts';
import { HeaderOutput } from '../src/schema/header.ts';
import { ListOutput } from '../src/schema/list.ts';
import { ShowOutput } from '../src/schema/show.ts';
import { callMain } from './support/call-main.ts';

const readList = async (...args: string[]): Promise<ListOutput> =>
  ListOutput.parse(JSON.parse((await callMain(['list', ...args, '--json'])).stdout));

describe('list', () => {
  it('lists every entry of each kind', async () => {
    expect((await readList()).betas).toHaveLength(catalog.betas.length);
    expect((await readList('features')).features).toHaveLength(catalog.features.length);
    expect((await readList('platforms')).platforms).toHaveLength(catalog.platforms.length);
    expect((await readList('models')).models).toHaveLength(catalog.models.length);
    for (const kind of ['betas', 'features', 'platforms', 'models']) {
      const { code, stdout, stderr } = await callMain(['list', kind]);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout.trimEnd().split('\n')).toHaveLength(
        Object.values(await readList(kind))[0]?.length ?? -1,
      );
    }
  });

  it('filters by stage, feature and platform', async () => {
    const { betas: graduated } = await readList('--stage', 'graduated');
    expect(new Set(graduated?.map(({ stage }) => stage))).toEqual(new Set(['graduated']));
    const { betas: mcp } = await readList('--feature', 'mcp-client');
    expect(new Set(mcp?.map(({ feature }) => feature))).toEqual(new Set(['mcp-client']));
    expect(mcp?.length).toBeGreaterThan(1);
    const { features } = await readList('features', '--platform', 'bedrock');
    const names = features?.map(({ name }) => name);
    expect(names).toContain('compact');
    expect(names).not.toContain('mcp-client');
    expect((await callMain(['list', '--platform', 'vertex'])).stdout).toContain('accepted');
  });

  it('prints nothing and exits with 0 if nothing matches', async () => {
    const args = ['list', '--feature', 'mcp-client', '--stage', 'retired'];
    expect(await callMain(args)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('rejects unknown names with the nearest, and filters that do not apply', async () => {
    const cases: readonly (readonly [readonly string[], RegExp])[] = [
      [['--feature', 'mcp-clent'], /no feature is called "mcp-clent"; did you mean mcp-client\?/],
      [
        ['--stage', 'graduate'],
        /called "graduate"; did you mean graduated\?\nStages: beta, preview/,
      ],
      [['--platform', 'vertx'], /did you mean vertex\?/],
      [['beta'], /"beta"; did you mean betas\?\nLists: betas, features, platforms, models/],
      [['zzz'], /no list is called "zzz"\nLists: betas/],
      [['models', '--platform', 'vertex'], /--platform does not apply to models/],
    ];
    for (const [args, message] of cases) {
      const { code, stdout, stderr } = await callMain(['list', ...args]);
      expect([code, stdout], args.join(' ')).toEqual([2, '']);
      expect(stderr).toMatch(message);
    }
  });
});

describe('show', () => {
  it('answers first if a beta is needed, then where it works and why', async () => {
    const { code, stdout } = await callMain(['show', 'mcp-client-2025-11-20']);
    expect(code).toBe(0);
    expect(stdout.split('\n')[1]).toMatch(/^Do you need it\? Yes, when a request uses/);
    expect(stdout).toContain('\nNeeded by:\n  tools[].type is mcp_toolset\n');
    expect(stdout).toMatch(/^ {2}bedrock +accepted +anthropic_beta in the body$/m);
    expect(stdout).toMatch(/\nSources:\n(?: {2}\S.*\n)* {2}https:\S+ \(\d{4}-\d\d-\d\d\)/);
  });

  it('says that a graduated value is not needed, and what replaces a superseded one', async () => {
    const graduated = await callMain(['show', 'prompt-caching-2024-07-31']);
    expect(graduated.stdout).toContain('Do you need it? No. The feature is generally available');
    const partly = await callMain(['show', 'structured-outputs-2025-11-13']);
    expect(partly.stdout).toContain(
      'Do you need it? Only for an older request, where output_format is present.',
    );
    const checked = await callMain(['header', 'structured-outputs-2025-11-13']);
    expect(checked.stdout).toContain('only with an older request, where output_format is present.');
    const superseded = await callMain(['show', 'mcp-client-2025-04-04']);
    expect(superseded.stdout).toContain('write the newer one. Use mcp-client-2025-11-20.');
  });

  it('shows every beta, feature and value that is no beta by its schema', async () => {
    const names = [
      ...catalog.betas.map(({ id }) => [id, 0] as const),
      ...catalog.features.map(({ name }) => [name, 0] as const),
      ...catalog.notBetas.map(({ id }) => [id, 1] as const),
    ];
    for (const [name, code] of names) {
      const called = await callMain(['show', name, '--json']);
      expect(called.code, name).toBe(code);
      expect(ShowOutput.parse(JSON.parse(called.stdout)).name).toBe(name);
    }
  });

  it('prints the value that a platform wants instead', async () => {
    const { stdout } = await callMain(['show', 'advanced-tool-use-2025-11-20']);
    expect(stdout).toMatch(/bedrock .*send tool-search-tool-2025-10-19 for tool-search-tool/);
  });

  it('rejects an unknown name with the nearest', async () => {
    const { code, stdout, stderr } = await callMain(['show', 'mcp-clint-2025-11-20']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('did you mean mcp-client-2025-11-20?');
  });

  it.each([
    ['Bedrock', 'bedrock is a platform', '`beta-headers list features --platform bedrock`'],
    ['claude-opus-5', 'claude-opus-5 is a model', '`beta-headers list models`'],
    ['anthropic.claude-opus-5', 'claude-opus-5 is a model', '`beta-headers list models`'],
    ['claude-opus-4-5-20251101', 'claude-opus-4-5 is a model', '`beta-headers list models`'],
  ])('says what %s is and which command lists it', async (name, what, command) => {
    const { code, stdout, stderr } = await callMain(['show', name]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(what);
    expect(stderr).toContain(command);
    expect(stderr).not.toContain('did you mean');
  });
});

describe('header', () => {
  const check = async (...args: string[]): Promise<[number, HeaderOutput]> => {
    const { code, stdout, stderr } = await callMain(['header', ...args, '--json']);
    expect(stderr).toBe('');
    return [code, HeaderOutput.parse(JSON.parse(stdout))];
  };

  it('says what each value is, and merges them', async () => {
    const [code, { values, merged }] = await check(
      'mcp-client-2025-11-20, prompt-caching-2024-07-31,mcp-client-2025-11-20',
      'extended-thinking-2025-05-14',
      'mcp-clien-2025-11-20',
      'zzz-private-2026-01-01',
      'a\u00e9',
    );
    expect(code).toBe(1);
    expect(values.map(({ value, status, use }) => [value, status, use])).toEqual([
      ['mcp-client-2025-11-20', 'beta', undefined],
      ['prompt-caching-2024-07-31', 'graduated', undefined],
      ['extended-thinking-2025-05-14', 'no-beta', undefined],
      ['mcp-clien-2025-11-20', 'misspelt', 'mcp-client-2025-11-20'],
      ['zzz-private-2026-01-01', 'unknown', undefined],
      ['a\u00e9', 'malformed', undefined],
    ]);
    expect(merged).toBe(
      'mcp-client-2025-11-20,prompt-caching-2024-07-31,extended-thinking-2025-05-14,' +
        'mcp-clien-2025-11-20,zzz-private-2026-01-01',
    );
  });

  it('knows the names of features, and hides what may be a key', async () => {
    const { stdout } = await callMain(['header', 'mcp-client,prompt-caching,sk-ant-api03-abcdef']);
    expect(stdout).toContain('a value ends with a date: use mcp-client-2025-11-20.');
    expect(stdout).toContain('which needs no header any more: leave it out');
    expect(stdout).toContain('"(19 characters)": malformed\n    This may be a key');
    expect(stdout).not.toContain('sk-ant');
    for (const key of ['ANTHROPIC_API_KEY=sk-ant-ab12', 'f47ac10b-58cc-4372-a567-0e02b2c3d479'])
      expect((await callMain(['header', key])).stdout).toMatch(/^"\(\d+ characters\)": malformed/);
    expect((await check('task-budgets-2026-03-13'))[1].values[0]?.status).toBe('beta');
  });

  it('names the value behind dashes, quotation marks and semicolons of other programs', async () => {
    const [code, { values }] = await check(
      'prompt\u2011caching\u20112024\u201107\u201131',
      '\u201cmcp-client-2025-11-20\u201d',
      'skills-2025-10-02;',
      'zzz\u2013private\u20132026\u201301\u201301',
      'sk\u2011ant\u2011api03\u2011abcdef0123456789abcdef-2025-01-01',
    );
    expect(code).toBe(1);
    expect(values.map(({ status, use }) => [status, use])).toEqual([
      ['malformed', 'prompt-caching-2024-07-31'],
      ['malformed', 'mcp-client-2025-11-20'],
      ['malformed', 'skills-2025-10-02'],
      ['malformed', undefined],
      ['malformed', undefined],
    ]);
    expect(values[0]?.advice).toContain('write prompt-caching-2024-07-31.');
    expect(values[3]?.advice).toContain('write zzz-private-2026-01-01.');
    expect(values[4]?.value).toMatch(/^\(\d+ characters\)$/);
  });

  it('knows the names of models', async () => {
    const [code, { values }] = await check('claude-sonnet-4-5-20250929');
    expect(code).toBe(1);
    expect(values[0]).toMatchObject({
      status: 'no-beta',
      advice: expect.stringMatching(/a model/),
    });
  });

  it('says what each platform gets', async () => {
    const [code, { platforms }] = await check('mcp-client-2025-11-20,prompt-caching-2024-07-31');
    expect(code).toBe(1);
    const headers = Object.fromEntries(platforms.map(({ platform, header }) => [platform, header]));
    expect(headers).toMatchObject({
      'claude-api': 'mcp-client-2025-11-20,prompt-caching-2024-07-31',
      bedrock: 'mcp-client-2025-11-20',
    });
    expect(headers['bedrock-converse']).toBeUndefined();
  });

  it('exits with 0 for values that have an effect, and with 1 if a given platform drops one', async () => {
    expect((await check('mcp-client-2025-11-20'))[0]).toBe(0);
    expect((await check('mcp-client-2025-11-20', '--platform', 'bedrock-converse'))[0]).toBe(1);
    expect((await check('zzz-private-2026-01-01'))[0]).toBe(0);
  });

  it('reads a header from stdin', async () => {
    const stdin = 'anthropic-beta: "context-1m-2025-08-07, files-api-2025-04-14"\n';
    const { code, stdout } = await callMain(['header', '-'], { stdin });
    expect(code).toBe(1);
    expect(stdout).toContain('merged: context-1m-2025-08-07,files-api-2025-04-14');
    for (const line of [
      `-H "anthropic-beta: skills-2025-10-02"`,
      `--header='anthropic-beta: skills-2025-10-02'`,
      'export ANTHROPIC_BETAS="skills-2025-10-02"',
      `ANTHROPIC_CUSTOM_HEADERS='anthropic-beta: skills-2025-10-02'`,
    ]) {
      const { stdout: json } = await callMain(['header', '-', '--json'], { stdin: line });
      expect(HeaderOutput.parse(JSON.parse(json)).merged).toBe('skills-2025-10-02');
    }
    const empty = await callMain(['header', '-']);
    expect([empty.code, empty.stdout]).toEqual([2, '']);
    expect(empty.stderr).toContain('no value is given');
  });
});

describe('error', () => {
  const TEXT = JSON.stringify({
    type: 'error',
    error: {
      type: 'invalid_request_error',
      message: 'Unexpected value(s) `fast-mode-2026-02-01` for the `anthropic-beta` header.',
    },
  });

  it('explains an error about betas, in both languages', async () => {
    const { code, stdout } = await callMain(['error', '--json'], { stdin: TEXT });
    expect(code).toBe(1);
    expect(ErrorOutput.parse(JSON.parse(stdout))).toMatchObject({
      isAboutBetas: true,
      kind: 'unsupported',
      betas: ['fast-mode-2026-02-01'],
    });
    const [en, id] = await Promise.all(
      ['en', 'id'].map((code) => callMain(['error', '--language', code], { stdin: TEXT })),
    );
    expect(en?.stdout).toContain('an error: unsupported');
    expect(id?.stdout).toContain('sebuah error: unsupported');
    expect(id?.stdout.split('\n')[0]).not.toBe(en?.stdout.split('\n')[0]);
  });

  it.each([
    ['en', 'files-api-2025-04-15 is no known beta; did you mean files-api-2025-04-14?'],
    ['id', 'files-api-2025-04-15 bukan beta yang dikenal; maksudnya files-api-2025-04-14?'],
  ])('names the nearest beta for a misspelt value of --sent: %s', async (language, line) => {
    const args = ['error', '--sent', 'files-api-2025-04-15,compact-2026-01-12'];
    const { stdout } = await callMain([...args, '--language', language], {
      stdin: 'invalid beta flag',
    });
    expect(stdout.split('\n')).toContain(line);
    const json = await callMain([...args, '--json'], { stdin: 'invalid beta flag' });
    expect(JSON.parse(json.stdout)).toMatchObject({
      misspelt: [{ value: 'files-api-2025-04-15', means: 'files-api-2025-04-14' }],
    });
  });

  it('uses the platform and the betas that were sent', async () => {
    const args = ['error', '--platform', 'bedrock', '--sent', 'compact-2026-01-12'];
    const { stdout } = await callMain(args, { stdin: '{"message":"invalid beta flag"}' });
    expect(stdout).toContain('unsupported-unnamed, bedrock');
    expect(stdout).toContain('It may be about: compact-2026-01-12');
  });

  it('says that another error is not about betas', async () => {
    const stdin = '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}';
    const { code, stdout } = await callMain(['error'], { stdin });
    expect([code, stdout]).toEqual([0, 'This error is not about betas.\n']);
    const empty = await callMain(['error'], { stdin: ' ' });
    expect([empty.code, empty.stdout]).toEqual([2, '']);
    expect(empty.stderr).toContain('stdin: the text is empty');
  });
});

describe('the age of the data', () => {
  it('is a hint on stderr after 60 days, and never under --json', async () => {
    const options = { now: '2027-03-01' };
    const commands = [
      ['list', 'models'],
      ['show', 'mcp-client'],
      ['header', 'mcp-client-2025-11-20'],
    ];
    for (const args of commands) {
      const { stderr } = await callMain(args, options);
      expect(stderr, args.join(' ')).toMatch(/^note: the data of this version is \d+ days old/);
      expect((await callMain([...args, '--json'], options)).stderr).toBe('');
      expect((await callMain(args)).stderr).toBe('');
    }
    const body = '{"model":"claude-opus-5-5","max_tokens":1,"messages":[]}';
    for (const name of ['explain', 'error']) {
      const { stderr } = await callMain([name], { ...options, stdin: body });
      expect(stderr, name).toContain('npm install --global @beta-headers/cli@latest');
    }
  });
});

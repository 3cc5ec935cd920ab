/** The code writer: clients, addresses, places of betas, secrets, and what it does not write. */
import Anthropic from '@anthropic-ai/sdk';
import { PLATFORMS, type Platform } from '@beta-headers/core';
import { anthropicVersion, methods } from '@beta-headers/manifest/sdk.json';
import { readText } from '@beta-headers/reader';
import { describe, expect, it } from 'vitest';
import { CALLERS } from '../src/generated/callers.ts';
import {
  CODE_LANGUAGES,
  type CodeLanguage,
  type CodeRequest,
  writeCode,
} from '../src/lib/code/index.ts';
import { PYTHON, printValue, TYPESCRIPT, type Value } from '../src/lib/code/literal.ts';
import { findSdkMethod, listMessageParams } from '../src/lib/code/sdk-methods.ts';
import { GUIDE_TEXTS } from './programs/blocks.ts';
import { run, typecheck, writePrograms } from './programs/programs.ts';

const MESSAGE = {
  platform: 'claude-api',
  method: 'POST',
  path: '/v1/messages',
  betas: ['b-2026-01-01'],
  body: { model: 'm', max_tokens: 1, messages: [{ role: 'user', content: 'Hi' }] },
} as const satisfies CodeRequest;
const write = (more: Partial<CodeRequest>, language: CodeLanguage): string =>
  writeCode({ ...MESSAGE, ...more }, language) ?? '';
const writeAll = (request: CodeRequest): string[] =>
  CODE_LANGUAGES.flatMap((language) => writeCode(request, language) ?? []);

describe('a message', () => {
  it.each(PLATFORMS)('names the client and the address of %s', (platform) => {
    const { client, call } = CALLERS[platform] ?? {};
    const code = write({ platform }, 'typescript');
    if (client) {
      expect(code).toContain(`new ${client.name}()`);
      expect(code).toContain(`from '${client.package}';`);
      expect(write({ platform }, 'python')).toContain(`anthropic.${client.python}()`);
    } else expect(code).toContain('new BedrockRuntimeClient()');
    const curl = write({ platform }, 'curl');
    expect(curl).toContain((call ?? CALLERS['bedrock']?.call)?.base);
    expect(curl.includes('api.anthropic.com')).toBe(platform === 'claude-api');
    for (const text of writeAll({ ...MESSAGE, platform })) expect(text).toContain('b-2026-01-01');
  });

  it('has the betas where the platform reads them', () => {
    expect(write({ platform: 'bedrock' }, 'curl')).toContain('"anthropic_beta": ["b-2026-01-01"]');
    expect(write({ platform: 'bedrock' }, 'curl')).not.toContain('anthropic-beta');
    expect(write({ platform: 'bedrock' }, 'boto3')).toContain('"anthropic_beta": ["b-2026-01-01"]');
    expect(write({ platform: 'bedrock-converse' }, 'boto3')).toContain(
      'additionalModelRequestFields={"anthropic_beta": ["b-2026-01-01"]}',
    );
    const vertex = write({ platform: 'vertex' }, 'curl');
    expect(vertex).toContain("-H 'anthropic-beta: b-2026-01-01'");
    expect(vertex).toContain('"anthropic_version": "vertex-2023-10-16"');
    expect(vertex).toContain('models/m:rawPredict');
  });

  it('is one of client.beta only with a beta', () => {
    expect(write({}, 'typescript')).toContain('client.beta.messages.create(');
    expect(write({ betas: [] }, 'typescript')).toContain('client.messages.create(');
    expect(write({ betas: [] }, 'python')).toContain('client.messages.create(');
    const path = '/v1/messages/count_tokens';
    expect(write({ path }, 'python')).toContain('client.beta.messages.count_tokens(');
    expect(write({ path, betas: [] }, 'typescript')).toContain('client.messages.countTokens(');
  });

  it('is a stream if the body or the path of a platform says so', () => {
    const path = '/model/m/invoke-with-response-stream';
    expect(write({ platform: 'bedrock', path }, 'curl')).toContain(path);
    expect(write({ platform: 'bedrock', path }, 'boto3')).toContain('_with_response_stream(');
    expect(write({ platform: 'vertex', path }, 'curl')).toContain('/models/m:streamRawPredict');
    expect(write({ platform: 'claude-api', path }, 'curl')).toContain('"stream": true');
    expect(write({ platform: 'claude-api', path }, 'typescript')).toContain('for await (');
  });

  it('has the model of the path or a placeholder, and no versions and betas of the body', () => {
    const body = { anthropic_version: 'bedrock-2023-05-31', anthropic_beta: ['x'], max_tokens: 1 };
    expect(write({ path: '/model/a.b/invoke', body }, 'typescript')).toContain("model: 'a.b'");
    const code = write({ body }, 'python');
    expect(code).toContain('model="YOUR_MODEL_ID"');
    expect(code).not.toMatch(/anthropic_version|anthropic_beta/);
  });

  it('passes what the SDKs have no parameter for', async () => {
    const body = { ...MESSAGE.body, temperature: 1, class: 1, 'a-b': true };
    expect(write({ body }, 'python')).toContain(
      'extra_body={"temperature": 1, "class": 1, "a-b": True},',
    );
    const folder = writePrograms('code-unknown', {
      'main.ts': `${write({ body }, 'typescript')}\nexport {};\n`,
    });
    expect((await typecheck(folder)).output).toBe('');
  });
});

describe('other requests', () => {
  const on = (platform: Platform, method: string, path: string): CodeRequest => ({
    platform,
    method,
    path,
    betas: [],
  });

  it('call the method of the SDK, and no path', () => {
    const list = on('claude-api', 'GET', '/v1/files?limit=3');
    expect(writeCode(list, 'python')).toContain('client.beta.files.list(\n    limit=3,\n)');
    expect(writeCode(list, 'typescript')).toContain('client.beta.files.list({\n  limit: 3,\n});');
    const one = on('claude-api', 'GET', '/v1/files/file_1');
    expect(writeCode(one, 'python')).toContain('client.beta.files.retrieve_metadata("file_1")');
    const two = { ...on('claude-api', 'GET', '/v1/vaults/v_1/credentials/c_1') };
    const betas = ['managed-agents-2026-04-01'];
    expect(writeCode({ ...two, betas }, 'typescript')).toContain(
      "client.beta.vaults.credentials.retrieve('c_1', {\n  vault_id: 'v_1',\n});",
    );
    // Without the beta that the method would send, only the path is right.
    expect(writeCode(two, 'typescript')).toContain("client.get('/v1/vaults/v_1/credentials/c_1')");
  });

  it('upload a file', () => {
    const files = [{ field: 'file', name: 'a.pdf' }];
    const upload = { ...on('claude-api', 'POST', '/v1/files'), files };
    expect(writeCode(upload, 'python')).toContain('file=Path("a.pdf")');
    expect(writeCode(upload, 'curl')).toContain("-F 'file=@a.pdf'");
    for (const name of ['../a', '-d', 'a;type=x', 'a b', "a'", '/etc/passwd'])
      expect(writeAll({ ...upload, files: [{ field: 'file', name }] }), name).toEqual([]);
  });

  it('have the address of the organization and the key of the Admin API', () => {
    const google = (path: string) => writeCode(on('claude-on-google-cloud', 'GET', path), 'curl');
    expect(google('/v1/models')).toContain('workspaces/$WORKSPACE_ID/invoke"/v1/models');
    for (const path of ['/v1/organizations/users', '/v1/user_profiles?limit=1'])
      expect(google(path)).toMatch(/claudeOrganization\/invoke"'?\/v1\//);
    for (const code of writeAll(on('claude-api', 'GET', '/v1/organizations/users')))
      expect(code).toContain('ANTHROPIC_ADMIN_KEY');
  });

  it('are not written where the platform has messages only', () => {
    for (const platform of ['bedrock', 'bedrock-mantle', 'vertex', 'bedrock-converse'] as const)
      expect(writeAll(on(platform, 'GET', '/v1/files'))).toEqual([]);
  });
});

describe('nothing is written', () => {
  const STRAY = [
    '@evil.example/v1',
    '.evil.example/v1/files',
    ':p@evil.example/',
    'https://evil.example/',
    '',
  ];
  it.each(STRAY)('for a path that does not begin with a slash: %s', (path) => {
    for (const platform of PLATFORMS) expect(writeAll({ ...MESSAGE, platform, path })).toEqual([]);
  });

  it.each(['//evil.example/v1/files', '/\\evil.example/v1', '/..//evil.example/', '/v1/\t@evil'])(
    'that leads to another host: %s',
    (path) => {
      for (const platform of PLATFORMS)
        for (const code of writeAll({ ...MESSAGE, platform, method: 'GET', body: undefined, path }))
          expect(code).not.toMatch(
            /:\/\/[^/'" ]*evil|(?:com|aws|api|cloud)"? ?\+? ?"?[.@][^/]*evil/,
          );
    },
  );

  it('for a method or a beta that no header can carry', () => {
    expect(writeAll({ ...MESSAGE, method: 'POST\nx' })).toEqual([]);
    for (const beta of ['a b', 'a,b', 'a\r\nx: y', ''])
      expect(writeAll({ ...MESSAGE, betas: [beta] }), beta).toEqual([]);
  });
});

describe('keys and tokens', () => {
  const SECRETS: readonly (readonly [name: string, value: string])[] = [
    ['authorization_token', 'Hunter22'],
    ['api_key', 'Hunter22'],
    ['apiKey', 'Hunter22'],
    ['x-api-key', 'Hunter22'],
    ['password', 'Hunter22'],
    ['client_secret', 'Hunter22'],
    ['accessToken', 'Hunter22'],
    ['Authorization', 'Hunter22'],
    ['cookie', 'Hunter22'],
    ['content', 'my key is sk-ant-api03-Hunter22-Hunter22'],
    ['content', 'Bearer Hunter22Hunter22'],
    ['content', 'AKIAHUNTER22HUNTER22'],
    ['content', 'ghp_Hunter22Hunter22Hunter22'],
    ['url', 'https://user:Hunter22@example.com/'],
    ['url', 'https://example.com/?a=b&api_key=Hunter22'],
    ['url', 'https://example.com/?access_token=Hunter22'],
  ];
  it.each(SECRETS)('of a field %s are read from the environment: %s', (name, value) => {
    for (const platform of PLATFORMS) {
      const body = { ...MESSAGE.body, metadata: { list: [{ [name]: value }] } };
      for (const code of writeAll({ ...MESSAGE, platform, body }))
        expect(code).not.toMatch(/Hunter22/i);
    }
    const list = { platform: 'claude-api', method: 'GET', betas: [] } as const;
    for (const code of writeAll({
      ...list,
      path: `/v1/files?key=Hunter22&${name}=Hunter22&limit=1`,
    }))
      if (name !== 'content' && name !== 'url') expect(code).not.toMatch(/Hunter22/i);
  });

  it('have a variable for each value', () => {
    const tokens = ['a', 'b', 'a'].map((token) => ({ token }));
    const code = write({ body: { ...MESSAGE.body, metadata: { tokens } } }, 'python');
    expect(code.match(/os\.environ\["TOKEN(?:_2)?"\]/g)).toHaveLength(3);
    expect(code).toContain('os.environ["TOKEN_2"]');
  });

  it('do not take the place of the key of the client', () => {
    const body = { ...MESSAGE.body, metadata: { anthropic_api_key: 'x' } };
    expect(write({ body }, 'python')).toContain('os.environ["BODY_ANTHROPIC_API_KEY"]');
  });

  it('are no counts and no schemas', () => {
    const body = {
      ...MESSAGE.body,
      tools: [{ name: 'x', input_schema: { properties: { token: { type: 'string' } } } }],
      thinking: { budget_tokens: 1 },
    };
    for (const code of writeAll({ ...MESSAGE, body })) expect(code).not.toMatch(/\bTOKENS?\b/);
  });

  it('arrive from the variables of a shell', async () => {
    const body = { ...MESSAGE.body, metadata: { token: 'x', note: "it's" } };
    const code = write({ body }, 'curl').replace(/^curl/, 'printf "%s\\n"');
    const { stdout } = await run('sh', ['-c', code], { env: { TOKEN: 'from-outside' } });
    expect(stdout).toContain('"token": "from-outside", "note": "it\'s"');
  });
});

describe('the facts', () => {
  it('have one version everywhere', () => {
    const codes = ['curl', 'go', 'java'] as const;
    const versions = codes.map(
      (language) => /20\d\d-\d\d-\d\d(?=["'])/.exec(write({ betas: [] }, language))?.[0],
    );
    expect(versions).toEqual(codes.map(() => anthropicVersion));
    const guides = GUIDE_TEXTS.flatMap(([, text]) => [
      ...text.matchAll(/anthropic-version'?: '?([\d-]+)/g),
    ]);
    expect(guides.length).toBeGreaterThan(3);
    expect(new Set(guides.map(([, version]) => version))).toEqual(new Set([anthropicVersion]));
  });

  it('name methods that the SDK has', () => {
    const client: object = new Anthropic({ apiKey: 'none' });
    const endpoints = [
      ...methods.filter(({ name }) => !/parse$|Tokens$/.test(name)),
      { endpoint: 'GET /v1/files', defaults: [] },
      { endpoint: 'POST /v1/messages/batches/{id}/cancel', defaults: [] },
      { endpoint: 'GET /v1/organizations/rbac_groups', defaults: [] },
      { endpoint: 'GET /v1/skills/{id}', defaults: [] },
      { endpoint: 'POST /v1/user_profiles/{id}', defaults: [] },
    ];
    for (const { endpoint, defaults } of endpoints) {
      const [method = '', path = ''] = endpoint.split(' ');
      const found = findSdkMethod(method, path.replaceAll(/\{\w+\}/g, 'x'), defaults);
      const value = found?.name
        .split('.')
        .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], client);
      expect(value, `${endpoint} ${found?.name}`).toBeTypeOf('function');
    }
  });

  it('have the parameters of messages that the types have', async () => {
    const of = (name: string): string =>
      [...(listMessageParams(name, false) ?? [])].map((one) => `'${one}'`).join(' | ');
    const folder = writePrograms('code-params', {
      'main.ts': `import type Anthropic from '@anthropic-ai/sdk';
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : [never, B]) : [A, never];
type Keys<T> = T extends unknown ? Exclude<keyof T, 'betas'> : never;
export const same: [
  Same<Keys<Anthropic.MessageCreateParams>, ${of('messages.create')}>,
  Same<Keys<Anthropic.Beta.MessageCreateParams>, ${of('beta.messages.create')}>,
  Same<Keys<Anthropic.MessageCountTokensParams>, ${of('messages.countTokens')}>,
  Same<Keys<Anthropic.Beta.MessageCountTokensParams>, ${of('beta.messages.countTokens')}>,
] = [true, true, true, true];
`,
    });
    expect((await typecheck(folder)).output).toBe('');
  });
});

describe('literals', () => {
  // A printer that prints each value again for every level above it would never end.
  it('contain deeply nested values whole', () => {
    let value: Value = 1;
    for (let i = 0; i < 500; i++) value = { a: [value] };
    for (const dialect of [TYPESCRIPT, PYTHON])
      expect(printValue(value, dialect).match(/\[/g)).toHaveLength(500);
  });

  it('are what a shell reads', () => {
    const reading = readText(write({}, 'curl'));
    const request = reading.kind === 'request' ? reading.request : undefined;
    expect(request?.body).toEqual(MESSAGE.body);
    expect(request?.headers).toContainEqual(['anthropic-beta', 'b-2026-01-01']);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readGatewayConfig } from '../../../src/node/config/index.ts';
import { readTextFile } from '../../../src/node/config/text-file.ts';
import { makeFolder, readConfig, readProblems, withUpstream } from './support.ts';

const API = 'platform: claude-api';

describe('a file that cannot be read', () => {
  const read = (file: string): Promise<unknown> =>
    readGatewayConfig(file, { env: {} }).catch((error: unknown) => error);

  it.each([
    ['missing.yaml', 'the file does not exist; correct the path'],
    ['folder', 'the file is a folder; give the path of a file'],
    ['empty.yaml', 'the file is empty; write the settings'],
    ['comment.yaml', 'the file is empty; write the settings'],
    ['large.yaml', 'the file is larger than 1 MiB; give the path of a configuration'],
    ['binary.yaml', 'the file is not UTF-8 text; save it as UTF-8'],
  ])('reports %s', async (name, message) => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'empty.yaml'), ' \n');
    writeFileSync(join(folder, 'comment.yaml'), '# later\n');
    writeFileSync(join(folder, 'large.yaml'), '#'.repeat(2 ** 20 + 1));
    writeFileSync(join(folder, 'binary.yaml'), Buffer.from([0x61, 0xff, 0xfe]));
    const error = await read(join(folder, name));
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as ConfigError).message).toBe(`${join(folder, name)}: ${message}`);
  });

  it('reports a file that may not be read', async () => {
    const deny = () => Promise.reject(Object.assign(new Error('denied'), { code: 'EACCES' }));
    expect(await readTextFile('gateway.yaml', deny)).toEqual({
      problem: 'may not be read; give the user of the gateway the right to read it',
    });
  });
});

it('names the level of a section that is in another one', async () => {
  const text = 'upstreams:\n  - { name: a, platform: claude-api }\nplanning:\n  overlay: o.yaml\n';
  const [problem] = await readProblems(text);
  expect(problem).toBe(
    'gateway.yaml:4:3: planning: "overlay" is at the wrong level; write it at the top level of the file',
  );
});

describe('text that is not YAML', () => {
  it.each([
    ['upstreams:\n  - name: a\n   platform: x\n', '3:1', /or the indentation is wrong$/],
    ['listen: {}\nlisten: {}\n', '2:1', /^the key is there twice/],
    ['upstreams:\n\t- name: a\n', '2:1', /^a tab cannot indent YAML/],
    ['upstreams: *nothing\n', '1:12', /^the alias has no anchor/],
    ['listen: "sk-ant-planted\n', '2:1', /^a colon, a quote or a bracket is missing here/],
    ['a: 1\n---\nb: 2\n', '2:1', /^the file has more than one document/],
    ['listen: { { planted: 1 }: 2 }\n', '1:11', /^a key cannot be a map or a list/],
    ['key: @sk-ant-planted\n', '1:6', /^a value cannot begin with this character/],
  ])('reports the place in %j, without quoting the file', async (text, place, message) => {
    const [problem = ''] = await readProblems(text);
    const start = `gateway.yaml:${place}: this is not valid YAML: `;
    expect(problem.startsWith(start), problem).toBe(true);
    expect(problem.slice(start.length)).toMatch(message);
    expect(problem).not.toContain('planted');
  });

  it('reports nesting that is too deep', async () => {
    const problems = await readProblems(`upstreams: ${'['.repeat(200_000)}`);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^gateway\.yaml:1:\d+: .* the values are nested too deeply;/);
  });

  it('reports aliases that would fill the memory', async () => {
    const level = (name: string, inner: string): string =>
      `${name}: &${name} [${Array(9).fill(inner).join(', ')}]\n`;
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const text = names.map((name, i) => level(name, i === 0 ? 'x' : `*${names[i - 1]}`)).join('');
    expect(await readProblems(text)).toEqual([
      'gateway.yaml:1:1: has too many aliases; write the values themselves',
    ]);
  });

  it.each(['- a\n', 'sk-ant-planted\n', '42\n'])('reports %j, which is no map', async (text) => {
    const [problem] = await readProblems(text);
    expect(problem).toMatch(/^gateway\.yaml:1:1: the file is .*; write a map \(key: value\)/);
    expect(problem).not.toContain('planted');
  });
});

describe('keys that are not known', () => {
  it('suggests the nearest at the top, and does not report the missing one as well', async () => {
    expect(await readProblems('upstrems:\n  - name: a\n')).toEqual([
      'gateway.yaml:1:1: "upstrems" is not known; did you mean "upstreams"?',
    ]);
  });

  it('reports all of them at once, sorted by place', async () => {
    const rest = [
      'lisen: {}',
      'listen: { prt: 1 }',
      'planning: { polcy: {}, policy: { unknownBetas: send } }',
      'recovery: { maxRetri: 1, memory: { rediss: x } }',
      'limits: { bodyBytes: 1, timeouts: { idle: 1 } }',
      'logs: { levels: info }',
      'overlay: { beta: {} }',
      'nothingLikeIt: 1',
    ].join('\n');
    const keys = `${API}\nmodel: {}\nauth: { sign: { aws: { profil: x } } }`;
    const problems = await readProblems(withUpstream(keys, rest));
    const hints = problems.map((text) =>
      text.replace(/^gateway\.yaml:(\d+:\d+): (.*)$/, '$1 $2').slice(0, 110),
    );
    expect(hints).toEqual([
      '4:5 upstreams[0]: "model" is not known; did you mean "models"?',
      '5:28 upstreams[0].auth.sign.aws: "profil" is not known; did you mean "profile"?',
      '6:1 "lisen" is not known; did you mean "listen"?',
      '7:11 listen: "prt" is not known; did you mean "port"?',
      '8:13 planning: "polcy" is not known; did you mean "policy"?',
      '8:34 planning.policy: "unknownBetas" is not known; did you mean "unknownBeta"?',
      '9:13 recovery: "maxRetri" is not known; did you mean "maxRetries"?',
      '9:36 recovery.memory: "rediss" is not known; did you mean "redis"?',
      '10:11 limits: "bodyBytes" is not known; did you mean "maxBodyBytes"?',
      '10:37 limits.timeouts: "idle" is not known; did you mean "idleMs"?',
      '11:9 logs: "levels" is not known; did you mean "level"?',
      '12:12 overlay: "beta" is not one of betas, features, platforms; did you mean "betas"?',
      '13:1 "nothingLikeIt" is not known; it may be listen, upstreams, planning, overlay, recovery, dryRun, errors, l',
    ]);
  });

  it('hides a key that was pasted in the place of a name', async () => {
    const [problem] = await readProblems(withUpstream(`${API}\nsk-ant-api03-planted: 1`));
    expect(problem).toContain('"[hidden]" is not known');
    expect(problem).not.toContain('planted');
  });

  it('reports keys that exclude each other', async () => {
    const keys = `${API}\nauth: { replace: { api-key: x, bearer: y } }`;
    expect(await readProblems(withUpstream(keys))).toEqual([
      'gateway.yaml:4:36: upstreams[0].auth.replace: "bearer" cannot be used together with ' +
        'api-key; keep one of them',
    ]);
  });
});

describe('values of a wrong type', () => {
  it.each([
    ['listen: { host: 1 }', 'listen.host is 1; write a text'],
    ['listen: { port: "80" }', 'listen.port is "80"; write a whole number'],
    ['listen: { port: 70000 }', 'listen.port is 70000; write a number of at most 65535'],
    ['listen: []', 'listen is an empty list; write a map (key: value)'],
    ['dryRun: maybe', 'dryRun is "maybe"; write true or false'],
    ['metrics: 1', 'metrics is 1; write true or false'],
    ['listen: { host: "127.0.0.1:80" }', 'listen.host is not a host name or an IP address; leave'],
    ['listen: { host: "http://localhost" }', 'listen.host is not a host name or an IP address'],
    ['errors: raw', 'errors is "raw"; it may be verbatim, classified'],
    ['pingMs: 1.5', 'pingMs is 1.5; write a whole number'],
    ['recovery: { maxRetries: 3 }', 'recovery.maxRetries is 3; write a number of at most 2'],
    ['planning: { mode: strickt }', 'planning.mode is "strickt"; did you mean "strict"?'],
    ['logs:', 'logs is empty; write a map (key: value)'],
    [
      'recovery: off',
      'recovery is "off"; write a map (key: value) with enabled, maxRetries, memory: Recovery',
    ],
    [
      'recovery: { memory: none }',
      'recovery.memory is "none"; write `process`, or a map with `redis`: Where rejections are',
    ],
    ['overlay: 5', 'overlay is 5; write a text, or a map: Private betas'],
    ['recovery: { memory: { redis: "http://planted" } }', 'is not a URL of Redis; write redis://'],
  ])('reports %s', async (rest, message) => {
    const problems = await readProblems(withUpstream(API, rest));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
    expect(problems[0]).not.toContain('planted');
  });

  it.each([
    ['upstreams: []', '1:12: upstreams is an empty list; write at least one entry'],
    ['upstreams: { name: a }', '1:12: upstreams is a map; write a list (lines with `-`)'],
    ['listen: {}', '1:1: "upstreams" is missing; add it: The upstreams'],
    ['upstreams: [{ platform: claude-api }]', '1:13: upstreams[0]: "name" is missing'],
    ['upstreams: [{ name: a }]', '1:13: upstreams[0]: "platform" is missing'],
    ['upstreams: [{ name: a b, platform: vertex }]', '1:21: upstreams[0].name is "a b"; write 1'],
  ])('reports %s', async (text, message) => {
    const [problem] = await readProblems(text);
    expect(problem?.startsWith(`gateway.yaml:${message}`), problem).toBe(true);
  });

  it.each([
    ['bedrok', 'did you mean "bedrock"?'],
    ['bedrock-converse', 'the gateway does not speak the Converse API; use bedrock'],
    ['aws', 'it may be claude-api'],
  ])('reports the platform %s', async (platform, hint) => {
    const [problem] = await readProblems(withUpstream(`platform: ${platform}`));
    expect(problem).toContain(`upstreams[0].platform is "${platform}"; ${hint}`);
  });

  it('does not show the value of a variable that does not fit', async () => {
    const yaml = `listen: { port: "\${PORT}" }\n${withUpstream(API)}`;
    const [problem] = await readProblems(yaml, { PORT: 'planted' });
    expect(problem).toContain(`listen.port is the value of \${PORT}, which does not fit; write a`);
    expect(problem).not.toContain('planted');
  });
});

describe('upstreams', () => {
  it('reports two upstreams with one name', async () => {
    const yaml = `${withUpstream(API)}  - { name: main, platform: vertex, url: x }\n`;
    const problems = await readProblems(yaml);
    expect(problems[0]).toBe(
      'gateway.yaml:4:13: "main" is already the name of upstreams[0]; write another name',
    );
  });

  const urls: [keys: string, message: string][] = [
    [`${API}\nurl: api.anthropic.com`, 'is not a URL; write `https://` and the host'],
    [`${API}\nurl: "ftp://planted"`, 'is not a URL'],
    [`${API}\nurl: https://planted:planted@x.internal`, 'contains a user name or a password'],
    [`${API}\nurl: https://x.internal/?key=planted`, 'contains a query'],
    [`${API}\nurl: "https://x.internal/#planted"`, 'contains a fragment'],
    [`${API}\nurl: https://x.internal/v1/messages`, 'contains /v1; remove it and what follows'],
    [`${API}\nurl: http://x.internal`, 'begins with http:, so credentials and prompts can be'],
    [`${API}\nurl: http://127.0.0.1.planted.internal`, 'begins with http:'],
    [`${API}\nurl: http://localhost:8080`, 'is the address of the gateway itself'],
    [`${API}\nurl: https://bedrock-runtime.us-east-1.amazonaws.com`, 'of another platform'],
    ['platform: foundry\nurl: https://r.services.ai.azure.com/api', 'does not end with /anthropic'],
    ['platform: vertex\nurl: https://x.internal', 'give "project" and "location" too'],
    [
      'platform: vertex\nurl: https://x.internal/projects/p/locations/l/publishers',
      'does not end with /projects/{project}/locations/{location}',
    ],
    ['platform: vertex', 'vertex needs "project" and "location", or the whole "url"'],
    ['platform: bedrock', 'bedrock needs "region", or the whole "url"'],
    ['platform: bedrock\nregion: a/b', '"region" may have letters, digits'],
    [`${API}\nregion: us-east-1`, '"region" has no meaning for claude-api'],
    ['platform: foundry\nresource: r\nurl: https://x.internal', 'give "resource" or "url"'],
    [
      'platform: vertex\nproject: p\nurl: https://x.internal/v1/projects/p/locations/l',
      '"project" is part of "url" already',
    ],
  ];
  it.each(urls)('reports the address in %j', async (keys, message) => {
    const problems = await readProblems(withUpstream(keys));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
    expect(problems[0]).not.toContain('planted');
  });

  const credentials: [keys: string, message: string][] = [
    [`${API}\nauth: { sign: aws }`, 'claude-api takes no signature; write `passthrough` or'],
    [
      'platform: bedrock\nregion: r\nauth: { sign: google }',
      '"google" does not fit bedrock; write',
    ],
    [
      'platform: bedrock\nregion: r\nauth: { replace: { api-key: planted } }',
      'bedrock takes no "api-key"; use "bearer" or `sign: aws`',
    ],
    [
      'platform: bedrock\nurl: https://x.internal\nauth: { sign: aws }',
      'the region of the signature is not in "url"',
    ],
    [`${API}\nauth: { replace: { bearer: Bearer planted } }`, 'begins with `Bearer`; leave the'],
    [`${API}\nauth: { replace: { api-key: "a\\nplanted" } }`, 'has a line break or another'],
    [`${API}\nauth: { replace: { api-key: " " } }`, 'is empty'],
    [`${API}\nauth: { replace: { header: "a b", value: planted } }`, 'is not the name of a header'],
    [`${API}\nauth: { replace: { header: Host, value: planted } }`, 'is not the name of a header'],
    [
      'platform: foundry\nresource: r\nauth: { replace: { api-key: sk-ant-planted } }',
      'is a credential of Anthropic, which must not be sent to foundry',
    ],
    ['platform: claude-on-aws\nregion: r\nworkspace: w', '"workspace" needs `auth` with replace'],
    [
      `${API}\nauth: sk-ant-planted`,
      'upstreams[0].auth is a text that does not fit; write `passthrough`, or a map with ' +
        '`replace`, or a map with `sign`: The credential',
    ],
    [
      `${API}\nauth: { replace: sk-ant-planted }`,
      'write a map with `api-key`, or a map with `bearer`, or a map with `header` and `value`: The',
    ],
    [
      `${API}\nauth: { passthrough: true }`,
      '"passthrough" is not known; it may be replace, sign; or write `passthrough` in place of the',
    ],
    [`${API}\nauth: { replace: { header: x-key } }`, '"value" is missing'],
  ];
  it.each(credentials)('reports the credential in %j', async (keys, message) => {
    const problems = await readProblems(withUpstream(keys));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
    expect(problems[0]).not.toContain('planted');
  });

  it('names the variable of a key that cannot be sent, not its value', async () => {
    const keys = `platform: foundry\nresource: r\nauth: { replace: { api-key: "\${KEY}" } }`;
    const [problem] = await readProblems(withUpstream(keys), { KEY: 'sk-ant-planted' });
    expect(problem).toContain(`the value of \${KEY} is a credential of Anthropic`);
    expect(problem).not.toContain('planted');
  });

  it('warns that a signature cannot pass through', async () => {
    const config = await readConfig(withUpstream('platform: bedrock\nregion: us-east-1'));
    expect(config.warnings).toEqual([expect.stringContaining('use `sign: aws` for clients that')]);
  });

  it.each([
    ['planted', 'the key is written in the file'],
    ['$planted', 'with a name, which is sent as it is; write'],
  ])('warns of the key %s that is written in the file', async (key, warning) => {
    const keys = `${API}\nauth: { replace: { api-key: ${key} } }`;
    const { warnings } = await readConfig(withUpstream(keys));
    expect(warnings).toEqual([expect.stringContaining(warning)]);
    expect(warnings[0]).not.toContain('planted');
  });
});

describe('the overlay', () => {
  it('reports the place of a problem inside it', async () => {
    const overlay =
      'overlay:\n  betas:\n    acme-2026-12-01:\n      acceptance: { bedrok: accepted }';
    const problems = await readProblems(withUpstream(API, overlay));
    expect(problems).toEqual([
      expect.stringMatching(/^gateway\.yaml:7:21: overlay\.betas\['acme-2026-12-01'\]\.acceptance/),
    ]);
  });

  it('reports the place of a problem in its own file', async () => {
    const files = { 'overlay.yaml': 'features:\n  mcp-client: { removal: never }\n' };
    const problems = await readProblems(withUpstream(API, 'overlay: overlay.yaml'), {}, files);
    expect(problems).toEqual([
      expect.stringMatching(/^overlay\.yaml:2:26: .*"never" is not one of/),
    ]);
  });

  it('reports a file that does not exist', async () => {
    const [problem] = await readProblems(withUpstream(API, 'overlay: none.yaml'));
    expect(problem).toBe(
      'gateway.yaml:4:10: overlay: the file none.yaml does not exist; correct the path',
    );
  });
});

/** Tests the keys of the memory, which separate credentials and targets. */
import { describe, expect, it } from 'vitest';
import { type BetaMemory, inProcessMemory } from '../../src/recovery/index.ts';
import { type Call, createClient, createRejector } from './support/client.ts';

const A = 'a-2027-01-01';

function watch() {
  const memory = inProcessMemory();
  const written: unknown[] = [];
  const keys: string[] = [];
  const watched: BetaMemory = {
    get(key) {
      keys.push(key);
      return memory.get(key);
    },
    add(key, entries) {
      written.push(key, entries);
      return memory.add(key, entries);
    },
    remove: (key, betas) => memory.remove(key, betas),
  };
  return { memory: watched, written, keys };
}

/** The keys of requests, each through one recovery. */
async function collectKeys(calls: readonly Call[]): Promise<string[]> {
  const { memory, keys } = watch();
  const client = createClient(createRejector([]), { recovery: { memory } });
  for (const call of calls) await client.send(call);
  return keys;
}

const sign = (id: string, signature: string): Record<string, string> => ({
  authorization: `AWS4-HMAC-SHA256 Credential=${id}/20261130/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=${signature}`,
});

describe('the key of the memory', () => {
  it('names digest, host, platform, endpoint and model', async () => {
    const [key] = await collectKeys([{}]);
    expect(key).toMatch(
      /^[\da-f]{16} api\.anthropic\.com claude-api \/v1\/messages claude-opus-5-5$/,
    );
  });

  it.each<[string, Call, Call]>([
    ['keys', { key: 'one' }, { key: 'two' }],
    [
      'tokens',
      { headers: { authorization: 'Bearer a' } },
      { headers: { authorization: 'Bearer b' } },
    ],
    ['keys of Azure', { headers: { 'api-key': 'a' } }, { headers: { 'api-key': 'b' } }],
    ['access keys of AWS', { headers: sign('AKIA1', 'x') }, { headers: sign('AKIA2', 'x') }],
    ['hosts', { host: 'a.example' }, { host: 'b.example' }],
    ['ports', { host: 'a.example:1' }, { host: 'a.example:2' }],
    ['upstreams of a gateway', { path: '/one/v1/messages' }, { path: '/two/v1/messages' }],
    ['accounts in the query', { path: '/v1/messages?tenant=a' }, { path: '/v1/messages?tenant=b' }],
    ...[
      'x-portkey-provider',
      'x-portkey-config',
      'x-portkey-custom-host',
      'helicone-target-url',
      'x-forwarded-host',
      'x-team-id',
    ].map((name): [string, Call, Call] => [
      `servers and teams in ${name}`,
      { headers: { [name]: 'one' } },
      { headers: { [name]: 'two' } },
    ]),
    ['endpoints', {}, { path: '/v1/messages/count_tokens' }],
    ...[
      'x-litellm-api-key',
      'x-portkey-virtual-key',
      'helicone-auth',
      'cf-aig-authorization',
      'proxy-authorization',
      'cookie',
      'x-auth-token',
      'x-organization-id',
      'anthropic-workspace-id',
      'x-goog-user-project',
    ].map((name): [string, Call, Call] => [
      `values of ${name}`,
      { key: '', headers: { [name]: 'a' } },
      { key: '', headers: { [name]: 'b' } },
    ]),
    ['keys in the query', { path: '/v1/messages?key=a' }, { path: '/v1/messages?key=b' }],
    [
      'accounts behind /v1/ of a gateway',
      { path: '/v1/a/gw/anthropic/v1/messages' },
      { path: '/v1/b/gw/anthropic/v1/messages' },
    ],
    ['models', {}, { body: { model: 'claude-sonnet-5-5' } }],
    ['odd models', { body: { model: 'a b' } }, { body: { model: 'a c' } }],
    ['long models', { body: { model: 'x'.repeat(999) } }, { body: { model: 'x'.repeat(998) } }],
  ])('differs for two %s', async (_, one, other) => {
    const keys = await collectKeys([one, other, one]);
    expect(keys[1]).not.toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
  });

  it.each<[string, Call, Call]>([
    [
      'signatures',
      { key: '', headers: sign('AKIA1', 'x') },
      { key: '', headers: sign('AKIA1', 'y') },
    ],
    [
      'keys of idempotency',
      { headers: { 'idempotency-key': 'a' } },
      { headers: { 'idempotency-key': 'b' } },
    ],
    ['prompts', { body: { system: 'a' } }, { body: { system: 'b' } }],
    ['queries', { path: '/v1/messages?a=1' }, { path: '/v1/messages?a=2' }],
    ['cases of a host', { host: 'A.example' }, { host: 'a.example' }],
  ])('is the same for two %s', async (_, one, other) => {
    const [first, second] = await collectKeys([one, other]);
    expect(second).toBe(first);
  });

  it('is one of this recovery if no credential can be seen', async () => {
    const { memory, keys } = watch();
    for (let i = 0; i < 2; i++)
      await createClient(createRejector([]), { recovery: { memory } }).send({ key: '' });
    expect(keys[0]).toMatch(/^local-/);
    expect(keys[1]).not.toBe(keys[0]);
  });

  it.each([{ model: '../../etc/passwd' }, { model: 'ü'.repeat(100) }, { model: 'a\nb c' }, {}])(
    'is short, and of plain characters: %j',
    async (body) => {
      const [key = ''] = await collectKeys([{ body }]);
      expect(key).toMatch(/^[\w.:@/~+ -]{1,700}$/);
      expect(key.split(' ')).toHaveLength(5);
    },
  );

  it('holds no credential and no prompt, and neither do the entries', async () => {
    const { memory, written, keys } = watch();
    const client = createClient(createRejector([A]), { recovery: { memory } });
    const headers = { authorization: 'Bearer secret-2', 'api-key': 'secret-3' };
    const body = { system: 'secret-4', messages: [{ role: 'user', content: 'secret-5' }] };
    await client.send({ key: 'secret-1', betas: [A], headers, body });
    expect(written.length).toBeGreaterThan(0);
    expect(JSON.stringify([written, keys])).not.toMatch(/secret/);
  });
});

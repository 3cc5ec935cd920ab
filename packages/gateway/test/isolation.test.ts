import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGateway } from '../src/index.ts';
import type { Upstream, UpstreamAuth } from '../src/types.ts';
import { createRecorder, MESSAGE, type Received, URLS } from './setup.ts';

/** The credentials of clients, by the operators that they belong to. */
const SECRETS = {
  anthropic: ['sk-ant-api03-SECRETc', 'sk-ant-oat01-SECRETc'],
  amazon: ['bedrock-api-key-SECRETc', 'ABSKSECRETcSECRETcSECRETcSECRETc'],
  google: ['ya29.SECRETc', 'AIzaSECRETcSECRETcSECRETcSECRETcSECRETc'],
  unknown: ['SECRETc-opaque', 'eyJhbGciOi.SECRETc.x'],
} as const;
type Owner = keyof typeof SECRETS;

/** The platforms that may receive a credential of each operator from a client. */
const ALLOWED: { readonly [O in Owner]: readonly string[] } = {
  anthropic: ['claude-api', 'claude-on-aws', 'claude-on-google-cloud'],
  amazon: ['claude-on-aws', 'bedrock', 'bedrock-mantle'],
  google: ['claude-on-google-cloud', 'vertex'],
  unknown: Object.keys(URLS),
};

const PLATFORMS = (Object.keys(URLS) as Upstream['platform'][]).filter(
  (platform) => platform !== 'bedrock-converse',
);
const NAMES = [
  'authorization',
  'x-api-key',
  'api-key',
  'x-goog-api-key',
  'x-amz-security-token',
  'ocp-apim-subscription-key',
  'x-auth-token',
  'cookie',
  'proxy-authorization',
  'anthropic-beta',
  'x-anything',
];
const PATHS = [
  '/v1/messages',
  '/v1/messages/count_tokens?beta=true',
  '/v1/messages/batches',
  '/v1/files',
  '/v1/anything',
  '/model/anthropic.claude-opus-4-8/invoke',
  '/model/anthropic.claude-opus-4-8/converse',
  '/v1/projects/x/locations/y/publishers/anthropic/models/claude-opus-4-8:rawPredict',
];

const secret = fc
  .constantFrom<Owner>('anthropic', 'amazon', 'google', 'unknown')
  .chain((owner) =>
    fc.record({ owner: fc.constant(owner), value: fc.constantFrom(...SECRETS[owner]) }),
  );

const credential = fc.record({
  secret,
  name: fc.constantFrom(...NAMES),
  prefix: fc.constantFrom('', 'Bearer ', 'bearer  ', 'Basic '),
});

const mode = fc.constantFrom('passthrough', 'replace', 'replace-function', 'sign');
const upstreamList = fc.array(fc.record({ platform: fc.constantFrom(...PLATFORMS), mode }), {
  minLength: 1,
  maxLength: 4,
});

/** An opaque text in an unknown place is no credential that a gateway could recognize. */
const isRecognizable = (one: { secret: { owner: Owner }; name: string; prefix: string }): boolean =>
  one.secret.owner !== 'unknown' ||
  one.prefix !== '' ||
  !['x-anything', 'anthropic-beta', 'x'].includes(one.name);

function createAuth(kind: string, own: string): UpstreamAuth {
  if (kind === 'passthrough') return { mode: 'passthrough' };
  if (kind === 'sign')
    return { mode: 'sign', sign: async () => ({ authorization: `Bearer ${own}` }) };
  const value = kind === 'replace' ? own : async () => own;
  return { mode: 'replace', header: 'x-api-key', value };
}

/** Lists everything that an upstream received, except the body. */
const readAll = ({ url, headers }: Received): string =>
  `${decodeURIComponent(url)} ${JSON.stringify([...headers])}`;

it('sends a credential of a client only to its own kind, and an own one only to its upstream', async () => {
  await fc.assert(
    fc.asyncProperty(
      upstreamList,
      fc.array(credential, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...PATHS),
      fc.option(fc.record({ secret, name: fc.constantFrom('key', 'api_key', 'x') })),
      async (list, credentials, path, inQuery) => {
        const recorders = list.map(() => createRecorder());
        const owns = list.map((_, i) => `OWN${i}-value`);
        const gateway = createGateway({
          upstreams: list.map(({ platform, mode: kind }, i) => ({
            name: `u${i}`,
            platform,
            url: URLS[platform],
            auth: createAuth(kind, owns[i] ?? ''),
            send: recorders[i]?.send ?? fetch,
          })),
        });
        const items = [...credentials, ...(inQuery ? [{ prefix: '', ...inQuery }] : [])].map(
          (one, i) => ({ ...one, value: `${one.secret.value}-n${i}-` }),
        );
        const headers = new Headers();
        for (const { name, prefix, value } of items.slice(0, credentials.length))
          headers.set(name, prefix + value);
        const queried = items[credentials.length];
        const mark = path.includes('?') ? '&' : '?';
        const query = queried ? `${mark}${queried.name}=${queried.value}` : '';
        const response = await gateway(
          new Request(`http://gateway.test${path}${query}`, {
            method: 'POST',
            headers,
            body: JSON.stringify(MESSAGE),
          }),
        );
        expect(await response.text()).not.toMatch(/SECRETc|OWN\d/);
        expect(JSON.stringify([...response.headers])).not.toMatch(/SECRETc|OWN\d/);
        for (const [i, { platform, mode: kind }] of list.entries()) {
          for (const received of recorders[i]?.received ?? []) {
            const all = readAll(received);
            for (const {
              value,
              secret: { owner },
            } of items.filter(isRecognizable)) {
              if (!all.includes(value)) continue;
              expect(kind, `${value} in ${all}`).toBe('passthrough');
              expect(ALLOWED[owner]).toContain(platform);
            }
            for (const [other, own] of owns.entries())
              expect(all.includes(own)).toBe(other === i && kind !== 'passthrough');
          }
        }
      },
    ),
    { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 300) },
  );
});

it('answers every request, and reaches no address but the upstream', async () => {
  const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS');
  const segment = fc.oneof(
    fc.constantFrom('v1', 'messages', 'model', 'invoke', '..', '.', '', '%2e%2e', '..%2f', '%5c..'),
    fc.constantFrom(
      '@evil.test',
      'evil.test:80',
      'publishers',
      'anthropic',
      'models',
      'a:rawPredict',
    ),
    fc.string({ maxLength: 8 }),
  );
  const body = fc.oneof(
    fc.json({ maxDepth: 3 }),
    fc.string(),
    fc.constant('{"model":1,"messages":{}}'),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...PLATFORMS),
      method,
      fc.array(segment, { maxLength: 8 }),
      fc.string({ maxLength: 20 }),
      body,
      async (platform, verb, segments, query, text) => {
        const { send, received } = createRecorder();
        const auth = createAuth('replace', 'OWN');
        const url = URLS[platform];
        const gateway = createGateway({ upstreams: [{ name: 'u', platform, url, auth, send }] });
        const raw = `http://gateway.test/${segments.join('/')}?${query}`;
        const hasBody = verb !== 'GET' && verb !== 'HEAD';
        const request = new Request(raw, { method: verb, ...(hasBody && { body: text }) });
        // A server may leave the URL as the client wrote it.
        const isRaw = segments.length % 2 === 0;
        if (isRaw) Object.defineProperty(request, 'url', { value: raw });
        const response = await gateway(request);
        expect(response.status).not.toBe(500);
        for (const one of received) {
          const target = new URL(one.url);
          expect(target.origin).toBe(new URL(url).origin);
          expect(target.pathname.startsWith(new URL(url).pathname)).toBe(true);
        }
      },
    ),
    { numRuns: Number(process.env['FAST_CHECK_RUNS'] ?? 300) },
  );
});

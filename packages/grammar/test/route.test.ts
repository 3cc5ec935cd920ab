import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COUNT_TOKENS_PATH,
  findImpliedPlatform,
  formatPlatformPath,
  isStreamingPath,
  MESSAGES_PATH,
  readRoute,
  type WireForm,
} from '../src/index.ts';

const ARN = 'arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.claude-opus-4-8-v1:0';

describe('readRoute', () => {
  it.each([
    ['/v1/messages', '/v1/messages', 'body', 'api', undefined],
    ['/v1/messages?beta=true', '/v1/messages', 'body', 'api', undefined],
    ['https://api.anthropic.com/v1/messages/', '/v1/messages', 'body', 'api', undefined],
    [
      'https://x.services.ai.azure.com/anthropic/v1/messages',
      '/v1/messages',
      'body',
      'api',
      undefined,
    ],
    ['https://gw.test/v1/proxy/acme/v1/messages', '/v1/messages', 'body', 'api', undefined],
    ['/v1/messages/count_tokens', '/v1/messages/count_tokens', 'body', 'api', undefined],
    ['/v1/messages/batches', '/v1/messages/batches', 'batch', 'api', undefined],
    ['/v1/messages/batches/b_1', '/v1/messages/batches/b_1', 'none', 'api', undefined],
    [
      '/model/us.anthropic.claude-opus-4-8-v1%3A0/invoke',
      '/v1/messages',
      'body',
      'invoke',
      'us.anthropic.claude-opus-4-8-v1:0',
    ],
    ['/model/m/invoke-with-response-stream', '/v1/messages', 'body', 'invoke', 'm'],
    ['/model/m/converse', '/v1/messages', 'body', 'converse', 'm'],
    ['/model/m/converse-stream', '/v1/messages', 'body', 'converse', 'm'],
    ['/model/m/count-tokens', '/v1/messages/count_tokens', 'body', 'invoke', 'm'],
    [
      '/bedrock/model/arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.m/invoke',
      '/v1/messages',
      'body',
      'invoke',
      'arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.m',
    ],
    ['/api/v1/messages?beta=true', '/v1/messages', 'body', 'api', undefined],
    [
      'https://gateway.test/v1/account/name/anthropic/messages',
      '/v1/messages',
      'body',
      'api',
      undefined,
    ],
    ['/anthropic/messages/count_tokens', '/v1/messages/count_tokens', 'body', 'api', undefined],
    ['/messages', '/v1/messages', 'body', 'api', undefined],
    ['http://127.0.0.1:4000/messages?beta=true', '/v1/messages', 'body', 'api', undefined],
    ['/messages/batches', '/v1/messages/batches', 'batch', 'api', undefined],
    ['/threads/t/messages', '/threads/t/messages', 'none', 'api', undefined],
    ['https://api.test/threads/t/messages', '/threads/t/messages', 'none', 'api', undefined],
    ['/v1/threads/t/messages', '/v1/threads/t/messages', 'none', 'api', undefined],
    [
      '/v1beta1/projects/p/locations/l/publishers/anthropic/models/m:rawPredict?alt=sse',
      '/v1/messages',
      'body',
      'raw-predict',
      'm',
    ],
    [
      '/v1/projects/p/locations/l/publishers/anthropic/models/m@20260101:streamRawPredict',
      '/v1/messages',
      'body',
      'raw-predict',
      'm@20260101',
    ],
    [
      '/v1/projects/p/locations/l/publishers/anthropic/models/count-tokens:rawPredict',
      '/v1/messages/count_tokens',
      'body',
      'raw-predict',
      undefined,
    ],
    ['/model/%E0%A4%A/invoke', '/v1/messages', 'body', 'invoke', '%E0%A4%A'],
    ['//v1//messages/', '/v1/messages', 'body', 'api', undefined],
    ['https://api.anthropic.com//v1/messages', '/v1/messages', 'body', 'api', undefined],
    ['/v1/./messages/../messages/count_tokens', COUNT_TOKENS_PATH, 'body', 'api', undefined],
    ['/v1/files/../../v1/messages', '/v1/messages', 'body', 'api', undefined],
    ['v1/messages', '/v1/messages', 'body', 'api', undefined],
    ['/v1/messages#top', '/v1/messages', 'body', 'api', undefined],
    ['/v1/messages?next=/v1/files', '/v1/messages', 'body', 'api', undefined],
    ['/v1/files/v1', '/v1/files/v1', 'none', 'api', undefined],
    ['/v1/files/v1/', '/v1/files/v1', 'none', 'api', undefined],
    ['', '/', 'none', 'api', undefined],
    ['/../..', '/', 'none', 'api', undefined],
    ['/V1/messages', '/V1/messages', 'none', 'api', undefined],
    [`/model/${ARN}/converse-stream/?x=1`, '/v1/messages', 'body', 'converse', ARN],
    [`/model/${encodeURIComponent(ARN)}/count-tokens`, COUNT_TOKENS_PATH, 'body', 'invoke', ARN],
    [
      `https://gw.test/aws/model/${encodeURIComponent(ARN)}/invoke/`,
      '/v1/messages',
      'body',
      'invoke',
      ARN,
    ],
    ['/model/m/invoke-stream', '/model/m/invoke-stream', 'none', 'api', undefined],
    ['/model/invoke', '/model/invoke', 'none', 'api', undefined],
    [
      '/v1/publishers/mistralai/models/m:rawPredict',
      '/v1/publishers/mistralai/models/m:rawPredict',
      'none',
      'api',
      undefined,
    ],
  ])('reads %s', (url, path, params, form, model) => {
    const route = readRoute('post', url);
    expect(route).toMatchObject({ method: 'POST', path, params, form });
    expect(route.model).toBe(model);
  });

  it.each(['GET', 'DELETE'])('finds no message params in a %s', (method) => {
    expect(readRoute(method, '/v1/messages').params).toBe('none');
  });

  it('returns a path that it has read unchanged', () => {
    fc.assert(
      fc.property(
        fc.webPath(),
        fc.constantFrom('', 'https://host.test', '/v1', '/x'),
        (path, start) => {
          const once = readRoute('POST', start + path);
          if (once.form === 'api') expect(readRoute('POST', once.path)).toEqual(once);
        },
      ),
    );
  });

  it('ignores the origin, the query, a prefix, and closing or double slashes', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/).filter((text) => text !== 'v1');
    const noise = fc.record({
      before: fc.constantFrom('', 'https://host.test', '/proxy/v1/acme', 'http://h:1/x//'),
      between: fc.constantFrom('/', '//', '/./', '/x/../'),
      after: fc.constantFrom('', '/', '?a=/v1/b', '/#x', '//?q'),
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), noise, (words, around) => {
        const { before, between, after } = around;
        const url = before + ['', 'v1', ...words].join(between) + after;
        const plain = readRoute('POST', `/v1/${words.join('/')}`);
        expect(readRoute('POST', url)).toEqual(plain);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (method, url) => {
        expect(readRoute(method, url).path).toMatch(/^\//);
      }),
    );
  });
});

describe('formatPlatformPath', () => {
  it.each([
    ['invoke', ARN, false, `/model/${encodeURIComponent(ARN)}/invoke`],
    ['invoke', 'm', true, '/model/m/invoke-with-response-stream'],
    ['converse', 'm', true, '/model/m/converse-stream'],
    ['raw-predict', 'm@20260101', true, '/publishers/anthropic/models/m@20260101:streamRawPredict'],
    ['api', 'm', true, '/v1/messages'],
  ] as const)('writes a path of %s for the model %s, streamed: %s', (form, model, stream, path) => {
    expect(formatPlatformPath({ form, path: MESSAGES_PATH, model, stream })).toBe(path);
  });

  it.each([
    ['invoke', '/model/m/count-tokens'],
    ['raw-predict', '/publishers/anthropic/models/count-tokens:rawPredict'],
    ['api', '/v1/messages/count_tokens'],
  ] as const)('writes the path that counts tokens for %s: %s', (form, path) => {
    expect(formatPlatformPath({ form, path: COUNT_TOKENS_PATH, model: 'm' })).toBe(path);
  });

  it('keeps a model with a lone surrogate', () => {
    const path = formatPlatformPath({ form: 'invoke', path: MESSAGES_PATH, model: 'a\ud800' });
    expect(path).toBe('/model/a\ud800/invoke');
  });

  it('is the inverse of readRoute', () => {
    const forms = fc.constantFrom<WireForm>('invoke', 'converse', 'raw-predict');
    const models = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter((text) => !/^(?:\.{1,2}|count-tokens)$/.test(text));
    fc.assert(
      fc.property(forms, models, fc.boolean(), (form, model, stream) => {
        const path = formatPlatformPath({ form, path: MESSAGES_PATH, model, stream });
        expect(readRoute('POST', path)).toEqual({
          method: 'POST',
          path: MESSAGES_PATH,
          form,
          params: 'body',
          model,
        });
        expect(isStreamingPath(path)).toBe(stream);
      }),
    );
  });
});

describe('findImpliedPlatform', () => {
  it.each([
    ['/model/m/invoke', 'bedrock'],
    ['/model/m/count-tokens', 'bedrock'],
    ['/model/m/converse-stream', 'bedrock-converse'],
    ['/v1/projects/p/locations/l/publishers/anthropic/models/m:rawPredict', 'vertex'],
    ['/anthropic/v1/messages', undefined],
    ['/v1/messages', undefined],
  ])('returns for %s the platform %s', (path, platform) => {
    expect(findImpliedPlatform(readRoute('POST', path))).toBe(platform);
  });
});

describe('isStreamingPath', () => {
  it.each([
    ['https://h/model/m/invoke-with-response-stream/?a#b', true],
    ['/model/m/converse-stream', true],
    ['/publishers/anthropic/models/m:streamRawPredict?alt=sse', true],
    ['/model/m/invoke', false],
    ['/v1/messages', false],
    ['', false],
  ])('tests %s: %s', (path, streams) => {
    expect(isStreamingPath(path)).toBe(streams);
  });
});

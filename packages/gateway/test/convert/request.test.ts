import { describe, expect, it } from 'vitest';
import { ConversionError } from '../../src/convert/index.ts';
import {
  convertRequest,
  hello,
  MODEL,
  makeUpstream,
  readBody,
  type Sent,
  tryConvert,
} from './support/convert.ts';

const COUNT = '/v1/messages/count_tokens';
const bedrock = makeUpstream('bedrock');
const vertex = makeUpstream('vertex');
const RUNTIME = 'https://bedrock-runtime.us-east-1.amazonaws.com';
const PUBLISHED = `${vertex.url}/publishers/anthropic/models`;
const { model: _, ...rest } = hello;

describe('a request for Bedrock', () => {
  it('has the model in the path, and version and betas in the body', () => {
    const headers = { 'anthropic-beta': 'a-2026-01-01, b-2026-01-01,a-2026-01-01', 'x-other': '1' };
    const converted = convertRequest(bedrock, { path: '/v1/messages?beta=true', headers });
    expect(converted.url).toBe(`${RUNTIME}/model/${MODEL}/invoke`);
    expect(readBody(converted)).toEqual({
      ...rest,
      anthropic_version: 'bedrock-2023-05-31',
      anthropic_beta: ['a-2026-01-01', 'b-2026-01-01'],
    });
    expect(Object.fromEntries(converted.headers)).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'x-other': '1',
    });
  });

  it('streams by its path, and keeps other parameters of the query', () => {
    const body = { ...hello, stream: true };
    const { url, ...converted } = convertRequest(bedrock, {
      path: '/v1/messages?beta=true&trace=1',
      body,
    });
    expect(url).toBe(`${RUNTIME}/model/${MODEL}/invoke-with-response-stream?trace=1`);
    expect(readBody({ url, ...converted })).not.toHaveProperty('stream');
  });

  it('maps the model, and percent-encodes an ARN', () => {
    const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc1';
    const { url } = convertRequest(makeUpstream('bedrock', { models: { [MODEL]: arn } }));
    expect(url).toBe(`${RUNTIME}/model/${encodeURIComponent(arn)}/invoke`);
    expect(url).toContain('%3A123456789012%3Aapplication-inference-profile%2Fabc1');
  });

  it('does not map a model by a name that every object has', () => {
    const body = { ...hello, model: 'constructor' };
    const { url } = convertRequest(makeUpstream('bedrock', { models: {} }), { body });
    expect(url).toBe(`${RUNTIME}/model/constructor/invoke`);
  });

  it('keeps the text of the body, except for the edits', () => {
    const body =
      '{ "model": "m", "max_tokens": 64, "stream": false,\n "seed": 12345678901234567890,' +
      ' "messages": [{"role":"user","content":"\\u00e9 \\ud83d\\ude00"}] }';
    expect(convertRequest(bedrock, { body }).body).toBe(
      '{ "max_tokens": 64,\n "seed": 12345678901234567890,' +
        ' "messages": [{"role":"user","content":"\\u00e9 \\ud83d\\ude00"}],' +
        ' "anthropic_version": "bedrock-2023-05-31" }',
    );
  });

  it('removes every copy of a repeated key', () => {
    const body = '{"model":"a","stream":true,"model":"b","stream":false,"messages":[]}';
    const converted = convertRequest(bedrock, { body });
    expect(converted.url).toBe(`${RUNTIME}/model/b/invoke`);
    expect(converted.body).toBe('{"messages":[],"anthropic_version":"bedrock-2023-05-31"}');
  });

  it('keeps a version of the body, and passes a newer version of the header on', () => {
    const read = (sent: Sent): unknown => readBody(convertRequest(bedrock, sent)).anthropic_version;
    expect(read({ body: { ...hello, anthropic_version: 'mine' } })).toBe('mine');
    expect(read({ headers: { 'anthropic-version': '2026-10-21' } })).toBe('2026-10-21');
    expect(read({ headers: { 'anthropic-version': '2023-01-01' } })).toBe('bedrock-2023-05-31');
  });

  it('merges betas of the body that no plan has moved', () => {
    const body = { ...hello, anthropic_beta: ['b-2026-01-01', 'c-2026-01-01'] };
    const headers = { 'anthropic-beta': 'a-2026-01-01,b-2026-01-01' };
    expect(readBody(convertRequest(bedrock, { body, headers })).anthropic_beta).toEqual([
      'a-2026-01-01',
      'b-2026-01-01',
      'c-2026-01-01',
    ]);
  });

  it('moves the id of the profile of a user into the body, as the official clients do', () => {
    const headers = { 'anthropic-user-profile-id': 'prof_1' };
    for (const upstream of [bedrock, makeUpstream('bedrock-mantle')]) {
      const converted = convertRequest(upstream, { headers });
      expect(readBody(converted).user_profile_id).toBe('prof_1');
      expect(converted.headers.has('anthropic-user-profile-id')).toBe(false);
    }
    const { headers: kept } = convertRequest(makeUpstream('foundry'), { headers });
    expect(kept.get('anthropic-user-profile-id')).toBe('prof_1');
  });

  it('wraps the body for the counting of tokens, without the prefix of a profile', () => {
    const body = { model: 'us-gov.anthropic.claude-opus-5-v1:0', messages: [{ content: 'é😀' }] };
    const headers = { 'anthropic-beta': 'a-2026-01-01' };
    const converted = convertRequest(bedrock, { path: COUNT, body, headers });
    expect(converted.url).toBe(`${RUNTIME}/model/anthropic.claude-opus-5-v1%3A0/count-tokens`);
    const { input } = readBody(converted) as { input: { invokeModel: { body: string } } };
    expect(JSON.parse(Buffer.from(input.invokeModel.body, 'base64').toString())).toEqual({
      messages: body.messages,
      max_tokens: 1,
      anthropic_version: 'bedrock-2023-05-31',
      anthropic_beta: ['a-2026-01-01'],
    });
  });

  it.each([
    ['global.anthropic.claude-opus-5-v1:0', 'anthropic.claude-opus-5-v1:0'],
    ['anthropic.claude-opus-5-v1:0', 'anthropic.claude-opus-5-v1:0'],
    [
      'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-opus-5-v1:0',
      'anthropic.claude-opus-5-v1:0',
    ],
    [
      'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc1',
      'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc1',
    ],
  ])('counts tokens of %s with %s', (model, counted) => {
    const { url } = convertRequest(bedrock, { path: COUNT, body: { ...hello, model } });
    expect(url).toBe(`${RUNTIME}/model/${encodeURIComponent(counted)}/count-tokens`);
  });

  it('wraps a body of five megabytes', () => {
    const content = 'é'.repeat(2_500_000);
    const body = { ...hello, messages: [{ role: 'user', content }] };
    const { input } = readBody(convertRequest(bedrock, { path: COUNT, body })) as {
      input: { invokeModel: { body: string } };
    };
    const inner = JSON.parse(Buffer.from(input.invokeModel.body, 'base64').toString()) as {
      messages: [{ content: string }];
    };
    expect(inner.messages[0].content === content).toBe(true);
  });
});

describe('a request for Vertex', () => {
  it('has the model in the path, the version in the body, and the betas in the header', () => {
    const headers = { 'anthropic-beta': 'a-2026-01-01' };
    const converted = convertRequest(vertex, { path: '/v1/messages?beta=true', headers });
    expect(converted.url).toBe(`${PUBLISHED}/${MODEL}:rawPredict`);
    expect(readBody(converted)).toEqual({ ...rest, anthropic_version: 'vertex-2023-10-16' });
    expect(Object.fromEntries(converted.headers)).toEqual({
      'anthropic-beta': 'a-2026-01-01',
      'content-type': 'application/json',
    });
  });

  it('streams by its path and keeps `stream`, as the official client does', () => {
    const models = { [MODEL]: 'claude-opus-5@20260101' };
    const body = { ...hello, stream: true };
    const converted = convertRequest(makeUpstream('vertex', { models }), { body });
    expect(converted.url).toBe(`${PUBLISHED}/claude-opus-5@20260101:streamRawPredict`);
    expect(readBody(converted).stream).toBe(true);
  });

  it('moves betas of the body that no plan has moved into the header', () => {
    const body = { ...hello, anthropic_beta: ['b-2026-01-01'] };
    const converted = convertRequest(vertex, { body });
    expect(converted.headers.get('anthropic-beta')).toBe('b-2026-01-01');
    expect(readBody(converted)).not.toHaveProperty('anthropic_beta');
  });

  it('counts tokens with the model in the body, without an alias of a version', () => {
    for (const alias of ['default', 'latest']) {
      const body = { ...hello, model: `claude-opus-5@${alias}` };
      const converted = convertRequest(vertex, { path: COUNT, body });
      expect(converted.url).toBe(`${PUBLISHED}/count-tokens:rawPredict`);
      expect(readBody(converted)).toMatchObject({
        model: 'claude-opus-5',
        anthropic_version: 'vertex-2023-10-16',
      });
    }
  });
});

describe('a request for a platform in the form of the API', () => {
  it.each([
    ['bedrock-mantle', 'https://bedrock-mantle.us-east-1.api.aws/anthropic/v1/messages?beta=true'],
    ['foundry', 'https://my-resource.services.ai.azure.com/anthropic/v1/messages?beta=true'],
    ['claude-on-aws', 'https://aws-external-anthropic.us-east-1.api.aws/v1/messages?beta=true'],
    [
      'claude-on-google-cloud',
      'https://claude.googleapis.com/v1/projects/my-project/locations/global/workspaces/w1/' +
        'invoke/v1/messages?beta=true',
    ],
  ] as const)('goes to the address of %s, with only its model changed', (platform, url) => {
    const upstream = makeUpstream(platform, { models: { m: 'deployed' } });
    const body = '{ "max_tokens": 1e3, "model": "m", "n": 12345678901234567890 }';
    const headers = { 'anthropic-beta': 'a-2026-01-01' };
    const converted = convertRequest(upstream, { path: '/v1/messages?beta=true', body, headers });
    expect(converted.url).toBe(url);
    expect(converted.body).toBe(body.replace('"m"', '"deployed"'));
    expect(Object.fromEntries(converted.headers)).toEqual({
      'anthropic-beta': 'a-2026-01-01',
      'anthropic-version': '2023-06-01',
      'content-type': 'application/json',
    });
  });

  it('maps the model of each request of a batch', () => {
    const models = { m: 'mapped' };
    const upstream = makeUpstream('claude-on-aws', { models });
    const body = { requests: [{ params: { model: 'm' } }, { params: { model: 'other' } }, 1] };
    const converted = convertRequest(upstream, { path: '/v1/messages/batches', body });
    expect(readBody(converted)).toEqual({
      requests: [{ params: { model: 'mapped' } }, { params: { model: 'other' } }, 1],
    });
  });

  it('leaves the bytes of a body alone if no model is mapped', () => {
    const body = '\uFEFF{ "model" : "m"}';
    expect(convertRequest(makeUpstream('foundry'), { body }).body).toBe(body);
    const upstream = makeUpstream('foundry', { models: { other: 'x' } });
    expect(convertRequest(upstream, { body }).body).toBe(body);
  });

  it('returns the response of the upstream itself', async () => {
    const response = new Response('anything', { status: 418 });
    const { convertResponse } = convertRequest(makeUpstream('foundry'));
    expect(await convertResponse(response)).toBe(response);
  });
});

describe('a request without a counterpart', () => {
  it.each([
    ['bedrock', 'POST', '/v1/messages/batches'],
    ['bedrock', 'GET', '/v1/models'],
    ['vertex', 'POST', '/v1/files'],
    ['vertex', 'GET', '/v1/messages'],
    ['bedrock-converse', 'POST', '/v1/messages'],
    ['vertex', 'POST', '/model/m/invoke'],
    ['foundry', 'POST', '/model/m/invoke'],
  ] as const)('is not converted for %s: %s %s', (platform, method, path) => {
    expect(tryConvert(makeUpstream(platform), { method, path })).toBeUndefined();
  });
});

describe('a request that cannot be converted', () => {
  it.each([
    ['no JSON', 'Hello'],
    ['a list', '[]'],
    ['no model', '{"messages":[]}'],
    ['an empty model', '{"model":""}'],
    ['a model that is no text', '{"model":{"id":"m"}}'],
    ['a model that leads to another path', '{"model":".."}'],
    ['a model that is not Unicode', '{"model":"\\ud800"}'],
  ])('is refused with a message: %s', (_, body) => {
    for (const upstream of [bedrock, vertex])
      expect(() => convertRequest(upstream, { body })).toThrow(ConversionError);
  });

  it('quotes nothing of the body', () => {
    expect(() => convertRequest(bedrock, { body: '{"model": secret' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  });

  it('never leaves the path of the model', () => {
    for (const model of ['../../x', 'a/../b', 'm?x=1', 'm#x', '%2e%2e', 'a;b', 'm\\..\\x']) {
      const { pathname, search } = new URL(
        convertRequest(bedrock, { body: { ...hello, model } }).url,
      );
      expect(pathname.split('/')).toHaveLength(4);
      expect([pathname.startsWith('/model/'), pathname.endsWith('/invoke'), search]).toEqual([
        true,
        true,
        '',
      ]);
    }
  });
});

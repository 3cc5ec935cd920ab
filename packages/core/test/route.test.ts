import { describe, expect, it } from 'vitest';
import { isModel } from '../src/model.ts';
import { endpointMatches, routeOf } from '../src/route.ts';

describe('routeOf', () => {
  it.each([
    ['/v1/messages', '/v1/messages', 'messages', 'header', undefined],
    ['/v1/messages?beta=true', '/v1/messages', 'messages', 'header', undefined],
    ['https://api.anthropic.com/v1/messages/', '/v1/messages', 'messages', 'header', undefined],
    [
      'https://x.services.ai.azure.com/anthropic/v1/messages',
      '/v1/messages',
      'messages',
      'header',
      undefined,
    ],
    ['https://gw.test/v1/proxy/acme/v1/messages', '/v1/messages', 'messages', 'header', undefined],
    ['/v1/messages/count_tokens', '/v1/messages/count_tokens', 'messages', 'header', undefined],
    ['/v1/messages/batches', '/v1/messages/batches', 'batch', 'header', undefined],
    ['/v1/messages/batches/b_1', '/v1/messages/batches/b_1', 'other', 'header', undefined],
    [
      '/model/us.anthropic.claude-opus-4-8-v1%3A0/invoke',
      '/v1/messages',
      'messages',
      'body',
      'us.anthropic.claude-opus-4-8-v1:0',
    ],
    ['/model/m/invoke-with-response-stream', '/v1/messages', 'messages', 'body', 'm'],
    ['/model/m/converse', '/v1/messages', 'messages', 'converse', 'm'],
    ['/model/m/converse-stream', '/v1/messages', 'messages', 'converse', 'm'],
    ['/model/m/count-tokens', '/v1/messages/count_tokens', 'messages', 'body', 'm'],
    [
      '/bedrock/model/arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.m/invoke',
      '/v1/messages',
      'messages',
      'body',
      'arn:aws:bedrock:us-east-1:1:inference-profile/us.anthropic.m',
    ],
    ['/api/v1/messages?beta=true', '/v1/messages', 'messages', 'header', undefined],
    [
      'https://gateway.test/v1/account/name/anthropic/messages',
      '/v1/messages',
      'messages',
      'header',
      undefined,
    ],
    [
      '/anthropic/messages/count_tokens',
      '/v1/messages/count_tokens',
      'messages',
      'header',
      undefined,
    ],
    ['/messages', '/v1/messages', 'messages', 'header', undefined],
    ['http://127.0.0.1:4000/messages?beta=true', '/v1/messages', 'messages', 'header', undefined],
    ['/messages/batches', '/v1/messages/batches', 'batch', 'header', undefined],
    ['/threads/t/messages', '/threads/t/messages', 'other', 'header', undefined],
    [
      'https://api.test/threads/t/messages',
      'https://api.test/threads/t/messages',
      'other',
      'header',
      undefined,
    ],
    ['/v1/threads/t/messages', '/v1/threads/t/messages', 'other', 'header', undefined],
    [
      '/v1beta1/projects/p/locations/l/publishers/anthropic/models/m:rawPredict?alt=sse',
      '/v1/messages',
      'messages',
      'header',
      'm',
    ],
    [
      '/v1/projects/p/locations/l/publishers/anthropic/models/m@20260101:streamRawPredict',
      '/v1/messages',
      'messages',
      'header',
      'm@20260101',
    ],
    [
      '/v1/projects/p/locations/l/publishers/anthropic/models/count-tokens:rawPredict',
      '/v1/messages/count_tokens',
      'messages',
      'header',
      undefined,
    ],
    ['/model/%E0%A4%A/invoke', '/v1/messages', 'messages', 'body', '%E0%A4%A'],
  ])('reads %s', (path, endpoint, kind, placement, model) => {
    const route = routeOf('post', path);
    expect(route).toMatchObject({ method: 'POST', path: endpoint, kind, placement });
    expect(route.model).toBe(model);
  });
});

describe('endpointMatches', () => {
  const route = routeOf('GET', '/v1/agents/ag_1/versions');
  it.each([
    ['GET /v1/agents/{id}/versions', true],
    ['* /v1/agents/**', true],
    ['GET /v1/agents/**', true],
    ['POST /v1/agents/**', false],
    ['GET /v1/agents/{id}', false],
    ['* /v1/agent/**', false],
    ['GET /v1/agents/{id}/versions/{v}', false],
  ])('%s', (pattern, expected) => {
    expect(endpointMatches(pattern, route)).toBe(expected);
  });

  it('takes the path itself as below itself', () => {
    expect(endpointMatches('* /v1/agents/**', routeOf('POST', '/v1/agents'))).toBe(true);
  });
});

describe('isModel', () => {
  it.each([
    ['claude-opus-5', true],
    ['claude-opus-5-20260401', true],
    ['claude-opus-5@20260401', true],
    ['claude-opus-5-latest', true],
    ['anthropic.claude-opus-5-v1:0', true],
    ['us.anthropic.claude-opus-5-20260401-v1:0', true],
    ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-opus-5', true],
    ['anthropic/claude-opus-5', true],
    ['vertex_ai/claude-opus-5@default', true],
    ['claude-opus-5[1m]', true],
    ['claude-opus-5-0', true],
    ['claude-opus-5-05', false],
    ['claude-opus-5.5', false],
    ['claude-opus-5-5', false],
    ['claude-opus-5-fast', false],
    ['my-claude-opus-5', false],
    ['claude-opus', false],
    ['', false],
  ])('%s is claude-opus-5: %s', (model, expected) => {
    expect(isModel(model, ['claude-opus-5'])).toBe(expected);
  });

  it('knows nothing of a request without a model', () => {
    expect(isModel(undefined, ['claude-opus-5'])).toBe(false);
  });
});

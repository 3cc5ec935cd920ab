import { describe, expect, it } from 'vitest';
import { isModel } from '../src/model.ts';
import { isAt, routeOf } from '../src/route.ts';

describe('routeOf', () => {
  it('reads a path once', () => {
    expect(routeOf('post', '/anthropic/v1/messages')).toBe(
      routeOf('post', '/anthropic/v1/messages'),
    );
    expect(routeOf('get', '/anthropic/v1/messages').method).toBe('GET');
  });

  it.each([undefined, null, 1, {}])('takes %j for a method and a path', (odd) => {
    expect(routeOf(odd as never, odd as never).params).toBe('none');
  });
});

describe('isAt', () => {
  it('takes a route that one of the endpoints means', () => {
    const route = routeOf('GET', 'https://gateway.test/v1/agents/ag_1/versions?limit=1');
    expect(isAt(route, ['POST /v1/files', '* /v1/agents/**'])).toBe(true);
    expect(isAt(route, ['GET /v1/agents/{id}'])).toBe(false);
    expect(isAt(route)).toBe(false);
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

import { describe, expect, it } from 'vitest';
import { getRoute, isAt } from '../../src/request/route.ts';

describe('getRoute', () => {
  it('reads a path once', () => {
    expect(getRoute('post', '/anthropic/v1/messages')).toBe(
      getRoute('post', '/anthropic/v1/messages'),
    );
    expect(getRoute('get', '/anthropic/v1/messages').method).toBe('GET');
  });

  it.each([undefined, null, 1, {}])('accepts %j as a method and a path', (odd) => {
    expect(getRoute(odd as never, odd as never).params).toBe('none');
  });
});

describe('isAt', () => {
  it('matches a route with any of the endpoints', () => {
    const route = getRoute('GET', 'https://gateway.test/v1/agents/ag_1/versions?limit=1');
    expect(isAt(route, ['POST /v1/files', '* /v1/agents/**'])).toBe(true);
    expect(isAt(route, ['GET /v1/agents/{id}'])).toBe(false);
    expect(isAt(route)).toBe(false);
  });
});

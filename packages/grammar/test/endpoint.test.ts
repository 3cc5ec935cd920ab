import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coversEndpoint,
  findEndpointProblem,
  matchesEndpoint,
  overlapsEndpoint,
} from '../src/index.ts';

describe('findEndpointProblem', () => {
  it.each([
    'GET /v1/agents',
    '* /v1/agents/**',
    'POST /v1/files/{file_id}/content',
    'DELETE /v1/a.b-c_d/{x}/**',
  ])('accepts %s', (text) => {
    expect(findEndpointProblem(text)).toBeUndefined();
  });

  it.each([
    ['', 0],
    ['get /v1/a', 0],
    ['HEAD /v1/a', 0],
    ['GET', 3],
    ['GET  /v1/a', 3],
    ['GET /v1/a b', 3],
    ['GET v1/a', 4],
    ['GET /v2/a', 4],
    ['GET /v1', 4],
    ['GET /v1/', 8],
    ['GET /v1/a/', 10],
    ['GET /v1//a', 8],
    ['GET /v1/**', 8],
    ['GET /v1/a/**/b', 10],
    ['GET /v1/{}', 8],
    ['GET /v1/a{b}', 8],
    ['GET /v1/a?b', 8],
    ['GET /v1/a/*', 10],
  ])('finds the error in %j at %i', (text, index) => {
    expect(findEndpointProblem(text)?.index).toBe(index);
  });
});

describe('matchesEndpoint', () => {
  it.each([
    // A variable matches any one segment, also a word of another pattern.
    ['GET /v1/files/{id}', 'GET', '/v1/files/list', true],
    ['GET /v1/files/{id}', 'GET', '/v1/files/file_1', true],
    ['GET /v1/files/{id}', 'GET', '/v1/files', false],
    ['GET /v1/files/{id}', 'GET', '/v1/files/', false],
    ['GET /v1/files/{id}', 'GET', '/v1/files/a/content', false],
    ['GET /v1/files/list', 'GET', '/v1/files/a', false],
    // `/**` includes the path before it, but not a longer word.
    ['* /v1/agents/**', 'POST', '/v1/agents', true],
    ['* /v1/agents/**', 'DELETE', '/v1/agents/a/versions/b', true],
    ['* /v1/agents/**', 'GET', '/v1/agents_two', false],
    ['* /v1/agents/**', 'GET', '/v1', false],
    ['GET /v1/agents/{id}/**', 'GET', '/v1/agents', false],
    ['GET /v1/agents/**', 'POST', '/v1/agents', false],
    // A HEAD does not match GET.
    ['GET /v1/agents', 'HEAD', '/v1/agents', false],
    ['* /v1/agents', 'HEAD', '/v1/agents', true],
    ['GET /v1/agents', 'get', '/v1/agents/', true],
    ['GET /v1/agents', 'GET', '/v1/Agents', false],
  ])('tests if %s matches %s %s: %s', (pattern, method, path, expected) => {
    expect(matchesEndpoint(pattern, method, path)).toBe(expected);
  });
});

describe('coversEndpoint', () => {
  it.each([
    ['GET /v1/files/{id}', 'GET /v1/files/list', true],
    ['GET /v1/files/list', 'GET /v1/files/{id}', false],
    ['GET /v1/agents/{agent_id}', 'GET /v1/agents/{agentID}', true],
    ['* /v1/agents/**', 'DELETE /v1/agents/{a}/versions/{b}', true],
    ['* /v1/agents/**', 'GET /v1/agents', true],
    ['* /v1/agents/**', 'GET /v1/agents/{a}/**', true],
    ['GET /v1/{a}/**', 'GET /v1/agents/**', true],
    ['GET /v1/agents/{a}/**', 'GET /v1/agents/**', false],
    ['GET /v1/agents/{a}', 'GET /v1/agents/{a}/**', false],
    ['GET /v1/agents', 'GET /v1/agents/**', false],
    ['GET /v1/agents', '* /v1/agents', false],
    ['* /v1/agents', 'GET /v1/agents', true],
    ['POST /v1/agents', 'GET /v1/agents', false],
    ['* /v1/agents/**', 'GET /v1/agents_two', false],
    ['GET /v1/agents/{a}', 'GET /v1/agents/{a}/versions', false],
  ])('tests if %s covers %s: %s', (wide, narrow, expected) => {
    expect(coversEndpoint(wide, narrow)).toBe(expected);
  });
});

describe('overlapsEndpoint', () => {
  it.each([
    // `GET /v1/files/list` is a request of both.
    ['GET /v1/files/{id}', 'GET /v1/files/list', true],
    ['GET /v1/{a}/list', 'GET /v1/files/{b}', true],
    ['GET /v1/a/x', 'GET /v1/a/y', false],
    ['GET /v1/a', 'POST /v1/a', false],
    ['GET /v1/a', '* /v1/a', true],
    ['* /v1/a/**', 'GET /v1/a/{id}/b', true],
    ['* /v1/a/{x}/**', 'GET /v1/a', false],
    ['* /v1/a/**', '* /v1/a/b/**', true],
    ['* /v1/a/b/**', '* /v1/a/c/**', false],
  ])('tests if %s and %s overlap: %s', (one, other, expected) => {
    expect(overlapsEndpoint(one, other)).toBe(expected);
    expect(overlapsEndpoint(other, one)).toBe(expected);
  });
});

describe('the three relations', () => {
  const words = ['a', 'b'];
  const methods = ['GET', 'POST'];
  const pattern = fc
    .tuple(
      fc.constantFrom('*', ...methods),
      fc.array(fc.constantFrom(...words, '{x}', '{y}'), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('', '/**'),
    )
    .map(([method, segments, end]) => `${method} /v1/${segments.join('/')}${end}`);
  // All requests with up to four segments, so that the relations can be checked by counting.
  const deeper = (paths: string[]): string[] =>
    paths.flatMap((path) => [...words, 'c'].map((word) => `${path}/${word}`));
  const levels = [['/v1']];
  for (let i = 0; i < 4; i++) levels.push(deeper(levels[i] as string[]));
  const requests = ['GET', 'POST', 'PUT'].flatMap((method) =>
    levels.flat().map((path) => [method, path] as const),
  );

  it('agree with matching every single request', () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        const [x, y] = [one, other].map((text) =>
          requests.map(([method, path]) => matchesEndpoint(text, method, path)),
        ) as [boolean[], boolean[]];
        expect(coversEndpoint(one, other)).toBe(y.every((hit, i) => !hit || x[i]));
        expect(overlapsEndpoint(one, other)).toBe(y.some((hit, i) => hit && x[i]));
      }),
    );
  });
});

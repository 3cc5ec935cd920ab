/**
 * Texts of 50 kB that are hard for regular expressions. A parser that takes more than linear time
 * exceeds the test's time-out.
 */
import { expect, it } from 'vitest';
import {
  compareVersions,
  findBetaIds,
  findEndpointProblem,
  findNearest,
  findRulePathProblem,
  isPrerelease,
  isStreamingPath,
  matchesEndpoint,
  readRoute,
  splitBetaId,
} from '../src/index.ts';

const LENGTH = 50_000;
const PIECES = [
  ...['a', '-', 'a-', '-a', 'a-2025', '-2025-01-01', '2025', '1', '1.', '.', '..', '[]', 'a[].'],
  ...[
    '/',
    '/..',
    '/model/',
    '/model/a',
    '/v1/',
    '/anthropic/messages',
    '/models/a:',
    ':',
    '%',
    '%2',
  ],
  ...['**.', '{', '{a}', '/{a}', ' ', 'http://', '?', '#', 'publishers/anthropic/models/'],
];
const ENDS = ['', '/invoke', ':rawPredict', '-x', '!', '\n'];

it.each(PIECES)('reads many %j in linear time', (piece) => {
  for (const end of ENDS) {
    const text = piece.repeat(LENGTH / piece.length) + end;
    expect(readRoute('POST', text).path).toMatch(/^\//);
    expect(isStreamingPath(text)).toBe(false);
    expect(splitBetaId(text)?.feature ?? '').not.toContain(' ');
    expect(findBetaIds(text).every(({ id }) => text.includes(id))).toBe(true);
    expect(findEndpointProblem(text)).toBeDefined();
    expect(findEndpointProblem(`GET /v1/${text}!`)).toBeDefined();
    expect(findRulePathProblem(`${text}!`)).toBeDefined();
    expect(matchesEndpoint('GET /v1/a/{b}', 'GET', text)).toBe(false);
    expect(isPrerelease(text)).toBeTypeOf('boolean');
    expect(compareVersions(text, text)).toBe(0);
    expect(findNearest(text, ['a', text.slice(1)])).toBeUndefined();
  }
});

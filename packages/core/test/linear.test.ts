/**
 * Nothing that a stranger sends may keep the process: texts made to hurt expressions, 50 kB of
 * each. Whoever needs more than linear time outlasts the test.
 */
import { expect, it } from 'vitest';
import { classifyBetaError } from '../src/errors/index.ts';
import { plan } from '../src/index.ts';

const LENGTH = 50_000;
const PIECES = [
  ...[
    '_',
    'a',
    ' ',
    'a_',
    'a-',
    'beta ',
    'beta:',
    'anthropic_',
    'anthropic_a_',
    'anthropic-beta ',
    '(sent a',
  ],
  ...["Input tag 'a' ", '"`', '/model/', '/claude-@', '20-', 'not '],
];
const STARTS = ['', 'anthropic', 'beta:', 'unsupported beta ', '{"error":"'];

it.each(STARTS.flatMap((start) => PIECES.map((piece) => [start, piece] as const)))(
  'an error text of %j and many %j',
  (start, piece) => {
    const text = (start + piece.repeat(LENGTH / piece.length)).slice(0, LENGTH);
    expect(() => classifyBetaError(text)).not.toThrow();
    expect(classifyBetaError(`beta header is not supported; ${text}`)).toBeDefined();
  },
);

it.each(PIECES)('a path, a model and a header of many %j', (piece) => {
  const text = piece.repeat(LENGTH / piece.length);
  const body = { model: `claude-${text}\n`, speed: 'fast', messages: [] };
  expect(
    plan({ method: 'POST', url: '/v1/messages', body, headers: { 'anthropic-beta': text } })
      .decisions,
  ).toBeInstanceOf(Array);
  expect(plan({ method: 'POST', url: `${text}/x`, body }).betas).toEqual([]);
});

/**
 * Untrusted texts must not block the process. Each text has 50 kB and is hard for regular
 * expressions; code that takes more than linear time exceeds the test's time-out.
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
  ...["Input tag 'a' ", '"`', '/model/', '/claude-@', '20-', 'not ', "'a b c d ", '"a: b c" '],
  ...['a-2026-01-01 ', '`a-2026-01-01`, ', 'unexpected value(s) ', 'rate limit ', 'requires '],
  ...['anthropic-beta requires ', 'cannot be used ', 'organization ', 'a.', '[', '{"error":"'],
  ...['*', '***.', 'a.***', '[redacted].', '<redacted', '….', '_.', 'a[***].'],
];
const STARTS = ['', 'anthropic', 'beta:', 'unsupported beta ', '{"error":"'];

it.each(STARTS.flatMap((start) => PIECES.map((piece) => [start, piece] as const)))(
  'reads an error text of %j and many %j in linear time',
  (start, piece) => {
    const text = (start + piece.repeat(LENGTH / piece.length)).slice(0, LENGTH);
    expect(() => classifyBetaError(text)).not.toThrow();
    expect(classifyBetaError(`beta header is not supported; ${text}`)).toBeDefined();
  },
);

const REFUSAL = 'Unexpected value(s) `shiny-2027-01-01` for the `anthropic-beta` header';
const filler = (size: number): string => 'anthropic-beta '.repeat(size / 15);

it('does not read the middle of a long text', () => {
  const findBetaNames = (half: number): readonly string[] =>
    classifyBetaError(`${filler(half)} ${REFUSAL} ${filler(half)}`)?.betas ?? [];
  expect(findBetaNames(10_000)).toEqual(['shiny-2027-01-01']);
  expect(findBetaNames(500_000)).toEqual([]);
});

it('limits the total length of many texts', () => {
  const errors = Array.from({ length: 200 }, (_, i) => `${filler(10_000)}${i}`);
  const after = (count: number): readonly string[] =>
    classifyBetaError({ status: 400, errors: [...errors.slice(0, count), REFUSAL] })?.betas ?? [];
  expect(after(2)).toEqual(['shiny-2027-01-01']);
  expect(after(20)).toEqual([]);
});

it.each(PIECES)('reads a path, a model and a header of many %j in linear time', (piece) => {
  const text = piece.repeat(LENGTH / piece.length);
  const body = { model: `claude-${text}\n`, speed: 'fast', messages: [] };
  expect(
    plan({ method: 'POST', url: '/v1/messages', body, headers: { 'anthropic-beta': text } })
      .decisions,
  ).toBeInstanceOf(Array);
  expect(plan({ method: 'POST', url: `${text}/x`, body }).betas).toEqual([]);
});

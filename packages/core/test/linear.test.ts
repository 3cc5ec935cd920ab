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
  ...["Input tag 'a' ", '"`', '/model/', '/claude-@', '20-', 'not ', "'a b c d ", '"a: b c" '],
  ...['a-2026-01-01 ', '`a-2026-01-01`, ', 'unexpected value(s) ', 'rate limit ', 'requires '],
  ...['anthropic-beta requires ', 'cannot be used ', 'organization ', 'a.', '[', '{"error":"'],
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

interface Clock {
  cpuUsage(since?: object): { readonly user: number };
}
// The suite also runs where there is no Node.
const { process } = globalThis as { readonly process?: Partial<Clock> };
const clock = process?.cpuUsage ? (process as Clock) : undefined;

const cpuOf = (run: () => void): number => {
  const before = clock?.cpuUsage();
  run();
  return (clock?.cpuUsage(before).user ?? 0) / 1000;
};

it.skipIf(!clock)(
  'a megabyte costs no more than 50 kB, and that no more than 2.5 times the half',
  () => {
    const sizes = [LENGTH / 2, LENGTH, 1_000_000];
    const [half, whole, huge] = sizes.map((size) => {
      const texts = PIECES.map((piece) => piece.repeat(size / piece.length));
      for (const text of texts) classifyBetaError(text);
      return Math.min(
        ...[1, 2, 3].map(() => cpuOf(() => texts.forEach((text) => classifyBetaError(text)))),
      );
    }) as [number, number, number];
    expect(whole / half).toBeLessThan(2.5);
    // Reading a megabyte as JSON, and cutting it, is all that is added.
    expect(huge / whole).toBeLessThan(2.5);
  },
);

it.skipIf(!clock)('many long texts have one budget', () => {
  const errors = Array.from({ length: 200 }, (_, i) => 'anthropic-beta '.repeat(3300) + i);
  const one = { status: 400, errors: errors.slice(0, 2) };
  const [few, many] = [one, { status: 400, errors }].map((error) =>
    Math.min(...[1, 2, 3].map(() => cpuOf(() => void classifyBetaError(error)))),
  ) as [number, number];
  expect(many / few).toBeLessThan(4);
});

it.each(PIECES)('a path, a model and a header of many %j', (piece) => {
  const text = piece.repeat(LENGTH / piece.length);
  const body = { model: `claude-${text}\n`, speed: 'fast', messages: [] };
  expect(
    plan({ method: 'POST', url: '/v1/messages', body, headers: { 'anthropic-beta': text } })
      .decisions,
  ).toBeInstanceOf(Array);
  expect(plan({ method: 'POST', url: `${text}/x`, body }).betas).toEqual([]);
});

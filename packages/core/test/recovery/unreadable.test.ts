/** Tests errors that cannot be read, and secrets that must not be repeated. */
import { describe, expect, it } from 'vitest';
import { classifyBetaError } from '../../src/errors/index.ts';

const fail = (): never => {
  throw new Error('no');
};

describe('classifyBetaError', () => {
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const unreadable: Record<string, unknown> = {
    'a `clone` that throws': Object.defineProperty({}, 'clone', { get: fail }),
    'a `text` that throws': Object.defineProperty({ clone: fail }, 'text', { get: fail }),
    'a `message` that throws': Object.defineProperty({}, 'message', { get: fail }),
    'a proxy that throws': new Proxy({}, { get: fail, has: fail, ownKeys: fail }),
    'a revoked proxy': revoked,
  };

  it.each(Object.entries(unreadable))('does not throw for %s', (_, error) => {
    expect(classifyBetaError(error)).toBeUndefined();
  });

  it('does not reject for a response whose status throws after the body was read', async () => {
    let reads = 0;
    const response = {
      clone: () => response,
      text: async () => 'invalid beta flag',
      get status() {
        return ++reads > 1 ? fail() : 400;
      },
    };
    expect(await classifyBetaError(response as unknown as Response)).toBeUndefined();
    expect(reads).toBe(2);
  });

  it('repeats no key that was put into the header by mistake', () => {
    const message =
      'Unexpected value(s) `sk-ant-api03-AAAAAAAAAAAAAAAA` for the `anthropic-beta` header';
    expect(JSON.stringify(classifyBetaError({ status: 400, message }))).not.toContain('AAAA');
  });

  it('reads as much of many long texts as of one', () => {
    const long = 'anthropic-beta '.repeat(3300);
    const measure = (count: number): number => {
      const errors = Array.from({ length: count }, (_, i) => long + i);
      const start = performance.now();
      classifyBetaError({ status: 400, errors });
      return performance.now() - start;
    };
    measure(1);
    const one = Math.min(...[1, 2, 3].map(() => measure(1)));
    const many = Math.min(...[1, 2, 3].map(() => measure(200)));
    // 200 times as much text; without a common limit it takes 200 times as long.
    expect(many).toBeLessThan(50 * one + 1);
  });
});

import { describe, expect, it } from 'vitest';
import { classifyBetaError } from '../src/errors/index.ts';

const ERROR =
  'An error occurred (ValidationException) when calling the InvokeModel operation: invalid beta flag';

describe('an error in a log', () => {
  for (const next of ['2026-11-30T10:00:00Z INFO next', '2026-11-30 10:00:00,123 INFO next'])
    it(`does not name the time of the next line: ${next}`, () => {
      const info = classifyBetaError(`2026-11-30T09:59:59Z ERROR ${ERROR}\n${next}`);
      expect(info).toMatchObject({ kind: 'unsupported-unnamed', betas: [] });
    });

  it('still names a value that begins with a digit', () => {
    const info = classifyBetaError('Unsupported beta header: 1m-context-2025-08-07');
    expect(info).toMatchObject({ kind: 'unsupported', betas: ['1m-context-2025-08-07'] });
  });
});

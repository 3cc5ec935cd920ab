import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { silenceWarnings } from '../src/run/silence-warnings.ts';

it('keeps warnings of libraries from being printed until they are restored', async () => {
  const print = vi.fn();
  process.on('warning', print);
  try {
    const restore = silenceWarnings();
    process.emitWarning('hidden');
    await setImmediate();
    expect(print).not.toHaveBeenCalled();
    restore();
    process.emitWarning('shown');
    await setImmediate();
    expect(print).toHaveBeenCalledTimes(1);
  } finally {
    process.off('warning', print);
  }
});

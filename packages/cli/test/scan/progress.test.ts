/** The display of progress. */
import { expect, it } from 'vitest';
import { createProgress } from '../../src/scan/node/progress.ts';

const count = (isTTY: boolean, seconds: number): string => {
  let written = '';
  let time = 0;
  const stream = { isTTY, write: (text: string) => (written += text) };
  const progress = createProgress(stream, () => time);
  for (let i = 1; i <= seconds * 32; i++) {
    time += 1_000 / 32;
    progress.update(i);
  }
  progress.end();
  return written;
};

it('shows nothing within the first second', () => {
  expect(count(true, 0.9)).toBe('');
});

it('updates one line of a terminal, and removes it', () => {
  const written = count(true, 3);
  expect(written.startsWith('\r\u001b[Kscanned 32 files …')).toBe(true);
  expect(written.endsWith('\r\u001b[K')).toBe(true);
  expect(written).not.toContain('\n');
});

it('writes a line now and then if there is no terminal', () => {
  expect(count(false, 25)).toBe('scanned 32 files …\nscanned 352 files …\nscanned 672 files …\n');
});

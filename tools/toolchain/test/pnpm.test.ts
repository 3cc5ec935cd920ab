/** The pnpm of the bootstrap, which turbo starts without a shell. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const pnpm = fileURLToPath(new URL('../node_modules/.bin/pnpm', import.meta.url));

/** Reads the first bytes of a file. */
function readStart(path: string): Buffer {
  const start = Buffer.alloc(4);
  const file = openSync(path, 'r');
  readSync(file, start);
  closeSync(file);
  return start;
}

/** Tests if the system can start a file with these first bytes itself. */
const isExecutable = (start: Buffer): boolean =>
  start.toString('latin1').startsWith('#!') || start.toString('latin1') === '\x7fELF';

it.runIf(process.platform === 'linux')('can be started without a shell', () => {
  const start = readStart(realpathSync(pnpm));
  expect(isExecutable(start), `${pnpm} begins with ${JSON.stringify(start.toString())}`).toBe(true);
  const { error, status } = spawnSync(pnpm, ['--version'], { shell: false });
  expect({ error, status }).toEqual({ error: undefined, status: 0 });
});

it('cannot be a text without a first line that names its program', () => {
  expect(isExecutable(Buffer.from('This'))).toBe(false);
});

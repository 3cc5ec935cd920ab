/** The command line in a process of its own. */
import { exec } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { callMain } from './support/call-main.ts';
import { CLI, runCli } from './support/run-cli.ts';

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

describe('the program', () => {
  it('prints its version on stdout', async () => {
    expect(await runCli(['--version'])).toMatchObject({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
    expect((await callMain(['-V'])).stdout).toBe(`${version}\n`);
  });

  it('ends quietly if nobody reads its output any more', async () => {
    const command = `"${process.execPath}" "${CLI}" env --client claude-code --platform bedrock`;
    // `true` has ended before the program writes.
    expect(await promisify(exec)(`${command} | true`)).toEqual({ stdout: '', stderr: '' });
  });
});

import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../lib/command.ts';
import { root } from '../lib/root.ts';

describe.skipIf(process.platform === 'win32')('.ci/run', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'beta-headers-ci-'));
    mkdirSync(join(folder, '.ci'));
    mkdirSync(join(folder, 'bin'));
    copyFileSync(join(root, '.ci', 'run'), join(folder, '.ci', 'run'));
    // A fake npm: OUTPUT and TEST control `npm test`, CHECK controls `npm run check`.
    writeFileSync(
      join(folder, 'bin', 'npm'),
      [
        '#!/bin/sh',
        'if [ "$1" = test ]; then printf "%b" "$OUTPUT"; exit "$TEST"; fi',
        '[ "$1 $2" = "run check" ] || exit 99',
        'exit "$CHECK"',
        '',
      ].join('\n'),
    );
    chmodSync(join(folder, 'bin', 'npm'), 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['both pass', '✔ core#test\\n3 passed, 0 failed\\n', 0, 0, '4 passed, 0 failed', true],
    [
      'a test is skipped',
      '3 passed, 0 failed, 2 skipped\\n',
      0,
      0,
      '4 passed, 0 failed, 2 skipped',
      true,
    ],
    [
      'a test failed and one is skipped',
      '2 passed, 1 failed, 1 skipped\\n',
      1,
      0,
      '3 passed, 1 failed, 1 skipped',
      false,
    ],
    ['a test failed', '2 passed, 1 failed\\n', 1, 0, '3 passed, 1 failed', false],
    ['a generated file has drifted', '3 passed, 0 failed\\n', 0, 1, '3 passed, 1 failed', false],
    ['npm test was killed', 'killed\\n', 137, 0, '1 passed, 1 failed', false],
    ['npm test prints nothing and exits with 0', '', 0, 0, '1 passed, 1 failed', false],
    [
      'npm test prints a success and exits with 1',
      '3 passed, 0 failed\\n',
      1,
      0,
      '4 passed, 1 failed',
      false,
    ],
    ['no test ran', '0 passed, 0 failed\\n', 0, 0, '1 passed, 1 failed', false],
  ])(
    'prints the totals and exits accordingly when %s',
    async (_, output, test, check, last, ok) => {
      const env = {
        PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`,
        OUTPUT: output,
        TEST: String(test),
        CHECK: String(check),
      };
      const ended = await runCommand('bash', [join(folder, '.ci', 'run')], { cwd: folder, env });
      expect(ended.stdout.trimEnd().split('\n').at(-1)).toBe(last);
      expect(ended.ok).toBe(ok);
    },
  );
});

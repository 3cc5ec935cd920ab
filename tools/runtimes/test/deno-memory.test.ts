/** Tests the memory of `@beta-headers/deno` in Deno, with a database that processes share. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runOrThrow } from '../../toolchain/lib/command.ts';
import { root } from '../../toolchain/lib/root.ts';
import { findRuntimes } from '../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'beta-headers-deno-'));
const config = join(folder, 'deno.json');
beforeAll(() => {
  const sources = ['constants', 'grammar', 'core'].flatMap((name) => {
    const folder = join(root, 'packages', name);
    const { exports } = JSON.parse(readFileSync(join(folder, 'deno.json'), 'utf8')) as {
      exports: string | Record<string, string>;
    };
    const paths = typeof exports === 'string' ? { '.': exports } : exports;
    return Object.entries(paths).map(([path, file]) => [
      posix.join('@beta-headers', name, path),
      pathToFileURL(join(folder, file)).href,
    ]);
  });
  writeFileSync(config, JSON.stringify({ imports: Object.fromEntries(sources) }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function runProcess(rejected: string): Promise<unknown> {
  const permissions = [`--allow-read=${folder}`, `--allow-write=${folder}`];
  const flags = [
    '--quiet',
    '--unstable-kv',
    '--no-remote',
    '--no-npm',
    '--no-lock',
    '--no-prompt',
    '--config',
    config,
    ...permissions,
  ];
  const script = 'packages/deno/test/memory-process.ts';
  return JSON.parse(
    await runOrThrow(
      findRuntimes().deno,
      ['run', ...flags, script, join(folder, 'kv.sqlite'), rejected],
      {
        env: { NO_COLOR: '1' },
      },
    ),
  );
}

it('shares rejections between processes, keeps concurrent entries, expires old ones', async () => {
  const rest = { many: 10, before: ['x'], after: [] };
  expect(await runProcess('a-2027-01-01')).toEqual({
    attempts: ['a-2027-01-01,b-2027-01-01', 'b-2027-01-01'],
    ...rest,
  });
  expect(await runProcess('a-2027-01-01')).toEqual({ attempts: ['b-2027-01-01'], ...rest });
});

/**
 * `npm run release:version`: turns the changesets into a version, everywhere that one is written:
 * package.json by changesets, CHANGELOG.md, jsr.json and deno.json, and what is generated.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readChangesets } from '@changesets/read';
import { addVersion, renderVersion } from './lib/changelog.ts';
import { mustRun } from './lib/command.ts';
import { main } from './lib/main.ts';
import { note } from './lib/note.ts';
import { root } from './lib/root.ts';
import { npmPackages, readPackages } from './lib/workspace.ts';

await main(async () => {
  const changes = await readChangesets(root);
  if (changes.length === 0) {
    note('There is no changeset, so there is nothing to version. `npm run changeset` writes one.');
    return 0;
  }
  // Rendered before anything is touched: a changeset without a prefix stops here.
  renderVersion('0.0.0', changes);
  await mustRun('changeset', ['version'], { show: true });
  const version = npmPackages()[0]?.json.version ?? '';
  const file = join(root, 'CHANGELOG.md');
  writeFileSync(file, addVersion(existsSync(file) ? readFileSync(file, 'utf8') : '', renderVersion(version, changes)));
  for (const { jsr } of readPackages()) if (jsr) setVersion(jsr.file, version);
  await mustRun(process.execPath, ['tools/codegen/src/cli.ts'], { show: true });
  await mustRun('pnpm', ['install', '--lockfile-only'], { show: true });
  console.log(version);
  return 0;
});

/** Changes the version in place, so that the file keeps its comments and its order. */
function setVersion(file: string, version: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^(\s*"version"\s*:\s*)"[^"]*"/m, `$1"${version}"`));
}

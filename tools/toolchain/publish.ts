/** `npm run release:publish`: builds and publishes to npm and JSR, then writes the release on GitHub. The release workflow runs it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtimes } from '../e2e/src/runtimes.ts';
import { notesOf } from './lib/changelog.ts';
import { command, mustRun } from './lib/command.ts';
import { main } from './lib/main.ts';
import { note } from './lib/note.ts';
import { pack } from './lib/pack.ts';
import { publishTarball } from './lib/publish.ts';
import { root } from './lib/root.ts';

await main(async () => {
  if (!process.env['GITHUB_ACTIONS']) {
    note('Only the release workflow publishes: npm and JSR know it by its identity. `npm run release:dry` does the same against a local registry.');
    return 1;
  }
  await mustRun('turbo', ['run', 'build', '--filter=./packages/*'], { show: true });
  const tarballs = await pack(join(root, '.cache', 'pack'));
  for (const tarball of tarballs) {
    const ended = await publishTarball(tarball, { cwd: root, provenance: true });
    if (!ended.ok) throw new Error(`${tarball.name} ${tarball.version} was not published\n${ended.output}`);
    console.log(`${tarball.name} ${tarball.version} ${ended.skipped ? 'was out already' : 'published'}`);
  }
  await mustRun(runtimes().deno, ['publish'], { show: true });
  const version = tarballs[0]?.version ?? '';
  const tag = `v${version}`;
  if ((await command('gh', ['release', 'view', tag])).ok) return 0;
  const notes = notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
  if (notes === undefined) throw new Error(`CHANGELOG.md has no section ${version}. \`npm run release:version\` writes it from the changesets.`);
  await mustRun('gh', ['release', 'create', tag, '--title', tag, '--notes', notes], { show: true });
  return 0;
});

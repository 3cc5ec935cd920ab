/**
 * `npm run release:publish -- [--next]`: builds and publishes to npm and JSR, then writes the release on GitHub with the tarballs and an SBOM.
 * The release workflow runs it. With --next only npm gets the packages, under that tag: JSR has none.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatProblems, tryLoadManifest } from '@beta-headers/manifest';
import { runtimes } from '@beta-headers/runtimes';
import { command, mustRun } from '../../../toolchain/lib/command.ts';
import { main } from '../../../toolchain/lib/main.ts';
import { note } from '../../../toolchain/lib/note.ts';
import { root } from '../../../toolchain/lib/root.ts';
import { buildPackages } from '../build.ts';
import { notesOf } from '../changelog.ts';
import { pack } from '../pack.ts';
import { publishTarball } from '../publish-tarball.ts';
import { writeSbom } from '../sbom.ts';

await main(async () => {
  const { values } = parseArgs({ options: { next: { type: 'boolean', default: false } } });
  if (!process.env['GITHUB_ACTIONS']) {
    note(
      'Only the release workflow publishes: npm and JSR know it by its identity. `npm run release:dry` does the same against a local registry.',
    );
    return 1;
  }
  // The same guard as for the version: whatever came to main since, nothing is published while a person is asked something.
  const { problems } = tryLoadManifest({ forRelease: true, relativeTo: root });
  if (problems.length > 0) throw new Error(`Nothing was published.\n${formatProblems(problems)}`);
  await buildPackages();
  const folder = join(root, '.cache', 'pack');
  const tarballs = await pack(folder);
  const version = tarballs[0]?.version ?? '';
  const sbom = await writeSbom(tarballs, join(folder, `beta-headers-${version}.cdx.json`));
  for (const tarball of tarballs) {
    const ended = await publishTarball(tarball, {
      cwd: root,
      provenance: true,
      ...(values.next && { tag: 'next' }),
    });
    if (!ended.ok)
      throw new Error(`${tarball.name} ${tarball.version} was not published\n${ended.output}`);
    console.log(
      `${tarball.name} ${tarball.version} ${ended.skipped ? 'was out already' : 'published'}`,
    );
  }
  if (values.next) return 0;
  await mustRun(runtimes().deno, ['publish'], { show: true });
  const tag = `v${version}`;
  if ((await command('gh', ['release', 'view', tag])).ok) return 0;
  const notes = notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
  if (notes === undefined)
    throw new Error(
      `CHANGELOG.md has no section ${version}. \`npm run release:version\` writes it from the changesets.`,
    );
  const target = (await mustRun('git', ['rev-parse', 'HEAD'])).trim();
  const files = [...tarballs.map((tarball) => tarball.file), sbom];
  await mustRun(
    'gh',
    ['release', 'create', tag, ...files, '--target', target, '--title', tag, '--notes', notes],
    { show: true },
  );
  return 0;
});

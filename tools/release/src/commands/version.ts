/**
 * `npm run release:version -- [--date YYYY-MM-DD] [--since REVISION] [--snapshot]`: turns the changesets into a version, everywhere that one is written:
 * package.json by changesets, CHANGELOG.md, released.json and history.json of the manifest, and what is generated (deno.json, VERSION).
 *
 * It stops, with nothing written, where a changeset cannot be read by the changelog, a `review:` mark is open, or the manifest has a new beta or
 * a moved stage that no changeset names. --since is the last release, by default its tag. --snapshot makes a prerelease of this commit.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Catalog } from '@beta-headers/manifest';
import { loadManifest } from '@beta-headers/manifest';
import { diffCatalogs } from '@beta-headers/manifest/diff';
import { addRelease, type History, releasedOf } from '@beta-headers/manifest/history';
import { readChangesets } from '@changesets/read';
import { catalogAt } from '../../../../packages/manifest/scripts/git.ts';
import { mustRun } from '../../../toolchain/lib/command.ts';
import { main } from '../../../toolchain/lib/main.ts';
import { note } from '../../../toolchain/lib/note.ts';
import { root } from '../../../toolchain/lib/root.ts';
import { npmPackages } from '../../../toolchain/lib/workspace.ts';
import { tooSmall } from '../bump.ts';
import { addVersion, type Change, renderVersion } from '../changelog.ts';
import { unmentioned, unmentionedText } from '../mentions.ts';
import { releaseDate } from '../release-date.ts';

const MANIFEST = join(root, 'packages', 'manifest');
const RELEASED = join(MANIFEST, 'released.json');
const HISTORY = join(MANIFEST, 'history.json');

await main(async () => {
  const { values } = parseArgs({
    options: {
      date: { type: 'string' },
      since: { type: 'string' },
      snapshot: { type: 'boolean', default: false },
    },
  });
  const changesets = await readChangesets(root);
  if (changesets.length === 0) {
    note('There is no changeset, so there is nothing to version. `npm run changeset` writes one.');
    return 0;
  }
  // All that can be wrong is looked at before anything is touched.
  const date = await releaseDate(values.date);
  renderVersion('0.0.0', changesets);
  const after = loadManifest({ forRelease: true, relativeTo: root });
  const before = lastRelease(values.since);
  if (before) check(before.catalog, after, changesets, before.revision);

  await mustRun('changeset', values.snapshot ? ['version', '--snapshot', 'next'] : ['version'], {
    show: true,
  });
  const version = npmPackages()[0]?.json.version ?? '';
  const changelog = join(root, 'CHANGELOG.md');
  writeFileSync(
    changelog,
    addVersion(
      existsSync(changelog) ? readFileSync(changelog, 'utf8') : '',
      renderVersion(version, changesets),
    ),
  );
  // A prerelease is not what the next release is compared with.
  if (!values.snapshot) {
    const history = JSON.parse(readFileSync(HISTORY, 'utf8')) as History;
    const { sdk } = JSON.parse(readFileSync(join(MANIFEST, 'sdk.json'), 'utf8')) as { sdk: string };
    writeJson(
      HISTORY,
      addRelease(history, { version, date, sdk, ...(before && { before: before.catalog }), after }),
    );
    writeJson(RELEASED, releasedOf(after, version));
  }
  await mustRun(process.execPath, ['tools/codegen/src/cli.ts'], { show: true });
  console.log(version);
  return 0;
});

/** The manifest as it was last released; nothing before the first release. */
function lastRelease(
  since: string | undefined,
): { catalog: Catalog; revision: string } | undefined {
  if (since === undefined && !existsSync(RELEASED)) return undefined;
  const revision =
    since ?? `v${(JSON.parse(readFileSync(RELEASED, 'utf8')) as { version: string }).version}`;
  try {
    return { catalog: catalogAt(revision), revision };
  } catch (error) {
    const hint =
      since === undefined
        ? '\nThe last release is compared with by its tag: `git fetch --tags`, or name its commit with --since.'
        : '';
    throw new Error(`${(error as Error).message}${hint}`);
  }
}

function check(
  before: Catalog,
  after: Catalog,
  changesets: readonly Change[],
  since: string,
): void {
  const changes = diffCatalogs(before, after);
  const missing = unmentioned(changes, changesets);
  if (missing.length > 0) throw new Error(unmentionedText(missing, since));
  const small = tooSmall(changes, changesets, since);
  if (small !== undefined) throw new Error(small);
}

/** A list a line for what is long, so that a diff shows what was added. */
function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 1)}\n`);
}

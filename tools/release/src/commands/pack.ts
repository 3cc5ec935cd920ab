/**
 * `npm run release:pack -- --out DIR [--next]`: builds and packs a release into DIR: the tarballs,
 * an SBOM, the notes, and `release.json` with their hashes, whose digest is printed. It publishes
 * nothing; `release:publish -- --from DIR` does.
 *
 * --next packs a prerelease of what is on main, if a changeset brings a new beta and no review
 * mark is open; else it writes nothing. It raises the version in the tree.
 *
 * Exit 0: packed, or with --next nothing to pack · 1: not ready to be released · 2: wrong
 * arguments.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatProblems, tryLoadManifest } from '@beta-headers/manifest';
import { commitFiles, finishTransaction } from '@beta-headers/sync/write/file-transaction.ts';
import { readChangesets } from '@changesets/read';
import { runOrThrow } from '../../../toolchain/lib/command.ts';
import { runMain } from '../../../toolchain/lib/main.ts';
import { note } from '../../../toolchain/lib/note.ts';
import { root } from '../../../toolchain/lib/root.ts';
import { buildPackages } from '../build.ts';
import { isBundleFolder, NOTES_FILE, writeBundle } from '../bundle.ts';
import { findNotes, parseEntries } from '../changelog.ts';
import { packPackages } from '../pack.ts';
import { planVersion } from '../plan-version.ts';
import { chooseReleaseDate } from '../release-date.ts';
import { writeSbom } from '../sbom.ts';
import { findDifferentVersions } from '../versions.ts';

const USAGE = 'usage: npm run release:pack -- --out DIR [--next]';

interface Options {
  readonly out: string;
  readonly isNext: boolean;
}

function readOptions(): Options {
  const { values } = parseArgs({
    options: { out: { type: 'string' }, next: { type: 'boolean', default: false } },
  });
  if (values.out === undefined) throw new Error('--out DIR is missing');
  const out = resolve(values.out);
  if (!isBundleFolder(out))
    throw new Error(`--out ${values.out}: the folder has other files. Name one that is empty.`);
  return { out, isNext: values.next };
}

async function packRelease({ out, isNext }: Options): Promise<number> {
  finishTransaction(root);
  const { problems } = tryLoadManifest({ forRelease: true, relativeTo: root });
  if (isNext) {
    if (problems.length > 0) {
      note(`No prerelease while the manifest waits for a person:\n${formatProblems(problems)}`);
      return 0;
    }
    if (!(await raiseToNext())) return 0;
  } else if (problems.length > 0) {
    throw new Error(`Nothing was packed.\n${formatProblems(problems)}`);
  }
  const different = findDifferentVersions();
  if (different.length > 0) throw new Error(different.join('\n'));
  const commit = (await runOrThrow('git', ['rev-parse', 'HEAD'])).trim();
  const notes = isNext ? '' : readNotes();
  await buildPackages();
  const tarballs = await packPackages(out);
  const version = tarballs[0]?.version ?? '';
  await writeSbom(tarballs, join(out, `beta-headers-${version}.cdx.json`));
  writeFileSync(join(out, NOTES_FILE), `${notes}\n`);
  const digest = writeBundle(out, { tag: isNext ? 'next' : 'latest', commit }, tarballs);
  note(`packed ${tarballs.length} packages of ${version} into ${out}`);
  console.log(digest);
  return 0;
}

/** Raises the version in the tree to a prerelease. Returns false if there is no reason for one. */
async function raiseToNext(): Promise<boolean> {
  const changesets = await readChangesets(root);
  const bringsNew = changesets.some((change) =>
    parseEntries(change).some((entry) => entry.group === 'new'),
  );
  if (!bringsNew) {
    note('No changeset brings a new beta, so there is nothing that cannot wait for the release.');
    return false;
  }
  const snapshotOf = (await runOrThrow('git', ['rev-parse', 'HEAD'])).trim();
  const plan = await planVersion(root, { date: await chooseReleaseDate(undefined), snapshotOf });
  if (plan) commitFiles(root, 'release:pack', plan.changes);
  return plan !== undefined;
}

/** Reads the notes of the version that the packages have. */
function readNotes(): string {
  const file = join(root, 'CHANGELOG.md');
  const { version } = JSON.parse(
    readFileSync(join(root, 'packages/constants/package.json'), 'utf8'),
  ) as { version: string };
  const notes = existsSync(file) ? findNotes(readFileSync(file, 'utf8'), version) : undefined;
  if (notes === undefined)
    throw new Error(
      `CHANGELOG.md has no section ${version}. \`npm run release:version\` writes it from the ` +
        'changesets.',
    );
  return notes;
}

let options: Options | undefined;
try {
  options = readOptions();
} catch (error) {
  note(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 2;
}
if (options) {
  const chosen = options;
  await runMain(() => packRelease(chosen));
}

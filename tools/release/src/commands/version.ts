/**
 * `npm run release:version -- [--date YYYY-MM-DD] [--since REVISION] [--to 1.0.0] [--snapshot]`:
 * turns the changesets into a version, in every file that has one: package.json, CHANGELOG.md,
 * released.json and history.json of the manifest, and the generated deno.json and VERSION.
 *
 * Nothing is written if a changeset cannot be read by the changelog, a `review:` mark is open, or
 * the manifest has a new beta or a moved stage that no changeset names. A run that is killed while
 * it writes is finished by the next one. --since is the last release, by default its tag.
 * --snapshot makes a prerelease of this commit.
 *
 * Exit 0: done, or there is no changeset · 1: an error, nothing written · 2: wrong arguments, or a
 * file cannot be written.
 */
import { parseArgs } from 'node:util';
import {
  commitFiles,
  FileWriteError,
  finishTransaction,
} from '@beta-headers/sync/write/file-transaction.ts';
import { runOrThrow } from '../../../toolchain/lib/command.ts';
import { runMain } from '../../../toolchain/lib/main.ts';
import { note } from '../../../toolchain/lib/note.ts';
import { root as repository } from '../../../toolchain/lib/root.ts';
import { readPackages } from '../../../toolchain/lib/workspace.ts';
import { planVersion } from '../plan-version.ts';
import { chooseReleaseDate } from '../release-date.ts';

const COMMAND = 'release:version';
const USAGE =
  'usage: npm run release:version -- [--date YYYY-MM-DD] [--since REVISION] [--to 1.0.0] ' +
  '[--snapshot]';

interface Options {
  readonly root: string;
  readonly date?: string | undefined;
  readonly since?: string | undefined;
  readonly to?: string | undefined;
  readonly snapshot: boolean;
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        root: { type: 'string', default: repository },
        date: { type: 'string' },
        since: { type: 'string' },
        to: { type: 'string' },
        snapshot: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    note(`${(error as Error).message}\n${USAGE}`);
    return undefined;
  }
}

async function releaseVersion(options: Options): Promise<number> {
  const { root, snapshot, since, to } = options;
  const finished = finishTransaction(root);
  if (finished) {
    note(`finished the interrupted \`${finished.command}\`: ${finished.written.join(', ')}`);
    if (finished.command === COMMAND) {
      console.log(readPackages(root)[0]?.json.version);
      return 0;
    }
  }
  const plan = await planVersion(root, {
    date: await chooseReleaseDate(options.date),
    since,
    to,
    ...(snapshot && { snapshotOf: (await runOrThrow('git', ['rev-parse', 'HEAD'])).trim() }),
  });
  if (!plan) {
    note('There is no changeset, so there is nothing to version. `npm run changeset` writes one.');
    return 0;
  }
  commitFiles(root, COMMAND, plan.changes);
  console.log(plan.version);
  return 0;
}

const options = readOptions();
if (!options) process.exitCode = 2;
else
  await runMain(async () => {
    try {
      return await releaseVersion(options);
    } catch (error) {
      if (!(error instanceof FileWriteError)) throw error;
      note(error.message);
      return 2;
    }
  });

/**
 * `manifest:compare`: tests that version 2 of the manifest contains everything of version 1. It is
 * about this one migration and may be deleted after the release that ships version 2.
 *
 *   node packages/manifest/scripts/compare.ts [--from REVISION] [--folder DIR] [--added]
 *
 * Also prints the claims that changed although their evidence did not. With --added, it prints what
 * is new in feature files, because an altered copy of a fact does not count as lost. Neither fails
 * the comparison; review them by hand.
 *
 * Reads only the authored YAML and shares no code with the loader, so that both do not have the
 * same bugs. Exit 0: nothing is lost · 1: something is · 2: wrong arguments or unreadable.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseAccepted } from './compare/accepted.ts';
import { compareManifests } from './compare/compare.ts';
import { readFilesAt, readFilesIn } from './compare/files.ts';
import { formatComparison } from './compare/report.ts';

/** The last revision with version 1. */
const LAST_OF_VERSION_1 = '399cd22';

try {
  const { values } = parseArgs({
    options: {
      added: { type: 'boolean', default: false },
      from: { type: 'string', default: LAST_OF_VERSION_1 },
      folder: { type: 'string', default: fileURLToPath(new URL('..', import.meta.url)) },
    },
  });
  const accepted = readFileSync(new URL('compare/accepted.yaml', import.meta.url), 'utf8');
  const comparison = compareManifests(
    readFilesAt(values.from, values.folder),
    readFilesIn(values.folder),
    parseAccepted(accepted),
  );
  console.log(formatComparison(comparison, values.added));
  process.exitCode = comparison.lost.length + comparison.stale.length === 0 ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

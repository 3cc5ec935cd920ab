/**
 * `manifest:report`: reports the completeness of the manifest.
 *
 *   npm run manifest:report -- [--manifest DIR] [--since REVISION | data.json] [--json]
 *
 * --since compares with the coverage of an earlier manifest.
 * Exit 0: reported · 1: the manifest has problems · 2: wrong arguments.
 */
import { existsSync, readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

enableCompileCache();
const { loadManifest, ManifestError, manifestFolder } = await import('../src/index.ts');
const { compareCoverage, formatReport, formatSince, report, readSdkSurface } = await import(
  '../src/report/index.ts'
);
const { readCatalogAt } = await import('./git.ts');

try {
  const { values } = parseArgs({
    options: {
      manifest: { type: 'string' },
      since: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const path = join(manifestFolder, 'sdk.json');
  const sdk = existsSync(path)
    ? readSdkSurface(JSON.parse(readFileSync(path, 'utf8')), path)
    : undefined;
  const catalog = loadManifest(values.manifest === undefined ? {} : { overlay: values.manifest });
  const metrics = report(catalog, sdk);
  const { since } = values;
  const compared = since === undefined ? undefined : compareCoverage(readCatalogAt(since), catalog);
  if (values.json) {
    const more = compared && { since: { revision: since, ...compared } };
    console.log(JSON.stringify({ ...metrics, ...more }, undefined, 2));
  } else {
    console.log(formatReport(metrics));
    if (since !== undefined && compared) console.log(`\n${formatSince(since, compared)}`);
  }
} catch (error) {
  console.error((error as Error).message);
  if (!(error instanceof ManifestError))
    console.error(
      'usage: npm run manifest:report -- [--manifest DIR] [--since REVISION | data.json] [--json]',
    );
  process.exitCode = error instanceof ManifestError ? 1 : 2;
}

/**
 * `manifest:report`: coverage of the manifest at a glance.
 *
 *   node packages/manifest/scripts/report.ts [--manifest DIR] [--json]
 *
 * Exit 0: reported · 1: the manifest has problems · 2: wrong arguments.
 */
import { existsSync, readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

enableCompileCache();
const { loadManifest, ManifestError, manifestFolder } = await import('../src/index.ts');
const { formatReport, report, readSdkSurface } = await import('../src/report/index.ts');

try {
  const { values } = parseArgs({
    options: { manifest: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const path = join(manifestFolder, 'sdk.json');
  const sdk = existsSync(path)
    ? readSdkSurface(JSON.parse(readFileSync(path, 'utf8')), path)
    : undefined;
  const figures = report(
    loadManifest(values.manifest === undefined ? {} : { overlay: values.manifest }),
    sdk,
  );
  console.log(values.json ? JSON.stringify(figures, undefined, 2) : formatReport(figures));
} catch (error) {
  console.error((error as Error).message);
  if (!(error instanceof ManifestError))
    console.error('usage: npm run manifest:report -- [--manifest DIR] [--json]');
  process.exitCode = error instanceof ManifestError ? 1 : 2;
}

/**
 * `manifest:diff`: reports changes in meaning since a revision, and the bump that they imply.
 *
 *   npm run manifest:diff -- [REVISION | data.json] [--to REVISION | data.json] [--json]
 *
 * Compares with the current authored files, or with --to.
 * Exit 0: compared · 1: the manifest has problems · 2: wrong arguments.
 */
import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';

enableCompileCache();
const { loadManifest, ManifestError } = await import('../src/index.ts');
const { diffCatalogs, formatChanges, impliedBump } = await import('../src/diff/index.ts');
const { readCatalogAt } = await import('./git.ts');

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { to: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (positionals.length > 1)
    throw new Error(`give one revision, not ${positionals.length}: ${positionals.join(' ')}`);
  const changes = diffCatalogs(
    readCatalogAt(positionals[0] ?? 'HEAD'),
    values.to === undefined ? loadManifest() : readCatalogAt(values.to),
  );
  console.log(
    values.json
      ? JSON.stringify({ bump: impliedBump(changes) ?? null, changes }, undefined, 2)
      : formatChanges(changes),
  );
} catch (error) {
  console.error((error as Error).message);
  if (!(error instanceof ManifestError))
    console.error(
      'usage: npm run manifest:diff -- [REVISION | data.json] [--to REVISION | data.json] [--json]',
    );
  process.exitCode = error instanceof ManifestError ? 1 : 2;
}

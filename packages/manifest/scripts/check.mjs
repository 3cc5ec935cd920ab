/**
 * `manifest:check`: reports every problem of the manifest; exit 1 when there is one.
 *
 *   npm run manifest:check [-- --manifest DIR] [--folder DIR] [--for-release] [--today YYYY-MM-DD]
 *
 * It is JavaScript so that the compile cache applies to the first import, which halves the time of
 * a run.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

enableCompileCache(fileURLToPath(new URL('../../../.cache/node', import.meta.url)));
const { formatProblems, isCalendarDate, tryLoadManifest } = await import('../src/index.ts');

try {
  const { values } = parseArgs({
    options: {
      manifest: { type: 'string' },
      folder: { type: 'string' },
      today: { type: 'string' },
      'for-release': { type: 'boolean', default: false },
    },
  });
  if (values.today !== undefined && !isCalendarDate(values.today))
    throw new Error(`--today ${values.today}: not a day of the calendar. Write it as 2026-12-31.`);
  const { catalog, problems } = tryLoadManifest({
    ...(values.folder && { folder: values.folder }),
    ...(values.manifest && { overlay: values.manifest }),
    ...(values.today && { today: values.today }),
    forRelease: values['for-release'],
  });
  if (catalog)
    console.log(`${catalog.features.length} features, ${catalog.betas.length} betas: no problem`);
  else console.error(formatProblems(problems));
  process.exitCode = catalog ? 0 : 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

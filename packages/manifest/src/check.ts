/** `node src/check.ts [--manifest DIR]`: says every problem of the manifest; exit 1 when there is one. */
import { parseArgs } from 'node:util';
import { formatProblems, tryLoadManifest } from './index.ts';

const { values } = parseArgs({ options: { manifest: { type: 'string' }, folder: { type: 'string' } } });
const { catalog, problems } = tryLoadManifest({
  ...(values.folder && { folder: values.folder }),
  ...(values.manifest && { overlay: values.manifest }),
});
if (catalog) console.log(`${catalog.features.length} features, ${catalog.betas.length} betas: no problem`);
else console.error(formatProblems(problems));
process.exitCode = catalog ? 0 : 1;

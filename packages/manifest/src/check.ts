/** `node src/check.ts [--manifest DIR] [--folder DIR] [--for-release]`: says every problem of the manifest; exit 1 when there is one. */
import module from 'node:module';
import { parseArgs } from 'node:util';

// Half the time of a run would go into compiling the same sources again. Node 20 has no such cache.
module.enableCompileCache?.();
const { formatProblems, tryLoadManifest } = await import('./index.ts');

try {
  const { values } = parseArgs({ options: { manifest: { type: 'string' }, folder: { type: 'string' }, 'for-release': { type: 'boolean', default: false } } });
  const { catalog, problems } = tryLoadManifest({
    ...(values.folder && { folder: values.folder }),
    ...(values.manifest && { overlay: values.manifest }),
    forRelease: values['for-release'],
  });
  if (catalog) console.log(`${catalog.features.length} features, ${catalog.betas.length} betas: no problem`);
  else console.error(formatProblems(problems));
  process.exitCode = catalog ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

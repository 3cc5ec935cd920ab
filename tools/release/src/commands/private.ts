/**
 * `npm run release:private -- [--out DIR]`: builds the packages with the overlay that is generated,
 * and packs them under the scope of its overlay.yaml. Publishes nothing.
 *
 * Exit 0: packed · 1: there is no overlay, or it names no scope · 2: wrong arguments.
 */
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readOverlayNames, recallOverlay } from '@beta-headers/codegen/overlay';
import { type OverlaySettings, readOverlaySettings } from '@beta-headers/manifest';
import { runMain } from '../../../toolchain/lib/main.ts';
import { note } from '../../../toolchain/lib/note.ts';
import { root } from '../../../toolchain/lib/root.ts';
import { buildPackages } from '../build.ts';
import { packPrivately } from '../private-pack.ts';

const USAGE = 'usage: npm run release:private -- [--out DIR]';

function readOut(): string | undefined {
  try {
    const options = { out: { type: 'string', default: '.cache/private' } } as const;
    return resolve(parseArgs({ options }).values.out);
  } catch (error) {
    note(`${(error as Error).message}\n${USAGE}`);
    return undefined;
  }
}

async function packOverlay(out: string): Promise<number> {
  const settings = readSettings();
  await buildPackages();
  const tarballs = await packPrivately(out, settings);
  for (const { name, version, file } of tarballs)
    console.log(`${name} ${version}  ${relative(process.cwd(), file)}`);
  return 0;
}

/**
 * Reads the settings of the generated overlay.
 * @throws if no overlay is generated, or if its settings name no scope
 */
function readSettings(): OverlaySettings {
  const folder = recallOverlay(root);
  if (folder === undefined || readOverlayNames(root).betas.length === 0)
    throw new Error(
      'No overlay is in the packages. Run `npm run generate -- --manifest DIR` first.',
    );
  const settings = readOverlaySettings(folder);
  if (settings) return settings;
  const shown = relative(process.cwd(), folder) || '.';
  throw new Error(
    `${shown} has no overlay.yaml, and its betas may not be packed under public names.\n` +
      `Write ${shown}/overlay.yaml with your scope and the version of your packages:\n\n` +
      'scope: "@acme"\nversion: 1.0.0',
  );
}

const out = readOut();
if (out === undefined) process.exitCode = 2;
else await runMain(() => packOverlay(out));

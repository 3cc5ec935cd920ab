/**
 * `generate`: brings every generated file to what the manifest says.
 *
 *   npm run generate -- [--check] [--manifest DIR] [--keep-overlay] [--out DIR] [--json]
 *
 * --manifest lays a folder of your own features over the manifest, and remembers it:
 * --keep-overlay, which `npm start` gives, lays the same folder over it again.
 * --out writes somewhere else than into this repository, and remembers nothing.
 * Exit 0: done, or with --check nothing is stale · 1: problems in the manifest, files that cannot
 * be written, or with --check stale files · 2: wrong arguments.
 * ts-morph and the manifest's loader are imported only when something may have to be written.
 */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Generated, generate } from './generate.ts';
import { type OverlayNames, recallOverlay } from './overlay.ts';
import { type Changes, WriteError } from './writer.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const USAGE =
  'usage: npm run generate -- [--check] [--manifest DIR] [--keep-overlay] [--out DIR] [--json]';

interface Options {
  readonly check: boolean;
  readonly json: boolean;
  readonly 'keep-overlay': boolean;
  readonly manifest?: string | undefined;
  readonly out?: string | undefined;
}

function printResult(result: Generated, options: Options): number {
  const { written, pruned, unchanged } = result;
  const stale = options.check && written.length + pruned.length > 0;
  if (options.json) console.log(JSON.stringify(result));
  else if (stale) console.error(formatStale(result, options));
  else if (options.check) console.log(`${unchanged} generated files are what the manifest says`);
  else console.log(formatDone(result));
  return stale ? 1 : 0;
}

function formatDone({ overlay, removed, ...result }: Generated): string {
  const { features, betas, written, unchanged, pruned } = result;
  const lines = [
    `${features} features, ${betas} betas: ${written.length} written, ${unchanged} unchanged, ${pruned.length} pruned`,
  ];
  if (overlay)
    lines.push(
      `${formatFolder(overlay.folder)} is laid over the manifest, with ${formatNames(overlay)}.`,
      'npm start keeps it. `npm run generate` without --manifest goes back to the published manifest.',
    );
  if (removed.features.length + removed.betas.length > 0) {
    const folder = removed.folder === undefined ? '' : ` of ${formatFolder(removed.folder)}`;
    lines.push(`Removed, with all builds: ${formatNames(removed)}${folder}.`);
  }
  return lines.join('\n');
}

function formatNames({ features, betas }: OverlayNames): string {
  const names = [...features, ...betas];
  const more = names.length > 8 ? `, … and ${names.length - 8} more` : '';
  return `${names.slice(0, 8).join(', ')}${more}`;
}

function formatStale({ written, pruned }: Changes, { manifest, out }: Options): string {
  const given = Object.entries({ manifest, out }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${value}`],
  );
  const command = ['npm run generate', ...(given.length > 0 ? ['--', ...given] : [])].join(' ');
  const last = manifest === undefined && out === undefined ? recallOverlay(root) : undefined;
  return [
    ...written.map((path) => `stale:  ${path}`),
    ...pruned.map((path) => `stray:  ${path} (nothing emits it)`),
    `${written.length + pruned.length} generated files are not what the manifest says. Run \`${command}\` and commit what it writes.`,
    ...(last === undefined
      ? []
      : [
          `The last generate laid ${formatFolder(last)} over the manifest; \`npm run check -- --manifest ${formatFolder(last)}\` compares with that.`,
        ]),
  ].join('\n');
}

/**
 * A problem in the manifest, or a folder that cannot be read or written, is for the user to fix.
 */
function formatFailure(error: unknown, options: Options): unknown {
  const { name, message } = error as Error;
  const forUser =
    name === 'ManifestError' || message.startsWith('--manifest') || error instanceof WriteError;
  if (!forUser) return error;
  const kept = options['keep-overlay'] && !options.manifest ? recallOverlay(root) : undefined;
  if (kept === undefined || error instanceof WriteError) return message;
  return `${message}\n\n${formatFolder(kept)} is the overlay of the last \`npm run generate -- --manifest\`. Fix it or put it back,\nor run \`npm run generate\` to go back to the published manifest.`;
}

const formatFolder = (folder: string): string => relative(process.cwd(), folder) || '.';

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        'keep-overlay': { type: 'boolean', default: false },
        manifest: { type: 'string' },
        out: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return undefined;
  }
}

const options = readOptions();
if (!options) process.exitCode = 2;
else {
  const { check, manifest, out } = options;
  try {
    const keepOverlay = options['keep-overlay'];
    process.exitCode = printResult(
      await generate({ root, check, manifest, out, keepOverlay }),
      options,
    );
  } catch (error) {
    console.error(formatFailure(error, options));
    process.exitCode = 1;
  }
}

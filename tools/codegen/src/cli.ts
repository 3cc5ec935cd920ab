/**
 * `generate`: updates every generated file from the manifest.
 *
 *   npm run generate -- [--check] [--manifest DIR] [--keep-overlay] [--out DIR] [--json]
 *
 * --manifest adds a folder of your own features (an overlay) and remembers it. --keep-overlay,
 * which `npm start` sets, adds the remembered folder again. --out writes to another folder than
 * this repository, and remembers nothing. Exit 0: done, or with --check nothing is stale · 1:
 * problems in the manifest, files that cannot be written, or with --check stale files · 2: wrong
 * arguments. ts-morph and the loader of the manifest are imported only if there may be something to
 * write.
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
  else if (options.check) console.log(`${unchanged} generated files are up to date`);
  else console.log(formatDone(result));
  return stale ? 1 : 0;
}

function formatDone({ overlay, removed, ...result }: Generated): string {
  const { features, betas, written, unchanged, pruned } = result;
  const lines = [
    `${features} features, ${betas} betas: ${written.length} written, ${unchanged} unchanged, ` +
      `${pruned.length} pruned`,
  ];
  if (overlay)
    lines.push(
      `${formatFolder(overlay.folder)} is added to the manifest, with ${formatNames(overlay)}.`,
      'npm start keeps it. `npm run generate` without --manifest goes back to the published ' +
        'manifest.',
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
    `${written.length + pruned.length} generated files are out of date. Run \`${command}\` and ` +
      'commit what it writes.',
    ...(last === undefined
      ? []
      : [
          `The last generate used the overlay ${formatFolder(last)}; \`npm run check -- ` +
            `--manifest ${formatFolder(last)}\` compares with that.`,
        ]),
  ].join('\n');
}

/** Formats an error that the user can fix as its message, and returns any other error unchanged. */
function formatFailure(error: unknown, options: Options): unknown {
  const { name, message } = error as Error;
  const forUser =
    name === 'ManifestError' || message.startsWith('--manifest') || error instanceof WriteError;
  if (!forUser) return error;
  const kept = options['keep-overlay'] && !options.manifest ? recallOverlay(root) : undefined;
  if (kept === undefined || error instanceof WriteError) return message;
  return [
    `${message}\n`,
    `${formatFolder(kept)} is the overlay of the last \`npm run generate -- --manifest\`. Fix or`,
    'restore it, or run `npm run generate` to go back to the published manifest.',
  ].join('\n');
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

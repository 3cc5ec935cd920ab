/**
 * `generate`: brings every generated file to what the manifest says.
 *
 *   npm run generate -- [--check] [--manifest DIR] [--out DIR] [--json]
 *
 * --manifest lays a folder of your own features over the manifest; --out writes somewhere else than into this repository.
 * Exit 0: done, or with --check nothing is stale · 1: problems in the manifest, or with --check stale files · 2: wrong arguments.
 * ts-morph and the manifest's loader are imported only when something may have to be written.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isUpToDate, remember } from './stamp.ts';
import type { Changes } from './writer.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Options {
  readonly check: boolean;
  readonly json: boolean;
  readonly manifest?: string | undefined;
  readonly out?: string | undefined;
}

interface Result extends Changes {
  readonly features: number;
  readonly betas: number;
}

async function generate({ check, manifest, out }: Options): Promise<Result> {
  const plain = !check && manifest === undefined && out === undefined;
  const known = plain ? isUpToDate(root) : undefined;
  if (known)
    return {
      written: [],
      pruned: [],
      unchanged: known.files.length,
      features: known.features,
      betas: known.betas,
    };

  const { loadManifest } = await import('@beta-headers/manifest');
  // Validated first: with a problem in the manifest nothing is emitted, and ts-morph is not even loaded.
  const catalog = loadManifest({
    relativeTo: process.cwd(),
    ...(manifest !== undefined && { overlay: manifest }),
  });
  const { emitAll, OWNED } = await import('./emit.ts');
  const { compareFiles, writeFiles } = await import('./writer.ts');
  const { version } = readJson<{ version: string }>('packages/constants/package.json');
  const { devDependencies } = readJson<{ devDependencies: Record<string, string> }>(
    'tools/codegen/package.json',
  );
  const files = emitAll(catalog, {
    version,
    sdkVersion: devDependencies['@anthropic-ai/sdk'] as string,
  });
  const target = out === undefined ? root : resolve(out);
  const changes = check ? compareFiles(target, files, OWNED) : writeFiles(target, files, OWNED);
  const counts = { features: catalog.features.length, betas: catalog.betas.length };
  if (plain)
    remember(root, { files: files.map((file) => file.path), folders: OWNED.folders, ...counts });
  return { ...changes, ...counts };
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
}

function report(result: Result, options: Options): number {
  const { written, pruned, unchanged, features, betas } = result;
  const stale = options.check && written.length + pruned.length > 0;
  if (options.json) console.log(JSON.stringify(result));
  else if (stale) console.error(staleText(result, options));
  else if (options.check) console.log(`${unchanged} generated files are what the manifest says`);
  else
    console.log(
      `${features} features, ${betas} betas: ${written.length} written, ${unchanged} unchanged, ${pruned.length} pruned`,
    );
  return stale ? 1 : 0;
}

function staleText({ written, pruned }: Changes, { manifest, out }: Options): string {
  const given = Object.entries({ manifest, out }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${value}`],
  );
  const command = ['npm run generate', ...(given.length > 0 ? ['--', ...given] : [])].join(' ');
  return [
    ...written.map((path) => `stale:  ${path}`),
    ...pruned.map((path) => `stray:  ${path} (nothing emits it)`),
    `${written.length + pruned.length} generated files are not what the manifest says. Run \`${command}\` and commit what it writes.`,
  ].join('\n');
}

function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        manifest: { type: 'string' },
        out: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    console.error(
      `${(error as Error).message}\nusage: npm run generate -- [--check] [--manifest DIR] [--out DIR] [--json]`,
    );
    return undefined;
  }
}

const options = readOptions();
if (!options) process.exitCode = 2;
else {
  try {
    process.exitCode = report(await generate(options), options);
  } catch (error) {
    // A problem in the manifest, or a folder that is not there, is the user's to mend: its message is enough.
    console.error(
      (error as Error).name === 'ManifestError' || (error as Error).message.startsWith('--manifest')
        ? (error as Error).message
        : error,
    );
    process.exitCode = 1;
  }
}

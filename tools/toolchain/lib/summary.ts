import { relative } from 'node:path';
import { root } from './root.ts';
import type { Package } from './workspace.ts';

/** The output of `codegen --json`. */
export interface Generated {
  readonly features: number;
  readonly betas: number;
  readonly written: readonly string[];
  readonly pruned: readonly string[];
  readonly unchanged: number;
  /** The overlay folder and the names that it adds. */
  readonly overlay?: Names & { readonly folder: string };
  /** Names from an earlier overlay that are no longer generated. */
  readonly removed: Names;
}

interface Names {
  readonly features: readonly string[];
  readonly betas: readonly string[];
}

/** The outcome of the builds. */
export interface Built {
  readonly packages: readonly (Package & { readonly built: boolean })[];
  readonly site: boolean;
  readonly tasks: number;
  readonly fromCache: number;
  readonly took: string;
}

/** Formats the last output of `npm start`: the results, their places and the next steps. */
export function formatSummary(generated: Generated, built: Built): string {
  const { features, betas, written, pruned, unchanged } = generated;
  const { tasks, fromCache, took } = built;
  const width = Math.max(...built.packages.map((one) => one.name.length));
  return [
    '',
    `beta-headers: ${betas} betas of ${features} features`,
    '',
    `  generated  ${written.length} written, ${unchanged} unchanged, ${pruned.length} pruned`,
    ...formatFirst(written, '             + '),
    ...formatFirst(pruned, '             - '),
    ...formatOverlay(generated),
    `  built      ${tasks} builds, ${fromCache} of them from the cache, in ${took}`,
    '',
    '  packages',
    ...built.packages.map((one) => `    ${one.name.padEnd(width)}  ${formatPlace(one)}`),
    ...(built.site
      ? ['', '  site', '    docs/dist (in English, and in Indonesian under id/)']
      : []),
    '',
    '  next',
    '    npm run docs    serves the site on http://127.0.0.1:4321',
    '    npm test        runs the tests on every runtime',
    '    npm run check   compares the generated files with the manifest',
    '    To change a beta, edit packages/manifest/features/*.yaml and run npm start again.',
    '',
  ].join('\n');
}

function formatPlace(one: Built['packages'][number]): string {
  const folder = relative(root, one.folder);
  if (one.built) return `${folder}/dist`;
  return one.jsr ? `${folder}/src  (published as source, on JSR)` : `${folder}/src`;
}

/** Formats the overlay that is in use, and the names that an earlier one left out. */
function formatOverlay({ overlay, removed }: Generated): string[] {
  const lines: string[] = [];
  if (overlay) {
    const names = [...overlay.features, ...overlay.betas].join(', ');
    lines.push(`  overlay    ${relative(process.cwd(), overlay.folder)}, with ${names}`);
    lines.push('             `npm run generate` returns to the published manifest');
  }
  const gone = [...removed.features, ...removed.betas];
  if (gone.length > 0)
    lines.push(`  removed    ${gone.join(', ')}, from an overlay that is no longer used`);
  return lines;
}

/** Formats the first files of a list; a full list would hide the rest of the summary. */
function formatFirst(paths: readonly string[], before: string): string[] {
  const shown = paths.slice(0, 6).map((path) => before + path);
  return paths.length > shown.length
    ? [...shown, `${before}… and ${paths.length - shown.length} more`]
    : shown;
}

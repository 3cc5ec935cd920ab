import { relative } from 'node:path';
import { root } from './root.ts';
import type { Package } from './workspace.ts';

/** What `codegen --json` prints. */
export interface Generated {
  readonly features: number;
  readonly betas: number;
  readonly written: readonly string[];
  readonly pruned: readonly string[];
  readonly unchanged: number;
  /** The folder that is laid over the manifest, and what it brought. */
  readonly overlay?: Names & { readonly folder: string };
  /** What an overlay brought before and is not generated any more. */
  readonly removed: Names;
}

interface Names {
  readonly features: readonly string[];
  readonly betas: readonly string[];
}

export interface Built {
  readonly packages: readonly (Package & { readonly built: boolean })[];
  readonly site: boolean;
  readonly tasks: number;
  readonly fromCache: number;
  readonly took: string;
}

/** What `npm start` says at its end: what there is, where it is, what to do next. */
export function summary(generated: Generated, built: Built): string {
  const { features, betas, written, pruned, unchanged } = generated;
  const width = Math.max(...built.packages.map((one) => one.name.length));
  return [
    '',
    `beta-headers: ${betas} betas of ${features} features`,
    '',
    `  generated  ${written.length} written, ${unchanged} unchanged, ${pruned.length} pruned`,
    ...someOf(written, '             + '),
    ...someOf(pruned, '             - '),
    ...overlayLines(generated),
    `  built      ${built.tasks} builds, ${built.fromCache} of them from the cache, in ${built.took}`,
    '',
    '  packages',
    ...built.packages.map((one) =>
      `    ${one.name.padEnd(width)}  ${relative(root, one.folder)}${one.built ? '/dist' : `/src  ${one.jsr ? '(published as source, on JSR)' : ''}`}`.trimEnd(),
    ),
    ...(built.site
      ? ['', '  site', '    docs/dist (in English, and in Indonesian under id/)']
      : []),
    '',
    '  next',
    '    npm run docs    shows the site on http://127.0.0.1:4321',
    '    npm test        runs the tests, on every runtime',
    '    npm run check   says whether the generated files are what the manifest says',
    '    To change a beta, edit packages/manifest/features/*.yaml and run npm start again.',
    '',
  ].join('\n');
}

/** The overlay that is in everything below, or that was in it before. */
function overlayLines({ overlay, removed }: Generated): string[] {
  const gone = [...removed.features, ...removed.betas];
  return [
    ...(overlay
      ? [
          `  overlay    ${relative(process.cwd(), overlay.folder)}, with ${[...overlay.features, ...overlay.betas].join(', ')}`,
          '             `npm run generate` goes back to the published manifest',
        ]
      : []),
    ...(gone.length > 0 ? [`  removed    ${gone.join(', ')}, of an overlay that is not used`] : []),
  ];
}

/** The first few of a list of files; a person wants to see what moved, not eighty lines of it. */
function someOf(paths: readonly string[], before: string): string[] {
  const shown = paths.slice(0, 6).map((path) => before + path);
  return paths.length > shown.length
    ? [...shown, `${before}… and ${paths.length - shown.length} more`]
    : shown;
}

/** The pictures that links show, drawn in a thread of their own while the pages are rendered. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';

/** A file's path in the build, and what is in it. */
export type Picture = readonly [path: string, png: Uint8Array];

export function linkPictures(): AstroIntegration {
  let drawn: Promise<Picture[]> | undefined;
  return {
    name: 'link-pictures',
    hooks: {
      'astro:build:start': () => {
        drawn = draw();
        // It is waited for at the end, and whatever went wrong is said there.
        drawn.catch(() => {});
      },
      'astro:build:done': async ({ dir }) => {
        for (const [path, png] of (await drawn) ?? []) {
          const file = join(fileURLToPath(dir), path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, png);
        }
      },
    },
  };
}

const draw = (): Promise<Picture[]> =>
  new Promise((resolve, reject) => {
    const pictures: Picture[] = [];
    new Worker(new URL('./pictures-worker.ts', import.meta.url))
      .on('message', (picture: Picture) => pictures.push(picture))
      .on('error', reject)
      .on('exit', () => resolve(pictures));
  });

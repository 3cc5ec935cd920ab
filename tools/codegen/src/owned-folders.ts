import type { Owned } from './writer.ts';

/** The folders in which files that are not emitted are removed. */
export const OWNED: Owned = {
  folders: [
    'packages/manifest/schema',
    'packages/constants/src/generated',
    'packages/core/src/generated',
    'packages/node/src/features',
    'packages/deno/src/features',
    'docs/src/generated',
  ],
};

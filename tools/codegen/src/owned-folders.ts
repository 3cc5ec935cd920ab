import type { Owned } from './writer.ts';

/** The folders in which nothing survives that is not emitted. */
export const OWNED: Owned = {
  folders: [
    'packages/manifest/schema',
    'packages/constants/src',
    'packages/core/src/generated',
    'packages/node/src/features',
    'packages/deno/src/features',
    'docs/src/generated',
  ],
};

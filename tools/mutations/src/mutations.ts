/**
 * The mutations: single edits that change the behaviour of a package. A unit test of the package
 * must fail for each of them.
 */
import { ADAPTERS } from './edits/adapters.ts';
import { CODEGEN } from './edits/codegen.ts';
import { ENGINE } from './edits/engine.ts';
import { GATE } from './edits/gate.ts';
import { LINTS } from './edits/lints.ts';
import { RECOVERY } from './edits/recovery.ts';
import type { Mutation } from './mutation.ts';

/** Every mutation, by area. */
export const MUTATIONS: readonly Mutation[] = [
  ...ENGINE,
  ...ADAPTERS,
  ...RECOVERY,
  ...CODEGEN,
  ...GATE,
  ...LINTS,
];

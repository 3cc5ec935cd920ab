import type { Suite } from '../lib/suite.ts';
import { deno } from './deno.ts';
import { drift } from './drift.ts';
import { knip } from './knip.ts';
import { lint } from './lint.ts';
import { packages } from './packages.ts';
import { portable } from './portable.ts';
import { release } from './release.ts';
import { replay } from './replay.ts';
import { simulate } from './simulate.ts';
import { site } from './site.ts';
import { build, typecheck } from './turbo.ts';
import { types } from './types.ts';
import { vitest } from './vitest.ts';

/** Every suite of `npm test`, the quick ones first. */
export const suites: readonly Suite[] = [
  lint,
  drift,
  knip,
  typecheck,
  build,
  vitest,
  deno,
  portable,
  packages,
  types,
  release,
  replay,
  simulate,
  site,
];

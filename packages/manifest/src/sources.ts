/** What the loader gives to the lints and to the catalog: the authored files, parsed. */
import type * as z from 'zod';
import type { FeatureSource, ModelList, PlatformList, Stage } from './schema.ts';
import type { Source } from './source.ts';

/** A feature file, and whether an overlay brought it. */
export interface FeatureFile extends Source<FeatureSource> {
  readonly overlay: boolean;
  /** Ids that the file defines and `data` leaves out, because their entries are broken. */
  readonly brokenIds: readonly string[];
}

/** Every file of a manifest; of a file that does not fit its schema, what is sound in it. */
export interface Sources {
  readonly features: readonly FeatureFile[];
  readonly platforms?: Source<z.output<typeof PlatformList>>;
  readonly models?: Source<z.output<typeof ModelList>>;
  /** The model ids that models.yaml names, also when it is broken elsewhere; absent when none can be read. */
  readonly modelIds?: ReadonlySet<string>;
  /** What was last released, for the lints that compare; absent before the first release. */
  readonly released?: Released;
  /** Whether what blocks a release is to be told as well. */
  readonly forRelease: boolean;
}

/** What the lints need to know of the last release. A released `data.json` is one. */
export interface Released {
  readonly betas: readonly {
    readonly id: string;
    readonly feature: string;
    readonly stage: Stage;
  }[];
}

/** The authored files, parsed, as the loader gives them to the lints and to the Catalog. */

import type { DeclaredSurface } from './declared-surface.ts';
import type {
  ErrorSource,
  FeatureSource,
  FixSource,
  KnownSource,
  ModelSource,
  NotBetaSource,
  PlatformSource,
  SdkSource,
  SourceEntry,
  Stage,
  TermSource,
} from './schema.ts';
import type { Path, Source } from './yaml-source.ts';

/** A file of the manifest, whole or in part. */
export interface ManifestFile {
  readonly file: string;
  /** Makes a problem that points at a place in the file. */
  readonly problem: Source<unknown>['problem'];
  /** A user's own folder has it, not the published manifest. */
  readonly overlay: boolean;
  /** The text of a file that does not fit its schema: what it names may be missing elsewhere. */
  readonly brokenText?: string;
}

/** A feature file; of one that does not fit its schema, what is sound in it. */
export interface FeatureFile extends ManifestFile {
  readonly data: FeatureSource;
  /** Ids that the file defines and `data` leaves out, because their entries are broken. */
  readonly brokenIds: readonly string[];
}

/** An entry of a list, and where it is in its file. */
export interface Entry<T> {
  readonly data: T;
  readonly path: Path;
}

/** A file that holds one list; of a broken one, the sound entries. */
export interface ListFile<T> extends ManifestFile {
  readonly entries: readonly Entry<T>[];
  /** The names of all entries, also of broken ones. */
  readonly names: readonly string[];
}

/** The lists beside the feature files. An overlay adds its own, so a kind may have several. */
export interface Lists {
  readonly platforms: readonly ListFile<PlatformSource>[];
  readonly models: readonly ListFile<ModelSource>[];
  readonly sources: readonly ListFile<SourceEntry>[];
  readonly fixes: readonly ListFile<FixSource>[];
  readonly notBetas: readonly ListFile<NotBetaSource>[];
  readonly errors: readonly ListFile<ErrorSource>[];
  readonly sdks: readonly ListFile<SdkSource>[];
  readonly surface: readonly ListFile<KnownSource>[];
  readonly terms: readonly ListFile<TermSource>[];
}

/** Every file of a manifest. */
export interface Sources {
  readonly features: readonly FeatureFile[];
  readonly lists: Lists;
  /** Names that lists define, also in broken entries; absent where none can be read. */
  readonly known: { readonly [list in keyof Lists]?: ReadonlySet<string> };
  /** What the SDK's declarations have; absent without surface.json. */
  readonly sdk?: DeclaredSurface;
  /** The last release, for the lints that compare; absent before the first. */
  readonly released?: Released;
  /** The wall clock's day, where the caller gives it. */
  readonly today?: string;
  /** True where problems that only block a release are reported too. */
  readonly forRelease: boolean;
}

/** The part of the last release that the lints read. A released `data.json` is one. */
export interface Released {
  readonly betas: readonly {
    readonly id: string;
    readonly feature: string;
    readonly stage: Stage;
  }[];
}

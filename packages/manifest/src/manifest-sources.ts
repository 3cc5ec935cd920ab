/** The parsed authored files, which the lints check and the Catalog is built from. */

import type { DeclaredSurface, SdkRelease } from './declared-surface.ts';
import type {
  ApiVersionSource,
  ClientSource,
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
} from './schema/index.ts';
import type { Path, Source } from './yaml-source.ts';

/** A file of the manifest, complete or partial. */
export interface ManifestFile {
  readonly file: string;
  /** Creates a problem at a place in the file. */
  readonly problem: Source<unknown>['problem'];
  /** True for a file of a user's overlay. */
  readonly overlay: boolean;
  /** The text of a file that does not match its schema. It may contain names that `data` lacks. */
  readonly brokenText?: string;
}

/** A feature file, or the valid part of one that does not match its schema. */
export interface FeatureFile extends ManifestFile {
  readonly data: FeatureSource;
  /** Ids of broken entries, which `data` omits. */
  readonly brokenIds: readonly string[];
}

/** An entry of a list, and its path in the file. */
export interface Entry<T> {
  readonly data: T;
  readonly path: Path;
}

/** A file with one list, or the valid entries of a broken one. */
export interface ListFile<T> extends ManifestFile {
  readonly entries: readonly Entry<T>[];
  /** The names of all entries, including broken ones. */
  readonly names: readonly string[];
}

/** The lists beside the feature files. An overlay may add a second file of a kind. */
export interface Lists {
  readonly platforms: readonly ListFile<PlatformSource>[];
  readonly models: readonly ListFile<ModelSource>[];
  readonly sources: readonly ListFile<SourceEntry>[];
  readonly fixes: readonly ListFile<FixSource>[];
  readonly notBetas: readonly ListFile<NotBetaSource>[];
  readonly errors: readonly ListFile<ErrorSource>[];
  readonly sdks: readonly ListFile<SdkSource>[];
  readonly clients: readonly ListFile<ClientSource>[];
  readonly apiVersions: readonly ListFile<ApiVersionSource>[];
  readonly surface: readonly ListFile<KnownSource>[];
  readonly terms: readonly ListFile<TermSource>[];
}

/** Every file of a manifest. */
export interface Sources {
  readonly features: readonly FeatureFile[];
  readonly lists: Lists;
  /** Names that lists define, including broken entries. Absent if none can be read. */
  readonly known: { readonly [list in keyof Lists]?: ReadonlySet<string> };
  /** The names in the SDK's declarations. Absent without surface.json. */
  readonly sdk?: DeclaredSurface;
  /** Newest first. Absent without sdk.json. */
  readonly sdkReleases?: readonly SdkRelease[];
  /** The last release, for lints that compare. Absent before the first release. */
  readonly released?: Released;
  /** Today, if the caller gives it. */
  readonly today?: string;
  /** True if problems that only block a release are reported as well. */
  readonly forRelease: boolean;
}

/** The part of the last release that the lints read. A released `data.json` contains it. */
export interface Released {
  readonly betas: readonly {
    readonly id: string;
    readonly feature: string;
    readonly stage: Stage;
  }[];
}

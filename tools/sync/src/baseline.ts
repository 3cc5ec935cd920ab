/**
 * The baseline of a comparison: the Catalog, the facts of the SDK release that the manifest is in
 * line with, and the entries that it ignores on purpose.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '@beta-headers/manifest';
import { parse } from 'yaml';
import type {
  DeprecatedModel,
  KnownSurface,
  Pinned,
  SdkFacts,
  SurfaceEntry,
} from './read/facts.ts';
import { SyncError } from './sync-error.ts';

/** sdk.json: facts of a release, without any of its text. */
export interface BaseFacts {
  readonly sdk: string;
  /**
   * The digest of the tarball; absent if a folder was read. A tarball with this digest need not be
   * read again.
   */
  readonly integrity?: string;
  readonly anthropicVersion: string | undefined;
  readonly union: readonly string[];
  /** Methods that send a beta by themselves. */
  readonly methods: readonly {
    readonly name: string;
    readonly endpoint: string;
    readonly defaults: readonly string[];
    readonly helper?: boolean;
  }[];
  /** Doc comments that name a beta; a different digest means that the words changed. */
  readonly mentions: readonly {
    readonly symbol: string;
    readonly betas: readonly string[];
    readonly digest: string;
  }[];
  /** The methods that send none. */
  readonly plain: readonly { readonly name: string; readonly endpoint: string }[];
  /** Betas that are literals outside of the resources, by file. */
  readonly pinned: readonly { readonly beta: string; readonly file: string }[];
  /** Words of the form of a beta that only texts and examples have. */
  readonly named: readonly string[];
  readonly models: readonly string[];
  readonly deprecatedModels: readonly DeprecatedModel[];
  /** The releases with their days, newest first, as the changelog has them. */
  readonly releases: readonly { readonly version: string; readonly date: string }[];
}

/** surface.json: the beta surface of the same release. */
export interface BaseSurface {
  readonly sdk: string;
  readonly known: KnownSurface;
  readonly surface: readonly Omit<SurfaceEntry, 'source'>[];
}

export interface Baseline {
  readonly catalog: Catalog;
  /** Absent before the first sync. */
  readonly base: BaseFacts | undefined;
  readonly surface: BaseSurface | undefined;
  readonly ignored: ReadonlySet<string>;
}

/** The names of the files in the manifest's folder. */
export const SDK_FILE = 'sdk.json';
export const SURFACE_FILE = 'surface.json';
export const IGNORE_FILE = 'surface-ignore.yaml';
export const SOURCES_FILE = 'sources.yaml';

/** Reads the files next to the features; the caller loads the Catalog. */
export function readBaseline(folder: string, catalog: Catalog): Baseline {
  const base = readJson<BaseFacts>(join(folder, SDK_FILE));
  const surface = readJson<BaseSurface>(join(folder, SURFACE_FILE));
  if (base && surface && base.sdk !== surface.sdk) {
    throw new SyncError(
      `${SDK_FILE} is of ${base.sdk} and ${SURFACE_FILE} of ${surface.sdk}. Run \`npm run ` +
        'sync -- --surface`, which writes both.',
    );
  }
  return { catalog, base, surface, ignored: readIgnored(join(folder, IGNORE_FILE)) };
}

function readIgnored(path: string): Set<string> {
  if (!existsSync(path)) return new Set();
  const { ignore } = parse(readFileSync(path, 'utf8'), { schema: 'core' }) as {
    ignore: { entry: string }[];
  };
  return new Set(ignore.map(({ entry }) => entry));
}

function readJson<T>(path: string): T | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    throw new SyncError(
      `${path} is not JSON (${(error as Error).message}). Run \`npm run sync -- ` +
        '--surface` to write it again.',
    );
  }
}

/** Selects the facts of a release that are kept in sdk.json. */
export function toBase(facts: SdkFacts, integrity?: string): BaseFacts {
  return {
    sdk: facts.sdk,
    ...(integrity !== undefined && { integrity }),
    anthropicVersion: facts.anthropicVersion,
    union: [...(facts.union ?? [])].sort(),
    methods: facts.methods
      .filter((method) => method.defaults.length > 0)
      .map(({ name, endpoint, defaults, helper }) => ({
        name,
        endpoint,
        defaults,
        ...(helper && { helper }),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    mentions: facts.mentions
      .map(({ symbol, betas, words }) => ({ symbol, betas, digest: hashWords(words) }))
      .sort((a, b) =>
        a.symbol < b.symbol || (a.symbol === b.symbol && a.digest < b.digest) ? -1 : 1,
      ),
    plain: facts.methods
      .filter((method) => method.defaults.length === 0)
      .map(({ name, endpoint }) => ({ name, endpoint }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    pinned: listPinned(facts.pinned),
    named: facts.named.map(({ beta }) => beta),
    models: facts.models,
    deprecatedModels: facts.deprecatedModels,
    releases: facts.changelog.flatMap(({ version, date }) =>
      date === undefined ? [] : [{ version, date }],
    ),
  };
}

/** Lists literals by file, each once: their lines change with every release. */
export function listPinned(pinned: readonly Pinned[]): { beta: string; file: string }[] {
  const all = pinned.map(({ beta, source }) => `${beta} ${source.replace(/:\d+$/, '')}`);
  return [...new Set(all)].sort().map((one) => {
    const [beta = '', file = ''] = one.split(' ');
    return { beta, file };
  });
}

/**
 * Chooses the digest to keep. A known release that is read from a folder, or packed again with the
 * same content, keeps the digest of the registry.
 */
export function chooseIntegrity(
  facts: SdkFacts,
  integrity: string | undefined,
  base: BaseFacts | undefined,
): string | undefined {
  if (base?.integrity === undefined || base.sdk !== facts.sdk) return integrity;
  return integrity === undefined ||
    JSON.stringify(toBase(facts, base.integrity)) === JSON.stringify(base)
    ? base.integrity
    : integrity;
}

/** Restores the facts of the known release, to check that the Catalog still has all of them. */
export function restoreFacts(base: BaseFacts, { surface, known }: BaseSurface): SdkFacts {
  const source = 'sdk.json';
  return {
    sdk: base.sdk,
    anthropicVersion: base.anthropicVersion,
    union: base.union,
    methods: base.methods.map((method) => ({ ...method, acceptsBetas: true, source })),
    mentions: [],
    pinned: base.pinned.map(({ beta, file }) => ({ beta, source: `${file}:1` })),
    named: [],
    models: base.models,
    deprecatedModels: base.deprecatedModels,
    surface: surface.map((entry) => ({ ...entry, source: SURFACE_FILE })),
    ga: [],
    known,
    changelog: [],
    unread: [],
    unreadAt: [],
  };
}

/** Selects the part of the beta surface that is kept in surface.json. */
export function toSurface(facts: SdkFacts): BaseSurface {
  return {
    sdk: facts.sdk,
    known: facts.known,
    surface: facts.surface.map(({ source: _source, ...entry }) => entry),
  };
}

/** Hashes words, to detect changes without keeping the words. */
export function hashWords(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 16);
}

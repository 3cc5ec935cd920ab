/** Compares two manifests, given as the texts of their files. */
import { parse } from 'yaml';
import { findStaleEntries } from './accepted.ts';
import { collectAddedItems } from './added.ts';
import type { Lists } from './claims.ts';
import { compareFeature } from './feature.ts';
import { findUnreadItems, formatId, type Item, KINDS } from './item.ts';
import {
  compareComments,
  compareIgnored,
  compareModelList,
  comparePlatforms,
  type IgnoreFile,
  type ModelFile,
  type PlatformFile,
} from './lists.ts';
import type { Fix, NewEvidence, NewFeature, Source } from './shapes.ts';

/** Files by their path from the folder of the package. */
export type Files = ReadonlyMap<string, string>;

/** The result of a comparison. */
export interface Comparison {
  readonly items: readonly Item[];
  /** Not in the new manifest, and not in accepted.yaml. */
  readonly lost: readonly Item[];
  /** Facts that are new or altered in feature files. */
  readonly added: readonly Item[];
  /** Entries of accepted.yaml that are not lost. */
  readonly stale: readonly string[];
  /** Counts by kind. */
  readonly rows: readonly (readonly [kind: string, old: number, found: number, listed: number])[];
}

/** Looks for every fact of the old files in the new ones. */
export function compareManifests(
  old: Files,
  now: Files,
  accepted: ReadonlyMap<string, string> = new Map(),
): Comparison {
  const items = compareFiles(old, now);
  const missing = items.filter((item) => !item.found);
  const isListed = (item: Item): boolean => accepted.has(formatId(item));
  const rows = KINDS.flatMap((kind) => {
    const ofKind = items.filter((item) => item.kind === kind);
    const found = ofKind.filter((item) => item.found).length;
    const listed = ofKind.filter((item) => !item.found && isListed(item)).length;
    return ofKind.length === 0 ? [] : [[kind, ofKind.length, found, listed] as const];
  });
  const lost = missing.filter((item) => !isListed(item));
  return {
    items,
    lost,
    added: collectAdded(old, now),
    stale: findStaleEntries(accepted, items),
    rows,
  };
}

function collectAdded(old: Files, now: Files): Item[] {
  const lists = readLists(now);
  return [...now].filter(isFeatureFile).flatMap(([file, text]) => {
    const before = old.get(file);
    return before === undefined ? [] : collectAddedItems(file, parse(before), parse(text), lists);
  });
}

function compareFiles(old: Files, now: Files): Item[] {
  const lists = readLists(now);
  const features = new Map(
    [...now].filter(isFeatureFile).map(([, text]) => {
      const feature = parse(text) as NewFeature;
      return [feature.feature, feature] as const;
    }),
  );
  return [...old].flatMap(([file, text]) => {
    const items = isFeatureFile([file, text])
      ? compareFeature(file, parse(text), features.get(parse(text).feature), lists)
      : compareList(file, text, now.get(file) ?? '', lists);
    return [
      ...items,
      ...findUnreadItems(file, parse(text), items),
      ...compareComments(file, text, now.get(file) ?? ''),
    ];
  });
}

const isFeatureFile = ([file]: readonly [string, string]): boolean => file.startsWith('features/');

function compareList(file: string, old: string, now: string, { sources }: Lists): Item[] {
  switch (file) {
    case 'platforms.yaml': {
      const none: PlatformFile<NewEvidence> = { platforms: [] };
      return comparePlatforms(file, parse(old), parse(now) ?? none, sources);
    }
    case 'models.yaml': {
      const none: ModelFile<NewEvidence> = { models: [] };
      return compareModelList(file, parse(old), parse(now) ?? none, sources);
    }
    case 'surface-ignore.yaml': {
      const none: IgnoreFile = { ignore: [] };
      return compareIgnored(file, parse(old), parse(now) ?? none);
    }
    default:
      return [];
  }
}

function readLists(now: Files): Lists {
  const sources = (parse(now.get('sources.yaml') ?? '')?.sources ?? []) as Source[];
  const fixes = (parse(now.get('fixes.yaml') ?? '')?.fixes ?? []) as Fix[];
  return {
    sources: new Map(sources.map((source) => [source.id, source])),
    fixes: new Map(fixes.map(({ code, text }) => [code, text])),
  };
}

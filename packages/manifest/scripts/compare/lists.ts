/** Compares the lists beside the features: platforms, models, ignored entries and comments. */
import { Lexer } from 'yaml';
import { compareEvidence, type Sources } from './evidence.ts';
import { compareValue, createItem, extendPlace, type Item, type Kind, type Place } from './item.ts';
import type { NewEvidence, OldEvidence, Text } from './shapes.ts';
import { compareNote, compareText, splitSentences } from './texts.ts';

interface Platform<E> {
  readonly id: string;
  readonly title: string;
  readonly summary: Text;
  readonly docs: string;
  readonly placement?: string;
  readonly placementNote?: Text;
  readonly wire?: string;
  readonly wireNote?: Text;
  readonly evidence: readonly E[];
}
/** platforms.yaml. */
export interface PlatformFile<E> {
  readonly platforms: readonly Platform<E>[];
}

interface Model<E> {
  readonly id: string;
  readonly title: string;
  readonly retires?: string;
  readonly retired?: string;
  readonly evidence: readonly E[];
}
/** models.yaml. */
export interface ModelFile<E> {
  readonly models: readonly Model<E>[];
}

/** surface-ignore.yaml. */
export interface IgnoreFile {
  readonly ignore: readonly { readonly entry: string; readonly reason: string }[];
}

/** Compares platforms.yaml. */
export function comparePlatforms(
  file: string,
  old: PlatformFile<OldEvidence>,
  now: PlatformFile<NewEvidence>,
  sources: Sources,
): Item[] {
  return compareById({ file, path: 'platforms' }, 'platform', old.platforms, now.platforms, (p) => [
    ...compareValue(extendPlace(p.place, 'title'), 'platform', p.old.title, p.now.title),
    ...compareText(extendPlace(p.place, 'summary'), p.old.summary, [p.now.summary]),
    ...compareValue(extendPlace(p.place, 'docs'), 'link', p.old.docs, p.now.docs),
    createItem(
      extendPlace(p.place, 'placement'),
      'platform',
      p.old.placement,
      p.old.placement === (p.now.wire === 'converse' ? 'body' : p.now.wire),
      { hint: `wire is ${p.now.wire}` },
    ),
    ...compareNote(extendPlace(p.place, 'placementNote'), p.old.placementNote, [p.now.wireNote]),
    ...compareEvidence(extendPlace(p.place, 'evidence'), p.old.evidence, p.now.evidence, sources),
  ]);
}

/** Compares models.yaml. */
export function compareModelList(
  file: string,
  old: ModelFile<OldEvidence>,
  now: ModelFile<NewEvidence>,
  sources: Sources,
): Item[] {
  return compareById({ file, path: 'models' }, 'model', old.models, now.models, (m) => [
    ...compareValue(extendPlace(m.place, 'title'), 'model', m.old.title, m.now.title),
    ...compareValue(extendPlace(m.place, 'retires'), 'date', m.old.retires, m.now.retires),
    ...compareValue(extendPlace(m.place, 'retired'), 'date', m.old.retired, m.now.retired),
    ...compareEvidence(extendPlace(m.place, 'evidence'), m.old.evidence, m.now.evidence, sources),
  ]);
}

function compareById<O extends { id: string }, N extends { id: string }>(
  place: Place,
  kind: Kind,
  old: readonly O[],
  now: readonly N[],
  createItems: (pair: { place: Place; old: O; now: N }) => Item[],
): Item[] {
  return old.flatMap((entry) => {
    const at = extendPlace(place, entry.id);
    const same = now.find(({ id }) => id === entry.id);
    if (same === undefined) return [createItem(at, kind, entry.id, false, { hint: 'not listed' })];
    const id = createItem(extendPlace(at, 'id'), kind, entry.id, true);
    return [id, ...createItems({ place: at, old: entry, now: same })];
  });
}

/** Compares surface-ignore.yaml. */
export function compareIgnored(file: string, old: IgnoreFile, now: IgnoreFile): Item[] {
  return old.ignore.flatMap(({ entry, reason }, i) => {
    const at = extendPlace({ file, path: 'ignore' }, i);
    const same = now.ignore.find((other) => other.entry === entry);
    return [
      createItem(extendPlace(at, 'entry'), 'ignored', entry, same !== undefined),
      ...compareValue(extendPlace(at, 'reason'), 'ignored', reason, same?.reason),
    ];
  });
}

/** Extracts the comments of a YAML file, without the line that names its schema for editors. */
export function extractComments(text: string): string {
  const tokens = [...new Lexer().lex(text)];
  // The lexer puts a marker before a scalar, so a scalar with a leading # is not a comment.
  const comments = tokens.filter((token, i) => token.startsWith('#') && tokens[i - 1] !== '\x1f');
  return comments
    .filter((comment) => !comment.includes('yaml-language-server'))
    .map((comment) => comment.replace(/^#\s*/, ''))
    .join('\n');
}

/** Creates an item for each sentence in the comments of a file. */
export function compareComments(file: string, old: string, now: string): Item[] {
  const kept = splitSentences(extractComments(now));
  return splitSentences(extractComments(old))
    .filter((sentence) => sentence !== '')
    .map((sentence, i) =>
      createItem({ file, path: `comment.${i}` }, 'comment', sentence, kept.includes(sentence), {
        hint: `comments there: ${kept.join(' ')}`,
      }),
    );
}

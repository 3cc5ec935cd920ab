/** The lists beside the features: platforms, models, what is ignored, and comments with facts. */
import { Lexer } from 'yaml';
import { evidenceItems, type Sources } from './evidence.ts';
import { below, type Item, itemAt, type Kind, type Place, sameValue } from './item.ts';
import type { NewEvidence, OldEvidence, Text } from './shapes.ts';
import { noteItems, sentencesOf, textItems } from './texts.ts';

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

/** Items of platforms.yaml. */
export function platformItems(
  file: string,
  old: PlatformFile<OldEvidence>,
  now: PlatformFile<NewEvidence>,
  sources: Sources,
): Item[] {
  return entriesOf({ file, path: 'platforms' }, 'platform', old.platforms, now.platforms, (p) => [
    ...sameValue(below(p.place, 'title'), 'platform', p.old.title, p.now.title),
    ...textItems(below(p.place, 'summary'), p.old.summary, [p.now.summary]),
    ...sameValue(below(p.place, 'docs'), 'link', p.old.docs, p.now.docs),
    itemAt(
      below(p.place, 'placement'),
      'platform',
      p.old.placement,
      p.old.placement === (p.now.wire === 'converse' ? 'body' : p.now.wire),
      { hint: `wire is ${p.now.wire}` },
    ),
    ...noteItems(below(p.place, 'placementNote'), p.old.placementNote, [p.now.wireNote]),
    ...evidenceItems(below(p.place, 'evidence'), p.old.evidence, p.now.evidence, sources),
  ]);
}

/** Items of models.yaml. */
export function modelListItems(
  file: string,
  old: ModelFile<OldEvidence>,
  now: ModelFile<NewEvidence>,
  sources: Sources,
): Item[] {
  return entriesOf({ file, path: 'models' }, 'model', old.models, now.models, (m) => [
    ...sameValue(below(m.place, 'title'), 'model', m.old.title, m.now.title),
    ...sameValue(below(m.place, 'retires'), 'date', m.old.retires, m.now.retires),
    ...sameValue(below(m.place, 'retired'), 'date', m.old.retired, m.now.retired),
    ...evidenceItems(below(m.place, 'evidence'), m.old.evidence, m.now.evidence, sources),
  ]);
}

function entriesOf<O extends { id: string }, N extends { id: string }>(
  place: Place,
  kind: Kind,
  old: readonly O[],
  now: readonly N[],
  itemsOf: (pair: { place: Place; old: O; now: N }) => Item[],
): Item[] {
  return old.flatMap((entry) => {
    const at = below(place, entry.id);
    const same = now.find(({ id }) => id === entry.id);
    if (same === undefined) return [itemAt(at, kind, entry.id, false, { hint: 'not listed' })];
    const id = itemAt(below(at, 'id'), kind, entry.id, true);
    return [id, ...itemsOf({ place: at, old: entry, now: same })];
  });
}

/** Items of surface-ignore.yaml. */
export function ignoreItems(file: string, old: IgnoreFile, now: IgnoreFile): Item[] {
  return old.ignore.flatMap(({ entry, reason }, i) => {
    const at = below({ file, path: 'ignore' }, i);
    const same = now.ignore.find((other) => other.entry === entry);
    return [
      itemAt(below(at, 'entry'), 'ignored', entry, same !== undefined),
      ...sameValue(below(at, 'reason'), 'ignored', reason, same?.reason),
    ];
  });
}

/** The comments of a YAML file, without the line that names its schema for editors. */
export function commentsOf(text: string): string {
  const tokens = [...new Lexer().lex(text)];
  // The lexer marks a scalar with a token of its own, so that one with a leading # is no comment.
  const comments = tokens.filter((token, i) => token.startsWith('#') && tokens[i - 1] !== '\x1f');
  return comments
    .filter((comment) => !comment.includes('yaml-language-server'))
    .map((comment) => comment.replace(/^#\s*/, ''))
    .join('\n');
}

/** An item for each sentence of the comments of a file. */
export function commentItems(file: string, old: string, now: string): Item[] {
  const kept = sentencesOf(commentsOf(now));
  return sentencesOf(commentsOf(old))
    .filter((sentence) => sentence !== '')
    .map((sentence, i) =>
      itemAt({ file, path: `comment.${i}` }, 'comment', sentence, kept.includes(sentence), {
        hint: `comments there: ${kept.join(' ')}`,
      }),
    );
}

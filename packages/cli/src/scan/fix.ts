/** Applies the safe edits of findings to a text. */
import MagicString from 'magic-string';
import { scanText } from './scan-text.ts';
import type { Edit, Finding, ScanTextOptions } from './types.ts';

/** A text after its fixes. */
export interface FixedText {
  readonly text: string;
  /** The number of edits. */
  readonly count: number;
}

/** The number of times that a text is scanned again; an edit may allow another. */
const MAX_PASSES = 20;

/** Fixes a text until no safe edit is left, so that a second call changes nothing. */
export function applyFixes(text: string, options: ScanTextOptions): FixedText {
  const { text: fixed, count } = runPasses(text, options, []);
  return { text: fixed, count };
}

/**
 * Drops the edits that are not made, because another edit makes them unsafe: if every value of a
 * list does nothing, the last one stays.
 */
export function dropUnmadeEdits(
  text: string,
  findings: readonly Finding[],
  options: ScanTextOptions,
): Finding[] {
  const starts = findings.flatMap(({ fix, start }) => (fix ? [start] : []));
  if (starts.length < 2) return [...findings];
  const { edited } = runPasses(text, options, starts);
  return findings.map((finding) => {
    if (!finding.fix || edited.has(finding.start)) return finding;
    const { fix: _, ...rest } = finding;
    return rest;
  });
}

/** A text after its passes, and those of the given offsets that an edit covers. */
interface Passes extends FixedText {
  readonly edited: ReadonlySet<number>;
}

function runPasses(text: string, options: ScanTextOptions, starts: readonly number[]): Passes {
  let current = text;
  let count = 0;
  let places = starts.map((start) => ({ start, at: start }));
  const edited = new Set<number>();
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const edits = scanText(current, options).flatMap(({ fix }) => fix ?? []);
    const applied = chooseEdits(edits);
    if (applied.length === 0) break;
    const next = new MagicString(current);
    for (const { start, end, text: content } of applied) next.update(start, end, content);
    current = next.toString();
    count += applied.length;
    places = places.flatMap(({ start, at }) => {
      const isEdited = applied.some((edit) => edit.start <= at && at < edit.end);
      if (isEdited) edited.add(start);
      return isEdited ? [] : [{ start, at: moveOffset(at, applied) }];
    });
  }
  return { text: current, count, edited };
}

/** Moves an offset by the edits before it. */
const moveOffset = (at: number, edits: readonly Edit[]): number =>
  edits.reduce(
    (sum, { start, end, text }) => (end <= at ? sum + text.length - (end - start) : sum),
    at,
  );

/** Edits that touch each other wait for the next pass. */
function chooseEdits(edits: readonly Edit[]): Edit[] {
  const chosen: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start > (chosen.at(-1)?.end ?? -1)) chosen.push(edit);
  }
  return chosen;
}

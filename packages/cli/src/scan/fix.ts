/** Applies the safe edits of findings to a text. */
import MagicString from 'magic-string';
import { scanText } from './scan-text.ts';
import type { Edit, ScanTextOptions } from './types.ts';

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
  let current = text;
  let count = 0;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const edits = scanText(current, options).flatMap(({ fix }) => fix ?? []);
    const applied = chooseEdits(edits);
    if (applied.length === 0) break;
    const edited = new MagicString(current);
    for (const { start, end, text: content } of applied) edited.update(start, end, content);
    current = edited.toString();
    count += applied.length;
  }
  return { text: current, count };
}

/** Edits that touch each other wait for the next pass. */
function chooseEdits(edits: readonly Edit[]): Edit[] {
  const chosen: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start > (chosen.at(-1)?.end ?? -1)) chosen.push(edit);
  }
  return chosen;
}

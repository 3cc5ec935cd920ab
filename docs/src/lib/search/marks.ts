/** Finds the words of a text that a search matched. */
import { splitIndexed } from './tokens.ts';

export interface MarkedPart {
  readonly text: string;
  readonly marked: boolean;
}

const WORD = /[\p{L}\p{N}_]+/gu;

/** Splits a text into parts that matched and parts that did not. */
export function splitMatches(text: string, matched: readonly string[]): MarkedPart[] {
  const wanted = new Set(matched);
  const parts: MarkedPart[] = [];
  let from = 0;
  for (const found of text.matchAll(WORD)) {
    if (!splitIndexed(found[0]).some((word) => wanted.has(word))) continue;
    parts.push({ text: text.slice(from, found.index), marked: false });
    parts.push({ text: found[0], marked: true });
    from = found.index + found[0].length;
  }
  parts.push({ text: text.slice(from), marked: false });
  return parts.filter((part) => part.text !== '');
}

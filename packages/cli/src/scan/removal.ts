/** Finds what is removed with a value: its comma, its element, or its whole header. */
import type { Use } from './classify.ts';
import { findCommaRange } from './content.ts';
import type { Range, Site } from './frame.ts';
import type { Candidate } from './types.ts';

/** Finds the range to remove with a value, so that the text around it stays valid. */
export function findRemoval(
  text: string,
  candidate: Candidate,
  { inner, content, elements, entry, frames }: Site,
  { role, isCertain }: Use,
): Range | undefined {
  if (/\n/.test(content) && role !== 'list') return undefined;
  const comma = findCommaRange(text, candidate, inner);
  if (comma) return comma;
  const isWhole = content.trim() === candidate.id;
  if (!isWhole) return undefined;
  if (elements && elements.ranges.length > 1)
    return isListOfBetas(text, elements, frames, isCertain) &&
      !hasFixedLength(text, elements, frames)
      ? removeElement(text, elements)
      : undefined;
  if (!entry || /\/\/|\/\*|#/.test(text.slice(entry.start, entry.end))) return undefined;
  // The range may begin at the comma before the entry.
  const own = text.slice(entry.start, entry.end).search(/[^\s,]/) + entry.start;
  return hasComment(text, { start: own, end: entry.end }) ? undefined : withComma(text, entry);
}

const COMMENT_AFTER = /^[^\S\n]*,?[^\S\n]*(?:\/\/|\/\*|#|--)/;
const COMMENT_BEFORE = /(?:^|\n)[^\S\n]*(?:\/\/|\*|\/\*|#|--)[^\n]*\n[^\S\n]*$/;

/** Tests if a comment belongs to a part of the text: it would seem to be about its neighbour. */
function hasComment(text: string, { start, end }: Range): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  return COMMENT_AFTER.test(text.slice(end, end + REACH)) || COMMENT_BEFORE.test(before);
}

/** The only entry of a bracket goes with the comma after it, which would be a mistake alone. */
function withComma(text: string, { start, end }: Range): Range {
  let before = start - 1;
  while (/\s/.test(text[before] ?? '')) before--;
  if (!'([{'.includes(text[before] ?? ' ')) return { start, end };
  let after = end;
  while (/\s/.test(text[after] ?? '')) after++;
  return { start, end: text[after] === ',' ? after + 1 : end };
}

/** An id in quotes, with a conversion such as `.to_string()`, or as a symbol. */
const ID_ELEMENT = /^:?["'`]?[\w-]+-20\d\d-?\d\d-?\d\d[\w-]*["'`]?(?:\.\w+\(\))?$/;
const SPREAD_ELEMENT = /^(?:\.\.\.|\*)/;
const NAME_ELEMENT = /^[\w.$&]*[A-Za-z_][\w.$]*$/;

/**
 * A pair such as `['anthropic-beta', '…']`, or a tuple, needs all of its elements. Names may be
 * anything, so they are betas only in the place of betas.
 */
function isListOfBetas(
  text: string,
  { ranges, at }: NonNullable<Site['elements']>,
  frames: Site['frames'],
  isCertain: boolean,
): boolean {
  const others = ranges.filter((_, i) => i !== at).map(({ start, end }) => text.slice(start, end));
  const isBeta = (code: string): boolean =>
    ID_ELEMENT.test(code) || SPREAD_ELEMENT.test(code) || (isCertain && NAME_ELEMENT.test(code));
  // The arrays of PHP are lists, and have keys.
  const isPair = frames[1]?.kind === 'list' && frames[1].names.length === 0;
  return !isPair && others.every(isBeta);
}

/** The characters around a list that are read. */
const REACH = 200;
/** `[a, b] = [` takes a list apart, and `[&str; 2] = [` declares its length. */
const FIXED_BEFORE = /\[[^[\]=]{0,100}[,;][^[\]=]{0,100}\]\s*=\s*&?\s*\[\s*$/;
/** `] as [string, string]` */
const FIXED_AFTER = /^\s*,?\s*\]\s*(?:as|satisfies)\s+(?:readonly\s+)?\[/;

/**
 * Tests if a list has to keep its length. Of two elements in parentheses, the last one would be no
 * tuple in Python and Rust without a comma.
 */
function hasFixedLength(
  text: string,
  { ranges }: NonNullable<Site['elements']>,
  frames: Site['frames'],
): boolean {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (frames[0]?.kind !== 'list' || !first || !last) return false;
  const before = text.slice(Math.max(0, first.start - REACH), first.start);
  const after = text.slice(last.end, last.end + REACH);
  const isPair = ranges.length === 2 && /\(\s*$/.test(before) && !/^\s*,/.test(after);
  return isPair || FIXED_BEFORE.test(before) || FIXED_AFTER.test(after);
}

/** Removes an element with the comma beside it, if only white space is between. */
function removeElement(
  text: string,
  { ranges, at }: NonNullable<Site['elements']>,
): Range | undefined {
  const own = ranges[at];
  const next = ranges[at + 1];
  const before = ranges[at - 1];
  if (!own) return undefined;
  if (hasComment(text, own)) return undefined;
  const range = next
    ? { start: own.start, end: next.start, gap: text.slice(own.end, next.start) }
    : before && { start: before.end, end: own.end, gap: text.slice(before.end, own.start) };
  return range && /^\s*,\s*$/.test(range.gap) ? { start: range.start, end: range.end } : undefined;
}

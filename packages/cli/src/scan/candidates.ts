/** Finds texts in the form of a beta's id, and constants of SDKs that name one. */
import { splitBetaId } from '@beta-headers/grammar';
import { findMisspelt, findUndashed, normalizeConstant, type ScanData } from './data.ts';
import type { Candidate } from './types.ts';

/** Files without a match have no finding, and are neither decoded nor parsed. */
export const PREFILTER: RegExp =
  /[-_0-9a-z]20\d\d[-_]\d\d[-_]\d\d|-20\d{6}(?!\d)|anthropic[-_]?beta|beta-headers-ignore/i;

const DATE = /-20\d\d-?\d\d-?\d\d/g;
const CONSTANT = /\b[A-Za-z]\w*20\d\d_\d\d_\d\d\b/g;
const WORD = /[\w-]/;
/** Characters before an id that make it a part of a path, an address or a longer name. */
const PATH_BEFORE = /[/\\.@~%+*]/;
/** Characters after an id that do the same. */
const PATH_AFTER = /[/@~%+*]/;
/** Letters after a backslash that stand for a control character. */
const ESCAPES = /[nrt]/;

/** The length up to which a word can be an id. */
const LONGEST = 100;

/** Finds every text in the form of an id that is not part of a path or of a longer name. */
export function findCandidates(text: string): Candidate[] {
  const found: Candidate[] = [];
  let covered = 0;
  for (const { index } of text.matchAll(DATE)) {
    if (index < covered) continue;
    let start = index;
    let end = index;
    while (start > 0 && WORD.test(text[start - 1] as string)) start--;
    while (end < text.length && WORD.test(text[end] as string)) end++;
    covered = end;
    if (end - start > LONGEST) continue;
    if (text[start - 1] === '\\' && ESCAPES.test(text[start] as string)) start++;
    else if (PATH_BEFORE.test(text[start - 1] ?? '')) continue;
    if (isPathAfter(text, end)) continue;
    const id = text.slice(start, end);
    if (splitBetaId(id.toLowerCase())) found.push({ id, start, end });
  }
  return found;
}

function isPathAfter(text: string, end: number): boolean {
  const next = text[end] ?? '';
  if (next === '.' || next === '\\') {
    const after = text[end + 1] ?? '';
    return /\w/.test(after) && !(next === '\\' && ESCAPES.test(after));
  }
  return PATH_AFTER.test(next) && text[end + 1] !== '/';
}

/** Tests if a candidate may be a beta at all; ids of models are not. */
export function isPossible({ id }: Candidate, data: ScanData): boolean {
  const name = id.toLowerCase();
  if (data.betas.has(name) || data.notBetas.has(name)) return true;
  if (name.startsWith('claude-')) return false;
  return /-20\d\d-\d\d-\d\d/.test(name) || findUndashed(name, data) !== undefined;
}

/** Tests if the manifest knows a value, or a value that it is a misspelling of. */
export function isRecognized({ id }: Candidate, data: ScanData): boolean {
  const name = id.toLowerCase();
  return data.betas.has(name) || data.notBetas.has(name) || findMisspelt(name, data) !== undefined;
}

/** Finds constants of SDKs, `AnthropicBetaPDFs2024_09_25`; `id` is the value that they name. */
export function findConstants(text: string, data: ScanData): Candidate[] {
  const found: Candidate[] = [];
  for (const { 0: name, index } of text.matchAll(CONSTANT)) {
    const prefixed = /^AnthropicBeta(?=[A-Z])/.exec(name)?.[0].length;
    const isQualified = /\bAnthropicBeta(?:\.|::)$/.test(
      text.slice(Math.max(0, index - 40), index),
    );
    if (prefixed === undefined && !isQualified) continue;
    const id = data.constants.get(normalizeConstant(name.slice(prefixed ?? 0)));
    if (id !== undefined) found.push({ id, start: index, end: index + name.length });
  }
  return found;
}

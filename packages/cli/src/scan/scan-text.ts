/** Scans one text for betas. Pure: no clock, no file, no network. */
import {
  findCandidates,
  findConstants,
  isPossible,
  isRecognized,
  PREFILTER,
} from './candidates.ts';
import { classify, type Use } from './classify.ts';
import { findCommaRange } from './content.ts';
import { getData, type ScanData } from './data.ts';
import type { Range, Site } from './frame.ts';
import { applyIgnores } from './ignores.ts';
import { judge, type Verdict } from './judge.ts';
import { findLanguage } from './languages/index.ts';
import type { Language } from './languages/language.ts';
import { isSurelyFlat } from './nesting.ts';
import type { Candidate, Edit, Finding, ScanTextOptions } from './types.ts';

/**
 * Finds the betas in a text, in order, with the verdict about each. The path decides the language;
 * a text in an unknown language has no findings.
 */
export function scanText(text: string, options: ScanTextOptions): Finding[] {
  return scanWith(text, options, getData());
}

/** Tests if a text should be tried by the parser in another process before it is scanned. */
export function needsTrial(text: string, path: string): boolean {
  const language = findLanguage(path.replaceAll('\\', '/'));
  return language?.hasParser === true && PREFILTER.test(text) && !isSurelyFlat(text);
}

/** Scans with other data than this release's manifest. */
export function scanWith(text: string, options: ScanTextOptions, data: ScanData): Finding[] {
  const path = options.path.replaceAll('\\', '/');
  const language = findLanguage(path);
  if (!language || !PREFILTER.test(text)) return [];
  // A byte order mark is no part of any language; a space keeps the offsets.
  const source = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  const candidates = chooseCandidates(source, data);
  const constants = findConstants(source, data);
  const hasBeta = /beta/i.test(source);
  const isWorth =
    constants.length > 0 ||
    candidates.some((candidate) => hasBeta || isRecognized(candidate, data));
  const findings = isWorth
    ? findIn(source, { path, language, candidates, constants, options, data })
    : [];
  return applyIgnores(source, findings, { isProse: language.name === 'markdown' });
}

/** In a text with very many ids, only those that the manifest knows matter. */
const MANY = 1_000;

function chooseCandidates(text: string, data: ScanData): Candidate[] {
  const all = findCandidates(text).filter((one) => isPossible(one, data));
  return all.length > MANY ? all.filter((one) => isRecognized(one, data)) : all;
}

interface Work {
  readonly path: string;
  readonly language: Language;
  readonly candidates: readonly Candidate[];
  readonly constants: readonly Candidate[];
  readonly options: ScanTextOptions;
  readonly data: ScanData;
}

function findIn(text: string, work: Work): Finding[] {
  const { language, path, candidates, constants } = work;
  const all = [...candidates, ...constants].sort((a, b) => a.start - b.start);
  const find = language.open(text, path, all, work.options.isParsable);
  const lines = createLineCounter(text);
  const settings = { ...work.options, namesModel: (model: string) => text.includes(model) };
  return all.flatMap((candidate) => {
    const site = find(candidate.start);
    const isConstant = constants.includes(candidate);
    const facts = { path, isCode: language.isCode, isConstant, count: all.length };
    const use = site && classify(candidate, site, facts);
    if (!site || !use || (isConstant && isDeclared(text, candidate))) return [];
    const verdict = judge(candidate.id, settings, work.data);
    if (!isReported(candidate, use, verdict, isConstant)) return [];
    return [describe(text, { candidate, site, use, verdict, isConstant }, lines(candidate.start))];
  });
}

/** A constant that is declared here holds a literal, which is reported itself. */
const isDeclared = (text: string, { end }: Candidate): boolean =>
  /^\s*(?:AnthropicBeta\s*)?(?::[^=\n]*)?=(?!=)/.test(text.slice(end, end + 80));

/** Names of which only the place says that they mean betas. */
const GENERIC = /^(?:admin|thinking|skills?|tools?|files?|memory|effort|compact|pdfs?|efs)-/;

/** Unknown and misspelt values are reported only in the place of a beta. */
function isReported(
  { id }: Candidate,
  { isCertain, place }: Use,
  { kind }: Verdict,
  isConstant: boolean,
): boolean {
  if (isConstant || isCertain) return true;
  if (kind === 'unknown') return false;
  const isSure = kind !== 'misspelt' && kind !== 'invented';
  return isSure || place !== 'value' || !GENERIC.test(id);
}

interface Found {
  readonly candidate: Candidate;
  readonly site: Site;
  readonly use: Use;
  readonly verdict: Verdict;
  readonly isConstant: boolean;
}

const PLACES: Readonly<Record<Exclude<Use['place'], 'sent' | 'value'>, string>> = {
  key: 'a key',
  table: 'a table of names',
  type: 'a type',
  comparison: 'a comparison',
  comment: 'a comment',
  prose: 'prose',
  changelog: 'a changelog',
  output: 'an output',
  test: 'a test',
  'ignore-comment': 'a comment',
};

function describe(
  text: string,
  found: Found,
  { line, column }: { readonly line: number; readonly column: number },
): Finding {
  const { candidate, use, verdict } = found;
  const { start, end, id } = candidate;
  const { place } = use;
  const isSent = place === 'sent' || place === 'value';
  const fix = isSent && verdict.level !== 'info' ? findFix(text, found) : undefined;
  const message = isSent ? verdict.message : `${verdict.message} (in ${PLACES[place]})`;
  return {
    kind: verdict.kind,
    level: isSent ? verdict.level : 'info',
    beta: id,
    line,
    column,
    endColumn: column + end - start,
    start,
    end,
    place,
    message,
    ...(verdict.instead !== undefined && { instead: verdict.instead }),
    ...(verdict.docs !== undefined && { docs: verdict.docs }),
    ...(fix !== undefined && { fix }),
  };
}

/** Finds the safe edit: the right spelling, or the removal of a value that does nothing. */
function findFix(
  text: string,
  { candidate, site, use, verdict, isConstant }: Found,
): Edit | undefined {
  const { start, end } = candidate;
  if (isConstant) return undefined;
  if (verdict.spelling !== undefined) return { start, end, text: verdict.spelling };
  if (verdict.isRemovable !== true) return undefined;
  const range = findRemoval(text, candidate, site, use);
  return range && { ...range, text: '' };
}

function findRemoval(
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
  return withComma(text, entry);
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
  return frames[1]?.kind !== 'list' && others.every(isBeta);
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
  const range = next
    ? { start: own.start, end: next.start, gap: text.slice(own.end, next.start) }
    : before && { start: before.end, end: own.end, gap: text.slice(before.end, own.start) };
  return range && /^\s*,\s*$/.test(range.gap) ? { start: range.start, end: range.end } : undefined;
}

/** Returns the line and column of offsets that grow. */
function createLineCounter(text: string): (at: number) => { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  return (at) => {
    for (;;) {
      const next = text.indexOf('\n', lineStart);
      if (next < 0 || next >= at) break;
      line++;
      lineStart = next + 1;
    }
    return { line, column: at - lineStart + 1 };
  };
}

/** Scans one text for betas. Pure: no clock, no file, no network. */
import {
  findCandidates,
  findConstants,
  isPossible,
  isRecognized,
  PREFILTER,
} from './candidates.ts';
import { classify, type Use } from './classify.ts';
import { getData, type ScanData } from './data.ts';
import type { Site } from './frame.ts';
import { applyIgnores } from './ignores.ts';
import { judge, type Verdict } from './judge.ts';
import { findLanguage } from './languages/index.ts';
import type { Language } from './languages/language.ts';
import { isSurelyFlat } from './nesting.ts';
import { findRemoval } from './removal.ts';
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
  const language = findLanguage(path.replaceAll('\\', '/'), text);
  return language?.hasParser === true && PREFILTER.test(text) && !isSurelyFlat(text);
}

/** Scans with other data than this release's manifest. */
export function scanWith(text: string, options: ScanTextOptions, data: ScanData): Finding[] {
  const path = options.path.replaceAll('\\', '/');
  const language = findLanguage(path, text);
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
  const isGenerated = GENERATED.test(text.slice(0, HEAD));
  return all.flatMap((candidate) => {
    const site = find(candidate.start);
    const isConstant = constants.includes(candidate);
    const facts = { path, isCode: language.isCode, isConstant, count: all.length };
    const use = site && classify(candidate, site, facts);
    if (!site || !use || (isConstant && isDeclared(text, candidate))) return [];
    const verdict = judge(candidate.id, settings, work.data);
    if (!isReported(candidate, use, verdict, isConstant)) return [];
    const found = { candidate, site, use, verdict, isConstant, isGenerated };
    return [describe(text, found, lines(candidate.start))];
  });
}

/** The start of a text in which a generator says that it wrote the text. */
const HEAD = 2_000;
const GENERATED =
  /@generated\b|\bgenerated\b[^\n]{0,200}\bdo not (?:edit|modify)\b|\bdo not (?:edit|modify)\b[^\n]{0,200}\bgenerated\b/i;

/** A constant that is declared here holds a literal, which is reported itself. */
const isDeclared = (text: string, { end }: Candidate): boolean =>
  /^\s*(?:AnthropicBeta\s*)?(?::[^=\n]*)?=(?!=)/.test(text.slice(end, end + 80));

/** Names of which only the place says that they mean betas. */
const GENERIC = /^(?:admin|thinking|skills?|tools?|files?|memory|effort|compact|pdfs?|efs)-/;

const DASHED = /-20\d\d-\d\d-\d\d/;

/** Unknown and misspelt values are reported only in the place of a beta. */
function isReported(
  { id }: Candidate,
  { isCertain, place }: Use,
  { kind }: Verdict,
  isConstant: boolean,
): boolean {
  if (isConstant || isCertain) return true;
  if (kind === 'unknown') return false;
  // Types of tools have dates without hyphens.
  if (kind === 'misspelt' && !DASHED.test(id)) return false;
  const isSure = kind !== 'misspelt' && kind !== 'invented';
  return isSure || place !== 'value' || !GENERIC.test(id);
}

interface Found {
  readonly candidate: Candidate;
  readonly site: Site;
  readonly use: Use;
  readonly verdict: Verdict;
  readonly isConstant: boolean;
  readonly isGenerated: boolean;
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

const SOURCE = ' The file is generated, so change what it is made from.';

function describe(
  text: string,
  found: Found,
  { line, column }: { readonly line: number; readonly column: number },
): Finding {
  const { candidate, use, verdict, isGenerated } = found;
  const { start, end, id } = candidate;
  const { place } = use;
  const isSent = place === 'sent' || place === 'value';
  const fix = isSent && verdict.level !== 'info' ? findFix(text, found) : undefined;
  const message = isSent
    ? `${verdict.message}${isGenerated && verdict.level !== 'info' ? SOURCE : ''}`
    : `${verdict.message} (in ${PLACES[place]})`;
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
  { candidate, site, use, verdict, isConstant, isGenerated }: Found,
): Edit | undefined {
  const { start, end } = candidate;
  // The next run of the generator would undo the edit.
  if (isConstant || isGenerated) return undefined;
  if (verdict.spelling !== undefined) return { start, end, text: verdict.spelling };
  if (verdict.isRemovable !== true) return undefined;
  const range = findRemoval(text, candidate, site, use);
  return range && { ...range, text: '' };
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

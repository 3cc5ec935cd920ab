/**
 * Removes what a terminal, a mail or a diff adds to the lines of a text: colours, prompts, marks of
 * quotations and of changes, and the code in tracebacks. The places of a reading are moved back to
 * the text as it was.
 */
import { locate, type Piece, PieceBuilder, type Source } from './text.ts';
import type { Place, Reading } from './types.ts';

const [ESCAPE, BELL] = ['\x1b', '\x07'];
/** The colours and links of a terminal. */
const COLOUR = new RegExp(
  `${ESCAPE}(?:\\[[\\d;:?]{0,40}[A-Za-z]|` +
    `\\][^${BELL}${ESCAPE}\\n]{0,2000}(?:${BELL}|${ESCAPE}\\\\))`,
  'g',
);
/** The prompts of Python and of IPython. */
const PYTHON = /^(?:(?:>>>|\.\.\.)(?: |$)|In \[\d{1,6}\]: ?| {3,8}\.{3}: ?)/;
const PYTHON_START = /^(?:>>> |In \[\d{1,6}\]: )/;
/** The prompts for one more line, of Bash, Zsh, PowerShell and cmd. */
const FURTHER = /^(?:>> ?|(?:d?quote|heredoc|cmdsubst|pipe|bquote)?> ?|More\? )/;
/** The end of a line of a command that is not complete. */
const GOES_ON = /[\\^`][ \t]*$|<<-?[ \t]*['"]?\w{1,60}['"]?$| ["']\{?$/;
const HUNK = /^@@ -\d{1,9}(?:,\d{1,9})? \+\d{1,9}(?:,\d{1,9})? @@/;
const FENCE = /^[ \t]{0,3}(?:```|~~~)/;
const DIFF_FENCE = /^[ \t]{0,3}```diff\b/;
const QUOTED = /^[ \t]{0,3}>(?: |$)/;
/** The name of a container, which Docker Compose writes before each line. */
const CONTAINER = /^([\w.-]{1,60}) *\| ?/;
/** The line of a traceback above the code of a frame. */
const FRAME = /^([ \t]*)File ".{1,400}", line \d{1,9}, in /;
const BOX = /^[ \t]*[╭┌][─ ]{1,200}Traceback/;
const FILE_NAME = /(?<! ) {2,80}[\w./-]{1,80}\.py:\d{1,6}[ \t]{0,20}$/;
/** The number of a line, as editors and `cat -n` write it. */
const NUMBER = /^ {0,8}(\d{1,6})(?:\t| ?[|:│→] ?| |$)/;
const MAX_QUOTATIONS = 4;

/** A line, or the part of it that is kept, with its offset. */
interface Line {
  readonly text: string;
  readonly from: number;
}

/** Cuts the match of a pattern off the front of a line. */
function cutMark({ text, from }: Line, mark: RegExp): Line {
  const length = mark.exec(text)?.[0].length ?? 0;
  return { text: text.slice(length), from: from + length };
}

/** Reads a text without its decorations; `undefined` if it has none, or if that text is nothing. */
export function readPlain(source: Source, read: (text: string) => Reading): Reading | undefined {
  const plain = removeColours(source);
  const bare = cutLines(plain);
  if (bare.text === source.text) return undefined;
  const reading = read(bare.text);
  if (reading.kind === 'none') return undefined;
  const find = (at: number): number => locate(plain, locate(bare, at));
  const move = ({ start, end }: Place): Place => {
    const from = find(start);
    return source.place({ start: from, end: end > start ? find(end - 1) + 1 : from });
  };
  return movePlaces(reading, move) as Reading;
}

function removeColours({ text }: Source): Piece {
  const builder = new PieceBuilder();
  let end = 0;
  for (const { 0: all, index } of text.matchAll(COLOUR)) {
    builder.add(text.slice(end, index), end);
    end = index + all.length;
  }
  builder.add(text.slice(end), end);
  return builder.take();
}

function cutLines({ text }: Piece): Piece {
  let lines: Line[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    lines.push({ text: line, from });
    from += line.length + 1;
  }
  for (const step of [
    cutNumbers,
    cutContainers,
    cutQuotations,
    cutDiffs,
    cutFurther,
    cutPython,
    cutFrames,
    cutBoxes,
    cutFileNames,
  ])
    lines = step(lines);
  const builder = new PieceBuilder();
  for (const [i, line] of lines.entries())
    builder.add(i < lines.length - 1 ? `${line.text}\n` : line.text, line.from);
  return builder.take();
}

/** Cuts the numbers of lines off, if each line has the next one. */
function cutNumbers(lines: Line[]): Line[] {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const numbers = filled.map(({ text }) => Number(NUMBER.exec(text)?.[1] ?? Number.NaN));
  const isNumbered = numbers.length > 1 && numbers.every((number, i) => number - i === numbers[0]);
  return isNumbered ? lines.map((line) => cutMark(line, NUMBER)) : lines;
}

/** Cuts the name of the same container off all lines. */
function cutContainers(lines: Line[]): Line[] {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const names = new Set(filled.map(({ text }) => CONTAINER.exec(text)?.[1]));
  return filled.length > 1 && names.size === 1 && !names.has(undefined)
    ? lines.map((line) => cutMark(line, CONTAINER))
    : lines;
}

/** Cuts the marks of quotations that have a code block, or that are the whole text. */
function cutQuotations(lines: Line[], depth = 0): Line[] {
  const isWhole = lines.every(({ text }) => QUOTED.test(text) || text.trim() === '');
  const result: Line[] = [];
  let isCut = false;
  for (let i = 0; i < lines.length; ) {
    let end = i;
    while (end < lines.length && QUOTED.test((lines[end] as Line).text)) end += 1;
    const run = lines.slice(i, Math.max(end, i + 1));
    const inner = end > i ? run.map((line) => cutMark(line, QUOTED)) : run;
    const isQuotation = end > i && (isWhole || inner.some(hasFence));
    result.push(...(isQuotation ? inner : run));
    isCut ||= isQuotation;
    i += run.length;
  }
  return isCut && depth < MAX_QUOTATIONS ? cutQuotations(result, depth + 1) : result;
}

const hasFence = (line: Line): boolean => FENCE.test(line.text.replace(/^(?:> ?){1,4}/, ''));

/** Keeps the lines that a diff leaves or adds. */
function cutDiffs(lines: Line[]): Line[] {
  let isDiff = false;
  let isFenced = false;
  return lines.flatMap((line) => {
    const { text } = line;
    if (DIFF_FENCE.test(text)) {
      isDiff = true;
      isFenced = true;
    } else if (FENCE.test(text)) isDiff = false;
    else if (HUNK.test(text)) isDiff = true;
    else if (isDiff && /^(?:---|\+\+\+) /.test(text)) return [];
    else if (isDiff && text.startsWith('-')) return [];
    else if (isDiff && /^[+ ]/.test(text)) return [cutMark(line, /^[+ ]/)];
    else if (!isFenced && text !== '') isDiff = false;
    return [line];
  });
}

/** Cuts the prompts off the lines after one of a command that is not complete. */
function cutFurther(lines: Line[]): Line[] {
  let isOpen = false;
  let isPrompt = false;
  return lines.map((line) => {
    isPrompt = (isOpen || isPrompt) && FURTHER.test(line.text);
    isOpen = !isPrompt && !/^\s*>/.test(line.text) && GOES_ON.test(line.text.trimEnd());
    return isPrompt ? cutMark(line, FURTHER) : line;
  });
}

const cutPython = (lines: Line[]): Line[] =>
  lines.some(({ text }) => PYTHON_START.test(text))
    ? lines.map((line) => cutMark(line, PYTHON))
    : lines;

/**
 * Leaves out the code that a traceback of Python shows. It is a part of a call, mostly without its
 * values.
 */
function cutFrames(lines: Line[]): Line[] {
  let depth = -1;
  return lines.filter(({ text }) => {
    const frame = FRAME.exec(text)?.[1];
    const isInside = depth >= 0 && frame === undefined && text.search(/\S|$/) > depth;
    if (!isInside) depth = frame?.length ?? -1;
    return !isInside;
  });
}

/** Leaves out the box in which Rich shows the code of a traceback. */
function cutBoxes(lines: Line[]): Line[] {
  let isBox = false;
  return lines.filter(({ text }) => {
    isBox ||= BOX.test(text);
    const isInside = isBox;
    if (/^[ \t]*[╰└]/.test(text)) isBox = false;
    return !isInside;
  });
}

/** Cuts off the name of the file that Rich writes at the end of a line. */
const cutFileNames = (lines: Line[]): Line[] =>
  lines.map(({ text, from }) => ({ text: text.replace(FILE_NAME, ''), from }));

const isPlace = (value: object): value is Place => 'column' in value && 'start' in value;

/** Moves all places of a reading, but looks for none in the request itself. */
function movePlaces(value: unknown, move: (place: Place) => Place): unknown {
  if (typeof value === 'function')
    return (pointer: string) => {
      const place = (value as (pointer: string) => Place | undefined)(pointer);
      return place && move(place);
    };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => movePlaces(item, move));
  if (isPlace(value)) return move(value);
  if ('url' in value && 'method' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, movePlaces(item, move)]),
  );
}

/** Extracts the text that people read from source files: comments, messages and Markdown. */
import { type Comment, parseSync, Visitor } from 'oxc-parser';
import { blank, blankCodeBlocks, extractAstroCode, keepOnly } from './source-files.ts';

/** A comment, a string with several words, or a whole Markdown file. */
export interface Prose {
  readonly kind: 'comment' | 'message' | 'markdown';
  readonly line: number;
  /** The text without comment markers, and with code and URLs blanked. */
  readonly text: string;
}

/** A function and its length. */
export interface FunctionLength {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

/** The parts of a file that the style rules apply to. */
export interface FileText {
  readonly path: string;
  readonly prose: readonly Prose[];
  /** The text without its prose. Offsets stay the same. */
  readonly code: string;
  /** Empty unless the file is TypeScript or JavaScript. */
  readonly lines: readonly string[];
  readonly functions: readonly FunctionLength[];
  /** The longest part of a literal on each line. */
  readonly literals: ReadonlyMap<number, number>;
}

/** Reads a file by its extension. Returns undefined for a format without prose. */
export function readText(path: string, text: string): FileText | undefined {
  if (/\.(ts|mts|mjs|js)$/.test(path)) return readCode(path, text);
  if (path.endsWith('.astro'))
    return { ...readCode(path, extractAstroCode(text)), lines: [], functions: [] };
  if (/\.mdx?$/.test(path)) {
    const prose = [{ kind: 'markdown' as const, line: 1, text: blankCode(blankCodeBlocks(text)) }];
    return { ...NO_LINES, path, prose, code: keepCode(text) };
  }
  if (path.endsWith('.json')) {
    const { prose, code } = readLineComments(text, '//');
    return { ...NO_LINES, path, prose, code: code.replaceAll(SENTENCE, keepCode) };
  }
  if (/(\.(sh|yml)$|^\.ci\/run$)/.test(path))
    return { ...NO_LINES, path, ...readLineComments(text, '#') };
  return undefined;
}

/** A JSON string with three words or more. */
const SENTENCE = /"[^"\s]+\s+[^"\s]+\s[^"\n]*"/g;

const NO_LINES = { lines: [], functions: [], literals: new Map<number, number>() };

function readCode(path: string, text: string): FileText {
  const { comments, program } = parseSync(path.replace(/\.astro$/, '.ts'), text);
  const findLine = createLineFinder(text);
  const ranges: Range[] = comments.map(({ start, end }) => [start, end]);
  const prose: Prose[] = joinComments(comments, text).map(({ start, value }) => ({
    kind: 'comment',
    line: findLine(start),
    text: blankCode(value),
  }));
  const functions: FunctionLength[] = [];
  const literals = new Map<number, number>();
  const addLiteral = (start: number, end: number, isText: boolean): void => {
    const line = findLine(start);
    // The source and not the value: an escaped line break is not a line of the file.
    const source = text.slice(start, end).replaceAll(/\\[nt]/g, '  ');
    // The range of a template element may include its delimiters.
    const message = source.replaceAll(/^[`}]|(`|\$\{)$/g, ' ');
    if (isText && /\S\s+\S+\s+\S/.test(message)) {
      prose.push({ kind: 'message', line, text: blankCode(message) });
      // Without the delimiters, which may be backticks.
      ranges.push([start + 1, end - 1]);
    }
    const parts = source.split('\n');
    for (const [index, part] of parts.entries())
      literals.set(line + index, Math.max(literals.get(line + index) ?? 0, part.length));
  };
  const addFunction = (node: FunctionNode): void => {
    const line = findLine(node.start);
    const name = node.id?.name ?? 'an anonymous function';
    functions.push({ name, line, lines: findLine(node.end) - line + 1 });
  };
  new Visitor({
    Literal: ({ start, end, value }) => addLiteral(start, end, typeof value === 'string'),
    TemplateElement: ({ start, end }) => addLiteral(start, end, true),
    FunctionDeclaration: addFunction,
    FunctionExpression: addFunction,
    ArrowFunctionExpression: addFunction,
  }).visit(program);
  const code = blankProse(text, ranges);
  return { path, prose, code, lines: text.split('\n'), functions, literals };
}

interface FunctionNode {
  readonly start: number;
  readonly end: number;
  readonly id?: { readonly name: string } | null;
}

/** Joins consecutive line comments, and removes the stars of block comments. */
function joinComments(
  comments: readonly Comment[],
  text: string,
): { start: number; value: string }[] {
  const joined: { start: number; end: number; value: string; isLine: boolean }[] = [];
  for (const { type, start, end, value } of comments) {
    const last = joined.at(-1);
    const isLine = type === 'Line';
    if (isLine && last?.isLine && /^\s*\n\s*$/.test(text.slice(last.end, start))) {
      last.value += `\n${value}`;
      last.end = end;
    } else joined.push({ start, end, value: value.replaceAll(/^\s*\*+ ?/gm, ''), isLine });
  }
  return joined;
}

/** Reads comments that fill whole lines, in files that are not parsed. */
function readLineComments(text: string, marker: string): Pick<FileText, 'prose' | 'code'> {
  const prose: Prose[] = [];
  const code: string[] = [];
  let isContinued = false;
  for (const [index, line] of text.split('\n').entries()) {
    const trimmed = line.trimStart();
    const isComment = trimmed.startsWith(marker) && !trimmed.startsWith('#!');
    code.push(isComment ? keepCode(line) : line);
    const last = isContinued ? prose.pop() : undefined;
    const value = blankCode(trimmed.slice(marker.length));
    if (isComment)
      prose.push({
        kind: 'comment',
        line: last?.line ?? index + 1,
        text: last ? `${last.text}\n${value}` : value,
      });
    else if (last) prose.push(last);
    isContinued = isComment;
  }
  return { prose, code: code.join('\n') };
}

/** The start and the end of a part of a text. */
type Range = readonly [start: number, end: number];

/** Blanks the ranges that are prose, except the code in them. */
function blankProse(text: string, ranges: readonly Range[]): string {
  let code = '';
  for (const [start, end] of ranges.toSorted(([a], [b]) => a - b))
    if (start >= code.length)
      code += text.slice(code.length, start) + keepCode(text.slice(start, end));
  return code + text.slice(code.length);
}

/** Blanks everything except code blocks and code in backticks. */
function keepCode(text: string): string {
  const found = text.matchAll(/```[\s\S]*?```|`[^`\n]*`/g);
  return keepOnly(
    text,
    [...found].map(({ 0: match, index }) => [index, match.length]),
  );
}

function blankCode(text: string): string {
  return text.replaceAll(/`[^`\n]*`|https?:\/\/\S+/g, blank);
}

/** Returns a function that finds the line of an offset by binary search. */
function createLineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

/** The style rules of CONTRIBUTING.md: words, old names, comments, long lines, long functions. */
import type { FileText, Prose } from './prose.ts';
import type { FindWords } from './word-list.ts';

/** A place that breaks a rule, and the correction. */
export interface StyleProblem {
  readonly line: number;
  readonly text: string;
  readonly fix: string;
}

const MAX_COLUMNS = 100;
const MAX_FUNCTION_LINES = 60;
/** A literal of this length may exceed the line: splitting it would make it harder to read. */
const LONG_LITERAL = 60;

/** A relative clause without a noun. The comment should name the thing or say what happens. */
const OPENING = /^\s*(What|Who|Where|How|Whether|Of|Those|Which|That which)\b/;

/** Checks one file against all rules. Returns the problems by line. */
export function checkStyle(
  file: FileText,
  findWords: FindWords,
  findNames: FindWords,
): StyleProblem[] {
  return [
    ...file.prose.flatMap((prose) => checkWords(prose, findWords)),
    ...checkNames(file, findNames),
    ...file.prose.flatMap(checkOpening),
    ...checkColumns(file),
    ...checkFunctions(file),
  ].sort((a, b) => a.line - b.line);
}

function checkWords({ kind, line, text }: Prose, findWords: FindWords): StyleProblem[] {
  return findWords(text)
    .filter(({ word }) => kind === 'comment' || word.section === 'everywhere')
    .map(({ word, index }) => ({
      line: line + text.slice(0, index).split('\n').length - 1,
      text: `"${word.word}"`,
      fix: word.instead,
    }));
}

/** Finds old names. A changeset may name what it replaces. */
function checkNames({ path, code }: FileText, findNames: FindWords): StyleProblem[] {
  if (path.startsWith('.changeset/')) return [];
  return findNames(code).map(({ word, index }) => ({
    line: code.slice(0, index).split('\n').length,
    text: `the old name "${word.word}"`,
    fix: word.instead,
  }));
}

function checkOpening({ kind, line, text }: Prose): StyleProblem[] {
  const opening = OPENING.exec(text)?.[1];
  if (kind !== 'comment' || opening === undefined) return [];
  const fix = 'name the thing or say what happens, or delete the comment';
  return [{ line, text: `a comment that begins with "${opening}"`, fix }];
}

function checkColumns({ lines, literals }: FileText): StyleProblem[] {
  return lines.flatMap((text, index) => {
    const isAllowed =
      text.length <= MAX_COLUMNS ||
      /https?:\/\//.test(text) ||
      (literals.get(index + 1) ?? 0) >= LONG_LITERAL;
    const fix = `at most ${MAX_COLUMNS}: wrap the line`;
    return isAllowed ? [] : [{ line: index + 1, text: `${text.length} columns`, fix }];
  });
}

function checkFunctions({ path, functions }: FileText): StyleProblem[] {
  if (/(^|\/)test\/|\.test\.ts$/.test(path)) return [];
  const fix = `at most ${MAX_FUNCTION_LINES}: split it`;
  return functions
    .filter(({ lines }) => lines > MAX_FUNCTION_LINES)
    .map(({ name, line, lines }) => ({ line, text: `${name} has ${lines} lines`, fix }));
}

/** JavaScript, TypeScript and JSX, by oxc's syntax tree; by tokens if the text does not parse. */
import { parseSync } from 'oxc-parser';
import type { FindSite, Range, Site } from '../frame.ts';
import { BLOCK, DOUBLE, type Lexicon, SINGLE, SLASHES, tokenize } from '../lexer.ts';
import { createTreeSites } from '../tree-sites.ts';
import type { Candidate } from '../types.ts';
import { type AstNode, collectLiterals, type Literal } from './javascript-ast.ts';
import { readLiteral } from './javascript-frames.ts';
import type { Language } from './language.ts';

/** The tokens, for texts with syntax errors and for templates of Vue, Svelte and HTML. */
const LEXICON: Lexicon = {
  lineComments: [SLASHES],
  blockComments: [BLOCK, [/<!--/y, '-->']],
  strings: [{ open: /`/y, close: '`', escape: 'backslash', isMultiline: true }, DOUBLE, SINGLE],
};

const openTokens: Language['open'] = (text, _path, candidates) =>
  createTreeSites(tokenize(text, LEXICON), candidates, text.length, { allowsEmpty: true });

export const javascript: Language = { name: 'javascript', isCode: true, open };

/** Templates with scripts inside, which no parser of scripts reads. */
export const templates: Language = { name: 'templates', isCode: true, open: openTokens };

const KINDS = { ts: 'ts', mts: 'ts', cts: 'ts', tsx: 'tsx', jsx: 'jsx' } as const;

/** The nesting, and the length of an expression, up to which the native parser has enough stack. */
const MAX_NESTING = 500;
const MAX_CHAIN = 6_000;

/** Tests if a text is nested so deeply that the parser could run out of stack. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let elements = 0;
  let chain = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) continue;
    chain++;
    const char = text[at] as string;
    if ('([{'.includes(char)) depth++;
    else if (')]}'.includes(char)) depth = Math.max(0, depth - 1);
    else if (char === '<') elements += text[at + 1] === '/' ? -1 : 1;
    else if (char === '/' && text[at + 1] === '>') elements--;
    else if (char === ';') elements = Math.max(0, elements - 1);
    if (',;{}'.includes(char)) chain = 0;
    if (depth > MAX_NESTING || elements > MAX_CHAIN / 2 || chain > MAX_CHAIN) return true;
  }
  return false;
}

/** Letters and digits of ASCII, and everything beyond it. */
const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 90 && (code <= 57 || code >= 65)) ||
  code > 127;

function open(text: string, path: string, candidates: readonly Candidate[]): FindSite {
  if (isTooDeep(text)) return openTokens(text, path, candidates);
  try {
    return openTree(text, path, candidates) ?? openTokens(text, path, candidates);
  } catch (error) {
    // The tree of a very long expression is deeper than the stack of calls.
    if (error instanceof RangeError) return openTokens(text, path, candidates);
    throw error;
  }
}

function openTree(
  text: string,
  path: string,
  candidates: readonly Candidate[],
): FindSite | undefined {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  const lang = Object.hasOwn(KINDS, extension) ? KINDS[extension as keyof typeof KINDS] : 'jsx';
  const isDeclaration = /\.d\.[cm]?ts$/.test(path);
  const parsed = parseSync(isDeclaration ? 'file.d.ts' : `file.${lang}`, text, {
    lang: isDeclaration ? 'dts' : lang,
    sourceType: 'unambiguous',
  });
  if (parsed.errors.length > 0) return undefined;
  const program = parsed.program as unknown as AstNode;
  const wanted = (range: Range): boolean =>
    candidates.some(({ start, end }) => start < range.end && end > range.start);
  const literals = collectLiterals(program, wanted);
  const count = ({ start, end }: Range): number =>
    candidates.filter((one) => one.start >= start && one.end <= end && isIn(literals, one)).length;
  return (at) => {
    const comment = parsed.comments.find(({ start, end }) => start <= at && at < end);
    if (comment) return outside(at, 'comment');
    const literal = literals.find(({ start, end }) => start <= at && at < end);
    const site = literal && readLiteral(text, literal, count);
    // A file of declarations sends nothing.
    return site && isDeclaration ? { ...site, place: 'type' } : site;
  };
}

const isIn = (literals: readonly Literal[], { start, end }: Range): boolean =>
  literals.some((one) => one.start <= start && end <= one.end);

const outside = (at: number, place: 'comment'): Site => ({
  inner: { start: at, end: at },
  content: '',
  frames: [],
  place,
});

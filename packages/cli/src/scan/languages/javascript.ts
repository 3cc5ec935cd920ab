/** JavaScript, TypeScript and JSX, by oxc's syntax tree; by tokens if the text does not parse. */
import { parseSync } from 'oxc-parser';
import type { FindSite, Range, Site } from '../frame.ts';
import { BLOCK, DOUBLE, type Lexicon, SINGLE, SLASHES, tokenize } from '../lexer.ts';
import { isSurelyFlat } from '../nesting.ts';
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

export const javascript: Language = {
  name: 'javascript',
  isCode: true,
  hasParser: true,
  open,
};

/** Templates with scripts inside, which no parser of scripts reads. */
export const templates: Language = { name: 'templates', isCode: true, open: openTokens };

const KINDS = { ts: 'ts', mts: 'ts', cts: 'ts', tsx: 'tsx', jsx: 'jsx' } as const;

/** Finds the language of the parser for a file. */
export function findParserLanguage(path: string): 'ts' | 'tsx' | 'jsx' | 'dts' {
  if (/\.d\.[cm]?ts$/.test(path)) return 'dts';
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return Object.hasOwn(KINDS, extension) ? KINDS[extension as keyof typeof KINDS] : 'jsx';
}

function open(
  text: string,
  path: string,
  candidates: readonly Candidate[],
  isParsable?: boolean,
): FindSite {
  if (!(isParsable ?? isSurelyFlat(text))) return openTokens(text, path, candidates);
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
  const lang = findParserLanguage(path);
  const isDeclaration = lang === 'dts';
  const parsed = parseSync(isDeclaration ? 'file.d.ts' : `file.${lang}`, text, {
    lang,
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

/** Colours for code: samples, errors, guides. Enough of a few languages for what stands there, in a hundredth of the time that their grammars take. */
import { escapeHtml } from './inline.ts';

export type CodeLanguage = 'ts' | 'python' | 'sh' | 'json' | 'yaml' | 'text';
/** What a piece of code is; nothing for what needs no colour. */
export type TokenKind = 'comment' | 'string' | 'number' | 'word' | 'key' | 'call';
export interface Token {
  readonly kind: TokenKind | undefined;
  readonly text: string;
}

const DOUBLE = String.raw`"(?:[^"\\\n]|\\.)*"`;
const SINGLE = String.raw`'(?:[^'\\\n]|\\.)*'`;
const NUMBER = String.raw`(?<number>-?\b\d[\d._]*\b)`;
const words = (all: string): string => String.raw`(?<word>\b(?:${all})\b)`;
const either = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'gm');

const PATTERNS: Record<CodeLanguage, RegExp | undefined> = {
  ts: either(
    String.raw`(?<comment>\/\/.*)`,
    String.raw`(?<string>${SINGLE}|${DOUBLE}|\x60(?:[^\x60\\]|\\.)*\x60)`,
    String.raw`(?<key>\b[A-Za-z_$][\w$]*(?=:))`,
    words(
      'import|export|from|as|const|let|function|class|extends|interface|type|satisfies|new|await|async|for|of|if|else|return|throw|try|catch|typeof|true|false|null|undefined',
    ),
    String.raw`(?<call>\b[A-Za-z_$][\w$]*(?=\())`,
    NUMBER,
  ),
  python: either(
    '(?<comment>#.*)',
    String.raw`(?<string>(?:\bf)?(?:${DOUBLE}|${SINGLE}))`,
    String.raw`(?<key>\b[A-Za-z_]\w*(?==))`,
    words(
      'import|from|as|with|def|class|for|in|if|else|not|and|or|return|raise|try|except|True|False|None',
    ),
    String.raw`(?<call>\b[A-Za-z_]\w*(?=\())`,
    NUMBER,
  ),
  yaml: either(
    '(?<comment>#.*)',
    String.raw`(?<key>[\w-]+(?=:(?:\s|$)))`,
    `(?<string>${DOUBLE}|${SINGLE})`,
    words('true|false|null'),
  ),
  // A text in single quotes goes over lines, and ends at the next one.
  sh: either(
    String.raw`(?<comment>(?<!\S)#.*)`,
    `(?<string>'[^']*'|${DOUBLE})`,
    String.raw`(?<key>(?<=\s)-{1,2}[A-Za-z][\w-]*)`,
    words('curl'),
  ),
  json: either(
    String.raw`(?<key>${DOUBLE}(?=\s*:))`,
    `(?<string>${DOUBLE})`,
    words('true|false|null'),
    NUMBER,
  ),
  text: undefined,
};

/** Whether there are colours for a language. */
export const isCodeLanguage = (name: string): name is CodeLanguage => Object.hasOwn(PATTERNS, name);

/** The code in pieces, none of it left out. */
export function tokens(code: string, language: CodeLanguage): Token[] {
  const pattern = PATTERNS[language];
  const found: Token[] = [];
  let from = 0;
  for (const match of pattern ? code.matchAll(pattern) : []) {
    const kind = Object.entries(match.groups ?? {}).find(
      ([, text]) => text !== undefined,
    )?.[0] as TokenKind;
    if (match.index > from) found.push({ kind: undefined, text: code.slice(from, match.index) });
    found.push({ kind, text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < code.length) found.push({ kind: undefined, text: code.slice(from) });
  return found;
}

/** The code as HTML, with every `mark` in it made to stand out. */
export function highlight(code: string, language: CodeLanguage, mark?: string): string {
  const html = tokens(code, language)
    .map(({ kind, text }) =>
      kind ? `<span class="c-${kind}">${escapeHtml(text)}</span>` : escapeHtml(text),
    )
    .join('');
  return mark ? html.replaceAll(escapeHtml(mark), `<b>${escapeHtml(mark)}</b>`) : html;
}

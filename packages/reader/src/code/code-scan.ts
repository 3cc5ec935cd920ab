/** Finds the literals, the brackets and the keys of a request in code. Takes linear time. */

import type { StringLiteral } from '../literals/escape.ts';
import { readAnyString } from '../literals/typed-literal.ts';
import type { Dialect } from './dialect.ts';

/** A string literal with its start. */
export interface Literal extends StringLiteral {
  readonly start: number;
}
/** A bracket with the brackets around it. */
export interface Bracket {
  readonly start: number;
  end: number;
  readonly parent: Bracket | undefined;
}
/** The parts of a text of code, without those in comments. */
export interface CodeScan {
  readonly literals: readonly Literal[];
  /** The brackets that have a key of a request directly inside. */
  readonly holders: readonly Bracket[];
}

const MARK =
  /\/\/|\/\*|#(?![{\w$!])|<<[<~-]?["']?(?=[A-Za-z_])|(?:\$+@?|@\$?)"|b?r#*"|["'`]|[([{}\])]|(?<![\w$])(?:model|[mM]odelId|messages|anthropic_version|max_tokens|maxTokens)(?=\s{0,20}(?:[:=]|to\b))/g;
/** A list or a block that is not closed is not read further than this number of literals. */
const MAX_FAILED = 200;
const KEYS: readonly string[] = [
  'model',
  'modelId',
  'messages',
  'anthropic_version',
  'anthropic_beta',
  'max_tokens',
  'requests',
];

/** Scans a text of code. */
export function scanCode(text: string, dialect: Dialect): CodeScan {
  const literals: Literal[] = [];
  const holders = new Set<Bracket>();
  let open: Bracket | undefined;
  let failed = 0;
  const mark = new RegExp(MARK);
  for (let match = mark.exec(text); match && failed < MAX_FAILED; match = mark.exec(text)) {
    const [found] = match;
    const start = match.index;
    const end = skipComment(text, start, found, dialect);
    if (end !== undefined) {
      mark.lastIndex = end;
    } else if ('([{'.includes(found)) {
      open = { start, end: text.length, parent: open };
    } else if (')]}'.includes(found)) {
      if (open) open.end = start + 1;
      open = open?.parent;
    } else if (/^[a-zA-Z]\w+$/.test(found)) {
      if (open) holders.add(open);
    } else {
      const literal = readAnyString(text, start, dialect);
      if (literal) {
        literals.push({ start, ...literal });
        if (open && KEYS.includes(literal.piece.text)) holders.add(open);
        mark.lastIndex = literal.end;
      } else if (found !== "'") failed += 1;
    }
  }
  return { literals, holders: [...holders] };
}

/** Returns the end of a comment; `undefined` if the mark begins none. */
function skipComment(text: string, at: number, mark: string, dialect: Dialect): number | undefined {
  if (mark === '/*') {
    const end = text.indexOf('*/', at + 2);
    return end < 0 ? text.length : end + 2;
  }
  const hasHash = dialect === 'ruby' || dialect === 'php' || dialect === 'code';
  const isComment = mark === '//' ? dialect !== 'ruby' : mark === '#' && hasHash;
  if (!isComment) return mark === '//' || mark === '#' ? at + mark.length : undefined;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

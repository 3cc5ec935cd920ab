/**
 * Reads literals of JavaScript, Python and PowerShell: texts, numbers, lists, objects and calls.
 * Everything else becomes `unknown`. Runs nothing, and takes linear time.
 */

import { joinPieces, matchAt, type Range } from '../text.ts';
import { CLOSING, CodeCursor } from './code-cursor.ts';
import type { Entry, Node } from './literal-node.ts';

const MAX_DEPTH = 200;
const NUMBER = /[+-]?(?:0[xX][\da-fA-F_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)/y;
const KEY = /[A-Za-z_$][\w$-]*(?=\s*(?::(?!:)|=>|=(?!=)))/y;
const NAME =
  /(?:\[[\w.]{1,60}\]::)?(?:\$\w+:\w+|[A-Za-z_$@][\w$]*)(?:\s*\??\.\s*[A-Za-z_$][\w$]*)*/y;
const CAST = /\s+(?:as|satisfies)\s+[\w.$]+(?:\[\])?|\s*!(?=[\s,;)}\]])/y;
const KEYWORD = /(?:new|await|typeof|return)\s+/y;
const OPEN = /[@%]?\{/y;
const PIPE = /\s*\|\s*ConvertTo-Json(?:\s+-\w+(?:\s+\d+)?)*/iy;
const SCALARS: Readonly<Record<string, boolean | null>> = {
  true: true,
  True: true,
  $true: true,
  false: false,
  False: false,
  $false: false,
  null: null,
  None: null,
  $null: null,
};

/** Reads literals from a text, from left to right. */
export class LiteralReader extends CodeCursor {
  #depth = 0;

  /** Reads one value. Always ends at a separator, a closing bracket or the end of the text. */
  readValue(): Node {
    this.skipSpace();
    const start = this.at;
    if (this.#depth >= MAX_DEPTH) return this.#skipExpression(start);
    this.#depth += 1;
    let node = this.readPrimary();
    this.#depth -= 1;
    node = this.#readConcatenated(this.#readJoined(node));
    while (this.skip(CAST));
    if (this.dialect === 'powershell') this.skip(PIPE);
    return this.isAtEnd() ? node : this.#skipExpression(start, node);
  }

  /** Reads `"a" "b"` and `"a" + "b"` as one text. */
  #readJoined(first: Node): Node {
    if (first.kind !== 'text') return first;
    const pieces = [first.piece];
    let { isWhole, end } = first;
    const join = (): Node => ({ ...first, end, isWhole, piece: joinPieces(pieces, '') });
    for (;;) {
      const before = this.at;
      this.skipSpace();
      const char = this.text[this.at];
      const isPlus = char === '+' || char === '&' || (char === '.' && this.dialect === 'php');
      if (isPlus) {
        this.at += 1;
        this.skipSpace();
      }
      const mayFollow = isPlus || this.dialect === 'code';
      const next = mayFollow ? this.readString(this.at) : undefined;
      if (!next) {
        if (isPlus) return this.#skipExpression(first.start, join());
        this.at = before;
        return pieces.length === 1 ? first : join();
      }
      this.at = end = next.end;
      isWhole &&= next.isWhole;
      pieces.push(next.piece);
    }
  }

  /** Reads `BASE + ["a"]` as one list. One side must be a list in the text. */
  #readConcatenated(first: Node): Node {
    if (this.dialect !== 'code' || !/^(?:list|name)$/.test(first.kind)) return first;
    const before = this.at;
    if (!this.skip(/[ \t]*\+[ \t]*(?=[[\w$])/y) || this.#depth >= MAX_DEPTH) return first;
    this.#depth += 1;
    const second = this.readPrimary();
    this.#depth -= 1;
    const sides = [first, second];
    const isList = sides.every(({ kind }) => kind === 'list' || kind === 'name');
    if (isList && sides.some(({ kind }) => kind === 'list'))
      return {
        kind: 'list',
        start: first.start,
        end: this.at,
        items: sides.flatMap((side): readonly Node[] =>
          side.kind === 'list'
            ? side.items
            : [{ kind: 'spread', start: side.start, end: side.end, value: side }],
        ),
      };
    this.at = before;
    return first;
  }

  protected readPrimary(): Node {
    const { text } = this;
    const start = this.at;
    // A symbol of Ruby is a text.
    const colon = text[start] === ':' && /["']/.test(text[start + 1] ?? '') ? 1 : 0;
    const string = this.readString(start + colon);
    if (string) {
      this.at = string.end;
      return this.readMethod({ kind: 'text', start, ...string });
    }
    const char = text[start];
    // `@{` is a table of PowerShell, `%{` a map of Elixir.
    if (this.skip(OPEN)) {
      const entries = this.readEntries('}');
      return { kind: 'object', start, end: this.at, entries };
    }
    if (
      char === '[' &&
      !(this.dialect === 'powershell' && /^\[[\w.]+\]/.test(text.slice(start, start + 60)))
    )
      return this.#readJoin(this.readList(']', 1));
    if (char === '@' && text[start + 1] === '(') return this.readList(')', 2);
    if (char === '(') return this.readParens();
    if (char !== undefined && /[\d+-]/.test(char) && this.skip(NUMBER)) {
      const value = Number(text.slice(start, this.at).replaceAll('_', ''));
      return { kind: 'scalar', start, end: this.at, value };
    }
    return this.readName(start);
  }

  protected readName(start: number): Node {
    while (this.skip(KEYWORD));
    if (!this.skip(NAME)) return { kind: 'unknown', start, end: this.at };
    const name = this.text
      .slice(start, this.at)
      .replace(/^(?:new|await)\s+/, '')
      .replaceAll(/\s/g, '');
    const scalar = SCALARS[this.dialect === 'powershell' ? name.toLowerCase() : name];
    if (scalar !== undefined) return { kind: 'scalar', start, end: this.at, value: scalar };
    if (this.text[this.at] !== '(') return { kind: 'name', start, end: this.at, name };
    const { args, named } = this.readArguments();
    return this.readMethod({ kind: 'call', start, end: this.at, name, args, named });
  }

  /** Reads `.encode("utf-8")` and `.strip()`, which change nothing that matters. */
  protected readMethod(node: Node): Node {
    const joined = node.kind === 'text' ? this.#readPythonJoin(node) : node;
    const method = /\s*\.\s*(?:encode|strip|trim)\s*(?=\()/y;
    while (this.skip(method)) this.readArguments();
    return joined;
  }

  /** Reads `",".join(betas)` of Python as a call, because the list may be a variable. */
  #readPythonJoin(separator: Node): Node {
    if (!this.skip(/\s*\.\s*join(?=\()/y)) return separator;
    const { args, named } = this.readArguments();
    const { start } = separator;
    const call = { start, end: this.at, args: [...args, separator], named };
    return joinTexts(call) ?? { kind: 'call', name: 'join', ...call };
  }

  /** Reads `['a', 'b'].join(',')`, with which code often makes a header of betas. */
  #readJoin(list: Node): Node {
    if (list.kind !== 'list' || !this.skip(/\s*\.\s*join(?=\()/y)) return list;
    const { args } = this.readArguments();
    const call = { start: list.start, end: this.at, args: [list, ...args], named: [] };
    return joinTexts(call) ?? { kind: 'call', name: 'join', ...call };
  }

  /** Reads `(…)`: arguments by position and by name. */
  readArguments(): { args: Node[]; named: Entry[] } {
    this.at += 1;
    const args: Node[] = [];
    const named: Entry[] = [];
    for (const entry of this.readEntries(')', true)) {
      if (entry.key === '') args.push(entry.value);
      else named.push(entry);
    }
    return { args, named };
  }

  protected readParens(): Node {
    const start = this.at;
    const list = this.readList(')', 1);
    if (list.kind !== 'list') return list;
    const [only] = list.items;
    const isTuple = /,\s*\)$/.test(this.text.slice(Math.max(start, this.at - 20), this.at));
    return only && list.items.length === 1 && !isTuple ? { ...only, start, end: this.at } : list;
  }

  protected readList(close: string, skip: number): Node {
    const start = this.at;
    this.at += skip;
    const items: Node[] = [];
    const entries = this.readEntries(close, true);
    // An array of PHP with names.
    if (entries.some(({ key }) => key)) return { kind: 'object', start, end: this.at, entries };
    for (const { key, value } of entries) {
      const { start, end } = value;
      items.push(key === '' ? value : { kind: 'spread', start, end, value });
    }
    return { kind: 'list', start, end: this.at, items };
  }

  /** Reads members up to the closing bracket. Positional ones have an empty key. */
  protected readEntries(close: string, isPositional = false): Entry[] {
    const entries: Entry[] = [];
    for (;;) {
      this.skipSpace();
      const start = this.at;
      const char = this.text[start];
      if (char === undefined) return entries;
      if (CLOSING.includes(char)) {
        // A bracket of another kind ends the value as well, so that errors stay local.
        if (char === close) this.at += 1;
        return entries;
      }
      if (char === ',' || char === ';') {
        this.at += 1;
        continue;
      }
      const spread = matchAt(/\.\.\.|\*{1,2}/y, this.text, start)?.[0].length ?? 0;
      this.at += spread;
      const key = spread > 0 ? undefined : this.readKey(isPositional);
      const value = this.readValue();
      const isShort = key === '' && !isPositional;
      const name = isShort && value.kind === 'name' ? value.name : key;
      if (!isShort || name) entries.push({ key: name, start, value });
      if (this.at === start) this.at += 1;
    }
  }

  /** Reads the name before a colon or an equals sign; empty if there is none. */
  protected readKey(isPositional: boolean): string {
    const start = this.at;
    if (this.skip(KEY)) {
      const key = this.text.slice(start, this.at);
      this.skip(/\s*(?:=>|[:=])/y);
      return key;
    }
    const string = this.readString(start);
    if (isPositional && !(string && matchAt(/\s{0,20}=>/y, this.text, string.end))) return '';
    const end = string ? string.end : this.skipBracketKey(start);
    if (end === undefined) return '';
    this.at = end;
    this.skipSpace();
    if (this.skip(/=>|:|=/y)) return string ? string.piece.text : '';
    this.at = start;
    return '';
  }

  /** Skips a computed name, `[NAME]:`, or a number. */
  protected skipBracketKey(start: number): number | undefined {
    return matchAt(/(?:\[[\w.$]{1,100}\]|\d+)(?=\s*:)/y, this.text, start)
      ? start + (matchAt(/\[[^\]]*\]|\d+/y, this.text, start)?.[0].length ?? 0)
      : undefined;
  }

  /** Skips the rest of an expression, whose value is not a literal. */
  #skipExpression(start: number, first?: Node): Node {
    this.skipRest();
    const end = this.at;
    // Keeps the beginning of an address: `"https://"` of `"https://" + host`.
    if (first?.kind === 'text' && /^https?:/.test(first.piece.text))
      return { ...first, end, isWhole: false };
    return { kind: 'unknown', start, end };
  }
}

/** Joins the texts of a list with a separator; `undefined` if one of them is not in the text. */
export function joinTexts({
  start,
  end,
  args: [list, separator],
}: Range & { readonly args: readonly Node[] }): Node | undefined {
  if (list?.kind !== 'list' || (separator && separator.kind !== 'text')) return undefined;
  const pieces = list.items.flatMap((item) =>
    item.kind === 'text' && item.isWhole ? [item.piece] : [],
  );
  if (pieces.length < list.items.length || pieces.length === 0) return undefined;
  const piece = joinPieces(pieces, separator?.piece.text ?? ',');
  return { kind: 'text', start, end, piece, isWhole: true };
}

/**
 * Reads literals of Go, C#, Java, Kotlin, Ruby, PHP, Rust and Swift: maps and lists with their
 * types, symbols, pairs, and chains of calls.
 */
import type { Dialect, OtherLanguage } from '../code/dialect.ts';
import { matchAt, type Piece } from '../text.ts';
import type { StringLiteral } from './escape.ts';
import { LiteralReader } from './literal.ts';
import type { ChainedCall, Entry, Node } from './literal-node.ts';
import { readStringForm } from './string-forms.ts';
import { readString } from './string-literal.ts';

/** The text before the bracket of a map or a list; the first group is the type. */
const BEFORE_BRACKET: Readonly<Partial<Record<OtherLanguage, RegExp>>> = {
  go: /&?((?:\[\d{0,9}\]|\*|map\[\w{1,40}\]){0,6}(?:interface ?\{\}|[A-Za-z_][\w.]{0,80}(?:\[[\w.]{1,60}\])?)?)(?=\{)/y,
  csharp:
    /new ?((?:\[ ?\d{0,9} ?\]|\(\)|[A-Za-z_][\w.]{0,80}(?:<[\w.<>, ?[\]]{0,80}>)?\??(?:\[\d{0,9}\]|\([^()\n]{0,80}\))?)?)\s{0,80}(?=\{)/y,
  java: /new ([A-Za-z_][\w.]{0,80}(?:<[\w.<>, ?]{0,80}>)?(?:\[\]|\(\)))\s{0,80}(?=\{)/y,
  rust: /&?(?:mut )?((?:\w{1,40}::){0,6}(?:json|vec|hashmap)!) ?(?=[({[])/y,
  php: /(?:\((?:object|array|string|int)\) ?)?(array|)(?=[([])/iy,
};
const BYTES = /(?:\[\]byte|json\.RawMessage) ?(?=\()/y;
const LIST_TYPE = /^\[|\[\d*\]$|^(?:I?(?:ReadOnly)?List|I?Enumerable|ArrayList|HashSet)\b|^vec!/;
const MAP_TYPE = /Dictionary|JsonObject|JObject|Map/;
const KEYWORD = /(?:new|await|try[!?]?|return|&(?:mut )?)\s+|&(?=\w)/y;
const NAME = /[A-Za-z_$@\\][\w$\\]*[?!]?(?:\s*(?:\??\.|->|::|&\.)\s*[A-Za-z_$][\w$]*[?!]?){0,20}/y;
const GENERIC = /(?:::)?<[\w.<>, ?[\]]{0,80}>(?=\()/y;
const LINK =
  /\s*(?:\??\.|->|::|&\.)\s*([A-Za-z_]\w{0,80}[?!]?)(?:(?:::)?<[\w.<>, ?]{0,80}>)?(?=\()/y;
const SUFFIX = /(?:[LlfFdDmMuU]{1,2}|_?[iuf]\d{1,3})(?!\w)/y;
/** Calls that change the form and not the value. */
const CONVERSION =
  /\s*\.\s*(?:to_json|freeze|to_s|to_sym|strip|encode|trimIndent|trimMargin|trim|stripIndent|getBytes|toByteArray|toRequestBody|to_string|to_owned|into|as_bytes|clone|asJsonObject|toString)\b(?:\([^()]{0,200}(?:\([^()]{0,60}\))?[^()]{0,60}\))?/y;
const CAST = /\s+as[?!]?\s+(?:\[[\w.: ?]{1,80}\]|[\w.]{1,80})/y;
const SYMBOL = /:([A-Za-z_]\w{0,200})/y;
const WORDS = /%[wWiI](?:\[([^\]]{0,4000})\]|\(([^)]{0,4000})\)|\{([^}]{0,4000})\})/y;
const SYMBOL_KEY = /:([A-Za-z_]\w{0,80})\s{0,20}=>\s*/y;
const INDEX_KEY = /\[\s{0,20}(?=["@])/y;
const AFTER_KEY = /\s{0,40}(?:=>|:(?!:)|=(?!=)|to\b)\s*/y;
const SCALARS: Readonly<Record<string, boolean | null>> = {
  true: true,
  TRUE: true,
  false: false,
  FALSE: false,
  null: null,
  NULL: null,
  nil: null,
  None: null,
};
const MAX_CHAIN = 300;

/** Reads literals of a language with types. */
class TypedLiteralReader extends LiteralReader {
  protected override readString(at: number): StringLiteral | undefined {
    return readAnyString(this.text, at, this.dialect);
  }

  protected override readPrimary(): Node {
    const node = this.#readSpecial() ?? super.readPrimary();
    if (node.kind === 'scalar' && typeof node.value === 'number') this.skip(SUFFIX);
    if (node.kind !== 'unknown') while (this.skip(CONVERSION) || this.skip(CAST));
    return node;
  }

  #readSpecial(): Node | undefined {
    const { text, at: start, dialect } = this;
    if (text[start] === '{') return this.#readBracket(start, '');
    const before = BEFORE_BRACKET[dialect as OtherLanguage];
    const type = before && matchAt(before, text, start);
    const cast = dialect === 'go' ? matchAt(BYTES, text, start)?.[0].length : undefined;
    if (cast !== undefined) {
      this.at += cast;
      return this.readParens();
    }
    if (type && type[0] !== '') {
      this.at += type[0].length;
      return this.#readBracket(start, type[1] ?? '');
    }
    return dialect === 'ruby' ? this.#readSymbols() : undefined;
  }

  /** Reads `Type{…}`, `new[] { … }`, `json!({…})`. */
  #readBracket(start: number, type: string): Node {
    const open = this.text[this.at] as string;
    if (open === '(' && type.endsWith('!')) return this.readParens();
    const close = { '{': '}', '[': ']', '(': ')' }[open] ?? '}';
    const node = this.readList(close, 1);
    const { end } = node;
    if (node.kind !== 'list') return { ...node, start, ...(type && { type }) };
    const isList = LIST_TYPE.test(type) || open !== '{';
    const entries = MAP_TYPE.test(type) ? readPairs(node.items) : undefined;
    if (entries || (node.items.length === 0 && !isList))
      return { kind: 'object', start, end, entries: entries ?? [], ...(type && { type }) };
    return { ...node, start };
  }

  /** Reads `:user` and `%w[a b]` of Ruby. */
  #readSymbols(): Node | undefined {
    const { text, at: start } = this;
    const symbol = matchAt(SYMBOL, text, start)?.[1];
    if (symbol !== undefined) {
      this.at += symbol.length + 1;
      return toText(symbol, start + 1, this.at);
    }
    const words = matchAt(WORDS, text, start);
    if (!words) return undefined;
    this.at += words[0].length;
    const from = start + 3;
    const inner = words[1] ?? words[2] ?? words[3] ?? '';
    const items = [...inner.matchAll(/\S+/g)].map(({ 0: word, index }) =>
      toText(word, from + index, from + index + word.length),
    );
    return { kind: 'list', start, end: this.at, items };
  }

  protected override readName(start: number): Node {
    while (this.skip(KEYWORD));
    if (!this.skip(NAME)) return { kind: 'unknown', start, end: this.at };
    const name = this.text
      .slice(start, this.at)
      .replace(/^(?:(?:new|await|try[!?]?|return|&(?:mut)?)\s+|&|\\)+/, '')
      .replaceAll(/\s/g, '')
      .replaceAll(/\?\.|->|::|&\./g, '.');
    const scalar = Object.hasOwn(SCALARS, name) ? SCALARS[name] : undefined;
    if (scalar !== undefined) return { kind: 'scalar', start, end: this.at, value: scalar };
    this.skip(GENERIC);
    if (this.text[this.at] !== '(') return { kind: 'name', start, end: this.at, name };
    const { args, named } = this.readArguments();
    const chain = this.#readChain();
    return {
      kind: 'call',
      start,
      end: this.at,
      name,
      args,
      named,
      ...(chain.length > 0 && { chain }),
    };
  }

  #readChain(): ChainedCall[] {
    const chain: ChainedCall[] = [];
    while (chain.length < MAX_CHAIN) {
      const link = matchAt(LINK, this.text, this.at);
      if (!link) break;
      const start = this.at + link[0].search(/[A-Za-z_]/);
      this.at += link[0].length;
      chain.push({ name: link[1] as string, start, ...this.readArguments() });
    }
    return chain;
  }

  protected override readKey(isPositional: boolean): string {
    const { text, at: start, dialect } = this;
    const symbol = dialect === 'ruby' ? matchAt(SYMBOL_KEY, text, start) : null;
    if (symbol) {
      this.at += symbol[0].length;
      return symbol[1] as string;
    }
    // `["a"] = 1` of C#.
    const index = dialect === 'csharp' ? (matchAt(INDEX_KEY, text, start)?.[0].length ?? 0) : 0;
    const string = this.readString(start + index);
    if (!string) return index > 0 ? '' : super.readKey(isPositional);
    const close = index > 0 ? matchAt(/\s{0,20}\]/y, text, string.end) : undefined;
    if (close === null) return '';
    const end = string.end + (close?.[0].length ?? 0);
    const after = matchAt(AFTER_KEY, text, end)?.[0].length;
    if (after === undefined) return '';
    this.at = end + after;
    return string.piece.text;
  }
}

function toText(text: string, start: number, end: number): Node {
  const piece: Piece = { text, runs: [{ at: 0, from: start }] };
  return { kind: 'text', start, end, piece, isWhole: true };
}

/** Reads `{ { "a", 1 }, { "b", 2 } }` as members. */
function readPairs(items: readonly Node[]): Entry[] | undefined {
  const entries: Entry[] = [];
  for (const item of items) {
    const [key, value] = item.kind === 'list' ? item.items : [];
    if (key?.kind !== 'text' || !value) return undefined;
    entries.push({ key: key.piece.text, start: key.start, value });
  }
  return items.length > 0 ? entries : undefined;
}

/** Reads a string literal of any language. */
export const readAnyString = (
  text: string,
  at: number,
  dialect: Dialect,
): StringLiteral | undefined =>
  dialect === 'code' || dialect === 'powershell'
    ? readString(text, at, dialect)
    : readStringForm(text, at, dialect);

/** Makes the reader of a dialect. */
export const openReader = (text: string, at: number, dialect: Dialect = 'code'): LiteralReader =>
  dialect === 'code' || dialect === 'powershell'
    ? new LiteralReader(text, at, dialect)
    : new TypedLiteralReader(text, at, dialect);

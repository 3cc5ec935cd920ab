/** Finds the variables that the text of a shell assigns once, and documents before a pipe. */
import { SECRET } from '../secret-name.ts';
import { cutPiece, matchAt, type Piece, PieceBuilder, type Source } from '../text.ts';

const ASSIGNED =
  /^[ \t>]{0,40}(?:\$ )?(?:(?:export|readonly|local|declare(?: -x)?) )?([A-Za-z_]\w{0,60})(\+?)=/gm;
/** An assignment anywhere in a line. */
const ANYWHERE = /(?<![^\s;&|({`])([A-Za-z_]\w{0,60})(?:\[[^\]\n]{0,40}\])?\+?=/g;
/** The names that a loop or a command sets or removes have no value. */
const SET = /\b(?:for|select|read|unset|printf -v|mapfile|readarray|getopts)\b([^\n;&|]{0,200})/g;
/** A value without anything that the shell replaces. */
const VALUE = /'([^']*)'|"((?:[^"\\$`]|\\[^"\\$`\n])*)"|([^\s'"\\$`;&|()<>#]+)/y;
/** The end of a value, so that no part of a longer word counts as the whole. */
const END = /[ \t]*(?:\r?\n|;|&&|#|$)/y;
/** A variable without an operator. */
export const SHELL_NAME: RegExp = /\$(?:([A-Za-z_]\w{0,60})\b|\{([A-Za-z_]\w{0,60})\})/g;
/** The document of a command that only prints it. */
const PRINTED = /"?\$\([ \t]*cat[ \t]*<<-?[ \t]*(['"]?)(\w{1,60})\1[ \t]*\r?\n/y;
/** The number of characters beyond which nothing is replaced any more, for linear time. */
const MIN_WASTE = 500_000;
/** The longest value, and the number of values, that are kept. */
const LONGEST = 100_000;
const MAX_VARIABLES = 500;

/** A part of the text that a command prints, with the offset after the command. */
export interface Printed {
  readonly piece: Piece;
  readonly end: number;
  /** The shell replaces variables in it. */
  readonly isOpen: boolean;
}

/** A value, with the offset of its assignment. */
interface Assigned {
  readonly piece: Piece;
  readonly at: number;
}

/** A text of a shell, with the values of the variables that it assigns once. */
export class ShellText {
  readonly #source: Source;
  readonly #variables = new Map<string, Assigned | undefined>();
  #wasted = 0;
  #given = 0;

  constructor(source: Source) {
    this.#source = source;
    const { text } = source;
    if (!text.includes('$')) return;
    for (const { 0: all, 1: name = '', 2: plus, index } of text.matchAll(ASSIGNED)) {
      if (this.#variables.size >= MAX_VARIABLES) break;
      if (SECRET.test(name)) continue;
      const isAgain = plus !== '' || this.#variables.has(name);
      const piece = isAgain ? undefined : this.#readValue(index + all.length);
      this.#variables.set(name, piece && { piece, at: index });
    }
    const seen = new Set<string>();
    for (const [, name = ''] of text.matchAll(ANYWHERE))
      if (seen.has(name)) this.#forget(name);
      else seen.add(name);
    for (const [, names = ''] of text.matchAll(SET))
      for (const [name] of names.matchAll(/\w+/g)) this.#forget(name);
  }

  #forget(name: string): void {
    if (this.#variables.has(name)) this.#variables.set(name, undefined);
  }

  /** Finds the value that a variable has at an offset; `undefined` for none before, or several. */
  lookUp(name: string, at: number): Piece | undefined {
    const found = this.#variables.get(name);
    if (!found || found.at > at) return undefined;
    this.#given += found.piece.text.length;
    return this.#given > this.#source.text.length * 2 + MIN_WASTE ? undefined : found.piece;
  }

  /** Replaces the variables of a document whose values are in the text. */
  expand(piece: Piece): Piece {
    if (this.#variables.size === 0 || !piece.text.includes('$')) return piece;
    const from = piece.runs[0]?.from ?? 0;
    const builder = new PieceBuilder();
    let last = 0;
    for (const { 0: all, 1: name, 2: braced = '', index } of piece.text.matchAll(SHELL_NAME)) {
      const value = this.lookUp(name ?? braced, from + index);
      if (!value) continue;
      builder.add(piece.text.slice(last, index), from + last);
      builder.addPiece(value);
      last = index + all.length;
    }
    builder.add(piece.text.slice(last), from + last);
    return builder.take();
  }

  #readValue(at: number): Piece | undefined {
    const printed = this.readPrinted(at);
    if (printed) return printed.isOpen ? undefined : printed.piece;
    const { text } = this.#source;
    const value = matchAt(VALUE, text, at);
    if (!value || value[0].length > LONGEST) return undefined;
    const end = at + value[0].length;
    if (!matchAt(END, text, end)) return undefined;
    return value[3] === undefined
      ? this.#source.slice(at + 1, end - 1)
      : this.#source.slice(at, end);
  }

  /** Reads `$(cat <<'EOF' … EOF)`, also in quotation marks. */
  readPrinted(at: number): Printed | undefined {
    const { text } = this.#source;
    const open = this.#wasted > text.length * 2 + MIN_WASTE ? null : matchAt(PRINTED, text, at);
    if (!open) return undefined;
    const start = at + open[0].length;
    const head = text.slice(start, start + LONGEST);
    const close = new RegExp(`^[ \\t]{0,40}${open[2]}[ \\t\\r]{0,40}\\n?[ \\t]{0,40}\\)`, 'm').exec(
      head,
    );
    if (!close) {
      this.#wasted += head.length;
      return undefined;
    }
    const piece = this.#source.slice(start, start + close.index);
    return {
      piece,
      end: start + close.index + close[0].length,
      isOpen: open[1] === '' && /\$[A-Za-z_{(]/.test(piece.text),
    };
  }
}

/** Signs of PowerShell, in which a program gets `\"` of a text as a quotation mark. */
export const looksLikePowerShell = (text: string): boolean =>
  /\bcurl\.exe\b|\$env:\w|`[ \t]*\r?\n|^PS [A-Z]:\\/im.test(text);

/** A part of a list, up to a comma that is not inside of a variable or of a command. */
const PART = /(?:\$\{[^{}]{0,200}\}|\$\(.{0,200}\)|[^,])+/gs;

const LONGEST_LIST = 10_000;

/** Lists the parts of a list that have no variable. */
export const listKnown = (list: Piece): Piece[] =>
  [...list.text.slice(0, LONGEST_LIST).matchAll(PART)]
    .filter(([part]) => !/[$%]/.test(part))
    .map(({ 0: part, index }) => cutPiece(list, index, index + part.length));

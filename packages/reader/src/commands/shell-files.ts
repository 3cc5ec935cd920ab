/** Finds the files that a text of a shell writes before it sends them. Reads no file. */

import type { Piece, Source } from '../text.ts';
import type { ShellText } from './shell-text.ts';

/** A document that is written to a file: `cat > body.json <<EOF`, `tee body.json <<EOF`. */
const DOCUMENT =
  /\b(?:cat|tee)\b(?:[ \t]{1,9}(-?[\w./~-]{1,200}))?[ \t]{0,9}(?:>[ \t]{0,9}["']?([\w./~-]{1,200})["']?[ \t]{0,9})?<<-?[ \t]{0,9}(["']?)(\w{1,60})\3[ \t]{0,9}(?:>[ \t]{0,9}["']?([\w./~-]{1,200})["']?)?[^\n]{0,200}\n/g;
/** A text in single quotes that is written to a file: `echo '…' > body.json`. */
const ECHO =
  /\b(?:echo|printf)(?: -[neE]{1,3})? '([^']{0,100000})'[ \t]{0,9}>[ \t]{0,9}["']?([\w./~-]{1,200})/g;
const LONGEST = 100_000;
const MAX_FILES = 50;

/** The content of a file. */
export interface ShellFile {
  readonly piece: Piece;
  /** The shell replaces variables in it. */
  readonly isOpen: boolean;
}

const toName = (path: string): string => path.replace(/^\.\//, '');

/** The files that a text writes. One that is written twice has no known content. */
export class ShellFiles {
  readonly #files = new Map<string, ShellFile | undefined>();

  constructor(source: Source, shell: ShellText | undefined) {
    const { text } = source;
    let count = 0;
    for (const match of text.matchAll(DOCUMENT)) {
      if (count++ >= MAX_FILES) break;
      const [all, argument, before, quote, name = '', after] = match;
      const path = before ?? after ?? (all.startsWith('tee') ? argument : undefined);
      if (path === undefined) continue;
      const start = match.index + all.length;
      const close = new RegExp(`^[ \\t]{0,40}${name}[ \\t\\r]{0,40}$`, 'm').exec(
        text.slice(start, start + LONGEST),
      );
      if (!close) continue;
      const written = source.slice(start, start + close.index);
      const piece = quote === '' ? (shell?.expand(written) ?? written) : written;
      this.#add(path, { piece, isOpen: quote === '' && /\$[A-Za-z_{(]/.test(piece.text) });
    }
    for (const { 0: all, 1: content = '', 2: path = '', index } of text.matchAll(ECHO)) {
      if (count++ >= MAX_FILES) break;
      const start = index + all.indexOf("'") + 1;
      this.#add(path, { piece: source.slice(start, start + content.length), isOpen: false });
    }
  }

  #add(path: string, file: ShellFile): void {
    const name = toName(path);
    this.#files.set(name, this.#files.has(name) ? undefined : file);
  }

  /** Finds the content of a file; `undefined` if the text does not write it once. */
  find(path: string): ShellFile | undefined {
    return this.#files.get(toName(path));
  }
}

/** Splits a command of Windows' cmd into words with the place of each character. */

import { PieceBuilder, type Source } from '../text.ts';
import type { Command, Word } from './shell.ts';

/** Tests if a command is for cmd: it has a caret before a quotation mark or a line break. */
export const looksLikeCmd = (text: string): boolean => /\^(?:"|[ \t]*\r?\n)/.test(text);

/**
 * Splits a command in two steps at once: cmd removes carets, then the program splits at quotation
 * marks, in which `\"` is one.
 */
export function splitCmdCommand(source: Source, start: number): Command {
  const { text } = source;
  const words: Word[] = [];
  const builder = new PieceBuilder();
  let isQuotedForCmd = false;
  let quotedSince: number | undefined;
  let slashes = 0;
  let at = start;
  const endWord = (): void => {
    if (builder.isOpen) words.push({ piece: builder.take(), hasVariable: false });
  };
  const addSlashes = (count: number, from: number): void => {
    if (count > 0) builder.add('\\'.repeat(count), from);
    slashes = 0;
  };
  while (at < text.length) {
    let char = text[at] as string;
    const isCaret = char === '^' && !isQuotedForCmd;
    if (isCaret) {
      at += 1;
      const lineBreak = /^[ \t]*\r?\n/.exec(text.slice(at, at + 20))?.[0];
      if (lineBreak) {
        at += lineBreak.length;
        // The first character of the next line is escaped as well, also a line break.
        if (text[at] !== '\n' && text[at] !== '^') continue;
        if (text[at] === '^') continue;
      }
      char = text[at] ?? '';
    } else if (char === '"') isQuotedForCmd = !isQuotedForCmd;
    else if (!isQuotedForCmd && quotedSince === undefined && /[\n&|<>]/.test(char)) break;
    const from = at;
    at += 1;
    if (char === '\\') {
      slashes += 1;
    } else if (char === '"') {
      const isLiteral = slashes % 2 === 1;
      addSlashes(slashes >> 1, from - slashes);
      if (isLiteral) builder.add('"', from);
      else {
        quotedSince = quotedSince === undefined ? from : undefined;
        builder.add('', from + 1);
      }
    } else {
      addSlashes(slashes, from - slashes);
      if (quotedSince === undefined && /\s/.test(char)) endWord();
      else builder.add(char, from);
    }
  }
  addSlashes(slashes, at - slashes);
  endWord();
  return {
    words,
    start,
    end: at,
    isStdinOpen: false,
    ...(quotedSince !== undefined && { unclosed: quotedSince }),
  };
}

/** Shells: sh, bash, zsh, fish, PowerShell and batch files. */
import { createFrame, type FindSite, type Range, type Site } from '../frame.ts';
import { isSentName, isTableName } from '../names.ts';
import type { Language } from './language.ts';

/** A word of a command; quoted parts belong to it. */
interface Word extends Range {
  readonly isComment?: boolean;
}

const COMPARES =
  /^(?:grep|egrep|fgrep|rg|ag|sed|awk|test|\[{1,2}|case|if|expr|assert\w*|contains?)$/;
const FILES =
  /^(?:cd|mkdir|rmdir|cp|mv|rm|ls|cat|tar|zip|unzip|gzip|git|docker|podman|kubectl|aws|gsutil|rsync|scp|touch|ln|open|less|tail|head|find|source|node|python3?|npm|make|wget)$/;
const ASSIGNMENT = /^(?:export\s+|set\s+|\$env:|\$)?([A-Za-z_]\w*)\s*\+?=\s*/i;

export const shell: Language = {
  name: 'shell',
  isCode: true,
  open: (text) => {
    const words = splitWords(text);
    return (at) => findWord(text, words, at);
  },
};

/** Splits a text into words, comments and line ends (empty words). */
function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '\n' || char === ';' || char === '|' || char === '&') {
      words.push({ start: at, end: at });
      at++;
    } else if (/\s/.test(char) || (char === '\\' && /[\r\n]/.test(text[at + 1] ?? ''))) {
      at += char === '\\' ? (text[at + 1] === '\r' ? 3 : 2) : 1;
    } else if (char === '#') {
      const end = endOf(text, at, '\n');
      words.push({ start: at, end, isComment: true });
      at = end;
    } else {
      const end = readWord(text, at);
      words.push({ start: at, end });
      at = end;
    }
  }
  return words;
}

const endOf = (text: string, from: number, end: string): number => {
  const found = text.indexOf(end, from);
  return found < 0 ? text.length : found;
};

function readWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !/[\s;|&]/.test(text[at] as string)) {
    const char = text[at] as string;
    if (char === "'") at = endOf(text, at + 1, "'") + 1;
    else if (char === '"') at = readDoubleQuoted(text, at + 1);
    else if (char === '\\') at += 2;
    else at++;
  }
  return Math.min(Math.max(at, from + 1), text.length);
}

function readDoubleQuoted(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function findWord(text: string, words: readonly Word[], at: number): ReturnType<FindSite> {
  const index = words.findIndex((word) => word.start <= at && at < word.end);
  const word = words[index];
  if (!word) return undefined;
  if (word.isComment) return { inner: word, content: '', frames: [], place: 'comment' };
  const array = findArray(text, words, index);
  if (array !== undefined) {
    const { start, end } = trimBrackets(text, readQuoted(text, word, at));
    return describeAssigned(array, { start, end }, text.slice(start, end));
  }
  const first = words.findLastIndex((one, i) => i < index && one.start === one.end) + 1;
  const command = words.slice(first, index).map(({ start, end }) => text.slice(start, end));
  return describeWord(text, word, command, at);
}

const ARRAY = /^["']?([A-Za-z_]\w*)\+?=\(/;
/** The words of an array before a value that are read. */
const MAX_WORDS = 100;

/** Finds the name of the array, `BETAS=(a b)`, that a word is in. */
function findArray(text: string, words: readonly Word[], index: number): string | undefined {
  for (let i = index; i >= Math.max(0, index - MAX_WORDS); i--) {
    const word = words[i] as Word;
    if (word.isComment) continue;
    const part = text.slice(word.start, word.end);
    if (i < index && part.includes(')')) return undefined;
    const name = ARRAY.exec(part)?.[1];
    if (name !== undefined || part.includes('(')) return name;
  }
  return undefined;
}

/** The first and the last word of an array touch its brackets. */
function trimBrackets(text: string, { start, end }: Range): Range {
  const from = text[start] === '(' ? start + 1 : start;
  return { start: from, end: text[end - 1] === ')' ? end - 1 : end };
}

function describeWord(text: string, word: Word, before: readonly string[], at: number): Site {
  const whole = text.slice(word.start, word.end);
  const inner = readQuoted(text, word, at);
  const content = text.slice(inner.start, inner.end);
  const isPattern = whole.endsWith(')') && !whole.includes('(');
  const [name = ''] = before;
  if (isPattern || before.some((one) => COMPARES.test(one)))
    return { inner, content, frames: [], place: 'comparison' };
  const lineStart = text.lastIndexOf('\n', word.start) + 1;
  const assignment = ASSIGNMENT.exec(
    text.slice(lineStart, inner.start).trimStart().replace(/["']$/, ''),
  );
  const assigned =
    ASSIGNMENT.exec(whole) ?? (isAssigned(text, lineStart, inner) ? assignment : null);
  if (assigned) return describeAssigned(assigned[1] as string, inner, content);
  const last = before.at(-1) ?? '';
  // A line of a document, and the environment of images, fish and Windows.
  if (/^["']?anthropic-beta:$/i.test(last)) return { inner, content, frames: [], isSent: true };
  if (/^(?:env|arg|set|setx|setenv)$/i.test(name) && isSentName(last))
    return describeAssigned(last, inner, content);
  const flag = before.findLast((one) => one.startsWith('-'));
  if (flag !== undefined && /^--?(?:anthropic-)?betas?(?:=|$)/.test(flag) && name !== 'curl')
    return { inner, content, frames: [], isSent: true };
  if (/^--?(?:anthropic-)?betas?=/.test(whole)) return { inner, content, frames: [], isSent: true };
  const isSimple = /^["']?[\w-]+["']?$/.test(whole);
  return {
    inner,
    content,
    frames: [],
    isOther: isSimple && (FILES.test(name) || whole === content),
  };
}

/** PowerShell has spaces around `=`. */
const isAssigned = (text: string, lineStart: number, { start }: Range): boolean =>
  /^\s*\$(?:env:)?\w+\s*=\s*["']?$/i.test(text.slice(lineStart, start));

function describeAssigned(name: string, inner: Range, content: string): Site {
  const isExact = isSentName(name) && name.length > 4;
  return {
    inner,
    content,
    frames: [createFrame('map', { names: [name] })],
    isSent: isExact && !isTableName(name) && /s$|headers$/i.test(name),
  };
}

/** Reads the quoted part of a word that an offset is in, or the word. */
function readQuoted(text: string, word: Word, at: number): Range {
  let start = word.start;
  for (let i = word.start; i < word.end; i++) {
    const char = text[i] as string;
    if (char !== '"' && char !== "'") continue;
    const end = char === "'" ? endOf(text, i + 1, "'") : readDoubleQuoted(text, i + 1) - 1;
    if (i < at && at < end) return { start: i + 1, end: Math.min(end, word.end) };
    start = end + 1;
    i = end;
  }
  const assigned = ASSIGNMENT.exec(text.slice(word.start, word.end));
  if (assigned && start === word.start) start += assigned[0].length;
  return { start: Math.min(start, at), end: word.end };
}

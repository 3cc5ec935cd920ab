/** Reads the commands of cURL and Wget. Sends nothing, and reads no file and no variable. */

import { isForClaude } from '../address.ts';
import type { Draft, Found } from '../draft.ts';
import type { DraftHeader } from '../draft-header.ts';
import type { Body, Unknown } from '../json/body.ts';
import { readBodyText } from '../json/body-text.ts';
import { makeNone } from '../none.ts';
import { cutPiece, joinPieces, type Piece, rangeOf, Source, trimPiece } from '../text.ts';
import type { NoneReading } from '../types.ts';
import { looksLikeCmd, splitCmdCommand } from './cmd.ts';
import { type Around, type Command, splitCommand, type Word } from './shell.ts';
import { ShellFiles } from './shell-files.ts';
import { listKnown, looksLikePowerShell, ShellText } from './shell-text.ts';

/** A command at the beginning of a line, after a prompt, in a code span or in a sentence. */
const CURL =
  /(?:(?<![\w./@-])|(?<=\/bin\/|\bcurlimages\/))(?:curl|wget)(?:\.exe|:[\w.]{1,20})?(?=[ \t]+(?!-- )(?:[-'"^$\\{`]|https?:|[\w.-]+\.\w|localhost))/g;
const CURL_AGAIN = /\bcurl[ \t]/;
const MAX_COMMANDS = 200;
/** Each quotation that does not end is read up to the end of the text. */
const MAX_PROBLEMS = 5;

/** Finds all commands in a text. */
export function findCurl(source: Source): Found {
  const drafts: Draft[] = [];
  let problem: NoneReading | undefined;
  let problems = 0;
  let end = 0;
  const isCmd = looksLikeCmd(source.text);
  let shell: ShellText | undefined;
  let files: ShellFiles | undefined;
  const isPowerShell = looksLikePowerShell(source.text);
  for (const { index } of source.text.matchAll(CURL)) {
    if (index < end) continue;
    if (drafts.length >= MAX_COMMANDS || problems >= MAX_PROBLEMS) break;
    const logged = isCmd ? undefined : readLoggedCommand(source, index);
    if (logged) {
      drafts.push(logged);
      end = logged.range.end;
      continue;
    }
    if (!isCmd) shell ??= new ShellText(source);
    files ??= new ShellFiles(source, shell);
    const command = isCmd
      ? splitCmdCommand(source, index)
      : splitCommand(source, index, { shell, isPowerShell, ...findPrinted(source, index) });
    const result = readCommand(source, command, isCmd, files);
    if ('kind' in result) {
      // Wget is mostly for files.
      if (source.text[index] === 'c') problem ??= result;
      if (command.unclosed === undefined) end = command.end;
      else problems += 1;
    } else {
      drafts.push(result);
      end = command.end;
    }
  }
  return { drafts, problem };
}

/** A command that prints a document into the next one. */
const DOCUMENT = /\bcat[ \t]*<<-?[ \t]*(['"]?)(\w{1,60})\1[ \t]*\|[ \t]*$/;
/** A command that prints a text in single quotes into the next one. */
const ECHO = /\b(?:echo(?: -[neE]{1,3})?|printf(?: ['"]%s(?:\\n)?['"])?)[ \t]+$/;
const LONGEST_PRINTED = 100_000;

/** Finds what another command prints into the one at an offset. */
function findPrinted(source: Source, index: number): Pick<Around, 'stdin' | 'document'> {
  const { text } = source;
  const line = text.slice(Math.max(text.lastIndexOf('\n', index) + 1, index - 400), index);
  const [document, quote, name] = DOCUMENT.exec(line) ?? [];
  if (document !== undefined && name !== undefined)
    return { document: { name, isOpen: quote === '' } };
  const before = text.slice(Math.max(0, index - LONGEST_PRINTED), index);
  const close = /'[ \t]*\|[ \t]*(?:\\?\r?\n[ \t]*)?$/.exec(before.slice(-200));
  if (!close) return {};
  const end = index - Math.min(before.length, 200) + close.index;
  const start = text.lastIndexOf("'", end - 1);
  const isEcho =
    start > index - LONGEST_PRINTED && ECHO.test(text.slice(Math.max(0, start - 40), start));
  return isEcho ? { stdin: source.slice(start + 1, end) } : {};
}

/** The body of a command in the debug log of LiteLLM: a value of Python in single quotes. */
const PYTHON_DATA = /[ \t\n\\](?:-d|--data(?:-raw|-binary)?)[ \t]+'(?=\{'\w+':)/g;
const LONGEST_HEAD = 10_000;

/** Reads a command whose body is no JSON, because a log printed a value of Python. */
function readLoggedCommand({ text, parts }: Source, start: number): Draft | undefined {
  const head = text.slice(start, start + LONGEST_HEAD);
  PYTHON_DATA.lastIndex = 0;
  const found = PYTHON_DATA.exec(head);
  if (!found || CURL_AGAIN.test(head.slice(4, found.index))) return undefined;
  const source = new Source(text.slice(0, start + found.index), parts);
  const command = readCommand(source, splitCommand(source, start), false);
  if ('kind' in command) return undefined;
  const at = start + found.index + found[0].length;
  const line = text.indexOf('\n', at);
  const close = text.lastIndexOf("'", line < 0 ? text.length : line);
  const { literals } = parts;
  const { node, end } = literals.readLiteral(close > at ? text.slice(0, close) : text, at);
  const body = literals.toLiteralBody(text, node);
  const range = { start, end };
  // A command without data has the method GET.
  const method = command.method === 'GET' ? 'POST' : command.method;
  return { ...command, format: 'log', range, method, body };
}

/** The one-letter options that take a value. */
const LETTERS_WITH_VALUE = 'AbcCdDeEFhHKmoPQrtTuUwxXyYz';
/** The one-letter options of Wget that take a value; none is a part of the request. */
const WGET_LETTERS_WITH_VALUE = 'aAbBDeGIlmoOPQRtTUwX';
const DATA = [
  '--post-data',
  '--body-data',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-ascii',
  '--json',
  '-d',
];
/** The options whose data may begin with `@`. */
const AS_IS = ['--data-raw', '--post-data', '--body-data'];
const UPLOADS = ['--upload-file', '-T'];
const FILES = [...UPLOADS, '--post-file', '--body-file'];
const ELSEWHERE = [...FILES, '--form', '-F', '--form-string', '--data-urlencode'];
/** The long options without a value. Unknown long options count as options with a value. */
const ALONE = new RegExp(
  `^--(?:${[
    String.raw`no-[\w-]+ anyauth basic compressed(?:-ssh)? create-dirs digest disable`,
    String.raw`fail(?:-early|-with-body)? get globoff head http[\d.]+(?:-prior-knowledge)? include`,
    'insecure ipv[46] junk-session-cookies list-only location(?:-trusted)? negotiate',
    String.raw`netrc(?:-optional)? next ntlm parallel path-as-is post30\d progress-bar raw`,
    'remote-(?:name(?:-all)?|header-name|time) show-(?:error|headers) silent',
    String.raw`ssl(?:v\d|-reqd|-no-revoke)? styled-output tcp-(?:fastopen|nodelay) tlsv[\d.]+`,
    'tr-encoding trace-time verbose xattr content-on-error quiet server-response',
  ]
    .join(' ')
    .replaceAll(' ', '|')})$`,
);

interface State {
  readonly files: ShellFiles | undefined;
  method?: string | undefined;
  url?: Piece | undefined;
  isGet?: boolean;
  readonly headers: DraftHeader[];
  readonly data: Piece[];
  readonly unknown: Unknown[];
}

function readCommand(
  source: Source,
  command: Command,
  isCmd: boolean,
  files?: ShellFiles,
): Draft | NoneReading {
  const { unclosed, words } = command;
  if (unclosed !== undefined)
    return makeNone('curl-quote', source, { start: unclosed, end: unclosed + 1 });
  const state: State = { files, headers: [], data: [], unknown: [] };
  if (/^wget/.test(words[0]?.piece.text ?? '')) readWgetOptions(state, words.slice(1));
  else readOptions(state, words.slice(1), command.stdin);
  if (command.isStdinOpen && command.stdin && state.data.includes(command.stdin))
    state.unknown.push({ part: 'body', why: 'variable', range: rangeOf(command.stdin) });
  const range = { start: command.start, end: command.end };
  if (!state.url) return makeNone('curl-url', source, range);
  const body = readBody(source, state);
  if (body && 'kind' in body) return body;
  if (!isForClaude(state.url.text, state.headers, body?.value))
    return makeNone('elsewhere', source, range);
  const hasBody = state.data.length > 0 || state.unknown.some(({ part }) => part === 'body');
  return {
    format: isCmd ? 'curl-cmd' : 'curl',
    range,
    method: state.method ?? (hasBody && !state.isGet ? 'POST' : 'GET'),
    url: state.url,
    headers: state.headers,
    ...(body && { body }),
    unknown: state.unknown,
  };
}

function readOptions(state: State, words: readonly Word[], stdin: Piece | undefined): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const { text } = word.piece;
    if (text === '--url') state.url = words[++i]?.piece;
    else if (text.startsWith('--')) {
      const equals = text.indexOf('=');
      if (ALONE.test(text)) state.isGet ||= text === '--get';
      else if (equals > 0)
        applyOption(state, text.slice(0, equals), cutWord(word, equals + 1), stdin);
      else applyOption(state, text, words[++i], stdin);
      if (text === '--head') state.method ??= 'HEAD';
    } else if (text.startsWith('-') && text.length > 1) {
      const letter = [...text.slice(1, 20)].findIndex((char) => LETTERS_WITH_VALUE.includes(char));
      const flags = letter < 0 ? text : text.slice(0, letter + 1);
      if (flags.includes('G')) state.isGet = true;
      if (flags.includes('I')) state.method ??= 'HEAD';
      if (letter < 0) continue;
      const isInside = text.length > letter + 2;
      const value = isInside ? cutWord(word, letter + 2) : words[++i];
      applyOption(state, `-${text[letter + 1]}`, value, stdin);
    } else if (text.trim() !== '') addTarget(state, word);
  }
}

/** A variable that may hold options, `"${args[@]}"`. */
const VARIABLE = /^\$(?:\w+|\{\w+(?:\[[@*]\])?\})$/;

/** Reads the address. A variable beside it, or a list in one, may hold headers and a body. */
function addTarget(state: State, { piece, hasVariable }: Word): void {
  const isOptions = hasVariable && VARIABLE.test(piece.text);
  const before = state.url;
  const isList = isOptions && piece.text.includes('[');
  if (!before && !isList) state.url = piece;
  else if (isOptions) addOptions(state, piece);
  else if (before && VARIABLE.test(before.text)) {
    addOptions(state, before);
    state.url = piece;
  }
}

function addOptions(state: State, piece: Piece): void {
  for (const part of ['headers', 'body'])
    state.unknown.push({ part, why: 'variable', range: rangeOf(piece) });
}

/** Leaves out the one-letter options of Wget, which mean other things than those of cURL. */
function readWgetOptions(state: State, words: readonly Word[]): void {
  const kept: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const { text } = word.piece;
    if (!/^-[^-]/.test(text)) kept.push(word);
    else if (WGET_LETTERS_WITH_VALUE.includes(text.at(-1) as string)) i += 1;
  }
  readOptions(state, kept, undefined);
}

const cutWord = ({ piece, hasVariable }: Word, by: number): Word => ({
  piece: cutPiece(piece, by),
  hasVariable,
});

function applyOption(
  state: State,
  name: string,
  value: Word | undefined,
  stdin: Piece | undefined,
): void {
  if (!value) return;
  const { piece } = value;
  const { text } = piece;
  if (name === '-X' || name === '--request' || name === '--method')
    state.method = text.toUpperCase();
  else if (name === '-H' || name === '--header') addHeader(state, value);
  else if (name === '-b' || name === '--cookie')
    state.headers.push({ name: 'cookie', value: text });
  else if (DATA.includes(name)) {
    if (name === '--json') state.headers.push({ name: 'content-type', value: 'application/json' });
    addData(state, value, AS_IS.includes(name), stdin);
  } else if (ELSEWHERE.includes(name)) {
    const why = FILES.includes(name) ? 'file' : 'form';
    if (!state.unknown.some(({ part }) => part === 'body'))
      state.unknown.push({ part: 'body', why, range: rangeOf(piece) });
    if (why === 'file') state.method ??= UPLOADS.includes(name) ? 'PUT' : 'POST';
  }
}

/** A variable of cmd. */
const CMD_VARIABLE = /%\w+%/;

function addHeader(state: State, { piece, hasVariable }: Word): void {
  const colon = piece.text.indexOf(':');
  if (colon <= 0) return;
  const name = piece.text.slice(0, colon).trim();
  const value = trimPiece(cutPiece(piece, colon + 1));
  const isOpen =
    (hasVariable || CMD_VARIABLE.test(value.text)) && name.toLowerCase() === 'anthropic-beta';
  if (isOpen)
    state.unknown.push({ part: 'header:anthropic-beta', why: 'variable', range: rangeOf(value) });
  // The name of a variable is no beta.
  const kept = isOpen ? listKnown(value) : [value];
  for (const one of kept) state.headers.push({ name, value: one.text, piece: one });
}

function addData(state: State, value: Word, isRaw: boolean, stdin: Piece | undefined): void {
  const { piece, hasVariable } = value;
  const range = rangeOf(piece);
  if (piece.text.startsWith('@') && !isRaw) {
    const isStdin = piece.text === '@-';
    if (isStdin && stdin) state.data.push(stdin);
    else addFile(state, cutPiece(piece, 1), isStdin ? 'stdin' : 'file');
  } else if (hasVariable && !/^\s*[{[]/.test(piece.text)) {
    const isFile = /^\$\((?:cat |<)/.test(piece.text);
    state.unknown.push({ part: 'body', why: isFile ? 'file' : 'variable', range });
  } else {
    if (hasVariable) state.unknown.push({ part: 'body', why: 'variable', range });
    state.data.push(piece);
  }
}

/** Adds the content of a file, if the text writes it. */
function addFile(state: State, path: Piece, why: 'stdin' | 'file'): void {
  const file = state.files?.find(path.text);
  if (file) state.data.push(file.piece);
  if (!file || file.isOpen)
    state.unknown.push({ part: 'body', why: file ? 'variable' : why, range: rangeOf(path) });
}

function readBody(source: Source, state: State): Body | NoneReading | undefined {
  if (state.data.length === 0 || state.isGet) return undefined;
  return readBodyText(source, joinPieces(state.data, '&'), state.unknown);
}

/** Reads the request that a cURL command sends. */
import { type Run, splitShellWords, type Word } from './shell.ts';

export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: [name: string, value: string][];
  /** The body, and the places of its parts in the source. */
  readonly body?: { readonly text: string; readonly runs: readonly Run[] };
}
export type CurlProblem = 'curl-quote' | 'curl-url' | 'curl-file' | 'curl-form';
export type Curl =
  | { readonly request: CurlRequest; readonly problem?: undefined }
  | { readonly request?: undefined; readonly problem: CurlProblem; readonly at: number };

/** Reports whether a text begins like a cURL command. */
export const looksLikeCurl = (text: string): boolean =>
  /^\s*(?:[$%>#] )?curl(?:\.exe)?\s/.test(text);

/** The one-letter options that take a value. */
const LETTERS_WITH_VALUE = new Set('AbcCdDeEFhHKmoPQrtTuUwxXyYz');
const DATA = new Set(['--data', '--data-raw', '--data-binary', '--data-ascii', '--json']);
/** The long options without a value. Unknown long options count as options with a value. */
const ALONE = new RegExp(
  `^--(?:${[
    String.raw`no-[\w-]+ anyauth basic compressed(?:-ssh)? create-dirs digest disable`,
    String.raw`fail(?:-early|-with-body)? get globoff head http[\d.]+(?:-prior-knowledge)? include`,
    'insecure ipv[46] junk-session-cookies list-only location(?:-trusted)? negotiate',
    String.raw`netrc(?:-optional)? next ntlm parallel path-as-is post30\d progress-bar raw`,
    'remote-(?:name(?:-all)?|header-name|time) show-(?:error|headers) silent',
    String.raw`ssl(?:v\d|-reqd)? styled-output tcp-(?:fastopen|nodelay) tlsv[\d.]+ tr-encoding`,
    'trace-time verbose xattr',
  ]
    .join(' ')
    .replaceAll(' ', '|')})$`,
);

/** Reads the first command of a text. Sends nothing, and reads no file and no variable. */
export function parseCurl(source: string): Curl {
  const prompt = /^\s*[$%>#] (?=curl)/.exec(source)?.[0].length ?? 0;
  // Blanks out the prompt, so that offsets stay the same.
  const split = splitShellWords(' '.repeat(prompt) + source.slice(prompt));
  if (split.unclosed !== undefined) return { problem: 'curl-quote', at: split.unclosed };
  const state: Building = { headers: [], data: [] };
  const words = split.words.slice(1);
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const { text } = word;
    if (text === '--url') state.url = words[++i]?.text;
    else if (text.startsWith('--')) {
      const equals = text.indexOf('=');
      if (ALONE.test(text)) state.get ||= text === '--get';
      else if (equals > 0)
        applyOption(state, text.slice(0, equals), dropCharacters(word, equals + 1));
      else applyOption(state, text, words[++i]);
      if (text === '--head') state.method ??= 'HEAD';
    } else if (text.startsWith('-') && text.length > 1) {
      const letter = [...text.slice(1)].findIndex((char) => LETTERS_WITH_VALUE.has(char));
      if (text.slice(1).includes('G')) state.get = true;
      if (text.slice(1).includes('I')) state.method ??= 'HEAD';
      if (letter < 0) continue;
      const inside = text.length > letter + 2;
      applyOption(
        state,
        `-${text[letter + 1]}`,
        inside ? dropCharacters(word, letter + 2) : words[++i],
      );
    } else state.url ??= text;
    if (state.problem) return { problem: state.problem, at: word.runs[0]?.from ?? 0 };
  }
  return makeRequest(state);
}

interface Building {
  method?: string | undefined;
  url?: string | undefined;
  get?: boolean;
  problem?: CurlProblem;
  readonly headers: [string, string][];
  readonly data: Word[];
}

function applyOption(state: Building, name: string, value: Word | undefined): void {
  if (!value) return;
  if (name === '-X' || name === '--request') state.method = value.text.toUpperCase();
  else if (name === '-H' || name === '--header') {
    const colon = value.text.indexOf(':');
    if (colon > 0)
      state.headers.push([value.text.slice(0, colon).trim(), value.text.slice(colon + 1).trim()]);
  } else if (name === '-d' || DATA.has(name)) {
    if (value.text.startsWith('@') && name !== '--data-raw') state.problem = 'curl-file';
    if (name === '--json') state.headers.push(['content-type', 'application/json']);
    state.data.push(value);
  } else if (name === '-F' || name === '--form' || name === '--data-urlencode')
    state.problem = 'curl-form';
  else if (name === '-T' || name === '--upload-file') state.problem = 'curl-file';
}

function makeRequest({ method, url, get, headers, data }: Building): Curl {
  if (!url) return { problem: 'curl-url', at: 0 };
  if (data.length === 0 || get) return { request: { method: method ?? 'GET', url, headers } };
  let text = '';
  const runs: Run[] = [];
  for (const part of data) {
    if (text) text += '&';
    const before = text.length;
    for (const run of part.runs) runs.push({ at: before + run.at, from: run.from });
    text += part.text;
  }
  return { request: { method: method ?? 'POST', url, headers, body: { text, runs } } };
}

/** Drops characters at the beginning of a word. */
function dropCharacters({ text, runs }: Word, by: number): Word {
  const kept: Run[] = [];
  for (const [i, run] of runs.entries()) {
    const end = runs[i + 1]?.at ?? text.length;
    if (end > by || run.at >= by)
      kept.push({ at: Math.max(0, run.at - by), from: run.from + Math.max(0, by - run.at) });
  }
  return { text: text.slice(by), runs: kept };
}

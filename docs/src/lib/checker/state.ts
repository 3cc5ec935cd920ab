/** What a link to the checker holds: everything in the fragment, which no browser sends to a server. */
import { isBetaToken, PLATFORMS, type Platform } from '@beta-headers/core';

export const LANGUAGES = ['node', 'deno', 'python', 'curl'] as const;
export type Language = (typeof LANGUAGES)[number];
export interface CheckerState {
  readonly request: string;
  readonly endpoint: string;
  readonly sent: string;
  readonly platform: Platform;
  readonly language: Language;
  /** What the header is built from. */
  readonly names: readonly string[];
  readonly error: string;
}

export const EMPTY_STATE: CheckerState = {
  request: '',
  endpoint: '',
  sent: '',
  platform: 'claude-api',
  language: 'node',
  names: [],
  error: '',
};

/** Longer links get cut by what they are pasted into. */
export const MAX_LINK = 16_000;
const MAX_NAMES = 100;
const LINE = 2000;

const KEYS = /\bsk-ant-[\w-]{6,}/g;
/** In JSON, in a cURL command, in a log. */
const SECRET_HEADERS =
  /((?:x-api-key|api-key|authorization|proxy-authorization|x-amz-security-token|cookie|x-goog-api-key)["']?\s*[:=]\s*["']?)(?!["'\s])(?:(?:bearer|basic)\s+)?[^"'\r\n,}]+/gi;
const USER = /(\s(?:-u|--user)\s+)(?:"[^"]*"|'[^']*'|\S+)/g;

/** The text without keys and tokens. Variables (`$ANTHROPIC_API_KEY`) are no secret and stay. */
export function removeSecrets(text: string): string {
  return text
    .replace(SECRET_HEADERS, (all, name: string) => (/\$\{?\w+\}?$/.test(all) ? all : `${name}***`))
    .replace(USER, (all, flag: string) => (all.includes('$') ? all : `${flag}***`))
    .replace(KEYS, 'sk-ant-***');
}

/** The fragment without `#`; `undefined` where it would be too long for a link. Keys and tokens are left out. */
export function formatFragment(state: CheckerState): string | undefined {
  const params = new URLSearchParams();
  const set = (name: string, value: string): void => {
    if (value) params.set(name, value);
  };
  if (state.request.length + state.error.length > MAX_LINK) return undefined;
  set('request', removeSecrets(state.request));
  set('endpoint', state.endpoint);
  set('sent', removeSecrets(state.sent));
  set('platform', state.platform === EMPTY_STATE.platform ? '' : state.platform);
  set('language', state.language === EMPTY_STATE.language ? '' : state.language);
  set('names', state.names.join(','));
  set('error', removeSecrets(state.error));
  const text = params.toString();
  return text.length > MAX_LINK ? undefined : text;
}

/** Reads a fragment, whoever made it; nothing for one that only names a heading. What does not fit is left out. */
export function parseFragment(hash: string): CheckerState | undefined {
  const text = hash.replace(/^#/, '');
  if (!text.includes('=') || text.length > MAX_LINK * 2) return undefined;
  const params = new URLSearchParams(text);
  const read = (name: string, most = LINE): string => (params.get(name) ?? '').slice(0, most);
  const names = read('names', MAX_LINK)
    .split(',')
    .map((name) => name.trim());
  return {
    request: read('request', MAX_LINK),
    endpoint: toOneLine(read('endpoint')),
    sent: toOneLine(read('sent')),
    platform: PLATFORMS.find((id) => id === params.get('platform')) ?? EMPTY_STATE.platform,
    language: LANGUAGES.find((id) => id === params.get('language')) ?? EMPTY_STATE.language,
    names: [...new Set(names.filter((name) => isBetaToken(name) && name.length <= 100))].slice(
      0,
      MAX_NAMES,
    ),
    error: read('error', MAX_LINK),
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into a field of one line
const toOneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f]+/g, ' ');

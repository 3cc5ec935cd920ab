/**
 * The state of the checker in a link. It is in the fragment, which browsers do not send to servers.
 */
import { isBetaToken, PLATFORMS, type Platform } from '@beta-headers/core';
import { CODE_LANGUAGES, type CodeLanguage } from '../code/index.ts';

export interface CheckerState {
  readonly request: string;
  readonly endpoint: string;
  readonly sent: string;
  readonly platform: Platform;
  readonly language: CodeLanguage;
  /** The names from which the header is built. */
  readonly names: readonly string[];
  readonly error: string;
}

export const EMPTY_STATE: CheckerState = {
  request: '',
  endpoint: '',
  sent: '',
  platform: 'claude-api',
  language: 'typescript',
  names: [],
  error: '',
};

/** The maximum length of a link. Many programs cut longer ones. */
export const MAX_LINK = 16_000;
const MAX_NAMES = 100;
const LINE = 2000;

const KEYS = /\bsk-ant-[\w-]{6,}/g;
/** Secret headers as they appear in JSON, in cURL commands and in logs. */
const SECRET_HEADERS = new RegExp(
  '((?:x-api-key|api-key|authorization|proxy-authorization|x-amz-security-token|cookie' +
    String.raw`|x-goog-api-key)["']?\s*[:=]\s*["']?)` +
    String.raw`(?!["'\s])(?:(?:bearer|basic)\s+)?[^"'\r\n,}]+`,
  'gi',
);
const USER = /(\s(?:-u|--user)\s+)(?:"[^"]*"|'[^']*'|\S+)/g;

/** Removes keys and tokens from a text. Variables (`$ANTHROPIC_API_KEY`) are no secrets. */
export function removeSecrets(text: string): string {
  return text
    .replace(SECRET_HEADERS, (all, name: string) => (/\$\{?\w+\}?$/.test(all) ? all : `${name}***`))
    .replace(USER, (all, flag: string) => (all.includes('$') ? all : `${flag}***`))
    .replace(KEYS, 'sk-ant-***');
}

/** Writes the fragment without `#` and without secrets, or nothing if it is too long for a link. */
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

/**
 * Reads a fragment, which anybody may have written. Leaves out invalid values, and returns nothing
 * for a fragment that only names a heading.
 */
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
    language: CODE_LANGUAGES.find((id) => id === params.get('language')) ?? EMPTY_STATE.language,
    names: [...new Set(names.filter((name) => isBetaToken(name) && name.length <= 100))].slice(
      0,
      MAX_NAMES,
    ),
    error: read('error', MAX_LINK),
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a field of one line must not have them
const toOneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f]+/g, ' ');

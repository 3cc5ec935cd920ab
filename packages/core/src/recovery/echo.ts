/** Distinguishes a statement of the server from an echo of the request. */
import type { FoundMatch } from '../errors/found.ts';
import { toPlainText } from '../errors/plain-text.ts';
import { isBetaToken, listHeaders } from '../request/header.ts';
import { isObject, readJson } from '../request/json.ts';
import { asText } from '../request/route.ts';
import type { BetaRequest } from '../types.ts';

/** A text in an error that may be a statement of the server. */
interface Claim {
  readonly match: FoundMatch;
  /** The betas that it names. */
  readonly betas: readonly string[];
}

/** Top-level fields that an error may begin with, besides the fields of the request. */
const FIELDS = ['messages', 'tools', 'system', 'metadata', 'input', 'prompt', 'requests', 'params'];
/** Fields that hold betas. An error about one of them is about betas. */
const BETA_FIELDS = new Set(['betas', 'anthropic_beta', 'anthropic-beta', 'headers']);
/** Fields whose text is no prose: they are between the texts of two blocks. */
const MARKS = new Set(['type', 'role', 'id', 'tool_use_id', 'name', 'media_type', 'model', 'ttl']);
const HEADER_WORDS = /anthropic[-_ ]?beta|beta[- _](?:header|flag|value)/i;
const CREDENTIAL = /authorization|key|token|secret|cookie|^anthropic-beta$/i;
/** Matches the folded end of the API's message, a reference to the documentation. */
const REFERENCE =
  /^(?:header)?(?:pleaseconsultourdocumentation(?:at[a-z]{1,40}ortryagainwithouttheheader)?)?(?:requestid[a-z\d]{1,60})?$/;
const MAX_CONTENT = 4_000_000;
const MAX_DEPTH = 40;

/**
 * Tests if a claim is a statement of the server itself. An error about a field of the body is not.
 * Words that are also in the request are not either, unless they are the whole error message.
 * @param messages - all messages of the error
 * @param body - the body of the answer
 */
export function isOwnStatement(
  { match, betas }: Claim,
  messages: readonly string[],
  body: string,
  request: BetaRequest,
): boolean {
  const before = textBefore(match, messages);
  if (isAboutPlace(before, request)) return false;
  const content = readContent(request);
  const isInContent = (text: string): boolean =>
    content?.some((part) => part.includes(fold(text))) !== false;
  if (![match.words, ...betas].some(isInContent)) return true;
  const own = readOwnMessage(body);
  // A quotation mark or a code fence at the beginning shows an echo.
  if (!/^\s*[\p{L}\p{N}]/u.test(own)) return false;
  const message = fold(own);
  const words = fold(match.words);
  const rest = message.slice(words.length);
  return message.startsWith(words) && REFERENCE.test(rest) && HEADER_WORDS.test(match.words);
}

/** Returns the text of the message before the words. The match knows only its sentence. */
function textBefore({ before, words }: FoundMatch, messages: readonly string[]): string {
  const message = messages.find((text) => text.includes(words));
  return message === undefined ? before : message.slice(0, message.indexOf(words));
}

/** Tests if an error begins with a place in the body: `messages.0.content.0: …`. */
function isAboutPlace(before: string, { body }: BetaRequest): boolean {
  const json = readJson(body);
  const fields = new Set([...FIELDS, ...(isObject(json) ? Object.keys(json) : [])]);
  for (const [, field = ''] of before.matchAll(
    /([a-z_-]{2,40})(?:[.[/][\w.[\]/-]{0,200})?["']?:/gi,
  ))
    if (fields.has(field) && !BETA_FIELDS.has(field) && field !== 'model') return true;
  return false;
}

/** Reads the message of an error in the form of the API or of a gateway. */
function readOwnMessage(body: string): string {
  const json = readJson(body);
  if (!isObject(json)) return toPlainText(body.slice(0, 10_000), 10_000);
  const { error, message, detail } = json;
  const own = isObject(error) ? error.message : (message ?? error ?? detail);
  return typeof own === 'string' ? toPlainText(own, 10_000) : '';
}

/**
 * Reads all text of a request except its betas and its credentials, and then only its prose. The
 * prose is joined, because a moderation service quotes several blocks as one text. Returns
 * `undefined` if there is too much to search.
 */
function readContent({ headers, url, body }: BetaRequest): readonly string[] | undefined {
  const parts: string[] = [decode(asText(url))];
  const prose: string[] = [];
  let left = MAX_CONTENT;
  const add = (value: unknown, depth: number, field = ''): void => {
    if (depth > MAX_DEPTH) left = 0;
    if (left <= 0) return;
    if (typeof value === 'string') {
      left -= value.length;
      parts.push(value);
      if (!MARKS.has(field)) prose.push(value);
    } else if (Array.isArray(value)) for (const item of value) add(item, depth + 1, field);
    else if (isObject(value))
      for (const [name, item] of Object.entries(value)) {
        if (depth === 0 && BETA_FIELDS.has(name) && holdsBetas(item)) continue;
        left -= name.length;
        parts.push(name);
        add(item, depth + 1, name);
      }
  };
  const json = readJson(body) ?? body;
  // The system prompt is before the messages, wherever its field is.
  if (isObject(json)) add(json.system, 1);
  add(json, 0);
  for (const [name, value] of listHeaders(headers)) if (!CREDENTIAL.test(name)) parts.push(value);
  return left > 0 ? [fold(parts.join(' ')), fold(prose.join(' '))] : undefined;
}

/** Tests if a field holds nothing but betas. A sentence in it is content. */
const holdsBetas = (value: unknown): boolean =>
  (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : [value].flat()).every(
    isBetaToken,
  );

/** Keeps only letters and digits: escapes, quotes and white space differ in an echo. */
const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

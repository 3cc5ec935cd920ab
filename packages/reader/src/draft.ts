/** Turns what a format's reader found into a reading. */
import { type Platform, plan } from '@beta-headers/core';
import { CONVERSE_FIELDS, MESSAGES_PATH, readRoute } from '@beta-headers/grammar';
import { guessFromModel } from './betas/settings.ts';
import { type DraftHeader, findPiece, listPairs } from './draft-header.ts';
import type { Body, Unknown } from './json/body.ts';
import { findShape, isOpenAi, OPENAI_PATH, type Shape } from './json/shape.ts';
import { isObject, locateRange, type Piece, type Range, rangeOf, type Source } from './text.ts';
import type {
  Api,
  Format,
  NoneReading,
  Place,
  PlatformGuess,
  RequestReading,
  SentBeta,
  UnknownPart,
} from './types.ts';

/** A request as a format's reader found it. */
export interface Draft {
  readonly format: Format;
  readonly range: Range;
  readonly method?: string | undefined;
  readonly url?: Piece | undefined;
  readonly headers: readonly DraftHeader[];
  /** Headers near the request that it does not send, since others replace them. */
  readonly unsent?: readonly DraftHeader[];
  readonly body?: Body | undefined;
  readonly unknown?: readonly Unknown[];
  /** The platform of the client's class. */
  readonly client?: Platform | undefined;
  /** The path of the SDK's method. The SDK itself moves `betas` into the header. */
  readonly sdkPath?: string | undefined;
  readonly isBetaMethod?: boolean | undefined;
}

/** The requests of a format, and the first problem. */
export interface Found {
  readonly drafts: readonly Draft[];
  readonly problem?: NoneReading | undefined;
}

/** Options of clients, which are not fields of the body. */
const CLIENT_KEYS = ['extra_headers', 'extra_query', 'extra_body', 'timeout', 'request_options'];
/** The formats of code, which may make a body in another place. */
const CODE_FORMATS: readonly Format[] = ['python', 'typescript', 'fetch', 'code'];
const MAX_BETAS = 1000;

/** Turns a draft into a reading. */
export function finish(source: Source, draft: Draft): RequestReading {
  const { format, range, body } = draft;
  const shape = findShape(body?.value);
  const url = findUrl(draft, shape);
  const method = (draft.method ?? (body || draft.sdkPath ? 'POST' : 'GET')).toUpperCase();
  const fields = readFields(draft, url);
  const headers = [...draft.headers, ...fields.headers];
  const unknown = [...(draft.unknown ?? []), ...(body?.unknown ?? []), ...url.unknown];
  const isCode = CODE_FORMATS.includes(format);
  if (isCode && method === 'POST' && !body && !unknown.some(({ part }) => part === 'body'))
    unknown.push({ part: 'body', why: 'variable' });
  const platform = guessPlatform(method, url.text, fields.value, draft, shape);
  const api = findApi(method, url.text, fields.value, shape);
  return {
    kind: 'request',
    format,
    api,
    request: {
      method,
      url: url.text,
      headers: headers.map(({ name, value }) => [name, value]),
      ...(fields.value !== undefined && { body: fields.value }),
    },
    ...(platform && { platform }),
    at: source.place(range),
    ...(draft.url && { urlAt: source.place(rangeOf(draft.url)) }),
    ...(body && { bodyAt: source.place(body.range) }),
    betas: [...listHeaderBetas(source, headers), ...listBodyBetas(source, fields.value, body)],
    unknown: unknown.map((one) => toPart(source, one)),
    place: (pointer) => placeOf(source, body?.find(pointer)),
  };
}

const placeOf = (source: Source, range: Range | undefined): Place | undefined =>
  range && source.place(range);

function toPart(source: Source, { part, why, range }: Unknown): UnknownPart {
  return { part, why, ...(range && { at: source.place(range) }) };
}

interface FoundUrl {
  readonly text: string;
  readonly unknown: Unknown[];
}

const PLACEHOLDER = /\$?\{\{?[^{}]{0,200}\}?\}/g;

/** Completes the address: the scheme, the form of placeholders, or the path of the body's form. */
function findUrl({ url, sdkPath }: Draft, shape: Shape | undefined): FoundUrl {
  if (!url) {
    const unknown: Unknown[] = [];
    if (shape?.isModelMissing && !sdkPath) unknown.push({ part: 'model', why: 'missing' });
    return { text: sdkPath ?? shape?.path ?? MESSAGES_PATH, unknown };
  }
  const isOpen = /\$[\w{(]|\{\{|\{[\w.[\]"']+\}/.test(url.text);
  const unknown: Unknown[] = isOpen ? [{ part: 'url', why: 'variable', range: rangeOf(url) }] : [];
  let text = url.text
    .trim()
    .replaceAll(
      PLACEHOLDER,
      (all) => `{${all.replaceAll(/[^\w-]+/g, '_').replaceAll(/^_+|_+$/g, '')}}`,
    );
  const lead = /^(?:\{[^}]*\}|\$\w+)(?=\/)/.exec(text)?.[0];
  if (lead) text = text.slice(lead.length);
  else if (!/^(?:\/|[a-z][a-z\d+.-]*:\/\/)/i.test(text)) text = `https://${text}`;
  return { text, unknown };
}

/** The body without the options of the client, and the headers among them. */
interface FoundFields {
  readonly value: unknown;
  readonly headers: DraftHeader[];
}

function readFields({ body, sdkPath, isBetaMethod }: Draft, { text: url }: FoundUrl): FoundFields {
  const headers: DraftHeader[] = [];
  const value = body?.value;
  if (!body || !isObject(value)) return { value, headers };
  const kept: Record<string, unknown> = { ...value };
  for (const name of ['extra_headers', 'additional_headers']) {
    if (!isObject(kept[name])) continue;
    headers.push(...listPairs(kept[name], body, `/${name}`));
    delete kept[name];
  }
  const isSdk = sdkPath !== undefined;
  if (isSdk && isObject(kept['extra_body'])) Object.assign(kept, kept['extra_body']);
  if (isSdk) for (const key of CLIENT_KEYS) delete kept[key];
  const { betas } = kept;
  if (isSdk && isBetaMethod && Array.isArray(betas)) {
    for (const [i, beta] of betas.entries()) {
      if (typeof beta === 'string')
        headers.push({
          name: 'anthropic-beta',
          value: beta,
          piece: findPiece(body, `/betas/${i}`, beta),
        });
    }
    delete kept['betas'];
  }
  const isConverse = readRoute('POST', url).form === 'converse';
  if (isConverse) delete kept['modelId'];
  return { value: kept, headers };
}

function listHeaderBetas(source: Source, headers: readonly DraftHeader[]): SentBeta[] {
  const betas: SentBeta[] = [];
  for (const { name, value, piece } of headers) {
    if (name.toLowerCase() !== 'anthropic-beta') continue;
    for (const match of value.matchAll(/[^,\s](?:[^,]*[^,\s])?/g)) {
      if (betas.length >= MAX_BETAS) return betas;
      const end = match.index + match[0].length;
      const range = piece ? locateRange(piece, match.index, end) : { start: 0, end: 0 };
      betas.push({ beta: match[0], at: source.place(range), in: 'header' });
    }
  }
  return betas;
}

function listBodyBetas(source: Source, value: unknown, body: Body | undefined): SentBeta[] {
  const betas: SentBeta[] = [];
  if (!body || !isObject(value)) return betas;
  const add = (holder: unknown, base: string): void => {
    if (!isObject(holder)) return;
    for (const name of ['anthropic_beta', 'betas']) {
      const list = holder[name];
      const items: unknown[] = Array.isArray(list) ? list : typeof list === 'string' ? [list] : [];
      for (const [i, beta] of items.entries()) {
        const pointer = `${base}/${name}${Array.isArray(list) ? `/${i}` : ''}`;
        const range = findBetaRange(body, pointer);
        if (typeof beta === 'string' && range && betas.length < MAX_BETAS)
          betas.push({ beta, at: source.place(trimQuotes(source, range)), in: 'body' });
      }
    }
  };
  add(value, '');
  add(value[CONVERSE_FIELDS], `/${CONVERSE_FIELDS}`);
  const { requests } = value;
  if (Array.isArray(requests))
    for (const [i, item] of requests.entries())
      add(Object(item)['params'], `/requests/${i}/params`);
  return betas;
}

function findBetaRange(body: Body, pointer: string): Range | undefined {
  const piece = body.findText?.(pointer);
  return piece && piece.text !== '' ? rangeOf(piece) : body.find(pointer, true);
}

function trimQuotes({ text }: Source, { start, end }: Range): Range {
  const isQuoted = /["'`]/.test(text[start] ?? '') && text[end - 1] === text[start];
  return isQuoted && end - start > 1 ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Guesses the platform: host or path, else the client, the body or the model's name. */
function guessPlatform(
  method: string,
  url: string,
  body: unknown,
  { client, url: given }: Draft,
  shape: Shape | undefined,
): PlatformGuess | undefined {
  const { platform, platformFrom } = plan({ method, url });
  const isFromText = given !== undefined;
  if (isFromText && (platformFrom === 'host' || platformFrom === 'path'))
    return { guess: platform, from: platformFrom };
  if (client) return { guess: client, from: 'client' };
  if (shape?.platform) return shape.platform;
  const { model } = Object(body) as { model?: unknown };
  if (typeof model !== 'string') return undefined;
  const guess = guessFromModel(model);
  return guess && { guess, from: 'model' };
}

function findApi(method: string, url: string, body: unknown, shape: Shape | undefined): Api {
  const { path, form, params } = readRoute(method, url);
  if (form === 'converse') return 'converse';
  if (/\/(?:chat\/completions|responses)$/.test(path) || path === OPENAI_PATH) return 'openai';
  if (params === 'batch') return 'batches';
  if (params === 'body')
    return form === 'api' && isObject(body) && isOpenAi(body) ? 'openai' : 'messages';
  return shape?.api === 'openai' ? 'openai' : 'other';
}

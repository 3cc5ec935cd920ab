/** The key of the memory: whose rejection it was, and where. */
import { readHeaderValues } from '../request/header.ts';
import { readJson } from '../request/json.ts';
import { asText, getRoute } from '../request/route.ts';
import type { BetaRequest, Platform } from '../types.ts';

/** Headers that hold a credential. */
const CREDENTIALS = [
  'authorization',
  'x-api-key',
  'api-key',
  'x-goog-api-key',
  'ocp-apim-subscription-key',
];
/** A client has few credentials; a gateway that passes on more computes some digests again. */
const MAX_DIGESTS = 500;
const MAX_PART = 120;
/** A caller's text that is longer is not kept. */
const MAX_CACHED = 4000;

/** Makes the keys of one recovery. */
export class KeyMaker {
  readonly #digests = new Map<string, string>();
  /** Nothing that another client learns is used for a request whose credential cannot be seen. */
  #local: string | undefined;

  /** Makes the key of a request. It holds no credential, only a digest of it. */
  async makeKey(request: BetaRequest, platform: Platform): Promise<string> {
    const credential = readCredential(request);
    // Not earlier: Workers allow no random values before the first request.
    this.#local ??= `local-${createId()}`;
    const scope = credential === undefined ? this.#local : await this.#digest(credential);
    const { server, endpoint, model } = describeTarget(request);
    const parts = [server, platform, endpoint, model].map((part) => this.#shorten(part));
    return [scope, ...(await Promise.all(parts))].join(' ');
  }

  /** Names that a caller chose may be too long for a storage, or not be names at all. */
  async #shorten(part: string): Promise<string> {
    if (part.length <= MAX_PART && /^[\w.:@/~+-]*$/.test(part)) return part;
    return `~${await this.#digest(part)}`;
  }

  async #digest(text: string): Promise<string> {
    if (text.length > MAX_CACHED) return digestText(text);
    const known = this.#digests.get(text);
    if (known !== undefined) return known;
    const digest = await digestText(text);
    // Evicts the oldest.
    if (this.#digests.size >= MAX_DIGESTS)
      this.#digests.delete(this.#digests.keys().next().value as string);
    this.#digests.set(text, digest);
    return digest;
  }
}

/** Reads the credential of a request; `undefined` if the client adds it later, or has none. */
function readCredential({ headers, url }: BetaRequest): string | undefined {
  const found = CREDENTIALS.flatMap((name) =>
    readHeaderValues(headers, name).map((value) => `${name}: ${readAccessKey(value) ?? value}`),
  );
  const signed = /[?&]X-Amz-Credential=([^&]+)/i.exec(asText(url))?.[1];
  if (signed !== undefined) found.push(`aws: ${decode(signed).split('/')[0]}`);
  return found.length > 0 ? found.join('\n') : undefined;
}

/** A signature is another one for each request; the id of its access key is not. */
function readAccessKey(value: string): string | undefined {
  if (!/^AWS4-/i.test(value)) return undefined;
  return `AWS4 ${/Credential=([^/,\s]+)/i.exec(value)?.[1] ?? ''}`;
}

/** 64 bits are enough to tell credentials apart, and too few to guess them from. */
async function digestText(text: string): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  // A page without TLS has no digests: then the credential gets a name that is used here only.
  if (!subtle) return `local-${createId()}`;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const createId = (): string => Math.random().toString(36).slice(2, 12);

interface Target {
  readonly server: string;
  readonly endpoint: string;
  readonly model: string;
}

function describeTarget(request: BetaRequest): Target {
  const { method, url } = request;
  const route = getRoute(method, url);
  // The endpoint without ids: counting tokens may reject what creating a message takes.
  const endpoint =
    route.params === 'none' ? route.path.split('/').slice(0, 3).join('/') : route.path;
  return { server: readServer(asText(url)), endpoint, model: readModel(request) ?? '-' };
}

/** The model as the request names it. */
export function readModel({ method, url, body, model }: BetaRequest): string | undefined {
  const named = (readJson(body) as { model?: unknown } | null | undefined)?.model;
  const found = [named, getRoute(method, url).model, model].find(
    (name) => typeof name === 'string',
  );
  return found as string | undefined;
}

/**
 * The host with its port, and whatever is before the API's own path: a gateway has an upstream or
 * an account there, Google Cloud a project and a region.
 */
function readServer(url: string): string {
  const [, host = '', path = ''] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)([^?#]*)/i.exec(url) ?? [];
  const prefix = path.split(/\/v1\/(?!projects\/)|\/publishers\/|\/model\//, 1)[0] ?? '';
  return `${host.replace(/^.*@/, '').toLowerCase()}${prefix === path ? '' : prefix}` || '-';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Makes the keys of the memory from the credential and the target of a request. */
import { listHeaders } from '../request/header.ts';
import { readJson } from '../request/json.ts';
import { asText, getRoute } from '../request/route.ts';
import type { BetaRequest, Platform } from '../types.ts';

const matchEnds = (names: readonly string[]): RegExp => new RegExp(`(?:${names.join('|')})$`, 'i');

/**
 * Headers that hold a credential, also those of gateways. Keys and tokens that change with each
 * request, such as `idempotency-key`, are not among them.
 */
const CREDENTIALS = [
  '(?:^|-)(?:authorization|auth|api-?key|virtual-?key|subscription-key|cookie)',
  '(?:^|-)(?:access|api|auth|private|bearer|session|security)-token',
  'cf-access-client-id',
];
/** Headers that name an account. They count besides every credential. */
const ACCOUNTS = ['(?:^|-)(?:tenant|org|organization|workspace|project|account|team)(?:-id)?'];
/** Headers that name the server to which a gateway passes the request. */
const ROUTES = ['(?:^|-)(?:host|provider|config|target-url|base-url|upstream)'];
const ACCOUNT = matchEnds(ACCOUNTS);
const ROUTE = matchEnds(ROUTES);
/** Matches all of them, so that most headers are tested once. */
const SCOPE = matchEnds([...CREDENTIALS, ...ACCOUNTS, ...ROUTES]);
/** Matches a credential or, by its second group, an account in the query. */
const IN_QUERY =
  /[?&]((?:api[-_]?|subscription-|access[-_])?(?:key|token)|code|sig|((?:tenant|org|organization|workspace|project|account)(?:[-_]?id)?))=([^&#]+)/gi;
/** Enough for a client. A gateway with more credentials computes some digests again. */
const MAX_DIGESTS = 500;
const MAX_PART = 120;
/** The digest of a longer text is not cached. */
const MAX_CACHED = 4000;

/** Makes the keys of one recovery. */
export class KeyMaker {
  readonly #digests = new Map<string, string>();
  /** The server of the last URL. A gateway sends most requests to the same one. */
  #last = { url: '', server: '-' };
  /** The names of clients without a visible credential. No other client shares their entries. */
  readonly #clients = new WeakMap<object, string>();

  /**
   * Makes the key of a request. It holds only a digest of the credential.
   * @param account - replaces the credential if the adapter sets that itself
   * @param client - identifies the client, whose credential may not be visible yet
   */
  async makeKey(
    request: BetaRequest,
    platform: Platform,
    account?: string,
    client: object = this,
  ): Promise<string> {
    const { owner, route } = readScope(request, account);
    const scope = owner ?? this.#nameClient(client);
    const { endpoint, model } = describeTarget(request);
    let key = owner === undefined && route === '' ? scope : await this.#digest(scope + route);
    for (const part of [this.#findServer(asText(request.url)), platform, endpoint, model])
      key += ` ${isStorable(part) ? part : `~${await this.#digest(part)}`}`;
    return key;
  }

  #nameClient(client: object): string {
    const known = this.#clients.get(client);
    if (known !== undefined) return known;
    // Created here, because Workers allow no random values before the first request.
    const name = `local-${createId()}`;
    this.#clients.set(client, name);
    return name;
  }

  #findServer(url: string): string {
    if (url !== this.#last.url) this.#last = { url, server: readServer(url) };
    return this.#last.server;
  }

  async #digest(text: string): Promise<string> {
    if (text.length > MAX_CACHED) return digestText(text);
    const known = this.#digests.get(text);
    if (known !== undefined) return known;
    const digest = await digestText(text);
    // Evicts the oldest entry.
    if (this.#digests.size >= MAX_DIGESTS)
      this.#digests.delete(this.#digests.keys().next().value as string);
    this.#digests.set(text, digest);
    return digest;
  }
}

/** Tests if every storage accepts the length and the characters of a part. */
const isStorable = (part: string): boolean =>
  part.length <= MAX_PART && /^[\w.:@/~+-]*$/.test(part);

/** The parts of a request that show whose it is, and where a gateway passes it to. */
interface Scope {
  /** The credential and the account; `undefined` if the client adds them later, or has none. */
  readonly owner: string | undefined;
  /** The server that the request names for a gateway; empty if it names none. */
  readonly route: string;
}

function readScope({ headers, url }: BetaRequest, account: string | undefined): Scope {
  const owner = account === undefined ? [] : [`account: ${account}`];
  let route = '';
  for (const [name, value] of listHeaders(headers)) {
    if (value === '' || !SCOPE.test(name)) continue;
    if (ROUTE.test(name)) route += `\n${name}: ${value}`;
    else if (account === undefined || ACCOUNT.test(name))
      owner.push(`${name}: ${readAccessKey(value) ?? value}`);
  }
  for (const [, name, ofAccount, value] of asText(url).matchAll(IN_QUERY))
    if (account === undefined || ofAccount !== undefined) owner.push(`?${name}: ${value}`);
  const signed = /[?&]X-Amz-Credential=([^&]+)/i.exec(asText(url))?.[1];
  if (signed !== undefined && account === undefined)
    owner.push(`aws: ${decode(signed).split('/')[0]}`);
  return { owner: owner.length > 0 ? owner.join('\n') : undefined, route };
}

/** Reads the id of the access key, which stays the same while the signature changes. */
function readAccessKey(value: string): string | undefined {
  if (!/^AWS4-/i.test(value)) return undefined;
  return `AWS4 ${/Credential=([^/,\s]+)/i.exec(value)?.[1] ?? ''}`;
}

/** Returns 64 bits of a digest: they distinguish credentials, and cannot be reversed. */
async function digestText(text: string): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  // A page without TLS cannot compute digests. A random text replaces this one.
  if (!subtle) return `local-${createId()}`;
  const bytes = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes.slice(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const createId = (): string => Math.random().toString(36).slice(2, 12);

interface Target {
  readonly endpoint: string;
  readonly model: string;
}

function describeTarget(request: BetaRequest): Target {
  const { method, url } = request;
  const route = getRoute(method, url);
  // The path without ids. Counting tokens may reject a beta that creating a message accepts.
  const endpoint =
    route.params === 'none' ? route.path.split('/').slice(0, 3).join('/') : route.path;
  return { endpoint, model: readModel(request) ?? '-' };
}

/** Reads the model's name from the body, the path or the `model` of a request. */
export function readModel({ method, url, body, model }: BetaRequest): string | undefined {
  const named = (readJson(body) as { model?: unknown } | null | undefined)?.model;
  const found = [named, getRoute(method, url).model, model].find(
    (name) => typeof name === 'string',
  );
  return found as string | undefined;
}

/**
 * Reads the host, its port and the path before the API's own path. A gateway has an upstream or an
 * account there, and Google Cloud has a project and a region.
 */
function readServer(url: string): string {
  const [, scheme = '', host = '', path = ''] =
    /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)([^?#]*)/i.exec(url) ?? [];
  // The gateway of Cloudflare has `/v1/` before its account as well, so the last one counts.
  const end =
    [...path.matchAll(/\/v1\/(?!projects\/)|\/publishers\/|\/model\//g)].at(-1)?.index ?? 0;
  const name = `${host.replace(/^.*@/, '').toLowerCase()}${path.slice(0, end)}`;
  if (name === '') return '-';
  return /^https?$/i.test(scheme) && scheme.length === 4 ? `http://${name}` : name;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads the constructors of clients: their platform, address and headers. */
import type { Platform } from '@beta-headers/core';
import type { Unknown } from '../json/body.ts';
import { LiteralReader } from '../literals/literal.ts';
import type { Entry } from '../literals/literal-node.ts';
import { matchAt, type Piece } from '../text.ts';
import { type Evaluator, readHeaderNode } from './evaluate.ts';
import {
  type ClientHeaders,
  listHeaderNames,
  replaceAllHeaders,
  replaceHeaders,
} from './sdk-headers.ts';

/** A client that the code makes. */
export interface Client extends ClientHeaders {
  /** The variable that holds it. */
  readonly variable: string | undefined;
  readonly platform: Platform | undefined;
  readonly isOpenAi: boolean;
  readonly base: Piece | undefined;
  /** A client of an SDK, whose calls send their headers in place of those of the client. */
  readonly isSdk: boolean;
  /** A client with other options, `client.with_options(…)`: the bracket of a call behind it. */
  readonly callAt?: number | undefined;
  readonly isCopy?: boolean;
}

const CONSTRUCTOR =
  /(?:([A-Za-z_$][\w$]{0,60})[ \t]?(?::[ \t]?[\w.]{1,60}[ \t]?)?=[ \t]{0,4})?(?:await )?(?:new )?(?:[a-z]\w{0,30}\.)?\b(?:Async)?(Anthropic(?:Bedrock(?:Mantle)?|Vertex|Foundry|AWS|Aws|GoogleCloud)?|OpenAI|AzureOpenAI|axios\.create|ky\.create|httpx\.(?:Async)?Client)(?=\()/g;
const PLATFORMS: Readonly<Record<string, Platform>> = {
  AnthropicBedrock: 'bedrock',
  AnthropicBedrockMantle: 'bedrock-mantle',
  AnthropicVertex: 'vertex',
  AnthropicFoundry: 'foundry',
  AnthropicAWS: 'claude-on-aws',
  AnthropicAws: 'claude-on-aws',
  AnthropicGoogleCloud: 'claude-on-google-cloud',
};
/** The variable of a `with` statement of Python. */
const AS = /\s{0,9}as\s{1,9}(\w{1,60})\s{0,9}[:,)]/y;
const MAX_CLIENTS = 20;

/** Finds all clients in a text. */
export function findClients(text: string, evaluator: Evaluator): Client[] {
  const clients: Client[] = [];
  let end = 0;
  for (const match of text.matchAll(CONSTRUCTOR)) {
    if (match.index < end || clients.length >= MAX_CLIENTS) continue;
    const reader = new LiteralReader(text, match.index + match[0].length);
    const { args, named } = reader.readArguments();
    end = reader.at;
    const [first] = args;
    const entries = named.length > 0 || !first ? named : evaluator.listEntries(first).entries;
    const client = readClient(match, entries, evaluator);
    clients.push({ ...client, variable: client.variable ?? matchAt(AS, text, end)?.[1] });
  }
  return [...clients, ...findCopies(text, clients, evaluator)];
}

const COPY =
  /(?:([A-Za-z_$][\w$]{0,60})[ \t]?=[ \t]{0,4})?(?:await )?((?:[A-Za-z_$][\w$]{0,60}\s{0,8}\.\s{0,8}){1,4})(?:with_options|withOptions|copy)(?=\()/g;
/** The call that a copy makes at once, `.messages.create(`. */
const CALLED = /(?:\s{0,40}\.\s{0,8}\w{1,60}){1,6}(?=\()/y;

/** Finds clients that are copies of others with other headers. */
function findCopies(text: string, clients: readonly Client[], evaluator: Evaluator): Client[] {
  const copies: Client[] = [];
  let end = 0;
  for (const match of text.matchAll(COPY)) {
    if (match.index < end || copies.length >= MAX_CLIENTS) continue;
    const [all, variable, owner = ''] = match;
    const names = owner.split('.').map((name) => name.trim());
    const original =
      [...clients, ...copies].find((one) => names.includes(one.variable ?? '')) ??
      (clients.length === 1 ? clients[0] : undefined);
    const reader = new LiteralReader(text, match.index + all.length);
    const { args, named } = reader.readArguments();
    end = reader.at;
    const [first] = args;
    const entries = named.length > 0 || !first ? named : evaluator.listEntries(first).entries;
    const { headers, unknown, base } = readClient(match, entries, evaluator);
    const kept = original && keepHeaders(original, all.endsWith('withOptions'), entries, evaluator);
    const called = matchAt(CALLED, text, end)?.[0];
    copies.push({
      platform: original?.platform,
      isOpenAi: original?.isOpenAi ?? false,
      base: base ?? original?.base,
      isSdk: original?.isSdk ?? false,
      headers: [...(kept?.headers ?? []), ...headers],
      unsent: kept?.unsent ?? [],
      unknown: [...(kept?.unknown ?? []), ...unknown],
      variable: called === undefined ? variable : undefined,
      callAt: called === undefined ? undefined : end + called.length,
      isCopy: true,
    });
  }
  return copies;
}

/**
 * Keeps the headers that a copy has from its original. `withOptions` of TypeScript and
 * `set_default_headers` of Python replace all of them, `default_headers` those of the same name.
 */
function keepHeaders(
  original: Client,
  isTypeScript: boolean,
  entries: readonly Entry[],
  evaluator: Evaluator,
): ClientHeaders {
  const find = (name: string): Entry | undefined => entries.findLast(({ key }) => key === name);
  if (find(isTypeScript ? 'defaultHeaders' : 'set_default_headers'))
    return replaceAllHeaders(original);
  return replaceHeaders(original, listHeaderNames(find('default_headers')?.value, evaluator));
}

function readClient(
  [, variable, name = '']: RegExpExecArray,
  entries: readonly Entry[],
  evaluator: Evaluator,
): Client {
  const find = (...keys: string[]): Entry | undefined =>
    entries.find(({ key }) => key !== undefined && keys.includes(key));
  const unknown: Unknown[] = [];
  const baseNode = find('base_url', 'baseURL', 'prefixUrl')?.value;
  const base = baseNode && evaluator.resolve(baseNode);
  if (baseNode && base?.kind !== 'text')
    unknown.push({ part: 'url', why: 'variable', range: baseNode });
  return {
    variable,
    platform: PLATFORMS[name],
    isOpenAi: name.endsWith('OpenAI'),
    isSdk: /Anthropic|OpenAI/.test(name),
    base: base?.kind === 'text' ? base.piece : undefined,
    headers: readHeaderNode(
      find('default_headers', 'set_default_headers', 'defaultHeaders', 'headers')?.value,
      evaluator,
      unknown,
    ),
    unsent: [],
    unknown,
  };
}

/** Reads calls of the SDKs, of LiteLLM and of the client of OpenAI. */

import type { Draft } from '../draft.ts';
import type { DraftHeader } from '../draft-header.ts';
import type { Unknown } from '../json/body.ts';
import type { Entry, Node } from '../literals/literal-node.ts';
import type { Piece } from '../text.ts';
import { type Call, type Context, findEntry, makeDraft, toObject } from './call.ts';
import type { Client } from './clients.ts';
import { readHeaderNode } from './evaluate.ts';
import {
  BETA_HEADER,
  hasBetas,
  listBetaHeaders,
  listHeaderNames,
  removeBetas,
  replaceHeaders,
  setsOwnBeta,
} from './sdk-headers.ts';
import type { SdkMethod } from './sdk-methods.ts';
import { readParameters } from './sdk-parameters.ts';
import { translateBody } from './translated.ts';

/** Reads `client.messages.create(…)` and similar calls. */
export function readSdkCall(call: Call, context: Context, sdkMethod: SdkMethod): Draft | undefined {
  const { path, method, isBeta, isOpenAi, isTranslated } = sdkMethod;
  const { evaluator, isPython } = context;
  const client = findClient(call, context, isTranslated ?? false);
  if (isOpenAi !== (client?.isOpenAi ?? isOpenAi) && !isOpenAi) return undefined;
  const [first, second] = call.args;
  // In Ruby an object may come before the options, which are named.
  const isObject = first !== undefined && evaluator.resolve(first).kind === 'object';
  const isNamed = call.named.length > 0 && !isObject;
  const params = isNamed ? toObject(call) : first;
  const hasBody = method === 'POST';
  const options = isNamed || !hasBody ? undefined : second;
  const objects = isNamed || hasBody ? [params] : call.args;
  const set = findSetHeaders(call, { params: objects, options, isNamed }, sdkMethod, context);
  const ofClient = client && replaceHeaders(client, set.names);
  const given = hasBody && params ? evaluator.toBody(params) : undefined;
  const kept = given && set.isWithoutBetas ? removeBetas(given) : given;
  const body = kept && isTranslated ? translateBody(kept) : kept;
  const query = hasBody ? undefined : readParameters(call, evaluator, set.isWithoutBetas);
  const unknown: Unknown[] = [...(ofClient?.unknown ?? []), ...(query?.unknown ?? [])];
  const headers: DraftHeader[] = [...(ofClient?.headers ?? []), ...(query?.headers ?? [])];
  if (options)
    headers.push(
      ...readHeaderNode(
        findEntry(evaluator.listEntries(options).entries, 'headers'),
        evaluator,
        unknown,
      ),
    );
  const target = path + (query?.search ?? '');
  const url = client?.base && joinUrl(client.base, target);
  return {
    ...makeDraft(call, isNamed || isPython ? 'python' : 'typescript'),
    method,
    ...(url && { url }),
    sdkPath: target,
    isBetaMethod: isBeta,
    client: client?.platform,
    headers,
    unsent: [...(ofClient?.unsent ?? []), ...set.unsent, ...listOthers(client, context)],
    ...(body && { body }),
    unknown,
  };
}

/** Finds the client of a call: by the call, by its variable, or the only one. */
function findClient(call: Call, { clients }: Context, isTranslated: boolean): Client | undefined {
  // An object holds it in a field of this name, `self.client`.
  const root = call.chain.replace(/^(?:self|this)\./, '').split('.')[0];
  const made = clients.filter(({ isCopy }) => !isCopy);
  const only = made.length === 1 && !isTranslated ? made[0] : undefined;
  return (
    clients.find(({ callAt }) => callAt === call.open) ??
    clients.find(({ variable }) => variable === root) ??
    only
  );
}

/** Lists the headers of other clients, which the call of a known client does not send. */
const listOthers = (client: Client | undefined, { clients }: Context): DraftHeader[] =>
  client
    ? clients.filter((one) => one !== client && one.isSdk).flatMap(({ headers }) => headers)
    : [];

/** The headers that a call sets by `betas` and by its options. */
interface SetHeaders {
  /** The names in lower case, whose values of the client are not sent. */
  readonly names: readonly string[];
  /** The options have the header of `betas`, and replace it. */
  readonly isWithoutBetas: boolean;
  readonly unsent: readonly DraftHeader[];
}

/** The arguments of a call: by name, or parameters and options. */
interface Arguments {
  readonly params: readonly (Node | undefined)[];
  readonly options: Node | undefined;
  readonly isNamed: boolean;
}

function findSetHeaders(
  { chain }: Call,
  { params, options, isNamed }: Arguments,
  { path, method, isBeta }: SdkMethod,
  { evaluator }: Context,
): SetHeaders {
  const list = (node: Node | undefined): readonly Entry[] =>
    node ? evaluator.listEntries(node).entries : [];
  const entries = params.flatMap(list);
  const inOptions = method === 'POST' ? list(options) : entries;
  const node = isNamed ? findEntry(entries, 'extra_headers') : findEntry(inOptions, 'headers');
  const names = listHeaderNames(node, evaluator);
  if (!isBeta) return { names, isWithoutBetas: false, unsent: [] };
  const betas = findEntry(entries, 'betas');
  if (names.includes(BETA_HEADER))
    return { names, isWithoutBetas: true, unsent: listBetaHeaders(betas, evaluator) };
  const isSet = hasBetas(betas, evaluator) || setsOwnBeta(path, chain, isNamed);
  return { names: isSet ? [...names, BETA_HEADER] : names, isWithoutBetas: false, unsent: [] };
}

function joinUrl({ text, runs }: Piece, path: string): Piece {
  const base = text.replace(/\/+$/, '').replace(/\/v1$/, '');
  return { text: base + path, runs };
}

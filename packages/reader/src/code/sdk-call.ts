/** Reads calls of the SDKs, of LiteLLM and of the client of OpenAI. */

import type { Draft } from '../draft.ts';
import type { DraftHeader } from '../draft-header.ts';
import type { Unknown } from '../json/body.ts';
import type { Piece } from '../text.ts';
import { type Call, type Context, findEntry, makeDraft, toObject } from './call.ts';
import { readHeaderNode } from './evaluate.ts';
import type { SdkMethod } from './sdk-methods.ts';
import { readParameters } from './sdk-parameters.ts';
import { translateBody } from './translated.ts';

/** Reads `client.messages.create(…)` and similar calls. */
export function readSdkCall(
  call: Call,
  context: Context,
  { path, method, isBeta, isOpenAi, isTranslated }: SdkMethod,
): Draft | undefined {
  const { evaluator, clients, isPython } = context;
  const root = call.chain.split('.')[0];
  const made = clients.filter(({ isCopy }) => !isCopy);
  const only = made.length === 1 && !isTranslated ? made[0] : undefined;
  const client =
    clients.find(({ callAt }) => callAt === call.open) ??
    clients.find(({ variable }) => variable === root) ??
    only;
  if (isOpenAi !== (client?.isOpenAi ?? isOpenAi) && !isOpenAi) return undefined;
  const [first, second] = call.args;
  // In Ruby an object may come before the options, which are named.
  const isObject = first !== undefined && evaluator.resolve(first).kind === 'object';
  const isNamed = call.named.length > 0 && !isObject;
  const params = isNamed ? toObject(call) : first;
  const hasBody = method === 'POST';
  const given = hasBody && params ? evaluator.toBody(params) : undefined;
  const body = given && isTranslated ? translateBody(given) : given;
  const query = hasBody ? undefined : readParameters(call, evaluator);
  const unknown: Unknown[] = [...(client?.unknown ?? []), ...(query?.unknown ?? [])];
  const headers: DraftHeader[] = [...(client?.headers ?? []), ...(query?.headers ?? [])];
  const options = isNamed || !hasBody ? undefined : second;
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
    ...(body && { body }),
    unknown,
  };
}

function joinUrl({ text, runs }: Piece, path: string): Piece {
  const base = text.replace(/\/+$/, '').replace(/\/v1$/, '');
  return { text: base + path, runs };
}

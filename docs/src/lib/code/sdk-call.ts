/** Plans a call of an official client: the method and its arguments, in the names of TypeScript. */
import { PYTHON_BETAS } from '../../generated/callers.ts';
import type { Call } from './call.ts';
import { type Fields, isFields, type Value } from './literal.ts';
import { findSdkMethod, listMessageParams } from './sdk-methods.ts';

/** A call of a method of a client. */
export interface SdkCall {
  /** After `client.`: `beta.messages.create`; `get`, `post` … where the SDK has no method. */
  readonly name: string;
  /** True for `get`, `post` … */
  readonly isRaw: boolean;
  readonly positional: readonly string[];
  readonly named: Fields;
  /** Fields of the body for which the method has no parameter. */
  readonly unknown: Fields;
}

/** Methods that clients lack although the platform has the endpoint, or may have it. */
const LACKS: Readonly<Record<string, RegExp>> = {
  bedrock: /countTokens$/,
  foundry: /(?:^|\.)(?:messages\.batches|models)\./,
  'foundry-azure': /(?:^|\.)(?:messages\.batches|models)\./,
};

/** Plans a call; undefined if the client of the platform cannot send the request. */
export function planSdkCall(call: Call, isPython = false): SdkCall | undefined {
  const { platform, method, path, betas, body } = call;
  const [plain = '', search] = path.split('?', 2);
  const query = readQuery(search);
  const sdk = query && findSdkMethod(method, plain, betas, isPython);
  if (!sdk || LACKS[platform]?.test(sdk.name)) return planRawCall(call);
  // The Python SDK may not have the methods of a beta that the TypeScript SDK has.
  if (isPython && !sdk.sends.every((beta) => PYTHON_BETAS.includes(beta))) return planRawCall(call);
  const { parameters, sends } = sdk;
  const last = parameters.at(-1);
  const others = betas.filter((beta) => !sends.includes(beta));
  const known = listMessageParams(sdk.name, isPython);
  const { model, ...fields } = isFields(body) ? body : {};
  if (body !== undefined && !isFields(body)) return planRawCall(call);
  const isKnown = ([name]: readonly [string, Value]): boolean => known?.has(name) ?? true;
  const entries = Object.entries(fields);
  return {
    name: sdk.name,
    isRaw: false,
    positional: last ? [last[1]] : [],
    named: {
      ...(model !== undefined && { model }),
      ...Object.fromEntries(parameters.slice(0, -1)),
      ...query,
      ...(others.length > 0 && { betas: others }),
      ...Object.fromEntries(entries.filter(isKnown)),
    },
    unknown: Object.fromEntries(entries.filter((entry) => !isKnown(entry))),
  };
}

/** Plans a call of `client.get`, `client.post` …, which send any request. */
function planRawCall({ kind, method, path, betas, body, files }: Call): SdkCall | undefined {
  if (files.length > 0 || kind !== 'other') return undefined;
  return {
    name: method.toLowerCase(),
    isRaw: true,
    positional: [path],
    named: {
      ...(body !== undefined && { body }),
      ...(betas.length > 0 && { headers: { 'anthropic-beta': betas.join(',') } }),
    },
    unknown: {},
  };
}

/** Reads a query as parameters of a method; undefined if it is more than names and plain values. */
function readQuery(search = ''): Fields | undefined {
  const query: Record<string, Value> = {};
  for (const part of search.split('&').filter((one) => one !== '')) {
    const [, name = '', value = ''] = /^([a-z_]+)=([\w.:-]+)$/.exec(part) ?? [];
    if (name === '' || Object.hasOwn(query, name)) return undefined;
    const isBoolean = value === 'true' || value === 'false';
    query[name] = isBoolean
      ? value === 'true'
      : /^[1-9]\d{0,14}$/.test(value)
        ? Number(value)
        : value;
  }
  return query;
}

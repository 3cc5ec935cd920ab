/** Describes a call as an HTTP request, for languages that are written without a client. */
import { BODY_VERSIONS, formatPlatformPath, MESSAGES_PATH } from '@beta-headers/grammar';
import { anthropicVersion } from '@beta-headers/manifest/sdk.json';
import { CALLERS } from '../../generated/callers.ts';
import type { Call } from './call.ts';
import { type Fields, isFields, type Value } from './literal.ts';

/** A text, or an environment variable. */
export type Piece = { readonly text: string } | { readonly variable: string };

/** An HTTP request. `base` and the values of `auth` have variables in the form of a shell. */
export interface WireRequest {
  readonly method: string;
  readonly base: string;
  readonly path: string;
  /** Headers of the platform, which hold keys. */
  readonly auth: readonly string[];
  /** The service of an AWS signature, which replaces the headers. */
  readonly signed?: string | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: Value | undefined;
}

const ORGANIZATION = /^\/v1\/(?:organizations|user_profiles)(?:[/?]|$)/;

/** Tests if an endpoint takes the keys of the Admin API. */
export const isAdmin = ({ platform, path }: Call): boolean =>
  platform === 'claude-api' && path.startsWith('/v1/organizations');

/** Describes a call; undefined for what has no form without a client. */
export function toWire(call: Call): WireRequest | undefined {
  const { platform, kind, method, model, stream } = call;
  const { [platform]: caller, bedrock } = CALLERS;
  const {
    base,
    organization = base,
    headers: auth = [],
    signed,
  } = (kind === 'converse' ? bedrock : caller)?.call ?? {};
  if (base === undefined || organization === undefined) return undefined;
  const start = {
    method,
    base: ORGANIZATION.test(call.path) ? organization : base,
    auth: isAdmin(call)
      ? auth.map((one) => one.replace('ANTHROPIC_API_KEY', 'ANTHROPIC_ADMIN_KEY'))
      : auth,
    signed,
  };
  if (kind === 'converse') {
    const path = formatPlatformPath({ form: 'converse', path: MESSAGES_PATH, model, stream });
    return { ...start, path, headers: [], body: call.body };
  }
  if (platform === 'bedrock') {
    // CountTokens of Bedrock takes the body as base64.
    if (kind !== 'message') return undefined;
    const path = formatPlatformPath({ form: 'invoke', path: MESSAGES_PATH, model, stream });
    return { ...start, path, headers: [], body: makeInvokeBody(call) };
  }
  const betas = call.betas.length > 0 ? [['anthropic-beta', call.betas.join(',')] as const] : [];
  if (platform === 'vertex') {
    const path = formatPlatformPath({ form: 'raw-predict', path: call.path, model, stream });
    return { ...start, path, headers: betas, body: makeRawPredictBody(call) };
  }
  const version = ['anthropic-version', anthropicVersion] as const;
  return { ...start, path: call.path, headers: [version, ...betas], body: call.body };
}

/** The body of InvokeModel: the betas in it, the model and the stream in the path. */
export function makeInvokeBody({ body, betas }: Call): Fields {
  const { model: _, stream: __, ...fields } = getFields(body);
  return {
    anthropic_version: BODY_VERSIONS.invoke,
    ...(betas.length > 0 && { anthropic_beta: betas }),
    ...fields,
  };
}

/** The body of rawPredict: the model is in the path, except for counting tokens. */
function makeRawPredictBody({ kind, body }: Call): Fields {
  const { model, ...fields } = getFields(body);
  return {
    anthropic_version: BODY_VERSIONS['raw-predict'],
    ...(kind === 'count' && model !== undefined && { model }),
    ...fields,
  };
}

const getFields = (body: Value | undefined): Fields => (isFields(body) ? body : {});

/** The Bedrock API key, which replaces the signature in languages without a signer. */
const BEDROCK_KEY = 'Authorization: Bearer $AWS_BEARER_TOKEN_BEDROCK';
/** The variable for the answer of `gcloud auth print-access-token`. */
const GOOGLE_TOKEN = 'GOOGLE_ACCESS_TOKEN';

/**
 * Splits a text with variables of a shell; `rest` follows it and has none. The command of gcloud is
 * read from a variable.
 */
export function splitVariables(text: string, rest = ''): Piece[] {
  const parts = text.split(/(\$\w+|\$\([^)]*\))/);
  const last = parts.length - 1;
  return parts
    .map((part, index): Piece => {
      if (index % 2 === 0) return { text: index === last ? part + rest : part };
      return { variable: part.startsWith('$(') ? GOOGLE_TOKEN : part.slice(1) };
    })
    .filter((piece) => !('text' in piece && piece.text === ''));
}

/** All headers of a request for a program without a shell: those with keys and the others. */
export function listHeaders({ auth, signed, headers }: WireRequest): [string, Piece[]][] {
  return [...auth, ...(signed === undefined ? [] : [BEDROCK_KEY])]
    .map((line): [string, Piece[]] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), splitVariables(line.slice(colon + 2))];
    })
    .concat(headers.map(([name, value]) => [name, [{ text: value }]]));
}

/** Builds requests in each wire form, and reads them at the upstream. */
import type { ClientCall, HeaderFields } from './client.ts';
import type { ConformanceOptions, ConformancePlatform, Form, Target } from './types.ts';
import type { ReceivedRequest } from './upstream.ts';

/** The headers that carry a credential on some platform. */
export const CREDENTIAL_HEADERS: readonly string[] = [
  'authorization',
  'x-api-key',
  'api-key',
  'x-goog-api-key',
];

/** The parts of a request that checks vary. */
export interface Draft {
  readonly betas?: readonly string[];
  /** Further members of the body, as JSON text without braces. */
  readonly members?: string;
  readonly stream?: boolean;
  readonly headers?: HeaderFields;
}

const PROJECT = '/projects/conformance/locations/us-east5/publishers/anthropic/models';

const MESSAGES = '"messages":[{"role":"user","content":"Hello"}]';

/** Describes a target by its form and platform. */
export function describeTarget(
  { form, platform, model, slow = false }: ConformanceOptions,
  headers: Readonly<Record<string, string>>,
): Target {
  const upstreamForm = chooseUpstreamForm(platform);
  return {
    form,
    platform,
    upstreamForm,
    isSameForm: form === upstreamForm,
    isAnthropic:
      platform === 'claude-api' ||
      platform === 'claude-on-aws' ||
      platform === 'claude-on-google-cloud',
    model: model ?? (form === 'invoke' ? 'us.anthropic.claude-sonnet-4-6' : 'claude-sonnet-4-6'),
    hasCredential: CREDENTIAL_HEADERS.some((name) => headers[name] !== undefined),
    slow,
  };
}

function chooseUpstreamForm(platform: ConformancePlatform): Form {
  if (platform === 'bedrock') return 'invoke';
  return platform === 'vertex' ? 'raw-predict' : 'messages';
}

/** Builds a request for a message. */
export function buildMessage(target: Target, draft: Draft = {}): ClientCall {
  return buildCall(target, draft, writeBody(target, draft));
}

/** Builds a request for a message with the given body. */
export function buildCall(target: Target, draft: Draft, body: string | Buffer): ClientCall {
  return {
    path: choosePath(target, draft.stream === true),
    headers: { ...baseHeaders(target), ...betaHeader(target, draft), ...draft.headers },
    body,
  };
}

/** Builds a request that counts tokens. */
export function buildCount(target: Target, draft: Draft = {}): ClientCall {
  const headers = { ...baseHeaders(target), ...betaHeader(target, draft), ...draft.headers };
  const fields = `${MESSAGES}${draft.members === undefined ? '' : `,${draft.members}`}`;
  if (target.form === 'invoke') {
    const inner = `{"anthropic_version":"bedrock-2023-05-31","max_tokens":1,${fields}}`;
    const encoded = Buffer.from(inner).toString('base64');
    return {
      path: `/model/${encodeURIComponent(target.model)}/count-tokens`,
      headers,
      body: `{"input":{"invokeModel":{"body":"${encoded}"}}}`,
    };
  }
  return {
    path:
      target.form === 'messages'
        ? '/v1/messages/count_tokens?beta=true'
        : `${PROJECT}/count-tokens:rawPredict`,
    headers,
    body: `{"model":"${target.model}",${fields}}`,
  };
}

function choosePath(target: Target, stream: boolean): string {
  const model = encodeURIComponent(target.model);
  switch (target.form) {
    case 'messages':
      return '/v1/messages?beta=true';
    case 'invoke':
      return `/model/${model}/${stream ? 'invoke-with-response-stream' : 'invoke'}`;
    case 'raw-predict':
      return `${PROJECT}/${model}:${stream ? 'streamRawPredict' : 'rawPredict'}`;
  }
}

/** Writes the first members of a body, which differ by form. */
export function writeHead(target: Target, draft: Draft): string {
  const betas =
    target.form === 'invoke' && draft.betas !== undefined && draft.betas.length > 0
      ? [`"anthropic_beta":${JSON.stringify(draft.betas)}`]
      : [];
  const first = {
    messages: `"model":"${target.model}"`,
    invoke: '"anthropic_version":"bedrock-2023-05-31"',
    'raw-predict': '"anthropic_version":"vertex-2023-10-16"',
  }[target.form];
  const stream = draft.stream === true && target.form !== 'invoke' ? ['"stream":true'] : [];
  return [first, ...betas, ...stream].join(',');
}

function writeBody(target: Target, draft: Draft): string {
  const members = draft.members === undefined ? '' : `,${draft.members}`;
  return `{${writeHead(target, draft)},"max_tokens":16,${MESSAGES}${members}}`;
}

function baseHeaders(target: Target): Record<string, string> {
  const version = target.form === 'invoke' ? {} : { 'anthropic-version': '2023-06-01' };
  return {
    'content-type': 'application/json',
    accept: 'application/json',
    ...version,
    ...(target.hasCredential ? {} : chooseCredential(target.form)),
  };
}

function chooseCredential(form: Form): Record<string, string> {
  if (form === 'messages') return { 'x-api-key': 'conformance-client-key' };
  return { authorization: 'Bearer conformance-client-key' };
}

function betaHeader(target: Target, draft: Draft): Record<string, string> {
  if (target.form === 'invoke' || draft.betas === undefined || draft.betas.length === 0) return {};
  return { 'anthropic-beta': draft.betas.join(',') };
}

/** Returns the betas that a request carries, in its header and in its body. */
export function readBetas(request: ReceivedRequest): string[] {
  const header = (request.headers['anthropic-beta'] ?? '').split(',').map((beta) => beta.trim());
  return [...header.filter((beta) => beta !== ''), ...readBodyBetas(request)];
}

function readBodyBetas(request: ReceivedRequest): string[] {
  const list = readJson(request.body)['anthropic_beta'];
  return Array.isArray(list) ? list.map(String) : [];
}

/** Reads a JSON object; anything else is an empty one. */
export function readJson(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

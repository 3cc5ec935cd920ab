/** Recognises bodies by their fields. */
import { BATCHES_PATH, formatPlatformPath, MESSAGES_PATH } from '@beta-headers/grammar';
import { isObject } from '../text.ts';
import type { Api, PlatformGuess } from '../types.ts';

type Fields = Record<string, unknown>;

/** The meaning of a body. */
export interface Shape {
  readonly api: Api;
  /** The path for a body without an address. */
  readonly path: string;
  readonly platform?: PlatformGuess;
  /** The path contains a placeholder for the model. */
  readonly isModelMissing?: true;
}

/** The path of a chat completion, which is not an API of Anthropic. */
export const OPENAI_PATH = '/v1/chat/completions';

const VERTEX_PATH = '/v1/projects/{project}/locations/{location}/publishers/anthropic/models/';

/** Recognises a body; `undefined` if it is no request to a model. */
export function findShape(body: unknown): Shape | undefined {
  if (!isObject(body)) return undefined;
  if (isConverse(body)) {
    const platform: PlatformGuess = { guess: 'bedrock-converse', from: 'body' };
    const { modelId } = body;
    const isNamed = typeof modelId === 'string' && modelId !== '';
    return {
      api: 'converse',
      path: isNamed
        ? formatPlatformPath({ form: 'converse', path: MESSAGES_PATH, model: modelId })
        : '/model/{modelId}/converse',
      platform,
      ...(!isNamed && { isModelMissing: true }),
    };
  }
  const shape = findByVersion(body);
  if (shape) return shape;
  if (isOpenAi(body)) return { api: 'openai', path: OPENAI_PATH };
  if (isBatch(body)) return { api: 'batches', path: BATCHES_PATH };
  return isMessages(body) ? { api: 'messages', path: MESSAGES_PATH } : undefined;
}

/** Recognises bodies of InvokeModel and rawPredict, which have no model. */
function findByVersion(body: Fields): Shape | undefined {
  const version = body['anthropic_version'];
  const isBedrock =
    (typeof version === 'string' && version.startsWith('bedrock-')) ||
    (version === undefined && Array.isArray(body['anthropic_beta']) && !('model' in body));
  if (isBedrock)
    return {
      api: 'messages',
      path: '/model/{modelId}/invoke',
      platform: { guess: 'bedrock', from: 'body' },
      isModelMissing: true,
    };
  if (typeof version !== 'string' || !version.startsWith('vertex-')) return undefined;
  const action = body['stream'] === true ? 'streamRawPredict' : 'rawPredict';
  return {
    api: 'messages',
    path: `${VERTEX_PATH}{model}:${action}`,
    platform: { guess: 'vertex', from: 'body' },
    isModelMissing: true,
  };
}

function isConverse(body: Fields): boolean {
  const { toolConfig } = body;
  const marks = ['inferenceConfig', 'additionalModelRequestFields', 'guardrailConfig'];
  return (
    marks.some((key) => isObject(body[key])) ||
    (isObject(toolConfig) && Array.isArray(toolConfig['tools'])) ||
    (typeof body['modelId'] === 'string' && Array.isArray(body['messages']))
  );
}

/** Names of models of other vendors, after the name of a provider too. */
const OTHER_MODEL =
  /(?:^|[./])(?:(?:chat)?gpt-|o[134](?:-[\w.-]*)?$|gemini|mi[sx]tral|llama|deepseek|grok|qwen)/i;

/** Tests if a body, or a request of its batch, is plainly for a model of another vendor. */
export function isForOtherModel(body: Fields): boolean {
  const { model, modelId, params, requests } = body;
  const first: unknown = Array.isArray(requests) ? requests[0] : undefined;
  return [model, modelId, Object(params).model, Object(Object(first).params).model].some(
    (name) => typeof name === 'string' && isOtherModel(name.slice(0, 200)),
  );
}

const isOtherModel = (name: string): boolean =>
  OTHER_MODEL.test(name) && !/claude|anthropic|^arn:/i.test(name);

const OPENAI_KEYS = [
  'max_completion_tokens',
  'response_format',
  'frequency_penalty',
  'presence_penalty',
  'logit_bias',
  'logprobs',
  'stream_options',
  'reasoning_effort',
  'parallel_tool_calls',
  'functions',
  'function_call',
  'max_output_tokens',
];

/** Recognises the Chat Completions and Responses APIs of OpenAI. */
export function isOpenAi(body: Fields): boolean {
  const { model, messages, tools } = body;
  if (!Array.isArray(messages) && !('input' in body && 'model' in body)) return false;
  return (
    OPENAI_KEYS.some((key) => key in body) ||
    !Array.isArray(messages) ||
    (typeof model === 'string' && /^(?:openai\/|gpt-|o\d)/.test(model)) ||
    (Array.isArray(tools) && tools.some((tool) => isObject(tool) && tool['type'] === 'function')) ||
    messages.some(
      (message) => isObject(message) && ['developer', 'tool'].includes(String(message['role'])),
    ) ||
    hasImageUrl(messages)
  );
}

const hasImageUrl = (messages: readonly unknown[]): boolean =>
  messages.some(
    (message) =>
      isObject(message) &&
      Array.isArray(message['content']) &&
      message['content'].some((part) => isObject(part) && part['type'] === 'image_url'),
  );

function isBatch({ requests }: Fields): boolean {
  return (
    Array.isArray(requests) &&
    requests.some((item) => isObject(item) && (isObject(item['params']) || 'custom_id' in item))
  );
}

/** The fields of which one beside `model` shows a request. */
const BESIDE_MODEL = [
  'max_tokens',
  'system',
  'tools',
  'thinking',
  'prompt',
  'betas',
  'mcp_servers',
];

function isMessages(body: Fields): boolean {
  const { model, messages } = body;
  if (Array.isArray(messages))
    return messages.length > 0
      ? messages.every(isMessage)
      : typeof model === 'string' || 'max_tokens' in body;
  return (
    typeof model === 'string' && (/claude/i.test(model) || BESIDE_MODEL.some((key) => key in body))
  );
}

const isMessage = (item: unknown): boolean =>
  item === null || (isObject(item) && ('role' in item || 'content' in item));

/** Completes the messages of `respond`, or makes default ones, whole or streamed. */
import type { Call } from '../call.ts';
import type { Fields } from '../conversation.ts';
import { json } from '../errors.ts';
import { isObject } from '../gate/walk.ts';
import type { ContentBlock } from './blocks.ts';
import { toConverseAnswer, toConverseEvents } from './converse.ts';
import { makeContent } from './default-content.ts';
import { splitMessage } from './message-events.ts';
import { respondWithChunks, respondWithEvents, respondWithFrames } from './stream.ts';

/** A message of the API, with all of its fields. */
export interface Message extends Fields {
  readonly id: string;
  readonly model: string;
  readonly content: readonly ContentBlock[];
  readonly stop_reason: unknown;
  readonly usage: Fields & { readonly input_tokens: number; readonly output_tokens: number };
}

/** Fields of an answer; the rest is filled in. */
export interface MessageAnswer {
  readonly id?: string;
  readonly type?: 'message';
  readonly role?: 'assistant';
  readonly model?: string;
  /** Text, or blocks such as those of `text`, `thinking` and `toolUse`. */
  readonly content?: string | readonly object[];
  /** Default: `tool_use` if the last block calls a tool of the client, else `end_turn`. */
  readonly stop_reason?: string | null;
  readonly stop_sequence?: string | null;
  readonly stop_details?: object | null;
  readonly container?: object | null;
  readonly context_management?: object | null;
  readonly diagnostics?: object | null;
  /** Merged into the default usage. */
  readonly usage?: object;
}

/** Answers POST /v1/messages in the form that the platform and the request require. */
export function answerMessage(call: Call, answer: MessageAnswer = {}): Response {
  const message = completeMessage(call, call.params, answer, countTokens(call));
  const isConverse = call.form === 'converse';
  if (!call.stream) return json(isConverse ? toConverseAnswer(message) : message);
  if (isConverse) return respondWithFrames(toConverseEvents(message));
  const events = splitMessage(message);
  return call.form === 'invoke' ? respondWithChunks(events) : respondWithEvents(events);
}

/** Answers POST /v1/messages/count_tokens; AWS has another name for the number. */
export function answerCountTokens(call: Call): Response {
  const tokens = countTokens(call);
  return json(call.form === 'invoke' ? { inputTokens: tokens } : { input_tokens: tokens });
}

/**
 * Fills in what an answer leaves out.
 * @throws {TypeError} if the content is not text or a list of blocks
 */
export function completeMessage(
  { ids, model }: Pick<Call, 'ids' | 'model'>,
  params: Fields,
  answer: MessageAnswer,
  inputTokens: number,
): Message {
  const { content: given, usage, ...rest } = answer;
  const isRefusal = given === undefined && answer.stop_reason === 'refusal';
  const content = (
    given === undefined ? (isRefusal ? [] : makeContent(params)) : readContent(given)
  ).map((block) =>
    block.type === 'tool_use' ? { ...block, id: block.id ?? ids.next('toolu') } : block,
  );
  return {
    id: ids.next('msg'),
    type: 'message',
    role: 'assistant',
    model,
    content,
    container: null,
    diagnostics: null,
    stop_details: null,
    stop_reason: content.at(-1)?.type === 'tool_use' ? 'tool_use' : 'end_turn',
    stop_sequence: null,
    ...rest,
    usage: {
      input_tokens: inputTokens,
      output_tokens: Math.max(1, Math.ceil(JSON.stringify(content).length / 4)),
      cache_creation: null,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      inference_geo: null,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: 'standard',
      speed: null,
      ...usage,
    },
  };
}

function readContent(content: string | readonly object[]): ContentBlock[] {
  if (typeof content === 'string') return [{ type: 'text', text: content }];
  if (Array.isArray(content) && content.every(isBlock)) return content;
  throw new TypeError('content: give text, or a list of blocks that have a type');
}

const isBlock = (block: unknown): block is ContentBlock =>
  isObject(block) && typeof block.type === 'string';

/**
 * Estimates the number of tokens from the size of the body. Never zero. Tests should not rely on
 * the number.
 */
export function countTokens({ body }: Pick<Call, 'body'>): number {
  return body.kind === 'json' ? Math.max(1, Math.ceil(body.size / 4)) : 1;
}

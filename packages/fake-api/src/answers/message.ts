/** The one message that the stand-in knows, whole or as the events of a stream. */
import type { Call } from '../call.ts';
import { json } from '../errors.ts';
import { chunkFrames, converseFrames, type StreamEvent, serverSentEvents } from './stream.ts';

const WORDS = ['This answer ', 'comes from a stand-in ', 'for the Claude API.'];

/** Answers POST /v1/messages in the form that the platform and the request ask for. */
export function answerMessage(call: Call): Response {
  const message = createMessage(call.ids.next('msg'), call.model, countTokens(call));
  const isConverse = call.form === 'converse';
  if (!call.stream) return json(isConverse ? converseAnswer(message) : message);
  if (isConverse) return converseFrames(converseEvents(message));
  const events = streamEvents(message);
  return call.form === 'invoke' ? chunkFrames(events) : serverSentEvents(events);
}

/** Answers POST /v1/messages/count_tokens; AWS has a name of its own for the number. */
export function answerCountTokens(call: Call): Response {
  const tokens = countTokens(call);
  return json(call.form === 'invoke' ? { inputTokens: tokens } : { input_tokens: tokens });
}

/** A message with every field of the SDK's `Message`. */
export function createMessage(
  id: string,
  model: string,
  inputTokens: number,
): Record<string, unknown> & { usage: Record<string, unknown> } {
  return {
    id,
    type: 'message',
    role: 'assistant',
    model,
    content: [{ type: 'text', text: WORDS.join(''), citations: null }],
    container: null,
    diagnostics: null,
    stop_details: null,
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: {
      input_tokens: inputTokens,
      output_tokens: 12,
      cache_creation: null,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      inference_geo: null,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: 'standard',
      speed: null,
    },
  };
}

/** The events of a stream, message_start to message_stop. */
export function streamEvents(message: ReturnType<typeof createMessage>): StreamEvent[] {
  const { usage, ...rest } = message;
  const started = {
    ...rest,
    content: [],
    stop_reason: null,
    usage: { ...usage, output_tokens: 1 },
  };
  return [
    { type: 'message_start', message: started },
    {
      type: 'content_block_start',
      index: 0,
      content_block: { type: 'text', text: '', citations: null },
    },
    { type: 'ping' },
    ...WORDS.map((text) => ({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text },
    })),
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { container: null, stop_details: null, stop_reason: 'end_turn', stop_sequence: null },
      usage,
    },
    { type: 'message_stop' },
  ];
}

/** A rough count by the size of the body, never zero: nobody should rely on the number. */
export function countTokens({ body }: Call): number {
  return body.kind === 'json' ? Math.max(1, Math.ceil(body.size / 4)) : 1;
}

const METRICS = { latencyMs: 0 };

function converseAnswer(message: ReturnType<typeof createMessage>): Record<string, unknown> {
  return {
    output: { message: { role: 'assistant', content: [{ text: WORDS.join('') }] } },
    stopReason: 'end_turn',
    usage: converseUsage(message),
    metrics: METRICS,
  };
}

/** The events of ConverseStream, each with its payload. */
function converseEvents(
  message: ReturnType<typeof createMessage>,
): (readonly [type: string, payload: Record<string, unknown>])[] {
  return [
    ['messageStart', { role: 'assistant' }],
    ...WORDS.map(
      (text) => ['contentBlockDelta', { contentBlockIndex: 0, delta: { text } }] as const,
    ),
    ['contentBlockStop', { contentBlockIndex: 0 }],
    ['messageStop', { stopReason: 'end_turn' }],
    ['metadata', { usage: converseUsage(message), metrics: METRICS }],
  ];
}

function converseUsage({ usage }: ReturnType<typeof createMessage>): Record<string, number> {
  const { input_tokens: inputTokens, output_tokens: outputTokens } = usage as {
    input_tokens: number;
    output_tokens: number;
  };
  return { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
}

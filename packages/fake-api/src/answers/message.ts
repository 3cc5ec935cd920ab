/** The one message that the stand-in knows, whole or as the events of a stream. */
import type { Call } from '../call.ts';
import { json } from '../errors.ts';
import { awsEventStream, type StreamEvent, serverSentEvents } from './stream.ts';

const WORDS = ['This answer ', 'comes from a stand-in ', 'for the Claude API.'];

/** Answers POST /v1/messages in the form that the platform and the request ask for. */
export function answerMessage(call: Call): Response {
  const message = createMessage(call.ids.next('msg'), call.model, countTokens(call));
  if (call.stream)
    return call.platform === 'bedrock'
      ? awsEventStream(streamEvents(message))
      : serverSentEvents(streamEvents(message));
  return json(call.platform === 'bedrock-converse' ? converseAnswer(message) : message);
}

/** Answers POST /v1/messages/count_tokens. */
export function answerCountTokens(call: Call): Response {
  return json({ input_tokens: countTokens(call) });
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

function converseAnswer(message: ReturnType<typeof createMessage>): Record<string, unknown> {
  const { input_tokens: inputTokens, output_tokens: outputTokens } = message.usage as {
    input_tokens: number;
    output_tokens: number;
  };
  return {
    output: { message: { role: 'assistant', content: [{ text: WORDS.join('') }] } },
    stopReason: 'end_turn',
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs: 0 },
  };
}

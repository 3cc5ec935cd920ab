/** A message in the form of Converse and ConverseStream. */
import { isObject } from '../gate/walk.ts';
import type { ContentBlock } from './blocks.ts';
import type { Message } from './message.ts';
import { splitWords } from './message-events.ts';

type Payload = Record<string, unknown>;
type Event = readonly [type: string, payload: Payload];

const METRICS = { latencyMs: 0 };

/** Converts a message to the answer of Converse. */
export function toConverseAnswer(message: Message): Payload {
  return {
    output: { message: { role: 'assistant', content: message.content.map(toConverse) } },
    stopReason: toStopReason(message),
    usage: toUsage(message),
    metrics: METRICS,
  };
}

/** Converts a message to the events of ConverseStream, each with its payload. */
export function toConverseEvents(message: Message): Event[] {
  return [
    ['messageStart', { role: 'assistant' }],
    ...message.content.flatMap((block, contentBlockIndex) => {
      const { start, deltas } = splitBlock(block);
      return [
        ...(start ? [['contentBlockStart', { contentBlockIndex, start }] as const] : []),
        ...deltas.map((delta) => ['contentBlockDelta', { contentBlockIndex, delta }] as const),
        ['contentBlockStop', { contentBlockIndex }] as const,
      ];
    }),
    ['messageStop', { stopReason: toStopReason(message) }],
    ['metadata', { usage: toUsage(message), metrics: METRICS }],
  ];
}

/**
 * Converts a block to the form of Converse.
 * @throws {TypeError} for a type that Converse has no form for
 */
function toConverse(block: ContentBlock): Payload {
  const { type, text, thinking, signature, data, id, name, input } = block;
  if (type === 'text') return { text };
  if (type === 'thinking')
    return { reasoningContent: { reasoningText: { text: thinking, signature } } };
  if (type === 'redacted_thinking') return { reasoningContent: { redactedContent: data } };
  if (type === 'tool_use') return { toolUse: { toolUseId: id, name, input } };
  throw new TypeError(`content: Converse has no form for a block of type "${type}"`);
}

function splitBlock(block: ContentBlock): { start?: Payload; deltas: Payload[] } {
  const whole = toConverse(block);
  if (isObject(whole.toolUse)) {
    const { input, ...toolUse } = whole.toolUse;
    const json = JSON.stringify(input ?? {});
    const middle = Math.ceil(json.length / 2);
    const parts = [json.slice(0, middle), json.slice(middle)];
    return { start: { toolUse }, deltas: parts.map((part) => ({ toolUse: { input: part } })) };
  }
  if (block.type === 'text')
    return { deltas: splitWords(String(block.text)).map((text) => ({ text })) };
  if (block.type !== 'thinking') return { deltas: [whole] };
  return {
    deltas: [
      ...splitWords(String(block.thinking)).map((text) => ({ reasoningContent: { text } })),
      { reasoningContent: { signature: block.signature } },
    ],
  };
}

/** Converse has the API's names for most reasons. */
const STOP_REASONS: Readonly<Record<string, string>> = {
  refusal: 'content_filtered',
  pause_turn: 'end_turn',
};

const toStopReason = ({ stop_reason: reason }: Message): string =>
  STOP_REASONS[String(reason)] ?? String(reason ?? 'end_turn');

function toUsage({ usage }: Message): Record<string, number> {
  const { input_tokens: inputTokens, output_tokens: outputTokens } = usage;
  return { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
}

/** A message as the events of a stream, message_start to message_stop. */
import type { ContentBlock } from './blocks.ts';
import type { Message } from './message.ts';
import type { StreamEvent } from './stream.ts';

/** The block as it starts, and the deltas that complete it. */
interface Streamed {
  readonly start: object;
  readonly deltas: readonly StreamEvent[];
}

/** Splits a message into its events. */
export function splitMessage(message: Message): StreamEvent[] {
  const { usage, content, container, context_management: edits, ...rest } = message;
  const { stop_details, stop_reason, stop_sequence } = rest;
  const started = {
    ...rest,
    container,
    content: [],
    stop_reason: null,
    usage: { ...usage, output_tokens: 1 },
  };
  return [
    { type: 'message_start', message: started },
    ...(content.length === 0 ? [PING] : content.flatMap(blockEvents)),
    {
      type: 'message_delta',
      delta: { container, stop_details, stop_reason, stop_sequence },
      ...(edits !== undefined && { context_management: edits }),
      usage,
    },
    { type: 'message_stop' },
  ];
}

const PING: StreamEvent = { type: 'ping' };

function blockEvents(block: ContentBlock, index: number): StreamEvent[] {
  const { start, deltas } = splitBlock(block);
  return [
    { type: 'content_block_start', index, content_block: start },
    ...(index === 0 ? [PING] : []),
    ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
}

function splitBlock(block: ContentBlock): Streamed {
  switch (block.type) {
    case 'text':
      return splitText(block);
    case 'thinking':
      return {
        start: { ...block, thinking: '', signature: '' },
        deltas: [
          ...splitWords(String(block.thinking)).map((thinking) => ({
            type: 'thinking_delta',
            thinking,
          })),
          { type: 'signature_delta', signature: block.signature },
        ],
      };
    case 'tool_use':
    case 'server_tool_use':
    case 'mcp_tool_use':
      return {
        start: { ...block, input: {} },
        deltas: splitJson(block.input).map((partial_json) => ({
          type: 'input_json_delta',
          partial_json,
        })),
      };
    case 'compaction':
      return {
        start: { ...block, content: null },
        deltas: [{ type: 'compaction_delta', content: block.content ?? null }],
      };
    default:
      return { start: block, deltas: [] };
  }
}

function splitText(block: ContentBlock): Streamed {
  const { citations } = block;
  const cited = Array.isArray(citations) ? citations : [];
  return {
    start: { ...block, text: '', ...(cited.length > 0 && { citations: [] }) },
    deltas: [
      ...splitWords(String(block.text)).map((text) => ({ type: 'text_delta', text })),
      ...cited.map((citation) => ({ type: 'citations_delta', citation })),
    ],
  };
}

/**
 * Splits a text into pieces of whole words, about twenty characters each. A short text is cut in
 * two.
 */
export function splitWords(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const word of text.match(/\s*\S+|\s+$/g) ?? []) {
    piece += word;
    if (piece.length < 16) continue;
    pieces.push(piece);
    piece = '';
  }
  if (piece !== '') pieces.push(piece);
  const [only] = pieces;
  if (only === undefined || pieces.length > 1) return pieces;
  const middle = Math.ceil(only.length / 2);
  return [only.slice(0, middle), only.slice(middle)].filter((part) => part !== '');
}

/**
 * Splits JSON into pieces that are not valid JSON by themselves. Like the API, begins with an empty
 * one.
 */
function splitJson(input: unknown): string[] {
  const text = JSON.stringify(input ?? {});
  return ['', ...(text.match(/[\s\S]{1,24}/gu) ?? [])];
}

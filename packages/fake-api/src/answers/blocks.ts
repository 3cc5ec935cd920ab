/** Content blocks for `respond`. */

/** A block of an answer. */
export interface ContentBlock {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A block of text. */
export interface TextBlock extends ContentBlock {
  readonly type: 'text';
  readonly text: string;
}

/** A block of thinking. */
export interface ThinkingBlock extends ContentBlock {
  readonly type: 'thinking';
  readonly thinking: string;
  readonly signature: string;
}

/** A call of a tool. If the id is missing, the fake API adds one. */
export interface ToolUseBlock extends ContentBlock {
  readonly type: 'tool_use';
  readonly name: string;
  readonly input: object;
  readonly id?: string;
}

/** Makes a text block. */
export const text = (value: string): TextBlock => ({ type: 'text', text: value });

/** Makes a thinking block, with a made-up signature. */
export const thinking = (value: string, signature = 'fake-signature'): ThinkingBlock => ({
  type: 'thinking',
  thinking: value,
  signature,
});

/** Makes a call of a tool: `toolUse('weather', { city: 'Malang' })`. */
export const toolUse = (name: string, input: object = {}, id?: string): ToolUseBlock => ({
  type: 'tool_use',
  ...(id !== undefined && { id }),
  name,
  input,
});

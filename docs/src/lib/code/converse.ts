/** Writes message params as the body of Converse. */
import { type Fields, isFields, type Value, Variable } from './literal.ts';

const INFERENCE: Readonly<Record<string, string>> = {
  max_tokens: 'maxTokens',
  temperature: 'temperature',
  top_p: 'topP',
  stop_sequences: 'stopSequences',
};
const OWN = new Set(['model', 'stream', 'messages', 'system', 'tools', ...Object.keys(INFERENCE)]);

/**
 * Converts the body of a message: texts and sampling have fields of Converse, everything else goes
 * into the fields that Converse passes on to the model. Returns nothing if a content block is no
 * text, or a tool is of another kind than the others, because the model would see another request.
 */
export function toConverse(fields: Fields, more: Fields): Fields | undefined {
  const messages = Array.isArray(fields['messages'])
    ? fields['messages'].map(convertMessage)
    : undefined;
  const system = 'system' in fields ? convertContent(fields['system'] as Value) : [];
  const tools = convertTools(fields['tools']);
  if (!messages?.every((one) => one !== undefined) || !system || !tools) return undefined;
  if (tools.toolConfig && 'tool_choice' in fields) return undefined;
  const inference = Object.entries(fields).flatMap(([key, value]) =>
    Object.hasOwn(INFERENCE, key) ? [[INFERENCE[key] as string, value] as const] : [],
  );
  const rest = Object.entries(fields).filter(([key]) => !OWN.has(key));
  const passed = { ...Object.fromEntries(rest), ...tools.passed, ...more };
  return {
    messages: messages as Value[],
    ...(system.length > 0 && { system }),
    ...(inference.length > 0 && { inferenceConfig: Object.fromEntries(inference) }),
    ...tools.toolConfig,
    ...(Object.keys(passed).length > 0 && { additionalModelRequestFields: passed }),
  };
}

function convertMessage(message: Value): Value | undefined {
  if (!isFields(message)) return undefined;
  const { role, content } = message;
  const blocks = content === undefined ? undefined : convertContent(content);
  const isPlain = role === 'user' || role === 'assistant';
  return isPlain && Object.keys(message).length === 2 && blocks
    ? { role, content: blocks }
    : undefined;
}

function convertContent(content: Value): Value[] | undefined {
  if (typeof content === 'string' || content instanceof Variable) return [{ text: content }];
  if (!Array.isArray(content)) return undefined;
  const texts = (content as readonly Value[]).map((block): Value | undefined =>
    isFields(block) && block['type'] === 'text' && Object.keys(block).length === 2
      ? { text: block['text'] as Value }
      : undefined,
  );
  return texts.every((one) => one !== undefined) ? texts : undefined;
}

interface Tools {
  readonly toolConfig?: Fields;
  readonly passed?: Fields;
}

/** Tools with a schema belong to Converse; tools of Anthropic are passed on. */
function convertTools(tools: Value | undefined): Tools | undefined {
  if (tools === undefined) return {};
  if (!Array.isArray(tools)) return undefined;
  const specs = (tools as readonly Value[]).map(convertTool);
  if (specs.every((one) => one !== undefined))
    return { toolConfig: { toolConfig: { tools: specs } } };
  return specs.every((one) => one === undefined) ? { passed: { tools } } : undefined;
}

function convertTool(tool: Value): Value | undefined {
  if (!isFields(tool)) return undefined;
  const { type = 'custom', name, description, input_schema: schema, ...others } = tool;
  if (type !== 'custom' || Object.keys(others).length > 0 || !schema) return undefined;
  return {
    toolSpec: {
      name: name as Value,
      ...(description !== undefined && { description }),
      inputSchema: { json: schema },
    },
  };
}

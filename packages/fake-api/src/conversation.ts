/** Message params in the Claude API's form, whatever the form of the request. */
import { isObject } from './gate/walk.ts';

/** Fields of a JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

/** A message of the request, its content as blocks. */
export interface RequestMessage {
  readonly role: string;
  readonly content: readonly Fields[];
}

/** Reads the messages of params. Converts text to a block, and omits other values. */
export function readMessages(params: Fields): RequestMessage[] {
  return toList(params.messages)
    .filter(isObject)
    .map(({ role, content }) => ({
      role: String(role),
      content:
        typeof content === 'string'
          ? [{ type: 'text', text: content }]
          : toList(content).filter(isObject),
    }));
}

/** Translates the body of a Converse call. Fields that the API does not have stay as they are. */
export function readConverse(body: unknown): Fields {
  if (!isObject(body)) return {};
  const { messages, system, toolConfig, inferenceConfig, outputConfig } = body;
  const fields = isObject(body.additionalModelRequestFields)
    ? body.additionalModelRequestFields
    : {};
  return {
    ...readInference(inferenceConfig),
    ...readTools(toolConfig),
    ...readFormat(outputConfig),
    ...(system !== undefined && { system: toList(system).map(readBlock) }),
    messages: toList(messages)
      .filter(isObject)
      .map(({ role, content }) => ({ role, content: toList(content).map(readBlock) })),
    ...fields,
  };
}

const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const toFields = (value: unknown): Fields => (isObject(value) ? value : {});

/** Blocks of Converse have one key, which names their type. */
function readBlock(block: unknown): Fields {
  const { text, toolUse, toolResult, reasoningContent, ...other } = toFields(block);
  if (typeof text === 'string') return { type: 'text', text };
  if (isObject(toolUse))
    return { type: 'tool_use', id: toolUse.toolUseId, name: toolUse.name, input: toolUse.input };
  if (isObject(toolResult))
    return {
      type: 'tool_result',
      tool_use_id: toolResult.toolUseId,
      is_error: toolResult.status === 'error',
      content: toList(toolResult.content).map((item) => {
        const { json } = toFields(item);
        return json === undefined ? readBlock(item) : { type: 'text', text: JSON.stringify(json) };
      }),
    };
  if (isObject(reasoningContent)) {
    const { text: thinking, signature } = toFields(reasoningContent.reasoningText);
    return { type: 'thinking', thinking, signature };
  }
  return { type: Object.keys(other)[0] ?? 'unknown', ...other };
}

function readTools(config: unknown): Fields {
  if (!isObject(config)) return {};
  const choice = toFields(config.toolChoice);
  const [type] = Object.keys(choice);
  return {
    tools: toList(config.tools).flatMap((tool) => {
      const { toolSpec } = toFields(tool);
      if (!isObject(toolSpec)) return [];
      const { name, description, inputSchema } = toolSpec;
      return [{ name, description, input_schema: toFields(inputSchema).json }];
    }),
    ...(type !== undefined && { tool_choice: { type, ...toFields(choice[type]) } }),
  };
}

function readInference(config: unknown): Fields {
  const { maxTokens, temperature, topP, stopSequences } = toFields(config);
  return {
    ...(maxTokens !== undefined && { max_tokens: maxTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(stopSequences !== undefined && { stop_sequences: stopSequences }),
  };
}

/** `outputConfig.textFormat`, whose schema is JSON in a string. */
function readFormat(config: unknown): Fields {
  const { type, structure } = toFields(toFields(config).textFormat);
  const { schema } = toFields(toFields(structure).jsonSchema);
  if (type !== 'json_schema' || typeof schema !== 'string') return {};
  try {
    return { output_config: { format: { type, schema: JSON.parse(schema) } } };
  } catch {
    return {};
  }
}

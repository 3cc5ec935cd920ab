/** The default content of an answer. */
import type { Fields } from '../conversation.ts';
import { isObject } from '../gate/walk.ts';
import { type ContentBlock, text, toolUse } from './blocks.ts';
import { makeValue } from './schema-value.ts';

const SENTENCE = 'This answer comes from a test double of the Claude API.';

/**
 * Makes a tool call if the request forces one, JSON if it requires structured output, else a
 * sentence. Inputs and JSON are the smallest that fit the schema.
 */
export function makeContent(params: Fields): ContentBlock[] {
  const call = makeForcedCall(params);
  if (call) return [call];
  const schema = findOutputSchema(params);
  return [text(schema === undefined ? SENTENCE : JSON.stringify(makeValue(schema)))];
}

function makeForcedCall({ tools, tool_choice: choice }: Fields): ContentBlock | undefined {
  if (!isObject(choice) || (choice.type !== 'any' && choice.type !== 'tool')) return undefined;
  const own = (Array.isArray(tools) ? tools : []).filter(isObject);
  const tool =
    choice.type === 'tool'
      ? own.find(({ name }) => name === choice.name)
      : (own.find(({ input_schema }) => isObject(input_schema)) ?? own[0]);
  if (typeof tool?.name !== 'string') return undefined;
  const input = isObject(tool.input_schema) ? makeValue(tool.input_schema) : {};
  return toolUse(tool.name, isObject(input) ? input : {});
}

function findOutputSchema({ output_config: config, output_format: old }: Fields): unknown {
  const format = (isObject(config) ? config.format : undefined) ?? old;
  return isObject(format) && format.type === 'json_schema' ? format.schema : undefined;
}

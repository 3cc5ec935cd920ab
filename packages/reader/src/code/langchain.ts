/** Reads the models of LangChain for Claude, in TypeScript and Python. */
import type { Platform } from '@beta-headers/core';
import type { Unknown } from '../json/body.ts';
import { LiteralReader } from '../literals/literal.ts';
import type { Entry, Node } from '../literals/literal-node.ts';
import {
  type FrameworkCall,
  type FrameworkRequest,
  findEntry,
  makeObject,
} from './framework-request.ts';

const PLATFORMS: Readonly<Record<string, Platform>> = {
  ChatAnthropicVertex: 'vertex',
  ChatVertexAI: 'vertex',
  ChatBedrock: 'bedrock',
  ChatBedrockConverse: 'bedrock-converse',
};
/** The fields of the body under their names in LangChain. */
const FIELDS: Readonly<Record<string, string>> = {
  model: 'model',
  model_name: 'model',
  modelName: 'model',
  model_id: 'model',
  max_tokens: 'max_tokens',
  maxTokens: 'max_tokens',
  max_tokens_to_sample: 'max_tokens',
  temperature: 'temperature',
  topP: 'top_p',
  top_p: 'top_p',
  topK: 'top_k',
  top_k: 'top_k',
  thinking: 'thinking',
  betas: 'betas',
  mcp_servers: 'mcp_servers',
  mcpServers: 'mcp_servers',
  context_management: 'context_management',
  contextManagement: 'context_management',
  output_config: 'output_config',
  outputConfig: 'output_config',
  container: 'container',
  inference_geo: 'inference_geo',
  inferenceGeo: 'inference_geo',
  stop_sequences: 'stop_sequences',
  stopSequences: 'stop_sequences',
};
const KWARGS = [
  'model_kwargs',
  'invocationKwargs',
  'additional_model_request_fields',
  'additionalModelRequestFields',
];
const HEADERS = ['default_headers', 'extra_headers'];

/** Reads `ChatAnthropic(model=…, betas=[…])` and `new ChatAnthropic({ … })`. */
export function readLangChain(call: FrameworkCall): FrameworkRequest | undefined {
  const { entries, evaluator, className, normalizer } = call;
  const platform = PLATFORMS[className];
  const model = findEntry(entries, 'model', 'model_name', 'modelName', 'model_id');
  const name = model && evaluator.resolve(model.value);
  // The classes for platforms take models of other vendors as well.
  const isOther = name?.kind === 'text' && !/claude/i.test(name.piece.text);
  if (
    isOther ||
    (platform !== undefined && name?.kind !== 'text' && className !== 'ChatAnthropicVertex')
  )
    return undefined;
  const unknown: Unknown[] = [{ part: '/messages', why: 'variable' }];
  const kwargs = entries.filter(({ key = '' }) => KWARGS.includes(key));
  const inner = kwargs.flatMap(({ value }) => {
    const { entries: own, isOpen } = evaluator.listEntries(value);
    if (isOpen) unknown.push({ part: 'body', why: 'variable', range: value });
    return own;
  });
  const options = findEntry(entries, 'clientOptions', 'client_options')?.value;
  const client = options ? evaluator.listEntries(options) : undefined;
  if (client?.isOpen) unknown.push({ part: 'headers', why: 'variable', range: options });
  const headers = [
    findEntry(entries, ...HEADERS, 'additionalHeaders')?.value,
    findEntry(inner, ...HEADERS)?.value,
    client && findEntry(client.entries, 'defaultHeaders', 'default_headers')?.value,
  ].filter((node) => node !== undefined);
  const fields = [
    ...entries.flatMap((entry) => readField(entry)),
    ...inner.filter(({ key = '' }) => !HEADERS.includes(key)),
    ...readBoundTools(call, unknown),
  ].map((entry): Entry => ({ ...entry, value: normalizer.normalize(entry.value) }));
  if (className === 'ChatBedrockConverse') return toConverse(fields, headers, unknown, call);
  return { entries: fields, headers, platform, unknown };
}

function readField({ key = '', start, value }: Entry): Entry[] {
  const name = Object.hasOwn(FIELDS, key) ? FIELDS[key] : undefined;
  return name === undefined ? [] : [{ key: name, start, value }];
}

/** Reads the tools of `model.bind_tools([…])`, if the text binds them once. */
function readBoundTools({ text, evaluator }: FrameworkCall, unknown: Unknown[]): Entry[] {
  const calls = [...text.matchAll(/\.(?:bind_?[tT]ools)\(/g)];
  const [only] = calls;
  if (!only) return [];
  const start = only.index + 1;
  const { args } = new LiteralReader(text, start + only[0].length - 2).readArguments();
  const [first] = args;
  const list = first && evaluator.resolve(first);
  if (calls.length > 1 || list?.kind !== 'list') {
    unknown.push({
      part: '/tools',
      why: 'variable',
      range: { start, end: start + only[0].length },
    });
    return [];
  }
  return [{ key: 'tools', start, value: list }];
}

function toConverse(
  fields: readonly Entry[],
  headers: readonly Node[],
  unknown: readonly Unknown[],
  { range }: FrameworkCall,
): FrameworkRequest {
  const model = findEntry(fields, 'model');
  const own = fields.filter(
    ({ key = '' }) => !/^(?:model|max_tokens|temperature|tools)$/.test(key),
  );
  const inner = own.map((entry) =>
    entry.key === 'betas' ? { ...entry, key: 'anthropic_beta' } : entry,
  );
  return {
    entries: [
      ...(model ? [{ ...model, key: 'modelId' }] : []),
      {
        key: 'additionalModelRequestFields',
        start: inner[0]?.start ?? range.start,
        value: makeObject(range, inner),
      },
    ],
    headers,
    platform: 'bedrock-converse',
    isConverse: true,
    unknown,
  };
}

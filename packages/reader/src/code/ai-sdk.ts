/** Reads calls of the AI SDK with a model of Anthropic. */
import type { Platform } from '@beta-headers/core';
import type { Unknown } from '../json/body.ts';
import type { Entry, Node } from '../literals/literal-node.ts';
import {
  type FrameworkCall,
  type FrameworkRequest,
  findEntry,
  makeObject,
  makeText,
} from './framework-request.ts';
import { toFieldName } from './typed-names.ts';

/** The options that the provider takes for itself. */
const OWN_OPTIONS: readonly string[] = [
  'sendReasoning',
  'structuredOutputMode',
  'disableParallelToolUse',
  'toolStreaming',
];
/** The settings of a call that are fields of the body under another name. */
const SETTINGS: Readonly<Record<string, string>> = {
  maxOutputTokens: 'max_tokens',
  maxTokens: 'max_tokens',
  temperature: 'temperature',
  topP: 'top_p',
  topK: 'top_k',
  stopSequences: 'stop_sequences',
  system: 'system',
  messages: 'messages',
};
const FIELDS = 'additionalModelRequestFields';
const HARMLESS_TOOL = /^(?:description|parameters|inputSchema|outputSchema|execute|title|strict)$/;

/** Reads `generateText({ model: anthropic('…'), headers, providerOptions, tools })`. */
export function readAiSdk(call: FrameworkCall): FrameworkRequest | undefined {
  const { entries, evaluator, text } = call;
  const model = findEntry(entries, 'model');
  if (!model) return undefined;
  const provider = readProvider(evaluator.resolve(model.value), call);
  if (!provider) return undefined;
  const { name, platform } = provider;
  const unknown: Unknown[] = [];
  const headers = [findHeadersOf(text, name, call), findEntry(entries, 'headers')?.value];
  const options = findEntry(entries, 'providerOptions', 'experimental_providerMetadata');
  const own = options && evaluator.listEntries(options.value);
  const group = own && findEntry(own.entries, 'anthropic', 'bedrock', 'vertex');
  const given = group ? evaluator.listEntries(group.value) : undefined;
  if (own?.isOpen || given?.isOpen)
    unknown.push({ part: 'body', why: 'variable', range: options?.value });
  const fields = (given?.entries ?? []).flatMap((entry) => readOption(entry, call));
  const common: Entry[] = [
    { key: 'model', start: model.start, value: provider.model },
    ...entries.flatMap((entry) => readSetting(entry)),
    ...readPrompt(findEntry(entries, 'prompt')),
    ...readTools(findEntry(entries, 'tools'), call, unknown),
  ];
  const kept = headers.filter((node) => node !== undefined);
  if (platform === 'bedrock-converse') return toConverse(common, fields, kept, unknown, call);
  return { entries: [...common, ...fields], headers: kept, platform, unknown };
}

interface Provider {
  /** The variable that makes the model. */
  readonly name: string;
  readonly model: Node;
  readonly platform: Platform | undefined;
}

const PACKAGES: readonly (readonly [RegExp, Platform | undefined])[] = [
  [/^(?:bedrockAnthropic|createBedrockAnthropic)/, 'bedrock'],
  [/^(?:bedrock|createAmazonBedrock)/, 'bedrock-converse'],
  [/^(?:vertexAnthropic|createVertexAnthropic|googleVertexAnthropic)/, 'vertex'],
  [/^(?:anthropic|createAnthropic|claude)/, undefined],
];

function readProvider(model: Node, { text }: FrameworkCall): Provider | undefined {
  // The gateway of Vercel takes a text.
  if (model.kind === 'text')
    return /^anthropic\/claude/.test(model.piece.text)
      ? { name: 'anthropic', model, platform: undefined }
      : undefined;
  const [id] = model.kind === 'call' ? model.args : [];
  if (model.kind !== 'call' || !id) return undefined;
  const name = model.name.split('.')[0] ?? '';
  const maker = new RegExp(
    `\\b${name.replaceAll('$', '\\$')}\\s{0,4}=\\s{0,4}(create\\w{1,40})\\(`,
  ).exec(text)?.[1];
  const found = PACKAGES.find(([form]) => form.test(maker ?? name));
  return found && { name, model: id, platform: found[1] };
}

/** Finds the headers of `createAnthropic({ headers })`. */
function findHeadersOf(text: string, name: string, { evaluator }: FrameworkCall): Node | undefined {
  const maker = evaluator.lookUp(name);
  const [settings] = maker?.kind === 'call' ? maker.args : [];
  if (!settings || !text.includes(name)) return undefined;
  return findEntry(evaluator.listEntries(settings).entries, 'headers')?.value;
}

function readSetting({ key = '', start, value }: Entry): Entry[] {
  const name = Object.hasOwn(SETTINGS, key) ? SETTINGS[key] : undefined;
  return name === undefined ? [] : [{ key: name, start, value }];
}

function readPrompt(prompt: Entry | undefined): Entry[] {
  if (!prompt) return [];
  const { start, value } = prompt;
  const message = makeObject(value, [
    { key: 'role', start, value: makeText('user', value) },
    { key: 'content', start, value },
  ]);
  const list: Node = { kind: 'list', start: value.start, end: value.end, items: [message] };
  return [{ key: 'messages', start, value: list }];
}

/** Reads an option of the provider, in camel case, as a field of the body. */
function readOption({ key = '', start, value }: Entry, { normalizer }: FrameworkCall): Entry[] {
  if (OWN_OPTIONS.includes(key)) return [];
  const field = normalizer.normalize(value);
  if (key === 'effort') {
    const config = makeObject(value, [{ key: 'effort', start, value: field }]);
    return [{ key: 'output_config', start, value: config }];
  }
  if (/^(?:anthropicBetas?|betas)$/.test(key)) return [{ key: 'betas', start, value: field }];
  return [{ key: toFieldName(key), start, value: field }];
}

/** Reads tools of the provider, and the caller's own. */
function readTools(tools: Entry | undefined, call: FrameworkCall, unknown: Unknown[]): Entry[] {
  if (!tools) return [];
  const { evaluator } = call;
  const { entries, isOpen } = evaluator.listEntries(tools.value);
  if (isOpen) unknown.push({ part: '/tools', why: 'variable', range: tools.value });
  const items = entries.map(({ key = '', value }) =>
    readTool(key, evaluator.resolve(value), value, call),
  );
  const { start, end } = tools.value;
  return [{ key: 'tools', start: tools.start, value: { kind: 'list', start, end, items } }];
}

function readTool(
  key: string,
  node: Node,
  at: Node,
  { evaluator, normalizer }: FrameworkCall,
): Node {
  const [first] = node.kind === 'call' ? node.args : [];
  const type = node.kind === 'call' ? /\.tools\.(\w{1,60})_(20\d{6})$/.exec(node.name) : undefined;
  if (type) {
    const words = toFieldName(type[1] as string).replace(
      /^tool_search_(?!tool)/,
      'tool_search_tool_',
    );
    const options = first ? normalizer.normalize(first) : undefined;
    return makeObject(at, [
      { key: 'type', start: at.start, value: makeText(`${words}_${type[2]}`, at) },
      ...(options?.kind === 'object' ? options.entries : []),
    ]);
  }
  const own = node.kind === 'call' && /^(?:tool|dynamicTool)$/.test(node.name) ? first : node;
  const { entries, isOpen } = own ? evaluator.listEntries(own) : { entries: [], isOpen: true };
  const isHarmless = !isOpen && entries.every((entry) => HARMLESS_TOOL.test(entry.key ?? ''));
  return isHarmless
    ? makeObject(at, [{ key: 'name', start: at.start, value: makeText(key, at) }])
    : { kind: 'unknown', start: at.start, end: at.end };
}

/** The provider for Bedrock calls Converse, which has fields of its own. */
function toConverse(
  common: readonly Entry[],
  fields: readonly Entry[],
  headers: readonly Node[],
  unknown: readonly Unknown[],
  { range }: FrameworkCall,
): FrameworkRequest {
  const more = findEntry(fields, 'additional_model_request_fields')?.value;
  const betas = findEntry(fields, 'betas');
  const inner = [
    ...(more?.kind === 'object' ? more.entries : []),
    ...(betas ? [{ ...betas, key: 'anthropic_beta' }] : []),
  ];
  // The provider makes other fields of these.
  const others = fields.filter(
    ({ key }) => key !== 'additional_model_request_fields' && key !== 'betas',
  );
  const model = findEntry(common, 'model');
  const tools = findEntry(common, 'tools');
  return {
    entries: [
      ...(model ? [{ ...model, key: 'modelId' }] : []),
      ...(inner.length > 0
        ? [
            {
              key: FIELDS,
              start: inner[0]?.start ?? range.start,
              value: makeObject(range, inner),
            },
          ]
        : []),
    ],
    headers,
    platform: 'bedrock-converse',
    isConverse: true,
    unknown: [
      ...unknown,
      ...(tools ? [{ part: '/toolConfig', why: 'variable', range: tools.value } as const] : []),
      ...others.map(
        ({ value }) => ({ part: `/${FIELDS}`, why: 'variable', range: value }) as const,
      ),
    ],
  };
}

/** Finds calls of frameworks that make requests to Claude: the AI SDK and LangChain. */
import { formatPlatformPath, MESSAGES_PATH } from '@beta-headers/grammar';
import type { Draft } from '../draft.ts';
import type { Body, Unknown } from '../json/body.ts';
import { LiteralReader } from '../literals/literal.ts';
import { isObject, type Source } from '../text.ts';
import { readAiSdk } from './ai-sdk.ts';
import { Evaluator, readHeaderNode } from './evaluate.ts';
import type { FrameworkRequest } from './framework-request.ts';
import { readLangChain } from './langchain.ts';
import { ParamsNormalizer } from './typed-params.ts';

const CALL =
  /\b(?:(generateText|streamText|generateObject|streamObject|ToolLoopAgent|Experimental_Agent)|(ChatAnthropic(?:Messages|Vertex)?|ChatBedrock(?:Converse)?|ChatVertexAI))\s{0,4}(?=\()/g;
const MAX_CALLS = 50;
/** The number of characters beyond which other calls are not read any more, for linear time. */
const MIN_WASTE = 20_000;

/** Finds all calls of a text. */
export function findFrameworkCalls(source: Source): Draft[] {
  const { text } = source;
  const drafts: Draft[] = [];
  let evaluator: Evaluator | undefined;
  let end = 0;
  let wasted = 0;
  for (const match of text.matchAll(CALL)) {
    if (match.index < end || drafts.length >= MAX_CALLS) continue;
    if (wasted > text.length * 2 + MIN_WASTE) break;
    evaluator ??= new Evaluator(text);
    const reader = new LiteralReader(text, match.index + match[0].length);
    const { args, named } = reader.readArguments();
    const range = { start: match.index, end: reader.at };
    const [first] = args;
    const entries = named.length > 0 || !first ? named : evaluator.listEntries(first).entries;
    const context = {
      text,
      evaluator,
      entries,
      range,
      className: match[2] ?? '',
      normalizer: new ParamsNormalizer(text, evaluator),
    };
    const request = match[1] ? readAiSdk(context) : readLangChain(context);
    if (!request) {
      wasted += reader.at - match.index;
      continue;
    }
    end = reader.at;
    drafts.push(toDraft(request, { evaluator, isPython: named.length > 0, range }));
  }
  return drafts;
}

/** The fields for which frameworks send betas of their own. */
const OWN_BETAS: readonly string[] = [
  'mcp_servers',
  'container',
  'context_management',
  'output_config',
  'output_format',
  'speed',
];

function toDraft(
  { entries, headers: nodes, platform, isConverse, unknown: given }: FrameworkRequest,
  {
    evaluator,
    isPython,
    range,
  }: { evaluator: Evaluator; isPython: boolean; range: { start: number; end: number } },
): Draft {
  const unknown: Unknown[] = [...given];
  const headers = nodes.flatMap((node) => readHeaderNode(node, evaluator, unknown));
  const body = evaluator.toBody({ kind: 'object', ...range, entries });
  if (mayAddBetas(body)) unknown.push({ part: 'header:anthropic-beta', why: 'variable', range });
  return {
    format: isPython ? 'python' : 'typescript',
    range,
    method: 'POST',
    sdkPath: isConverse || platform === 'bedrock' ? toModelPath(body, isConverse) : MESSAGES_PATH,
    isBetaMethod: true,
    client: platform,
    headers,
    body,
    unknown,
  };
}

function toModelPath({ value }: Body, isConverse: boolean | undefined): string {
  const { modelId, model } = Object(value) as Record<string, unknown>;
  const name = modelId ?? model;
  return formatPlatformPath({
    form: isConverse ? 'converse' : 'invoke',
    path: MESSAGES_PATH,
    model: typeof name === 'string' ? name : '{modelId}',
    stream: false,
  }).replace('%7BmodelId%7D', '{modelId}');
}

/** Tests if a framework may add betas, which depends on its version. */
function mayAddBetas({ value }: Body): boolean {
  if (!isObject(value)) return false;
  const { tools } = value;
  const hasType = Array.isArray(tools) && tools.some((tool) => isObject(tool) && 'type' in tool);
  return hasType || OWN_BETAS.some((name) => name in value);
}

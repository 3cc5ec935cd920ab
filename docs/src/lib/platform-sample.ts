/** Writes a request with a beta for one platform, by each client that people call it with. */
import type { Platform } from '@beta-headers/core';
import { MESSAGES_PATH } from '@beta-headers/grammar';
import { type CatalogBeta, type CatalogPlatform, catalog, getBeta, getFeature } from './catalog.ts';
import { writeCorrected } from './checker/corrected-code.ts';
import { getFeatureMark, getHeaderMark, isAvailable } from './claim-marks.ts';
import type { CodeLanguage } from './highlight.ts';
import { hasGap } from './sample-text.ts';
import { PYTHON, printValue, TYPESCRIPT, type Value } from './sample-value.ts';
import { makeSampleRequest } from './samples.ts';

/** The beta of the samples, where a platform takes it. Most do, and it needs no further objects. */
const USUAL = 'context-management-2025-06-27';

/** One sample: its tab, its code and the language of the highlighter. */
export interface PlatformSample {
  readonly tab: string;
  readonly language: CodeLanguage;
  readonly code: string;
}

type Fields = Readonly<Record<string, Value>>;

/**
 * Chooses the beta for the samples of a platform. A value that sources disagree about is chosen
 * only if the platform accepts no other.
 */
export function chooseSampleBeta(platform: string): CatalogBeta | undefined {
  const usable = (beta: CatalogBeta, ...marks: string[]): boolean =>
    marks.includes(getHeaderMark(beta.acceptance[platform] ?? [])) &&
    makeMessage(beta) !== undefined &&
    isThere(beta, platform);
  const candidates = [getBeta(USUAL), ...catalog.betas.filter(({ stage }) => stage === 'beta')];
  return (
    candidates.find((beta) => usable(beta, 'accepted')) ??
    candidates.find((beta) => usable(beta, 'disputed', 'some'))
  );
}

function isThere({ feature }: CatalogBeta, platform: string): boolean {
  const mark = getFeatureMark(getFeature(feature).availability[platform] ?? []);
  return isAvailable(mark) || mark === 'disputed';
}

/** Makes a message that uses the feature, or nothing if no whole one can be made. */
function makeMessage(beta: CatalogBeta) {
  const request = makeSampleRequest(beta);
  if (request?.kind !== 'message' || request.countTokens || hasGap(request)) return undefined;
  return request;
}

/** Bedrock's names of models begin with the geography of an inference profile. */
const nameModel = (platform: CatalogPlatform, model: Value): Value =>
  platform.wire === 'header'
    ? platform.id === 'bedrock-mantle'
      ? `anthropic.${String(model)}`
      : model
    : `us.anthropic.${String(model)}`;

/** Writes the samples of a platform, or none if no beta is known to work there. */
export function writePlatformSamples(
  platform: CatalogPlatform,
  beta: CatalogBeta | undefined = chooseSampleBeta(platform.id),
): PlatformSample[] {
  const message = beta && makeMessage(beta);
  if (!message) return [];
  const { model, ...rest } = message.fields;
  const fields: Fields = { model: nameModel(platform, model ?? ''), ...rest };
  const betas = [beta.id];
  if (platform.wire === 'converse') return writeConverseSamples(fields, betas);
  const request = {
    platform: platform.id as Platform,
    method: 'POST',
    path: MESSAGES_PATH,
    headers: [['anthropic-version', message.version]] as const,
    body: fields,
    betas,
  };
  return [
    { tab: 'TypeScript', language: 'ts', code: writeCorrected(request, 'node') },
    { tab: 'Python', language: 'python', code: writeCorrected(request, 'python') },
    { tab: 'cURL', language: 'sh', code: writeCorrected(request, 'curl') },
    ...(platform.wire === 'body' ? [writeInvokeSample(fields, betas)] : []),
  ];
}

const list = (fields: Fields, join: string, python: boolean): string[] =>
  Object.entries(fields).map(
    ([name, value]) => `${name}${join}${printValue(value, python ? PYTHON : TYPESCRIPT, 1)},`,
  );
const indent = (lines: readonly string[], by: string): string[] =>
  lines.map((line) => `${by}${line}`);

/** InvokeModel with boto3: the betas are a list in the body. */
function writeInvokeSample({ model, ...fields }: Fields, betas: readonly string[]): PlatformSample {
  const body: Value = {
    anthropic_version: 'bedrock-2023-05-31',
    anthropic_beta: betas,
    ...fields,
  };
  const code = [
    'import json',
    '',
    'import boto3',
    '',
    'client = boto3.client("bedrock-runtime")',
    '',
    `body = ${printValue(body, PYTHON)}`,
    'response = client.invoke_model(',
    `    modelId=${printValue(model ?? '', PYTHON)},`,
    '    body=json.dumps(body),',
    ')',
    'print(json.load(response["body"]))',
  ];
  return { tab: 'boto3', language: 'python', code: code.join('\n') };
}

/** Converse with the AWS SDKs: what Converse has no field for goes beside the betas. */
function writeConverseSamples(
  { model, max_tokens: maxTokens, messages: _, ...others }: Fields,
  betas: readonly string[],
): PlatformSample[] {
  const fields: Fields = {
    messages: [{ role: 'user', content: [{ text: 'Hello, Claude' }] }],
    inferenceConfig: { maxTokens: maxTokens ?? 1024 },
    additionalModelRequestFields: { anthropic_beta: betas, ...others },
  };
  const typescript = [
    "import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';",
    '',
    'const client = new BedrockRuntimeClient();',
    '',
    'const answer = await client.send(',
    '  new ConverseCommand({',
    ...indent(
      [`modelId: ${printValue(model ?? '', TYPESCRIPT)},`, ...list(fields, ': ', false)],
      '    ',
    ).map((line) => line.replaceAll('\n', '\n  ')),
    '  }),',
    ');',
  ];
  const python = [
    'import boto3',
    '',
    'client = boto3.client("bedrock-runtime")',
    '',
    'response = client.converse(',
    ...indent([`modelId=${printValue(model ?? '', PYTHON)},`, ...list(fields, '=', true)], '    '),
    ')',
  ];
  return [
    { tab: 'TypeScript', language: 'ts', code: typescript.join('\n') },
    { tab: 'boto3', language: 'python', code: python.join('\n') },
  ];
}


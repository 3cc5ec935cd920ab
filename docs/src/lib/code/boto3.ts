/** Writes a call as a Python program that uses boto3. */
import type { Call } from './call.ts';
import { type Fields, isFields, PYTHON, printValue, type Value } from './literal.ts';
import { makeInvokeBody } from './wire.ts';

const CLIENT = 'client = boto3.client("bedrock-runtime", region_name=os.environ["AWS_REGION"])';
const printDict = (value: Value): string => printValue(value, PYTHON, 1);

export function writeBoto3(call: Call): string | undefined {
  const isConverse = call.kind === 'converse';
  if (!isConverse && call.platform !== 'bedrock') return undefined;
  return [
    ...(isConverse ? [] : ['import json']),
    'import os',
    '',
    'import boto3',
    '',
    CLIENT,
    ...(isConverse
      ? writeConverse(call)
      : call.kind === 'count'
        ? writeCount(call)
        : writeInvoke(call)),
  ].join('\n');
}

function writeConverse({ model, stream, body }: Call): string[] {
  const fields: Fields = isFields(body) ? body : {};
  return [
    `response = client.${stream ? 'converse_stream' : 'converse'}(`,
    `    modelId=${PYTHON.quote(model)},`,
    ...Object.entries(fields).map(([name, value]) => `    ${name}=${printDict(value)},`),
    ')',
    ...(stream
      ? ['for event in response["stream"]:', '    print(event)']
      : ['print(response["output"]["message"]["content"])']),
  ];
}

function writeInvoke(call: Call): string[] {
  const { model, stream } = call;
  return [
    `response = client.${stream ? 'invoke_model_with_response_stream' : 'invoke_model'}(`,
    `    modelId=${PYTHON.quote(model)},`,
    `    body=json.dumps(${printDict(makeInvokeBody(call))}),`,
    ')',
    ...(stream
      ? ['for event in response["body"]:', '    print(json.loads(event["chunk"]["bytes"]))']
      : ['print(json.loads(response["body"].read())["content"])']),
  ];
}

function writeCount(call: Call): string[] {
  return [
    'response = client.count_tokens(',
    `    modelId=${PYTHON.quote(call.model)},`,
    `    input={"invokeModel": {"body": json.dumps(${printDict(makeInvokeBody(call))})}},`,
    ')',
    'print(response["inputTokens"])',
  ];
}

/** Reads calls of the clients of AWS. */
import { formatPlatformPath, MESSAGES_PATH } from '@beta-headers/grammar';
import type { Draft } from '../draft.ts';
import type { Unknown } from '../json/body.ts';
import { type Call, type Context, findEntry, makeDraft, toObject, toPiece } from './call.ts';

/** Reads boto3 and the AWS SDK for JavaScript. */
export function readAwsCall(call: Call, context: Context): Draft | undefined {
  const { evaluator, isPython } = context;
  const [first] = call.args;
  const object = call.named.length > 0 ? toObject(call) : first;
  if (!object) return undefined;
  const { entries } = evaluator.listEntries(object);
  const isConverse = /converse/i.test(call.chain);
  const isStream = /stream/i.test(call.chain);
  const modelNode = findEntry(entries, 'modelId');
  if (!modelNode && !findEntry(entries, 'body', 'messages')) return undefined;
  const model = toPiece(modelNode, context)?.text ?? '{modelId}';
  const path = formatPlatformPath({
    form: isConverse ? 'converse' : 'invoke',
    path: MESSAGES_PATH,
    model,
    stream: isStream,
  });
  const unknown: Unknown[] = [];
  if (model === '{modelId}') unknown.push({ part: 'model', why: 'variable', range: modelNode });
  const bodyNode = isConverse ? object : findEntry(entries, 'body');
  const body = bodyNode && evaluator.toBody(bodyNode);
  return {
    ...makeDraft(call, call.named.length > 0 || isPython ? 'python' : 'typescript'),
    method: 'POST',
    sdkPath: path.replace('%7BmodelId%7D', '{modelId}'),
    client: isConverse ? 'bedrock-converse' : 'bedrock',
    headers: [],
    ...(body && { body }),
    unknown,
  };
}

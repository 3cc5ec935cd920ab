/** Reads requests that an SDK logged. */

import type { Draft } from '../draft.ts';
import type { Unknown } from '../json/body.ts';
import { type Call, type Context, findEntry, makeDraft, toPiece } from './call.ts';
import { readHeaderNode } from './evaluate.ts';

/** Reads the debug logs of the SDKs, which print the options of a request. */
export function readLoggedCall(call: Call, context: Context): Draft | undefined {
  const [first] = call.args;
  if (!first) return undefined;
  const { evaluator } = context;
  const { entries } = evaluator.listEntries(first);
  const options = findEntry(entries, 'options');
  const inner = options ? evaluator.listEntries(options).entries : entries;
  const url = toPiece(findEntry(entries, 'url') ?? findEntry(inner, 'url', 'path'), context);
  if (!url) return undefined;
  const unknown: Unknown[] = [];
  const node = findEntry(inner, 'json_data', 'body', 'json');
  const body = node && evaluator.toBody(node);
  return {
    ...makeDraft(call, 'log'),
    method:
      toPiece(findEntry(inner, 'method') ?? findEntry(entries, 'method'), context)?.text ?? 'POST',
    url,
    headers: readHeaderNode(
      findEntry(entries, 'headers') ?? findEntry(inner, 'headers'),
      evaluator,
      unknown,
    ),
    ...(body && { body }),
    unknown,
  };
}

/** Finds calls of the API in Python, TypeScript and JavaScript. Runs nothing. */

import type { Draft } from '../draft.ts';
import { LiteralReader } from '../literals/literal.ts';
import type { Source } from '../text.ts';
import { readAwsCall } from './aws-call.ts';
import type { Call, Context } from './call.ts';
import { findClients } from './clients.ts';
import { Evaluator } from './evaluate.ts';
import { readHttpCall } from './http-call.ts';
import { readLoggedCall } from './logged-call.ts';
import type { readSdkCall } from './sdk-call.ts';
import { findSdkMethod } from './sdk-methods.ts';

const CALL =
  /\b(?:create|stream|parse|tool_?[rR]unner|count_?[tT]okens|fetch|Request|undici\.request|axios|ky|got|request|post|put|patch|delete|get|list|retrieve|retrieve_metadata|retrieveMetadata|upload|download|a?completion|messages|invoke_model(?:_with_response_stream)?|converse(?:_stream)?|(?:InvokeModel(?:WithResponseStream)?|Converse(?:Stream)?)Command|Request options: |sending request )\s{0,4}(?:<[\w.]{1,60}>)?(?=[({])/g;
const CHAIN = /(?:[A-Za-z_$][\w$]*(?:\([^()\n]{0,80}\))?!?\??\s*(?:\.|->)\s*)*$/;
const MAX_CALLS = 200;
/** The number of characters beyond which other calls are not read any more, for linear time. */
const MIN_WASTE = 100_000;

/**
 * Finds all calls of the API in a text.
 * @param getSdkReader - returns the reader of the SDKs' calls, which not every text has
 */
export function findCalls(source: Source, getSdkReader: () => typeof readSdkCall): Draft[] {
  const { text } = source;
  const drafts: Draft[] = [];
  let context: Context | undefined;
  let end = 0;
  let wasted = 0;
  for (const { 0: method, index } of text.matchAll(CALL)) {
    if (index < end || drafts.length >= MAX_CALLS || wasted > text.length * 4 + MIN_WASTE) continue;
    const lead = CHAIN.exec(text.slice(Math.max(0, index - 160), index))?.[0] ?? '';
    const chain = (lead + method.replace(/<.*/s, ''))
      .replaceAll('->', '.')
      .replaceAll(/\s|\?|!(?=\.)/g, '');
    if (!mayBeCall(chain) || isComment(text, index - lead.length)) continue;
    context ??= makeContext(source);
    const call = readCall(text, chain, index - lead.length, index + method.length);
    const draft = toDraft(call, context, getSdkReader);
    if (draft) {
      drafts.push(draft);
      end = call.end;
    } else wasted += call.end - call.start;
  }
  return drafts;
}

function makeContext(source: Source): Context {
  const evaluator = new Evaluator(source.text);
  return {
    source,
    evaluator,
    clients: findClients(source.text, evaluator),
    isPython: isPython(source.text.slice(0, 100_000)),
  };
}

const isPython = (text: string): boolean =>
  /^[ \t]{0,40}(?:from [\w.]+ import |import [\w., ]{1,200}$|def |print\()|\b(?:True|False|None)\b|\w=["'\d[{]/m.test(
    text,
  ) && !/\b(?:const|let|await new|new Anthropic)\b/.test(text);

/** Tests if the words of a call can be those of the API, before its arguments are read. */
function mayBeCall(chain: string): boolean {
  return (
    /^(?:fetch|Request$|globalThis\.fetch|window\.fetch|undici\.request|urllib\.request\.Request$|axios|ky|got|a?completion|litellm\.a?completion|requests\.|httpx\.|axios\.|ky\.|got\.|Requestoptions:|sendingrequest)/.test(
      chain,
    ) ||
    /(?:^|\.)(?:invoke_model\w*|converse\w*|\w+Command|post|put|patch|request|fetch|get|delete)$/.test(
      chain,
    ) ||
    /\b(?:messages|completions|responses|batches|files|models|skills|beta)\./.test(chain)
  );
}

/** Tests if a call is in a comment of its line. */
function isComment(text: string, at: number): boolean {
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', at - 1) + 1, at - 200), at);
  return /^\s*(?:#|\/\/|\*|--)/.test(line);
}

function readCall(text: string, chain: string, start: number, open: number): Call {
  const reader = new LiteralReader(text, open);
  if (text[open] === '{') {
    const node = reader.readValue();
    return { chain, start, end: reader.at, open, args: [node], named: [] };
  }
  const { args, named } = reader.readArguments();
  return { chain, start, end: reader.at, open, args, named };
}

function toDraft(
  call: Call,
  context: Context,
  getSdkReader: () => typeof readSdkCall,
): Draft | undefined {
  const { chain } = call;
  const method = chain.slice(chain.lastIndexOf('.') + 1);
  if (/^(?:Requestoptions:|sendingrequest)/.test(chain)) return readLoggedCall(call, context);
  if (/^(?:invoke_model|converse|InvokeModel|Converse)/.test(method))
    return readAwsCall(call, context);
  const sdk = findSdkMethod(chain);
  if (sdk) return getSdkReader()(call, context, sdk);
  return readHttpCall(call, context, method);
}

/** Checks of request bodies: what has to arrive unchanged. */
import {
  exchange,
  expectBytes,
  expectEqual,
  expectThat,
  quote,
  skipUnlessMessagesUpstream,
  skipUnlessSameForm,
} from '../expect.ts';
import { buildCall, buildMessage, type Draft, readBetas, readJson, writeHead } from '../forms.ts';
import { NUMBERS, PROTOCOL } from '../sources.ts';
import type { Check, CheckContext, Target } from '../types.ts';

const FIVE_MEGABYTES = 5_000_000;

/** The first system block, with white space and escapes that a JSON writer would not keep. */
const SYSTEM_BLOCK =
  '{ "type":"text" ,"text":"x-anthropic-billing-header: cc_version=1.0; \\u0063ch=00000; \\/ \u00e9"}';

const SYSTEM = `"system": [${SYSTEM_BLOCK}, {"type":"text","text":"Second block."}]`;

const HISTORY =
  '"messages" : [{"role":"user","content":"caf\\u00e9 \u{1F600} \\ud83d"},' +
  '{"role":"assistant","content":[{"type":"tool_use","id":"toolu_1","name":"add",' +
  '"input":{"b":2.0,"a":12345678901234567890,"10":1e2,"2":-0}}]},\n\t' +
  '{"role":"user","content":[{"type":"tool_result","tool_use_id":"toolu_1","content":"3"}]}]';

const TOOLS =
  '"tools":[{"name":"add","input_schema":{"type":"object","properties":{"a":{"type":"number"}}}}]';

function writeUnusualBody(target: Target, draft: Draft = {}): string {
  return `{ ${writeHead(target, draft)},\n  "max_tokens":16 , ${SYSTEM}, ${HISTORY}, ${TOOLS} }`;
}

async function checkIdentical(context: CheckContext): Promise<void> {
  const body = writeUnusualBody(context.target);
  const { received } = await exchange(context, buildCall(context.target, {}, body));
  expectBytes('the body of the client', body, received.body);
}

async function checkStreamIdentical(context: CheckContext): Promise<void> {
  const draft = { stream: true };
  const body = writeUnusualBody(context.target, draft);
  const { received } = await exchange(context, buildCall(context.target, draft, body));
  expectBytes('the body of the client', body, received.body);
}

/** Sends a value that Bedrock and Vertex refuse, so that a filtering gateway edits the request. */
async function checkSystem(context: CheckContext): Promise<void> {
  const draft = context.target.isAnthropic ? {} : { betas: ['prompt-caching-2024-07-31'] };
  const body = writeUnusualBody(context.target, draft);
  const { received } = await exchange(context, buildCall(context.target, draft, body));
  const system = readJson(received.body)['system'];
  const blocks = Array.isArray(system) ? system : [];
  expectEqual('the number of system blocks', 2, blocks.length);
  expectEqual('the first system block', JSON.parse(SYSTEM_BLOCK), blocks[0]);
  if (!context.target.isSameForm) return;
  const arrived = received.body.includes(SYSTEM_BLOCK);
  expectThat(arrived, `the bytes ${quote(SYSTEM_BLOCK)}`, quote(received.body, 400));
}

async function checkNumbers(context: CheckContext): Promise<void> {
  const draft = { betas: ['prompt-caching-2024-07-31'] };
  const body = writeUnusualBody(context.target, draft);
  const { received } = await exchange(context, buildCall(context.target, draft, body));
  const text = received.body.toString('utf8');
  expectThat(
    text.includes('12345678901234567890'),
    'the integer 12345678901234567890',
    quote(text),
  );
}

async function checkUnknownFields(context: CheckContext): Promise<void> {
  const members =
    '"conformance_unknown":{"a":[1,{"b":null}]},"metadata":{"user_id":"u","conformance_key":true}';
  const { received } = await exchange(context, buildMessage(context.target, { members }));
  const body = readJson(received.body);
  expectEqual('conformance_unknown', { a: [1, { b: null }] }, body['conformance_unknown']);
  expectEqual('metadata', { user_id: 'u', conformance_key: true }, body['metadata']);
}

async function checkBig(context: CheckContext): Promise<void> {
  const text = 'x'.repeat(FIVE_MEGABYTES);
  const block = `{"type":"text","text":"${text}"}`;
  const head = writeHead(context.target, {});
  const body = `{${head},"max_tokens":16,"messages":[{"role":"user","content":[${block}]}]}`;
  const call = { ...buildCall(context.target, {}, body), timeoutMs: context.timeoutMs * 3 };
  const { answer, received } = await exchange(context, call);
  expectEqual('status', 200, answer.status);
  if (context.target.isSameForm) expectBytes('the body', body, received.body);
  else
    expectThat(received.body.includes(text), 'the text of 5 MB', `${received.body.length} bytes`);
}

/** A gateway may refuse the request or remove the field, but not send the field alone. */
async function checkPair(context: CheckContext, beta: string, members: string): Promise<void> {
  context.upstream.reset();
  await context.client.send(buildMessage(context.target, { betas: [beta], members }));
  const received = context.upstream.requests.filter(({ method }) => method === 'POST').at(-1);
  if (received === undefined) return;
  const [field = ''] = Object.keys(JSON.parse(`{${members}}`) as object);
  const isAlone = field in readJson(received.body) && !readBetas(received).includes(beta);
  expectThat(!isAlone, `${field} with ${beta}, or without both`, `${field} alone`);
}

async function checkPairs(context: CheckContext): Promise<void> {
  const edits = '[{"type":"clear_tool_uses_20250919"}]';
  const management = `"context_management":{"edits":${edits}}`;
  await checkPair(context, 'context-management-2025-06-27', management);
  await checkPair(context, 'fast-mode-2026-02-01', '"speed":"fast"');
}

/** The checks of request bodies. */
export const BODY_CHECKS: readonly Check[] = [
  {
    id: 'body.identical',
    title: 'A body that needs no change arrives byte for byte.',
    source: PROTOCOL,
    level: 'must',
    skip: skipUnlessSameForm,
    run: checkIdentical,
  },
  {
    id: 'body.identical-stream',
    title: 'The body of a request for a stream arrives byte for byte.',
    source: PROTOCOL,
    level: 'must',
    skip: skipUnlessSameForm,
    run: checkStreamIdentical,
  },
  {
    id: 'body.system',
    title: 'The first system block stays first and unaltered.',
    source: PROTOCOL,
    level: 'must',
    run: checkSystem,
  },
  {
    id: 'body.large-integers',
    title: 'An integer that JavaScript cannot hold survives a change elsewhere in the request.',
    source: NUMBERS,
    level: 'should',
    run: checkNumbers,
  },
  {
    id: 'body.unknown-fields',
    title: 'Unknown body fields reach an upstream of the Messages form.',
    source: PROTOCOL,
    level: 'must',
    skip: skipUnlessMessagesUpstream,
    run: checkUnknownFields,
  },
  {
    id: 'body.pairs',
    title: 'A body field is not forwarded without the beta that it needs.',
    source: PROTOCOL,
    level: 'must',
    run: checkPairs,
  },
  {
    id: 'body.big',
    title: 'A body of 5 MB passes.',
    source: PROTOCOL,
    level: 'must',
    run: checkBig,
  },
];

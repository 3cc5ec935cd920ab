/** Checks of header fields, in both directions. */
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  exchange,
  expectEqual,
  expectThat,
  skipUnlessMessagesUpstream,
  skipUnlessSameForm,
} from '../expect.ts';
import { buildMessage, readBetas, readJson } from '../forms.ts';
import { BETAS, ENCODING, ERRORS, HOP_BY_HOP, HOST, PROTOCOL } from '../sources.ts';
import type { Check, CheckContext } from '../types.ts';
import { idHeaders, MESSAGE, REQUEST_ID } from '../upstream-answers.ts';

async function checkPassed(
  context: CheckContext,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const { received } = await exchange(context, buildMessage(context.target, { headers }));
  for (const [name, value] of Object.entries(headers)) {
    expectEqual(`the header ${name}`, value, received.headers[name]);
  }
}

async function checkVersion(context: CheckContext): Promise<void> {
  const { received } = await exchange(context, buildMessage(context.target));
  if (context.target.form !== 'invoke') {
    expectEqual('anthropic-version', '2023-06-01', received.headers['anthropic-version']);
  }
  if (context.target.form === 'messages') return;
  const version = readJson(received.body)['anthropic_version'];
  const expected = context.target.form === 'invoke' ? 'bedrock-2023-05-31' : 'vertex-2023-10-16';
  expectEqual('anthropic_version of the body', expected, version);
}

async function checkHopByHopRequest(context: CheckContext): Promise<void> {
  const headers = {
    connection: 'keep-alive, x-conformance-hop',
    'x-conformance-hop': 'hop',
    'keep-alive': 'timeout=4321',
    'proxy-authorization': 'Basic Y29uZm9ybWFuY2U=',
    'proxy-connection': 'keep-alive',
    te: 'trailers',
  };
  const { answer, received } = await exchange(context, buildMessage(context.target, { headers }));
  expectEqual('status', 200, answer.status);
  const { connection, ...others } = headers;
  for (const name of Object.keys(others)) {
    const value = received.headers[name];
    expectThat(value === undefined, `no header ${name} at the upstream`, value);
  }
  const kept = received.headers['connection'] ?? '';
  expectThat(!kept.includes('x-conformance-hop'), 'a Connection header of the gateway', kept);
  expectThat(connection !== kept, 'a Connection header of the gateway', kept);
}

async function checkHopByHopResponse(context: CheckContext): Promise<void> {
  const call = buildMessage(context.target);
  const { answer } = await exchange(context, call, (request, response) => {
    response.writeHead(200, {
      'content-type': 'application/json',
      connection: 'keep-alive, x-conformance-hop',
      'x-conformance-hop': 'hop',
      'keep-alive': 'timeout=4321',
      'proxy-authenticate': 'Basic',
      ...idHeaders(request),
    });
    response.end(MESSAGE);
  });
  for (const name of ['x-conformance-hop', 'proxy-authenticate']) {
    const value = answer.headers[name];
    expectThat(value === undefined, `no header ${name} at the client`, value);
  }
  const keepAlive = answer.headers['keep-alive'] ?? '';
  expectThat(!keepAlive.includes('4321'), 'a Keep-Alive header of the gateway', keepAlive);
}

/** A gateway may refuse a host that it does not know. */
async function checkHost(context: CheckContext): Promise<void> {
  const { received } = await exchange(context, buildMessage(context.target));
  const host = received.headers['host'];
  context.upstream.reset();
  const headers = { host: 'gateway.example' };
  await context.client.send(buildMessage(context.target, { headers }));
  const other = context.upstream.requests.at(-1);
  if (other !== undefined) expectEqual('the host', host, other.headers['host']);
}

async function checkRequestId(context: CheckContext): Promise<void> {
  const { answer, received } = await exchange(context, buildMessage(context.target));
  const [name = 'request-id'] = Object.keys(idHeaders(received));
  expectEqual(`the header ${name}`, REQUEST_ID, answer.headers[name]);
}

async function checkResponseHeaders(context: CheckContext): Promise<void> {
  const sent = {
    'anthropic-ratelimit-requests-remaining': '42',
    'anthropic-organization-id': 'org-conformance',
    'x-conformance-answer': 'yes',
  };
  const call = buildMessage(context.target);
  const { answer } = await exchange(context, call, (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...sent });
    response.end(MESSAGE);
  });
  for (const [name, value] of Object.entries(sent)) {
    expectEqual(`the header ${name}`, value, answer.headers[name]);
  }
}

/** Compresses the answer only if the gateway accepts that. */
async function checkEncoding(context: CheckContext): Promise<void> {
  const call = buildMessage(context.target, { headers: { 'accept-encoding': 'gzip' } });
  const { answer } = await exchange(context, call, (request, response) => {
    const accepted = (request.headers['accept-encoding'] ?? '').includes('gzip');
    const encoding = accepted ? { 'content-encoding': 'gzip' } : {};
    response.writeHead(200, { 'content-type': 'application/json', ...encoding });
    response.end(accepted ? gzipSync(MESSAGE) : MESSAGE);
  });
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  const isGzip = answer.body.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]));
  expectEqual('the content-encoding', isGzip ? 'gzip' : 'identity', encoding);
  const body = isGzip ? gunzipSync(answer.body) : answer.body;
  expectEqual('the id of the message', 'msg_conformance', readJson(body)['id']);
}

async function checkRepeatedBetas(context: CheckContext): Promise<void> {
  const headers = {
    'anthropic-beta': ['conformance-one-2030-01-01', 'conformance-two-2030-01-01'],
  };
  const { received } = await exchange(context, buildMessage(context.target, { headers }));
  expectEqual('the betas', headers['anthropic-beta'], readBetas(received).sort());
}

/** The checks of header fields. */
export const HEADER_CHECKS: readonly Check[] = [
  {
    id: 'headers.version',
    title: 'anthropic-version and anthropic_version reach the upstream.',
    source: PROTOCOL,
    level: 'must',
    skip: skipUnlessSameForm,
    run: checkVersion,
  },
  {
    id: 'headers.anthropic-open',
    title: 'Unknown anthropic-… headers reach an upstream of the Messages form.',
    source: PROTOCOL,
    level: 'must',
    skip: skipUnlessMessagesUpstream,
    run: (context) =>
      checkPassed(context, {
        'anthropic-conformance-unknown': 'a value',
        'anthropic-workspace-id': 'wrkspc_conformance',
      }),
  },
  {
    id: 'headers.claude-code',
    title: 'The x-claude-code-… headers reach the upstream.',
    source: PROTOCOL,
    level: 'should',
    skip: skipUnlessSameForm,
    run: (context) =>
      checkPassed(context, {
        'x-claude-code-session-id': 'session-1',
        'x-claude-code-agent-id': 'agent-1',
        'x-claude-code-parent-agent-id': 'agent-0',
        'x-claude-code-conformance-unknown': 'a value',
      }),
  },
  {
    id: 'headers.unknown',
    title: 'Other unknown headers reach the upstream.',
    source: PROTOCOL,
    level: 'should',
    skip: skipUnlessMessagesUpstream,
    run: (context) => checkPassed(context, { 'x-conformance-unknown': 'a value' }),
  },
  {
    id: 'headers.repeated-betas',
    title: 'Two anthropic-beta lines are both forwarded.',
    source: BETAS,
    level: 'must',
    skip: skipUnlessMessagesUpstream,
    run: checkRepeatedBetas,
  },
  {
    id: 'headers.hop-by-hop-request',
    title: 'Hop-by-hop headers of the client do not reach the upstream.',
    source: HOP_BY_HOP,
    level: 'must',
    run: checkHopByHopRequest,
  },
  {
    id: 'headers.hop-by-hop-response',
    title: 'Hop-by-hop headers of the upstream do not reach the client.',
    source: HOP_BY_HOP,
    level: 'must',
    run: checkHopByHopResponse,
  },
  {
    id: 'headers.host',
    title: 'The upstream gets its own host, not the one that the client named.',
    source: HOST,
    level: 'must',
    run: checkHost,
  },
  {
    id: 'headers.content-encoding',
    title: 'The body of an answer is encoded as its content-encoding says.',
    source: ENCODING,
    level: 'must',
    run: checkEncoding,
  },
  {
    id: 'headers.request-id',
    title: "The id of the upstream's answer reaches the client.",
    source: ERRORS,
    level: 'must',
    skip: skipUnlessSameForm,
    run: checkRequestId,
  },
  {
    id: 'headers.response',
    title: 'Rate limits and unknown headers of the answer reach the client.',
    source: ERRORS,
    level: 'should',
    skip: skipUnlessSameForm,
    run: checkResponseHeaders,
  },
];

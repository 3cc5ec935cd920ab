/** Checks of streamed answers. */
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { expectBytes, expectEqual, expectThat, skipUnlessSameForm } from '../expect.ts';
import { buildMessage } from '../forms.ts';
import { INVOKE_STREAM, PROTOCOL, STREAMING } from '../sources.ts';
import { type Check, type CheckContext, Mismatch } from '../types.ts';
import type { ReceivedRequest, Script } from '../upstream.ts';
import { beginStream, EVENTS, encodeEvent, isStreamRequest } from '../upstream-answers.ts';

/** Returns a promise and its resolver. */
function createGate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

function writeEvent(request: ReceivedRequest, response: ServerResponse, index: number): void {
  response.write(encodeEvent(request, EVENTS[index] ?? ''));
}

/** Sends the first event, and the others when the client has seen it. */
async function checkUnbuffered(context: CheckContext): Promise<void> {
  const gate = createGate();
  context.upstream.reset(async (request, response) => {
    beginStream(request, response);
    writeEvent(request, response, 0);
    await gate.opened;
    for (const payload of EVENTS.slice(1)) response.write(encodeEvent(request, payload));
    response.end();
  });
  try {
    const answer = await context.client.open(buildMessage(context.target, { stream: true }));
    const isEventStream = context.target.form === 'invoke';
    await answer.readUntil(isEventStream ? ':event-type' : 'message_start', context.pieceMs);
    gate.open();
    const whole = await answer.readAll();
    expectThat(whole.complete, 'a complete stream', 'a broken one');
  } finally {
    gate.open();
  }
}

async function checkContentType(context: CheckContext): Promise<void> {
  context.upstream.reset();
  const answer = await context.client.send(buildMessage(context.target, { stream: true }));
  const expected =
    context.target.form === 'invoke' ? 'application/vnd.amazon.eventstream' : 'text/event-stream';
  expectEqual('status', 200, answer.status);
  expectEqual('content-type', expected, answer.headers['content-type']?.split(';')[0]);
}

/** Splits the stream at awkward places: inside a character and inside a frame. */
async function checkBytes(context: CheckContext): Promise<void> {
  let sent: Buffer = Buffer.alloc(0);
  context.upstream.reset(async (request, response) => {
    const comment =
      context.target.form === 'invoke' ? '' : ': a comment\n\nevent: new\ndata: {}\n\n';
    sent = Buffer.concat([
      encodeEvent(request, EVENTS[0] ?? ''),
      Buffer.from(comment),
      ...EVENTS.slice(1).map((payload) => encodeEvent(request, payload)),
    ]);
    beginStream(request, response);
    for (let at = 0; at < sent.length; at += 101) {
      response.write(sent.subarray(at, at + 101));
      await wait(1);
    }
    response.end();
  });
  const answer = await context.client.send(buildMessage(context.target, { stream: true }));
  expectBytes('the stream of the upstream', sent, answer.body);
}

async function checkPings(context: CheckContext): Promise<void> {
  const gate = createGate();
  const ping = 'event: ping\ndata: {"type": "ping"}\n\n';
  context.upstream.reset(async (request, response) => {
    beginStream(request, response);
    writeEvent(request, response, 0);
    response.write(ping);
    await gate.opened;
    for (const payload of EVENTS.slice(1)) response.write(encodeEvent(request, payload));
    response.end();
  });
  try {
    const answer = await context.client.open(buildMessage(context.target, { stream: true }));
    await answer.readUntil('event: ping', context.pieceMs);
    gate.open();
    await answer.readAll();
  } finally {
    gate.open();
  }
}

/** Waits until a request is at the upstream. */
async function waitForRequest(context: CheckContext): Promise<void> {
  const end = performance.now() + context.timeoutMs;
  while (performance.now() < end) {
    if (context.upstream.requests.length > 0) return;
    await wait(10);
  }
  throw new Mismatch('the request at the upstream', 'none');
}

async function waitForAbort(context: CheckContext): Promise<void> {
  const end = performance.now() + context.pieceMs;
  while (performance.now() < end) {
    if (context.upstream.aborted > 0) return;
    await wait(20);
  }
  throw new Mismatch(
    `the upstream's connection closed within ${context.pieceMs} ms of the client's`,
    'an open connection',
  );
}

async function checkAbortWaiting(context: CheckContext): Promise<void> {
  const gate = createGate();
  context.upstream.reset(() => gate.opened);
  const abort = context.client.fire(buildMessage(context.target));
  await waitForRequest(context);
  abort();
  await waitForAbort(context).finally(gate.open);
}

async function checkAbortStream(context: CheckContext): Promise<void> {
  context.upstream.reset((request, response) => writeSlowly(request, response));
  const answer = await context.client.open(buildMessage(context.target, { stream: true }));
  const first = context.target.form === 'invoke' ? ':event-type' : 'message_start';
  await answer.readUntil(first, context.pieceMs);
  answer.abort();
  await waitForAbort(context);
}

async function writeSlowly(request: ReceivedRequest, response: ServerResponse): Promise<void> {
  beginStream(request, response);
  writeEvent(request, response, 0);
  writeEvent(request, response, 1);
  while (!response.destroyed) {
    writeEvent(request, response, 2);
    await wait(50);
  }
}

async function checkBreak(context: CheckContext): Promise<void> {
  const script: Script = async (request, response) => {
    beginStream(request, response);
    writeEvent(request, response, 0);
    await wait(50);
    response.destroy();
  };
  context.upstream.reset(script);
  const answer = await context.client.send(buildMessage(context.target, { stream: true }));
  const reported = !answer.complete || answer.body.includes('error');
  expectThat(reported, 'a broken connection or an error event', 'a stream that ends regularly');
}

async function checkRefusedStream(context: CheckContext): Promise<void> {
  const body = '{"type":"error", "error":{"type":"rate_limit_error","message":"Slow down."}}';
  context.upstream.reset((_request, response) => {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '7' });
    response.end(body);
  });
  const answer = await context.client.send(buildMessage(context.target, { stream: true }));
  expectEqual('status', 429, answer.status);
  expectEqual('retry-after', '7', answer.headers['retry-after']);
  if (context.target.isSameForm) expectBytes('the body', body, answer.body);
}

async function checkStreamPath(context: CheckContext): Promise<void> {
  context.upstream.reset();
  await context.client.send(buildMessage(context.target, { stream: true }));
  const [request] = context.upstream.requests.slice(-1);
  const isStream = request !== undefined && isStreamRequest(request);
  expectThat(isStream, 'a request for a stream at the upstream', request?.url ?? 'no request');
}

/** The checks of streamed answers. */
export const STREAM_CHECKS: readonly Check[] = [
  {
    id: 'stream.request',
    title: 'A request for a stream is one at the upstream, too.',
    source: PROTOCOL,
    level: 'must',
    run: checkStreamPath,
  },
  {
    id: 'stream.content-type',
    title: "A stream has the content type of the client's form.",
    source: INVOKE_STREAM,
    level: 'must',
    run: checkContentType,
  },
  {
    id: 'stream.unbuffered',
    title: 'The first event is at the client before the upstream sends the second.',
    source: PROTOCOL,
    level: 'must',
    run: checkUnbuffered,
  },
  {
    id: 'stream.bytes',
    title: 'The bytes of a stream arrive unchanged, comments and unknown events included.',
    source: PROTOCOL,
    level: 'must',
    skip: skipUnlessSameForm,
    run: checkBytes,
  },
  {
    id: 'stream.pings',
    title: 'The pings of the upstream pass at once.',
    source: PROTOCOL,
    level: 'must',
    skip: (target) =>
      target.upstreamForm === 'invoke' ? 'Bedrock sends no pings' : skipUnlessSameForm(target),
    run: checkPings,
  },
  {
    id: 'stream.refused',
    title: 'A request for a stream that is refused has the status and retry-after of the upstream.',
    source: PROTOCOL,
    level: 'must',
    run: checkRefusedStream,
  },
  {
    id: 'stream.break',
    title: 'A stream that breaks at the upstream does not end regularly at the client.',
    source: STREAMING,
    level: 'must',
    run: checkBreak,
  },
  {
    id: 'stream.abort',
    title: 'A client that goes away during a stream closes the connection to the upstream.',
    source: STREAMING,
    level: 'must',
    run: checkAbortStream,
  },
  {
    id: 'stream.abort-waiting',
    title: 'A client that goes away before the answer closes the connection to the upstream.',
    source: STREAMING,
    level: 'must',
    run: checkAbortWaiting,
  },
];

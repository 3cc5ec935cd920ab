/** Checks of a gateway that converts the Messages form for Bedrock or Vertex. */
import { setTimeout as wait } from 'node:timers/promises';
import { encodeExceptionFrame } from '../event-stream.ts';
import {
  describeAnswer,
  exchange,
  expectEqual,
  expectThat,
  skipUnlessConverted,
} from '../expect.ts';
import { buildMessage, readJson } from '../forms.ts';
import { INVOKE_BODY, INVOKE_STREAM, PROTOCOL, STREAMING, VERTEX } from '../sources.ts';
import type { Check, CheckContext, Target } from '../types.ts';
import { beginStream, EVENTS, encodeEvent, MESSAGE } from '../upstream-answers.ts';

const SILENCE_MS = 20_000;

function skipUnlessFromEventStream(target: Target): string | undefined {
  if (target.upstreamForm !== 'invoke') return 'only for an upstream with an AWS event stream';
  return skipUnlessConverted(target);
}

async function checkRequest(context: CheckContext): Promise<void> {
  const { received } = await exchange(context, buildMessage(context.target));
  const body = readJson(received.body);
  const isBedrock = context.target.upstreamForm === 'invoke';
  const version = isBedrock ? 'bedrock-2023-05-31' : 'vertex-2023-10-16';
  expectEqual('anthropic_version', version, body['anthropic_version']);
  expectEqual('model of the body', undefined, body['model']);
  if (isBedrock) expectEqual('stream of the body', undefined, body['stream']);
  const path = isBedrock ? /^\/model\/[^/]+\/invoke$/ : /\/models\/[^/]+:rawPredict$/;
  expectThat(path.test(received.url), `a path like ${path}`, received.url);
}

async function checkMessage(context: CheckContext): Promise<void> {
  const { answer } = await exchange(context, buildMessage(context.target));
  expectEqual('status', 200, answer.status);
  const { model: _, ...expected } = JSON.parse(MESSAGE) as Record<string, unknown>;
  const { model: __, ...seen } = readJson(answer.body);
  expectEqual('the message', expected, seen);
}

async function checkStream(context: CheckContext): Promise<void> {
  const { answer } = await exchange(context, buildMessage(context.target, { stream: true }));
  const lines = answer.body.toString('utf8').split('\n');
  const events = lines.filter((line) => line.startsWith('data:')).map((line) => line.slice(5));
  const types = events.map((data) => readJson(Buffer.from(data))['type']);
  const expected = EVENTS.map((data) => (JSON.parse(data) as { type: string }).type);
  expectEqual(
    'the types of the events',
    expected,
    types.filter((type) => type !== 'ping'),
  );
  const named = lines.filter((line) => line.startsWith('event:')).length;
  expectEqual('the number of named events', types.length, named);
  expectThat(answer.body.includes('first piece'), 'the text of the stream', describeAnswer(answer));
}

async function checkException(context: CheckContext): Promise<void> {
  context.upstream.reset((request, response) => {
    beginStream(request, response);
    response.write(encodeEvent(request, EVENTS[0] ?? ''));
    response.end(encodeExceptionFrame('throttlingException', 'Too many requests'));
  });
  const answer = await context.client.send(buildMessage(context.target, { stream: true }));
  expectThat(answer.body.includes('event: error'), 'an event: error', describeAnswer(answer));
}

async function checkOwnPings(context: CheckContext): Promise<void> {
  context.upstream.reset(async (request, response) => {
    beginStream(request, response);
    response.write(encodeEvent(request, EVENTS[0] ?? ''));
    await Promise.race([
      wait(SILENCE_MS + 2000),
      new Promise((done) => response.on('close', done)),
    ]);
    response.end();
  });
  const answer = await context.client.open(buildMessage(context.target, { stream: true }));
  await answer.readUntil('event: ping', SILENCE_MS);
  answer.abort();
}

/** The checks of conversion. */
export const CONVERSION_CHECKS: readonly Check[] = [
  {
    id: 'conversion.request',
    title: 'The request has the version, the model and the path of the platform.',
    source: INVOKE_BODY,
    level: 'must',
    skip: skipUnlessConverted,
    run: checkRequest,
  },
  {
    id: 'conversion.answer',
    title: 'The message of the answer is complete.',
    source: VERTEX,
    level: 'must',
    skip: skipUnlessConverted,
    run: checkMessage,
  },
  {
    id: 'conversion.stream',
    title: 'The stream arrives as the server-sent events of the Messages form.',
    source: STREAMING,
    level: 'must',
    skip: skipUnlessConverted,
    run: checkStream,
  },
  {
    id: 'conversion.exception',
    title: 'An exception inside an event stream arrives as an error event.',
    source: INVOKE_STREAM,
    level: 'must',
    skip: skipUnlessFromEventStream,
    run: checkException,
  },
  {
    id: 'conversion.pings',
    title: 'The gateway sends own pings while Bedrock is silent.',
    source: PROTOCOL,
    level: 'must',
    slow: true,
    skip: skipUnlessFromEventStream,
    run: checkOwnPings,
  },
];

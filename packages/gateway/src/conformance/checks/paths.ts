/** Checks of paths: messages, counting, batches, files, models and start-up requests. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from '../client.ts';
import {
  describeAnswer,
  exchange,
  expectBytes,
  expectEqual,
  expectThat,
  skipUnlessSameForm,
} from '../expect.ts';
import { buildCount, buildMessage, readJson } from '../forms.ts';
import {
  BATCHES,
  BEDROCK,
  CORRESPONDENCE,
  COUNTING,
  FILES,
  HEAD,
  INVOKE_BODY,
  PROTOCOL,
} from '../sources.ts';
import { type Check, type CheckContext, Mismatch, type Target } from '../types.ts';
import { MESSAGE } from '../upstream-answers.ts';

const DISCOVERY_LIMIT_MS = 3000;

const PARALLEL = 24;

function skipUnless(form: Target['form'], target: Target): string | undefined {
  return target.form === form ? undefined : `only the form ${form} has it`;
}

function skipUnlessWholeApi(target: Target): string | undefined {
  if (!target.isAnthropic) return 'only platforms that Anthropic operates have the whole API';
  return skipUnlessSameForm(target);
}

async function checkMessage(context: CheckContext, strip: (path: string) => string): Promise<void> {
  const call = buildMessage(context.target);
  const { answer, received } = await exchange(context, { ...call, path: strip(call.path) });
  expectEqual('status', 200, answer.status);
  if (!context.target.isSameForm) return;
  const path = call.path.split('?')[0] ?? '';
  const got = received.url.split('?')[0] ?? '';
  const matches = decodeURIComponent(got).endsWith(decodeURIComponent(path));
  expectThat(matches, `a request to ${path} at the upstream`, received.url);
}

async function checkEncodedModel(context: CheckContext): Promise<void> {
  const arn = 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123';
  const call = buildMessage(context.target);
  const path = `/model/${encodeURIComponent(arn)}/invoke`;
  const { received } = await exchange(context, { ...call, path });
  expectEqual('the path', path, received.url.split('?')[0]?.replace(/:/g, '%3A'));
}

async function checkHead(context: CheckContext, path: string): Promise<void> {
  context.upstream.reset();
  const call = buildMessage(context.target);
  const { 'content-type': _, ...headers } = call.headers ?? {};
  const answer = await context.client.send({ method: 'HEAD', path, headers });
  expectEqual('the length of the body of the answer', 0, answer.body.length);
  expectThat(answer.status < 500, 'a status below 500', describeAnswer(answer));
  const next = await context.client.send(buildMessage(context.target));
  expectEqual('the status of the next request', 200, next.status);
}

async function checkProfiles(context: CheckContext): Promise<void> {
  for (const path of [
    '/inference-profiles?type=SYSTEM_DEFINED',
    '/inference-profiles/us.anthropic.claude-sonnet-4-6',
  ]) {
    const { headers = {} } = buildMessage(context.target);
    const answer = await context.client.send({ method: 'GET', path, headers });
    expectThat(answer.status < 500, `an answer or a refusal to ${path}`, describeAnswer(answer));
  }
}

async function checkModels(context: CheckContext): Promise<void> {
  context.upstream.reset();
  const { headers = {} } = buildMessage(context.target);
  const path = '/v1/models?limit=1000';
  const call = { method: 'GET', path, headers, timeoutMs: DISCOVERY_LIMIT_MS };
  const answer = await context.client.send(call);
  expectEqual('status', 200, answer.status);
  const data = readJson(answer.body)['data'];
  const ids = Array.isArray(data) ? data.map((model: { id?: unknown }) => String(model.id)) : [];
  const isListed = ids.some((id) => /claude|anthropic/i.test(id));
  expectThat(isListed, 'a list `data` with the id of a Claude model', describeAnswer(answer));
}

function readCount(answer: Answer): unknown {
  const body = readJson(answer.body);
  return body['input_tokens'] ?? body['inputTokens'];
}

async function checkCount(context: CheckContext): Promise<void> {
  const { answer, received } = await exchange(context, buildCount(context.target));
  expectEqual('status', 200, answer.status);
  expectThat(/count[-_]tokens/i.test(received.url), 'a path that counts tokens', received.url);
  expectEqual('the count of the upstream', 17, readCount(answer));
}

function expectPath(path: string, url: string): void {
  expectThat(url.endsWith(path), `a request to ${path} at the upstream`, url);
}

async function checkBatches(context: CheckContext): Promise<void> {
  const { headers = {} } = buildMessage(context.target);
  const body =
    `{"requests":[{"custom_id":"a","params":{"model":"${context.target.model}",` +
    '"max_tokens":16,"messages":[{"role":"user","content":"Hello"}]}}]}';
  const created = await exchange(context, { path: '/v1/messages/batches', headers, body });
  expectEqual('status', 200, created.answer.status);
  expectPath('/v1/messages/batches', created.received.url);
  const path = '/v1/messages/batches/msgbatch_conformance';
  const read = await exchange(context, { method: 'GET', path, headers });
  expectPath(path, read.received.url);
  expectEqual('the status of reading a batch', 200, read.answer.status);
}

async function checkFiles(context: CheckContext): Promise<void> {
  const { headers = {} } = buildMessage(context.target, { betas: ['files-api-2025-04-14'] });
  const type = 'multipart/form-data; boundary=conformance';
  const body = Buffer.concat([
    Buffer.from('--conformance\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n'),
    Buffer.from('content-type: application/octet-stream\r\n\r\n'),
    Buffer.from([0, 255, 128, 10, 13, 200, 1]),
    Buffer.from('\r\n--conformance--\r\n'),
  ]);
  const call = { path: '/v1/files', headers: { ...headers, 'content-type': type }, body };
  const { answer, received } = await exchange(context, call);
  expectEqual('status', 200, answer.status);
  expectEqual('the content type', type, received.headers['content-type']);
  expectBytes('the uploaded bytes', body, received.body);
}

async function checkAnswer(context: CheckContext): Promise<void> {
  const { answer } = await exchange(context, buildMessage(context.target));
  if (answer.status !== 200) throw new Mismatch('status 200', describeAnswer(answer));
  expectBytes('the body of the upstream', MESSAGE, answer.body);
}

/** Sends requests at once, and answers them in another order. */
async function checkParallel(context: CheckContext): Promise<void> {
  context.upstream.reset(async (request, response) => {
    const [id = ''] = /parallel-\d+/.exec(request.body.toString('utf8')) ?? [];
    await wait(Number(id.slice(-1)) * 5);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(MESSAGE.replace('msg_conformance', id));
  });
  const ids = Array.from({ length: PARALLEL }, (_, index) => `parallel-${100 + index}`);
  const answers = ids.map(async (id) => {
    const call = buildMessage(context.target, { members: `"metadata":{"user_id":"${id}"}` });
    const answer = await context.client.send(call);
    return readJson(answer.body)['id'];
  });
  expectEqual('the ids of the answers', ids, await Promise.all(answers));
}

/** The checks of paths. */
export const PATH_CHECKS: readonly Check[] = [
  {
    id: 'path.message',
    title: 'A request for a message is served, with ?beta=true in the Messages form.',
    source: PROTOCOL,
    level: 'must',
    run: (context) => checkMessage(context, (path) => path),
  },
  {
    id: 'path.no-query',
    title: 'A request for a message is served without a query, too.',
    source: PROTOCOL,
    level: 'must',
    skip: (target) => skipUnless('messages', target),
    run: (context) => checkMessage(context, (path) => path.replace('?beta=true', '')),
  },
  {
    id: 'path.encoded-model',
    title: 'The ARN of an inference profile stays encoded in the path.',
    source: INVOKE_BODY,
    level: 'must',
    skip: (target) => skipUnless('invoke', target) ?? skipUnlessSameForm(target),
    run: checkEncodedModel,
  },
  {
    id: 'path.answer',
    title: 'The body of a successful answer reaches the client byte for byte.',
    source: PROTOCOL,
    level: 'must',
    skip: skipUnlessSameForm,
    run: checkAnswer,
  },
  {
    id: 'path.parallel',
    title: 'Each of many requests at once gets its own answer.',
    source: CORRESPONDENCE,
    level: 'must',
    run: checkParallel,
  },
  {
    id: 'path.count-tokens',
    title: 'Token counting is served.',
    source: COUNTING,
    level: 'should',
    run: checkCount,
  },
  {
    id: 'path.batches',
    title: 'Batches are created and read.',
    source: BATCHES,
    level: 'should',
    skip: skipUnlessWholeApi,
    run: checkBatches,
  },
  {
    id: 'path.files',
    title: 'A file is uploaded byte for byte.',
    source: FILES,
    level: 'should',
    skip: skipUnlessWholeApi,
    run: checkFiles,
  },
  {
    id: 'path.hello',
    title: 'HEAD /api/hello is answered or refused without harm.',
    source: PROTOCOL,
    level: 'must',
    skip: (target) => skipUnless('messages', target),
    run: (context) => checkHead(context, '/api/hello'),
  },
  {
    id: 'path.head',
    title: 'The answer to HEAD has no body, and the connection stays usable.',
    source: HEAD,
    level: 'must',
    skip: (target) => skipUnless('messages', target),
    run: (context) => checkHead(context, '/v1/models'),
  },
  {
    id: 'path.inference-profiles',
    title: 'The look-ups of inference profiles at start-up are answered or refused without harm.',
    source: BEDROCK,
    level: 'must',
    skip: (target) => skipUnless('invoke', target),
    run: checkProfiles,
  },
  {
    id: 'path.models',
    title: 'GET /v1/models?limit=1000 lists Claude models within 3 s, without a redirect.',
    source: PROTOCOL,
    level: 'should',
    skip: (target) => skipUnless('messages', target),
    run: checkModels,
  },
];

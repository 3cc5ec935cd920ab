/** Checks of errors of the upstream. */
import type { Answer } from '../client.ts';
import { ERROR_SHAPES, type ErrorShape } from '../data/errors.ts';
import {
  describeAnswer,
  expectBytes,
  expectEqual,
  expectThat,
  quote,
  skipUnlessConverted,
  skipUnlessSameForm,
} from '../expect.ts';
import { buildMessage, readJson } from '../forms.ts';
import { ERRORS, PROTOCOL, SSRF } from '../sources.ts';
import type { Check, CheckContext, Target } from '../types.ts';
import type { Script } from '../upstream.ts';

interface Shape {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function chooseShape(shape: ErrorShape, target: Target): Shape {
  if (target.upstreamForm !== 'invoke') return shape;
  if (shape.bedrock === undefined) return shape;
  const type = { 'x-amzn-errortype': shape.bedrock.type };
  return { headers: { ...shape.headers, ...type }, body: shape.bedrock.body };
}

function scriptError(status: number, { headers, body }: Shape): Script {
  return (_request, response) => {
    response.writeHead(status, { ...headers, 'request-id': 'req_conformance_error' });
    response.end(body);
  };
}

async function provoke(context: CheckContext, shape: ErrorShape): Promise<Answer> {
  context.upstream.reset(scriptError(shape.status, chooseShape(shape, context.target)));
  const answer = await context.client.send(buildMessage(context.target));
  const reached = context.upstream.requests.length > 0;
  expectThat(reached, 'the request at the upstream', describeAnswer(answer));
  return answer;
}

async function checkVerbatim(context: CheckContext, shape: ErrorShape): Promise<void> {
  const answer = await provoke(context, shape);
  const { headers, body } = chooseShape(shape, context.target);
  expectEqual('status', shape.status, answer.status);
  expectBytes('the body of the upstream', body, answer.body);
  for (const [name, value] of Object.entries(headers)) {
    expectEqual(`the header ${name}`, value, answer.headers[name]);
  }
}

/** The client matches the wording of 400 and 413, or the token `capability_rejected:`. */
async function checkEnvelope(context: CheckContext, shape: ErrorShape): Promise<void> {
  const answer = await provoke(context, shape);
  expectEqual('status', shape.status, answer.status);
  const body = readJson(answer.body);
  const error = (body['error'] ?? {}) as { type?: unknown; message?: unknown };
  expectEqual('type', 'error', body['type']);
  expectThat(typeof error.type === 'string', 'a type of the error', describeAnswer(answer));
  expectThat(typeof error.message === 'string', 'a message', describeAnswer(answer));
  const retryAfter = shape.headers['retry-after'];
  if (retryAfter !== undefined) {
    expectEqual('the header retry-after', retryAfter, answer.headers['retry-after']);
  }
  if (shape.id !== '400') return;
  const message = String(error.message);
  const isKept = message.includes('too long') || message.includes('capability_rejected:');
  expectThat(isKept, "the upstream's wording or capability_rejected:", quote(message));
}

async function checkRedirect(context: CheckContext): Promise<void> {
  context.upstream.reset((request, response) => {
    if (request.url.includes('/redirected')) {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"type":"message","content":[]}');
      return;
    }
    const location = `http://${request.headers['host']}/redirected`;
    response.writeHead(307, { location }).end();
  });
  await context.client.send(buildMessage(context.target));
  const followed = context.upstream.requests.filter(({ url }) => url.includes('/redirected'));
  expectEqual('the number of requests to the address of the redirect', 0, followed.length);
}

async function checkRetries(context: CheckContext): Promise<void> {
  const shape = ERROR_SHAPES.find(({ id }) => id === '529');
  if (shape !== undefined) await provoke(context, shape);
  const count = context.upstream.requests.length;
  expectEqual('the number of requests to the upstream', 1, count);
}

/** The checks of errors. */
export const ERROR_CHECKS: readonly Check[] = [
  {
    id: 'errors.redirect',
    title: 'A redirect of the upstream is not followed.',
    source: SSRF,
    level: 'must',
    run: checkRedirect,
  },
  {
    id: 'errors.retries',
    title: 'An overloaded upstream gets one request: the client itself retries.',
    source: ERRORS,
    level: 'should',
    run: checkRetries,
  },
  ...ERROR_SHAPES.map(
    (shape): Check => ({
      id: `errors.${shape.id}`,
      title: `An error ${shape.name} reaches the client byte for byte.`,
      source: PROTOCOL,
      level: 'must',
      skip: skipUnlessSameForm,
      run: (context) => checkVerbatim(context, shape),
    }),
  ),
  ...ERROR_SHAPES.map(
    (shape): Check => ({
      id: `errors.envelope-${shape.id}`,
      title: `An error ${shape.name} reaches the client in the API's shape.`,
      source: ERRORS,
      level: 'must',
      skip: skipUnlessConverted,
      run: (context) => checkEnvelope(context, shape),
    }),
  ),
];

/** Checks of credentials. */
import { describeAnswer, expectThat, skipUnlessSameForm } from '../expect.ts';
import { buildMessage, CREDENTIAL_HEADERS, readBetas } from '../forms.ts';
import { CONNECT, PROTOCOL, SIGV4 } from '../sources.ts';
import type { Check, CheckContext, Target } from '../types.ts';
import type { ReceivedRequest } from '../upstream.ts';

const API_KEY = 'sk-ant-api03-conformance-0123456789';
const OAUTH_TOKEN = 'sk-ant-oat01-conformance-0123456789';
const OAUTH_BETA = 'oauth-2025-04-20';

function skipOnAnthropic(target: Target): string | undefined {
  return target.isAnthropic ? 'Anthropic operates the upstream' : undefined;
}

function skipOffClaudeApi(target: Target): string | undefined {
  if (target.platform !== 'claude-api') return 'only the Claude API takes a login with OAuth';
  return skipUnlessSameForm(target);
}

function findSecret(request: ReceivedRequest, secret: string): string | undefined {
  if (request.url.includes(secret)) return 'the URL';
  if (request.body.includes(secret)) return 'the body';
  const fields = Object.entries(request.headers);
  return fields.find(([, value]) => value.includes(secret))?.[0];
}

async function checkLeak(
  context: CheckContext,
  headers: Record<string, string>,
  secret: string,
): Promise<void> {
  context.upstream.reset();
  await context.client.send(buildMessage(context.target, { headers }));
  for (const request of context.upstream.requests) {
    const place = findSecret(request, secret);
    expectThat(place === undefined, "no key of Anthropic's at the upstream", `one in ${place}`);
  }
}

async function checkOAuth(context: CheckContext): Promise<void> {
  context.upstream.reset();
  const call = buildMessage(context.target, {
    betas: ['interleaved-thinking-2025-05-14', OAUTH_BETA, 'claude-code-20250219'],
  });
  const { 'x-api-key': _, ...headers } = call.headers ?? {};
  const answer = await context.client.send({
    ...call,
    headers: { ...headers, authorization: `Bearer ${OAUTH_TOKEN}` },
  });
  const received = context.upstream.requests.at(-1);
  const betas = received === undefined ? [] : readBetas(received);
  expectThat(
    betas.includes(OAUTH_BETA),
    `${OAUTH_BETA} at the upstream`,
    received === undefined ? describeAnswer(answer) : betas.join(', '),
  );
}

/** The client sends one credential; the upstream must not get it beside one of the gateway. */
async function checkOne(context: CheckContext): Promise<void> {
  context.upstream.reset();
  await context.client.send(buildMessage(context.target));
  const received = context.upstream.requests.at(-1);
  const names = CREDENTIAL_HEADERS.filter((name) => received?.headers[name] !== undefined);
  expectThat(names.length <= 1, 'at most one credential', names.join(', '));
}

async function checkSignature(context: CheckContext): Promise<void> {
  context.upstream.reset();
  const authorization =
    'AWS4-HMAC-SHA256 Credential=AKIACONFORMANCE/20261130/us-east-1/bedrock/aws4_request, ' +
    'SignedHeaders=host;x-amz-date, Signature=0123456789abcdef';
  const headers = { authorization, 'x-amz-date': '20261130T000000Z' };
  await context.client.send(buildMessage(context.target, { headers }));
  const sent = context.upstream.requests.some(
    (request) => request.headers['authorization'] === authorization,
  );
  expectThat(!sent, 'a new signature or a refusal', "the client's signature at the upstream");
}

/** The checks of credentials. */
export const CREDENTIAL_CHECKS: readonly Check[] = [
  {
    id: 'credentials.api-key',
    title: "A key of Anthropic's does not reach another operator's platform.",
    source: CONNECT,
    level: 'must',
    skip: skipOnAnthropic,
    run: (context) => checkLeak(context, { 'x-api-key': API_KEY }, API_KEY),
  },
  {
    id: 'credentials.oauth-token',
    title: "An OAuth token of Anthropic's does not reach another operator's platform.",
    source: CONNECT,
    level: 'must',
    skip: skipOnAnthropic,
    run: (context) => checkLeak(context, { authorization: `Bearer ${OAUTH_TOKEN}` }, OAUTH_TOKEN),
  },
  {
    id: 'credentials.oauth-beta',
    title: 'The OAuth value of anthropic-beta survives on the Claude API.',
    source: PROTOCOL,
    level: 'must',
    skip: skipOffClaudeApi,
    run: checkOAuth,
  },
  {
    id: 'credentials.one',
    title: 'The upstream gets one credential, not two of different owners.',
    source: CONNECT,
    level: 'must',
    run: checkOne,
  },
  {
    id: 'credentials.signature',
    title: "A client's AWS signature, which covers the host, is not passed on.",
    source: SIGV4,
    level: 'must',
    skip: (target) => (target.form === 'invoke' ? undefined : 'only the form invoke is signed'),
    run: checkSignature,
  },
];

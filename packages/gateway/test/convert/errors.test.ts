import { describe, expect, it } from 'vitest';
import { hideErrorText } from '../../src/convert/index.ts';
import { convertRequest, makeUpstream } from './support/convert.ts';

type Platform = 'bedrock' | 'vertex';

/** Converts a response that is an error. */
function convertError(
  platform: Platform,
  status: number,
  body: string | object,
  headers: Record<string, string> = {},
): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return convertRequest(makeUpstream(platform)).convertResponse(
    new Response(text, { status, headers: { 'content-type': 'text/plain', ...headers } }),
  );
}

interface ApiErrorBody {
  readonly type: string;
  readonly error: { readonly type: string; readonly message: string };
  readonly request_id: string | null;
}

const readJson = async (response: Response): Promise<ApiErrorBody> =>
  (await response.json()) as ApiErrorBody;

describe('an error of AWS', () => {
  it.each([
    [400, 'ValidationException', 'invalid_request_error'],
    [400, 'ServiceQuotaExceededException', 'rate_limit_error'],
    [403, 'AccessDeniedException', 'permission_error'],
    [403, 'ExpiredTokenException', 'authentication_error'],
    [403, 'UnrecognizedClientException', 'authentication_error'],
    [404, 'ResourceNotFoundException', 'not_found_error'],
    [408, 'ModelTimeoutException', 'timeout_error'],
    [424, 'ModelErrorException', 'api_error'],
    [429, 'ThrottlingException', 'rate_limit_error'],
    [429, 'ModelNotReadyException', 'overloaded_error'],
    [500, 'InternalServerException', 'api_error'],
    [503, 'ServiceUnavailableException', 'overloaded_error'],
  ])('keeps its status %i, and is of the type of %s', async (status, name, type) => {
    const headers = { 'x-amzn-errortype': `${name}:http://internal.amazon.com/coral/x/` };
    const response = await convertError('bedrock', status, { message: 'Words.' }, headers);
    expect(response.status).toBe(status);
    expect(await readJson(response)).toEqual({
      type: 'error',
      error: { type, message: 'Words.' },
      request_id: null,
    });
  });

  it('passes its headers and its id on', async () => {
    const headers = { 'x-amzn-requestid': 'abc', 'retry-after': '7', 'content-length': '99' };
    const response = await convertError('bedrock', 429, { message: 'Slow.' }, headers);
    expect((await readJson(response)).request_id).toBe('abc');
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/json',
      'request-id': 'abc',
      'retry-after': '7',
      'x-amzn-requestid': 'abc',
    });
  });

  it.each([
    ['another case', { Message: 'Words.' }, 'Words.', 'invalid_request_error'],
    [
      'its name in the body',
      { __type: 'com.amazon.coral#ThrottlingException', message: 'Words.' },
      'Words.',
      'rate_limit_error',
    ],
    ['no text', { Output: { __type: 'x' } }, 'The upstream answered 400.', 'invalid_request_error'],
    ['a page', '<html>Bad</html>', '<html>Bad</html>', 'invalid_request_error'],
    ['nothing', '', 'The upstream answered 400.', 'invalid_request_error'],
  ])('is read in other forms: %s', async (_, body, message, type) => {
    expect((await readJson(await convertError('bedrock', 400, body))).error).toEqual({
      type,
      message,
    });
  });

  it('has the token of a prompt that is too long, in both wordings', async () => {
    for (const message of [
      'Input is too long for requested model.',
      'prompt is too long: 205072 tokens > 200000 maximum',
    ])
      expect((await readJson(await convertError('bedrock', 400, { message }))).error.message).toBe(
        `${message} capability_rejected: prompt_too_long`,
      );
  });

  it('keeps a text that a recovery reads', async () => {
    const message = 'invalid beta flag';
    expect((await readJson(await convertError('bedrock', 400, { message }))).error.message).toBe(
      message,
    );
  });

  it('is read up to a limit', async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(100_000).fill(65)),
      cancel: () => {
        cancelled = true;
      },
    });
    const { convertResponse } = convertRequest(makeUpstream('bedrock'));
    const response = await convertResponse(new Response(body, { status: 500 }));
    expect((await readJson(response)).error.message.length).toBe(4000);
    expect(cancelled).toBe(true);
  });
});

describe('a redirect', () => {
  it.each([302, 304, 307])('with the status %i is an error of the upstream', async (status) => {
    const { convertResponse } = convertRequest(makeUpstream('vertex'));
    const headers = { location: 'https://example.com/' };
    const response = await convertResponse(new Response(null, { status, headers }));
    expect(response.status).toBe(502);
    expect(response.headers.has('location')).toBe(false);
    const { type, message } = (await readJson(response)).error;
    expect(type).toBe('api_error');
    expect(message).toContain(`answered ${status}, and the gateway follows no redirect; check the`);
  });
});

describe('an error of Google', () => {
  it.each([
    ['RESOURCE_EXHAUSTED', 429, 'rate_limit_error'],
    ['PERMISSION_DENIED', 403, 'permission_error'],
    ['UNAUTHENTICATED', 401, 'authentication_error'],
    ['FAILED_PRECONDITION', 400, 'invalid_request_error'],
    ['NOT_FOUND', 404, 'not_found_error'],
    ['UNAVAILABLE', 503, 'overloaded_error'],
  ])('is of the type of its status %s, also in a list', async (name, status, type) => {
    const body = { error: { code: status, message: 'Words.', status: name } };
    for (const given of [body, [body]]) {
      const response = await convertError('vertex', status, given);
      expect(response.status).toBe(status);
      expect((await readJson(response)).error).toEqual({ type, message: 'Words.' });
    }
  });

  it('keeps its bytes if it has the shape of the API', async () => {
    const error = { type: 'invalid_request_error', message: 'prompt is too long: 2 > 1' };
    const text = JSON.stringify({ type: 'error', error, request_id: 'req_vrtx_1' }, null, 2);
    const response = await convertError('vertex', 400, text);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe(text);
  });
});

describe('the text of a classified error', () => {
  const URL_OF = {
    bedrock: makeUpstream('bedrock').url,
    vertex: makeUpstream('vertex').url,
  };

  const hide = async (
    platform: Platform,
    status: number,
    message: string,
  ): Promise<ApiErrorBody['error']> => {
    const converted = await convertError(platform, status, { message });
    const hidden = await hideErrorText(converted, URL_OF[platform]);
    expect(hidden.status).toBe(status);
    return (await readJson(hidden)).error;
  };

  const ARN = 'arn:aws:sts::123456789012:assumed-role/prod-gateway/i-0abc';

  it.each([
    [401, "The upstream rejected the gateway's credential."],
    [403, 'The upstream denied access.'],
    [404, 'The upstream does not have the requested model or resource.'],
    [429, 'The rate limit of the upstream is exceeded.'],
    [500, 'The upstream reported an error.'],
    [503, 'The upstream is overloaded.'],
    [529, 'The upstream is overloaded.'],
  ])('is that of its class for the status %i', async (status, text) => {
    const message = `User: ${ARN} is not authorized to perform: bedrock:InvokeModel`;
    expect((await hide('bedrock', status, message)).message).toBe(text);
  });

  it.each([
    `User: ${ARN} may not use the model`,
    'Account 123456789012 is not allowed to use the model.',
    'The account id: 123456789012.',
    'Model access is denied for account=my-team-1',
    'The project my-project has no quota',
    'Constraint violated for `projects/other-project-7` in the region',
    'Project "secret-name" may not use the feature',
    'See https://console.aws.amazon.com/bedrock?account=123456789012 for details',
    'Resource //aiplatform.googleapis.com/projects/other-project-7/locations/x is missing',
    'svc@other-project-7.iam.gserviceaccount.com lacks the role',
    'Subscription 12345678-1234-1234-1234-123456789012 is disabled',
    'The key AKIAIOSFODNN7EXAMPLE is invalid',
    'No route to 10.11.12.13',
  ])('names no account, role or project: %s', async (message) => {
    const { message: hidden } = await hide('vertex', 400, message);
    expect(hidden).toContain('[hidden]');
    expect(hidden).not.toMatch(
      /123456789012|my-project|my-team|other-project|secret-name|assumed-role|AKIA|10\.11/,
    );
  });

  it.each([
    'invalid beta flag',
    'messages.0.content.1.text: Input should be a valid string',
    'messages: roles must alternate between "user" and "assistant"',
    'max_tokens: 100000 > 64000, the maximum for claude-opus-4-5-20251101',
    'Malformed input request: #: extraneous key [foo] is not permitted',
    'Invocation of model ID anthropic.claude-opus-4-5-20251101-v1:0 is not supported',
  ])('is kept if it is about the request: %s', async (message) => {
    expect((await hide('bedrock', 400, message)).message).toBe(message);
  });

  it('keeps the bytes of an error with nothing to hide', async () => {
    const error = { type: 'invalid_request_error', message: 'prompt: too short' };
    const text = JSON.stringify({ type: 'error', error, request_id: 'req_vrtx_1' }, null, 2);
    const hidden = await hideErrorText(await convertError('vertex', 400, text), URL_OF.vertex);
    expect(await hidden.text()).toBe(text);
  });

  it('keeps the id of the request', async () => {
    const error = { type: 'rate_limit_error', message: 'The quota of my-project is used up' };
    const body = { type: 'error', error, request_id: 'req_vrtx_1' };
    const hidden = await hideErrorText(await convertError('vertex', 429, body), URL_OF.vertex);
    expect((await readJson(hidden)).request_id).toBe('req_vrtx_1');
  });

  it('has the token of a prompt that is too long', async () => {
    const { message } = await hide('bedrock', 400, 'Input is too long for requested model.');
    expect(message).toContain('capability_rejected: prompt_too_long');
    expect(message.match(/capability_rejected/g)).toHaveLength(1);
  });

  it('has the token of each beta that the text names as rejected', async () => {
    const text =
      'Unexpected value(s) `a-feature-2026-01-01`, `other-2026-02-02` for the `anthropic-beta` ' +
      'header. Please consult our documentation at docs.anthropic.com or try again without ' +
      'the header.';
    expect((await hide('vertex', 400, text)).message).toBe(
      `${text} capability_rejected: beta_header:a-feature-2026-01-01, beta_header:other-2026-02-02`,
    );
  });

  it('takes linear time for any text', async () => {
    const start = performance.now();
    for (const part of ['project ', 'a@', '1234567890-', 'arn:aws:', '//', '1.2.3.', 'a.a@b.'])
      await hide('vertex', 400, part.repeat(Math.floor(200_000 / part.length)));
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('leaves other responses alone', async () => {
    const fine = new Response('{}');
    const refusal = new Response('{}', { status: 400, headers: { 'x-beta-headers': 'refused' } });
    expect(await hideErrorText(fine, URL_OF.bedrock)).toBe(fine);
    expect(await hideErrorText(refusal, URL_OF.bedrock)).toBe(refusal);
  });

  it('replaces a body that is no error of the API', async () => {
    const page = new Response('<html>account 123456789012</html>', { status: 502 });
    expect((await readJson(await hideErrorText(page, URL_OF.bedrock))).error).toEqual({
      type: 'api_error',
      message: 'The upstream reported an error.',
    });
  });
});

describe('the counting of tokens on Bedrock', () => {
  const convertCount = (body: unknown): Promise<Response> =>
    convertRequest(makeUpstream('bedrock'), {
      path: '/v1/messages/count_tokens',
    }).convertResponse(Response.json(body, { headers: { 'x-amzn-requestid': 'abc' } }));

  it('answers in the form of the API', async () => {
    const response = await convertCount({ inputTokens: 12 });
    expect(await response.json()).toEqual({ input_tokens: 12 });
    expect(response.headers.get('request-id')).toBe('abc');
  });

  it('answers 502 if the upstream sends no number', async () => {
    const response = await convertCount({ inputTokens: '12' });
    expect(response.status).toBe(502);
    expect((await readJson(response)).error.type).toBe('api_error');
  });
});

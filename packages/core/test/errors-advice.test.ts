/**
 * Advice that depends on more than the kind: the place of betas on a platform, and the cause of the
 * error.
 */
import { describe, expect, it } from 'vitest';
import { classifyBetaError } from '../src/errors/index.ts';
import { PLATFORM_TITLES } from '../src/generated/errors.ts';
import { type BetaRequest, betaFetch } from '../src/index.ts';
import { betaRecovery } from '../src/recovery/index.ts';

const INVOKE = 'https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-x/invoke';
const CONVERSE = INVOKE.replace('/invoke', '/converse');
const BETA = 'context-management-2025-06-27';
const FIELD = 'context_management: Extra inputs are not permitted';
const POLICY =
  'Organization Policy constraint constraints/vertexai.allowedPartnerModelFeatures violated for `projects/1` attempting to use a disallowed feature web_search for Partner model claude-opus-4-8.';

const invoked = (url: string, body: object): BetaRequest => ({ method: 'POST', url, body });
const advice = (error: unknown, context = {}): string =>
  classifyBetaError(error, context)?.advice ?? '';

describe('the place of betas in advice', () => {
  const edits = { context_management: { edits: [] } };
  it('is the header by default', () => {
    expect(advice(FIELD)).toContain(`Send it in the anthropic-beta header`);
  });
  it('is the body for InvokeModel, and the additional fields for Converse', () => {
    const request = invoked(INVOKE, edits);
    expect(advice(FIELD, { request })).toContain('Send it in the anthropic_beta list of the body');
    const fields = { additionalModelRequestFields: edits };
    expect(advice(FIELD, { request: invoked(CONVERSE, fields) })).toContain(
      'Send it in additionalModelRequestFields.anthropic_beta',
    );
  });
  it('is both on Bedrock if the form is not known', () => {
    const text = advice('invalid beta flag', { platform: 'bedrock' });
    expect(text).toContain('anthropic-beta header (with InvokeModel: the anthropic_beta list');
    const messages = invoked('https://bedrock-runtime.us-east-1.amazonaws.com/v1/messages', {});
    expect(advice('invalid beta flag', { request: messages })).not.toContain('InvokeModel');
  });
  it('is named in Indonesian too', () => {
    const text = advice(FIELD, { request: invoked(INVOKE, edits), language: 'id' });
    expect(text).toContain('daftar anthropic_beta di body');
  });
  it.each([
    ['bedrock', 'bedrock-runtime.us-gov-west-1.amazonaws.com/v1/messages'],
    [
      'bedrock-converse',
      'bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-x/converse',
    ],
    ['claude-api', 'api.anthropic.com/v1/messages'],
    [undefined, 'gateway.example/v1/messages'],
  ])('follows from the call that a client writes before the response: %s', (platform, url) => {
    const text = `POST "https://${url}": 400 Bad Request {"message":"invalid beta flag"}`;
    expect(classifyBetaError(text)?.platform).toBe(platform);
  });
  it('is also read for the betas that were sent', () => {
    const sent = { anthropic_beta: [BETA, 'fast-mode-2026-02-01'] };
    const info = classifyBetaError('invalid beta flag', { request: invoked(INVOKE, sent) });
    expect(info?.suspects).toEqual([BETA, 'fast-mode-2026-02-01']);
    expect(info?.advice).toContain(`(sent: ${BETA}, fast-mode-2026-02-01)`);
    const fields = { additionalModelRequestFields: { anthropic_beta: [BETA] } };
    const converse = classifyBetaError('invalid beta flag', {
      request: invoked(CONVERSE, fields),
    });
    expect(converse?.suspects).toEqual([BETA]);
  });
});

describe('the explanation in advice', () => {
  const cases: Record<string, [error: string, says: RegExp, context?: object]> = {
    'a policy of the organization': [POLICY, /policy of your organization.* web_search /],
    'a method that takes no betas': [
      "TypeError: Messages.create() got an unexpected keyword argument 'betas'",
      /does not accept betas, so nothing was sent\. Call a method of client\.beta\.messages/,
    ],
    'a method that does not take the field': [
      "TypeError: Messages.create() got an unexpected keyword argument 'container'",
      /does not accept container/,
    ],
    'a field with another name': [
      "output_format: This field is deprecated. Use 'output_config.format' instead.",
      /^output_format is deprecated, .* needs no header\.$/,
    ],
    'a gateway without betas': [
      'context_management and betas require a provider with a native Anthropic Messages API',
      /accepts no betas at all/,
    ],
    'an adapter without betas': [
      'Anthropic beta features are not supported by this adapter.',
      /accepts no betas at all/,
    ],
    'a number above a limit': [
      'requests.0.params.max_tokens: 200000 > 128000, which is the maximum allowed',
      /above the limit of the model without output-300k-2026-03-24.* use a lower value/,
    ],
    'a value of a known field': [
      "thinking.display: Input should be 'summarized', 'omitted'",
      /accepts this value only with thinking-display-updates-2026-08-18/,
    ],
    'a place whose beta is rejected there': [
      'BedrockException: {"message":"tools.0.custom.strict: Extra inputs are not permitted"}',
      /^tools\.0\.custom\.strict belongs to .*, which has no use on Amazon Bedrock \(InvokeModel\)/,
    ],
    'a place that no source confirms': [
      'tools.0.custom.eager_input_streaming: Extra inputs are not permitted',
      /no source confirms that Amazon Bedrock \(InvokeModel\) has it/,
      { platform: 'bedrock' },
    ],
    'an unknown name': ['Unsupported beta header: foo-2027-01-01', /check the spelling/],
    'several betas': [
      'unsupported beta header(s): context-1m-2025-08-07, fast-mode-2026-02-01',
      /Remove them from/,
    ],
    'one beta': ['Unsupported beta header: fast-mode-2026-02-01', /Remove it from/],
    'a conflict of names that it leaves open': [
      "anthropic-beta header cannot combine 'agent-memory-*' values with 'managed-agents-*' values",
      /^agent-memory-\*, managed-agents-\* cannot be used together/,
    ],
    'a conflict of others': [
      "anthropic-beta header cannot combine 'sk-ant-key-*' values with 'sk-other-*' values",
      /^Some of the values in the anthropic-beta header cannot be used together/,
    ],
    'no access to what needs no header': [
      'The long context beta is not yet available for this subscription.',
      /Ask for access.*Nothing is lost/,
    ],
  };
  it.each(Object.keys(cases))('fits %s', (name) => {
    const [error, says, context = {}] = cases[name] as (typeof cases)[string];
    expect(advice(error, context)).toMatch(says);
    const indonesian = advice(error, { ...context, language: 'id' });
    expect(indonesian).toMatch(/^[^${}]*[^.${}]\.$/);
    expect(indonesian).not.toBe(advice(error, context));
  });

  it.each(['en', 'id'] as const)('names the platform by its title: %s', (language) => {
    const error = 'tools.0.custom.eager_input_streaming: Extra inputs are not permitted';
    for (const [id, title] of Object.entries(PLATFORM_TITLES)) {
      const text = advice(error, { platform: id, language });
      if (/no source confirms|tidak ada sumber/.test(text)) expect(text).toContain(title);
      expect(text).not.toContain(` ${id} `);
    }
    expect(advice(error, { platform: 'bedrock', language })).toContain(
      'Amazon Bedrock (InvokeModel)',
    );
  });

  it('agrees with recovery, which returns the response to a policy unchanged', async () => {
    let calls = 0;
    const answer = async (): Promise<Response> => {
      calls++;
      return Response.json([{ error: { code: 400, message: POLICY } }], { status: 400 });
    };
    const send = betaFetch({ fetch: answer, platform: 'vertex', recover: betaRecovery() });
    const response = await send('https://api.test/v1/messages', {
      method: 'POST',
      headers: { 'anthropic-beta': 'web-search-2025-03-05', 'anthropic-version': '2023-06-01' },
      body: JSON.stringify({ model: 'claude-opus-4-8', max_tokens: 1, messages: [] }),
    });
    expect([response.status, calls]).toEqual([400, 1]);
  });

  it('agrees with recovery, which sends no betas to an adapter without them', async () => {
    const sent: string[] = [];
    const answer = async (input: string | URL | Request, init?: RequestInit) => {
      const betas = new Request(input, init).headers.get('anthropic-beta') ?? '';
      sent.push(betas);
      const message = 'Anthropic beta features are not supported by this adapter.';
      return betas === ''
        ? Response.json({ type: 'message' })
        : Response.json({ error: { message } }, { status: 400 });
    };
    const send = betaFetch({ fetch: answer, platform: 'claude-api', recover: betaRecovery() });
    const post = () =>
      send('https://api.test/v1/messages', {
        method: 'POST',
        headers: {
          'anthropic-beta': 'a-2027-01-01,b-2027-01-01,c-2027-01-01',
          'anthropic-version': '2023-06-01',
        },
        body: JSON.stringify({ model: 'claude-opus-5-5', max_tokens: 1, messages: [] }),
      });
    expect((await post()).status).toBe(200);
    expect((await post()).status).toBe(200);
    expect(sent).toEqual(['a-2027-01-01,b-2027-01-01,c-2027-01-01', '', '']);
  });
});

/**
 * Tests that the platform decides about the advice, and that no secret or quotation is in the
 * result.
 */
import { describe, expect, it } from 'vitest';
import { defaultCatalog } from '../src/catalog/catalog.ts';
import { findClaim } from '../src/catalog/claims.ts';
import { type BetaErrorInfo, classifyBetaError } from '../src/errors/index.ts';
import { findBetaPlatforms } from '../src/errors/platforms.ts';
import { leaveOutQuotes } from '../src/errors/quotes.ts';
import { PLATFORM_TITLES } from '../src/generated/errors.ts';
import type { Platform } from '../src/index.ts';

const { betas, features, platforms } = defaultCatalog;
const body = (message: string, extra: object = {}) => ({
  type: 'error',
  error: { type: 'invalid_request_error', message },
  ...extra,
});
const tag = (name: string): string =>
  `tools.0: Input tag '${name}' found using 'type' does not match any of the expected tags: 'custom'`;
const classify = (message: string, platform?: Platform): BetaErrorInfo =>
  classifyBetaError(body(message), { platform }) as BetaErrorInfo;
const QUERY = {
  method: 'POST',
  path: '/v1/messages',
  model: undefined,
  isNewModel: false,
  today: undefined,
};

describe('classifyBetaError with a known platform', () => {
  it.each<[Platform, string]>([
    ['vertex', 'mcp_servers: Extra inputs are not permitted'],
    ['bedrock', 'mcp_servers: Extra inputs are not permitted'],
    ['vertex', tag('web_fetch_20250910')],
    ['vertex', 'thread: Extra inputs are not permitted'],
  ])('reports that %s lacks the feature: %s', (platform, message) => {
    const info = classify(message, platform);
    expect(info).toMatchObject({ kind: 'missing', betas: [], suspects: [], platform });
    expect(info.advice).toContain(`not available on ${PLATFORM_TITLES[platform]}`);
    expect(info.advice).not.toMatch(/[Ss]end it/);
    expect(info.docs).toMatch(/^https:/);
  });

  it('names the value that the platform requires and accepts', () => {
    expect(classify('speed: Extra inputs are not permitted', 'claude-api')).toMatchObject({
      betas: ['fast-mode-2026-02-01'],
    });
    expect(classify(tag('tool_search_tool_regex_20251119'), 'bedrock').betas).toEqual([
      'tool-search-tool-2025-10-19',
    ]);
  });

  it('names no beta if the feature needs no header', () => {
    const info = classify('output_config.effort: Extra inputs are not permitted', 'claude-api');
    expect(info).toMatchObject({ kind: 'missing', betas: [] });
    expect(info.advice).toContain('needs no beta on the Claude API');
  });

  it('names the replacement that the platform wants', () => {
    const info = classify('Unsupported beta header: advanced-tool-use-2025-11-20', 'bedrock');
    expect(info.advice).toMatch(
      /On Amazon Bedrock \(InvokeModel\), .* tool-search-tool-2025-10-19/,
    );
  });

  it('reads the platform from a request id and from the URL of the request', () => {
    const byId = classifyBetaError(
      body('mcp_servers: Extra inputs are not permitted', { request_id: 'req_vrtx_1' }),
    );
    expect(byId).toMatchObject({ platform: 'vertex' });
    expect(byId?.advice).not.toMatch(/[Ss]end it/);
    const request = {
      method: 'POST',
      url: 'https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/anthropic/models/claude-opus-5:rawPredict',
      body: { mcp_servers: [{ type: 'url', name: 'a', url: 'https://a.example' }] },
    };
    expect(
      classifyBetaError(body('mcp_servers: Extra inputs are not permitted'), { request }),
    ).toMatchObject({ platform: 'vertex', betas: [] });
  });

  it('ignores an unknown platform', () => {
    expect(
      classify('speed: Extra inputs are not permitted', 'azure' as Platform).platform,
    ).toBeUndefined();
  });

  // Every beta, refused and required in words, and every place that a rule names.
  it('never advises to send a beta that the platform refuses or whose feature it lacks', () => {
    const wrong: string[] = [];
    for (const platform of platforms.keys()) {
      for (const id of betas.keys()) {
        for (const message of [
          `Unsupported beta header: ${id}`,
          `This endpoint requires the \`anthropic-beta: ${id}\` header.`,
          `The beta ${id} is not enabled for your organization.`,
        ])
          wrong.push(...findWrongAdvice(message, platform as Platform));
      }
      for (const feature of features.values())
        for (const { at } of feature.uses) {
          if (!at) continue;
          const field = at.replaceAll('[]', '.0').replaceAll('.**', '');
          const message = `${field}: Extra inputs are not permitted`;
          wrong.push(...findWrongAdvice(message, platform as Platform));
        }
    }
    expect(wrong).toEqual([]);
  });
});

/** Finds advice to send a beta that the platform rejects, or whose feature it does not have. */
function findWrongAdvice(message: string, platform: Platform): string[] {
  const info = classifyBetaError(body(message), { platform });
  if (!info) return [];
  const sends = /(?:[Ss]end (?:it|them) in|request uses of ([\w-]+)|current name is ([\w-]+))/.exec(
    info.advice,
  );
  if (!sends) return [];
  const named = sends[1] ?? sends[2];
  return (named ? [named] : info.betas)
    .filter((id) => {
      const beta = betas.get(id);
      if (!beta) return false;
      const acceptance = findClaim(beta.acceptance(platform), QUERY).status;
      const availability = findClaim(beta.feature.availability(platform), QUERY).status;
      return acceptance === 'rejected' || availability === 'unavailable';
    })
    .map((id) => `${platform} ${id}: ${info.advice}`);
}

describe('classifyBetaError with a request', () => {
  const servers = { mcp_servers: [{ type: 'url', name: 'a', url: 'https://a.example' }] };
  const missing = (params: object): string[] | undefined =>
    classifyBetaError(body('mcp_servers: Extra inputs are not permitted'), {
      request: { method: 'POST', url: '/v1/messages', body: { model: 'claude-opus-5', ...params } },
    })?.betas;
  it('distinguishes the forms of a field', () => {
    expect(missing(servers)).toEqual(['mcp-client-2025-04-04']);
    expect(missing({ ...servers, tools: [{ type: 'mcp_toolset', mcp_server_name: 'a' }] })).toEqual(
      ['mcp-client-2025-11-20'],
    );
  });
  it('names the current form without a request, and the others as suspects', () => {
    const info = classifyBetaError('mcp_servers: Extra inputs are not permitted');
    expect(info?.betas).toEqual(['mcp-client-2025-11-20']);
    expect(info?.suspects).toContain('mcp-client-2025-04-04');
  });
});

describe('a statement in a quotation', () => {
  const A1 = 'Unexpected value(s) `mcp-client-2025-11-20` for the `anthropic-beta` header';
  it.each([
    [`x: Input tag '${A1}' found using 'type' does not match`],
    [`x: Input tag 'a'. ${A1}. 'b' found using 'type' does not match`],
    [`model: ${A1}`],
    [`name: String should be short, got ${A1}`],
    [`Tool '${A1.replaceAll('`', '')}' not found`],
  ])('is ignored: %s', (message) => {
    expect(leaveOutQuotes(message)).not.toContain('Unexpected');
    expect(classifyBetaError(body(message))).toBeUndefined();
  });
  it.each([
    [`upstream said: "${A1}"`],
    [`BadRequestError('${A1.replaceAll('`', '')}')`],
    [`{'message': "${A1}"}`],
  ])('counts if a wrapper quotes the whole message: %s', (message) => {
    expect(leaveOutQuotes(message)).toContain('Unexpected');
    expect(classifyBetaError(body(message))?.kind).toBe('unsupported');
  });
});

describe('secrets', () => {
  const KEYS = [
    'sk-ant-api03-AAAAAAAAAAAAAAAA',
    'Bearer-eyJhbGciOiJIUzI1NiJ9abcdefgh',
    'AKIAIOSFODNN7EXAMPLE1234',
    'ghp_0123456789abcdefghijABCDEFGHIJ012345',
  ];
  it.each(KEYS)('never appear in the result: %s', (key) => {
    for (const message of [
      `Unexpected value(s) \`${key}\` for the \`anthropic-beta\` header`,
      `Unsupported beta header: ${key}`,
      `unsupported beta header(s): effort-2025-11-24, ${key}`,
      `capability_rejected: beta_header:${key}`,
      `${key}: Extra inputs are not permitted`,
    ])
      expect(JSON.stringify(classifyBetaError(body(message)) ?? {})).not.toContain(key);
  });
});

describe('a limit of its own', () => {
  const limited = (message: string, status = 429): BetaErrorInfo | undefined =>
    classifyBetaError({ status, error: { error: { type: 'rate_limit_error', message } } });
  it('names the beta that causes it, in both languages', () => {
    const message =
      'This request would exceed your rate limit of 0 fast mode input tokens per minute';
    expect(limited(message)).toMatchObject({ kind: 'limited', betas: ['fast-mode-2026-02-01'] });
    expect(limited(message)?.advice).toContain('speed');
    expect(classifyBetaError(message, { language: 'id' })?.advice).toContain('batas');
  });
  it('needs a text and a status that refer to the beta', () => {
    expect(limited('This request would exceed your rate limit of 50 requests')).toBeUndefined();
    expect(
      classifyBetaError({ status: 503, message: 'Fast mode rate limit exceeded' }),
    ).toBeUndefined();
  });
});

describe('findBetaPlatforms', () => {
  it('names the only platforms that need a beta, and those without its feature', () => {
    expect(findBetaPlatforms(['tool-search-tool-2025-10-19'])).toEqual({
      neededOn: ['bedrock', 'bedrock-mantle', 'vertex'],
      absentOn: ['bedrock-converse'],
    });
  });
  it('names none for a beta that is needed everywhere, or not known', () => {
    expect(findBetaPlatforms(['context-management-2025-06-27'])).toEqual({
      neededOn: [],
      absentOn: [],
    });
    expect(findBetaPlatforms(['no-such-beta-2025-01-01'])).toEqual({ neededOn: [], absentOn: [] });
  });
});

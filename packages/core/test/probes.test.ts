/**
 * Values that others sent to Bedrock one at a time, with the results. `plan()` keeps those that
 * were accepted and never sends those that were rejected. Neither source names the model or the
 * account, so the requests name no model that a claim is about.
 */
import { describe, expect, it } from 'vitest';
import { type BetaPlan, type PlanOptions, plan } from '../src/index.ts';

/**
 * https://github.com/envoyproxy/ai-gateway/commit/2f608bca91a5bc00cfb9685c0bd2cdfe609e24ad, August
 * 11, 2026.
 */
const ENVOY = 'envoyproxy/ai-gateway#2512';
/** https://github.com/router-for-me/CLIProxyAPI/issues/4750, August 3, 2026. */
const CLI_PROXY = 'router-for-me/CLIProxyAPI#4750';

type Result = 'accepted' | 'rejected';

const PROBES: readonly (readonly [value: string, result: Result, source: string])[] = [
  ['computer-use-2024-10-22', 'accepted', ENVOY],
  ['computer-use-2025-01-24', 'accepted', ENVOY],
  ['context-1m-2025-08-07', 'accepted', ENVOY],
  ['context-management-2025-06-27', 'accepted', ENVOY],
  ['dev-full-thinking-2025-05-14', 'accepted', ENVOY],
  ['fine-grained-tool-streaming-2025-05-14', 'accepted', ENVOY],
  ['interleaved-thinking-2025-05-14', 'accepted', ENVOY],
  ['mcp-client-2025-04-04', 'accepted', ENVOY],
  ['mcp-client-2025-11-20', 'accepted', ENVOY],
  ['model-context-window-exceeded-2025-08-26', 'accepted', ENVOY],
  ['output-128k-2025-02-19', 'accepted', ENVOY],
  ['pdfs-2024-09-25', 'accepted', ENVOY],
  ['search-results-2025-06-09', 'accepted', ENVOY],
  ['token-counting-2024-11-01', 'accepted', ENVOY],
  ['token-efficient-tools-2025-02-19', 'accepted', ENVOY],
  ['tool-search-tool-2025-10-19', 'accepted', ENVOY],
  ['web-search-2025-03-05', 'accepted', ENVOY],
  ['code-execution-2025-05-22', 'rejected', ENVOY],
  ['extended-cache-ttl-2025-04-11', 'rejected', ENVOY],
  ['files-api-2025-04-14', 'rejected', ENVOY],
  ['memory-2025-08-18', 'rejected', ENVOY],
  ['prompt-caching-2024-07-31', 'rejected', ENVOY],
  ['thinking-token-count-2026-05-13', 'rejected', ENVOY],
  ['claude-code-20250219', 'accepted', CLI_PROXY],
  ['context-management-2025-06-27', 'accepted', CLI_PROXY],
  ['interleaved-thinking-2025-05-14', 'accepted', CLI_PROXY],
  ['structured-outputs-2025-12-15', 'accepted', CLI_PROXY],
  ['fast-mode-2026-02-01', 'rejected', CLI_PROXY],
  ['oauth-2025-04-20', 'rejected', CLI_PROXY],
  ['prompt-caching-scope-2026-01-05', 'rejected', CLI_PROXY],
  ['redact-thinking-2026-02-12', 'rejected', CLI_PROXY],
  ['token-efficient-tools-2026-03-28', 'rejected', CLI_PROXY],
];

const BODY = { max_tokens: 16, messages: [{ role: 'user', content: 'hello' }] };

/** The forms of a request to Bedrock with this value alone. */
const FORMS = {
  'a header for InvokeModel': (value: string) =>
    plan(
      {
        method: 'POST',
        url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-opus-5-5/invoke',
        headers: { 'anthropic-beta': value },
        body: { anthropic_version: 'bedrock-2023-05-31', ...BODY },
      },
      OPTIONS,
    ),
  'a list in the body for InvokeModel': (value: string) =>
    plan(
      {
        method: 'POST',
        url: 'https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-opus-5-5/invoke',
        body: { anthropic_version: 'bedrock-2023-05-31', anthropic_beta: [value], ...BODY },
      },
      OPTIONS,
    ),
  'a header for Messages': (value: string) =>
    plan(
      {
        method: 'POST',
        url: '/v1/messages',
        headers: { 'anthropic-beta': value },
        body: { model: 'anthropic.claude-opus-5-5', ...BODY },
      },
      OPTIONS,
    ),
};
const OPTIONS: PlanOptions = { platform: 'bedrock', today: '2026-11-30' };

const says = (planned: BetaPlan, value: string) =>
  planned.decisions.find(({ beta }) => beta === value);

describe.each(Object.entries(FORMS))('Bedrock, %s', (_, planFor) => {
  it.each(PROBES.filter(([, result]) => result === 'accepted'))('keeps %s', (value) => {
    const planned = planFor(value);
    expect(planned.betas).toEqual([value]);
    expect(says(planned, value)?.action).toBe('sent');
    expect(planned.verdict).not.toBe('refused');
  });

  const rejected = PROBES.filter(([, result]) => result === 'rejected');
  it.each(rejected)('does not send %s', (value) => {
    const planned = planFor(value);
    expect(planned.betas).not.toContain(value);
    expect(JSON.stringify(planned.body ?? {})).not.toContain(value);
    expect(planned.header ?? '').not.toContain(value);
    expect(says(planned, value)?.action).toBe('dropped');
    expect(planned.verdict).toBe('works');
  });
});

it('does not send an unknown value that was rejected before', () => {
  const request = {
    method: 'POST',
    url: '/v1/messages',
    headers: { 'anthropic-beta': 'shiny-2027-01-01' },
  };
  const planned = plan({ ...request, body: BODY }, { ...OPTIONS, rejected: ['shiny-2027-01-01'] });
  expect(planned.betas).toEqual([]);
});

it('covers every value of both sources', () => {
  const count = (source: string, result: Result): number =>
    PROBES.filter((probe) => probe[1] === result && probe[2] === source).length;
  expect([count(ENVOY, 'accepted'), count(ENVOY, 'rejected')]).toEqual([17, 6]);
  expect([count(CLI_PROXY, 'accepted'), count(CLI_PROXY, 'rejected')]).toEqual([4, 5]);
});

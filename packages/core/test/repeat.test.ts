/** The plans of requests that are nearly the same as an earlier one. */
import { describe, expect, it } from 'vitest';
import { type BetaRequest, extendCatalog, type PlanOptions, plan } from '../src/index.ts';

/** A call of `plan`, in short. */
interface Call extends PlanOptions {
  readonly url?: string;
  readonly header?: string;
  readonly version?: string;
  readonly body?: Record<string, unknown>;
}

function planCall(call: Call, more: PlanOptions = {}) {
  const { url = '/v1/messages', header, version, body, ...options } = call;
  const request: BetaRequest = {
    method: 'POST',
    url,
    headers: {
      ...(header !== undefined && { 'anthropic-beta': header }),
      ...(version !== undefined && { 'anthropic-version': version }),
    },
    body: { model: 'claude-opus-5-5', messages: [{ role: 'user', content: 'Hello' }], ...body },
  };
  return plan(request, { platform: 'claude-api', ...options, ...more });
}

/** Plans with a catalog of its own, for which nothing is kept. */
const planAnew = (call: Call) => planCall(call, { catalog: extendCatalog({}) });

const compaction = { compaction: { type: 'summarize' } };
const clear = { type: 'clear_tool_uses_20250919' };
const compact = 'compact-2026-09-04';
const host = 'https://api.anthropic.com/v1/messages';
const batches = '/v1/messages/batches';
const invoke = '/model/anthropic.claude-opus-4-8/invoke';
const vertex = '/publishers/anthropic/models/claude-opus-4-8:rawPredict';
const retired = '/publishers/anthropic/models/claude-3-opus-20240229:rawPredict';
const inPath = { model: undefined };
/** The policy of `repair`, so that only the mode differs. */
const policy = {
  missing: 'add',
  rejected: 'drop',
  unavailable: 'strip',
  instead: 'replace',
  graduated: 'auto',
} as const;
const fast = { model: 'claude-opus-4-8', speed: 'fast' };
const item = { params: { model: 'claude-opus-5-5', messages: [] } };

/** Pairs of calls with different plans, which differ in one thing. */
const PAIRS: readonly (readonly [string, Call, Call])[] = [
  ['the header', { header: compact }, { header: 'mcp-client-2025-11-20' }],
  ['a header that says "undefined"', {}, { header: 'undefined' }],
  ['the platform', { body: compaction }, { body: compaction, platform: 'claude-on-aws' }],
  ['the platform alone', { header: compact }, { header: compact, platform: 'foundry' }],
  ['the source of the platform', { url: host }, { url: host, platform: 'auto' }],
  ['an assumed platform', { body: compaction }, { body: compaction, platform: 'auto' }],
  ['the model', { body: { speed: 'fast' } }, { body: fast }],
  [
    'the model in the path',
    { url: vertex, platform: 'vertex', body: inPath, today: '2026-11-01' },
    { url: retired, platform: 'vertex', body: inPath, today: '2026-11-01' },
  ],
  ['a model of another type', { body: { model: null } }, { body: { model: 5 } }],
  ['a feature', { body: compaction }, { body: { ...compaction, mcp_servers: [{}] } }],
  [
    'the place of a feature',
    { body: { context_management: { edits: [clear] } } },
    { body: { context_management: { edits: [{}, clear] } } },
  ],
  [
    'the number of places',
    { body: { context_management: { edits: [clear] } } },
    { body: { context_management: { edits: [clear, clear] } } },
  ],
  ['an unknown field', { body: compaction }, { body: { ...compaction, no_such_field: 1 } }],
  ['a type that is not known', {}, { body: { tools: [{ type: 'no_such_tool_20270101' }] } }],
  ['betas that leaked into the body', {}, { body: { betas: [compact] } }],
  [
    'betas in the body of Bedrock',
    { url: invoke, platform: 'bedrock', body: { anthropic_beta: ['a'] } },
    { url: invoke, platform: 'bedrock', body: { anthropic_beta: ['b'] } },
  ],
  [
    'a second item of a batch',
    { url: batches, body: { requests: [item] } },
    { url: batches, body: { requests: [item, { params: { ...item.params, ...compaction } }] } },
  ],
  [
    'the day',
    { body: fast, header: 'fast-mode-2026-02-01', today: '2026-11-01' },
    { body: fast, header: 'fast-mode-2026-02-01', today: '2027-06-01' },
  ],
  ['the policy', { body: compaction }, { body: compaction, policy: { missing: 'refuse' } }],
  ['only the mode', { body: compaction, policy }, { body: compaction, policy, mode: 'observe' }],
  [
    'only the strictness',
    { header: `${compact},`, policy },
    { header: `${compact},`, policy, mode: 'strict' },
  ],
  ['the option always', {}, { always: [compact] }],
  ['the option rejected', { header: compact }, { header: compact, rejected: [compact] }],
  [
    'another rejected beta',
    { header: compact, rejected: [compact] },
    { header: compact, rejected: ['mcp-client-2025-11-20'] },
  ],
];

describe.each(PAIRS)('a request that differs in %s', (_, one, other) => {
  it.each([
    ['follows', one, other],
    ['comes first', other, one],
  ])('%s', (_order, first, second) => {
    planCall(first);
    const planned = planCall(second);
    expect(planned).toEqual(planAnew(second));
    expect(planned).not.toEqual(planAnew(first));
    expect(planCall(second)).toEqual(planned);
    expect(planCall(first)).toEqual(planAnew(first));
  });
});

it('gives every caller a plan of its own', () => {
  const call = { header: compact, body: compaction };
  const first = planCall(call);
  const before = structuredClone(first);
  first.betas.push('other');
  first.decisions.splice(0, 1);
  const second = planCall(call);
  expect(second).toEqual(before);
  Object.assign(second.decisions[0] ?? {}, { reason: 'unavailable' });
  (second.decisions[0]?.at as string[] | undefined)?.push('/other');
  expect(planCall(call)).toEqual(before);
});

it('plans again for each of more requests than it keeps', () => {
  const calls = Array.from({ length: 250 }, (_, i) => ({ header: `new-thing-${i}-2027-01-01` }));
  for (const call of [...calls, ...calls]) expect(planCall(call).betas).toEqual([call.header]);
});

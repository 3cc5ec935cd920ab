/** Planning is linear work, measured by counting reads, and its lists are bounded. */
import { type PlanOptions, plan } from '@beta-headers/core';
import { describe, expect, it } from 'vitest';
import { countReads } from './support/counting.ts';

const list = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const user = (content: unknown) => ({ role: 'user', content });
const say = user('go on');

/** Bodies of any size, by what there is much of. */
const BODIES: Readonly<Record<string, (size: number) => object>> = {
  messages: (size) => ({ messages: list(size, () => say) }),
  'blocks of one message': (size) => ({
    messages: [user(list(size, () => ({ type: 'document', source: { type: 'file' } })))],
  }),
  'blocks of a type that nobody knows': (size) => ({
    messages: [user(list(size, () => ({ type: 'hologram' })))],
  }),
  'nested content': (size) => ({
    messages: [user(nest(size))],
  }),
  tools: (size) => ({
    tools: list(size, (i) => ({ name: `t${i}`, input_schema: {}, defer_loading: true })),
    messages: [say],
  }),
  servers: (size) => ({
    mcp_servers: list(size, (i) => ({ type: 'url', name: `s${i}` })),
    tools: list(size, (i) => ({ type: 'mcp_toolset', mcp_server_name: `s${i}` })),
    messages: [say],
  }),
  'calls and answers': (size) => ({
    mcp_servers: [{ type: 'url', name: 'x' }],
    messages: list(size, (i) => [
      say,
      {
        role: 'assistant',
        content: [
          { type: 'mcp_tool_use', id: `${i}`, server_name: 'x' },
          { type: 'mcp_tool_result', tool_use_id: `${i}`, content: [] },
          { type: 'text', text: 't' },
        ],
      },
    ])
      .flat()
      .concat([say]),
  }),
  'fields that nobody knows': (size) => ({
    ...Object.fromEntries(list(size, (i) => [`shiny_${i}`, i])),
    messages: [say],
  }),
  'items of a batch': (size) => ({
    requests: list(size, (i) => ({
      custom_id: `${i}`,
      params: { model: `claude-opus-${i}`, speed: 'fast', messages: [say] },
    })),
  }),
};

function nest(depth: number): object[] {
  let inner: object[] = [{ type: 'text', text: 't' }];
  for (let i = 0; i < depth; i++) inner = [{ type: 'tool_result', content: inner }];
  return inner;
}

const OPTIONS: Readonly<Record<string, PlanOptions>> = {
  repair: { platform: 'claude-api' },
  strip: { platform: 'vertex', policy: { unavailable: 'strip', unknownField: 'drop' } },
  rejected: {
    platform: 'claude-api',
    rejected: ['mcp-client-2025-04-04', 'mcp-client-2025-11-20', 'mcp-client-2026-09-15'],
    policy: { unavailable: 'strip' },
  },
};

function measureReads(body: object, options: PlanOptions): number {
  const { value, reads } = countReads(body);
  const url = 'requests' in body ? '/v1/messages/batches' : '/v1/messages';
  const { decisions } = plan({ method: 'POST', url, body: value }, options);
  expect(decisions.length).toBeLessThan(100);
  for (const { at = [] } of decisions) expect(at.length).toBeLessThanOrEqual(100);
  return reads();
}

describe.each(Object.entries(OPTIONS))('planning to %s reads', (_, options) => {
  it.each(Object.entries(BODIES))(
    'a body with twice as many %s at most 2.5 times as often',
    (_name, make) => {
      const [once, twice] = [measureReads(make(400), options), measureReads(make(800), options)];
      expect(once).toBeGreaterThan(400);
      expect(twice / once).toBeLessThanOrEqual(2.5);
    },
  );
});

describe('a list of names', () => {
  const names = list(10_000, (i) => `shiny-${i}-2027-01-01`);
  const request = { method: 'POST', url: '/v1/messages', body: { messages: [] } };

  it('of the caller is read up to 200 names, and the plan reports it', () => {
    const headers = { 'anthropic-beta': names.join(',') };
    const { betas, decisions } = plan({ ...request, headers }, { platform: 'claude-api' });
    expect(betas).toEqual(names.slice(0, 200));
    expect(decisions).toHaveLength(201);
    expect(decisions).toContainEqual(
      expect.objectContaining({ action: 'dropped', reason: 'too-many' }),
    );
  });

  it.each(['always', 'rejected'] as const)('in `%s` is read up to 200 names', (option) => {
    const { value, reads } = countReads(names);
    plan(request, { platform: 'claude-api', [option]: value } as PlanOptions);
    expect(reads()).toBeLessThan(1000);
  });
});

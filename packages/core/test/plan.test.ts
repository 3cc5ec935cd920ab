import { describe, expect, it } from 'vitest';
import { type BetaPlan, explain, type PlanOptions, plan } from '../src/index.ts';

const messages = (body: object, options: PlanOptions = {}, sent?: string): BetaPlan =>
  plan(
    {
      method: 'POST',
      path: '/v1/messages',
      headers: sent === undefined ? {} : { 'anthropic-beta': sent },
      body: { model: 'claude-opus-5-5', ...body },
    },
    options,
  );
const actions = (planned: BetaPlan): string[] =>
  planned.decisions.map((d) => `${d.action} ${d.beta} (${d.because})`);

const MCP = {
  mcp_servers: [{ type: 'url', url: 'https://mcp.test', name: 'x' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
};

describe('what a request needs', () => {
  it('needs nothing when it uses nothing', () => {
    expect(messages({ messages: [{ role: 'user', content: 'hi' }] })).toEqual({
      betas: [],
      header: undefined,
      decisions: [],
    });
  });

  it('is added, with the place and a link', () => {
    const { header, decisions } = messages(MCP);
    expect(header).toBe('mcp-client-2025-11-20');
    expect(decisions).toEqual([
      {
        beta: 'mcp-client-2025-11-20',
        action: 'added',
        because: 'needed',
        at: '/tools/0/type',
        docs: 'https://platform.claude.com/docs/en/agents-and-tools/mcp-connector',
      },
    ]);
  });

  it('is told by the form of the request where a feature has several', () => {
    expect(
      messages({ mcp_servers: [{ type: 'url', tool_configuration: { enabled: true } }] }).betas,
    ).toEqual(['mcp-client-2025-04-04']);
    expect(messages({ fallbacks: 'default' }).betas).toEqual(['server-side-fallback-2026-07-01']);
  });

  it('is not what is null, empty or at another place', () => {
    expect(
      messages({
        compaction: null,
        mcp_servers: [],
        tools: [{ type: 'custom', name: 'compaction' }],
      }).betas,
    ).toEqual([]);
    expect(plan({ method: 'POST', path: '/v1/agents', body: MCP }).betas).toEqual([
      'managed-agents-2026-04-01',
    ]);
  });

  it('is found in nested tool results, at any depth', () => {
    const nested = {
      messages: [
        {
          role: 'user',
          content: [{ type: 'tool_result', content: [{ type: 'tool_reference', tool_name: 'x' }] }],
        },
      ],
    };
    expect(messages(nested, { platform: 'vertex' }).decisions).toMatchObject([
      { at: '/messages/0/content/0/content/0/type' },
    ]);
  });

  it('depends on the model where the manifest says so', () => {
    expect(messages({ model: 'claude-opus-5-20260401', speed: 'fast' }).betas).toEqual([
      'fast-mode-2026-02-01',
    ]);
    expect(messages({ model: 'claude-opus-5-5', speed: 'fast' }).betas).toEqual([]);
  });

  it('is the union of the items of a batch, with pointers into them', () => {
    const requests = [
      { params: { model: 'claude-opus-5', speed: 'fast' } },
      { params: { model: 'claude-opus-5-5', speed: 'fast', fallbacks: 'default' } },
    ];
    const planned = plan({ method: 'POST', path: '/v1/messages/batches', body: { requests } });
    expect(planned.betas).toEqual(['fast-mode-2026-02-01', 'server-side-fallback-2026-07-01']);
    expect(planned.decisions.map((d) => d.at)).toEqual([
      '/requests/0/params/speed',
      '/requests/1/params/fallbacks',
    ]);
  });

  it('may stand in the query of a GET', () => {
    const planned = plan({ method: 'GET', path: '/v1/files?limit=2&before_id=file_1' });
    expect(planned).toMatchObject({
      header: 'files-api-2025-04-14',
      decisions: [{ action: 'added', at: '/before_id' }],
    });
    expect(plan({ method: 'GET', path: '/v1/files?limit=2' }).betas).toEqual([]);
  });

  it('may be reported or refused instead', () => {
    expect(messages(MCP, { policy: { missing: 'report' } })).toMatchObject({
      betas: [],
      decisions: [{ action: 'dropped', because: 'needed' }],
    });
    expect(messages(MCP, { policy: { missing: 'throw' } })).toMatchObject({
      betas: [],
      decisions: [{ action: 'refused', because: 'needed' }],
    });
  });
});

describe('a request as it was recorded', () => {
  const value = {
    model: 'claude-opus-4-8',
    messages: [{ role: 'user', content: 'Selamat pagi ☀' }],
    context_management: { edits: [] },
  };
  const json = JSON.stringify(value);
  const forms: [string, unknown][] = [
    ['a value', value],
    ['text', json],
    ['bytes', new TextEncoder().encode(json)],
  ];

  it.each(forms)('reads a body that is %s', (_, body) => {
    const answer = plan({ method: 'POST', path: '/v1/messages', body });
    expect(answer.betas).toEqual(['context-management-2025-06-27']);
    expect(answer).not.toHaveProperty('body');
  });

  it.each(forms)('gives a changed body as a value, where it came as %s', (_, body) => {
    const answer = plan({ method: 'POST', path: '/model/m/invoke', body }, { platform: 'bedrock' });
    expect(answer.body).toEqual({ ...value, anthropic_beta: ['context-management-2025-06-27'] });
  });

  it.each([
    ['text', '{"context_management":'],
    ['bytes', new Uint8Array([255, 254])],
    ['text', 'aGVsbG8='],
    ['nothing', ''],
  ])('plans the header alone where %s is no JSON', (_, body) => {
    const answer = plan({
      method: 'POST',
      path: '/v1/messages',
      headers: { 'ANTHROPIC-beta': 'context-1m-2025-08-07' },
      body,
    });
    expect(answer.betas).toEqual(['context-1m-2025-08-07']);
    expect(answer).not.toHaveProperty('body');
  });

  it('knows a model under the name that a gateway has for it', () => {
    const body = {
      ...value,
      model: 'anthropic/claude-opus-4.8',
      context_management: undefined,
      speed: 'fast',
    };
    expect(plan({ method: 'POST', path: '/api/v1/messages', body }).betas).toEqual([
      'fast-mode-2026-02-01',
    ]);
  });
});

describe('what the caller sent', () => {
  it('stays, in its order, without duplicates and empty parts', () => {
    expect(
      messages(MCP, {}, 'context-1m-2025-08-07,, task-budgets-2026-03-13,task-budgets-2026-03-13,')
        .betas,
    ).toEqual(['context-1m-2025-08-07', 'task-budgets-2026-03-13', 'mcp-client-2025-11-20']);
  });

  it('wins with another date of the feature: nothing is added', () => {
    const planned = messages({ fallbacks: 'default' }, {}, 'server-side-fallback-2026-06-01');
    expect(planned.betas).toEqual(['server-side-fallback-2026-06-01']);
    expect(actions(planned)).toEqual(['sent server-side-fallback-2026-06-01 (callers-date)']);
  });

  it('does not stand in for another mechanism of the same name', () => {
    expect(messages({ compaction: { type: 'summarize' } }, {}, 'compact-2026-01-12').betas).toEqual(
      ['compact-2026-01-12', 'compact-2026-09-04'],
    );
  });

  it('passes when unknown, and the policy can say otherwise', () => {
    expect(actions(messages({}, {}, 'new-thing-2027-01-01'))).toEqual([
      'sent new-thing-2027-01-01 (unknown)',
    ]);
    expect(actions(messages({}, { policy: { unknown: 'drop' } }, 'new-thing-2027-01-01'))).toEqual([
      'dropped new-thing-2027-01-01 (unknown)',
    ]);
    expect(actions(messages({}, { policy: { unknown: 'throw' } }, 'new-thing-2027-01-01'))).toEqual(
      ['refused new-thing-2027-01-01 (unknown)'],
    );
  });

  it('is mended when it is written in another letter case', () => {
    expect(messages({}, {}, 'Task-Budgets-2026-03-13')).toMatchObject({
      betas: ['task-budgets-2026-03-13'],
      decisions: [
        {
          beta: 'Task-Budgets-2026-03-13',
          action: 'renamed',
          because: 'spelling',
          other: 'task-budgets-2026-03-13',
        },
        { beta: 'task-budgets-2026-03-13', action: 'sent' },
      ],
    });
  });

  it('never becomes a header when no header can carry it', () => {
    const planned = messages({}, { always: ['a\r\nx-evil: 1' as never] }, 'a b');
    expect(planned.header).toBeUndefined();
    expect(planned.decisions.map((d) => d.because)).toEqual(['malformed', 'malformed']);
  });

  it('is kept when it selects a legacy shape, whatever the policy', () => {
    const list = (options: PlanOptions) =>
      plan(
        { method: 'GET', path: '/v1/files', headers: { 'anthropic-beta': 'files-api-2025-04-14' } },
        options,
      );
    for (const policy of [{}, { graduated: 'drop' }, { unsupported: 'drop' }] as const) {
      expect(actions(list({ policy }))).toEqual(['sent files-api-2025-04-14 (legacy-shape)']);
    }
  });

  it('is dropped when graduated only where the platform rejects it, or the policy says so', () => {
    const sent = 'pdfs-2024-09-25';
    expect(messages({}, {}, sent).betas).toEqual([sent]);
    expect(messages({}, { policy: { graduated: 'drop' } }, sent).betas).toEqual([]);
    expect(messages({}, { platform: 'vertex' }, sent).betas).toEqual([]);
    expect(messages({}, { platform: 'vertex', policy: { graduated: 'keep' } }, sent).betas).toEqual(
      [sent],
    );
  });
});

describe('a platform that does not accept a beta', () => {
  it('refuses before the round trip when the body depends on it', () => {
    expect(messages(MCP, { platform: 'bedrock' })).toMatchObject({
      betas: [],
      decisions: [{ action: 'refused', because: 'unsupported', at: '/tools/0/type' }],
    });
  });

  it('drops it when nothing depends on it', () => {
    expect(actions(messages({}, { platform: 'bedrock' }, 'mcp-client-2025-11-20'))).toEqual([
      'dropped mcp-client-2025-11-20 (unsupported)',
    ]);
  });

  it('strips the beta and its fields together, from a copy', () => {
    const body = { model: 'claude-opus-5-5', ...MCP, tools: [...MCP.tools, { name: 'mine' }] };
    const planned = plan(
      { method: 'POST', path: '/v1/messages', body },
      { platform: 'bedrock', policy: { unsupported: 'strip' } },
    );
    expect(planned.body).toEqual({ model: 'claude-opus-5-5', tools: [{ name: 'mine' }] });
    expect(body.tools).toHaveLength(2);
  });

  it('counts what was rejected before', () => {
    expect(
      actions(messages({}, { rejected: ['task-budgets-2026-03-13'] }, 'task-budgets-2026-03-13')),
    ).toEqual(['dropped task-budgets-2026-03-13 (rejected)']);
    expect(messages(MCP, { rejected: ['mcp-client-2025-11-20'] }).betas).toEqual([
      'mcp-client-2026-09-15',
    ]);
  });

  it('gets the name that it knows', () => {
    expect(messages({}, { platform: 'bedrock' }, 'advanced-tool-use-2025-11-20')).toMatchObject({
      betas: ['tool-search-tool-2025-10-19'],
      decisions: [
        {
          beta: 'advanced-tool-use-2025-11-20',
          action: 'renamed',
          other: 'tool-search-tool-2025-10-19',
        },
      ],
    });
    expect(
      messages(
        {},
        { platform: 'bedrock', policy: { renamed: 'pass' } },
        'advanced-tool-use-2025-11-20',
      ).betas,
    ).toEqual(['advanced-tool-use-2025-11-20']);
  });

  it('gets the betas in the body where it wants them there', () => {
    const path = '/model/anthropic.claude-opus-4-8-v1:0/invoke';
    const planned = plan(
      {
        method: 'POST',
        path,
        body: { anthropic_beta: ['context-1m-2025-08-07'], tools: [{ defer_loading: true }] },
      },
      { platform: 'bedrock' },
    );
    expect(planned.header).toBeUndefined();
    expect(planned.body).toMatchObject({
      anthropic_beta: ['context-1m-2025-08-07', 'tool-search-tool-2025-10-19'],
    });
  });
});

describe('always', () => {
  it('adds, and yields to what is there', () => {
    expect(messages({}, { always: ['compact'] }).betas).toEqual(['compact-2026-09-04']);
    expect(messages({}, { always: ['mcp-client'] }, 'mcp-client-2025-04-04').betas).toEqual([
      'mcp-client-2025-04-04',
    ]);
    expect(
      actions(plan({ method: 'POST', path: '/v1/memory_stores' }, { always: ['managed-agents'] })),
    ).toEqual([
      'added agent-memory-2026-07-22 (needed)',
      'dropped managed-agents-2026-04-01 (conflict)',
    ]);
  });
});

describe('conflicts', () => {
  const both = {
    method: 'POST',
    path: '/v1/memory_stores',
    headers: { 'anthropic-beta': 'agent-memory-2026-07-22,managed-agents-2026-04-01' },
  };
  it('are refused, or reported', () => {
    expect(plan(both).decisions.filter((d) => d.action === 'refused')).toMatchObject([
      { because: 'conflict' },
    ]);
    expect(plan(both, { policy: { conflict: 'report' } }).decisions.map((d) => d.action)).toEqual([
      'sent',
      'sent',
    ]);
  });
  it('are none elsewhere', () => {
    expect(
      plan({ ...both, path: '/v1/agents' }).decisions.every((d) => d.because !== 'conflict'),
    ).toBe(true);
  });
});

describe('what leaked into the body', () => {
  it('is lifted into the header', () => {
    const planned = messages({ betas: ['task-budgets-2026-03-13'], max_tokens: 1 });
    expect(planned).toMatchObject({ header: 'task-budgets-2026-03-13', body: { max_tokens: 1 } });
    expect(planned.body).not.toHaveProperty('betas');
  });

  it('is lifted out of batch items', () => {
    const body = {
      requests: [
        { custom_id: 'a', params: { betas: ['task-budgets-2026-03-13'] } },
        { custom_id: 'b', params: {} },
      ],
    };
    const planned = plan({ method: 'POST', path: '/v1/messages/batches', body });
    expect(planned).toEqual({
      betas: ['task-budgets-2026-03-13'],
      header: 'task-budgets-2026-03-13',
      decisions: [expect.objectContaining({ action: 'sent' })],
      body: {
        requests: [
          { custom_id: 'a', params: {} },
          { custom_id: 'b', params: {} },
        ],
      },
    });
  });
});

describe('what the client appends by itself', () => {
  const profiles = (header: string, options: PlanOptions = {}) =>
    plan(
      { method: 'GET', path: '/v1/user_profiles', headers: { 'anthropic-beta': header } },
      options,
    );

  it("yields to the caller's own date of the shape, in any order, and says so", () => {
    for (const header of [
      'user-profiles-2026-09-04,user-profiles-2026-08-18',
      'user-profiles-2026-08-18,user-profiles-2026-09-04',
    ]) {
      const planned = profiles(header);
      expect(planned.betas).toEqual(['user-profiles-2026-09-04']);
      expect(planned.decisions).toContainEqual(
        expect.objectContaining({
          beta: 'user-profiles-2026-08-18',
          action: 'dropped',
          because: 'callers-date',
          other: 'user-profiles-2026-09-04',
        }),
      );
    }
  });

  it('yields only where the client appends it', () => {
    const header = 'user-profiles-2026-08-18,user-profiles-2026-09-04';
    const at = (path: string) =>
      plan({ method: 'GET', path, headers: { 'anthropic-beta': header } }).betas;
    expect(at('/v1/user_profiles/up_1/providers/google/data_controls')).toEqual([
      'user-profiles-2026-08-18',
      'google-managed-data-controls-2026-09-01',
    ]);
    expect(at('/v1/user_profiles/up_1')).toEqual(['user-profiles-2026-09-04']);
  });

  it('stays where the body is written in its shape', () => {
    const headers = { 'anthropic-beta': 'user-profiles-2026-09-04,user-profiles-2026-08-18' };
    const planned = plan({
      method: 'POST',
      path: '/v1/user_profiles',
      headers,
      body: { external_user_onboarded_at: '2026-01-01T00:00:00Z' },
    });
    expect(planned.betas).toContain('user-profiles-2026-08-18');
  });

  it('keeps `always` from a second shape', () => {
    expect(
      profiles('user-profiles-2026-08-18', { always: ['user-profiles-2026-09-04'] }).betas,
    ).toEqual(['user-profiles-2026-08-18']);
  });
});

describe('explain', () => {
  it('says each decision in a line, with place and link', () => {
    expect(explain(messages(MCP))).toBe(
      'anthropic-beta: mcp-client-2025-11-20\n' +
        '+ mcp-client-2025-11-20: added, the request needs it (/tools/0/type) https://platform.claude.com/docs/en/agents-and-tools/mcp-connector',
    );
  });

  it('shows nothing that could break a terminal', () => {
    const text = explain(messages({}, {}, `\u001b[31m${'x'.repeat(500)}`));
    expect(text).not.toContain('\u001b');
    expect(text.length).toBeLessThan(200);
  });
});

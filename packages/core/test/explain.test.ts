import { describe, expect, it } from 'vitest';
import { assertSendable, BetaPolicyError, explain, type PlanOptions, plan } from '../src/index.ts';
import { matchers } from '../src/testing.ts';
import { planParams } from './support/catalog.ts';

const MCP = {
  model: 'claude-opus-5-5',
  messages: [],
  mcp_servers: [{ type: 'url', url: 'https://mcp.test', name: 'x' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'x' }],
};
const url = 'https://api.anthropic.com/v1/messages';

describe('explain', () => {
  it('writes the verdict, the header, and one line for each decision', () => {
    expect(explain(plan({ method: 'POST', url, body: MCP })).split('\n')).toEqual([
      'claude-api (by the host): works once it is changed',
      'anthropic-beta: mcp-client-2025-11-20',
      '+ mcp-client-2025-11-20: added, the request needs it (/tools/0/type) https://platform.claude.com/docs/en/agents-and-tools/mcp-connector',
    ]);
  });

  it('writes the same in Indonesian', () => {
    expect(
      explain(plan({ method: 'POST', url, body: MCP }), { language: 'id' }).split('\n'),
    ).toEqual([
      'claude-api (dari host): berhasil setelah diubah',
      'anthropic-beta: mcp-client-2025-11-20',
      '+ mcp-client-2025-11-20: ditambahkan, diperlukan oleh permintaan (/tools/0/type) https://platform.claude.com/docs/en/agents-and-tools/mcp-connector',
    ]);
  });

  it('never claims that the caller sent an added beta', () => {
    const text = explain(planParams({ dated: { new: 1 } }, {}, 'dated-2026-01-01'));
    expect(text).toContain(
      '= dated-2026-01-01: sent, it still works; a newer date of the feature exists',
    );
    expect(text).toContain('+ dated-2026-02-02: added, the request needs it (/dated/new)');
    expect(text).not.toContain('you sent');
  });

  it.each([
    [
      planParams({ limited: 1, model: 'claude-other-1' }),
      'it is not available with this model on this platform',
    ],
    [
      planParams({ limited: 1, model: 'claude-mid-1' }),
      'it is accepted with this model on this platform, but ignored',
    ],
    [
      planParams({ tools: [{ type: 'shape_2' }] }, { platform: 'vertex' }),
      'it is not available in this form on this platform',
    ],
    [
      planParams({ free_disputed: 1 }, { platform: 'vertex' }),
      'sources disagree about whether it exists here',
    ],
    [
      planParams({ model: 'claude-old-1' }, { today: '2026-12-01' }),
      '! /model: refused, this model was retired on 2026-06-15; use a model that is still available',
    ],
    [
      planParams({}, {}, 'availabel-accepted-2026-01-01'),
      'did you mean available-accepted-2026-01-01?',
    ],
    [
      planParams({ tools: [{ swap: true }] }, { platform: 'vertex' }),
      'removed from the body, it is not available on this platform; swap-2026-01-01 has the same effect',
    ],
    [
      planParams({ dated: { new: 1 } }, { mode: 'observe' }),
      '? dated-2026-02-02: missing, the request needs it (/dated/new)',
    ],
  ])('explains the reason (%#)', (planned, text) => {
    expect(explain(planned)).toContain(text);
    expect(explain(planned, { language: 'id' })).not.toMatch(/undefined|\[object/);
  });

  const params = (extra: object) => ({ model: 'claude-opus-5-5', messages: [], ...extra });
  it.each([
    [
      'a mode of thinking that the model lacks, of a feature that it has',
      params({ thinking: { type: 'enabled', budget_tokens: 1024 } }),
      {},
      'it is not available in this form with this model on this platform',
      'tidak tersedia dalam bentuk ini untuk model ini di platform ini',
    ],
    [
      'a value that only this model refuses, and no combination',
      params({ temperature: 0.2 }),
      {},
      'the API refuses this value with this model (/temperature)',
      'API tidak menerima nilai ini untuk model ini (/temperature)',
    ],
    [
      'a limit of the endpoint, and not of the model',
      params({ max_tokens: 300_000 }),
      {},
      'it is not available in this form on this platform (/max_tokens)',
      'tidak tersedia dalam bentuk ini di platform ini (/max_tokens)',
    ],
    [
      'a field by its place, and not as the request',
      params({ foo_bar: 1 }),
      { policy: { unknownField: 'drop' } },
      '- /foo_bar: removed from the body, neither the official SDK nor the manifest knows it',
      '- /foo_bar: dihapus dari body, tidak dikenal oleh SDK resmi maupun manifes',
    ],
    [
      'the policy as the cause, and not the platform',
      params({ foo_bar: 1 }),
      { policy: { unknownField: 'refuse' } },
      'knows it, and the policy refuses that',
      'dan kebijakan menolaknya',
    ],
    [
      'betas in the body',
      params({ betas: ['task-budgets-2026-03-13'] }),
      {},
      '- /betas: removed from the body, betas do not belong here; send them in the header',
      '- /betas: dihapus dari body, beta tidak boleh ada di sini; kirim di header',
    ],
    [
      'the repair that observe does not apply',
      params({ betas: ['task-budgets-2026-03-13'] }),
      { mode: 'observe' },
      'claude-api (by the host): will be refused as it is; what would repair it:',
      'claude-api (dari host): akan ditolak jika tidak diubah; perbaikannya:',
    ],
    [
      'both platforms that contradict each other',
      params({}),
      { platform: 'bedrock' },
      'its host belongs to claude-api, but the option `platform` names another',
      'host-nya milik claude-api, sedangkan opsi `platform` menyebut platform lain',
    ],
    [
      'the known platforms',
      params({}),
      { platform: 'aws' as never },
      'the option `platform` must be one of claude-api, claude-on-aws,',
      'opsi `platform` harus salah satu dari claude-api, claude-on-aws,',
    ],
  ] as const)('names %s', (_, body, options, en, id) => {
    const planned = plan({ method: 'POST', url, body }, options as PlanOptions);
    expect(explain(planned)).toContain(en);
    expect(explain(planned, { language: 'id' })).toContain(id);
  });

  it('names the rejected beta beside the one that is added in its place', () => {
    const rejected = ['mcp-client-2025-11-20'];
    const text = explain(plan({ method: 'POST', url, body: MCP }, { rejected }));
    expect(text).toContain(
      '- mcp-client-2025-11-20: left out, it was rejected here before (/tools/0/type)',
    );
    expect(text).toContain('+ mcp-client-2026-09-15: added, the request needs it (/tools/0/type)');
  });

  it('suggests the beta for a feature name in the header', () => {
    const headers = { 'anthropic-beta': 'context-management, ' };
    expect(explain(plan({ method: 'POST', url, headers })).split('\n')).toEqual([
      'claude-api (by the host): it is not known if it works',
      'anthropic-beta: context-management',
      '- anthropic-beta: left out, the header, or a part between its commas, is empty',
      '= context-management: sent, no such beta is known; did you mean context-management-2025-06-27?',
    ]);
  });

  it('shows no control characters and no secrets', () => {
    for (const stray of [`\u001b[31m${'x'.repeat(500)}`, 'sk-ant-api03-SECRET']) {
      const text = explain(planParams({ [`${stray}\n`]: 1 }, {}, stray));
      expect(text).not.toContain('\u001b');
      expect(text).not.toContain('SECRET');
      expect(text.length).toBeLessThan(400);
    }
  });
});

describe('assertSendable', () => {
  const refused = plan({ method: 'POST', url: '/v1/messages', body: MCP }, { platform: 'vertex' });

  it('throws the refused decisions with their reasons', () => {
    expect(() => assertSendable(refused)).toThrow(BetaPolicyError);
    expect(() => assertSendable(refused)).toThrow(
      /mcp-client: refused, it is not available on this platform/,
    );
    expect(() => assertSendable(plan({ method: 'GET', url }))).not.toThrow();
  });

  it.each([
    ['observes', { mode: 'observe' }, /- \/betas: removed/],
    ['sends what is rejected', { policy: { rejected: 'send' } }, /= oauth-2025-04-20: sent/],
  ] as const)('throws the problem if a plan %s', (_, options, line) => {
    const headers = { 'anthropic-beta': 'oauth-2025-04-20' };
    const request = {
      method: 'POST',
      url: '/v1/messages',
      headers,
      body: { betas: ['x-2026-01-01'] },
    };
    expect(() => assertSendable(plan(request, { platform: 'vertex', ...options }))).toThrow(line);
  });

  it('does not expose the body in logs', () => {
    const error = new BetaPolicyError(refused);
    expect(error).toMatchObject({ code: 'BETA_POLICY', platform: 'vertex' });
    expect(JSON.stringify(error)).not.toContain('mcp.test');
    expect(Object.keys(error)).not.toContain('plan');
    expect(error.plan).toBe(refused);
  });

  it('is available as a matcher', () => {
    const { toBeSendable } = matchers;
    expect(toBeSendable(refused)).toMatchObject({ pass: false });
    expect(toBeSendable({ method: 'POST', url, body: MCP }).pass).toBe(true);
    expect(
      toBeSendable(
        { method: 'POST', url: '/v1/messages', body: MCP },
        { platform: 'bedrock' },
      ).message(),
    ).toContain('refused');
  });
});

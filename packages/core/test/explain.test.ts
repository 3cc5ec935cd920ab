import { describe, expect, it } from 'vitest';
import { assertSendable, BetaPolicyError, explain, plan } from '../src/index.ts';
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
  it('says the verdict, the header, and each decision in a line', () => {
    expect(explain(plan({ method: 'POST', url, body: MCP })).split('\n')).toEqual([
      'claude-api (by the host): works once it is changed',
      'anthropic-beta: mcp-client-2025-11-20',
      '+ mcp-client-2025-11-20: added, the request needs it (/tools/0/type) https://platform.claude.com/docs/en/agents-and-tools/mcp-connector',
    ]);
  });

  it('says the same in Indonesian', () => {
    expect(
      explain(plan({ method: 'POST', url, body: MCP }), { language: 'id' }).split('\n'),
    ).toEqual([
      'claude-api (dari host): berhasil setelah diubah',
      'anthropic-beta: mcp-client-2025-11-20',
      '+ mcp-client-2025-11-20: ditambahkan, diperlukan oleh permintaan (/tools/0/type) https://platform.claude.com/docs/en/agents-and-tools/mcp-connector',
    ]);
  });

  it('never says that the caller sent what the caller did not send', () => {
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
      'it is accepted with this model on this platform, and ignored',
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
      'its model ended on 2026-06-15',
    ],
    [
      planParams({}, {}, 'availabel-accepted-2026-01-01'),
      'did you mean available-accepted-2026-01-01?',
    ],
    [
      planParams({ tools: [{ swap: true }] }, { platform: 'vertex' }),
      'taken out of the body, it is not available on this platform; swap-2026-01-01 does the same',
    ],
    [
      planParams({ dated: { new: 1 } }, { mode: 'observe' }),
      '? dated-2026-02-02: missing, the request needs it and does not have it',
    ],
  ])('%#: says why', (planned, text) => {
    expect(explain(planned)).toContain(text);
    expect(explain(planned, { language: 'id' })).not.toMatch(/undefined|\[object/);
  });

  it('shows nothing that could break a terminal, and no secret', () => {
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

  it('throws what refuses the request, why, and what to do', () => {
    expect(() => assertSendable(refused)).toThrow(BetaPolicyError);
    expect(() => assertSendable(refused)).toThrow(
      /mcp-client: refused, it is not available on this platform/,
    );
    expect(() => assertSendable(plan({ method: 'GET', url }))).not.toThrow();
  });

  it('keeps the body out of what is logged', () => {
    const error = new BetaPolicyError(refused);
    expect(error).toMatchObject({ code: 'BETA_POLICY', platform: 'vertex' });
    expect(JSON.stringify(error)).not.toContain('mcp.test');
    expect(Object.keys(error)).not.toContain('plan');
    expect(error.plan).toBe(refused);
  });

  it('is a matcher too', () => {
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

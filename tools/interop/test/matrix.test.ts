/** The table of the matrix, and the server that its cells use. */
import { betaFetch } from '@beta-headers/node';
import { describe, expect, it } from 'vitest';
import { REJECTED, startApiServer } from '../src/matrix/api-server.ts';
import { type CellResult, type Outcome, runCell } from '../src/matrix/cell.ts';
import { CLIENTS } from '../src/matrix/clients.ts';
import { formatTable, judgeCell } from '../src/matrix/table.ts';

const ok: Outcome = { state: 'ok' };
const good: CellResult = { bare: ok, header: ok, refusal: ok, stream: ok, recovery: ok };
const failed: CellResult = { ...good, stream: { state: 'failed', reason: '1 events' } };
const skipped: CellResult = { ...good, header: { state: 'skipped', reason: 'not installed' } };
const partial: CellResult = {
  ...good,
  recovery: { state: 'not-applicable', reason: 'plan() sends nothing' },
};

describe('a cell', () => {
  it.each([
    [good, 'ok'],
    [partial, 'ok'],
    [skipped, 'skipped'],
    [{ ...skipped, ...{ stream: failed.stream } }, 'failed'],
  ])('has the worst state of its checks', (cell, state) => {
    expect(judgeCell(cell)).toBe(state);
  });
});

describe('the table', () => {
  it('has a column for each runtime, and the reasons below', () => {
    const row = { client: 'sdk', version: '1', platform: 'bedrock', adapter: 'plan' } as const;
    const cells = { 'Node 20': good, Bun: failed, Deno: skipped };
    const text = formatTable(
      [
        { ...row, cells },
        { ...row, adapter: 'middleware', absent: 'no middleware', cells: {} },
      ],
      ['Node 20', 'Bun', 'Deno'],
    );
    expect(text).toContain('| sdk | 1 | bedrock | plan | ✔ | ✘ | skipped |');
    expect(text).toContain('| sdk | 1 | bedrock | middleware | – | – | – |');
    expect(text).toContain('- sdk 1 (bedrock, plan) on Bun: stream failed: 1 events');
    expect(text).toContain('- sdk 1 (bedrock, middleware): no middleware');
  });
});

describe('the checks', () => {
  it('fail for an adapter that does nothing', async () => {
    const client = CLIENTS.find(({ dependency }) => dependency === '@anthropic-ai/sdk');
    if (!client) throw new Error('no client');
    const server = await startApiServer();
    try {
      const input = {
        client,
        server: server.url,
        http2Server: server.http2Url,
        rejected: REJECTED,
      };
      const result = await runCell({ ...input, adapter: 'plan' });
      expect(result).toMatchObject({ bare: ok, header: { state: 'failed' } });
      expect(result.refusal.state).toBe('failed');
      expect(await runCell({ ...input, adapter: 'betaFetch' })).toEqual(good);
    } finally {
      await server.close();
    }
  });

  it('use a server that answers on HTTP and rejects on request', async () => {
    const server = await startApiServer();
    const send = betaFetch({ logger: false });
    try {
      const url = `${server.url}/claude-api/rejects/1/v1/messages`;
      const headers = { 'x-api-key': 'none', 'anthropic-beta': REJECTED };
      const body = JSON.stringify({
        model: 'claude-opus-4-8',
        max_tokens: 8,
        messages: [{ role: 'user', content: 'Hello' }],
      });
      const response = await send(url, { method: 'POST', headers, body });
      expect(response.status).toBe(400);
      expect(await response.text()).toContain(REJECTED);
    } finally {
      await server.close();
    }
  });
});

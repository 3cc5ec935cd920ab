import { describe, expect, it } from 'vitest';
import { gate } from '../src/gate/index.ts';
import { createFakeApi } from '../src/index.ts';
import { hello, post, readJson } from './support/send.ts';

const api = createFakeApi({ today: '2026-11-30' });
const key = { 'x-api-key': 'any' };
const MB = 1024 * 1024;

describe('a body', () => {
  it('of more than 32 MB is refused in the shape of the API', async () => {
    const body = new Uint8Array(32 * MB + 1).fill(32);
    const response = await api.fetch('/v1/messages', { method: 'POST', headers: key, body });
    expect([response.status, await readJson(response)]).toEqual([
      413,
      expect.objectContaining({ error: expect.objectContaining({ type: 'request_too_large' }) }),
    ]);
    const length = { ...key, 'content-length': String(33 * MB) };
    const claimed = { method: 'POST', headers: length, body: '{}' };
    expect((await api.fetch('/v1/messages', claimed)).status).toBe(413);
  });

  it('of 32 MB is read', async () => {
    const text = JSON.stringify(hello);
    const body = text.padEnd(32 * MB, ' ');
    const init = { method: 'POST', headers: key, body };
    expect((await api.fetch('/v1/messages', init)).status).toBe(200);
  });

  it('without an end is read no further than the limit', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(MB));
      },
    });
    const init = { method: 'POST', headers: key, body };
    expect((await api.fetch('/v1/messages', init)).status).toBe(413);
    expect(sent).toBeLessThan(40);
  });

  it('has no more messages or items than the API takes', async () => {
    for (const [name, path] of [
      ['messages', '/v1/messages'],
      ['requests', '/v1/messages/batches'],
    ]) {
      const list = new Array(100_001).fill(0);
      const response = await post(api, { [String(name)]: list }, path);
      expect([response.status, JSON.stringify(await readJson(response))]).toEqual([
        400,
        expect.stringContaining(`${name}: List should have at most 100000 items, not 100001`),
      ]);
    }
  });
});

describe('the work of the gate', () => {
  const judge = (content: unknown[]): number => {
    const messages = [{ role: 'user', content }];
    const request = { platform: 'claude-api', method: 'POST', path: '/v1/messages' } as const;
    const before = performance.now();
    gate({ ...request, body: { model: 'claude-opus-5', messages } }, { today: '2026-11-30' });
    return performance.now() - before;
  };
  /** Linear work takes a tenth of it on a busy machine, quadratic work several times as long. */
  const LIMIT_MS = 20_000;

  it.each<[string, () => unknown[]]>([
    ['refused blocks', () => Array.from({ length: 200_000 }, () => ({ type: 'mcp_tool_use' }))],
    ['unknown blocks', () => Array.from({ length: 200_000 }, () => ({ type: 'zzz' }))],
    ['nested blocks', () => nest(30_000, 'tool_reference')],
    ['nested unknown blocks', () => nest(30_000, 'zzz')],
  ])('is linear in the number of %s', (_, make) => {
    expect(judge(make())).toBeLessThan(LIMIT_MS);
  });
});

/** A block in a block in a block. */
function nest(count: number, type: string): unknown[] {
  let content: unknown[] = [];
  for (let i = 0; i < count; i++)
    content = [{ type, cache_control: { type: 'ephemeral', ttl: '1h' }, content }];
  return content;
}

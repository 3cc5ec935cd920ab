import { describe, expect, it } from 'vitest';
import { createAdapter, ParsedBody } from '../../src/adapters/index.ts';
import { betaRecovery } from '../../src/recovery/index.ts';

const TARGET = 'https://api.anthropic.com/v1/messages';
const TEXT = '{ "model":"claude-opus-5", "seed":12345678901234567890, "betas":[], "messages":[] }';

async function sendBody(body: unknown, options: object = {}) {
  const sent: unknown[] = [];
  const adapter = createAdapter({ logger: false, ...options });
  const headers = new Headers({ 'anthropic-beta': 'foo-2025-01-01' });
  await adapter({ url: TARGET, method: 'POST', headers, body }, async (_, given) => {
    sent.push(given);
    return Response.json({}, { status: sent.length === 1 ? 400 : 200 });
  });
  return sent;
}

describe('a body that is already parsed', () => {
  it('is planned and edited like its text', async () => {
    const parsed = new ParsedBody(TEXT);
    const [edited] = await sendBody(parsed);
    expect(edited).toBe('{ "model":"claude-opus-5", "seed":12345678901234567890, "messages":[] }');
    expect(await sendBody(TEXT)).toEqual([edited]);
  });

  it('is sent as the same object if nothing changes', async () => {
    const parsed = new ParsedBody('{"model":"claude-opus-5","messages":[]}');
    expect(await sendBody(parsed)).toEqual([parsed]);
    expect((await sendBody(parsed, { recover: betaRecovery() }))[0]).toBe(parsed);
  });

  it('must be JSON', () => {
    expect(() => new ParsedBody('{')).toThrow(SyntaxError);
  });
});

import { describe, expect, it } from 'vitest';
import { createTinyCatalog, withEndpoints, withModels } from './support/catalog.ts';
import { judgeRequest, readMessage, summarize } from './support/judge-request.ts';

describe('an endpoint', () => {
  const catalog = withEndpoints(createTinyCatalog(), 'vertex', [
    { endpoint: ['POST /v1/messages'], status: 'available', evidence: [] },
    { endpoint: ['* /v1/files/**'], status: 'unknown', evidence: [] },
    { status: 'unavailable', evidence: [] },
  ]);
  const on = (method: string, path: string): string =>
    summarize(catalog, { platform: 'vertex', method, path });

  it('is accepted if the platform has it, and not found otherwise', () => {
    expect(on('POST', '/v1/messages')).toBe('accepts');
    expect(on('POST', '/v1/messages/batches')).toBe('refuses: no-endpoint');
    expect(
      judgeRequest(catalog, { platform: 'vertex', method: 'get', path: '/v1/models' }).refusal,
    ).toMatchObject({ status: 404, message: 'Not found: GET /v1/models' });
  });

  it('without a claim is unknown, and so is a path outside of the API', () => {
    expect(on('GET', '/v1/files/f1')).toBe('unknown: unknown-endpoint');
    expect(on('GET', '/health')).toBe('unknown: unknown-path');
  });

  it('that does not exist is refused before anything else is judged', () => {
    const request = { platform: 'vertex', path: '/v1/models', betas: [''] };
    expect(judgeRequest(catalog, request).refusal?.kind).toBe('no-endpoint');
  });
});

describe('a model that has ended', () => {
  const catalog = withModels(
    createTinyCatalog(),
    {
      id: 'claude-old',
      retired: '2026-06-15',
    },
    { id: 'claude-late', retires: '2026-01-01' },
  );
  const on = (platform: string, model: string, today?: string): string =>
    summarize(catalog, { platform, body: { model } }, { today });

  it('is refused from that day on if Anthropic runs the platform', () => {
    expect(on('claude-api', 'claude-old-20250514', '2026-06-15')).toBe('refuses: retired-model');
    expect(on('claude-on-aws', 'claude-old', '2026-11-30')).toBe('refuses: retired-model');
    expect(on('claude-api', 'claude-old', '2026-06-14')).toBe('accepts');
    const { refusal } = judgeRequest(
      catalog,
      { body: { model: 'claude-old' } },
      { today: '2026-11-30' },
    );
    expect(refusal).toMatchObject({ status: 404, message: 'model: claude-old' });
  });

  it('is unknown on platforms with other calendars', () => {
    expect(on('vertex', 'claude-old@20250514', '2026-11-30')).toBe('unknown: ended-elsewhere');
  });

  it('has not ended without a day, nor on a day that was only announced', () => {
    expect(on('claude-api', 'claude-old')).toBe('accepts');
    expect(on('claude-api', 'claude-late', '2026-11-30')).toBe('accepts');
  });

  it('counts in each item of a batch', () => {
    const requests = [{ params: { model: 'claude-new' } }, { params: { model: 'claude-old' } }];
    const batch = { path: '/v1/messages/batches', body: { requests } };
    expect(readMessage(catalog, batch, { today: '2026-11-30' })).toBe('model: claude-old');
  });
});

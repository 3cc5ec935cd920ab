import { describe, expect, it } from 'vitest';
import { createTinyCatalog } from './support/catalog.ts';
import { judgeRequest, readMessage, summarize } from './support/judge-request.ts';

const A = 'thing-2025-01-01';

describe('a feature that the request uses', () => {
  const catalog = createTinyCatalog({
    id: A,
    uses: [{ at: 'speed' }],
    at: {
      vertex: 'unavailable',
      foundry: 'no-effect',
      bedrock: 'unknown',
      'bedrock-mantle': [{ status: 'available', disputed: { en: 'e', id: 'i' } }],
      'bedrock-converse': [{ status: 'unavailable', disputed: { en: 'e', id: 'i' } }],
    },
  });
  const on = (platform: string): string =>
    summarize(catalog, { platform, body: { speed: 'fast' } });

  it('is accepted if it is available or has no effect', () => {
    expect(on('claude-api')).toBe('accepts');
    expect(on('foundry')).toBe('accepts');
  });

  it('is refused if it is unavailable, with the message of a validator', () => {
    expect(readMessage(catalog, { platform: 'vertex', body: { speed: 'fast' } })).toBe(
      'speed: Extra inputs are not permitted',
    );
    expect(judgeRequest(catalog, { platform: 'vertex', body: { speed: 'fast' } })).toMatchObject({
      reasons: [{ code: 'unavailable', subject: 'thing' }],
      refusal: { status: 400, feature: 'thing' },
    });
  });

  it('is unknown if it has no claim, and if sources dispute the claim', () => {
    expect(on('bedrock')).toBe('unknown: unknown-availability');
    expect(on('bedrock-mantle')).toBe('unknown: disputed-availability');
    expect(on('bedrock-converse')).toBe('unknown: disputed-availability');
  });

  it('does not matter if the request does not use it, even if its header is sent', () => {
    expect(summarize(catalog, { platform: 'vertex', betas: [A], body: {} })).toBe('accepts');
  });
});

describe('a list of claims', () => {
  it('counts by the first claim that applies', () => {
    const catalog = createTinyCatalog({
      id: A,
      uses: [{ at: 'tools[].type', in: ['old', 'new'] }],
      at: {
        'claude-api': [
          { status: 'unavailable', shape: ['new'], models: ['claude-opus-5'] },
          { status: 'unknown', endpoint: ['POST /v1/messages/count_tokens'] },
          { status: 'available' },
        ],
      },
    });
    const on = (type: string, model: string, path = '/v1/messages'): string =>
      summarize(catalog, { path, body: { model, tools: [{ type }] } });
    expect(on('new', 'claude-opus-5')).toBe('refuses: unavailable');
    expect(on('old', 'claude-opus-5')).toBe('accepts');
    expect(on('new', 'claude-opus-5-5')).toBe('accepts');
    expect(on('old', 'claude-opus-5', '/v1/messages/count_tokens')).toBe(
      'unknown: unknown-availability',
    );
    expect(on('new', 'deployment')).toBe('unknown: depends-on-model');
    expect(on('old', 'deployment')).toBe('accepts');
    expect(on('new', 'claude-newest-9')).toBe('unknown: depends-on-model');
    expect(on('old', 'claude-newest-9')).toBe('accepts');
  });

  it('skips a claim from the day after its end', () => {
    const catalog = createTinyCatalog({
      id: A,
      uses: [{ at: 'speed' }],
      at: {
        'claude-api': [{ status: 'available', until: '2026-11-30' }, { status: 'unavailable' }],
      },
    });
    const on = (today?: string): string => summarize(catalog, { body: { speed: 1 } }, { today });
    expect(on('2026-11-30')).toBe('accepts');
    expect(on('2026-12-01')).toBe('refuses: unavailable');
    expect(on()).toBe('accepts');
  });

  it('is unknown for an unknown model, unless all claims agree', () => {
    const on = (status: 'available' | 'unavailable', model?: string): string =>
      summarize(
        createTinyCatalog({
          id: A,
          uses: [{ at: 'speed' }],
          at: { 'claude-api': [{ status, models: ['claude-opus-5'] }, { status: 'available' }] },
        }),
        { body: { speed: 1, model } },
      );
    expect(on('available')).toBe('accepts');
    expect(on('unavailable')).toBe('unknown: depends-on-model');
    expect(on('unavailable', 'claude-newest-9')).toBe('unknown: depends-on-model');
    expect(on('unavailable', 'claude-haiku-4-5')).toBe('accepts');
    expect(on('unavailable', 'anthropic/claude-opus-5')).toBe('refuses: unavailable');
  });

  it('is unknown if no claim applies', () => {
    const catalog = createTinyCatalog({
      id: A,
      uses: [{ at: 'speed' }],
      at: { 'claude-api': [{ status: 'available', models: ['claude-opus-5'] }] },
    });
    expect(summarize(catalog, { body: { speed: 1, model: 'claude-opus-4-8' } })).toBe(
      'unknown: unknown-availability',
    );
  });
});

describe('the form of a feature', () => {
  const uses = [{ at: 'speed', is: 'fast' }, { at: 'speed' }, { at: 'thinking', shape: 'named' }];
  const by = (shape: string): ReturnType<typeof createTinyCatalog> =>
    createTinyCatalog({
      id: A,
      uses,
      at: { 'claude-api': [{ status: 'available', shape: [shape] }, { status: 'unavailable' }] },
    });

  it('is the name of the use, else the value that it looks for', () => {
    expect(summarize(by('fast'), { body: { speed: 'fast' } })).toBe('accepts');
    expect(summarize(by('named'), { body: { thinking: {} } })).toBe('accepts');
    expect(summarize(by('fast'), { body: { thinking: {} } })).toBe('refuses: unavailable');
  });

  it('is not read from a use that names the place alone', () => {
    expect(summarize(by('slow'), { body: { speed: 'slow' } })).toBe('refuses: unavailable');
    expect(summarize(by('fast'), { body: { speed: 'slow' } })).toBe('refuses: unavailable');
  });

  it('counts by the worst of several', () => {
    const catalog = createTinyCatalog({
      id: A,
      uses: [{ at: 'tools[].type', in: ['good', 'bad', 'odd'] }],
      at: {
        'claude-api': [
          { status: 'unavailable', shape: ['bad'] },
          { status: 'unknown', shape: ['odd'] },
          { status: 'available' },
        ],
      },
    });
    const tools = (...types: string[]): string =>
      summarize(catalog, { body: { tools: types.map((type) => ({ type })) } });
    expect(tools('good')).toBe('accepts');
    expect(tools('good', 'odd')).toBe('unknown: unknown-availability');
    expect(tools('odd', 'bad', 'good')).toBe('refuses: unavailable');
  });
});

describe('an unavailable feature', () => {
  it('is refused with the name of the model if only the model lacks it', () => {
    const catalog = createTinyCatalog({
      id: A,
      uses: [{ at: 'tools[].type', is: 'old_tool' }, { at: 'speed' }],
      at: {
        'claude-api': [
          { status: 'unavailable', models: ['claude-opus-5'] },
          { status: 'available' },
        ],
      },
    });
    const body = { model: 'claude-opus-5' };
    expect(readMessage(catalog, { body: { ...body, tools: [{ type: 'old_tool' }] } })).toBe(
      "'claude-opus-5' does not support tool types: old_tool",
    );
    expect(readMessage(catalog, { body: { ...body, speed: 1 } })).toBe(
      'speed: not supported by claude-opus-5',
    );
  });

  it('is refused for the endpoint that lacks it, and an endpoint itself is not found', () => {
    const catalog = createTinyCatalog({
      id: A,
      uses: [{ at: 'speed' }, { endpoint: ['* /v1/things/**'] }],
      at: {
        'claude-api': [
          { status: 'unavailable', endpoint: ['POST /v1/messages/batches'] },
          { status: 'available' },
        ],
        vertex: 'unavailable',
      },
    });
    const requests = [{ params: {} }, { params: { speed: 1 } }];
    expect(readMessage(catalog, { path: '/v1/messages/batches', body: { requests } })).toBe(
      'requests.1.params.speed: not supported on this endpoint',
    );
    expect(
      judgeRequest(catalog, { platform: 'vertex', method: 'GET', path: '/v1/things/t1' }).refusal,
    ).toMatchObject({ status: 404, message: 'Not found: GET /v1/things/t1' });
  });

  it('is not among the tags that a message expects, nor is one without its header', () => {
    const catalog = createTinyCatalog(
      {
        id: A,
        uses: [{ at: 'tools[].type', in: ['web_x', 'web_y'] }],
        at: { vertex: 'unavailable' },
      },
      { id: 'other-2025-02-02', requires: [{ at: 'tools[].type', is: 'shut' }] },
      { id: 'more-2025-02-02', requires: [{ at: 'tools[].type', is: 'open' }] },
    );
    const message = readMessage(catalog, {
      platform: 'vertex',
      betas: ['more-2025-02-02'],
      body: { tools: [{ type: 'web_x' }] },
    });
    expect(message).toMatch(/^tools\.0: Input tag 'web_x' found using 'type' does not match any/);
    expect(message).toContain("'custom'");
    expect(message).toContain("'open'");
    expect(message).not.toMatch(/'web_y'|'shut'/);
  });
});

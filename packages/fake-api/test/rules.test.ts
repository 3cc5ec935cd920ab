import { describe, expect, it } from 'vitest';
import { createTinyCatalog } from './support/catalog.ts';
import { readMessage, summarize } from './support/judge-request.ts';

const A = 'thing-2025-01-01';
const OTHER = 'other-2025-02-02';
const MISSING = 'refuses: missing';

describe('a rule about message params', () => {
  const catalog = createTinyCatalog({
    id: A,
    requires: [
      { at: 'speed' },
      { at: 'tools[].type', is: 'magic' },
      { at: 'max_tokens', above: 100 },
      { at: 'thinking.display', is: 'odd' },
    ],
  });

  it.each(['/v1/messages', '/v1/messages/count_tokens'])('holds on %s', (path) => {
    expect(readMessage(catalog, { path, body: { speed: 'fast' } })).toBe(
      'speed: Extra inputs are not permitted',
    );
    expect(summarize(catalog, { path, body: { speed: 'fast' }, betas: [A] })).toBe('accepts');
    expect(summarize(catalog, { path, body: { speed: null } })).toBe('accepts');
  });

  it('holds for each item of a batch and not for the batch', () => {
    const path = '/v1/messages/batches';
    expect(
      readMessage(catalog, {
        path,
        body: { requests: [{ params: {} }, { params: { speed: 1 } }] },
      }),
    ).toBe('requests.1.params.speed: Extra inputs are not permitted');
    expect(summarize(catalog, { path, body: { speed: 'fast', requests: [] } })).toBe('accepts');
  });

  it('holds on no other endpoint', () => {
    for (const path of ['/v1/files', '/v1/messages/batches/b1/cancel', '/v1/agents'])
      expect(summarize(catalog, { path, body: { speed: 'fast' } })).toBe('accepts');
    expect(summarize(catalog, { method: 'GET', body: { speed: 'fast' } })).toBe('accepts');
  });

  it('is refused with the message of a validator', () => {
    expect(readMessage(catalog, { body: { tools: [{}, { type: 'magic' }] } })).toMatch(
      /^tools\.1: Input tag 'magic' found using 'type' does not match any .*'bash_2025.*'custom'/,
    );
    expect(readMessage(catalog, { body: { model: 'm', max_tokens: 101 } })).toBe(
      'max_tokens: 101 > 100, which is the maximum allowed here for m',
    );
    expect(summarize(catalog, { body: { max_tokens: 100 } })).toBe('accepts');
    expect(readMessage(catalog, { body: { thinking: { type: 'adaptive', display: 'odd' } } })).toBe(
      "thinking.adaptive.display: Input should be 'summarized', 'omitted'",
    );
  });

  it('reports the outermost place first', () => {
    const nested = createTinyCatalog(
      { id: A, requires: [{ at: 'cm.edits[].type', is: 'x' }] },
      { id: OTHER, requires: [{ at: 'cm' }] },
    );
    const body = { cm: { edits: [{ type: 'x' }] } };
    expect(readMessage(nested, { body })).toBe('cm: Extra inputs are not permitted');
    expect(readMessage(nested, { body, betas: [OTHER] })).toMatch(/^cm\.edits\.0: Input tag 'x'/);
  });
});

describe('the condition', () => {
  const catalog = createTinyCatalog({
    id: A,
    requires: [
      { at: 'a', model: ['claude-opus-5'] },
      { at: 'b', platform: ['vertex'] },
      { at: 'c', apiVersion: '2025-12-31' },
      { at: 'd', endpoint: ['POST /v1/messages'] },
      { at: 'e', endpoint: ['POST /v1/messages/batches'] },
      { at: 'f', endpoint: ['POST /v1/widgets'] },
      { at: 'g[].x', where: { kind: 'k' } },
      { at: 'h', unless: { at: 'tools[].type', is: 'custom' } },
    ],
  });

  it('model is met by the id and its other forms, not by its neighbours or other names', () => {
    const on = (model?: string): string => summarize(catalog, { body: { a: 1, model } });
    expect(on('claude-opus-5')).toBe(MISSING);
    expect(on('claude-opus-5-5')).toBe('accepts');
    expect(on('deployment')).toBe('accepts');
    expect(on()).toBe('accepts');
    const invoke = { platform: 'bedrock', model: 'us.anthropic.claude-opus-5-v1:0' };
    expect(summarize(catalog, { ...invoke, body: { a: 1 } })).toBe(MISSING);
  });

  it('platform is met on that platform alone', () => {
    expect(summarize(catalog, { body: { b: 1 } })).toBe('accepts');
    expect(summarize(catalog, { platform: 'vertex', body: { b: 1 } })).toBe(MISSING);
  });

  it('apiVersion is met under that date or an earlier one, and without a version', () => {
    const under = (apiVersion?: string): string =>
      summarize(catalog, { apiVersion, body: { c: 1 } });
    expect(['2023-06-01', '2025-12-31', '2026-01-01', undefined].map(under)).toEqual([
      MISSING,
      MISSING,
      'accepts',
      MISSING,
    ]);
  });

  it('endpoint is met at that endpoint alone', () => {
    const on = (path: string, body: object): string => readMessage(catalog, { path, body });
    expect(on('/v1/messages', { d: 1 })).toBe('d: Extra inputs are not permitted');
    expect(on('/v1/messages/count_tokens', { d: 1 })).toBe('accepts');
    expect(on('/v1/messages/batches', { requests: [{ params: { d: 1 } }] })).toBe('accepts');
    expect(on('/v1/messages/batches', { requests: [{ params: { e: 1 } }] })).toBe(
      'requests.0.params.e: Extra inputs are not permitted',
    );
    expect(on('/v1/widgets', { f: 1 })).toBe('f: Extra inputs are not permitted');
  });

  it('where is met by siblings in the same element', () => {
    const on = (...g: object[]): string => summarize(catalog, { body: { g } });
    expect(on({ x: 1, kind: 'k' })).toBe(MISSING);
    expect(on({ x: 1, kind: 'other' }, { kind: 'k' })).toBe('accepts');
  });

  it('unless cancels a match, in the same params only', () => {
    const toolset = { tools: [{ type: 'custom' }] };
    expect(summarize(catalog, { body: { h: 1 } })).toBe(MISSING);
    expect(summarize(catalog, { body: { h: 1, ...toolset } })).toBe('accepts');
    const requests = [{ params: { h: 1 } }, { params: toolset }];
    expect(summarize(catalog, { path: '/v1/messages/batches', body: { requests } })).toBe(MISSING);
  });
});

describe('a rule about a query', () => {
  const catalog = createTinyCatalog({
    id: A,
    requires: [{ at: 'after_id', endpoint: ['* /v1/things/**'] }],
  });

  it('holds on GET and DELETE alone, where a body does not count', () => {
    const on = (method: string, query: Record<string, string>, body?: unknown): string =>
      readMessage(catalog, { method, path: '/v1/things', query, body });
    for (const method of ['GET', 'DELETE']) {
      expect(on(method, { after_id: 'x' })).toBe('after_id: Extra inputs are not permitted');
      expect(on(method, {}, { after_id: 'x' })).toBe('accepts');
    }
    expect(on('POST', { after_id: 'x' }, {})).toBe('accepts');
    expect(on('POST', {}, { after_id: 'x' })).toBe('after_id: Extra inputs are not permitted');
  });
});

import type { CatalogConstraint } from '@beta-headers/manifest';
import { describe, expect, it } from 'vitest';
import { createTinyCatalog } from './support/catalog.ts';
import { judgeRequest, readMessage, summarize } from './support/judge-request.ts';

const A = 'thing-2025-01-01';
const B = 'other-2025-02-02';
const constrained = (
  all: CatalogConstraint['all'],
  outcome: 400 | 'no-effect' = 400,
): ReturnType<typeof createTinyCatalog> =>
  createTinyCatalog(
    {
      id: A,
      uses: [{ at: 'speed' }, { at: 'thread' }],
      constraints: [{ all, outcome, evidence: [] }],
    },
    { id: B },
  );
const CONSTRAINT = 'refuses: constraint';

describe('two header values that an endpoint refuses together', () => {
  const catalog = constrained([{ beta: A }, { beta: B }, { endpoint: ['* /v1/stores/**'] }]);

  it('are named in the refusal, in either order, on that endpoint only', () => {
    for (const betas of [
      [A, B],
      [B, A],
    ])
      expect(judgeRequest(catalog, { path: '/v1/stores/s1', betas })).toMatchObject({
        reasons: [{ code: 'conflict', subject: `${A}, ${B}` }],
        refusal: {
          status: 400,
          message:
            `anthropic-beta header cannot combine \`${A}\` with \`${B}\` ` +
            'on POST /v1/stores/s1.',
        },
      });
    expect(summarize(catalog, { path: '/v1/messages', betas: [A, B] })).toBe('accepts');
    expect(summarize(catalog, { path: '/v1/stores', betas: [A] })).toBe('accepts');
  });
});

describe('a combination in the body', () => {
  it('is refused whatever the headers say', () => {
    const catalog = constrained([{ at: 'speed' }, { at: 'thread' }]);
    expect(readMessage(catalog, { betas: [A], body: { speed: 1, thread: {} } })).toBe(
      '`speed` cannot be combined with `thread`.',
    );
    expect(summarize(catalog, { body: { speed: 1 } })).toBe('accepts');
    expect(summarize(catalog, { body: { speed: 1, thread: null } })).toBe('accepts');
  });

  it('is unknown for a new or hidden model if it is about certain models', () => {
    const catalog = constrained([
      { at: 'speed', model: ['claude-opus-5'] },
      { absent: { at: 'thread' } },
    ]);
    const on = (model: string, more: object = {}): string =>
      summarize(catalog, { body: { model, speed: 1, ...more } });
    expect(on('claude-opus-5')).toBe(CONSTRAINT);
    expect(on('claude-opus-5-5')).toBe('accepts');
    expect(on('claude-newest-9')).toBe('unknown: depends-on-model');
    expect(on('my-deployment')).toBe('unknown: depends-on-model');
    expect(on('claude-newest-9', { thread: {} })).toBe('accepts');
    expect(summarize(catalog, { body: { model: 'claude-newest-9' } })).toBe('accepts');
  });

  it('passes if it has no effect', () => {
    const catalog = constrained([{ at: 'speed' }, { at: 'thread' }], 'no-effect');
    expect(summarize(catalog, { body: { speed: 1, thread: {} } })).toBe('accepts');
  });

  it('holds by value, model and platform', () => {
    const on = (more: object, request: object = {}): string =>
      summarize(constrained([{ at: 'speed', ...more }]), {
        body: { speed: 'fast', model: 'claude-opus-5-5' },
        ...request,
      });
    expect(on({ is: 'fast' })).toBe(CONSTRAINT);
    expect(on({ is: 'slow' })).toBe('accepts');
    expect(on({ model: ['claude-opus-5-5'] })).toBe(CONSTRAINT);
    expect(on({ model: ['claude-opus-5'] })).toBe('accepts');
    expect(on({ platform: ['vertex'] })).toBe('accepts');
    expect(on({ platform: ['vertex'] }, { platform: 'vertex' })).toBe(CONSTRAINT);
  });

  it('holds with a header value only if that is sent', () => {
    const catalog = constrained([{ beta: A }, { at: 'speed' }]);
    expect(summarize(catalog, { body: { speed: 1 } })).toBe('accepts');
    expect(readMessage(catalog, { betas: [A], body: { speed: 1 } })).toBe(
      '`speed` cannot be combined with `thing-2025-01-01` in the `anthropic-beta` header.',
    );
  });

  it('must be in one item of a batch', () => {
    const catalog = constrained([{ at: 'speed' }, { at: 'thread' }]);
    const on = (...params: object[]): string =>
      readMessage(catalog, {
        path: '/v1/messages/batches',
        body: { requests: params.map((item) => ({ params: item })) },
      });
    expect(on({ speed: 1, thread: {} })).toMatch(/^`requests\.0\.params\.speed` cannot/);
    expect(on({ speed: 1 }, { thread: {} })).toBe('accepts');
    expect(summarize(catalog, { path: '/v1/other', body: { speed: 1, thread: {} } })).toBe(
      'accepts',
    );
  });
});

describe('a part that must not be absent', () => {
  it('is required by a field', () => {
    const catalog = constrained([{ at: 'speed' }, { absent: { at: 'thread' } }]);
    expect(readMessage(catalog, { body: { speed: 1 } })).toBe(
      '`speed` requires `thread` to be included in the request.',
    );
    expect(summarize(catalog, { body: { speed: 1, thread: {} } })).toBe('accepts');
  });

  it('is required by a header value, in message params alone', () => {
    const catalog = constrained([{ beta: A }, { absent: { at: 'thread' } }]);
    expect(summarize(catalog, { betas: [A], body: {} })).toBe(CONSTRAINT);
    expect(summarize(catalog, { betas: [A], body: { thread: {} } })).toBe('accepts');
    expect(summarize(catalog, { betas: [A], method: 'GET', path: '/v1/files' })).toBe('accepts');
  });
});

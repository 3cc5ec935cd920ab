import { describe, expect, it } from 'vitest';
import { createTinyCatalog } from './support/catalog.ts';
import { judgeRequest, summarize } from './support/judge-request.ts';

const A = 'thing-2025-01-01';
const B = 'thing-2025-06-01';
const OTHER = 'other-2025-02-02';
const MISSING = 'refuses: missing';

describe('a rule', () => {
  const body = { speed: 1 };

  it('is satisfied by its beta, but not by another date or the beta that superseded it', () => {
    const catalog = createTinyCatalog(
      { id: A, supersededBy: B, requires: [{ at: 'speed' }] },
      { id: B },
    );
    expect([[A], [B], [A, B], []].map((betas) => summarize(catalog, { body, betas }))).toEqual([
      'accepts',
      MISSING,
      'accepts',
      MISSING,
    ]);
  });

  it('is satisfied by any beta of its choice', () => {
    const catalog = createTinyCatalog(
      { id: A, requires: [{ at: 'speed', choice: [A, OTHER] }] },
      { id: OTHER },
      { id: B },
    );
    expect([[A], [OTHER], [B]].map((betas) => summarize(catalog, { body, betas }))).toEqual([
      'accepts',
      'accepts',
      MISSING,
    ]);
  });

  it('is satisfied by the value that the platform wants instead, for a feature in use', () => {
    const on = (feature: string): string[] => {
      const catalog = createTinyCatalog(
        {
          id: A,
          on: { vertex: [{ status: 'rejected', instead: [{ for: feature, send: OTHER }] }] },
          requires: [{ at: 'speed' }],
        },
        { id: OTHER },
      );
      return [[OTHER], [A]].map((betas) => summarize(catalog, { platform: 'vertex', body, betas }));
    };
    expect(on('thing')).toEqual(['accepts', 'refuses: unexpected-beta, missing']);
    expect(on('other')).toEqual([MISSING, 'refuses: unexpected-beta, missing']);
  });

  it('is not satisfied by a value wanted instead that is rejected at this endpoint', () => {
    const catalog = createTinyCatalog(
      {
        id: A,
        on: { vertex: [{ status: 'rejected', instead: [{ for: 'thing', send: OTHER }] }] },
        requires: [{ at: 'speed' }],
      },
      {
        id: OTHER,
        on: {
          vertex: [
            { status: 'rejected', endpoint: ['POST /v1/messages/count_tokens'] },
            { status: 'accepted' },
          ],
        },
      },
    );
    const on = (path: string): string =>
      summarize(catalog, { platform: 'vertex', path, body, betas: [OTHER] });
    expect(on('/v1/messages')).toBe('accepts');
    expect(on('/v1/messages/count_tokens')).toBe('refuses: unexpected-beta, missing');
  });

  it('is satisfied by nothing if the platform rejects all of its betas', () => {
    const catalog = createTinyCatalog(
      { id: A, on: { vertex: 'rejected' }, requires: [{ at: 'speed' }] },
      { id: B },
    );
    expect(judgeRequest(catalog, { platform: 'vertex', body, betas: [B] }).refusal).toMatchObject({
      kind: 'missing',
      betas: [],
      message: 'speed: Extra inputs are not permitted',
    });
  });

  it('is satisfied by nothing for a model that the platform rejects it with', () => {
    const catalog = createTinyCatalog({
      id: A,
      on: { bedrock: [{ status: 'accepted', models: ['claude-opus-5'] }, { status: 'rejected' }] },
      requires: [{ at: 'speed' }],
    });
    const on = (model: string, betas?: string[]): string =>
      summarize(catalog, { platform: 'bedrock', model, body, betas });
    expect(on('anthropic.claude-opus-5-v1:0', [A])).toBe('accepts');
    expect(on('claude-haiku-5-5')).toBe(MISSING);
    expect(on('profile', [A])).toBe('unknown: depends-on-model');
  });

  it('is satisfied by a beta of unknown acceptance, which leaves the verdict unknown', () => {
    const catalog = createTinyCatalog({
      id: A,
      on: { vertex: 'unknown' },
      requires: [{ at: 'speed' }],
      at: { vertex: 'unknown' },
    });
    expect(summarize(catalog, { platform: 'vertex', body, betas: [A] })).toBe(
      'unknown: unknown-acceptance, unknown-availability',
    );
    expect(summarize(catalog, { platform: 'vertex', body })).toBe(MISSING);
  });
});

describe('an endpoint', () => {
  const HOOKS = 'hooks-2025-03-03';
  const catalog = createTinyCatalog(
    {
      id: A,
      family: 'agents',
      requires: [{ endpoint: ['* /v1/agents/**'], choice: [A, B] }],
      on: { foundry: 'rejected' },
    },
    { id: B, on: { foundry: 'rejected' } },
    {
      id: HOOKS,
      family: 'admin',
      requires: [{ endpoint: ['GET /v1/organizations/hooks'], choice: [HOOKS, OTHER] }],
    },
    { id: OTHER, family: 'admin' },
  );

  it('of agents names the header that it requires', () => {
    expect(judgeRequest(catalog, { method: 'GET', path: '/v1/agents/a1' }).refusal).toEqual({
      kind: 'missing-endpoint',
      status: 400,
      betas: [A, B],
      feature: 'thing',
      message:
        'this API is in beta: add `thing-2025-01-01` to the `anthropic-beta` header to use it',
    });
    expect(summarize(catalog, { method: 'GET', path: '/v1/agents/a1', betas: [A] })).toBe(
      'accepts',
    );
  });

  it('of admins, or that no accepted header opens, answers as if it did not exist', () => {
    expect(
      judgeRequest(catalog, { method: 'GET', path: '/v1/organizations/hooks' }).refusal,
    ).toMatchObject({
      status: 404,
      betas: [HOOKS, OTHER],
    });
    expect(
      judgeRequest(catalog, { platform: 'foundry', method: 'GET', path: '/v1/agents' }).refusal
        ?.status,
    ).toBe(404);
    expect(
      summarize(catalog, { method: 'GET', path: '/v1/organizations/hooks', betas: [OTHER] }),
    ).toBe('accepts');
  });

  it('of batches needs its beta once, however many items there are', () => {
    const batches = createTinyCatalog({
      id: A,
      family: 'agents',
      requires: [{ endpoint: ['POST /v1/messages/batches'] }],
    });
    for (const requests of [[], [{ params: {} }, { params: {} }]])
      expect(
        judgeRequest(batches, { path: '/v1/messages/batches', body: { requests } }).reasons,
      ).toEqual([{ code: 'missing-endpoint', subject: 'thing' }]);
  });
});

import type { Catalog } from '@beta-headers/manifest';
import { describe, expect, it } from 'vitest';
import { type GateRequest, gate, type Refusal } from '../src/gate/index.ts';
import { tinyCatalog } from './support/catalog.ts';

const A = 'thing-2025-01-01';
const B = 'thing-2025-06-01';
const OTHER = 'other-2025-02-02';
const HOOKS = 'hooks-2025-03-03';

/** The verdict on POST /v1/messages, unless the request says otherwise. */
function verdict(catalog: Catalog, request: Partial<GateRequest>): Refusal | undefined {
  return gate(catalog, {
    platform: 'claude-api',
    method: 'POST',
    path: '/v1/messages',
    ...request,
  });
}
const message = (catalog: Catalog, request: Partial<GateRequest>): string | undefined =>
  verdict(catalog, request)?.message;

describe('header values', () => {
  const catalog = tinyCatalog(
    {
      id: A,
      on: {
        'claude-api': true,
        bedrock: false,
        vertex: { as: OTHER },
        foundry: { models: ['claude-opus-5'] },
      },
    },
    { id: OTHER, on: { 'claude-api': false, vertex: true } },
    { id: 'gone-2024-01-01', stage: 'retired' },
  );

  it('lists every value that is not to be had, each once, as the API words it', () => {
    expect(verdict(catalog, { betas: ['nope-1', A, OTHER, 'nope-1', ''] })).toEqual({
      kind: 'unexpected-beta',
      status: 400,
      betas: ['nope-1', OTHER, ''],
      message:
        'Unexpected value(s) `nope-1`, `other-2025-02-02`, `` for the `anthropic-beta` header. ' +
        'Please consult our documentation at platform.claude.com/docs or try again without the header.',
    });
  });

  it('names nothing on Bedrock', () => {
    for (const platform of ['bedrock', 'bedrock-converse', 'bedrock-mantle'] as const)
      expect(message(catalog, { platform, betas: ['nope-1'] })).toBe('invalid beta flag');
    expect(message(catalog, { platform: 'bedrock', betas: [A] })).toBe('invalid beta flag');
    expect(message(catalog, { platform: 'bedrock', betas: [''] })).toBe('invalid beta flag');
  });

  it('takes what nobody knows anything about, retired values too', () => {
    expect(verdict(catalog, { betas: ['gone-2024-01-01'] })).toBeUndefined();
    expect(verdict(catalog, { betas: [A], platform: 'claude-on-aws' })).toBeUndefined();
  });

  it('takes a renamed beta under its new name only', () => {
    expect(verdict(catalog, { betas: [A], platform: 'vertex' })?.betas).toEqual([A]);
    expect(verdict(catalog, { betas: [OTHER], platform: 'vertex' })).toBeUndefined();
  });

  it('asks for the model where a claim is about models, in all items of a batch', () => {
    const on = (model: string): Refusal | undefined =>
      verdict(catalog, { platform: 'foundry', betas: [A], body: { model } });
    expect(on('claude-opus-5')).toBeUndefined();
    expect(on('claude-opus-5-20260101')).toBeUndefined();
    expect(on('claude-opus-5-5')?.kind).toBe('unexpected-beta');
    const items = (...models: string[]): object => ({
      requests: models.map((model) => ({ params: { model } })),
    });
    const batch = { platform: 'foundry', path: '/v1/messages/batches', betas: [A] } as const;
    expect(verdict(catalog, { ...batch, body: items('claude-opus-5') })).toBeUndefined();
    expect(
      verdict(catalog, { ...batch, body: items('claude-opus-5', 'claude-haiku-5-5') })?.kind,
    ).toBe('unexpected-beta');
  });
});

describe('rules about message params', () => {
  const catalog = tinyCatalog({
    id: A,
    opens: [
      { at: 'speed' },
      { at: 'tools[].type', is: 'magic' },
      { at: 'max_tokens', above: 100 },
      { at: 'mode', is: 'odd' },
    ],
  });

  it.each(['/v1/messages', '/v1/messages/count_tokens'])('hold on %s', (path) => {
    expect(message(catalog, { path, body: { speed: 'fast' } })).toBe(
      'speed: Extra inputs are not permitted',
    );
    expect(verdict(catalog, { path, body: { speed: 'fast' }, betas: [A] })).toBeUndefined();
    expect(verdict(catalog, { path, body: { speed: null } })).toBeUndefined();
  });

  it('hold for each item of a batch and not for the batch', () => {
    const path = '/v1/messages/batches';
    expect(
      message(catalog, { path, body: { requests: [{ params: {} }, { params: { speed: 1 } }] } }),
    ).toBe('requests.1.params.speed: Extra inputs are not permitted');
    expect(verdict(catalog, { path, body: { speed: 'fast', requests: [] } })).toBeUndefined();
  });

  it('hold nowhere else', () => {
    for (const path of ['/v1/files', '/v1/messages/batches/b1/cancel', '/v1/agents'])
      expect(verdict(catalog, { path, body: { speed: 'fast' } })).toBeUndefined();
    expect(verdict(catalog, { method: 'GET', body: { speed: 'fast' } })).toBeUndefined();
  });

  it('are refused in the words of a validator', () => {
    expect(message(catalog, { body: { tools: [{}, { type: 'magic' }] } })).toMatch(
      /^tools\.1: Input tag 'magic' found using 'type' does not match any of the expected tags: 'bash_20250124', .*'custom'/,
    );
    expect(message(catalog, { body: { model: 'm', max_tokens: 101 } })).toBe(
      'max_tokens: 101 > 100, which is the maximum allowed here for m',
    );
    expect(verdict(catalog, { body: { max_tokens: 100 } })).toBeUndefined();
    expect(message(catalog, { body: { mode: 'odd' } })).toBe(
      'mode: Extra inputs are not permitted',
    );
  });

  it('name the outermost thing first', () => {
    const nested = tinyCatalog(
      { id: A, opens: [{ at: 'cm.edits[].type', is: 'x' }] },
      { id: OTHER, opens: [{ at: 'cm' }] },
    );
    expect(message(nested, { body: { cm: { edits: [{ type: 'x' }] } } })).toBe(
      'cm: Extra inputs are not permitted',
    );
    expect(message(nested, { body: { cm: { edits: [{ type: 'x' }] } }, betas: [OTHER] })).toMatch(
      /^cm\.edits\.0: Input tag 'x'/,
    );
  });
});

describe('conditions of rules', () => {
  const catalog = tinyCatalog({
    id: A,
    opens: [
      { at: 'a', model: ['claude-opus-5'] },
      { at: 'b', platform: ['vertex'] },
      { at: 'c', apiVersion: '2025-12-31' },
      { at: 'd', endpoint: ['POST /v1/messages'] },
      { at: 'e', endpoint: ['POST /v1/messages/batches'] },
      { at: 'f', endpoint: ['POST /v1/widgets'] },
    ],
  });

  it('model: the id and its other forms, not its neighbours', () => {
    expect(verdict(catalog, { body: { a: 1, model: 'claude-opus-5' } })?.kind).toBe('missing');
    expect(verdict(catalog, { body: { a: 1, model: 'claude-opus-5-5' } })).toBeUndefined();
    expect(verdict(catalog, { body: { a: 1 } })).toBeUndefined();
    expect(
      verdict(catalog, {
        platform: 'bedrock',
        model: 'us.anthropic.claude-opus-5-v1:0',
        body: { a: 1 },
      })?.kind,
    ).toBe('missing');
  });

  it('platform', () => {
    expect(verdict(catalog, { body: { b: 1 } })).toBeUndefined();
    expect(verdict(catalog, { platform: 'vertex', body: { b: 1 } })?.kind).toBe('missing');
  });

  it('apiVersion: that date or an earlier one, and no version at all', () => {
    const under = (apiVersion: string | undefined): string | undefined =>
      verdict(catalog, { apiVersion, body: { c: 1 } })?.kind;
    expect(['2023-06-01', '2025-12-31', '2026-01-01', undefined].map(under)).toEqual([
      'missing',
      'missing',
      undefined,
      'missing',
    ]);
  });

  it('endpoint: there and nowhere else', () => {
    const on = (path: string, body: object): string | undefined => message(catalog, { path, body });
    expect(on('/v1/messages', { d: 1, e: 1, f: 1 })).toBe('d: Extra inputs are not permitted');
    expect(on('/v1/messages/count_tokens', { d: 1, e: 1, f: 1 })).toBeUndefined();
    expect(on('/v1/messages/batches', { requests: [{ params: { d: 1 } }] })).toBeUndefined();
    expect(on('/v1/messages/batches', { requests: [{ params: { e: 1 } }] })).toBe(
      'requests.0.params.e: Extra inputs are not permitted',
    );
    expect(on('/v1/widgets', { f: 1 })).toBe('f: Extra inputs are not permitted');
  });
});

describe('rules about a query', () => {
  const catalog = tinyCatalog({
    id: A,
    opens: [{ at: 'after_id', endpoint: ['* /v1/things/**'] }],
  });

  it('hold on GET and DELETE, where a body says nothing, and on nothing else', () => {
    const on = (
      method: string,
      query: Record<string, string>,
      body?: unknown,
    ): string | undefined => message(catalog, { method, path: '/v1/things', query, body });
    for (const method of ['GET', 'DELETE']) {
      expect(on(method, { after_id: 'x' })).toBe('after_id: Extra inputs are not permitted');
      expect(on(method, {}, { after_id: 'x' })).toBeUndefined();
    }
    expect(on('POST', { after_id: 'x' }, {})).toBeUndefined();
    expect(on('POST', {}, { after_id: 'x' })).toBe('after_id: Extra inputs are not permitted');
  });
});

describe('what satisfies a rule', () => {
  const sent = (
    catalog: Catalog,
    betas: string[],
    more: Partial<GateRequest> = {},
  ): string | undefined => verdict(catalog, { body: { x: 1 }, betas, ...more })?.kind;

  it('the beta and what superseded it, however far, but not what it superseded', () => {
    const C = 'thing-2025-09-01';
    const chain = tinyCatalog(
      { id: A, supersededBy: B, opens: [{ at: 'x' }] },
      { id: B, supersededBy: C, opens: [{ at: 'y' }] },
      { id: C },
    );
    expect([[A], [B], [C], []].map((betas) => sent(chain, betas))).toEqual([
      undefined,
      undefined,
      undefined,
      'missing',
    ]);
    expect(verdict(chain, { body: { y: 1 }, betas: [A] })?.kind).toBe('missing');
  });

  it('not another date of the feature without a link between them', () => {
    expect(sent(tinyCatalog({ id: A, opens: [{ at: 'x' }] }, { id: B }), [B])).toBe('missing');
  });

  it('not the successor of an independent beta', () => {
    expect(
      sent(
        tinyCatalog({ id: A, independent: true, supersededBy: B, opens: [{ at: 'x' }] }, { id: B }),
        [B],
      ),
    ).toBe('missing');
  });

  it('any beta of the choice', () => {
    const choice = tinyCatalog(
      { id: A, opens: [{ at: 'x', choice: [A, OTHER] }] },
      { id: OTHER },
      { id: B },
    );
    expect([[A], [OTHER], [B]].map((betas) => sent(choice, betas))).toEqual([
      undefined,
      undefined,
      'missing',
    ]);
  });

  it('the name that the platform has for it', () => {
    const renamed = tinyCatalog(
      { id: A, on: { vertex: { as: OTHER } }, opens: [{ at: 'x' }] },
      { id: OTHER },
    );
    expect(sent(renamed, [OTHER], { platform: 'vertex' })).toBeUndefined();
    expect(sent(renamed, [A], { platform: 'vertex' })).toBe('unexpected-beta');
    expect(sent(renamed, [OTHER])).toBe('missing');
  });

  it('nothing where the platform does not have it: the field is refused with and without other betas', () => {
    const absent = tinyCatalog({ id: A, on: { vertex: false }, opens: [{ at: 'x' }] }, { id: B });
    expect(sent(absent, [A], { platform: 'vertex' })).toBe('unexpected-beta');
    expect(verdict(absent, { platform: 'vertex', body: { x: 1 }, betas: [B] })).toMatchObject({
      kind: 'missing',
      betas: [],
      message: 'x: Extra inputs are not permitted',
    });
  });

  it('nothing for a model that the platform does not have it with', () => {
    const byModel = tinyCatalog({
      id: A,
      on: { bedrock: { models: ['claude-opus-5'] } },
      opens: [{ at: 'x' }],
    });
    expect(
      sent(byModel, [A], { platform: 'bedrock', model: 'anthropic.claude-opus-5-v1:0' }),
    ).toBeUndefined();
    expect(
      verdict(byModel, { platform: 'bedrock', model: 'claude-haiku-5-5', body: { x: 1 } })?.betas,
    ).toEqual([]);
  });
});

describe('endpoints', () => {
  const catalog = tinyCatalog(
    { id: A, family: 'agents', opens: [{ endpoint: ['* /v1/agents/**'] }], on: { foundry: false } },
    {
      id: HOOKS,
      family: 'admin',
      opens: [{ endpoint: ['GET /v1/organizations/hooks'], choice: [HOOKS, OTHER] }],
    },
    { id: OTHER, family: 'admin' },
  );

  it('of agents say which header they want', () => {
    expect(verdict(catalog, { method: 'GET', path: '/v1/agents/a1' })).toEqual({
      kind: 'missing-endpoint',
      status: 400,
      betas: [A],
      message: 'GET /v1/agents/a1 requires `thing-2025-01-01` in the `anthropic-beta` header.',
    });
    expect(verdict(catalog, { method: 'GET', path: '/v1/agents/a1', betas: [A] })).toBeUndefined();
  });

  it('of admins, and those that the platform has not, answer as if they did not exist', () => {
    expect(verdict(catalog, { method: 'GET', path: '/v1/organizations/hooks' })).toMatchObject({
      status: 404,
      betas: [HOOKS, OTHER],
    });
    expect(
      verdict(catalog, { platform: 'foundry', method: 'GET', path: '/v1/agents' })?.status,
    ).toBe(404);
    expect(
      verdict(catalog, { method: 'GET', path: '/v1/organizations/hooks', betas: [OTHER] }),
    ).toBeUndefined();
  });

  it('of batches need their beta once, however many items there are', () => {
    const batches = tinyCatalog({
      id: A,
      family: 'agents',
      opens: [{ endpoint: ['POST /v1/messages/batches'] }],
    });
    for (const requests of [[], [{ params: {} }, { params: {} }]]) {
      expect(verdict(batches, { path: '/v1/messages/batches', body: { requests } })?.kind).toBe(
        'missing-endpoint',
      );
    }
  });
});

describe('entitlement', () => {
  const catalog = tinyCatalog(
    { id: A, opens: [{ at: 'x' }] },
    { id: HOOKS, family: 'admin', opens: [{ endpoint: ['GET /v1/organizations/hooks'] }] },
  );
  const denied = (request: Partial<GateRequest>): Refusal | undefined =>
    gate(
      catalog,
      { platform: 'claude-api', method: 'POST', path: '/v1/messages', ...request },
      () => false,
    );

  it('is refused with its error code and the name of the beta', () => {
    expect(denied({ betas: [A], body: { x: 1 } })).toMatchObject({
      status: 400,
      details: { error_code: 'organization_not_enrolled_in_beta' },
      betas: [A],
    });
    expect(denied({ betas: [A] })?.message).toContain(A);
    expect(denied({})).toBeUndefined();
    expect(denied({ platform: 'bedrock', betas: [A] })).toMatchObject({
      message: 'invalid beta flag',
      kind: 'not-enrolled',
    });
  });

  it('hides admin endpoints', () => {
    expect(
      denied({ method: 'GET', path: '/v1/organizations/hooks', betas: [HOOKS] }),
    ).toMatchObject({ status: 404, kind: 'not-enrolled' });
  });
});

describe('conflicts', () => {
  const conflict = { with: B, endpoint: '* /v1/stores/**', answer: 409, evidence: [] };
  const catalog = tinyCatalog({ id: A, conflicts: [conflict] }, { id: B });

  it('are refused with their status and both names, in either order, on their endpoint only', () => {
    for (const betas of [
      [A, B],
      [B, A],
    ]) {
      const refusal = verdict(catalog, { path: '/v1/stores/s1', betas });
      expect(refusal).toMatchObject({ kind: 'conflict', status: 409 });
      expect(refusal?.message).toContain(A);
      expect(refusal?.message).toContain(B);
    }
    expect(verdict(catalog, { path: '/v1/messages', betas: [A, B] })).toBeUndefined();
    expect(verdict(catalog, { path: '/v1/stores', betas: [A] })).toBeUndefined();
  });
});

describe('traps', () => {
  const trap = (more: object): { id: string; opens: { at: string }[]; traps: never[] } => ({
    id: A,
    opens: [{ at: 'x' }],
    traps: [{ at: 'x', note: { en: 'n', id: 'n' }, evidence: [], ...more } as never],
  });
  const x = { x: 1, y: 2, model: 'claude-opus-5-5' };

  it('refuse what stands beside what it may not stand beside, even with the header', () => {
    const catalog = tinyCatalog(trap({ together: 'y', answer: 422 }));
    expect(verdict(catalog, { betas: [A], body: x })).toMatchObject({
      kind: 'trap',
      status: 422,
      message: '`x` cannot be combined with `y`.',
    });
    expect(verdict(catalog, { betas: [A], body: { x: 1 } })).toBeUndefined();
    expect(verdict(catalog, { betas: [A], body: { x: 1, y: null } })).toBeUndefined();
  });

  it('hold by value, model and platform', () => {
    expect(verdict(tinyCatalog(trap({ is: 2 })), { betas: [A], body: x })).toBeUndefined();
    expect(verdict(tinyCatalog(trap({ is: 1 })), { betas: [A], body: x })).toMatchObject({
      kind: 'trap',
      status: 400,
    });
    expect(
      verdict(tinyCatalog(trap({ model: ['claude-opus-5'] })), { betas: [A], body: x }),
    ).toBeUndefined();
    expect(
      verdict(tinyCatalog(trap({ model: ['claude-opus-5-5'] })), { betas: [A], body: x })?.kind,
    ).toBe('trap');
    expect(
      verdict(tinyCatalog(trap({ platform: ['vertex'] })), { betas: [A], body: x }),
    ).toBeUndefined();
  });

  it('of a beta that opens nothing are about its header', () => {
    const catalog = tinyCatalog({ ...trap({}), opens: [], stage: 'legacy-shape' });
    expect(verdict(catalog, { body: x })).toBeUndefined();
    expect(message(catalog, { betas: [A], body: x })).toBe(
      '`x` cannot be combined with `thing-2025-01-01` in the `anthropic-beta` header.',
    );
  });

  it('look at each item of a batch, and only at message params', () => {
    const catalog = tinyCatalog(trap({ together: 'y' }));
    expect(
      message(catalog, {
        path: '/v1/messages/batches',
        betas: [A],
        body: { requests: [{ params: x }] },
      }),
    ).toMatch(/^`requests\.0\.params\.x` cannot/);
    expect(verdict(catalog, { path: '/v1/other', body: x })).toBeUndefined();
  });
});

describe('betas in the body', () => {
  const catalog = tinyCatalog({ id: A });

  it('are an extra input everywhere, anthropic_beta where the header is the place', () => {
    expect(message(catalog, { body: { betas: [A] } })).toBe(
      'betas: Extra inputs are not permitted',
    );
    expect(message(catalog, { path: '/v1/files', body: { betas: A } })).toBe(
      'betas: Extra inputs are not permitted',
    );
    expect(
      message(catalog, {
        path: '/v1/messages/batches',
        body: { requests: [{ params: { betas: [] } }] },
      }),
    ).toBe('requests.0.params.betas: Extra inputs are not permitted');
    expect(message(catalog, { body: { anthropic_beta: [A] } })).toBe(
      'anthropic_beta: Extra inputs are not permitted',
    );
    expect(
      verdict(catalog, { platform: 'bedrock', body: { anthropic_beta: [A] } }),
    ).toBeUndefined();
  });
});

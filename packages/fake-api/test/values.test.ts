import { describe, expect, it } from 'vitest';
import { createTinyCatalog } from './support/catalog.ts';
import { judgeRequest, readMessage, summarize } from './support/judge-request.ts';

const A = 'thing-2025-01-01';
const B = 'other-2025-02-02';
const MARK = 'mark-2025-03-03';
const GONE = 'gone-2024-01-01';

describe('a header value', () => {
  const catalog = createTinyCatalog(
    {
      id: A,
      on: {
        bedrock: 'rejected',
        vertex: [{ status: 'rejected', instead: [{ for: 'other', send: B }] }],
        foundry: [{ status: 'accepted', models: ['claude-opus-5'] }, { status: 'rejected' }],
        'claude-on-aws': 'unknown',
        'bedrock-mantle': [{ status: 'accepted', disputed: { en: 'e', id: 'i' } }],
      },
    },
    { id: B, on: { 'claude-api': 'rejected', foundry: 'ignored' } },
    { id: GONE, stage: 'retired', on: { 'claude-api': 'unknown' } },
    {
      id: MARK,
      stage: 'internal',
      on: {
        'claude-api': 'unknown',
        bedrock: 'rejected',
        vertex: [{ status: 'accepted', disputed: { en: 'e', id: 'i' } }],
      },
    },
  );

  it('that the platform accepts or ignores is accepted', () => {
    expect(summarize(catalog, { betas: [A] })).toBe('accepts');
    expect(summarize(catalog, { platform: 'foundry', betas: [B] })).toBe('accepts');
  });

  it('that the platform rejects is refused, together with all others and once', () => {
    expect(judgeRequest(catalog, { betas: [B, A, '', B] }).refusal).toEqual({
      kind: 'unexpected-beta',
      status: 400,
      betas: [B, ''],
      message:
        'Unexpected value(s) `other-2025-02-02`, `` for the `anthropic-beta` header. ' +
        'Please consult our documentation at platform.claude.com/docs or try again without the header.',
    });
  });

  it('is not named by Bedrock', () => {
    for (const platform of ['bedrock', 'bedrock-converse', 'bedrock-mantle'])
      expect(readMessage(catalog, { platform, betas: [''] })).toBe('invalid beta flag');
    expect(readMessage(catalog, { platform: 'bedrock', betas: [A] })).toBe('invalid beta flag');
  });

  it('that another value replaces is refused', () => {
    expect(judgeRequest(catalog, { platform: 'vertex', betas: [A] }).refusal?.betas).toEqual([A]);
    expect(summarize(catalog, { platform: 'vertex', betas: [B] })).toBe('accepts');
  });

  it('that is not in the manifest is unknown, on every platform', () => {
    for (const platform of ['claude-api', 'bedrock', 'vertex'])
      expect(judgeRequest(catalog, { platform, betas: ['new-2027-01-01'] })).toMatchObject({
        verdict: 'unknown',
        reasons: [{ code: 'unknown-value', subject: 'new-2027-01-01' }],
      });
  });

  it('that no header can carry is refused', () => {
    for (const value of ['', 'two words', 'a;b', 'ä'])
      expect(summarize(catalog, { betas: [value] })).toBe('refuses: unexpected-beta');
  });

  it('of unknown or disputed acceptance is unknown, whatever its stage', () => {
    expect(summarize(catalog, { platform: 'claude-on-aws', betas: [A] })).toBe(
      'unknown: unknown-acceptance',
    );
    expect(summarize(catalog, { platform: 'bedrock-mantle', betas: [A] })).toBe(
      'unknown: disputed-acceptance',
    );
    expect(summarize(catalog, { betas: [GONE] })).toBe('unknown: unknown-acceptance');
  });

  it('that official clients send raises no doubt, and is refused if it is rejected', () => {
    expect(summarize(catalog, { betas: [MARK] })).toBe('accepts');
    expect(summarize(catalog, { platform: 'vertex', betas: [MARK] })).toBe('accepts');
    expect(summarize(catalog, { platform: 'bedrock', betas: [MARK] })).toBe(
      'refuses: unexpected-beta',
    );
  });

  it('is judged for the model, in all items of a batch', () => {
    const on = (model?: string): string =>
      summarize(catalog, { platform: 'foundry', betas: [A], body: { model } });
    expect(on('claude-opus-5')).toBe('accepts');
    expect(on('claude-opus-5-20260101')).toBe('accepts');
    expect(on('claude-opus-5-5')).toBe('refuses: unexpected-beta');
    expect(on('my-deployment')).toBe('unknown: depends-on-model');
    expect(on()).toBe('unknown: depends-on-model');
    const batch = (...models: string[]): string =>
      summarize(catalog, {
        platform: 'foundry',
        path: '/v1/messages/batches',
        betas: [A],
        body: { requests: models.map((model) => ({ params: { model } })) },
      });
    expect(batch('claude-opus-5', 'claude-opus-5')).toBe('accepts');
    expect(batch('claude-opus-5', 'claude-haiku-5-5')).toBe('refuses: unexpected-beta');
  });

  it('that the options reject is refused, known or not', () => {
    for (const value of [A, 'new-2027-01-01'])
      expect(summarize(catalog, { betas: [value] }, { rejects: [value] })).toBe(
        'refuses: unexpected-beta',
      );
  });
});

describe('an organization that is not enrolled', () => {
  const catalog = createTinyCatalog(
    { id: A, requires: [{ at: 'speed' }] },
    {
      id: 'hooks-2025-03-03',
      family: 'admin',
      requires: [{ endpoint: ['GET /v1/organizations/hooks'] }],
    },
  );
  const entitled = (): boolean => false;

  it('is refused with the error code and the name of the beta', () => {
    const { refusal } = judgeRequest(catalog, { betas: [A], body: { speed: 1 } }, { entitled });
    expect(refusal).toMatchObject({
      status: 400,
      details: { error_code: 'organization_not_enrolled_in_beta' },
      betas: [A],
    });
    expect(refusal?.message).toContain(A);
    expect(summarize(catalog, {}, { entitled })).toBe('accepts');
    expect(
      judgeRequest(catalog, { platform: 'bedrock', betas: [A] }, { entitled }).refusal,
    ).toMatchObject({
      message: 'invalid beta flag',
      kind: 'not-enrolled',
    });
  });

  it('sees admin endpoints as if they did not exist', () => {
    const hooks = { method: 'GET', path: '/v1/organizations/hooks', betas: ['hooks-2025-03-03'] };
    expect(judgeRequest(catalog, hooks, { entitled }).refusal).toMatchObject({
      status: 404,
      kind: 'not-enrolled',
    });
  });
});

describe('betas in the body', () => {
  const catalog = createTinyCatalog({ id: A });

  it('are an extra input everywhere, anthropic_beta if Anthropic runs the platform', () => {
    const extra = 'betas: Extra inputs are not permitted';
    expect(readMessage(catalog, { body: { betas: [A] } })).toBe(extra);
    expect(readMessage(catalog, { path: '/v1/files', body: { betas: A } })).toBe(extra);
    const batch = { path: '/v1/messages/batches', body: { requests: [{ params: { betas: [] } }] } };
    expect(readMessage(catalog, batch)).toBe(`requests.0.params.${extra}`);
    for (const platform of ['claude-api', 'claude-on-aws'])
      expect(readMessage(catalog, { platform, body: { anthropic_beta: [A] } })).toBe(
        'anthropic_beta: Extra inputs are not permitted',
      );
    expect(summarize(catalog, { platform: 'bedrock', body: { anthropic_beta: [A] } })).toBe(
      'accepts',
    );
    expect(summarize(catalog, { platform: 'vertex', body: { anthropic_beta: [A] } })).toBe(
      'unknown: unknown-field',
    );
  });
});

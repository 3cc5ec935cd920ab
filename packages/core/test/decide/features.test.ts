/**
 * Tests of the first table of the design: features that the body uses, by their availability and
 * the acceptance of their header.
 */
import { describe, expect, it } from 'vitest';
import { explain, extendCatalog } from '../../src/index.ts';
import { listDecisions, planParams, planTest, testCatalog } from '../support/catalog.ts';

describe('a feature that the body uses and that needs a header', () => {
  it.each([
    ['available', 'accepted', 'works', ['added available-accepted-2026-01-01 needed']],
    ['available', 'unknown', 'unverified', ['added available-unknown-2026-01-01 needed']],
    ['available', 'rejected', 'refused', ['refused available-rejected-2026-01-01 rejected']],
    [
      'unknown',
      'accepted',
      'unverified',
      ['sent unknown-accepted unknown-availability', 'added unknown-accepted-2026-01-01 needed'],
    ],
    [
      'unknown',
      'unknown',
      'unverified',
      ['sent unknown-unknown unknown-availability', 'added unknown-unknown-2026-01-01 needed'],
    ],
    [
      'unknown',
      'rejected',
      'refused',
      [
        'sent unknown-rejected unknown-availability',
        'refused unknown-rejected-2026-01-01 rejected',
      ],
    ],
    [
      'no-effect',
      'accepted',
      'works',
      ['ignored no-effect-accepted no-effect', 'added no-effect-accepted-2026-01-01 needed'],
    ],
    ['unavailable', 'accepted', 'refused', ['refused unavailable-accepted unavailable']],
    ['unavailable', 'rejected', 'refused', ['refused unavailable-rejected unavailable']],
  ])('is %s, with the header %s: the verdict is %s', (availability, acceptance, verdict, lines) => {
    const field = `${availability}-${acceptance}`.replaceAll('-', '_');
    const planned = planParams({ [field]: {} }, { platform: 'vertex' });
    expect(planned.verdict).toBe(verdict);
    expect(listDecisions(planned)).toEqual(lines);
  });
});

describe('a feature that the body uses and that needs no header', () => {
  it.each([
    ['free_available', 'works', []],
    ['free_unknown', 'unverified', ['sent free-unknown unknown-availability']],
    ['free_disputed', 'unverified', ['sent free-disputed unknown-availability']],
    ['free_unavailable', 'refused', ['refused free-unavailable unavailable']],
  ])('as in %s: the verdict is %s', (field, verdict, lines) => {
    const planned = planParams({ [field]: 1 }, { platform: 'vertex' });
    expect(planned.verdict).toBe(verdict);
    expect(listDecisions(planned)).toEqual(lines);
    expect(planned.changed).toBe(false);
  });

  it('reports that sources disagree', () => {
    const { decisions } = planParams({ free_disputed: 1 }, { platform: 'vertex' });
    expect(decisions).toMatchObject([{ confidence: 'disputed', level: 'debug' }]);
  });
});

describe('an unavailable feature', () => {
  it('is removed in repair if its removal is safe', () => {
    const planned = planParams(
      { hints: { safe: 1 }, tools: [{ name: 'a', safe: 1 }] },
      { platform: 'vertex' },
    );
    expect(planned).toMatchObject({ verdict: 'works', changed: true });
    expect(planned.body).toEqual({ model: 'claude-new-1', messages: [], tools: [{ name: 'a' }] });
    expect(planned.decisions).toMatchObject([
      {
        action: 'stripped',
        reason: 'unavailable',
        feature: 'safe-unavailable',
        level: 'warn',
        at: ['/tools/0/safe', '/hints'],
      },
    ]);
  });

  it.each([
    [{}, 'refused'],
    [{ mode: 'gateway' }, 'works'],
    [{ mode: 'strict' }, 'refused'],
    [{ policy: { unavailable: 'strip' } }, 'works'],
    [{ policy: { unavailable: 'send' } }, 'refused'],
  ] as const)('that changes the answer, with %j: the verdict is %s', (options, verdict) => {
    expect(planParams({ lossy: 1 }, { platform: 'vertex', ...options }).verdict).toBe(verdict);
  });

  it.each([
    [{}, 'refused'],
    [{ mode: 'gateway' }, 'refused'],
    [{ policy: { unavailable: 'strip' } }, 'works'],
  ] as const)('that breaks the request, with %j: the verdict is %s', (options, verdict) => {
    expect(planParams({ free_unavailable: 1 }, { platform: 'vertex', ...options }).verdict).toBe(
      verdict,
    );
  });

  it('is replaced by its substitute', () => {
    const planned = planParams({ tools: [{ name: 'a', swap: true }] }, { platform: 'vertex' });
    expect(planned).toMatchObject({ verdict: 'works', header: 'swap-2026-01-01' });
    expect(planned.body).toMatchObject({ tools: [{ name: 'a' }] });
    expect(listDecisions(planned)).toEqual([
      'substituted swap unavailable',
      'added swap-2026-01-01 instead',
    ]);
  });

  it('is lowered to its limit, and the object around it stays', () => {
    const planned = planParams({ levels: { high: 9 } }, { platform: 'vertex' });
    expect(planned.body).toMatchObject({ levels: { high: 5 } });
  });

  it('is not replaced by its substitute on an assumed platform', () => {
    const tools = [{ name: 'a', swap_at_home: true }];
    expect(planParams({ tools }).body).toMatchObject({ tools: [{ name: 'a' }] });
    expect(planParams({ tools }).betas).toEqual(['swap-at-home-2026-01-01']);
    expect(planParams({ tools }, { platform: 'auto' })).toMatchObject({
      changed: false,
      betas: [],
    });
  });

  it('is not replaced if the substitute would change the answer', () => {
    const tools = [
      { name: 'a', swap: true },
      { name: 'b', swap: false },
    ];
    expect(listDecisions(planParams({ tools }, { platform: 'vertex' }))).toEqual([
      'refused swap unavailable',
    ]);
  });

  it('is refused if the endpoint or the query uses it', () => {
    const planned = planTest(
      { method: 'GET', url: '/v1/lists?page=2' },
      { platform: 'bedrock', policy: { unavailable: 'strip' } },
    );
    expect(listDecisions(planned)).toEqual(['refused query unavailable']);
    expect(planned.decisions[0]?.at).toEqual(['/page']);
  });

  it('is never refused on an assumed platform', () => {
    const planned = planParams({ limited: 1, model: 'claude-x-1' }, { platform: 'auto' });
    expect(planned).toMatchObject({ verdict: 'unverified', platformFrom: 'assumed' });
  });
});

describe('claims', () => {
  const limited = (model: unknown, today?: string) =>
    planParams({ limited: 1, model }, today === undefined ? {} : { today });

  it('apply to the models that they name', () => {
    expect(listDecisions(limited('claude-new-1'))).toEqual(['added limited-2026-01-01 needed']);
    expect(listDecisions(limited('us.anthropic.claude-mid-1-v1:0'))).toEqual([
      'ignored limited no-effect',
    ]);
    expect(limited('claude-other-1').decisions).toMatchObject([
      { action: 'refused', reason: 'unavailable', fix: 'use-another-model', dependsOn: 'model' },
    ]);
  });

  it('decide nothing if the model is not known and they differ', () => {
    expect(listDecisions(limited('my-deployment'))).toEqual(['sent limited unknown-availability']);
    expect(limited(undefined).verdict).toBe('unverified');
  });

  it('decide nothing about a model that the manifest does not have, if they differ', () => {
    expect(limited('claude-newest-9').decisions).toMatchObject([
      { action: 'sent', reason: 'unknown-availability', dependsOn: 'model' },
    ]);
    expect(limited('claude-newest-9').verdict).toBe('unverified');
    expect(planParams({ free_available: 1, model: 'claude-newest-9' }).verdict).toBe('works');
  });

  it('decide about a model that the manifest does not have if an overlay names it', () => {
    const catalog = extendCatalog(
      {
        features: {
          limited: {
            availability: {
              'claude-api': { status: 'unavailable', models: ['claude-acme-1'] },
            },
          },
        },
      },
      testCatalog,
    );
    const planned = planParams({ limited: 1, model: 'claude-acme-1' }, { catalog });
    expect(planned.decisions).toMatchObject([{ action: 'refused', reason: 'unavailable' }]);
  });

  it('apply until their last day', () => {
    expect(limited('claude-end-1').verdict).toBe('works');
    expect(limited('claude-end-1', '2026-11-30').verdict).toBe('works');
    expect(limited('claude-end-1', '2026-12-01').decisions).toMatchObject([
      { action: 'refused', until: '2026-11-30' },
    ]);
  });

  it('apply to the form that they name, and the worst status counts', () => {
    const tools = (...types: string[]) =>
      planParams({ tools: types.map((type) => ({ type })) }, { platform: 'vertex' });
    expect(tools('shape_1').verdict).toBe('works');
    expect(tools('shape_1', 'shape_2').decisions).toMatchObject([
      { action: 'refused', at: ['/tools/1/type'] },
    ]);
  });

  it('apply to each item of a batch by its own model', () => {
    const requests = ['claude-new-1', 'claude-mid-1', 'claude-other-1'].map((model) => ({
      params: { model, limited: 1, messages: [] },
    }));
    const planned = planTest({ url: '/v1/messages/batches', body: { requests } });
    expect(planned.decisions).toMatchObject([
      { action: 'ignored', at: ['/requests/1/params/limited'] },
      { action: 'refused', at: ['/requests/2/params/limited'] },
    ]);
  });
});

describe('the request as a whole', () => {
  it('is refused if the platform does not have the endpoint', () => {
    expect(
      listDecisions(planTest({ method: 'GET', url: '/v1/files' }, { platform: 'vertex' })),
    ).toEqual(['refused - endpoint-unavailable']);
    expect(planTest({ method: 'GET', url: '/v1/models' }, { platform: 'vertex' }).verdict).toBe(
      'unverified',
    );
    expect(planTest({ method: 'GET', url: '/healthz' }, { platform: 'vertex' }).verdict).toBe(
      'unverified',
    );
  });

  it('is refused if its model is retired, with the day', () => {
    const old = { model: 'claude-old-1-20250101' };
    expect(planParams(old, { today: '2026-06-15' }).decisions).toMatchObject([
      { action: 'refused', reason: 'model-retired', until: '2026-06-15', at: ['/model'] },
    ]);
    expect(planParams(old, { today: '2026-06-14' }).verdict).toBe('works');
    expect(planParams(old).verdict).toBe('works');
    expect(planParams(old, { platform: 'vertex', today: '2026-07-01' })).toMatchObject({
      verdict: 'unverified',
      decisions: [{ action: 'sent', level: 'warn' }],
    });
  });

  it('is unverified if neither the SDK nor a rule knows a part of it', () => {
    const planned = planParams({
      brand_new: 1,
      tools: [{ type: 'new_tool' }],
      messages: [
        {
          role: 'user',
          content: [{ type: 'new_block' }, { type: 'tool_result', content: [{ type: 'newer' }] }],
        },
      ],
    });
    expect(planned.verdict).toBe('unverified');
    expect(planned.decisions).toMatchObject([
      {
        reason: 'unknown-field',
        level: 'debug',
        at: expect.arrayContaining([
          '/brand_new',
          '/tools/0/type',
          '/messages/0/content/0/type',
          '/messages/0/content/1/content/0/type',
        ]),
      },
    ]);
    expect(planParams({ brand_new: 1 }, { policy: { unknownField: 'refuse' } }).verdict).toBe(
      'refused',
    );
    expect(planParams({ brand_new: 1 }, { policy: { unknownField: 'drop' } }).body).toEqual({
      model: 'claude-new-1',
      messages: [],
    });
  });

  it('is reported if its body cannot be read', () => {
    for (const body of ['{', new FormData(), new ReadableStream(), new Blob(['{}'])])
      expect(listDecisions(planTest({ body }))).toEqual(['sent - unread-body']);
  });
});

describe('constraints for certain models', () => {
  const late = (model: unknown, policy = {}) => planParams({ pair_c: 'late', model }, { policy });

  it('refuse a request with one of them, and no other that the manifest has', () => {
    expect(late('claude-mid-1').decisions).toMatchObject([
      { action: 'refused', reason: 'constraint', dependsOn: 'model' },
    ]);
    expect(late('claude-new-1').decisions).toEqual([]);
  });

  it.each(['claude-newest-9', 'my-deployment'])('are open with %s', (model) => {
    const planned = late(model);
    expect(planned.verdict).toBe('unverified');
    expect(planned.decisions).toMatchObject([
      { action: 'sent', reason: 'constraint', confidence: 'unknown', level: 'debug' },
    ]);
    expect(explain(planned)).toContain('not known if the API takes this value with this model');
    expect(explain(planned, { language: 'id' })).toContain('belum diketahui apakah API menerima');
    expect(late(model, { unverified: 'refuse' }).verdict).toBe('refused');
    expect(planParams({ pair_c: 'idle', model }).decisions).toEqual([]);
  });

  it('refuse a batch by the item with one of them', () => {
    const requests = ['claude-newest-9', 'claude-mid-1'].map((model) => ({
      params: { model, pair_c: 'late', messages: [] },
    }));
    const planned = planTest({ url: '/v1/messages/batches', body: { requests } });
    expect(planned.decisions).toMatchObject([
      { action: 'refused', reason: 'constraint', at: ['/requests/1/params/pair_c'] },
    ]);
  });
});

describe('constraints', () => {
  it('refuse a forbidden combination', () => {
    expect(planParams({ pair_a: 1, pair_b: 1, pair_c: 1 }).decisions).toMatchObject([
      { action: 'refused', reason: 'constraint', feature: 'pair', at: ['/pair_a', '/pair_b'] },
    ]);
    expect(
      planParams({ pair_a: 1, pair_b: 1, pair_c: 1 }, { policy: { constraint: 'send' } }).verdict,
    ).toBe('refused');
  });

  it('report a combination without effect', () => {
    expect(planParams({ pair_a: 1 })).toMatchObject({
      verdict: 'works',
      decisions: [{ action: 'ignored', reason: 'constraint', level: 'warn' }],
    });
  });

  it('depend on the betas that are sent and on absent places', () => {
    const header = 'pair-2026-02-02';
    expect(listDecisions(planParams({}, {}, header))).toContain(`refused ${header} constraint`);
    expect(listDecisions(planParams({ tools: [{ type: 'custom' }] }, {}, header))).toEqual([
      `sent ${header} caller`,
    ]);
  });
});

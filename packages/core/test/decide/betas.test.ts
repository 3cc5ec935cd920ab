/**
 * Tests of the second table of the design: betas that are only in the header; also needs, options
 * and policies.
 */
import { describe, expect, it } from 'vitest';
import { plan } from '../../src/index.ts';
import { listDecisions, planParams, planTest } from '../support/catalog.ts';

const sent = (header: string, options = {}, body = {}) =>
  listDecisions(planParams(body, options, header));

describe('a beta that the request does not need', () => {
  it.each([
    [
      'accepted',
      'available-accepted-2026-01-01',
      'claude-api',
      ['sent available-accepted-2026-01-01 caller'],
      'works',
    ],
    [
      'rejected',
      'available-rejected-2026-01-01',
      'vertex',
      ['dropped available-rejected-2026-01-01 rejected'],
      'works',
    ],
    [
      'of unknown acceptance',
      'available-unknown-2026-01-01',
      'vertex',
      ['sent available-unknown-2026-01-01 unknown-acceptance'],
      'unverified',
    ],
    [
      'of a feature that is not there, and accepted',
      'unavailable-accepted-2026-01-01',
      'vertex',
      ['sent unavailable-accepted-2026-01-01 caller'],
      'works',
    ],
    [
      'of a feature that is not there, and rejected',
      'unavailable-rejected-2026-01-01',
      'vertex',
      ['dropped unavailable-rejected-2026-01-01 rejected'],
      'works',
    ],
    [
      'graduated, on the Claude API',
      'done-2026-01-01',
      'claude-api',
      ['sent done-2026-01-01 graduated'],
      'works',
    ],
    [
      'graduated, elsewhere',
      'done-2026-01-01',
      'vertex',
      ['dropped done-2026-01-01 graduated'],
      'works',
    ],
    [
      'retired, on the Claude API',
      'dead-2025-01-01',
      'claude-api',
      ['sent dead-2025-01-01 retired'],
      'works',
    ],
    [
      'retired, elsewhere',
      'dead-2025-01-01',
      'vertex',
      ['dropped dead-2025-01-01 retired'],
      'works',
    ],
    ['superseded', 'dated-2026-01-01', 'claude-api', ['sent dated-2026-01-01 superseded'], 'works'],
    [
      'of official clients',
      'marker-2026-01-01',
      'vertex',
      ['sent marker-2026-01-01 caller'],
      'works',
    ],
    [
      'not in the catalog',
      'shiny-2027-01-01',
      'claude-api',
      ['sent shiny-2027-01-01 unknown-beta'],
      'unverified',
    ],
    [
      'in another case',
      'Dated-2026-02-02',
      'claude-api',
      ['dropped Dated-2026-02-02 spelling', 'sent dated-2026-02-02 caller'],
      'works',
    ],
    [
      'that no header can carry',
      'a b',
      'claude-api',
      ['dropped (3 characters) malformed'],
      'works',
    ],
  ] as const)('is decided about by its state: %s', (_, header, platform, lines, verdict) => {
    const planned = planParams({}, { platform }, header);
    expect(listDecisions(planned)).toEqual(lines);
    expect(planned.verdict).toBe(verdict);
  });

  it('is reported with the nearest known name if it may be misspelt', () => {
    expect(planParams({}, {}, 'availabel-accepted-2026-01-01').decisions).toMatchObject([
      { action: 'sent', fix: 'did-you-mean', sends: 'available-accepted-2026-01-01' },
    ]);
    expect(planParams({}, {}, 'dated-2027-01-01').decisions[0]).not.toHaveProperty('fix');
    expect(planParams({}, {}, 'dated-2027-01-01-early-access').decisions[0]).not.toHaveProperty(
      'fix',
    );
  });

  it('is read only among the first 200', () => {
    const names = Array.from({ length: 205 }, (_, i) => `b${i}-2026-01-01`);
    const planned = planParams({}, {}, names.join());
    expect(planned.betas).toHaveLength(200);
    expect(listDecisions(planned)).toContain('dropped - too-many');
  });
});

describe('a value that selects a response shape', () => {
  const list = (header: string) => planTest({ method: 'GET', url: '/v1/shapes' }, {}, header);

  it('is kept at an endpoint where it selects one', () => {
    expect(listDecisions(list('shape-2026-02-02'))).toEqual(['sent shape-2026-02-02 legacy-shape']);
  });

  it('is dropped at an endpoint where it selects none', () => {
    expect(sent('shape-2026-01-01')).toEqual(['dropped shape-2026-01-01 graduated']);
    expect(sent('shape-2026-01-01', { policy: { graduated: 'keep' } })).toEqual([
      'sent shape-2026-01-01 graduated',
    ]);
  });

  it('is dropped beside another date if the client appended it', () => {
    for (const header of ['shape-2026-01-01,shape-2026-02-02', 'shape-2026-02-02,shape-2026-01-01'])
      expect(list(header)).toMatchObject({
        betas: ['shape-2026-02-02'],
        decisions: expect.arrayContaining([
          expect.objectContaining({
            beta: 'shape-2026-01-01',
            reason: 'callers-shape',
            conflictsWith: 'shape-2026-02-02',
          }),
        ]),
      });
  });

  it('is kept beside another date if the request needs it', () => {
    const request = { method: 'GET', url: '/v1/shapes?old_shape=1' };
    const header = 'shape-2026-01-01,shape-2026-02-02';
    expect(planTest(request, {}, header).betas).toEqual(header.split(','));
  });

  it('determines the version of the endpoint', () => {
    const planned = planTest({ url: '/v1/shapes/1', body: {} }, {}, 'shape-2026-01-01');
    expect(planned).toMatchObject({
      verdict: 'refused',
      betas: ['shape-2026-01-01'],
      decisions: [
        { action: 'sent' },
        {
          action: 'refused',
          beta: 'shape-2026-03-03',
          reason: 'callers-shape',
          conflictsWith: 'shape-2026-01-01',
        },
      ],
    });
  });
});

describe('a beta that the request needs', () => {
  it('is added with its places', () => {
    expect(planParams({ dated: { new: 1 } })).toMatchObject({
      changed: true,
      header: 'dated-2026-02-02',
      decisions: [
        {
          action: 'added',
          reason: 'needed',
          at: ['/dated/new'],
          confidence: 'medium',
          level: 'debug',
        },
      ],
    });
  });

  it('is satisfied by any of its choices', () => {
    expect(sent('dated-2026-01-01', {}, { dated: { any: 1 } })).toEqual([
      'sent dated-2026-01-01 needed',
    ]);
    expect(listDecisions(planParams({ dated: { any: 1 } }))).toEqual([
      'added dated-2026-02-02 needed',
    ]);
    expect(
      listDecisions(planParams({ dated: { any: 1 } }, { rejected: ['dated-2026-02-02'] })),
    ).toEqual(['dropped dated-2026-02-02 rejected-before', 'added dated-2026-01-01 needed']);
  });

  it('is added beside another date that does not satisfy the need', () => {
    expect(planParams({ dated: { new: 1 } }, {}, 'dated-2026-01-01').betas).toEqual([
      'dated-2026-01-01',
      'dated-2026-02-02',
    ]);
  });

  it('replaces another date that it conflicts with', () => {
    const planned = planParams({ rival: 1 }, {}, 'rival-2026-01-01');
    expect([planned.betas, planned.header]).toEqual([['rival-2026-02-02'], 'rival-2026-02-02']);
  });

  it('is refused on an assumed platform if it was rejected before', () => {
    const id = 'available-accepted-2026-01-01';
    const options = { platform: 'auto', rejected: [id] } as const;
    expect(sent(id, options, { available_accepted: 1 })).toEqual([`refused ${id} rejected-before`]);
  });

  it('is added up to the API version of its rule', () => {
    const add = (version: string): string[] =>
      planParams({ versioned: 1, anthropic_version: version }).betas;
    expect(add('2023-06-01')).toEqual(['versioned-2026-01-01']);
    expect(add('2023-06-02')).toEqual([]);
  });

  it('is sent without the empty parts of the header', () => {
    const id = 'available-accepted-2026-01-01';
    expect(planParams({ available_accepted: 1 }, {}, `${id},`)).toMatchObject({
      changed: true,
      header: id,
    });
    expect(planParams({ available_accepted: 1 }, {}, ` ${id} `).changed).toBe(false);
  });

  it('is replaced by the value that the platform wants', () => {
    const planned = planParams({ renamed: 1 }, { platform: 'vertex' });
    expect(planned).toMatchObject({ verdict: 'works', header: 'other-name-2026-01-01' });
    expect(planned.decisions).toMatchObject([
      { action: 'added', reason: 'instead', replaces: 'renamed-2026-01-01' },
    ]);
    expect(sent('renamed-2026-01-01', { platform: 'vertex' }, { renamed: 1 })).toEqual([
      'added other-name-2026-01-01 instead',
    ]);
    expect(sent('renamed-2026-01-01', { platform: 'vertex' })).toEqual([
      'dropped renamed-2026-01-01 rejected',
    ]);
  });

  it('is refused if it was rejected before and has no alternative', () => {
    const rejected = ['dated-2026-02-02'];
    expect(listDecisions(planParams({ dated: { new: 1 } }, { rejected }))).toEqual([
      'refused dated-2026-02-02 rejected-before',
    ]);
    expect(
      planParams({ dated: { new: 1 } }, { rejected, policy: { unavailable: 'strip' } }),
    ).toMatchObject({
      verdict: 'works',
      body: { model: 'claude-new-1', messages: [] },
    });
  });

  it('is added for an endpoint alone', () => {
    expect(listDecisions(planTest({ method: 'GET', url: '/v1/admin/users' }))).toEqual([
      'added admin-2026-01-01 needed',
    ]);
  });
});

describe('the option always', () => {
  it('does not send unknown betas', () => {
    expect(planParams({}, { always: ['dtaed'] }).decisions).toMatchObject([
      { action: 'dropped', reason: 'unknown-beta', level: 'warn', sends: 'dated' },
    ]);
  });

  it('warns about a rejected beta that it sends', () => {
    const policy = { graduated: 'keep', rejected: 'send' } as const;
    const sends = (always: string, options: object = {}) =>
      planParams({}, { always: [always], policy, ...options });
    expect(sends('dated-2026-01-01', { rejected: ['dated-2026-01-01'] })).toMatchObject({
      verdict: 'refused',
      header: 'dated-2026-01-01',
      decisions: [{ action: 'added', reason: 'rejected-before', level: 'warn' }],
    });
  });

  it('adds betas by id or by feature', () => {
    expect(listDecisions(planParams({}, { always: ['dated', 'done-2026-01-01'] }))).toEqual([
      'added dated-2026-02-02 always',
      'added done-2026-01-01 graduated',
    ]);
  });

  it('yields to the betas of the caller', () => {
    expect(sent('dated-2026-01-01', { always: ['dated'] })).toEqual([
      'sent dated-2026-01-01 superseded',
    ]);
    expect(sent('pair-2026-01-01', { always: ['pair-2026-02-02'] })).toEqual([
      'sent pair-2026-01-01 caller',
      'dropped pair-2026-02-02 conflict',
    ]);
  });
});

describe('betas that are refused together', () => {
  const header = 'pair-2026-01-01,pair-2026-02-02';
  it('are refused', () => {
    expect(planParams({ tools: [{ type: 'custom' }] }, {}, header).decisions).toContainEqual(
      expect.objectContaining({
        action: 'refused',
        reason: 'conflict',
        conflictsWith: 'pair-2026-02-02',
        fix: 'send-one',
      }),
    );
  });
  it('are sent if the policy says so, with the same verdict', () => {
    expect(
      planParams({ tools: [{ type: 'custom' }] }, { policy: { conflict: 'send' } }, header),
    ).toMatchObject({
      verdict: 'refused',
      betas: ['pair-2026-01-01', 'pair-2026-02-02'],
    });
  });
});

describe('modes', () => {
  it('strict refuses a request that it would have to change', () => {
    expect(planParams({ dated: { new: 1 } }, { mode: 'strict' })).toMatchObject({
      verdict: 'refused',
      betas: [],
    });
    expect(sent('available-rejected-2026-01-01', { mode: 'strict', platform: 'vertex' })).toEqual([
      'refused available-rejected-2026-01-01 rejected',
    ]);
  });

  it('strict refuses a rejected value that has no effect', () => {
    const request = {
      method: 'POST',
      url: '/v1/messages',
      headers: { 'anthropic-beta': 'advanced-tool-use-2025-11-20' },
      body: { messages: [] },
    };
    expect(listDecisions(plan(request, { platform: 'vertex', mode: 'strict' }))).toEqual([
      'refused advanced-tool-use-2025-11-20 rejected',
    ]);
    expect(listDecisions(plan(request, { platform: 'vertex', mode: 'observe' }))).toEqual([
      'sent advanced-tool-use-2025-11-20 rejected',
    ]);
  });

  it('strict refuses a name that it would have to correct', () => {
    expect(sent('Dated-2026-02-02', { mode: 'strict' })[0]).toBe(
      'refused Dated-2026-02-02 spelling',
    );
    expect(planParams({}, { mode: 'strict' }, 'no name').verdict).toBe('refused');
  });

  it('strict sends an unverified request', () => {
    expect(planParams({}, { mode: 'strict' }, 'shiny-2027-01-01').verdict).toBe('unverified');
  });

  it('observe changes nothing, and reports what repair would do', () => {
    const body = { hints: { safe: 1 }, dated: { new: 1 } };
    const planned = planParams(
      body,
      { mode: 'observe', platform: 'vertex' },
      'available-rejected-2026-01-01',
    );
    expect(planned).toMatchObject({
      verdict: 'refused',
      changed: false,
      header: 'available-rejected-2026-01-01',
    });
    expect(planned).not.toHaveProperty('body');
    expect(listDecisions(planned)).toEqual([
      'stripped safe-unavailable unavailable',
      'dropped available-rejected-2026-01-01 rejected',
      'missing dated-2026-02-02 needed',
    ]);
  });

  it('observe judges the request as received', () => {
    const options = { mode: 'observe', platform: 'vertex' } as const;
    expect(planParams({ renamed: 1 }, options).verdict).toBe('refused');
    expect(planParams({ renamed: 1 }, options, 'other-name-2026-01-01').verdict).toBe('works');
    const always = ['dated-2026-02-02'];
    expect(planParams({ dated: { new: 1 } }, { ...options, always }).verdict).toBe('refused');
  });
});

describe('policies', () => {
  it.each([
    [
      { missing: 'report' },
      { dated: { new: 1 } },
      undefined,
      ['missing dated-2026-02-02 needed'],
      'refused',
    ],
    [
      { missing: 'refuse' },
      { dated: { new: 1 } },
      undefined,
      ['refused dated-2026-02-02 needed'],
      'refused',
    ],
    [{ graduated: 'drop' }, {}, 'done-2026-01-01', ['dropped done-2026-01-01 graduated'], 'works'],
    [
      { unknownBeta: 'drop' },
      {},
      'shiny-2027-01-01',
      ['dropped shiny-2027-01-01 unknown-beta'],
      'works',
    ],
    [
      { unknownBeta: 'refuse' },
      {},
      'shiny-2027-01-01',
      ['refused shiny-2027-01-01 unknown-beta'],
      'refused',
    ],
    [
      { misspelt: 'drop', missing: 'no' },
      { dated: { new: 1 } },
      undefined,
      ['added dated-2026-02-02 needed'],
      'works',
    ],
  ] as const)('decide by %j', (policy, body, header, lines, verdict) => {
    const planned = planParams(body, { policy: policy as object }, header);
    expect(listDecisions(planned)).toEqual(lines);
    expect(planned.verdict).toBe(verdict);
  });

  it.each([
    [{ unverified: 'drop' }, ['dropped available-unknown-2026-01-01 unknown-acceptance']],
    [{ unverified: 'refuse' }, ['refused available-unknown-2026-01-01 unknown-acceptance']],
    [{ rejected: 'send' }, ['sent available-unknown-2026-01-01 unknown-acceptance']],
  ] as const)('decide by %j about a header of unknown acceptance', (policy, lines) => {
    expect(sent('available-unknown-2026-01-01', { platform: 'vertex', policy })).toEqual(lines);
  });

  it.each([
    [{ instead: 'send' }, ['sent renamed-2026-01-01 rejected']],
    [{ instead: 'refuse' }, ['refused renamed-2026-01-01 rejected']],
  ] as const)(
    'decide by %j about a header that the platform knows by another name',
    (policy, lines) => {
      expect(sent('renamed-2026-01-01', { platform: 'vertex', policy }, { renamed: 1 })).toEqual(
        lines,
      );
    },
  );
});

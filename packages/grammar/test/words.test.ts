import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canBecome,
  compareVersions,
  computeEditDistance,
  computeSlipDistance,
  findBetaIds,
  findBetaPlacement,
  findNearest,
  isBetaId,
  isCalendarDate,
  isPrerelease,
  listMessageParams,
  MESSAGE_ENDPOINTS,
  NEXT_STAGES,
  readRoute,
  STAGES,
  splitBetaId,
  toConstantName,
} from '../src/index.ts';

describe('stages', () => {
  it('move forward, and retired is final', () => {
    expect(canBecome('preview', 'beta')).toBe(true);
    expect(canBecome('beta', 'beta')).toBe(true);
    expect(canBecome('graduated', 'beta')).toBe(false);
    expect(STAGES.filter((stage) => canBecome('retired', stage))).toEqual(['retired']);
  });

  it('can all become retired', () => {
    for (const stage of STAGES) expect(canBecome(stage, 'retired'), stage).toBe(true);
    expect(Object.keys(NEXT_STAGES).sort()).toEqual([...STAGES].sort());
  });
});

describe('message endpoints', () => {
  it('are exactly the routes with message params', () => {
    for (const endpoint of MESSAGE_ENDPOINTS) {
      const [method = '', path = ''] = endpoint.split(' ');
      expect(readRoute(method, path).params).not.toBe('none');
    }
  });
});

describe('wire forms', () => {
  it.each([
    ['api', 'header'],
    ['raw-predict', 'header'],
    ['invoke', 'body'],
    ['converse', 'converse'],
  ] as const)('place betas of %s in: %s', (form, placement) => {
    expect(findBetaPlacement(form)).toBe(placement);
  });

  it('have message params in the body, in items of a batch, and in fields of Converse', () => {
    const body = { a: 1 };
    expect(listMessageParams(body, { form: 'api', params: 'body' })).toEqual([
      { at: [], value: body },
    ]);
    expect(listMessageParams(body, { form: 'api', params: 'none' })).toEqual([
      { at: [], value: body },
    ]);
    const fields = { additionalModelRequestFields: body };
    expect(listMessageParams(fields, { form: 'converse', params: 'body' })).toEqual([
      { at: ['additionalModelRequestFields'], value: body },
    ]);
    const batch = { requests: [{ params: body }, null, 'x', {}] };
    expect(listMessageParams(batch, { form: 'api', params: 'batch' })).toEqual([
      { at: ['requests', 0, 'params'], value: body },
      { at: ['requests', 1, 'params'], value: undefined },
      { at: ['requests', 2, 'params'], value: undefined },
      { at: ['requests', 3, 'params'], value: undefined },
    ]);
    expect(listMessageParams({ requests: {} }, { form: 'api', params: 'batch' })).toEqual([]);
  });
});

describe('versions', () => {
  const ORDER = [
    '0.9.0',
    '0.10.0',
    '0.34.0-alpha.0',
    '0.34.0',
    '1.0.0-1',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.10',
    '1.0.0-rc-x',
    '1.0.0',
    '1.12.0',
  ];

  it('are ordered as in Semantic Versioning', () => {
    for (const [i, a] of ORDER.entries())
      for (const [j, b] of ORDER.entries())
        expect(Math.sign(compareVersions(a, b)), `${a} ${b}`).toBe(Math.sign(i - j));
    expect(compareVersions('1.0.0+a', '1.0.0+b')).toBe(0);
    expect(compareVersions('1.2', '1.2.0')).toBe(0);
  });

  it.each([
    ['1.13.0-beta.1', true],
    ['1.13.0', false],
    ['1.13.0+build-1', false],
  ])('are tested for a prerelease: %s is %s', (version, expected) => {
    expect(isPrerelease(version)).toBe(expected);
  });

  it('have a total order for all texts', () => {
    const text = fc.oneof(fc.constantFrom(...ORDER), fc.string());
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const [ab, ba] = [compareVersions(a, b), compareVersions(b, a)].map(Math.sign);
        expect((ab as number) + (ba as number)).toBe(0);
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('beta ids', () => {
  it.each([
    ['mcp-client-2025-11-20', { feature: 'mcp-client', date: '2025-11-20' }],
    ['claude-code-20250219', { feature: 'claude-code', date: '2025-02-19' }],
    ['context-1m-2025-08-07', { feature: 'context-1m', date: '2025-08-07' }],
    ['a-2025-01-01-2026-01-01', { feature: 'a-2025-01-01', date: '2026-01-01' }],
    [
      'managed-agents-2026-04-01-research-preview',
      { feature: 'managed-agents', date: '2026-04-01', suffix: 'research-preview' },
    ],
    ['mcp-client', undefined],
    ['2025-11-20', undefined],
    ['Mcp-Client-2025-11-20', undefined],
    ['mcp-client-2025-11-20-', undefined],
    ['mcp-client-2025-11-20-2', undefined],
    ['mcp--client-2025-11-20', undefined],
    ['research-preview', undefined],
    ['', undefined],
  ])('are split: %j', (id, parts) => {
    expect(splitBetaId(id)).toEqual(parts);
  });

  it('equal their joined parts', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
    const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join('-'));
    const day = fc
      .date({
        min: new Date('1000-01-01'),
        max: new Date('9999-12-31'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(words, day, fc.option(words, { nil: undefined }), (feature, date, suffix) => {
        const id = [feature, date, ...(suffix === undefined ? [] : [suffix])].join('-');
        expect(splitBetaId(id)).toEqual({ feature, date, ...(suffix !== undefined && { suffix }) });
      }),
    );
  });

  it.each([
    ['mcp-client-2025-11-20', true],
    ['claude-code-20250219', true],
    ['managed-agents-2026-04-01-research-preview', true],
    ['mcp-client-1925-11-20', false],
    ['mcp-client', false],
  ])('are recognized: %j is %s', (text, expected) => {
    expect(isBetaId(text)).toBe(expected);
  });

  it('are found in a text as whole words', () => {
    const text =
      'Send `managed-agents-2026-04-01-research-preview`, not managed-agents-2026-04-01: ' +
      'x_mcp-client-2025-11-20, mcp-client-2025-11-20-2 and mcp-client are none.';
    const found = findBetaIds(text);
    expect(found.map(({ id }) => id)).toEqual([
      'managed-agents-2026-04-01-research-preview',
      'managed-agents-2026-04-01',
    ]);
    for (const { id, index } of found) expect(text.slice(index).startsWith(id)).toBe(true);
  });

  it('have a constant each', () => {
    expect(toConstantName('mcp-client-2025-11-20')).toBe('MCP_CLIENT_2025_11_20');
    expect(toConstantName('managed-agents-2026-04-01-research-preview')).toBe(
      'MANAGED_AGENTS_2026_04_01_RESEARCH_PREVIEW',
    );
  });

  it.each([
    ['2024-02-29', true],
    ['2025-02-29', false],
    ['2025-13-01', false],
    ['2025-1-1', false],
    ['today', false],
  ])('are tested for a calendar day: %s is %s', (date, expected) => {
    expect(isCalendarDate(date)).toBe(expected);
  });
});

describe('findNearest', () => {
  const KNOWN = ['mcp-client', 'mcp-client-2025-11-20', 'files-api', 'effort', 'title', 'is', 'in'];
  it.each([
    ['mcp-clinet', 'mcp-client'],
    ['Files_API', 'files-api'],
    ['filesapi', 'files-api'],
    ['mcp-client-2025-11-21', 'mcp-client-2025-11-20'],
    ['tilte', 'title'],
    ['EFFORT', 'effort'],
    // Names of two letters: at most one edit.
    ['iz', 'is'],
    ['xy', undefined],
    ['pricing', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ])('finds for %j the name %j', (name, expected) => {
    expect(findNearest(name, KNOWN)).toBe(expected);
  });

  it('returns the first of two equally near names', () => {
    expect(findNearest('mcp-clienx', ['mcp-client', 'mcp-clieny'])).toBe('mcp-client');
  });

  it('uses a distance that is a metric', () => {
    const name = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(computeEditDistance(a, b)).toBe(computeEditDistance(b, a));
        expect(computeEditDistance(a, b) === 0).toBe(a === b);
        expect(computeEditDistance(a, c)).toBeLessThanOrEqual(
          computeEditDistance(a, b) + computeEditDistance(b, c),
        );
      }),
    );
  });

  it('accepts at most a third of the letters, or two, as a misspelling', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
        const distance = computeSlipDistance(a, b);
        const shorter = Math.min(a.length, b.length);
        if (distance !== undefined) expect(distance).toBeLessThanOrEqual(Math.max(2, shorter / 3));
        if (distance !== undefined) expect(distance).toBeLessThan(shorter);
      }),
    );
  });
});

import type { CatalogBeta, CatalogFeature } from '@beta-headers/manifest';
import { describe, expect, test } from 'vitest';
import { coverSurface, findDefaultCoverage } from '../src/coverage.ts';
import type { SurfaceEntry } from '../src/read/facts.ts';

const beta = (id: string, parts: Partial<CatalogBeta>): CatalogBeta =>
  ({ id, requires: [], sdk: { sends: [] }, ...parts }) as unknown as CatalogBeta;
const entry = (name: string, parts: Partial<SurfaceEntry>): SurfaceEntry => ({
  entry: name,
  kind: 'property',
  at: [],
  endpoints: ['POST /v1/messages'],
  keys: [name],
  source: 'x:1',
  ...parts,
});
const method = {
  name: 'x.create',
  endpoint: 'POST /v1/x',
  defaults: ['a-2026-01-01'],
  acceptsBetas: true,
  source: 'x:1',
};

test('covers a default by a rule of that beta, by a choice, or by sdk.sends', () => {
  const covered = (...betas: CatalogBeta[]): unknown =>
    findDefaultCoverage(method, 'a-2026-01-01', betas);
  expect(covered(beta('a-2026-01-01', { requires: [{ endpoint: ['* /v1/x/**'] }] }))).toBe('rule');
  expect(
    covered(
      beta('b-2026-01-01', {
        requires: [{ endpoint: ['POST /v1/x'], choice: ['b-2026-01-01', 'a-2026-01-01'] }],
      }),
    ),
  ).toBe('rule');
  expect(covered(beta('a-2026-01-01', { sdk: { since: {}, sends: ['POST /v1/x'] } }))).toBe(
    'sends',
  );
  expect(
    covered(beta('b-2026-01-01', { requires: [{ endpoint: ['POST /v1/x'] }] })),
  ).toBeUndefined();
  expect(
    covered(beta('a-2026-01-01', { requires: [{ endpoint: ['POST /v1/x'], at: 'field' }] })),
  ).toBeUndefined();
});

describe('coverSurface', () => {
  const tool = entry('NewTool', { kind: 'type', at: ['tools[].type'], is: 'new_1' });
  const cover = (
    entries: SurfaceEntry[],
    rules: CatalogBeta['requires'],
    { ignored = [], uses = [] }: { ignored?: string[]; uses?: CatalogFeature['uses'] } = {},
  ): (string | undefined)[] => {
    const covers = coverSurface(
      entries,
      {
        betas: [beta('a-2026-01-01', { requires: rules })],
        features: [{ name: 'a', uses } as unknown as CatalogFeature],
      },
      new Set(ignored),
    );
    return entries.map(({ entry: name }) => covers.get(name)?.by);
  };

  test('accepts a rule with the same value, with the value in a list, or without a value', () => {
    expect(cover([tool], [{ at: 'tools[].type', is: 'new_1' }])).toEqual(['rule']);
    expect(cover([tool], [{ at: 'tools[].type', in: ['old', 'new_1'] }])).toEqual(['rule']);
    expect(cover([tool], [{ at: 'tools[].type', is: 'other' }])).toEqual([undefined]);
  });

  test('does not cover a property by a rule about one of its values', () => {
    expect(
      cover(
        [entry('P.display', { at: ['thinking.display'] })],
        [{ at: 'thinking.display', is: 'updates' }],
      ),
    ).toEqual([undefined]);
  });

  test('requires a rule for every place and every endpoint', () => {
    const two = { ...tool, at: ['tools[].type', 'messages[].content[].tool.type'] };
    expect(cover([two], [{ at: 'tools[].type', is: 'new_1' }])).toEqual([undefined]);
    const counted = { ...tool, endpoints: ['POST /v1/messages', 'POST /v1/messages/count_tokens'] };
    expect(
      cover([counted], [{ at: 'tools[].type', is: 'new_1', endpoint: ['POST /v1/messages'] }]),
    ).toEqual([undefined]);
    expect(cover([counted], [{ at: 'tools[].type', is: 'new_1' }])).toEqual(['rule']);
  });

  test('covers parts of a covered entry, but not by a rule for another part', () => {
    const inner = entry('NewTool.name', { at: ['tools[].name'], within: ['NewTool'] });
    expect(cover([tool, inner], [{ at: 'tools[].type', is: 'new_1' }])).toEqual(['rule', 'within']);
    const param = entry('Params.context', { kind: 'param', at: ['context'] });
    const edit = entry('NewEdit', {
      kind: 'type',
      at: ['context.edits[].type'],
      is: 'new',
      within: ['Params.context'],
    });
    expect(cover([param, edit], [{ at: 'context.edits[].type', is: 'old' }])).toEqual([
      'rule',
      undefined,
    ]);
  });

  test('accepts an entry that is ignored with a reason', () => {
    expect(cover([tool], [], { ignored: ['NewTool'] })).toEqual(['ignored']);
  });

  test('accepts an entry that a feature uses, after a rule of `requires`', () => {
    const uses = [{ at: 'tools[].type', is: 'new_1' }];
    expect(cover([tool], [], { uses })).toEqual(['use']);
    expect(cover([tool], [{ at: 'tools[].type', is: 'new_1' }], { uses })).toEqual(['rule']);
    const param = entry('Params.context', { kind: 'param', at: ['context'] });
    expect(cover([param], [], { uses: [{ at: 'context.edits' }] })).toEqual([undefined]);
  });

  test('covers a declaration by a rule about siblings only if it has them', () => {
    const field = (name: string, type: string): SurfaceEntry =>
      entry(name, { at: ['tools[].lazy'], keys: [`tools[](${type}).lazy`] });
    const rule = (where: Record<string, string>) => [{ at: 'tools[].lazy', where }];
    const two = [field('A.lazy', 'new_1'), field('B.lazy', 'old_1')];
    expect(cover(two, rule({ type: 'new_1' }))).toEqual(['rule', undefined]);
    expect(cover(two, rule({ name: 'new_1' }))).toEqual([undefined, undefined]);
  });
});

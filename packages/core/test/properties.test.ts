/** What holds for every request. FAST_CHECK_RUNS sets how many are tried, from a seed that stays. */
import type { Beta } from '@beta-headers/constants';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BetaRequest, isBetaToken, type PlanOptions, plan } from '../src/index.ts';
import { needsOf } from '../src/needs.ts';
import { routeOf } from '../src/route.ts';
import { knownBetas } from '../src/table.ts';

const runs = Number(
  (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.FAST_CHECK_RUNS ??
    2000,
);
const seed = 20261130;
const ids = [...knownBetas.keys()];
const paths = [
  '/v1/messages',
  '/v1/messages/count_tokens',
  '/v1/messages/batches',
  '/v1/files',
  '/v1/memory_stores',
  '/v1/agents/x',
  '/model/m/invoke',
  '/v1/x',
];
const platforms = [
  'claude-api',
  'claude-on-aws',
  'bedrock',
  'bedrock-converse',
  'bedrock-mantle',
  'vertex',
  'foundry',
] as const;

/** Values that rules look for, so that random bodies meet them. */
const rules = [...knownBetas.values()].flatMap((beta) => beta.opens ?? []);
const scalars = rules.flatMap(
  (rule): readonly unknown[] => rule.in ?? (rule.is === undefined ? [] : [rule.is]),
);
const names = [
  ...new Set(
    rules
      .flatMap((rule) => rule.at?.split(/[[\].]+/) ?? [])
      .filter((name) => name && name !== '**'),
  ),
];
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<unknown>(...scalars, null, '', 'text', 0, 400_000, true),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names, 'type', 'content', 'source'), tie('any'), {
      maxKeys: 4,
    }),
  ),
})).any;

/** A body for one rule: the rule's own path, filled in. */
const ruled = fc.constantFrom(...rules.filter((rule) => rule.at !== undefined)).map((rule) => {
  const leaf = rule.is ?? rule.in?.[0] ?? (rule.above === undefined ? [{}] : rule.above + 1);
  return (rule.at as string).split('.').reduceRight<unknown>((inner, segment) => {
    if (segment === '**') return inner;
    return segment.endsWith('[]') ? { [segment.slice(0, -2)]: [inner] } : { [segment]: inner };
  }, leaf) as Record<string, unknown>;
});

const body = fc.oneof(
  fc.anything(),
  fc
    .tuple(fc.array(ruled, { maxLength: 4 }), fc.dictionary(fc.constantFrom(...names), value))
    .map(([parts, more]) => Object.assign({}, more, ...parts)),
);
const token = fc.oneof(
  fc.constantFrom(...ids),
  fc.constantFrom('new-thing-2027-01-01', 'Files-API-2025-04-14', ''),
  fc.string(),
);
const request: fc.Arbitrary<BetaRequest> = fc.record({
  method: fc.constantFrom('POST', 'GET', 'post'),
  path: fc.constantFrom(...paths),
  headers: fc
    .array(token, { maxLength: 5 })
    .map((tokens) => ({ 'anthropic-beta': tokens.join(',') })),
  body: fc.oneof(
    body,
    fc
      .array(body, { maxLength: 3 })
      .map((items) => ({ requests: items.map((params) => ({ params })) })),
  ),
  model: fc.constantFrom(undefined, 'claude-opus-5', 'claude-opus-5-5', 'claude-haiku-4-5'),
});
const options = fc.record({
  platform: fc.constantFrom(...platforms),
  always: fc.array(fc.constantFrom(...(ids as Beta[])), { maxLength: 2 }),
  rejected: fc.array(fc.constantFrom(...ids), { maxLength: 2 }),
  policy: fc.record(
    {
      missing: fc.constantFrom('add' as const, 'report' as const, 'throw' as const),
      unsupported: fc.constantFrom(
        'auto' as const,
        'drop' as const,
        'strip' as const,
        'throw' as const,
        'pass' as const,
      ),
      renamed: fc.constantFrom('rename' as const, 'pass' as const),
      unknown: fc.constantFrom('pass' as const, 'drop' as const, 'throw' as const),
      graduated: fc.constantFrom('auto' as const, 'keep' as const, 'drop' as const),
      conflict: fc.constantFrom('throw' as const, 'report' as const),
    },
    { requiredKeys: [] },
  ),
}) as fc.Arbitrary<PlanOptions>;
const forEvery = (what: string, holds: (r: BetaRequest, o: PlanOptions) => void): void =>
  it(what, () => fc.assert(fc.property(request, options, holds), { numRuns: runs, seed }));
const replan = (r: BetaRequest, o: PlanOptions, planned = plan(r, o)) => {
  const headers = planned.header === undefined ? {} : { 'anthropic-beta': planned.header };
  return plan({ ...r, headers, body: 'body' in planned ? planned.body : r.body }, o);
};

describe('for every request', () => {
  forEvery('the header is legal, without duplicates, and says what `betas` says', (r, o) => {
    const { betas, header } = plan(r, o);
    expect(new Set(betas).size).toBe(betas.length);
    for (const beta of betas) expect(isBetaToken(beta)).toBe(true);
    if (header !== undefined) expect(header).toBe(betas.join(','));
  });

  forEvery('planning the planned request changes nothing', (r, o) => {
    const first = plan(r, o);
    const second = replan(r, o, first);
    expect(second.betas).toEqual(first.betas);
    expect(second.header).toBe(first.header);
    expect('body' in second).toBe(false);
  });

  forEvery('the order of the header decides the order of the betas, and nothing else', (r, o) => {
    const value = (r.headers as Record<string, string>)['anthropic-beta'] as string;
    const reversed = { ...r, headers: { 'anthropic-beta': value.split(',').reverse().join(',') } };
    expect(new Set(plan(reversed, o).betas)).toEqual(new Set(plan(r, o).betas));
  });

  forEvery('adding `always` never removes anything', (r, { always, ...o }) => {
    const without = plan(r, o).betas;
    expect(plan(r, { ...o, always }).betas).toEqual(expect.arrayContaining(without));
  });

  forEvery('a stripped body needs no beta that was dropped', (r, o) => {
    const platform = o.platform ?? 'claude-api';
    const planned = plan(r, {
      ...o,
      policy: { ...o.policy, missing: 'add', unsupported: 'strip' },
    });
    const left = needsOf(
      r,
      'body' in planned ? planned.body : r.body,
      routeOf(r.method, r.path),
      platform,
    );
    const features = new Set(planned.betas.map((beta) => knownBetas.get(beta)?.feature));
    for (const need of left.filter((n) => n.hits.some((hit) => hit.at !== undefined))) {
      const met = need.choices.some((id) => {
        const beta = knownBetas.get(id);
        return (
          features.has(beta?.feature) || planned.betas.includes(beta?.renamedOn?.[platform] ?? '')
        );
      });
      expect(met, `${need.choices} is needed and not sent`).toBe(true);
    }
  });
});

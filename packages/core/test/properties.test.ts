/** Properties of every request. FAST_CHECK_RUNS is the number of requests for each property. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCatalog } from '../src/catalog/catalog.ts';
import {
  type BetaName,
  type BetaRequest,
  isBetaToken,
  PLATFORMS,
  type PlanOptions,
  plan,
} from '../src/index.ts';

const runs = Number(
  (globalThis as { process?: { env?: Record<string, string> } }).process?.env?.FAST_CHECK_RUNS ??
    2000,
);
const ids = [...defaultCatalog.betas.keys()];
const urls = [
  '/v1/messages',
  'https://api.anthropic.com/v1/messages',
  '/v1/messages/count_tokens',
  '/v1/messages/batches',
  '/v1/files?after_id=x',
  '/v1/memory_stores',
  '/v1/agents/x',
  '/v1/user_profiles',
  '/model/m/invoke',
  '/model/m/converse',
  '/v1/x',
];

/** Values that rules look for, so that random bodies meet them. */
const rules = [...defaultCatalog.features.values()].flatMap(({ uses, betas }) => [
  ...uses,
  ...betas.flatMap((beta) => beta.requires),
]);
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
  url: fc.constantFrom(...urls),
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
const oneOf = <const T extends string>(...values: T[]): fc.Arbitrary<T> =>
  fc.constantFrom(...values);
const options = fc.record(
  {
    platform: fc.constantFrom('auto' as const, ...PLATFORMS),
    mode: oneOf('repair', 'strict', 'gateway'),
    today: oneOf('2026-01-01', '2026-11-30', '2027-06-01'),
    always: fc.array(fc.constantFrom(...(ids as BetaName[])), { maxLength: 2 }),
    rejected: fc.array(fc.constantFrom(...ids), { maxLength: 2 }),
    policy: fc.record(
      {
        missing: oneOf('add', 'report', 'refuse'),
        rejected: oneOf('drop', 'refuse', 'send'),
        unavailable: oneOf('refuse', 'strip', 'send'),
        constraint: oneOf('refuse', 'send'),
        conflict: oneOf('refuse', 'send'),
        instead: oneOf('replace', 'send', 'refuse'),
        unknownBeta: oneOf('send', 'drop', 'refuse'),
        unverified: oneOf('send', 'drop', 'refuse'),
        unknownField: oneOf('send', 'drop', 'refuse'),
        graduated: oneOf('auto', 'keep', 'drop'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<PlanOptions>;
const forEvery = (what: string, holds: (r: BetaRequest, o: PlanOptions) => void): void =>
  it(what, () => fc.assert(fc.property(request, options, holds), { numRuns: runs }), 300_000);
const replan = (r: BetaRequest, o: PlanOptions, planned = plan(r, o)) => {
  const headers = planned.header === undefined ? {} : { 'anthropic-beta': planned.header };
  return plan({ ...r, headers, body: 'body' in planned ? planned.body : r.body }, o);
};

describe('for every request', () => {
  forEvery('the header is valid, has no duplicates, and equals `betas`', (r, o) => {
    const { betas, header, decisions } = plan(r, o);
    fc.pre(!decisions.some(({ reason }) => reason === 'platform-mismatch'));
    expect(new Set(betas).size).toBe(betas.length);
    for (const beta of betas) expect(isBetaToken(beta)).toBe(true);
    if (header !== undefined) expect(header).toBe(betas.join(','));
  });

  forEvery('planning the planned request changes nothing', (r, o) => {
    const first = plan(r, o);
    fc.pre(!first.decisions.some(({ reason }) => reason === 'platform-mismatch'));
    const second = replan(r, o, first);
    expect(second.betas).toEqual(first.betas);
    expect(second.header).toBe(first.header);
    expect('body' in second).toBe(false);
    if (first.verdict === 'works') expect(second.verdict).toBe('works');
  });

  forEvery('the request is not changed', (r, o) => {
    const copy = structuredClone(r.body);
    plan(r, { ...o, policy: { ...o.policy, unavailable: 'strip', unknownField: 'drop' } });
    expect(r.body).toEqual(copy);
  });

  forEvery('a body is planned alike as text and as a value', (r, o) => {
    const text = JSON.stringify(r.body);
    fc.pre(text !== undefined && typeof JSON.parse(text) === 'object');
    const ofText = plan({ ...r, body: text }, o);
    const ofValue = plan({ ...r, body: JSON.parse(text) }, o);
    expect({ ...ofText, body: undefined }).toEqual({ ...ofValue, body: undefined });
    expect('body' in ofText ? JSON.parse(String(ofText.body)) : undefined).toEqual(
      'body' in ofValue ? JSON.parse(JSON.stringify(ofValue.body)) : undefined,
    );
  });

  forEvery('the order of the header decides the order of the betas, and nothing else', (r, o) => {
    const value = (r.headers as Record<string, string>)['anthropic-beta'] as string;
    const reversed = { ...r, headers: { 'anthropic-beta': value.split(',').reverse().join(',') } };
    expect(new Set(plan(reversed, o).betas)).toEqual(new Set(plan(r, o).betas));
  });

  forEvery('adding `always` never removes anything', (r, { always, ...o }) => {
    const without = plan(r, o).betas;
    expect(plan(r, { ...o, ...(always && { always }) }).betas).toEqual(
      expect.arrayContaining(without),
    );
  });

  forEvery(
    'a beta in the header alone is never refused because the platform lacks its feature',
    (r, o) => {
      const { decisions } = plan({ ...r, method: 'POST', url: '/v1/messages', body: {} }, o);
      for (const { reason } of decisions) expect(reason).not.toBe('unavailable');
    },
  );

  forEvery('observe changes nothing', (r, o) => {
    const planned = plan(r, { ...o, mode: 'observe' });
    expect(planned.changed).toBe(false);
    expect(planned).not.toHaveProperty('body');
  });

  forEvery('a decision names at most 100 places, and nothing of the body', (r, o) => {
    for (const { at = [], level, action } of plan(r, o).decisions) {
      expect(at.length).toBeLessThanOrEqual(100);
      expect(level === 'error').toBe(action === 'refused');
    }
  });
});

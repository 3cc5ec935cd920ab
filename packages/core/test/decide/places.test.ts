import { describe, expect, it } from 'vitest';
import { type BetaRequest, type Mode, type PlanOptions, plan } from '../../src/index.ts';

const BETA = 'context-management-2025-06-27';
const url = 'https://api.anthropic.com/v1/messages';
const planBody = (body: unknown, options?: PlanOptions, more?: Partial<BetaRequest>) =>
  plan({ method: 'POST', url, body, ...more }, options);
const about = (planned: ReturnType<typeof plan>) =>
  planned.decisions.filter(({ reason }) => reason === 'misplaced' || reason === 'empty-header');

describe('misplaced betas', () => {
  it.each([
    ['repair', 'works', 'stripped', 'warn'],
    ['gateway', 'works', 'stripped', 'warn'],
    ['observe', 'refused', 'stripped', 'warn'],
    ['strict', 'refused', 'refused', 'error'],
  ] as const)(
    'in mode %s: the verdict is %s and the action %s',
    (mode: Mode, verdict, action, level) => {
      const planned = planBody({ messages: [], betas: [BETA] }, { mode });
      expect(planned).toMatchObject({ verdict, betas: [BETA] });
      expect(about(planned)).toEqual([{ action, reason: 'misplaced', level, at: ['/betas'] }]);
    },
  );

  it.each([
    [url, { anthropic_beta: [BETA] }, ['/anthropic_beta']],
    [url, { betas: BETA, anthropic_beta: BETA }, ['/betas', '/anthropic_beta']],
    [
      `${url}/batches`,
      { requests: [{ params: {} }, { params: { betas: [BETA] } }] },
      ['/requests/1/params/betas'],
    ],
    ['/model/anthropic.claude-opus-4-8-v1:0/invoke', { betas: [BETA] }, ['/betas']],
  ])('are found at %s in %j', (to, body, at) => {
    const planned = planBody(body, {}, { url: to });
    expect(about(planned)).toMatchObject([{ reason: 'misplaced', at }]);
    expect(planned.betas).toEqual([BETA]);
  });

  it('are reported once, even if other parts are removed in rounds', () => {
    const body = { messages: [], speed: 'fast', betas: [BETA], foo_bar: 1 };
    const policy = { unavailable: 'strip', unknownField: 'drop' } as const;
    const planned = planBody(body, { platform: 'foundry', policy }, { url: '/v1/messages' });
    expect(about(planned)).toHaveLength(1);
    expect(planned.body).toEqual({ messages: [] });
  });

  it('are not reported in their right place', () => {
    const to = '/model/anthropic.claude-opus-4-8-v1:0/invoke';
    expect(about(planBody({ anthropic_beta: [BETA] }, {}, { url: to }))).toEqual([]);
    expect(about(planBody({ betas: 5 }))).toEqual([]);
  });
});

describe('a value in the place of betas in the body', () => {
  const to = '/model/anthropic.claude-opus-4-8-v1:0/invoke';
  const found = ({ decisions }: ReturnType<typeof plan>) =>
    decisions.filter(({ reason }) => reason === 'malformed');

  it.each([
    ['', ['/anthropic_beta'], undefined],
    [BETA, ['/anthropic_beta'], [BETA]],
    [{ a: 1 }, ['/anthropic_beta'], undefined],
    [[5], ['/anthropic_beta/0'], undefined],
    [[BETA, ' ', `${BETA},x-2025-01-01`], ['/anthropic_beta/1', '/anthropic_beta/2'], [BETA]],
  ])('is reported if it is no list of names: %j', (value, at, sent) => {
    const text = JSON.stringify({ messages: [], anthropic_beta: value });
    const planned = planBody(text, { policy: { unknownBeta: 'drop' } }, { url: to });
    expect(found(planned)).toMatchObject([{ action: 'dropped', at }]);
    expect(planned.verdict).toBe('works');
    expect(JSON.parse(planned.body as string)['anthropic_beta']).toEqual(sent);
    expect(planBody(text, { mode: 'strict' }, { url: to }).verdict).toBe('refused');
    expect(planBody(text, { mode: 'observe' }, { url: to }).verdict).toBe('refused');
  });

  it('is reported for Converse at its own place', () => {
    const body = { messages: [], additionalModelRequestFields: { anthropic_beta: [5] } };
    const planned = planBody(body, {}, { url: to.replace('invoke', 'converse') });
    expect(found(planned)).toMatchObject([
      { at: ['/additionalModelRequestFields/anthropic_beta/0'] },
    ]);
  });

  it('stays as received if it is null', () => {
    const planned = planBody('{ "messages":[],"anthropic_beta":null }', {}, { url: to });
    expect(planned).toMatchObject({ verdict: 'works', changed: false, decisions: [] });
    expect(planned).not.toHaveProperty('body');
  });

  it('is removed without a report if it is an empty list', () => {
    const planned = planBody({ messages: [], anthropic_beta: [] }, {}, { url: to });
    expect(planned).toMatchObject({ body: { messages: [] }, decisions: [] });
  });
});

describe('an empty header', () => {
  it.each(['', ' ', ',', `${BETA},`, `${BETA}, ,task-budgets-2026-03-13`])(
    'is reported for %j',
    (value) => {
      const headers = { 'anthropic-beta': value };
      const observed = planBody({}, { mode: 'observe' }, { headers });
      expect(about(observed)).toMatchObject([{ action: 'dropped', reason: 'empty-header' }]);
      expect(observed.verdict).toBe('refused');
      expect(planBody({}, {}, { headers }).verdict).toBe('works');
      expect(planBody({}, { mode: 'strict' }, { headers }).verdict).toBe('refused');
    },
  );

  it('is not reported without a header, or for white space alone', () => {
    expect(about(planBody({}))).toEqual([]);
    const headers = { 'anthropic-beta': ` ${BETA} , task-budgets-2026-03-13` };
    expect(about(planBody({}, {}, { headers }))).toEqual([]);
  });
});

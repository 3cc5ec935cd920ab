import { describe, expect, it } from 'vitest';
import { type BetaRequest, type Mode, type PlanOptions, plan } from '../../src/index.ts';

const BETA = 'context-management-2025-06-27';
const url = 'https://api.anthropic.com/v1/messages';
const planBody = (body: unknown, options?: PlanOptions, more?: Partial<BetaRequest>) =>
  plan({ method: 'POST', url, body, ...more }, options);
const about = (planned: ReturnType<typeof plan>) =>
  planned.decisions.filter(({ reason }) => reason === 'misplaced' || reason === 'empty-header');

describe('betas that stand where they are refused', () => {
  it.each([
    ['repair', 'works', 'stripped', 'warn'],
    ['gateway', 'works', 'stripped', 'warn'],
    ['observe', 'refused', 'stripped', 'warn'],
    ['strict', 'refused', 'refused', 'error'],
  ] as const)('%s: %s, %s', (mode: Mode, verdict, action, level) => {
    const planned = planBody({ messages: [], betas: [BETA] }, { mode });
    expect(planned).toMatchObject({ verdict, betas: [BETA] });
    expect(about(planned)).toEqual([{ action, reason: 'misplaced', level, at: ['/betas'] }]);
  });

  it.each([
    [url, { anthropic_beta: [BETA] }, ['/anthropic_beta']],
    [url, { betas: BETA, anthropic_beta: BETA }, ['/betas', '/anthropic_beta']],
    [
      `${url}/batches`,
      { requests: [{ params: {} }, { params: { betas: [BETA] } }] },
      ['/requests/1/params/betas'],
    ],
    ['/model/anthropic.claude-opus-4-8-v1:0/invoke', { betas: [BETA] }, ['/betas']],
  ])('%s: %j', (to, body, at) => {
    const planned = planBody(body, {}, { url: to });
    expect(about(planned)).toMatchObject([{ reason: 'misplaced', at }]);
    expect(planned.betas).toEqual([BETA]);
  });

  it('are said once, also where something else is taken out in rounds', () => {
    const body = { messages: [], speed: 'fast', betas: [BETA], foo_bar: 1 };
    const policy = { unavailable: 'strip', unknownField: 'drop' } as const;
    const planned = planBody(body, { platform: 'foundry', policy }, { url: '/v1/messages' });
    expect(about(planned)).toHaveLength(1);
    expect(planned.body).toEqual({ messages: [] });
  });

  it('are none where they belong', () => {
    const to = '/model/anthropic.claude-opus-4-8-v1:0/invoke';
    expect(about(planBody({ anthropic_beta: [BETA] }, {}, { url: to }))).toEqual([]);
    expect(about(planBody({ betas: 5 }))).toEqual([]);
  });
});

describe('an empty header', () => {
  it.each(['', ' ', ',', `${BETA},`, `${BETA}, ,task-budgets-2026-03-13`])('%j', (value) => {
    const headers = { 'anthropic-beta': value };
    const observed = planBody({}, { mode: 'observe' }, { headers });
    expect(about(observed)).toMatchObject([{ action: 'dropped', reason: 'empty-header' }]);
    expect(observed.verdict).toBe('refused');
    expect(planBody({}, {}, { headers }).verdict).toBe('works');
    expect(planBody({}, { mode: 'strict' }, { headers }).verdict).toBe('refused');
  });

  it('is none where there is no header, and where spaces are all that is odd', () => {
    expect(about(planBody({}))).toEqual([]);
    const headers = { 'anthropic-beta': ` ${BETA} , task-budgets-2026-03-13` };
    expect(about(planBody({}, {}, { headers }))).toEqual([]);
  });
});

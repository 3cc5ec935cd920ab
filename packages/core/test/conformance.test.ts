import { describe, expect, it } from 'vitest';
import { type BetaErrorInfo, classifyBetaError } from '../src/errors/index.ts';
import { type BetaPlan, plan } from '../src/index.ts';
import {
  type ErrorCase,
  type ExpectedDecision,
  errorCases,
  type PlanCase,
  planCases,
  readOptions,
} from './corpus.ts';

for (const [file, cases] of planCases) {
  describe(`corpus: ${file}`, () => {
    for (const one of cases) it(one.id, () => check(one));
  });
}

function check(one: PlanCase): void {
  const { request, model, expect: expected, source } = one;
  const before = JSON.stringify(request);
  const answer = plan({ ...request, ...(model !== null && { model }) }, readOptions(one));
  expect(JSON.stringify(request), 'the request is left as it was').toBe(before);
  expect(answer.verdict, source).toBe(expected.verdict);
  for (const decision of expected.decisions ?? []) checkDecision(decision, answer, source);
  if (expected.platform) expect(answer.platform, source).toBe(expected.platform);
  // A refused request is not sent.
  if (!expected.betas) return;
  expect([...answer.betas].sort(), source).toEqual([...expected.betas].sort());
  const body = 'body' in answer ? answer.body : request.body;
  if ('body' in expected) expect(JSON.parse(JSON.stringify(body)), source).toEqual(expected.body);
  checkPlace(one, answer, body);
}

/** One of the decisions must have all fields. Other decisions are allowed. */
function checkDecision({ at, ...wanted }: ExpectedDecision, answer: BetaPlan, why: string): void {
  const places = at === undefined ? {} : { at: expect.arrayContaining([at]) };
  expect(answer.decisions, why).toContainEqual(expect.objectContaining({ ...wanted, ...places }));
}

/**
 * Checks that the betas are in one place: the header, or the body if the path is one of Bedrock's
 * runtime.
 */
function checkPlace(one: PlanCase, answer: BetaPlan, body: unknown): void {
  const runtime = /\/model\/.+\/(invoke|converse)/.exec(one.request.url);
  const header = answer.betas.length > 0 ? answer.betas.join(',') : undefined;
  expect(answer.header).toBe(runtime ? undefined : header);
  if (!runtime) return;
  const place =
    runtime[1] === 'invoke'
      ? body
      : (body as { additionalModelRequestFields?: unknown }).additionalModelRequestFields;
  expect((place as { anthropic_beta?: string[] } | undefined)?.anthropic_beta ?? []).toEqual(
    answer.betas,
  );
}

describe('corpus: errors', () => {
  for (const one of errorCases) {
    it(one.id, () => {
      for (const [form, error] of listForms(one.error))
        checkError(one, classifyBetaError(error, { platform: one.platform }), form);
    });
  }
});

/** Lists the forms of an error: the body as a value, as text, and in an error of the SDK. */
function listForms(error: ErrorCase['error']): (readonly [string, unknown])[] {
  if ('text' in error) {
    return [
      ['text', error.text],
      ['an Error', new Error(error.text)],
    ];
  }
  const { status, body } = error;
  const sdk = Object.assign(new Error(`${status} ${JSON.stringify(body)}`), {
    status,
    error: body,
  });
  return [
    ['the body', body],
    ['the body as text', JSON.stringify(body)],
    ['an SDK error', sdk],
  ];
}

function checkError(one: ErrorCase, info: BetaErrorInfo | undefined, form: string): void {
  const why = `${form}: ${one.source}`;
  expect(info?.kind, why).toBe(one.expect?.kind);
  const { kind, betas, suspects } = one.expect ?? {};
  // Several headers may satisfy the need; an empty list means that none does.
  if (betas && betas.length > 0 && kind === 'missing')
    expect(info?.betas, why).toEqual(expect.arrayContaining([...betas]));
  else if (betas) expect([...(info?.betas ?? [])].sort(), why).toEqual([...betas].sort());
  if (suspects) expect([...(info?.suspects ?? [])].sort(), why).toEqual([...suspects].sort());
}

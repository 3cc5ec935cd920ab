import { describe, expect, it } from 'vitest';
import { type BetaErrorInfo, classifyBetaError } from '../src/errors/index.ts';
import { type BetaPlan, plan } from '../src/index.ts';
import { type ErrorCase, errorCases, optionsOf, type PlanCase, planCases } from './corpus.ts';
import { DIFFERENCES } from './corpus-differences.ts';

/**
 * Fast mode is a matter of speed alone, so it is taken out where the platform does not have it;
 * before, it was refused.
 */
const STRIPPED = ['speed-bedrock-needed-refused', 'speed-bedrock-sent-and-needed-refused'];
const different = new Set(Object.values(DIFFERENCES).flat());

for (const [file, cases] of planCases) {
  describe(`corpus: ${file}`, () => {
    for (const one of cases) {
      const isDifferent = different.delete(one.id);
      it(isDifferent ? `${one.id} (differs on purpose)` : one.id, () => check(one, isDifferent));
    }
  });
}

it('every difference is about a case of the corpus', () => {
  expect([...different]).toEqual([]);
});

function check(one: PlanCase, isDifferent: boolean): void {
  const { path: url, ...request } = one.request;
  const before = JSON.stringify(one.request);
  const answer = plan(
    { ...request, url, ...(one.model !== null && { model: one.model }) },
    optionsOf(one),
  );
  expect(JSON.stringify(one.request), 'the request is left as it was').toBe(before);
  const expected = expect([...answer.betas].sort(), one.source);
  const betas = [...one.expect.betas].sort();
  if (isDifferent) return expected.not.toEqual(betas);
  expected.toEqual(betas);
  const body = 'body' in answer ? answer.body : one.request.body;
  if ('body' in one.expect && !STRIPPED.includes(one.id))
    expect(JSON.parse(JSON.stringify(body)), one.source).toEqual(one.expect.body);
  checkPlace(one, answer, body);
}

/**
 * The betas are in one place: the header, or the body where the path is one of Bedrock's runtime.
 */
function checkPlace(one: PlanCase, answer: BetaPlan, body: unknown): void {
  const runtime = /\/model\/.+\/(invoke|converse)/.exec(one.request.path);
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
      for (const [form, error] of formsOf(one.error))
        checkError(one, classifyBetaError(error), form);
    });
  }
});

/** A body as it is, as text, and inside the error object of the SDK. */
function formsOf(error: ErrorCase['error']): (readonly [string, unknown])[] {
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
  if (betas && kind === 'missing')
    expect(info?.betas, why).toEqual(expect.arrayContaining([...betas]));
  else if (betas) expect([...(info?.betas ?? [])].sort(), why).toEqual([...betas].sort());
  if (suspects) expect([...(info?.suspects ?? [])].sort(), why).toEqual([...suspects].sort());
}

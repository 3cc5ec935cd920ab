/** The conformance corpus, and the requests that its cases expect. */
import { globSync, readFileSync } from 'node:fs';
import type { BetaRequest, PlanOptions, Verdict } from '@beta-headers/core';
import type { Platform } from '@beta-headers/manifest';
import { type Judgement, judge } from '../../../src/gate/index.ts';

/** A plan case. */
export interface CorpusCase {
  readonly id: string;
  readonly platform: Platform | 'auto';
  readonly model: string | null;
  readonly request: BetaRequest;
  readonly options?: Pick<PlanOptions, 'mode' | 'today' | 'always' | 'rejected' | 'policy'>;
  readonly expect: {
    readonly verdict: Verdict;
    readonly betas?: readonly string[];
    readonly platform?: Platform;
    readonly decisions?: readonly { readonly action: string; readonly reason?: string }[];
    readonly body?: unknown;
  };
}

const folder = new URL('../../../../manifest/conformance/', import.meta.url);

/** Every plan case of the corpus. */
export const CASES: readonly CorpusCase[] = globSync('*.jsonl', { cwd: folder })
  .sort()
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trimEnd().split('\n'))
  .map((line) => JSON.parse(line) as CorpusCase)
  .filter(({ request }) => request !== undefined);

/** Builds the request of a case, with its model. */
export const toRequest = ({ request, model }: CorpusCase): BetaRequest => ({
  ...request,
  ...(model !== null && { model }),
});

/** The verdict of the oracle on the request as received. */
export const judgeRaw = (one: CorpusCase): Judgement => judgeFor(one, toRequest(one));

/** The verdict of the oracle on the request that the case expects to be sent. */
export function judgeExpected(one: CorpusCase): Judgement {
  const { betas = [], body = one.request.body } = one.expect;
  return judgeFor(one, place({ ...toRequest(one), body }, betas));
}

function judgeFor({ platform, options, expect }: CorpusCase, request: BetaRequest): Judgement {
  const { rejected, today } = options ?? {};
  // A case that leaves the platform to the engine names the expected one.
  const goesTo = expect.platform ?? (platform === 'auto' ? 'claude-api' : platform);
  return judge(request, { platform: goesTo, rejects: rejected, today });
}

type Fields = Record<string, unknown>;

/** Puts the betas into the place that the form of the path requires, and removes them elsewhere. */
function place(request: BetaRequest, betas: readonly string[]): BetaRequest {
  const action = /\/model\/.+\/(invoke|converse)/.exec(request.url)?.[1];
  const others = [...new Headers(request.headers)].filter(([name]) => name !== 'anthropic-beta');
  const headers = Object.fromEntries(others);
  const body = removeLists(request.body);
  if (betas.length === 0) return { ...request, headers, body };
  if (action === undefined)
    return { ...request, headers: { ...headers, 'anthropic-beta': betas.join() }, body };
  const list = { anthropic_beta: betas };
  const { additionalModelRequestFields: fields } = (body ?? {}) as Fields;
  const placed =
    action === 'invoke'
      ? { ...(body as Fields), ...list }
      : { ...(body as Fields), additionalModelRequestFields: { ...(fields as Fields), ...list } };
  return { ...request, headers, body: placed };
}

/** A copy of a body without any list of betas. */
function removeLists(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    key === 'betas' || key === 'anthropic_beta' ? undefined : value,
  );
}

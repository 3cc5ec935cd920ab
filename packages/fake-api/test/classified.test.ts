/**
 * `classifyBetaError` reads every refusal, so that programs which handle the errors of the fake API
 * also handle the real ones. The requests are those of the corpus.
 */
import { readFileSync } from 'node:fs';
import { catalog } from '@beta-headers/manifest/data';
import { describe, expect, it } from 'vitest';
import {
  type BetaErrorContext,
  type BetaErrorInfo,
  classifyBetaError,
} from '../../core/src/errors/index.ts';
import { makeFailureResponse } from '../src/errors.ts';
import { judge, type Refusal, type RefusalKind } from '../src/gate/index.ts';

const FILES = 'rules merge platforms claims policies field history clients recorded methods';

type Request = Parameters<typeof judge>[0];
type Platform = Parameters<typeof judge>[1]['platform'];

interface Case {
  readonly id: string;
  readonly platform: Platform;
  readonly request: Request;
}

interface Refused extends Case {
  readonly refusal: Refusal;
  readonly info: BetaErrorInfo | undefined;
}

const cases: Case[] = FILES.split(' ').flatMap((name) =>
  readFileSync(new URL(`../../manifest/conformance/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Case)
    .filter(({ platform }) => String(platform) !== 'auto'),
);

const refused: Refused[] = [];
for (const one of cases) {
  const { refusal } = judge(one.request, { platform: one.platform, today: '2026-11-30' });
  if (!refusal) continue;
  const platform = catalog.platforms.find(({ id }) => id === one.platform);
  if (!platform) throw new Error(`${one.id}: no platform ${one.platform}`);
  const response = makeFailureResponse(platform, 'req_1', refusal);
  const error = { status: response.status, body: await response.json() };
  const context = { platform: one.platform, request: one.request } as BetaErrorContext;
  const info = classifyBetaError(error, context);
  refused.push({ ...one, refusal, info });
}

const of = (kind: RefusalKind): Refused[] => refused.filter(({ refusal }) => refusal.kind === kind);
const wrong = (all: readonly Refused[], isRight: (one: Refused) => unknown): string[] => {
  expect(all.length).toBeGreaterThan(2);
  return all
    .filter((one) => !isRight(one))
    .map(({ id, refusal, info }) => `${id}: ${refusal.message} → ${info?.kind} ${info?.betas}`);
};

const EMPTY = new Set(['empty-header', 'unsupported-unnamed']);
const names = ({ refusal, info }: Refused): boolean =>
  info !== undefined && refusal.betas.some((id) => info.betas.includes(id));

describe('classifyBetaError', () => {
  it('reads a rejected value', () => {
    const isRight = (one: Refused): boolean => {
      const { kind = '' } = one.info ?? {};
      if (one.refusal.message === 'invalid beta flag') return kind === 'unsupported-unnamed';
      if (one.refusal.betas.includes('')) return EMPTY.has(kind);
      const isMalformed = one.refusal.betas.some((id) => !/^[\w-]+$/.test(id));
      return kind === 'unsupported' && (isMalformed || names(one));
    };
    expect(wrong(of('unexpected-beta'), isRight)).toEqual([]);
  });

  it('reads a missing header, with one of the values that would be enough', () => {
    const isRight = (one: Refused): unknown =>
      one.info?.kind === 'missing' && (one.refusal.betas.length === 0 || names(one));
    expect(wrong(of('missing'), isRight)).toEqual([]);
    expect(wrong(of('missing-endpoint'), isRight)).toEqual([]);
  });

  it('reads betas in a body', () => {
    const isRight = ({ info }: Refused): boolean =>
      info?.kind === 'missing' && info.advice.includes('as a field');
    expect(wrong(of('misplaced'), isRight)).toEqual([]);
  });

  it('reads values that cannot be combined', () => {
    const isRight = (one: Refused): boolean => one.info?.kind === 'conflict' && names(one);
    expect(wrong(of('conflict'), isRight)).toEqual([]);
  });

  it('never reads an unavailable feature as one that needs a header', () => {
    const isRight = ({ info }: Refused): boolean =>
      info === undefined || (info.kind === 'missing' && info.betas.length === 0);
    expect(wrong(of('unavailable'), isRight)).toEqual([]);
    expect(wrong(of('no-endpoint'), isRight)).toEqual([]);
  });

  it('reads nothing in errors that are not about betas', () => {
    const isRight = ({ info }: Refused): boolean => info === undefined;
    expect(wrong(of('retired-model'), isRight)).toEqual([]);
    expect(wrong(of('constraint'), isRight)).toEqual([]);
  });
});

describe('a wording that was seen in public', () => {
  const answer = (platform: Platform, body: object, method = 'POST', url = '/v1/messages') =>
    judge({ method, url, body }, { platform }).refusal?.message;
  const message = { model: 'claude-opus-5-5', max_tokens: 16, messages: [] };

  it('is used for a renamed parameter', () => {
    const deprecated =
      "output_format: This field is deprecated. Use 'output_config.format' instead.";
    const body = { ...message, output_format: { type: 'json_schema', schema: {} } };
    expect(answer('claude-api', body)).toBe(deprecated);
    expect(answer('bedrock', body)).toBe(deprecated);
  });

  it('is used for a block that names its header', () => {
    const tool = { name: 'get', input_schema: { type: 'object' } };
    const content = [{ type: 'tool_addition', tool: { type: 'inline', definition: tool } }];
    expect(answer('claude-api', { ...message, messages: [{ role: 'system', content }] })).toMatch(
      /^messages\.0\.content\.0: `tool_addition` blocks require anthropic-beta: [a-z-]+/,
    );
  });

  it('is used for an endpoint that names its header', () => {
    expect(answer('claude-api', {}, 'GET', '/v1/agents')).toMatch(
      /^this API is in beta: add `[\w-]+` to the `anthropic-beta` header to use it$/,
    );
  });
});

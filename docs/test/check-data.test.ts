/** For every pair of feature and platform, the box answers what the data says. */
import { PLATFORMS } from '@beta-headers/core';
import { describe, expect, it } from 'vitest';
import type { CatalogRule } from '../src/lib/catalog.ts';
import { findFields } from '../src/lib/example-values.ts';
import { buildFields } from '../src/lib/samples.ts';
import {
  data,
  expectAnswer,
  expectHeader,
  type Feature,
  meets,
  type RequestCase,
} from './check-oracle.ts';
import { ask, on, PLAIN, TODAY } from './check-support.ts';

/** Makes a request for each rule of a feature. */
function makeRequests({ uses }: Feature): RequestCase[] {
  return uses.flatMap((rule): RequestCase[] => {
    const { at, endpoint } = rule;
    const pattern = endpoint?.[0] ?? 'POST /v1/messages';
    const [verb = 'POST', form = ''] = pattern.split(' ');
    const method = verb === '*' ? 'GET' : verb;
    const path = form.replaceAll(/\{[^}]*\}/g, 'x').replace(/\/\*\*$/, '');
    if (at === undefined) return [{ method, path }];
    // A gateway translates the form of OpenAI, so the box never calls it working.
    if (method === 'GET' || path === '/v1/chat/completions') return [];
    const value = rule.is ?? rule.in?.[0] ?? (rule.above === undefined ? 'x' : rule.above + 1);
    const fields =
      findFields(rule as CatalogRule)?.fields ??
      buildFields(at, (rule.nonEmpty ? [{}] : value) as string);
    const base = path.startsWith('/v1/messages') ? PLAIN : {};
    const body = JSON.parse(JSON.stringify({ ...base, ...fields })) as Record<string, unknown>;
    const isBatch = path === '/v1/messages/batches';
    return [
      { method, path, body: isBatch ? { requests: [{ custom_id: 'a', params: body }] } : body },
    ];
  });
}

/** Writes a request as JSON, or as a command if it has no body. */
const writeText = ({ method, path, body }: RequestCase): string =>
  body
    ? JSON.stringify({ method, path, headers: { 'anthropic-version': '2023-06-01' }, body })
    : `curl -X ${method} https://api.anthropic.com${path}`;

const cases = data.features.flatMap((feature) =>
  makeRequests(feature).map((request, i) => ({ name: feature.name, i, feature, request })),
);

describe('every feature with rules, on every platform', () => {
  it('has requests, which use it', () => {
    const withRules = data.features.filter(({ uses }) => uses.length > 0);
    const names = new Set(cases.map(({ name }) => name));
    expect(withRules.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([]);
    for (const { name, feature, request } of cases) {
      const isUsed = data.platforms.some(({ id }) =>
        feature.uses.some((rule) => meets(rule, request, id)),
      );
      expect(isUsed, `${name} ${JSON.stringify(request)}`).toBe(true);
    }
  });

  it.each(cases)('$name, rule $i', ({ request }) => {
    const answer = ask(writeText(request));
    const got = PLATFORMS.map((id) => [id, on(answer, id).answer]);
    const wanted = PLATFORMS.map((id) => [id, expectAnswer(request, id, TODAY)]);
    expect(Object.fromEntries(got), JSON.stringify(request)).toEqual(Object.fromEntries(wanted));
  });
});

describe('the answer for a value alone', () => {
  const disputed = { en: 'Two pages differ.' };
  const older = { status: 'rejected', models: ['claude-opus-4-5'] };
  // Literal answers for the rows of the table in check-oracle.ts.
  it.each([
    ['beta', 'bedrock', [{ status: 'accepted' }], 'works'],
    ['beta', 'bedrock', [{ status: 'accepted', disputed }], 'unverified'],
    ['beta', 'bedrock', [older, { status: 'accepted' }], 'unverified'],
    ['beta', 'bedrock', [{ status: 'rejected' }], 'changed'],
    ['beta', 'bedrock', [{ status: 'unknown' }], 'unverified'],
    ['superseded', 'bedrock', [{ status: 'accepted' }], 'works'],
    ['superseded', 'bedrock', [{ status: 'unknown' }], 'unverified'],
    ['superseded', 'claude-api', [{ status: 'unknown' }], 'unverified'],
    ['graduated', 'bedrock', [{ status: 'accepted' }], 'works'],
    ['graduated', 'bedrock', [{ status: 'accepted', disputed }], 'unverified'],
    ['graduated', 'bedrock', [{ status: 'rejected', disputed }], 'changed'],
    ['graduated', 'bedrock', [{ status: 'unknown' }], 'changed'],
    ['graduated', 'claude-api', [{ status: 'unknown' }], 'unverified'],
    ['legacy-shape', 'claude-api', [{ status: 'accepted' }], 'changed'],
    ['internal', 'claude-api', [{ status: 'unknown' }], 'works'],
  ])('%s on %s with %j: %s', (stage, platform, claims, answer) => {
    const beta = { stage, acceptance: { [platform]: claims }, selectsAt: [] };
    expect(expectHeader(beta, platform, TODAY)).toBe(answer);
  });
});

describe('every beta alone, on every platform', () => {
  it.each(data.betas)('$id', (beta) => {
    const answer = ask(beta.id);
    const got = PLATFORMS.map((id) => [id, on(answer, id).answer]);
    const wanted = PLATFORMS.map((id) => [id, expectHeader(beta, id, TODAY)]);
    expect(Object.fromEntries(got)).toEqual(Object.fromEntries(wanted));
  });
});

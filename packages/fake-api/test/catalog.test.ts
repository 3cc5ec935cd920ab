/**
 * Checks that the gate can apply every fact of the published manifest. No test here names a beta.
 */
import type { CatalogCondition } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { describe, expect, it } from 'vitest';
import { type GateRequest, gate } from '../src/gate/index.ts';
import { listValues, makeBody, mergeBodies } from './support/requests.ts';

const platforms = catalog.platforms.map(({ id }) => id);

describe('a header value alone', () => {
  // Claims about models or endpoints have tests of their own.
  const plain = (id: string, platform: string) => {
    const claims = catalog.betas.find((beta) => beta.id === id)?.acceptance[platform] ?? [];
    return claims.length === 1 ? claims[0] : undefined;
  };
  const alone = (betas: string[], platform: string) =>
    gate({ platform, method: 'POST', path: '/v1/messages', body: {}, betas });

  it.each(platforms)('gets on %s the verdict of its claim', (platform) => {
    for (const { id, stage } of catalog.betas) {
      const claim = plain(id, platform);
      if (!claim) continue;
      const isDoubted = claim.disputed !== undefined || claim.status === 'unknown';
      const expected =
        claim.status === 'rejected' && !isDoubted
          ? 'refuses'
          : isDoubted && stage !== 'internal'
            ? 'unknown'
            : 'accepts';
      const { verdict, reasons } = alone([id], platform);
      if (reasons.some(({ code }) => code === 'constraint')) continue;
      expect([id, verdict], JSON.stringify(reasons)).toEqual([id, expected]);
    }
  });

  it('is never refused because a feature is unavailable', () => {
    for (const platform of platforms)
      for (const { id } of catalog.betas)
        expect(alone([id], platform).reasons.map(({ code }) => code)).not.toContain('unavailable');
  });
});

describe('a constraint', () => {
  const all = catalog.features.flatMap(({ name, constraints }) =>
    constraints.map((constraint, i) => ({ name: `${name} ${i + 1}`, constraint })),
  );

  it.each(all)(
    '$name refuses the request that meets it, and none that lacks a part',
    ({ constraint }) => {
      const betas = constraint.all.flatMap((part) => ('beta' in part ? [part.beta] : []));
      const conditions = constraint.all.filter(
        (part): part is CatalogCondition => !('beta' in part) && !('absent' in part),
      );
      const [verb, pattern] = (
        conditions.flatMap(({ endpoint = [] }) => endpoint)[0] ?? 'POST /v1/messages'
      ).split(' ') as [string, string];
      const judgeCombination = (without?: object): string[] => {
        const parts = conditions.filter((part) => part !== without && part.at !== undefined);
        const bodies = parts.map((part) => makeBody(part, listValues(part)[0]));
        const params = bodies.reduce(mergeBodies, {});
        const inQuery = verb === 'GET' || verb === 'DELETE';
        const request: GateRequest = {
          platform: 'claude-api',
          method: verb === '*' ? 'GET' : verb,
          path: pattern.replace('/**', '').replace(/\{.+?\}/g, 'x1'),
          model: conditions.flatMap(({ model = [] }) => model)[0],
          ...(inQuery
            ? { query: Object.fromEntries(Object.keys(params).map((name) => [name, 'x'])) }
            : { body: pattern.endsWith('/batches') ? { requests: [{ params }] } : params }),
          betas: betas.filter((id) => (without as { beta?: string } | undefined)?.beta !== id),
        };
        return gate(request).reasons.map(({ code }) => code);
      };
      const met = expect.stringMatching(/^(?:constraint|conflict)$/);
      const isRefused = (codes: string[]): boolean =>
        codes.some((code) => code === 'constraint' || code === 'conflict');
      if (constraint.outcome === 400) expect(judgeCombination()).toContainEqual(met);
      for (const part of constraint.all)
        if ('beta' in part || ('at' in part && part.at))
          expect(isRefused(judgeCombination(part))).toBe(false);
    },
  );
});

describe('the message of a refusal', () => {
  const patterns = catalog.errors.map(({ kind, pattern }) => ({
    kind,
    // RE2 has another notation for named groups.
    pattern: new RegExp(pattern.replaceAll('(?P<', '(?<'), 'i'),
  }));
  const listKinds = (message = ''): string[] =>
    patterns.filter(({ pattern }) => pattern.test(message)).map(({ kind }) => kind);
  const message = (request: Partial<GateRequest>, options = {}): string =>
    gate({ platform: 'claude-api', method: 'POST', path: '/v1/messages', ...request }, options)
      .refusal?.message ?? '';

  it('is in the manifest', () => {
    const [first] = catalog.betas.filter(({ stage }) => stage === 'beta');
    const betas = [first?.id ?? ''];
    const rejects = betas;
    const entitled = (): boolean => false;
    expect(listKinds(message({ betas }, { rejects }))).toContain('unsupported');
    expect(listKinds(message({ betas, platform: 'bedrock' }, { rejects }))).toContain(
      'unsupported-unnamed',
    );
    expect(listKinds(message({ betas: [''] }))).toContain('empty-header');
    expect(
      listKinds(message({ betas, method: 'GET', path: '/v1/models' }, { entitled })),
    ).toContain('not-enrolled');
    expect(listKinds(message({ body: { betas } }))).toContain('missing');
  });

  it('is in the manifest for nearly every missing beta', () => {
    const messages = catalog.betas.flatMap(({ requires }) =>
      requires
        .filter(({ endpoint, at, platform }) => !endpoint && at && !platform)
        .flatMap((rule) =>
          listValues(rule).map((value) =>
            message({ body: { ...makeBody(rule, value), model: rule.model?.[0] ?? 'm' } }),
          ),
        ),
    );
    const known = messages.filter((text) => listKinds(text).includes('missing'));
    expect(known.length / messages.length, messages.join('\n')).toBeGreaterThan(0.9);
  });
});

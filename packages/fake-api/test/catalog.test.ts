/** The published manifest: whatever it says, the gate must be able to carry it out. Nothing here names a beta. */
import type { CatalogBeta, CatalogRule, Platform } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { describe, expect, it } from 'vitest';
import { type GateRequest, gate } from '../src/gate/index.ts';
import { needs } from '../src/gate/needs.ts';

const platforms = catalog.platforms.map(({ id }) => id);
// A rule for many endpoints is tried on each of them.
const rules = catalog.betas.flatMap((beta) =>
  beta.opens.flatMap((rule) =>
    (rule.endpoint ?? [undefined]).map((endpoint) => ({
      beta,
      rule: endpoint === undefined ? rule : { ...rule, endpoint: [endpoint] },
      name: `${beta.id} ${endpoint ?? ''} ${rule.at ?? ''}`,
    })),
  ),
);

/** A body in which `at` reaches `value`. */
function bodyFor(at: string, value: unknown): unknown {
  return at.split('.').reduceRight((inner: unknown, segment) => {
    if (segment === '**') return { content: [inner] };
    return segment.endsWith('[]') ? { [segment.slice(0, -2)]: [inner] } : { [segment]: inner };
  }, value);
}

function valueFor({ is, in: oneOf, nonEmpty, above }: CatalogRule): unknown {
  return is ?? oneOf?.[0] ?? (nonEmpty ? ['x'] : above !== undefined ? above + 1 : {});
}

/** A request that meets the rule and, as far as the rule has a say, nothing else. */
function requestFor({ platforms: claims }: CatalogBeta, rule: CatalogRule): GateRequest {
  const platform: Platform =
    rule.platform?.[0] ?? platforms.find((id) => claims[id].accepts === true) ?? 'claude-api';
  const [verb, pattern] = (rule.endpoint?.[0] ?? 'POST /v1/messages').split(' ') as [
    string,
    string,
  ];
  const path = pattern.replace(/\/\*\*$/, '').replace(/\{.+?\}/g, 'x1');
  const params = rule.at === undefined ? undefined : bodyFor(rule.at, valueFor(rule));
  const model = rule.model?.[0];
  const body =
    path === '/v1/messages/batches'
      ? { requests: [{ params: { ...(params as object), ...(model && { model }) } }] }
      : params;
  const method = verb === '*' ? 'GET' : verb;
  return {
    platform,
    method,
    path,
    model,
    ...(method === 'GET' ? { query: params as Record<string, string> } : { body }),
    ...(rule.apiVersion && { apiVersion: rule.apiVersion }),
  };
}

/** One satisfier for each need. */
function satisfiers(request: GateRequest): string[] {
  return [
    ...new Set(needs(catalog, request).flatMap(({ satisfiedBy }) => satisfiedBy.slice(0, 1))),
  ];
}

describe('the published manifest', () => {
  it('has betas, rules and platforms to test', () => {
    expect(rules.length).toBeGreaterThan(20);
    expect(platforms).toHaveLength(7);
  });

  it.each(rules)(
    '$name: refused without the beta, let through with what the rules ask for',
    ({ beta, rule }) => {
      const request = requestFor(beta, rule);
      expect(needs(catalog, request).map((need) => need.beta.id)).toContain(beta.id);
      expect(gate(catalog, request)?.kind).toMatch(/^missing/);
      const verdict = gate(catalog, { ...request, betas: satisfiers(request) });
      // A need that this platform cannot satisfy follows from a claim, and stays refused.
      if (needs(catalog, request).some(({ satisfiedBy }) => satisfiedBy.length === 0))
        expect(verdict?.kind).toMatch(/^missing/);
      else expect([undefined, 'trap', 'conflict']).toContain(verdict?.kind);
    },
  );

  it('lets nearly all of those requests through: the test above is about something', () => {
    const passed = rules.filter(({ beta, rule }) => {
      const request = requestFor(beta, rule);
      return gate(catalog, { ...request, betas: satisfiers(request) }) === undefined;
    });
    expect(passed.length / rules.length).toBeGreaterThan(0.8);
  });

  it.each(platforms)('%s: takes or refuses each header value as its claim says', (platform) => {
    for (const beta of catalog.betas) {
      const claim = beta.platforms[platform].accepts;
      const kind = gate(catalog, {
        platform,
        method: 'GET',
        path: '/v1/models',
        betas: [beta.id],
      })?.kind;
      expect([beta.id, kind]).toEqual([
        beta.id,
        claim === false || (typeof claim === 'object' && 'as' in claim)
          ? 'unexpected-beta'
          : undefined,
      ]);
    }
  });

  it('refuses every conflict with its status', () => {
    for (const beta of catalog.betas) {
      for (const conflict of beta.conflicts) {
        const [verb, pattern] = (conflict.endpoint ?? 'POST /v1/messages').split(' ') as [
          string,
          string,
        ];
        const path = pattern.replace('/**', '').replace(/\{.+?\}/g, 'x1');
        const verdict = gate(catalog, {
          platform: 'claude-api',
          method: verb === '*' ? 'GET' : verb,
          path,
          betas: [beta.id, conflict.with],
        });
        expect(verdict).toMatchObject({ kind: 'conflict', status: conflict.answer });
      }
    }
  });

  it('refuses every trap with its status', () => {
    for (const beta of catalog.betas) {
      for (const trap of beta.traps) {
        const platform = trap.platform?.[0] ?? 'claude-api';
        const body = {
          ...(bodyFor(trap.at, trap.is ?? {}) as object),
          ...(trap.together !== undefined && (bodyFor(trap.together, {}) as object)),
        };
        const request: GateRequest = {
          platform,
          method: 'POST',
          path: '/v1/messages',
          model: trap.model?.[0],
          body,
        };
        const betas = satisfiers(request);
        const verdict = gate(catalog, {
          ...request,
          betas: beta.opens.length === 0 ? [...betas, beta.id] : betas,
        });
        expect([beta.id, trap.at, verdict?.status]).toEqual([beta.id, trap.at, trap.answer ?? 400]);
      }
    }
  });
});

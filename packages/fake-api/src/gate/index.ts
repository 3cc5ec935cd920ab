/**
 * Whether a platform takes a request, as far as betas go: one pure function, written against the manifest alone and on purpose without
 * the engine of `@beta-headers/core`, so that each of the two can be held against the other.
 * @module
 */
import type { Catalog, CatalogBeta } from '@beta-headers/manifest';
import { findBeta, unexpectedValues } from './accept.ts';
import { anyEndpointMatches } from './endpoint.ts';
import { type GateRequest, needs, views } from './needs.ts';
import {
  hiddenEndpoint,
  isHidden,
  misplaced,
  missing,
  notEnrolled,
  type Refusal,
  unexpectedBeta,
} from './refusal.ts';
import { trapRefusal } from './traps.ts';
import { isObject } from './walk.ts';

export type { GateRequest } from './needs.ts';
export type { Refusal, RefusalKind } from './refusal.ts';

/** Who may use a beta. Absent: everybody everything. */
export type Entitled = (beta: string) => boolean;

/** The first reason to refuse the request, or `undefined` when it may pass. */
export function gate(
  catalog: Catalog,
  request: GateRequest,
  entitled: Entitled = () => true,
): Refusal | undefined {
  return (
    headerRefusal(catalog, request) ??
    entitlementRefusal(catalog, request, entitled) ??
    conflictRefusal(catalog, request) ??
    misplacedRefusal(request) ??
    needRefusal(catalog, request) ??
    trapRefusal(catalog, request)
  );
}

function headerRefusal(catalog: Catalog, request: GateRequest): Refusal | undefined {
  const models = views(request).flatMap(({ model }) => model ?? []);
  const bad = unexpectedValues(catalog, request.betas ?? [], {
    platform: request.platform,
    models,
  });
  return bad.length > 0 ? unexpectedBeta(request.platform, bad) : undefined;
}

function entitlementRefusal(
  catalog: Catalog,
  request: GateRequest,
  entitled: Entitled,
): Refusal | undefined {
  const beta = sentBetas(catalog, request).find(({ id }) => !entitled(id));
  if (!beta) return undefined;
  const opensThis = needs(catalog, request).some(
    (need) => !need.hit && need.satisfiedBy.includes(beta.id),
  );
  return opensThis && isHidden(catalog, beta)
    ? hiddenEndpoint(request, 'not-enrolled', [beta.id])
    : notEnrolled(request, beta);
}

function conflictRefusal(catalog: Catalog, request: GateRequest): Refusal | undefined {
  const sent = sentBetas(catalog, request);
  for (const beta of sent) {
    for (const { with: other, endpoint, answer } of beta.conflicts) {
      if (!sent.some(({ id }) => id === other)) continue;
      if (endpoint !== undefined && !anyEndpointMatches([endpoint], request.method, request.path))
        continue;
      const message = `\`${beta.id}\` and \`${other}\` cannot be combined in the \`anthropic-beta\` header on ${request.method.toUpperCase()} ${request.path}.`;
      return { kind: 'conflict', status: answer, message, betas: [beta.id, other] };
    }
  }
  return undefined;
}

/** `betas` is an argument of SDK methods and no field of any body; `anthropic_beta` is a field of Bedrock's bodies. */
function misplacedRefusal(request: GateRequest): Refusal | undefined {
  if (request.body === undefined) return undefined;
  const bodies = [
    { prefix: [] as readonly (string | number)[], params: request.body },
    ...views(request),
  ];
  for (const { prefix, params } of bodies) {
    if (!isObject(params)) continue;
    if (Object.hasOwn(params, 'betas')) return misplaced([...prefix, 'betas']);
    if (request.platform.startsWith('claude-') && Object.hasOwn(params, 'anthropic_beta'))
      return misplaced([...prefix, 'anthropic_beta']);
  }
  return undefined;
}

function needRefusal(catalog: Catalog, request: GateRequest): Refusal | undefined {
  const unmet = needs(catalog, request).filter(
    (need) => !need.satisfiedBy.some((id) => request.betas?.includes(id)),
  );
  // A validator stumbles over the outermost thing first: `context_management` before what is in it.
  const depth = (need: (typeof unmet)[number]): number => need.hit?.depth ?? 0;
  const first = unmet.sort((a, b) => depth(a) - depth(b))[0];
  return first && missing(catalog, request, first);
}

/** The betas that were sent, each once; unknown values were refused before. */
function sentBetas(catalog: Catalog, request: GateRequest): CatalogBeta[] {
  return [...new Set(request.betas ?? [])].flatMap((id) => findBeta(catalog, id) ?? []);
}

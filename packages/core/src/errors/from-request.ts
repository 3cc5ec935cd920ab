/** Reads facts from the request that the response does not contain. */
import type { Route } from '@beta-headers/grammar';
import { defaultCatalog } from '../catalog/catalog.ts';
import { collect, type Need } from '../collect/collect.ts';
import { compileRules } from '../collect/compile.ts';
import { readPlacedBetas } from '../request/body-betas.ts';
import { parseBetas, readHeaderBetas, readHeaderValues } from '../request/header.ts';
import { readModelId } from '../request/model.ts';
import { readRequest as readFacts } from '../request/read.ts';
import type { BetaRequest, Platform } from '../types.ts';

/** The facts about a failed request that the classification needs. */
export interface FailedRequest {
  readonly route: Route;
  /** The platform according to the URL; `undefined` if it is only assumed. */
  readonly platform: Platform | undefined;
  readonly model: string | undefined;
  /** The betas in its header, and in its body where the platform wants them there. */
  readonly sent: readonly string[];
  /** The header was sent, but empty. */
  readonly sentNothing: boolean;
  /** A body at this endpoint may need a beta. */
  readonly mayNeedBetas: boolean;
  /** Returns its needs by the rules. Walks the body once. */
  listNeeds(): readonly Need[];
  /** Tests if it needs one of these betas. */
  needsOneOf(betas: readonly string[]): boolean;
  /** Returns the betas that are in the body, or in the items of a batch, instead of the header. */
  listLeaked(): string[];
}

/** Reads a failed request. Parts that cannot be read count as absent. */
export function readRequest(request: BetaRequest, platform: Platform | undefined): FailedRequest {
  const facts = readFacts(request, defaultCatalog, platform);
  const { route, found, model } = facts;
  const [header] = readHeaderValues(request.headers, 'anthropic-beta');
  const body = facts.body.value;
  let all: readonly Need[] | undefined;
  const listNeeds = (): readonly Need[] => (all ??= collect(facts, defaultCatalog, body).needs);
  return {
    route,
    platform: found.from === 'assumed' ? undefined : found.platform,
    model: readModelId((Object(body) as { model?: unknown }).model ?? model),
    sent: parseBetas([...readHeaderBetas(request.headers), ...readPlacedBetas(body, route)]),
    sentNothing: header !== undefined && parseBetas(header).length === 0,
    mayNeedBetas: compileRules(defaultCatalog, found.platform, route).tree.fields.size > 0,
    listNeeds,
    needsOneOf: (betas) =>
      listNeeds().some(({ choices }) => choices.some((id) => betas.includes(id))),
    listLeaked: () => findLeakedBetas(body),
  };
}

function findLeakedBetas(body: unknown): string[] {
  const { requests } = Object(body) as { requests?: unknown };
  const items = Array.isArray(requests)
    ? requests.map((item) => (item as { params?: unknown } | null)?.params)
    : [];
  const values = [body, ...items].flatMap((part) =>
    ['betas', 'anthropic_beta', 'anthropic-beta'].flatMap(
      (name) => (Object(part) as Record<string, unknown>)[name],
    ),
  );
  return parseBetas(values.filter((value) => typeof value === 'string'));
}

/** Decides about the request as a whole: the endpoint, the models and the body. */
import { listMessageParams } from '@beta-headers/grammar';
import type { Path } from '../collect/walk.ts';
import { isObject } from '../request/json.ts';
import { readModelId } from '../request/model.ts';
import type { RequestFacts } from '../request/read.ts';
import { isAt } from '../request/route.ts';
import type { Work } from './work.ts';

/** Decides about the request as a whole. */
export function decideEndpoint(work: Work): void {
  const { facts, journal } = work;
  decideRoute(work);
  decideModels(work);
  if (facts.body.unread && facts.route.params !== 'none')
    journal.add({ action: 'sent', reason: 'unread-body', confidence: 'unknown' });
  decideOddModels(work);
}

/** Reports models that are not a string, for which nothing is known. */
function decideOddModels({ facts, journal }: Work): void {
  const at = findModelPlaces(facts, isOddModel);
  if (at.length > 0)
    journal.add({ action: 'sent', reason: 'unread-body', at, confidence: 'unknown' });
}

/**
 * Finds the places where the body names a matching model; none if the path or an option names it.
 */
function findModelPlaces(
  { body, route }: RequestFacts,
  isMeant: (model: unknown) => boolean,
): Path[] {
  return listMessageParams(isObject(body.value) ? body.value : {}, route)
    .filter(({ value }) => isObject(value) && isMeant(value.model))
    .map((params) => [...params.at, 'model']);
}

const isOddModel = (model: unknown): boolean =>
  model !== undefined && model !== null && typeof model !== 'string';

/** Refuses an endpoint that the platform does not have, and reports one that is not known. */
function decideRoute({ platform, facts, isAssumed, journal }: Work): void {
  const { route } = facts;
  const claim = platform.endpoints.find(({ endpoint }) => !endpoint || isAt(route, endpoint));
  const status = route.path.startsWith('/v1/') ? claim?.status : undefined;
  if (status === 'available') return;
  if (status === 'unavailable' && !isAssumed)
    journal.add({ action: 'refused', reason: 'endpoint-unavailable' });
  else journal.add({ action: 'sent', reason: 'endpoint-unavailable', confidence: 'unknown' });
}

/**
 * Refuses a retired model if Anthropic runs the platform; other platforms retire models on their
 * own dates.
 */
function decideModels(work: Work): void {
  const { collected, catalog, platform, isAssumed, today, facts, journal } = work;
  if (today === undefined) return;
  for (const model of collected.models) {
    const until = model === undefined ? undefined : catalog.retiredModels.get(model);
    if (until === undefined || until > today) continue;
    const at = findModelPlaces(facts, (name) => readModelId(name) === model);
    const about = { reason: 'model-retired', until, at } as const;
    const refuses = platform.operator === 'anthropic' && !isAssumed;
    if (refuses) journal.add({ ...about, action: 'refused' });
    else journal.add({ ...about, action: 'sent', confidence: 'unknown' });
  }
}

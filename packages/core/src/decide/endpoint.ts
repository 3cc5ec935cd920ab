/** What is decided before any beta or feature: the platform, the endpoint, the model, the body as a whole. */
import { isAt } from '../request/route.ts';
import type { Context } from './context.ts';
import type { Journal } from './journal.ts';

/** Decides about the request as a whole. */
export function decideEndpoint(context: Context, journal: Journal): void {
  decideRoute(context, journal);
  decideModels(context, journal);
  if (context.facts.body.unread && context.facts.route.params !== 'none')
    journal.add({ action: 'sent', reason: 'unread-body', confidence: 'unknown' });
}

/** An endpoint that the platform does not have is refused; of one that nobody knows, the plan says so. */
function decideRoute({ platform, facts, isAssumed }: Context, journal: Journal): void {
  const { route } = facts;
  if (!route.path.startsWith('/v1/')) return;
  const claim = platform.endpoints.find(({ endpoint }) => !endpoint || isAt(route, endpoint));
  if (!claim || claim.status === 'available') return;
  if (claim.status === 'unavailable' && !isAssumed)
    journal.add({ action: 'refused', reason: 'endpoint-unavailable' });
  else journal.add({ action: 'sent', reason: 'endpoint-unavailable', confidence: 'unknown' });
}

/** A model that has ended is refused where Anthropic runs the platform; others keep calendars of their own. */
function decideModels(context: Context, journal: Journal): void {
  const { collected, catalog, platform, isAssumed, today } = context;
  if (today === undefined) return;
  for (const model of collected.models) {
    const until = catalog.retiredModels.get(model);
    if (until === undefined || until > today) continue;
    const refuses = platform.operator === 'anthropic' && !isAssumed;
    if (refuses) journal.add({ action: 'refused', reason: 'model-retired', until });
    else journal.add({ action: 'sent', reason: 'model-retired', until, confidence: 'unknown' });
  }
}

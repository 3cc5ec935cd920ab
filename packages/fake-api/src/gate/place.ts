/** What is judged before any header value: the endpoint and the model. */
import type { CatalogPlatform } from '@beta-headers/manifest';
import type { Doubt, Findings } from './finding.ts';
import { hiddenEndpoint, type Refusal, retiredModel } from './refusal.ts';
import type { Reading } from './request.ts';

const NOTHING: Findings = { refusals: [], doubts: [] };

/** Judges the endpoint by the claims of the platform, of which the first that applies counts. */
export function judgeEndpoint(reading: Reading): Findings {
  const { method, path } = reading.request;
  const subject = `${method.toUpperCase()} ${path}`;
  if (!path.startsWith('/v1/'))
    return { refusals: [], doubts: [{ code: 'unknown-path', subject }] };
  const claim = platformOf(reading)?.endpoints.find(
    ({ endpoint }) => !endpoint || reading.isAt(endpoint),
  );
  if (claim?.status === 'available') return NOTHING;
  if (claim?.status === 'unavailable')
    return { refusals: [hiddenEndpoint(reading.request, 'no-endpoint')], doubts: [] };
  return { refusals: [], doubts: [{ code: 'unknown-endpoint', subject }] };
}

/**
 * Judges the models. Those that ended are gone where Anthropic runs the platform; others keep
 * calendars of their own.
 */
export function judgeModels(reading: Reading): Findings {
  const refusals: Refusal[] = [];
  const doubts: Doubt[] = [];
  const { today, catalog } = reading;
  for (const { model = '', modelId } of new Set([...reading.views, reading.whole])) {
    const retired = catalog.models.find(({ id }) => id === modelId)?.retired;
    if (retired === undefined || today === undefined || today < retired) continue;
    if (platformOf(reading)?.operator === 'anthropic') refusals.push(retiredModel(model));
    else doubts.push({ code: 'ended-elsewhere', subject: model });
  }
  return { refusals, doubts };
}

/** The entry of the platform. */
export const platformOf = ({ catalog, request }: Reading): CatalogPlatform | undefined =>
  catalog.platforms.find(({ id }) => id === request.platform);

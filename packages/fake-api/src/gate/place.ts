/** Judges the endpoint and the model. */
import type { CatalogPlatform } from '@beta-headers/manifest';
import type { Doubt, Findings } from './finding.ts';
import { hideEndpoint, type Refusal, refuseRetiredModel } from './refusal.ts';
import type { Reading } from './request.ts';

const NOTHING: Findings = { refusals: [], doubts: [] };

/** Judges the endpoint by the first claim of the platform that applies. */
export function judgeEndpoint(reading: Reading): Findings {
  const { method, path } = reading.request;
  const subject = `${method.toUpperCase()} ${path}`;
  if (!path.startsWith('/v1/'))
    return { refusals: [], doubts: [{ code: 'unknown-path', subject }] };
  const claim = findPlatform(reading)?.endpoints.find(
    ({ endpoint }) => !endpoint || reading.isAt(endpoint),
  );
  if (claim?.status === 'available') return NOTHING;
  if (claim?.status === 'unavailable')
    return { refusals: [hideEndpoint(reading.request, 'no-endpoint')], doubts: [] };
  return { refusals: [], doubts: [{ code: 'unknown-endpoint', subject }] };
}

/**
 * Judges the models. A model that has ended is gone on platforms that Anthropic runs; others have
 * calendars of their own.
 */
export function judgeModels(reading: Reading): Findings {
  const refusals: Refusal[] = [];
  const doubts: Doubt[] = [];
  const { today, catalog } = reading;
  for (const { model = '', modelId } of reading.views) {
    const retired = catalog.models.find(({ id }) => id === modelId)?.retired;
    if (retired === undefined || today === undefined || today < retired) continue;
    if (findPlatform(reading)?.operator === 'anthropic') refusals.push(refuseRetiredModel(model));
    else doubts.push({ code: 'ended-elsewhere', subject: model });
  }
  return { refusals, doubts };
}

/** Finds the platform of a request in the catalog. */
export const findPlatform = ({ catalog, request }: Reading): CatalogPlatform | undefined =>
  catalog.platforms.find(({ id }) => id === request.platform);

/** Answers the requests with which clients look around when they start. */
import type { Catalog, CatalogPlatform } from '@beta-headers/manifest';
import { HttpError } from '../call.ts';
import { json } from '../errors.ts';

/** The groups of regions that have an inference profile of each model. */
const REGIONS = ['global', 'us'];
const ARN = 'arn:aws:bedrock:us-east-1';
const DEFINED = 'SYSTEM_DEFINED';
const PROFILES = '/inference-profiles';

/** Tests if a request asks if the API is there, which needs no key: `HEAD /api/hello`. */
export const isGreeting = (method: string, pathname: string): boolean =>
  /^(?:GET|HEAD)$/.test(method) && pathname === '/api/hello';

/**
 * Answers `GET /inference-profiles` and `GET /inference-profiles/{id}` of Bedrock. Returns
 * `undefined` for any other request.
 * @throws {HttpError} 404 for a profile that does not exist
 */
export function answerProfiles(
  { operator, wire }: CatalogPlatform,
  catalog: Catalog,
  method: string,
  { pathname, searchParams }: URL,
): Response | undefined {
  if (operator !== 'aws' || wire === 'header' || method !== 'GET') return undefined;
  if (pathname === PROFILES) {
    const isOther = (searchParams.get('type') ?? DEFINED) !== DEFINED;
    return json({ inferenceProfileSummaries: isOther ? [] : listProfiles(catalog) });
  }
  if (!pathname.startsWith(`${PROFILES}/`)) return undefined;
  const name = pathname.slice(PROFILES.length + 1);
  const profile = listProfiles(catalog).find(
    ({ inferenceProfileId: id, inferenceProfileArn: arn }) =>
      [id, encodeURIComponent(id), encodeURIComponent(arn)].includes(name),
  );
  if (!profile)
    throw new HttpError(404, 'The specified inference profile was not found.', {
      'x-amzn-errortype': 'ResourceNotFoundException',
    });
  return json(profile);
}

interface Profile extends Record<string, unknown> {
  readonly inferenceProfileId: string;
  readonly inferenceProfileArn: string;
}

function listProfiles({ models }: Catalog): Profile[] {
  const active = models.filter(({ retired }) => retired === undefined);
  return active.flatMap(({ id, title }) =>
    REGIONS.map((region) => {
      const name = `${region}.anthropic.${id}-v1:0`;
      return {
        inferenceProfileName: `${region} Anthropic ${title}`,
        inferenceProfileArn: `${ARN}:000000000000:inference-profile/${name}`,
        inferenceProfileId: name,
        models: [{ modelArn: `${ARN}::foundation-model/anthropic.${id}-v1:0` }],
        status: 'ACTIVE',
        type: DEFINED,
      };
    }),
  );
}

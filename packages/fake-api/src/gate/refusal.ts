/** The ways in which a request is refused over betas, and their words; the wordings are those of evidence that was seen in public. */
import type { Catalog, CatalogBeta, CatalogFeature, Platform } from '@beta-headers/manifest';
import { expectedTags, location } from './location.ts';
import type { GateRequest, Need } from './needs.ts';

/** Why a request was refused. */
export type RefusalKind =
  | 'unexpected-beta'
  | 'not-enrolled'
  | 'misplaced'
  | 'missing'
  | 'missing-endpoint'
  | 'conflict'
  | 'trap';

/** An answer instead of the answer. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly status: number;
  readonly message: string;
  /** The betas that it is about: refused ones, or those that one of would have been needed. */
  readonly betas: readonly string[];
  readonly details?: { readonly error_code: string };
}

const DOCS =
  'Please consult our documentation at platform.claude.com/docs or try again without the header.';
const isBedrock = (platform: Platform): boolean => platform.startsWith('bedrock');

/** A header value that is unknown, empty, or not for this platform. Bedrock does not say which. */
export function unexpectedBeta(platform: Platform, values: readonly string[]): Refusal {
  const quoted = values.map((value) => `\`${value}\``).join(', ');
  const message = isBedrock(platform)
    ? 'invalid beta flag'
    : `Unexpected value(s) ${quoted} for the \`anthropic-beta\` header. ${DOCS}`;
  return { kind: 'unexpected-beta', status: 400, message, betas: values };
}

/** A value that exists, for an organization that may not use it. */
export function notEnrolled(request: GateRequest, beta: CatalogBeta): Refusal {
  if (isBedrock(request.platform))
    return { ...unexpectedBeta(request.platform, [beta.id]), kind: 'not-enrolled' };
  const message = `The beta \`${beta.id}\` is not enabled for your organization.`;
  return {
    kind: 'not-enrolled',
    status: 400,
    message,
    betas: [beta.id],
    details: { error_code: 'organization_not_enrolled_in_beta' },
  };
}

/** An endpoint that answers as if it did not exist. */
export function hiddenEndpoint(
  request: GateRequest,
  kind: RefusalKind,
  betas: readonly string[],
): Refusal {
  return {
    kind,
    status: 404,
    message: `Not found: ${request.method.toUpperCase()} ${request.path}`,
    betas,
  };
}

/** Betas in the body, where only the header (on Bedrock: only `anthropic_beta`) may have them. */
export function misplaced(at: readonly (string | number)[]): Refusal {
  return {
    kind: 'misplaced',
    status: 400,
    message: `${at.join('.')}: Extra inputs are not permitted`,
    betas: [],
  };
}

/** Something in the request that its betas do not open. */
export function missing(catalog: Catalog, request: GateRequest, need: Need): Refusal {
  const { hit, rule, satisfiedBy, view } = need;
  if (!hit) return missingOnEndpoint(catalog, request, need);
  const at = (path: readonly (string | number)[]): string =>
    location(view.params, path, view.prefix);
  const say = (message: string): Refusal => ({
    kind: 'missing',
    status: 400,
    message,
    betas: satisfiedBy,
  });
  if (rule.above !== undefined)
    return say(
      `${at(hit.path)}: ${hit.value} > ${rule.above}, which is the maximum allowed here${view.model ? ` for ${view.model}` : ''}`,
    );
  if (hit.path.at(-1) === 'type') {
    return say(
      `${at(hit.path.slice(0, -1))}: Input tag '${hit.value}' found using 'type' does not match any of the expected tags: ${expectedTags(hit.path, hit.value)}`,
    );
  }
  const isValue = (rule.is !== undefined || rule.in !== undefined) && hit.path.length > 1;
  return say(
    isValue
      ? `${at(hit.path)}: Unexpected value '${hit.value}'`
      : `${at(hit.path)}: Extra inputs are not permitted`,
  );
}

/**
 * Admin endpoints, and those that the platform has under no header, answer as if they did not exist; the agents' say which header they want.
 * The documentation has words for the former ("exactly as if this API did not exist"); for the latter nobody published the text.
 */
function missingOnEndpoint(
  catalog: Catalog,
  request: GateRequest,
  { beta, satisfiedBy }: Need,
): Refusal {
  if (satisfiedBy.length === 0 || isHidden(catalog, beta))
    return hiddenEndpoint(request, 'missing-endpoint', satisfiedBy);
  const names = satisfiedBy.map((id) => `\`${id}\``).join(' or ');
  const message = `${request.method.toUpperCase()} ${request.path} requires ${names} in the \`anthropic-beta\` header.`;
  return { kind: 'missing-endpoint', status: 400, message, betas: satisfiedBy };
}

/** Whether the endpoints of a beta answer 404 to those who may not use them. */
export function isHidden(catalog: Catalog, beta: CatalogBeta): boolean {
  const feature: CatalogFeature | undefined = catalog.features.find(
    ({ name }) => name === beta.feature,
  );
  return feature?.family !== 'agents' && feature?.family !== 'client';
}

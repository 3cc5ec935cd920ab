/**
 * The ways in which a request is refused over betas, and their words; where anybody saw the real
 * ones, they are those.
 */
import type {
  CatalogAvailability,
  CatalogBeta,
  CatalogCondition,
  CatalogFeature,
  CatalogPlatform,
} from '@beta-headers/manifest';
import type { Ruling } from './claims.ts';
import type { Met } from './conditions.ts';
import type { Parts } from './constraints.ts';
import type { UsedAt } from './features.ts';
import { location } from './location.ts';
import type { Need } from './needs.ts';
import type { GateRequest, Reading, View } from './request.ts';
import { expectedTags, expectedValues } from './tags.ts';
import type { Hit } from './walk.ts';

/** Why a request was refused. */
export type RefusalKind =
  | 'no-endpoint'
  | 'unexpected-beta'
  | 'not-enrolled'
  | 'conflict'
  | 'misplaced'
  | 'retired-model'
  | 'unavailable'
  | 'missing'
  | 'missing-endpoint'
  | 'constraint';

/** An answer instead of the answer. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly status: number;
  readonly message: string;
  /** The betas that it is about: refused ones, or those that one of would have been needed. */
  readonly betas: readonly string[];
  /** The feature that it is about. */
  readonly feature?: string;
  /** How deep in the body it is; a validator stumbles over the outermost thing first. */
  readonly depth?: number;
  readonly details?: { readonly error_code: string };
}

type Place = readonly (string | number)[];

const DOCS =
  'Please consult our documentation at platform.claude.com/docs or try again without the header.';
/** Platforms that AWS runs do not say which value they mean. */
const isBedrock = (platform: CatalogPlatform | undefined): boolean => platform?.operator === 'aws';

/** Header values that are malformed, or that the platform rejects. Bedrock does not say which. */
export function unexpectedBeta(
  platform: CatalogPlatform | undefined,
  values: readonly string[],
): Refusal {
  const quoted = values.map((value) => `\`${value}\``).join(', ');
  const message = isBedrock(platform)
    ? 'invalid beta flag'
    : `Unexpected value(s) ${quoted} for the \`anthropic-beta\` header. ${DOCS}`;
  return { kind: 'unexpected-beta', status: 400, message, betas: values };
}

/** A value that exists, for an organization that may not use it. */
export function notEnrolled(platform: CatalogPlatform | undefined, beta: CatalogBeta): Refusal {
  const about = { kind: 'not-enrolled', betas: [beta.id] } as const;
  if (isBedrock(platform)) return { ...unexpectedBeta(platform, [beta.id]), ...about };
  return {
    ...about,
    status: 400,
    message: `The beta \`${beta.id}\` is not enabled for your organization.`,
    details: { error_code: 'organization_not_enrolled_in_beta' },
  };
}

/** An endpoint that does not exist, or answers as if it did not. */
export function hiddenEndpoint(
  { method, path }: GateRequest,
  kind: RefusalKind,
  betas: readonly string[] = [],
): Refusal {
  return { kind, status: 404, message: `Not found: ${method.toUpperCase()} ${path}`, betas };
}

/** A model that has ended; the API answers as to a name that it never knew. */
export function retiredModel(model: string): Refusal {
  return { kind: 'retired-model', status: 404, message: `model: ${model}`, betas: [] };
}

/** Betas in the body, where only the header (on Bedrock: only `anthropic_beta`) may have them. */
export function misplaced(prefix: Place, name: string): Refusal {
  const message = `${[...prefix, name].join('.')}: Extra inputs are not permitted`;
  return { kind: 'misplaced', status: 400, message, betas: [], depth: 1 };
}

/** Values that an endpoint refuses together. */
export function conflict({ request }: Reading, betas: readonly string[]): Refusal {
  const [first, ...others] = betas.map((id) => `\`${id}\``);
  const where = `${request.method.toUpperCase()} ${request.path}`;
  const values = `${first} with ${others.join(', ')}`;
  const message = `anthropic-beta header cannot combine ${values} on ${where}.`;
  return { kind: 'conflict', status: 400, message, betas };
}

/** A combination that is refused whatever the headers say. */
export function constraintRefusal({ betas, absent }: Parts, met: readonly Met[]): Refusal {
  const places = met.flatMap(({ view, hit }) => (hit ? [`\`${locate(view, hit.path)}\``] : []));
  const header = betas.map((id) => `\`${id}\` in the \`anthropic-beta\` header`);
  const [first, ...others] = [...places, ...header];
  const message =
    absent.length > 0
      ? `${first} requires ${absent.map(describe).join(' and ')} to be included in the request.`
      : others.length > 0
        ? `${first} cannot be combined with ${others.join(' and ')}.`
        : `${first} is not supported here.`;
  return { kind: 'constraint', status: 400, message, betas };
}

/** A condition in words, as far as a message needs them. */
function describe({ at, is, in: oneOf = [] }: CatalogCondition): string {
  const values = is === undefined ? oneOf : [is];
  return values.length > 0 ? `\`${at}\` (${values.join(' or ')})` : `\`${at}\``;
}

/** A feature that the platform does not have, in this form, with this model or at this endpoint. */
export function unavailable(
  reading: Reading,
  use: UsedAt,
  { claim }: Ruling<CatalogAvailability>,
): Refusal {
  const { hit, view, feature } = use;
  const about = { kind: 'unavailable', betas: [], feature: feature.name } as const;
  if (!hit) return { ...hiddenEndpoint(reading.request, 'unavailable'), ...about };
  return addMessage({ ...about, status: 400, depth: hit.depth }, () =>
    claim?.endpoint
      ? `${locate(view, hit.path)}: not supported on this endpoint`
      : isByModel(reading, feature) && view.model !== undefined && !isRenamed(hit)
        ? unsupportedBy(view.model, view, hit)
        : wordsAt(reading, view, hit),
  );
}

/** Adds a message that is made when it is read: a body may hold a million of refused blocks. */
function addMessage(about: Omit<Refusal, 'message'>, makeMessage: () => string): Refusal {
  let made: string | undefined;
  return {
    ...about,
    get message(): string {
      made ??= makeMessage();
      return made;
    },
  };
}

/** The parameter has another name now, whatever the model. */
const isRenamed = ({ path }: Hit): boolean => path[0] === 'output_format';

/** Other models have it. */
const isByModel = ({ request }: Reading, { availability }: CatalogFeature): boolean =>
  (availability[request.platform] ?? []).some(({ models }) => models);

const unsupportedBy = (model: string, view: View, { path, value }: Hit): string =>
  path[0] === 'tools' && path.at(-1) === 'type'
    ? `'${model}' does not support tool types: ${value}`
    : `${locate(view, path)}: not supported by ${model}`;

/** Something in the request that its betas do not open. */
export function missing(reading: Reading, need: Need): Refusal {
  const { hit, satisfiedBy, beta } = need;
  if (!hit) return missingOnEndpoint(reading, need);
  const about = { betas: satisfiedBy, feature: beta.feature, depth: hit.depth };
  return addMessage({ kind: 'missing', status: 400, ...about }, () =>
    missingWords(reading, need, hit),
  );
}

function missingWords(reading: Reading, { rule, satisfiedBy, view }: Need, hit: Hit): string {
  const { path, value } = hit;
  if (rule.above !== undefined)
    return `${locate(view, path)}: ${value} > ${rule.above}, ${maximumOf(view)}`;
  if (value === 'tool_addition')
    return `${locate(view, path.slice(0, -1))}: ${requiredBlock(satisfiedBy)}`;
  // Outside of messages the endpoint knows the field, of which a rule names values.
  const isOfValue = rule.is !== undefined || rule.in !== undefined;
  return isOfValue && !reading.request.path.startsWith('/v1/messages')
    ? `${locate(view, path)}: Unexpected value '${value}'`
    : wordsAt(reading, view, hit);
}

/** A block of which the API was seen to name the header, the newest where several do. */
function requiredBlock(betas: readonly string[]): string {
  const [newest] = [...betas].sort((a, b) => b.slice(-10).localeCompare(a.slice(-10)));
  return `\`tool_addition\` blocks require anthropic-beta: ${newest}`;
}

const maximumOf = ({ model }: View): string =>
  `which is the maximum allowed here${model ? ` for ${model}` : ''}`;

const locate = (view: View, path: Place): string => location(view.params, path, view.prefix);

/** The words of a validator that does not know what it found. */
function wordsAt(reading: Reading, view: View, hit: Hit): string {
  const { path, value } = hit;
  if (path.at(-1) === 'type') {
    const tags = expectedTags(reading, view, hit);
    const found = `Input tag '${value}' found using 'type'`;
    const at = locate(view, path.slice(0, -1));
    return `${at}: ${found} does not match any of the expected tags: ${tags}`;
  }
  if (isRenamed(hit))
    return `${locate(view, path)}: This field is deprecated. Use 'output_config.format' instead.`;
  // Without skills a container is the id of one.
  if (path[0] === 'container')
    return `${locate(view, ['container'])}: Input should be a valid string`;
  const values = path.length > 1 ? expectedValues(hit) : undefined;
  return values
    ? `${locate(view, path)}: Input should be ${values}`
    : `${locate(view, path)}: Extra inputs are not permitted`;
}

/**
 * Admin endpoints, and those that the platform has under no header, answer as if they did not
 * exist, as the documentation says; the agents' name a header that they want, as people saw.
 */
function missingOnEndpoint(reading: Reading, { beta, satisfiedBy }: Need): Refusal {
  const about = { kind: 'missing-endpoint', betas: satisfiedBy, feature: beta.feature } as const;
  if (satisfiedBy.length === 0 || isHidden(reading, beta))
    return { ...hiddenEndpoint(reading.request, 'missing-endpoint'), ...about };
  const [first] = satisfiedBy;
  const message = `this API is in beta: add \`${first}\` to the \`anthropic-beta\` header to use it`;
  return { ...about, status: 400, message };
}

/** Tests if the endpoints of a beta answer 404 to those who may not use them. */
export function isHidden({ catalog }: Reading, beta: CatalogBeta): boolean {
  const feature = catalog.features.find(({ name }) => name === beta.feature);
  return feature?.family !== 'agents' && feature?.family !== 'client';
}

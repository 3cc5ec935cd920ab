/** Refusals because of betas, with the real wording of the message if it was seen in public. */
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
import { writeLocation } from './location.ts';
import type { Need } from './needs.ts';
import type { GateRequest, Reading, View } from './request.ts';
import { listExpectedTags, listExpectedValues } from './tags.ts';
import type { Hit } from './walk.ts';

/** The reason of a refusal. */
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

/** A refusal of a request. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly status: number;
  readonly message: string;
  /** The betas that were refused, or any of which would have been enough. */
  readonly betas: readonly string[];
  /** The feature concerned. */
  readonly feature?: string;
  /** The depth in the body; a validator reports the outermost problem first. */
  readonly depth?: number;
  readonly details?: { readonly error_code: string };
}

type Place = readonly (string | number)[];

const DOCS =
  'Please consult our documentation at platform.claude.com/docs or try again without the header.';
/** Platforms that AWS runs do not name the value. */
const isBedrock = (platform: CatalogPlatform | undefined): boolean => platform?.operator === 'aws';

/** Refuses header values that are malformed or rejected. Bedrock does not name them. */
export function refuseValues(
  platform: CatalogPlatform | undefined,
  values: readonly string[],
): Refusal {
  const quoted = values.map((value) => `\`${value}\``).join(', ');
  const message = isBedrock(platform)
    ? 'invalid beta flag'
    : `Unexpected value(s) ${quoted} for the \`anthropic-beta\` header. ${DOCS}`;
  return { kind: 'unexpected-beta', status: 400, message, betas: values };
}

/** Refuses a beta that the organization may not use. */
export function refuseNotEnrolled(
  platform: CatalogPlatform | undefined,
  beta: CatalogBeta,
): Refusal {
  const about = { kind: 'not-enrolled', betas: [beta.id] } as const;
  if (isBedrock(platform)) return { ...refuseValues(platform, [beta.id]), ...about };
  return {
    ...about,
    status: 400,
    message: `The beta \`${beta.id}\` is not enabled for your organization.`,
    details: { error_code: 'organization_not_enrolled_in_beta' },
  };
}

/** Refuses an endpoint that does not exist, or answers as if it did not. */
export function hideEndpoint(
  { method, path }: GateRequest,
  kind: RefusalKind,
  betas: readonly string[] = [],
): Refusal {
  return { kind, status: 404, message: `Not found: ${method.toUpperCase()} ${path}`, betas };
}

/** Refuses a model that has ended, as the API refuses an unknown name. */
export function refuseRetiredModel(model: string): Refusal {
  return { kind: 'retired-model', status: 404, message: `model: ${model}`, betas: [] };
}

/** Refuses betas in a field of the body that is not the platform's. */
export function refuseMisplaced(prefix: Place, name: string): Refusal {
  const message = `${[...prefix, name].join('.')}: Extra inputs are not permitted`;
  return { kind: 'misplaced', status: 400, message, betas: [], depth: 1 };
}

/** Refuses betas that cannot be combined at an endpoint. */
export function refuseConflict({ request }: Reading, betas: readonly string[]): Refusal {
  const [first, ...others] = betas.map((id) => `\`${id}\``);
  const where = `${request.method.toUpperCase()} ${request.path}`;
  const values = `${first} with ${others.join(', ')}`;
  const message = `anthropic-beta header cannot combine ${values} on ${where}.`;
  return { kind: 'conflict', status: 400, message, betas };
}

/** Refuses a combination of conditions. */
export function refuseConstraint(parts: Parts, met: readonly Met[]): Refusal {
  const { betas, absent } = parts;
  const places = met.flatMap(({ view, hit }) => (hit ? [`\`${locate(view, hit.path)}\``] : []));
  const header = betas.map((id) => `\`${id}\` in the \`anthropic-beta\` header`);
  const [first, ...others] = [...places, ...header];
  const message =
    absent.length > 0
      ? `${first} requires ${absent.map(describe).join(' and ')} to be included in the request.`
      : others.length > 0
        ? `${first} cannot be combined with ${others.join(' and ')}.`
        : isUnknownField(parts)
          ? `${places[0]?.replaceAll('`', '')}: Extra inputs are not permitted`
          : `${first} is not supported here.`;
  return { kind: 'constraint', status: 400, message, betas };
}

/** Tests if an endpoint does not have a field at all, whatever its value and the model are. */
function isUnknownField({ conditions: [only] }: Parts): boolean {
  const { endpoint, is, in: oneOf, above, model } = only ?? {};
  return endpoint !== undefined && [is, oneOf, above, model].every((one) => one === undefined);
}

/** Describes a condition for a message. */
function describe({ at, is, in: oneOf = [] }: CatalogCondition): string {
  const values = is === undefined ? oneOf : [is];
  return values.length > 0 ? `\`${at}\` (${values.join(' or ')})` : `\`${at}\``;
}

/** Refuses a feature that is unavailable in this form, with this model or at this endpoint. */
export function refuseUnavailable(
  reading: Reading,
  use: UsedAt,
  { claim }: Ruling<CatalogAvailability>,
): Refusal {
  const { hit, view, feature } = use;
  const about = { kind: 'unavailable', betas: [], feature: feature.name } as const;
  if (!hit) return { ...hideEndpoint(reading.request, 'unavailable'), ...about };
  return new LazyRefusal(about, hit, () =>
    claim?.endpoint
      ? `${locate(view, hit.path)}: not supported on this endpoint`
      : isByModel(reading, feature) && view.model !== undefined && !isRenamed(hit)
        ? writeUnsupported(view.model, view, hit)
        : writeUnexpected(reading, view, hit),
  );
}

/** A refusal whose message is made when it is read: a body may hold a million refused blocks. */
class LazyRefusal implements Refusal {
  readonly kind: RefusalKind;
  readonly status = 400;
  readonly betas: readonly string[];
  readonly feature: string;
  readonly depth: number;
  readonly #makeMessage: () => string;

  constructor(
    { kind, betas, feature }: Pick<LazyRefusal, 'kind' | 'betas' | 'feature'>,
    { depth }: Hit,
    makeMessage: () => string,
  ) {
    this.kind = kind;
    this.betas = betas;
    this.feature = feature;
    this.depth = depth;
    this.#makeMessage = makeMessage;
  }

  get message(): string {
    return this.#makeMessage();
  }
}

/** The parameter has another name now, whatever the model. */
const isRenamed = ({ path }: Hit): boolean => path[0] === 'output_format';

/** Other models have it. */
const isByModel = ({ request }: Reading, { availability }: CatalogFeature): boolean =>
  (availability[request.platform] ?? []).some(({ models }) => models);

const writeUnsupported = (model: string, view: View, { path, value }: Hit): string =>
  path[0] === 'tools' && path.at(-1) === 'type'
    ? `'${model}' does not support tool types: ${value}`
    : `${locate(view, path)}: not supported by ${model}`;

/** Refuses a place of the request that needs a beta which was not sent. */
export function refuseMissing(reading: Reading, need: Need): Refusal {
  const { hit, satisfiedBy, beta } = need;
  if (!hit) return refuseEndpoint(reading, need);
  const about = { kind: 'missing', betas: satisfiedBy, feature: beta.feature } as const;
  return new LazyRefusal(about, hit, () => writeMissing(reading, need, hit));
}

function writeMissing(reading: Reading, { rule, satisfiedBy, view }: Need, hit: Hit): string {
  const { path, value } = hit;
  if (rule.above !== undefined)
    return `${locate(view, path)}: ${value} > ${rule.above}, ${writeMaximum(view)}`;
  if (value === 'tool_addition')
    return `${locate(view, path.slice(0, -1))}: ${writeRequiredBlock(satisfiedBy)}`;
  // Outside of messages the endpoint knows the field, and the rule is about its value.
  const isOfValue = rule.is !== undefined || rule.in !== undefined;
  return isOfValue && !reading.request.path.startsWith('/v1/messages')
    ? `${locate(view, path)}: Unexpected value '${value}'`
    : writeUnexpected(reading, view, hit);
}

/** The API names the header for this block; the newest one if there are several. */
function writeRequiredBlock(betas: readonly string[]): string {
  const [newest] = [...betas].sort((a, b) => b.slice(-10).localeCompare(a.slice(-10)));
  return `\`tool_addition\` blocks require anthropic-beta: ${newest}`;
}

const writeMaximum = ({ model }: View): string =>
  `which is the maximum allowed here${model ? ` for ${model}` : ''}`;

const locate = (view: View, path: Place): string => writeLocation(view.params, path, view.prefix);

/** Writes the message of a validator that does not know the field or the value. */
function writeUnexpected(reading: Reading, view: View, hit: Hit): string {
  const { path, value } = hit;
  if (path.at(-1) === 'type') {
    const tags = listExpectedTags(reading, view, hit);
    const found = `Input tag '${value}' found using 'type'`;
    const at = locate(view, path.slice(0, -1));
    return `${at}: ${found} does not match any of the expected tags: ${tags}`;
  }
  if (isRenamed(hit))
    return `${locate(view, path)}: This field is deprecated. Use 'output_config.format' instead.`;
  // Without skills a container is the id of one.
  if (path[0] === 'container')
    return `${locate(view, ['container'])}: Input should be a valid string`;
  const values = path.length > 1 ? listExpectedValues(hit) : undefined;
  return values
    ? `${locate(view, path)}: Input should be ${values}`
    : `${locate(view, path)}: Extra inputs are not permitted`;
}

/**
 * Admin endpoints, and endpoints whose betas the platform rejects, answer as if they did not exist,
 * as the documentation says. Endpoints of agents name the header, as seen in public.
 */
function refuseEndpoint(reading: Reading, { beta, satisfiedBy }: Need): Refusal {
  const about = { kind: 'missing-endpoint', betas: satisfiedBy, feature: beta.feature } as const;
  if (satisfiedBy.length === 0 || isHidden(reading, beta))
    return { ...hideEndpoint(reading.request, 'missing-endpoint'), ...about };
  const [first] = satisfiedBy;
  const header = `add \`${first}\` to the \`anthropic-beta\` header to use it`;
  const message = `this API is in beta: ${header}`;
  return { ...about, status: 400, message };
}

/** Tests if the endpoints of a beta answer 404 to an organization that may not use it. */
export function isHidden({ catalog }: Reading, beta: CatalogBeta): boolean {
  const feature = catalog.features.find(({ name }) => name === beta.feature);
  return feature?.family !== 'agents' && feature?.family !== 'client';
}

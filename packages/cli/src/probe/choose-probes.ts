/** Chooses what to probe, and writes the smallest request for each. */
import { type Platform, plan } from '@beta-headers/core';
import {
  BATCHES_PATH,
  COUNT_TOKENS_PATH,
  MESSAGES_PATH,
  matchesEndpoint,
} from '@beta-headers/grammar';
import { type CatalogBeta, type CatalogFeature, catalog } from '@beta-headers/manifest/data';
import { findStatus } from '../catalog/claims.ts';
import type { Params } from './samples.ts';

/** One request of a probe. */
export interface Probe {
  readonly kind: 'control' | 'beta' | 'feature';
  /** The id of the beta, or the name of the feature. */
  readonly name: string;
  /** The betas that are sent. */
  readonly betas: readonly string[];
  /** The path of the Claude API. */
  readonly path: string;
  readonly params: Params;
}

/** A name that cannot be probed. */
export interface Skipped {
  readonly name: string;
  readonly why: string;
}

/** The choice of what to probe. */
export interface ProbeChoice {
  readonly platform: Platform;
  readonly model: string;
  readonly betas: readonly string[];
  readonly features: readonly string[];
  readonly today: string;
  /** Sends messages in place of counting tokens where counting is free. */
  readonly sendsMessages: boolean;
  readonly samples: ReadonlyMap<string, Params>;
}

const CONTROL: Params = { max_tokens: 1, messages: [{ role: 'user', content: '.' }] };

/** The platforms whose documentation says that counting tokens is free. */
const FREE_COUNTING: ReadonlySet<Platform> = new Set<Platform>(['claude-api']);

/** The fields that counting tokens takes. */
const COUNTED_FIELDS: ReadonlySet<string> = new Set([
  'cache_control',
  'context_management',
  'mcp_servers',
  'messages',
  'output_config',
  'output_format',
  'speed',
  'system',
  'thinking',
  'tool_choice',
  'tools',
]);

/** Tests if counting tokens costs nothing on a platform. */
export const isCountingFree = (platform: Platform): boolean => FREE_COUNTING.has(platform);

/**
 * Writes the probes: the named ones, or else everything whose answer the manifest does not know on
 * the platform. The first is a control without any beta.
 */
export function chooseProbes(choice: ProbeChoice): { probes: Probe[]; skipped: Skipped[] } {
  const isNamed = choice.betas.length > 0 || choice.features.length > 0;
  const skipped: Skipped[] = [];
  const betas = isNamed
    ? choice.betas.map((id) => ({ id }))
    : catalog.betas.filter((beta) => isOpen(beta, choice) && isForMessages(beta));
  const features = isNamed
    ? choice.features
    : catalog.features.filter((feature) => isOpen(feature, choice)).map(({ name }) => name);
  const probes = [
    ...betas.map(({ id }) => writeProbe('beta', id, [id], CONTROL, choice)),
    ...features.flatMap((name) => {
      const params = choice.samples.get(name);
      if (params) return [writeProbe('feature', name, findBetas(params, choice), params, choice)];
      if (isNamed) skipped.push({ name, why: 'no request for messages uses it' });
      return [];
    }),
  ];
  const paths = new Set(probes.map(({ path }) => path));
  const controls = [...paths].map((path): Probe => {
    const params = path === COUNT_TOKENS_PATH ? withoutLimit(CONTROL) : CONTROL;
    return { kind: 'control', name: 'no beta', betas: [], path, params };
  });
  return { probes: [...controls, ...probes], skipped };
}

function isOpen(subject: CatalogBeta | CatalogFeature, { platform, today }: ProbeChoice): boolean {
  if ('acceptance' in subject)
    return (
      subject.stage !== 'internal' &&
      subject.stage !== 'retired' &&
      findStatus(subject.acceptance[platform], today) === 'unknown'
    );
  return (
    subject.audience !== 'client-internal' &&
    findStatus(subject.availability[platform], today) === 'unknown'
  );
}

/** Tests if a message can need a beta. Others need an endpoint that a probe does not call. */
const isForMessages = ({ requires, stage }: CatalogBeta): boolean =>
  stage === 'graduated' ||
  requires.length === 0 ||
  requires.some(
    ({ endpoint }) =>
      endpoint === undefined ||
      [MESSAGES_PATH, COUNT_TOKENS_PATH, BATCHES_PATH].some((path) =>
        endpoint.some((one) => matchesEndpoint(one, 'POST', path)),
      ),
  );

function writeProbe(
  kind: 'beta' | 'feature',
  name: string,
  betas: readonly string[],
  params: Params,
  { platform, sendsMessages }: ProbeChoice,
): Probe {
  const counted = withoutLimit(params);
  const canCount =
    !sendsMessages &&
    isCountingFree(platform) &&
    Object.keys(counted).every((key) => COUNTED_FIELDS.has(key));
  return canCount
    ? { kind, name, betas, path: COUNT_TOKENS_PATH, params: counted }
    : { kind, name, betas, path: MESSAGES_PATH, params };
}

/** Counting takes no limit. */
function withoutLimit({ max_tokens: _, ...params }: Params): Params {
  return params;
}

/** Finds the betas that the platform wants for a request, whatever else is known about it. */
function findBetas(params: Params, { platform, model, today }: ProbeChoice): string[] {
  const request = { method: 'POST', url: MESSAGES_PATH, body: { model, ...params } };
  return plan(request, {
    platform,
    today,
    policy: { unavailable: 'send', constraint: 'send', missing: 'add' },
  }).betas;
}

/** The tables for gateways that people already run. */
import type { Catalog } from '@beta-headers/manifest/data';
import { AGENTGATEWAY_TARGETS, emitAgentgateway } from './agentgateway.ts';
import { type EmitOptions, readAnswers, type Targets } from './answers.ts';
import { BIFROST_TARGETS, emitBifrost, findOverrides } from './bifrost.ts';
import { ENVOY_DEFAULTS, ENVOY_TARGETS, emitEnvoy } from './envoy.ts';
import { emitLitellm, LITELLM_TARGETS } from './litellm.ts';
import { describeOrigin, listExceptions, listIds, listRenames } from './notes.ts';
import { selectTargets } from './targets.ts';

export type { EmitOptions } from './answers.ts';
export { emitAgentgateway, emitBifrost, emitEnvoy, emitLitellm };

/** A gateway for which a table can be written. */
export interface TableGateway {
  readonly title: string;
  readonly emit: (data: Catalog, options: EmitOptions) => string;
  /** All platforms that the table can hold. */
  readonly targets: Targets;
  /** The platforms that are written without a choice. */
  readonly defaults: Targets;
  /** The fate of a value of unknown acceptance. */
  readonly unknown: string;
  /** The next step, for a person. */
  readonly next: string;
}

/** The gateways by the name that `--for` takes. */
export const TABLE_GATEWAYS: Readonly<Record<string, TableGateway>> = {
  agentgateway: {
    title: 'agentgateway',
    emit: emitAgentgateway,
    targets: AGENTGATEWAY_TARGETS,
    defaults: { converse: 'bedrock-converse' },
    unknown: 'left out, so agentgateway drops them',
    next: 'set the variable in the environment of agentgateway and restart it',
  },
  bifrost: {
    title: 'Bifrost',
    emit: emitBifrost,
    targets: { ...BIFROST_TARGETS, 'bedrock with Converse': 'bedrock-converse' },
    defaults: BIFROST_TARGETS,
    unknown: "left out, so Bifrost's own default applies",
    next: 'merge each `network_config` into the provider of that name in config.json',
  },
  envoy: {
    title: 'Envoy AI Gateway',
    emit: emitEnvoy,
    targets: ENVOY_TARGETS,
    defaults: ENVOY_DEFAULTS,
    unknown: "left as they are, so Envoy's own list applies",
    next: 'set the names in `targetRefs`, then apply the file with kubectl',
  },
  litellm: {
    title: 'LiteLLM',
    emit: emitLitellm,
    targets: LITELLM_TARGETS,
    defaults: LITELLM_TARGETS,
    unknown: 'left out, so LiteLLM drops them',
    next: 'serve the file, set LITELLM_ANTHROPIC_BETA_HEADERS_URL to its address, and restart',
  },
};

/**
 * Describes an exported table for a person: its origin, the counts, and what it cannot express.
 * @throws {RangeError} if the gateway has no place for the platform
 */
export function describeExport(
  data: Catalog,
  gateway: TableGateway,
  options: EmitOptions,
): string[] {
  const { platform, version } = options;
  const targets =
    platform === undefined ? gateway.defaults : selectTargets(gateway.targets, platform);
  const isBifrost = gateway.emit === emitBifrost;
  const lines = Object.values(targets).flatMap((id) => [
    describePlatform(data, id),
    // The other files have these lists themselves.
    ...(isBifrost ? listDetails(data, id) : []),
  ]);
  return [
    `${gateway.title}: from the ${describeOrigin(data, version)}`,
    ...lines,
    `values of unknown acceptance are ${gateway.unknown}`,
    `next: ${gateway.next}`,
  ];
}

function describePlatform(data: Catalog, platform: string): string {
  const answers = readAnswers(data, platform);
  const count = (status: string): number =>
    listIds(answers, (answer) => answer.status === status).length;
  const special = answers.filter(({ exceptions }) => exceptions.length > 0).length;
  return (
    `${platform}: ${count('accepted')} accepted, ${count('rejected')} rejected, ` +
    `${count('unknown')} unknown` +
    (special > 0 ? `, ${special} of them different for some models or endpoints` : '')
  );
}

/** Lists what a file without comments cannot say. */
function listDetails(data: Catalog, platform: string): string[] {
  const answers = readAnswers(data, platform);
  const { mixed, left } = findOverrides(data, platform);
  const disputed = listIds(answers, (answer) => answer.disputed);
  const unknown = listIds(answers, ({ status }) => status === 'unknown');
  const details: readonly (readonly [string, readonly string[]])[] = [
    ['unknown', unknown],
    ['rejected, with a replacement', listRenames(answers)],
    ['different by model or endpoint', listExceptions(answers)],
    ['the sources contradict each other', disputed],
    ["in families with different answers, where Bifrost's own default can win", mixed],
    ['without an override, because it would cover another value', left],
  ];
  return details
    .filter(([, items]) => items.length > 0)
    .map(([title, items]) => `  ${title} (${items.length}): ${items.join(', ')}`);
}

/** The overrides of Bifrost: `beta_header_overrides` in the `network_config` of each provider. */
import type { Catalog } from '@beta-headers/manifest/data';
import {
  type Answer,
  compareText,
  type EmitOptions,
  readAnswers,
  type Targets,
} from './answers.ts';
import { selectTargets } from './targets.ts';

/** Bifrost's names of its providers, with the platform that each calls. */
export const BIFROST_TARGETS: Targets = {
  anthropic: 'claude-api',
  azure: 'foundry',
  bedrock: 'bedrock',
  bedrock_mantle: 'bedrock-mantle',
  vertex: 'vertex',
};

/**
 * Emits the part of config.json that holds the overrides. Bifrost's schema allows no further key,
 * so the origin and the notes are not in it.
 */
export function emitBifrost(data: Catalog, options: EmitOptions): string {
  const targets = selectTargets(
    options.platform === 'bedrock-converse' ? { bedrock: 'bedrock-converse' } : BIFROST_TARGETS,
    options.platform,
  );
  const providers = Object.fromEntries(
    Object.entries(targets).map(([provider, platform]) => [
      provider,
      { network_config: { beta_header_overrides: findOverrides(data, platform).overrides } },
    ]),
  );
  const config = { $schema: 'https://www.getbifrost.ai/schema', providers };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** The overrides of one provider, and the values that they cannot express. */
export interface Overrides {
  readonly overrides: Readonly<Record<string, boolean>>;
  /** Values of families with different answers. Bifrost's own default may win over them. */
  readonly mixed: readonly string[];
  /** Values that no override can express without covering another one that differs. */
  readonly left: readonly string[];
}

/**
 * Finds the overrides of one platform. A key is a prefix, and Bifrost reads keys in no order, so
 * two keys that match the same value must agree. A family with one answer gets one key, such as
 * `fast-mode-`; in other families each value is a key by itself.
 */
export function findOverrides(data: Catalog, platform: string): Overrides {
  const answers = readAnswers(data, platform);
  const overrides: [string, boolean][] = [];
  const mixed: string[] = [];
  const left: string[] = [];
  for (const family of groupByPrefix(data, answers)) {
    const [first] = family.answers;
    if (first && first.status !== 'unknown' && coversAlike(answers, family.prefix, first)) {
      overrides.push([family.prefix, first.status === 'accepted']);
      continue;
    }
    const known = family.answers.filter(({ status }) => status !== 'unknown');
    mixed.push(...known.map(({ id }) => id));
    for (const answer of known) {
      if (coversAlike(answers, answer.id, answer)) {
        overrides.push([answer.id, answer.status === 'accepted']);
      } else left.push(answer.id);
    }
  }
  overrides.sort(([a], [b]) => compareText(a, b));
  return { overrides: Object.fromEntries(overrides), mixed, left };
}

interface Group {
  readonly prefix: string;
  readonly answers: Answer[];
}

function groupByPrefix(data: Catalog, answers: readonly Answer[]): Group[] {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const groups = data.features.map(({ name, betas }) => ({
    prefix: `${name}-`,
    answers: betas.map((id) => byId.get(id)).filter((answer) => answer !== undefined),
  }));
  return groups.sort((a, b) => compareText(a.prefix, b.prefix));
}

function coversAlike(answers: readonly Answer[], prefix: string, { status }: Answer): boolean {
  return answers.every((other) => !other.id.startsWith(prefix) || other.status === status);
}

/** The table of LiteLLM: litellm/anthropic_beta_headers_config.json. */
import type { Catalog } from '@beta-headers/manifest/data';
import { type EmitOptions, readAnswers, type Targets } from './answers.ts';
import { collectNotes, describeOrigin } from './notes.ts';
import { selectTargets } from './targets.ts';

/** LiteLLM's names of its providers, with the platform that each calls. */
export const LITELLM_TARGETS: Targets = {
  anthropic: 'claude-api',
  azure_ai: 'foundry',
  bedrock: 'bedrock',
  bedrock_converse: 'bedrock-converse',
  bedrock_mantle: 'bedrock-mantle',
  vertex_ai: 'vertex',
};

/**
 * Emits the file that LiteLLM loads from LITELLM_ANTHROPIC_BETA_HEADERS_URL. A value is the name
 * to send, or null to drop it. LiteLLM drops a value that is absent, so unknown ones are absent.
 */
export function emitLitellm(data: Catalog, options: EmitOptions): string {
  const targets = selectTargets(LITELLM_TARGETS, options.platform);
  const { unknown, exceptions, disputed, replacements } = collectNotes(data, targets);
  const table = {
    description:
      `From the ${describeOrigin(data, options.version)}. A key is a value of anthropic-beta; its` +
      ' value is what the provider accepts, or null. Values that are absent, of providers that' +
      ' are absent too, are dropped. LiteLLM does not read `beta_headers`.',
    beta_headers: { platforms: targets, unknown, exceptions, disputed, replacements },
    ...Object.fromEntries(
      Object.entries(targets).map(([provider, platform]) => [
        provider,
        mapProvider(data, platform),
      ]),
    ),
  };
  return `${JSON.stringify(table, null, 2)}\n`;
}

function mapProvider(data: Catalog, platform: string): Record<string, string | null> {
  const entries: [string, string | null][] = [];
  for (const { id, status, instead } of readAnswers(data, platform)) {
    if (status === 'accepted') entries.push([id, id]);
    if (status === 'rejected') entries.push([id, instead[0] ?? null]);
  }
  return Object.fromEntries(entries);
}

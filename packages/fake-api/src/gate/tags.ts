/** The values that a validator lists as expected. */

import { findRuling } from './claims.ts';
import type { AnyCondition } from './conditions.ts';
import type { Reading, View } from './request.ts';
import { findAcceptance, findBeta } from './values.ts';
import type { Hit } from './walk.ts';

/** Blocks of a conversation that the generally available params of the SDK have. */
const CONTENT = [
  'bash_code_execution_tool_result',
  'code_execution_tool_result',
  'container_upload',
  'document',
  'image',
  'redacted_thinking',
  'search_result',
  'server_tool_use',
  'text',
  'text_editor_code_execution_tool_result',
  'thinking',
  'tool_result',
  'tool_search_tool_result',
  'tool_use',
  'web_fetch_tool_result',
  'web_search_tool_result',
];
const OTHER: Readonly<Record<string, readonly string[]>> = {
  source: ['base64', 'content', 'file', 'text', 'url'],
  thinking: ['adaptive', 'disabled', 'enabled'],
  cache_control: ['ephemeral'],
};
/** Fields whose values were seen in errors. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  display: ['summarized', 'omitted'],
  speed: ['standard', 'fast'],
};

/**
 * Lists the tags that the union around `hit` expects: those that the platform has and that the
 * headers enable. `hit` is a `type`.
 */
export function listExpectedTags(reading: Reading, view: View, hit: Hit): string {
  const union = hit.path.filter((name) => typeof name === 'string').at(-2);
  const isTool = union === 'tools' || union === 'definition';
  const tags = isTool
    ? [...reading.known.tools].sort().filter((tag) => isOpen(tag, ['tools[].type'], reading, view))
    : union === 'content'
      ? CONTENT.filter((tag) => isOpen(tag, BLOCKS, reading, view))
      : (OTHER[union ?? ''] ?? ['custom']);
  return joinQuoted(tags.filter((tag) => tag !== hit.value));
}

const BLOCKS = ['messages[].content[].type', 'messages[].content[].**.type'];

/** Lists the values that are expected at `hit`, if they were seen in an error. */
export function listExpectedValues(hit: Hit): string | undefined {
  const values = VALUES[String(hit.path.at(-1))];
  return values && joinQuoted(values.filter((value) => value !== hit.value));
}

const joinQuoted = (values: readonly string[]): string =>
  values.map((value) => `'${value}'`).join(', ');

function isOpen(tag: string, at: readonly string[], reading: Reading, view: View): boolean {
  const { catalog, request, sent } = reading;
  const names = (condition: AnyCondition): boolean =>
    at.includes(condition.at ?? '') &&
    (condition.is === tag || (condition.in ?? []).includes(tag)) &&
    (!condition.platform || condition.platform.includes(request.platform));
  const isAbsent = catalog.features.some(
    (feature) =>
      feature.uses.some(names) &&
      findRuling(feature.availability[request.platform] ?? [], reading, {
        model: view.modelId,
        shape: tag,
      }).status === 'unavailable',
  );
  if (isAbsent) return false;
  const needs = catalog.betas.flatMap((beta) =>
    beta.requires.filter(names).map((rule) => rule.choice ?? [beta.id]),
  );
  return needs.every((choice) =>
    choice.some((id) => {
      const beta = findBeta(catalog, id);
      return (
        beta &&
        sent.includes(id) &&
        findAcceptance(beta, reading, view.modelId).status !== 'rejected'
      );
    }),
  );
}

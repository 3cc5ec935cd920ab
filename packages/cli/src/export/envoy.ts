/** The policy for Envoy AI Gateway: a Lua filter of Envoy Gateway in front of its translation. */
import type { Catalog } from '@beta-headers/manifest/data';
import { type Answer, type EmitOptions, readAnswers, type Targets } from './answers.ts';
import { listComment, writeComment } from './comments.ts';
import { describeOrigin, listExceptions, listIds, listRenames } from './notes.ts';
import { selectTargets } from './targets.ts';

/** The platforms for which a policy can be written; the key is in the name of the policy. */
export const ENVOY_TARGETS: Targets = {
  bedrock: 'bedrock',
  'claude-api': 'claude-api',
  foundry: 'foundry',
  vertex: 'vertex',
};

/** The platforms that are written by default, because Envoy's own answers there lack most. */
export const ENVOY_DEFAULTS: Targets = { bedrock: 'bedrock', vertex: 'vertex' };

/**
 * Emits one EnvoyExtensionPolicy a platform. Envoy AI Gateway's list for Bedrock is code, and
 * nothing in AIGatewayRoute can edit one value of a header. A Lua filter can: it runs after the
 * route is chosen and before the request is translated for the backend. It removes rejected
 * values and replaces those that have a replacement; all others stay for Envoy's own list.
 */
export function emitEnvoy(data: Catalog, options: EmitOptions): string {
  const targets = options.platform
    ? selectTargets(ENVOY_TARGETS, options.platform)
    : ENVOY_DEFAULTS;
  const policies = Object.values(targets).map((platform) => [
    ...describePolicy(platform, readAnswers(data, platform)),
    ...writePolicy(platform, readAnswers(data, platform)),
  ]);
  return [
    ...writeComment(
      `Betas for Envoy AI Gateway. From the ${describeOrigin(data, options.version)}.`,
      'Lua must be enabled in Envoy Gateway (from 1.9: `enableLua` of the EnvoyGateway).',
      'Set each `targetRefs[].name` to the name of your AIGatewayRoute.',
    ),
    ...policies.flatMap((lines) => ['---', ...lines]),
    '',
  ].join('\n');
}

function describePolicy(platform: string, answers: readonly Answer[]): string[] {
  const list = (status: Answer['status']): string[] =>
    listIds(answers, (answer) => answer.status === status);
  const builtIn =
    platform === 'bedrock'
      ? ['Envoy drops those that its built-in list lacks; no configuration extends that list']
      : [];
  return [
    ...listComment(['Accepted, left as they are', ...builtIn].join('. '), list('accepted')),
    ...listComment('Rejected, with a replacement', listRenames(answers)),
    ...listComment(
      'Different by model or endpoint, which the filter ignores',
      listExceptions(answers),
    ),
    ...listComment(
      'The sources contradict each other',
      listIds(answers, ({ disputed }) => disputed),
    ),
    ...listComment("Unknown, left to Envoy's own default", list('unknown')),
  ];
}

function writePolicy(platform: string, answers: readonly Answer[]): string[] {
  return [
    'apiVersion: gateway.envoyproxy.io/v1alpha1',
    'kind: EnvoyExtensionPolicy',
    'metadata:',
    `  name: beta-headers-${platform}`,
    'spec:',
    '  targetRefs:',
    '    - group: gateway.networking.k8s.io',
    '      kind: HTTPRoute',
    `      name: claude-${platform}`,
    '  lua:',
    '    - type: Inline',
    '      inline: |',
    ...writeLua(answers).map((line) => (line === '' ? '' : `        ${line}`)),
  ];
}

/** Writes the filter. A value of the table is the list of values to send in place of the key. */
function writeLua(answers: readonly Answer[]): string[] {
  const rows = answers
    .filter(({ status }) => status === 'rejected')
    .map(({ id, instead }) => `  ["${id}"] = {${instead.map((to) => `"${to}"`).join(', ')}},`);
  return [
    '-- An empty list removes the value.',
    'local replacements = {',
    ...rows,
    '}',
    '',
    'function envoy_on_request(handle)',
    '  local headers = handle:headers()',
    '  local sent = headers:get("anthropic-beta")',
    '  if sent == nil then return end',
    '  local seen, kept = {}, {}',
    '  for value in string.gmatch(sent, "[^,%s]+") do',
    '    for _, name in ipairs(replacements[value] or {value}) do',
    '      if not seen[name] then',
    '        seen[name] = true',
    '        kept[#kept + 1] = name',
    '      end',
    '    end',
    '  end',
    '  if #kept == 0 then',
    '    headers:remove("anthropic-beta")',
    '  else',
    '    headers:replace("anthropic-beta", table.concat(kept, ","))',
    '  end',
    'end',
  ];
}

/** Facts that depend on the model of a request: is it known, and what does a feature need there? */
import type { BetaRequest, Decision, Platform } from '@beta-headers/core';
import type { CheckFacts, Need } from './facts.ts';

/** The length up to which a name is read. */
const LONGEST_NAME = 256;
/** The end of a name after the id of its model: a date, a version or a suffix of a platform. */
const END = /^(?:-\d{8}|-v\d|-latest|-0$|[@:[]|$)/;

/** The name of the model, from the body or from the path of Bedrock and Vertex. */
function readModelName({ url, body, model }: BetaRequest): string | undefined {
  const field = Object(body) as { readonly model?: unknown; readonly modelId?: unknown };
  const name = field.model ?? field.modelId ?? model ?? /\/models?\/([^/?#]+)/.exec(url)?.[1];
  return typeof name === 'string' ? name.slice(0, LONGEST_NAME) : undefined;
}

/** The known model that a name means. */
function findModel(name: string, models: readonly string[]): string | undefined {
  const start = name.search(/claude-/i);
  if (start < 0) return undefined;
  const rest = name.slice(start).toLowerCase().replaceAll('.', '-');
  return models.find((id) => rest.startsWith(id) && END.test(rest.slice(id.length)));
}

/** Finds a model of Claude that the manifest does not have. Deployments have names of their own. */
export function findUnknownModel(request: BetaRequest, { models }: CheckFacts): string | undefined {
  const name = readModelName(request);
  const isClaude = name !== undefined && /(?:^|[./:])claude-/i.test(name) && !name.includes('%');
  return isClaude && findModel(name, models) === undefined ? name : undefined;
}

/** Finds what an organization needs for the feature of a decision, with the requested model. */
export function findNeeds(
  { beta = '', feature, action }: Decision,
  platform: Platform,
  request: BetaRequest,
  { betas, features, models }: CheckFacts,
): { readonly needs?: readonly Need[] } {
  if (action !== 'sent' && action !== 'added') return {};
  const name = feature ?? (Object.hasOwn(betas, beta) ? betas[beta] : undefined) ?? '';
  const claims = Object.hasOwn(features, name) ? (features[name]?.needs[platform] ?? []) : [];
  const model = findModel(readModelName(request) ?? '', models);
  const claim = claims.find((one) => !one.models || (model && one.models.includes(model)));
  return claim && claim.needs.length > 0 ? { needs: claim.needs } : {};
}

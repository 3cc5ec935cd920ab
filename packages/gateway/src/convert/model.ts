/** Names of models, as upstreams write them. */

import type { Upstream } from '../types.ts';
import { ConversionError } from './conversion-error.ts';

/** Returns the upstream's name of a model. A name that is not mapped stays as it is. */
export function mapModel({ models = {} }: Pick<Upstream, 'models'>, name: string): string {
  return (Object.hasOwn(models, name) ? models[name] : undefined) ?? name;
}

/**
 * Checks that a name can be a segment of a path. The query and other segments are safe, because
 * names are percent-encoded, but `..` would lead to another path.
 * @throws {ConversionError} if it cannot
 */
export function checkSegment(model: string): string {
  if (/^\.{1,2}$/.test(model) || !isWellFormed(model))
    throw new ConversionError('model: this cannot be the name of a model');
  return model;
}

/** The region or group of regions before the model's own id, as in `us.` and `us-gov.`. */
const PROFILE = /^(?:[a-z]{2,10}(?:-[a-z]{2,10})?)\.(?=anthropic\.)/;
/** The ARN of a profile that AWS defines, which ends with the id of the profile. */
const PROFILE_ARN = /^arn:[\w-]+:bedrock:[^/]*:inference-profile\/(.+)$/;

/**
 * Returns the model behind an inference profile of AWS, because CountTokens takes models only. The
 * ARN of a profile of the operator's own shows no model, and stays as it is.
 */
export function stripProfile(model: string): string {
  const id = PROFILE_ARN.exec(model)?.[1] ?? model;
  return id.replace(PROFILE, '');
}

/** Removes the aliases of versions of Vertex, which its token counting does not know. */
export const stripAlias = (model: string): string => model.replace(/@(?:default|latest)$/, '');

function isWellFormed(text: string): boolean {
  try {
    encodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

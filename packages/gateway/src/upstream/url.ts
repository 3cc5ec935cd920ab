/** Writes the URL of a request to an upstream. */
import type { ConfiguredUpstream } from '../options.ts';
import { removeCredentials } from '../request/credentials.ts';
import type { Target } from '../request/target.ts';

/**
 * Writes the URL on an upstream of the same form. The path is appended to the upstream's own URL,
 * so the origin cannot become another one.
 * @param model - replaces the model in the path
 */
export function toUpstreamUrl(
  { base, upstream }: ConfiguredUpstream,
  target: Target,
  model?: string,
): string {
  const keeps = upstream.auth.mode === 'passthrough';
  const search = keeps ? target.search : removeCredentials(target.search);
  return `${base}${toPath(target, model)}${search}`;
}

function toPath(target: Target, model: string | undefined): string {
  const { pathname, route } = target;
  if (route.form === 'raw-predict') {
    const last = pathname.split('/').findLast(Boolean) ?? '';
    const action = last.slice(last.lastIndexOf(':'));
    const isNamed = model !== undefined && route.model !== undefined;
    return `/publishers/anthropic/models/${isNamed ? encodeModel(model) + action : last}`;
  }
  if (route.form !== 'api') {
    const parts = pathname
      .slice(pathname.indexOf('/model/') + 1)
      .split('/')
      .filter(Boolean);
    // An ARN has a slash, which has to be encoded.
    const isArn = parts.length > 3;
    const name =
      isArn || model !== undefined ? encodeURIComponent(model ?? route.model ?? '') : parts[1];
    return `/model/${name}/${parts.at(-1)}`;
  }
  // A path outside of messages has no known form, so it stays as received.
  const isOther = target.kind === 'other' && !pathname.startsWith('/v1/projects/');
  return isOther ? pathname : route.path;
}

/** Encodes a model's name. Vertex does not escape the `@`. */
const encodeModel = (model: string): string => encodeURIComponent(model).replaceAll('%40', '@');

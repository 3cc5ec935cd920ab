/** Rewrites a request as the Claude API takes it, so that it can be planned for any platform. */
import type { BetaRequest } from '@beta-headers/core';
import { isStreamingPath, readRoute } from '@beta-headers/grammar';
import type { TextRequest } from '../types.ts';

/**
 * Moves the model, the stream and the betas of another platform's form to their places in the
 * Claude API. Returns `undefined` for Converse, whose body has another shape.
 */
export function toCanonical({ method, url, headers, body }: TextRequest): BetaRequest | undefined {
  const { path, form, model } = readRoute(method, url);
  if (form === 'converse') return undefined;
  if (form === 'api') return { method, url: path + getQuery(url), headers, body };
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { method, url: path, headers, body, model };
  const { anthropic_version: _, anthropic_beta: betas, ...fields } = body as Fields;
  const moved = Array.isArray(betas) ? betas.filter((beta) => typeof beta === 'string') : [];
  return {
    method,
    url: path,
    headers: moved.length > 0 ? [...headers, ['anthropic-beta', moved.join(',')]] : headers,
    body: {
      ...(model !== undefined && { model }),
      ...(isStreamingPath(url) && { stream: true }),
      ...fields,
    },
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** Gets the query of a URL, with its question mark. */
function getQuery(url: string): string {
  const [plain = ''] = url.split('#', 1);
  return plain.includes('?') ? plain.slice(plain.indexOf('?')) : '';
}

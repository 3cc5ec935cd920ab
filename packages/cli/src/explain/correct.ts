/** Writes the request that a plan would send. */
import type { BetaPlan, BetaRequest } from '@beta-headers/core';
import { redactBody, redactHeaders, redactUrl } from '@beta-headers/reader';
import type { CorrectedOutput } from '../schema/explain.ts';

/**
 * Replaces the header and the body by those of the plan, and hides credentials.
 * @param betas - the values of the header, as they may be shown
 */
export function correctRequest(
  request: BetaRequest,
  planned: BetaPlan,
  betas: readonly string[],
): CorrectedOutput {
  const header = planned.header === undefined ? undefined : betas.join(',');
  const others = listHeaders(request.headers).filter(
    ([name]) => name.toLowerCase() !== 'anthropic-beta',
  );
  const body = planned.body ?? request.body;
  return {
    method: request.method.toUpperCase(),
    url: redactUrl(request.url),
    headers: redactHeaders(
      header === undefined ? others : [...others, ['anthropic-beta', header] as const],
    ),
    ...(body !== undefined && { body: redactBody(body) }),
  };
}

/** Lists headers as written; `Headers` would throw for a name that cannot be sent. */
function listHeaders(headers: BetaRequest['headers']): [string, string][] {
  return Array.isArray(headers)
    ? headers.map(([name = '', value = '']): [string, string] => [name, value])
    : [...new Headers(headers)];
}

/** The link from a page to the checker, with the sample of the page or a beta. */
import { COUNT_TOKENS_PATH, MESSAGES_PATH } from '@beta-headers/grammar';
import { hasGap } from '../sample-text.ts';
import type { SampleRequest } from '../samples.ts';
import { formatBetasFragment, formatFragment } from './link.ts';

/** Writes the fragment for a sample, or for the beta alone if the sample is not whole. */
export function formatSampleFragment(request: SampleRequest | undefined, beta: string): string {
  if (!request || hasGap(request)) return formatBetasFragment([beta]);
  const headers = { 'anthropic-beta': request.beta };
  if (request.kind === 'message')
    return formatFragment({
      method: 'POST',
      path: request.countTokens ? COUNT_TOKENS_PATH : MESSAGES_PATH,
      headers,
      body: request.fields,
    });
  const { method, path, body } = request;
  return formatFragment({ method, path, headers, ...(body !== undefined && { body }) });
}

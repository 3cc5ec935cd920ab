/** The link from a page to the checker, with the sample of the page or a beta. */
import type { CodeRequest } from '../code/index.ts';
import { formatBetasFragment, formatFragment } from './link.ts';

/** Writes the fragment for a sample, or for the beta alone if the sample does not have it. */
export function formatSampleFragment(sample: CodeRequest | undefined, beta: string): string {
  if (!sample?.betas.includes(beta) || sample.files) return formatBetasFragment([beta]);
  const { method, path, betas, body } = sample;
  const headers = { 'anthropic-beta': betas.join(',') };
  return formatFragment({ method, path, headers, ...(body !== undefined && { body }) });
}

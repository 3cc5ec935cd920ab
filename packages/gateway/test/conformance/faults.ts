/** The faults of the small proxy. */
import { PROBES } from '../../src/conformance/data/probes.ts';

/** The faults of the proxy. */
export type Fault =
  | 'buffers'
  | 're-serialises'
  | 'drops-unknown-headers'
  | 'drops-unknown-betas'
  | 'leaks-credentials'
  | 'keeps-hop-by-hop-headers'
  | 'follows-redirects'
  | 'swallows-pings'
  | 'wraps-errors'
  | 'ignores-aborts'
  | 'adds-a-beta'
  | 'retries'
  | 'adds-its-key'
  | 'drops-request-ids'
  | 'passes-the-host'
  | 'changes-the-stream-type'
  | 'ends-broken-streams'
  | 'limits-bodies'
  | 'merges-system'
  | 'fails-head-requests'
  | 'hides-models'
  | 'hides-counting'
  | 'hides-batches'
  | 'hides-files'
  | 'needs-the-query'
  | 'drops-versions'
  | 'drops-response-headers'
  | 'drops-unknown-fields'
  | 'drops-oauth'
  | 'drops-stream-fields'
  | 'drops-comments'
  | 'edits-answers'
  | 'drops-retry-after'
  | 'decodes-paths'
  | 'fails-inference-profiles'
  | 'passes-betas-in-both-places'
  | 'filters-betas'
  | 'forgets-pairs'
  | 'rewrites-paths'
  | 'drops-fields-of-answers'
  | 'decodes-answers'
  | 'caches-answers'
  | 'drops-all-betas';

/** The requests that a faulty proxy refuses, with the status. */
export const REFUSALS: Partial<
  Record<Fault, readonly [number, (method: string, url: string) => boolean]>
> = {
  'fails-head-requests': [500, (method) => method === 'HEAD'],
  'hides-models': [404, (method, url) => method === 'GET' && url.startsWith('/v1/models')],
  'hides-counting': [404, (_method, url) => /count[-_]tokens/.test(url)],
  'hides-batches': [404, (_method, url) => url.includes('/batches')],
  'hides-files': [404, (_method, url) => url.includes('/files')],
  'needs-the-query': [404, (_method, url) => url === '/v1/messages'],
  'fails-inference-profiles': [500, (_method, url) => url.startsWith('/inference-profiles')],
};

/** The edits of a faulty proxy in the text of a body. */
export const EDITS: Partial<Record<Fault, readonly [RegExp, string]>> = {
  'drops-unknown-fields': [/,"conformance_unknown":\{"a":\[1,\{"b":null\}\]\}/, ''],
  'drops-stream-fields': [/,"stream":true/, ''],
  'drops-all-betas': [/,"anthropic_beta":\[.*?\]/, ''],
  'passes-betas-in-both-places': [
    /"anthropic_version":/,
    '"anthropic_beta":["a"],"anthropic_version":',
  ],
};

/** Removes the values that the public probes found to be rejected. */
export function filterBetas(text: string, url: string): string {
  const isCount = url.includes('count-tokens');
  const platform = url.startsWith('/model/') ? 'bedrock' : 'vertex';
  const rejected = PROBES.filter((probe) => probe.platform === platform)
    .filter((probe) => probe.answer === 'rejected' && (isCount || probe.endpoint === undefined))
    .map(({ beta }) => beta);
  return rejected.reduce((kept, beta) => kept.replace(new RegExp(`"?${beta}"?,?`), ''), text);
}

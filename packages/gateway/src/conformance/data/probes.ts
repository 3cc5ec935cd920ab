/**
 * Beta header values that were sent to platforms, with the platforms' answers, as other people
 * published them. The answers are of one account on one day each. A value on which public probes
 * contradict one another, such as `effort-2025-11-24` on Vertex, is not in the table.
 */
import type { ConformancePlatform } from '../types.ts';

/** One published answer of a platform to one value. */
export interface Probe {
  readonly platform: ConformancePlatform;
  readonly beta: string;
  readonly answer: 'accepted' | 'rejected';
  /** The endpoint that was probed. Default: messages. */
  readonly endpoint?: 'count-tokens';
  readonly source: string;
}

const ENVOY = 'https://github.com/envoyproxy/ai-gateway/pull/2512';
const ENVOY_VERTEX = 'https://github.com/envoyproxy/ai-gateway/pull/2420';
const CLI_PROXY = 'https://github.com/router-for-me/CLIProxyAPI/issues/4750';
const LITELLM_COUNT = 'https://github.com/BerriAI/litellm/pull/39597';

/** Every published answer that the suite checks. */
export const PROBES: readonly Probe[] = [
  ...list('bedrock', 'accepted', ENVOY, [
    'context-1m-2025-08-07',
    'context-management-2025-06-27',
    'interleaved-thinking-2025-05-14',
    'dev-full-thinking-2025-05-14',
    'fine-grained-tool-streaming-2025-05-14',
    'token-efficient-tools-2025-02-19',
    'token-counting-2024-11-01',
    'tool-search-tool-2025-10-19',
    'computer-use-2024-10-22',
    'computer-use-2025-01-24',
    'mcp-client-2025-04-04',
    'mcp-client-2025-11-20',
    'web-search-2025-03-05',
    'search-results-2025-06-09',
    'output-128k-2025-02-19',
    'pdfs-2024-09-25',
    'model-context-window-exceeded-2025-08-26',
  ]),
  ...list('bedrock', 'accepted', CLI_PROXY, [
    'claude-code-20250219',
    'structured-outputs-2025-12-15',
  ]),
  ...list('bedrock', 'rejected', ENVOY, [
    'prompt-caching-2024-07-31',
    'extended-cache-ttl-2025-04-11',
    'files-api-2025-04-14',
    'code-execution-2025-05-22',
    'memory-2025-08-18',
    'thinking-token-count-2026-05-13',
  ]),
  ...list('bedrock', 'rejected', CLI_PROXY, [
    'oauth-2025-04-20',
    'prompt-caching-scope-2026-01-05',
    'fast-mode-2026-02-01',
    'redact-thinking-2026-02-12',
    'token-efficient-tools-2026-03-28',
  ]),
  ...list('bedrock', 'rejected', 'https://github.com/anthropics/claude-code/issues/30926', [
    'advanced-tool-use-2025-11-20',
  ]),
  ...list('vertex', 'accepted', LITELLM_COUNT, [
    'tool-search-tool-2025-10-19',
    'web-search-2025-03-05',
  ]),
  ...list('vertex', 'rejected', 'https://github.com/BerriAI/litellm/issues/14293', [
    'prompt-caching-2024-07-31',
  ]),
  ...list('vertex', 'rejected', 'https://github.com/anthropics/claude-code/issues/21767', [
    'prompt-caching-scope-2026-01-05',
  ]),
  ...list('vertex', 'rejected', 'https://github.com/anthropics/claude-code/issues/13770', [
    'oauth-2025-04-20',
  ]),
  ...list('vertex', 'rejected', 'https://github.com/anthropics/claude-code/issues/34802', [
    'adaptive-thinking-2026-01-28',
  ]),
  ...list('vertex', 'rejected', 'https://github.com/Aider-AI/aider/issues/2439', [
    'pdfs-2024-09-25',
  ]),
  ...list('vertex', 'rejected', ENVOY_VERTEX, ['thinking-token-count-2026-05-13']),
  ...list(
    'vertex',
    'rejected',
    LITELLM_COUNT,
    ['tool-search-tool-2025-10-19', 'web-search-2025-03-05'],
    'count-tokens',
  ),
];

/**
 * The values of one public capture of an agent client in October 2026. The Claude API takes them
 * all from that client.
 */
export const AGENT_BETAS: readonly string[] = [
  'claude-code-20250219',
  'interleaved-thinking-2025-05-14',
  'thinking-token-count-2026-05-13',
  'context-management-2025-06-27',
  'prompt-caching-scope-2026-01-05',
  'mid-conversation-system-2026-04-07',
  'advisor-tool-2026-03-01',
  'effort-2025-11-24',
  'structured-outputs-2025-12-15',
];

function list(
  platform: ConformancePlatform,
  answer: Probe['answer'],
  source: string,
  betas: readonly string[],
  endpoint?: 'count-tokens',
): Probe[] {
  return betas.map((beta) => ({
    platform,
    beta,
    answer,
    source,
    ...(endpoint === undefined ? {} : { endpoint }),
  }));
}

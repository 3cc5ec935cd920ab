// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/** Every beta of the manifest, of any stage. */
export type Beta =
  | 'adaptive-thinking-2026-01-28'
  | 'admin-user-sign-out-2026-10-08'
  | 'advanced-tool-use-2025-11-20'
  | 'advisor-tool-2026-03-01'
  | 'afk-mode-2026-01-31'
  | 'agent-api-2026-03-01'
  | 'agent-memory-2026-07-22'
  | 'analytics-usage-cost-2026-08-24'
  | 'cache-diagnosis-2026-04-07'
  | 'ccr-byoc-2025-07-29'
  | 'ce-claude-code-managed-settings-2026-10-06'
  | 'ce-plugins-2026-09-01'
  | 'ce-user-management-2026-07-13'
  | 'claude-code-20250219'
  | 'claude-tag-2026-09-28'
  | 'code-execution-2025-05-22'
  | 'code-execution-2025-08-25'
  | 'code-execution-web-tools-2026-02-09'
  | 'compact-2026-01-12'
  | 'compact-2026-09-04'
  | 'computer-use-2024-10-22'
  | 'computer-use-2025-01-24'
  | 'computer-use-2025-11-24'
  | 'context-1m-2025-08-07'
  | 'context-management-2025-06-27'
  | 'cvp-data-retention-2026-06-24'
  | 'dangerous-tool-use-2026-09-03'
  | 'dev-full-thinking-2025-05-14'
  | 'dreaming-2026-04-21'
  | 'effort-2025-11-24'
  | 'efs-2026-10-01'
  | 'environments-2026-03-01'
  | 'experimental-cc-routine-2026-04-01'
  | 'experimental-claude-tag-2026-10-21'
  | 'extended-cache-ttl-2025-04-11'
  | 'fallback-credit-2026-06-01'
  | 'fallback-credit-2026-06-09'
  | 'fallback-credit-2026-07-01'
  | 'fast-mode-2026-02-01'
  | 'files-api-2025-04-14'
  | 'fine-grained-tool-streaming-2025-05-14'
  | 'google-managed-data-controls-2026-09-01'
  | 'inline-tools-2026-09-15'
  | 'interleaved-thinking-2025-05-14'
  | 'managed-agents-2026-04-01-research-preview'
  | 'managed-agents-2026-04-01'
  | 'max-tokens-3-5-sonnet-2024-07-15'
  | 'mcp-client-2025-04-04'
  | 'mcp-client-2025-11-20'
  | 'mcp-client-2026-09-15'
  | 'mcp-servers-2025-12-04'
  | 'mcp-tunnels-2026-05-19'
  | 'mcp-tunnels-2026-06-22'
  | 'memory-2025-08-18'
  | 'message-batches-2024-09-24'
  | 'message-threads-2026-08-12'
  | 'messages-2023-12-15'
  | 'mid-conversation-effort-2026-08-01'
  | 'mid-conversation-output-config-2026-07-01'
  | 'mid-conversation-system-2026-04-07'
  | 'mid-conversation-system-clear-at-2026-08-21'
  | 'mid-conversation-tool-changes-2026-07-01'
  | 'model-context-window-exceeded-2025-08-26'
  | 'oauth-2025-04-20'
  | 'oidc-federation-2026-04-01'
  | 'output-128k-2025-02-19'
  | 'output-300k-2026-03-24'
  | 'pdfs-2024-09-25'
  | 'per-turn-control-2026-07-01'
  | 'prompt-caching-2024-07-31'
  | 'prompt-caching-scope-2026-01-05'
  | 'prompt-tools-2025-04-02'
  | 'redact-thinking-2026-02-12'
  | 'search-results-2025-06-09'
  | 'server-side-fallback-2026-06-01'
  | 'server-side-fallback-2026-06-02'
  | 'server-side-fallback-2026-06-09'
  | 'server-side-fallback-2026-07-01'
  | 'skills-2025-10-02'
  | 'spend-limit-reads-2026-09-26'
  | 'structured-output-2024-03-01'
  | 'structured-outputs-2025-09-17'
  | 'structured-outputs-2025-11-13'
  | 'structured-outputs-2025-12-15'
  | 'task-budgets-2026-03-13'
  | 'telemetry-destinations-2026-08-11'
  | 'thinking-binding-controls-2026-08-01'
  | 'thinking-display-updates-2026-08-18'
  | 'thinking-token-count-2026-05-13'
  | 'token-counting-2024-11-01'
  | 'token-efficient-tools-2025-02-19'
  | 'token-efficient-tools-2026-03-28'
  | 'tool-examples-2025-10-29'
  | 'tool-search-tool-2025-10-19'
  | 'tools-2024-04-04'
  | 'tools-2024-05-16'
  | 'user-profiles-2026-03-24'
  | 'user-profiles-2026-08-18'
  | 'user-profiles-2026-09-04'
  | 'user-profiles-billing-2026-10-01'
  | 'web-fetch-2025-09-10'
  | 'web-search-2025-03-05'
  | 'webhooks-2026-10-07';

/** The betas of each feature, oldest first. */
export type BetasByFeature = {
  'adaptive-thinking': 'adaptive-thinking-2026-01-28';
  'admin-user-sign-out': 'admin-user-sign-out-2026-10-08';
  'advanced-tool-use': 'advanced-tool-use-2025-11-20';
  'advisor-tool': 'advisor-tool-2026-03-01';
  'afk-mode': 'afk-mode-2026-01-31';
  'agent-api': 'agent-api-2026-03-01';
  'agent-memory': 'agent-memory-2026-07-22';
  'analytics-usage-cost': 'analytics-usage-cost-2026-08-24';
  'cache-diagnosis': 'cache-diagnosis-2026-04-07';
  'ccr-byoc': 'ccr-byoc-2025-07-29';
  'ce-claude-code-managed-settings': 'ce-claude-code-managed-settings-2026-10-06';
  'ce-plugins': 'ce-plugins-2026-09-01';
  'ce-user-management': 'ce-user-management-2026-07-13';
  'claude-code': 'claude-code-20250219';
  'claude-tag': 'claude-tag-2026-09-28';
  'code-execution': 'code-execution-2025-05-22' | 'code-execution-2025-08-25';
  'code-execution-web-tools': 'code-execution-web-tools-2026-02-09';
  compact: 'compact-2026-01-12' | 'compact-2026-09-04';
  'computer-use': 'computer-use-2024-10-22' | 'computer-use-2025-01-24' | 'computer-use-2025-11-24';
  'context-1m': 'context-1m-2025-08-07';
  'context-management': 'context-management-2025-06-27';
  'cvp-data-retention': 'cvp-data-retention-2026-06-24';
  'dangerous-tool-use': 'dangerous-tool-use-2026-09-03';
  'dev-full-thinking': 'dev-full-thinking-2025-05-14';
  dreaming: 'dreaming-2026-04-21';
  effort: 'effort-2025-11-24';
  efs: 'efs-2026-10-01';
  environments: 'environments-2026-03-01';
  'experimental-cc-routine': 'experimental-cc-routine-2026-04-01';
  'experimental-claude-tag': 'experimental-claude-tag-2026-10-21';
  'extended-cache-ttl': 'extended-cache-ttl-2025-04-11';
  'fallback-credit':
    | 'fallback-credit-2026-06-01'
    | 'fallback-credit-2026-06-09'
    | 'fallback-credit-2026-07-01';
  'fast-mode': 'fast-mode-2026-02-01';
  'files-api': 'files-api-2025-04-14';
  'fine-grained-tool-streaming': 'fine-grained-tool-streaming-2025-05-14';
  'google-managed-data-controls': 'google-managed-data-controls-2026-09-01';
  'inline-tools': 'inline-tools-2026-09-15';
  'interleaved-thinking': 'interleaved-thinking-2025-05-14';
  'managed-agents': 'managed-agents-2026-04-01-research-preview' | 'managed-agents-2026-04-01';
  'max-tokens-3-5-sonnet': 'max-tokens-3-5-sonnet-2024-07-15';
  'mcp-client': 'mcp-client-2025-04-04' | 'mcp-client-2025-11-20' | 'mcp-client-2026-09-15';
  'mcp-servers': 'mcp-servers-2025-12-04';
  'mcp-tunnels': 'mcp-tunnels-2026-05-19' | 'mcp-tunnels-2026-06-22';
  memory: 'memory-2025-08-18';
  'message-batches': 'message-batches-2024-09-24';
  'message-threads': 'message-threads-2026-08-12';
  messages: 'messages-2023-12-15';
  'mid-conversation-effort': 'mid-conversation-effort-2026-08-01';
  'mid-conversation-output-config': 'mid-conversation-output-config-2026-07-01';
  'mid-conversation-system': 'mid-conversation-system-2026-04-07';
  'mid-conversation-system-clear-at': 'mid-conversation-system-clear-at-2026-08-21';
  'mid-conversation-tool-changes': 'mid-conversation-tool-changes-2026-07-01';
  'model-context-window-exceeded': 'model-context-window-exceeded-2025-08-26';
  oauth: 'oauth-2025-04-20';
  'oidc-federation': 'oidc-federation-2026-04-01';
  'output-128k': 'output-128k-2025-02-19';
  'output-300k': 'output-300k-2026-03-24';
  pdfs: 'pdfs-2024-09-25';
  'per-turn-control': 'per-turn-control-2026-07-01';
  'prompt-caching': 'prompt-caching-2024-07-31';
  'prompt-caching-scope': 'prompt-caching-scope-2026-01-05';
  'prompt-tools': 'prompt-tools-2025-04-02';
  'redact-thinking': 'redact-thinking-2026-02-12';
  'search-results': 'search-results-2025-06-09';
  'server-side-fallback':
    | 'server-side-fallback-2026-06-01'
    | 'server-side-fallback-2026-06-02'
    | 'server-side-fallback-2026-06-09'
    | 'server-side-fallback-2026-07-01';
  skills: 'skills-2025-10-02';
  'spend-limit-reads': 'spend-limit-reads-2026-09-26';
  'structured-output': 'structured-output-2024-03-01';
  'structured-outputs':
    | 'structured-outputs-2025-09-17'
    | 'structured-outputs-2025-11-13'
    | 'structured-outputs-2025-12-15';
  'task-budgets': 'task-budgets-2026-03-13';
  'telemetry-destinations': 'telemetry-destinations-2026-08-11';
  'thinking-binding-controls': 'thinking-binding-controls-2026-08-01';
  'thinking-display-updates': 'thinking-display-updates-2026-08-18';
  'thinking-token-count': 'thinking-token-count-2026-05-13';
  'token-counting': 'token-counting-2024-11-01';
  'token-efficient-tools': 'token-efficient-tools-2025-02-19' | 'token-efficient-tools-2026-03-28';
  'tool-examples': 'tool-examples-2025-10-29';
  'tool-search-tool': 'tool-search-tool-2025-10-19';
  tools: 'tools-2024-04-04' | 'tools-2024-05-16';
  'user-profiles':
    | 'user-profiles-2026-03-24'
    | 'user-profiles-2026-08-18'
    | 'user-profiles-2026-09-04';
  'user-profiles-billing': 'user-profiles-billing-2026-10-01';
  'web-fetch': 'web-fetch-2025-09-10';
  'web-search': 'web-search-2025-03-05';
  webhooks: 'webhooks-2026-10-07';
};

/** The name of a feature. */
export type Feature = keyof BetasByFeature;

/** The beta that the name of each feature means. It changes only in a major release. */
export type DefaultByFeature = {
  'adaptive-thinking': 'adaptive-thinking-2026-01-28';
  'admin-user-sign-out': 'admin-user-sign-out-2026-10-08';
  'advanced-tool-use': 'advanced-tool-use-2025-11-20';
  'advisor-tool': 'advisor-tool-2026-03-01';
  'afk-mode': 'afk-mode-2026-01-31';
  'agent-api': 'agent-api-2026-03-01';
  'agent-memory': 'agent-memory-2026-07-22';
  'analytics-usage-cost': 'analytics-usage-cost-2026-08-24';
  'cache-diagnosis': 'cache-diagnosis-2026-04-07';
  'ccr-byoc': 'ccr-byoc-2025-07-29';
  'ce-claude-code-managed-settings': 'ce-claude-code-managed-settings-2026-10-06';
  'ce-plugins': 'ce-plugins-2026-09-01';
  'ce-user-management': 'ce-user-management-2026-07-13';
  'claude-code': 'claude-code-20250219';
  'claude-tag': 'claude-tag-2026-09-28';
  'code-execution': 'code-execution-2025-08-25';
  'code-execution-web-tools': 'code-execution-web-tools-2026-02-09';
  compact: 'compact-2026-09-04';
  'computer-use': 'computer-use-2025-11-24';
  'context-1m': 'context-1m-2025-08-07';
  'context-management': 'context-management-2025-06-27';
  'cvp-data-retention': 'cvp-data-retention-2026-06-24';
  'dangerous-tool-use': 'dangerous-tool-use-2026-09-03';
  'dev-full-thinking': 'dev-full-thinking-2025-05-14';
  dreaming: 'dreaming-2026-04-21';
  effort: 'effort-2025-11-24';
  efs: 'efs-2026-10-01';
  environments: 'environments-2026-03-01';
  'experimental-cc-routine': 'experimental-cc-routine-2026-04-01';
  'experimental-claude-tag': 'experimental-claude-tag-2026-10-21';
  'extended-cache-ttl': 'extended-cache-ttl-2025-04-11';
  'fallback-credit': 'fallback-credit-2026-07-01';
  'fast-mode': 'fast-mode-2026-02-01';
  'files-api': 'files-api-2025-04-14';
  'fine-grained-tool-streaming': 'fine-grained-tool-streaming-2025-05-14';
  'google-managed-data-controls': 'google-managed-data-controls-2026-09-01';
  'inline-tools': 'inline-tools-2026-09-15';
  'interleaved-thinking': 'interleaved-thinking-2025-05-14';
  'managed-agents': 'managed-agents-2026-04-01';
  'max-tokens-3-5-sonnet': 'max-tokens-3-5-sonnet-2024-07-15';
  'mcp-client': 'mcp-client-2025-11-20';
  'mcp-servers': 'mcp-servers-2025-12-04';
  'mcp-tunnels': 'mcp-tunnels-2026-06-22';
  memory: 'memory-2025-08-18';
  'message-batches': 'message-batches-2024-09-24';
  'message-threads': 'message-threads-2026-08-12';
  messages: 'messages-2023-12-15';
  'mid-conversation-effort': 'mid-conversation-effort-2026-08-01';
  'mid-conversation-output-config': 'mid-conversation-output-config-2026-07-01';
  'mid-conversation-system': 'mid-conversation-system-2026-04-07';
  'mid-conversation-system-clear-at': 'mid-conversation-system-clear-at-2026-08-21';
  'mid-conversation-tool-changes': 'mid-conversation-tool-changes-2026-07-01';
  'model-context-window-exceeded': 'model-context-window-exceeded-2025-08-26';
  oauth: 'oauth-2025-04-20';
  'oidc-federation': 'oidc-federation-2026-04-01';
  'output-128k': 'output-128k-2025-02-19';
  'output-300k': 'output-300k-2026-03-24';
  pdfs: 'pdfs-2024-09-25';
  'per-turn-control': 'per-turn-control-2026-07-01';
  'prompt-caching': 'prompt-caching-2024-07-31';
  'prompt-caching-scope': 'prompt-caching-scope-2026-01-05';
  'prompt-tools': 'prompt-tools-2025-04-02';
  'redact-thinking': 'redact-thinking-2026-02-12';
  'search-results': 'search-results-2025-06-09';
  'server-side-fallback': 'server-side-fallback-2026-07-01';
  skills: 'skills-2025-10-02';
  'spend-limit-reads': 'spend-limit-reads-2026-09-26';
  'structured-output': 'structured-output-2024-03-01';
  'structured-outputs': 'structured-outputs-2025-11-13';
  'task-budgets': 'task-budgets-2026-03-13';
  'telemetry-destinations': 'telemetry-destinations-2026-08-11';
  'thinking-binding-controls': 'thinking-binding-controls-2026-08-01';
  'thinking-display-updates': 'thinking-display-updates-2026-08-18';
  'thinking-token-count': 'thinking-token-count-2026-05-13';
  'token-counting': 'token-counting-2024-11-01';
  'token-efficient-tools': 'token-efficient-tools-2025-02-19';
  'tool-examples': 'tool-examples-2025-10-29';
  'tool-search-tool': 'tool-search-tool-2025-10-19';
  tools: 'tools-2024-05-16';
  'user-profiles': 'user-profiles-2026-09-04';
  'user-profiles-billing': 'user-profiles-billing-2026-10-01';
  'web-fetch': 'web-fetch-2025-09-10';
  'web-search': 'web-search-2025-03-05';
  webhooks: 'webhooks-2026-10-07';
};

/** The newest beta of each feature, without internal and retired ones. */
export type LatestByFeature = {
  'adaptive-thinking': 'adaptive-thinking-2026-01-28';
  'admin-user-sign-out': 'admin-user-sign-out-2026-10-08';
  'advanced-tool-use': 'advanced-tool-use-2025-11-20';
  'advisor-tool': 'advisor-tool-2026-03-01';
  'afk-mode': 'afk-mode-2026-01-31';
  'agent-api': 'agent-api-2026-03-01';
  'agent-memory': 'agent-memory-2026-07-22';
  'analytics-usage-cost': 'analytics-usage-cost-2026-08-24';
  'cache-diagnosis': 'cache-diagnosis-2026-04-07';
  'ccr-byoc': 'ccr-byoc-2025-07-29';
  'ce-claude-code-managed-settings': 'ce-claude-code-managed-settings-2026-10-06';
  'ce-plugins': 'ce-plugins-2026-09-01';
  'ce-user-management': 'ce-user-management-2026-07-13';
  'claude-code': 'claude-code-20250219';
  'claude-tag': 'claude-tag-2026-09-28';
  'code-execution': 'code-execution-2025-08-25';
  'code-execution-web-tools': 'code-execution-web-tools-2026-02-09';
  compact: 'compact-2026-09-04';
  'computer-use': 'computer-use-2025-11-24';
  'context-1m': 'context-1m-2025-08-07';
  'context-management': 'context-management-2025-06-27';
  'cvp-data-retention': 'cvp-data-retention-2026-06-24';
  'dangerous-tool-use': 'dangerous-tool-use-2026-09-03';
  'dev-full-thinking': 'dev-full-thinking-2025-05-14';
  dreaming: 'dreaming-2026-04-21';
  effort: 'effort-2025-11-24';
  efs: 'efs-2026-10-01';
  environments: 'environments-2026-03-01';
  'experimental-cc-routine': 'experimental-cc-routine-2026-04-01';
  'experimental-claude-tag': 'experimental-claude-tag-2026-10-21';
  'extended-cache-ttl': 'extended-cache-ttl-2025-04-11';
  'fallback-credit': 'fallback-credit-2026-07-01';
  'fast-mode': 'fast-mode-2026-02-01';
  'files-api': 'files-api-2025-04-14';
  'fine-grained-tool-streaming': 'fine-grained-tool-streaming-2025-05-14';
  'google-managed-data-controls': 'google-managed-data-controls-2026-09-01';
  'inline-tools': 'inline-tools-2026-09-15';
  'interleaved-thinking': 'interleaved-thinking-2025-05-14';
  'managed-agents': 'managed-agents-2026-04-01';
  'max-tokens-3-5-sonnet': 'max-tokens-3-5-sonnet-2024-07-15';
  'mcp-client': 'mcp-client-2026-09-15';
  'mcp-servers': 'mcp-servers-2025-12-04';
  'mcp-tunnels': 'mcp-tunnels-2026-06-22';
  memory: 'memory-2025-08-18';
  'message-batches': 'message-batches-2024-09-24';
  'message-threads': 'message-threads-2026-08-12';
  messages: 'messages-2023-12-15';
  'mid-conversation-effort': 'mid-conversation-effort-2026-08-01';
  'mid-conversation-output-config': 'mid-conversation-output-config-2026-07-01';
  'mid-conversation-system': 'mid-conversation-system-2026-04-07';
  'mid-conversation-system-clear-at': 'mid-conversation-system-clear-at-2026-08-21';
  'mid-conversation-tool-changes': 'mid-conversation-tool-changes-2026-07-01';
  'model-context-window-exceeded': 'model-context-window-exceeded-2025-08-26';
  oauth: 'oauth-2025-04-20';
  'oidc-federation': 'oidc-federation-2026-04-01';
  'output-128k': 'output-128k-2025-02-19';
  'output-300k': 'output-300k-2026-03-24';
  pdfs: 'pdfs-2024-09-25';
  'per-turn-control': 'per-turn-control-2026-07-01';
  'prompt-caching': 'prompt-caching-2024-07-31';
  'prompt-caching-scope': 'prompt-caching-scope-2026-01-05';
  'prompt-tools': 'prompt-tools-2025-04-02';
  'redact-thinking': 'redact-thinking-2026-02-12';
  'search-results': 'search-results-2025-06-09';
  'server-side-fallback': 'server-side-fallback-2026-07-01';
  skills: 'skills-2025-10-02';
  'spend-limit-reads': 'spend-limit-reads-2026-09-26';
  'structured-output': 'structured-output-2024-03-01';
  'structured-outputs': 'structured-outputs-2025-11-13';
  'task-budgets': 'task-budgets-2026-03-13';
  'telemetry-destinations': 'telemetry-destinations-2026-08-11';
  'thinking-binding-controls': 'thinking-binding-controls-2026-08-01';
  'thinking-display-updates': 'thinking-display-updates-2026-08-18';
  'thinking-token-count': 'thinking-token-count-2026-05-13';
  'token-counting': 'token-counting-2024-11-01';
  'token-efficient-tools': 'token-efficient-tools-2025-02-19';
  'tool-examples': 'tool-examples-2025-10-29';
  'tool-search-tool': 'tool-search-tool-2025-10-19';
  tools: 'tools-2024-05-16';
  'user-profiles': 'user-profiles-2026-09-04';
  'user-profiles-billing': 'user-profiles-billing-2026-10-01';
  'web-fetch': 'web-fetch-2025-09-10';
  'web-search': 'web-search-2025-03-05';
  webhooks: 'webhooks-2026-10-07';
};

/**
 * The newest beta of a feature.
 * @example
 * ```ts
 * type Mcp = Latest<'mcp-client'>;
 * ```
 */
export type Latest<F extends Feature> = LatestByFeature[F];

/** The betas that each platform is known to reject with any model. */
export type RejectedByPlatform = {
  'claude-api': 'structured-outputs-2025-09-17';
  'claude-on-aws': 'structured-outputs-2025-09-17';
  'claude-on-google-cloud': 'structured-outputs-2025-09-17';
  bedrock:
    | 'advanced-tool-use-2025-11-20'
    | 'advisor-tool-2026-03-01'
    | 'code-execution-2025-05-22'
    | 'code-execution-2025-08-25'
    | 'extended-cache-ttl-2025-04-11'
    | 'fallback-credit-2026-06-01'
    | 'fallback-credit-2026-07-01'
    | 'fast-mode-2026-02-01'
    | 'files-api-2025-04-14'
    | 'inline-tools-2026-09-15'
    | 'mcp-servers-2025-12-04'
    | 'memory-2025-08-18'
    | 'oauth-2025-04-20'
    | 'per-turn-control-2026-07-01'
    | 'prompt-caching-2024-07-31'
    | 'prompt-caching-scope-2026-01-05'
    | 'redact-thinking-2026-02-12'
    | 'skills-2025-10-02'
    | 'structured-outputs-2025-11-13'
    | 'thinking-token-count-2026-05-13'
    | 'token-efficient-tools-2026-03-28'
    | 'web-fetch-2025-09-10';
  'bedrock-converse':
    | 'advanced-tool-use-2025-11-20'
    | 'advisor-tool-2026-03-01'
    | 'code-execution-2025-08-25'
    | 'dangerous-tool-use-2026-09-03'
    | 'fast-mode-2026-02-01'
    | 'files-api-2025-04-14'
    | 'mcp-client-2025-04-04'
    | 'mcp-client-2025-11-20'
    | 'output-128k-2025-02-19'
    | 'per-turn-control-2026-07-01'
    | 'prompt-caching-scope-2026-01-05'
    | 'skills-2025-10-02'
    | 'token-efficient-tools-2025-02-19'
    | 'tool-search-tool-2025-10-19'
    | 'web-fetch-2025-09-10'
    | 'web-search-2025-03-05';
  'bedrock-mantle':
    | 'advanced-tool-use-2025-11-20'
    | 'advisor-tool-2026-03-01'
    | 'code-execution-2025-08-25'
    | 'compact-2026-09-04'
    | 'fast-mode-2026-02-01'
    | 'files-api-2025-04-14'
    | 'inline-tools-2026-09-15'
    | 'mcp-client-2025-04-04'
    | 'mcp-client-2025-11-20'
    | 'prompt-caching-scope-2026-01-05'
    | 'web-fetch-2025-09-10';
  vertex:
    | 'adaptive-thinking-2026-01-28'
    | 'advanced-tool-use-2025-11-20'
    | 'advisor-tool-2026-03-01'
    | 'code-execution-2025-08-25'
    | 'context-1m-2025-08-07'
    | 'effort-2025-11-24'
    | 'files-api-2025-04-14'
    | 'fine-grained-tool-streaming-2025-05-14'
    | 'inline-tools-2026-09-15'
    | 'oauth-2025-04-20'
    | 'output-128k-2025-02-19'
    | 'pdfs-2024-09-25'
    | 'prompt-caching-2024-07-31'
    | 'prompt-caching-scope-2026-01-05'
    | 'redact-thinking-2026-02-12'
    | 'skills-2025-10-02'
    | 'structured-outputs-2025-11-13'
    | 'structured-outputs-2025-12-15'
    | 'thinking-token-count-2026-05-13'
    | 'token-efficient-tools-2025-02-19'
    | 'web-fetch-2025-09-10';
  foundry:
    | 'advisor-tool-2026-03-01'
    | 'fast-mode-2026-02-01'
    | 'fine-grained-tool-streaming-2025-05-14'
    | 'output-128k-2025-02-19'
    | 'token-efficient-tools-2025-02-19'
    | 'tool-examples-2025-10-29'
    | 'tool-search-tool-2025-10-19';
  'foundry-azure':
    | 'advisor-tool-2026-03-01'
    | 'fast-mode-2026-02-01'
    | 'fine-grained-tool-streaming-2025-05-14'
    | 'output-128k-2025-02-19'
    | 'token-efficient-tools-2025-02-19'
    | 'tool-examples-2025-10-29'
    | 'tool-search-tool-2025-10-19';
};

/** Retired betas, and features whose default is retired, each with an explanation. */
export type RetiredReasons = {
  'max-tokens-3-5-sonnet-2024-07-15': 'retired since 2025-10-28: The day on which the Claude 3.5 Sonnet models were retired.';
  'max-tokens-3-5-sonnet': 'retired since 2025-10-28: The day on which the Claude 3.5 Sonnet models were retired.';
  'output-128k-2025-02-19': 'retired since 2026-02-19: Retired together with Claude Sonnet 3.7.';
  'output-128k': 'retired since 2026-02-19: Retired together with Claude Sonnet 3.7.';
  'prompt-tools-2025-04-02': 'retired since 2026-08-17: the value no longer has any effect';
  'prompt-tools': 'retired since 2026-08-17: the value no longer has any effect';
  'server-side-fallback-2026-06-02': 'retired: No source names the day. The public form replaced it on June 9, 2026.';
  'server-side-fallback-2026-06-09': 'retired: No source names the day. The public form replaced it on June 9, 2026.';
  'structured-outputs-2025-09-17': 'retired since 2025-11-20: The day on which the rejection was reported and the SDK fixed.';
};

/**
 * The betas that a platform is not known to reject.
 * @example
 * ```ts
 * type OnBedrock = BetasOn<'bedrock'>;
 * ```
 */
export type BetasOn<P extends keyof RejectedByPlatform> = Exclude<Beta, RejectedByPlatform[P]>;

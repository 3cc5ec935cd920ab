// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.
import type { RuleRow } from '../table.ts';

/**
 * What betas opened before they graduated, or open for official clients alone: no rule asks for
 * them, errors still speak of it.
 */
export const FORMERLY: readonly (RuleRow & { readonly beta: string })[] = [
  { at: 'tools[].allowed_callers', beta: 'advanced-tool-use-2025-11-20' },
  { at: 'diagnostics', beta: 'cache-diagnosis-2026-04-07' },
  { at: 'tools[].type', is: 'memory_20250818', beta: 'context-management-2025-06-27' },
  { at: 'output_config', beta: 'effort-2025-11-24' },
  { at: 'messages[].content[].source.type', is: 'file', beta: 'files-api-2025-04-14' },
  { at: 'system[].cache_control.scope', beta: 'prompt-caching-scope-2026-01-05' },
  { at: 'tools[].cache_control.scope', beta: 'prompt-caching-scope-2026-01-05' },
  { at: 'messages[].content[].cache_control.scope', beta: 'prompt-caching-scope-2026-01-05' },
  { at: 'messages[].content[].**.type', is: 'search_result', beta: 'search-results-2025-06-09' },
  { at: 'output_config.format', beta: 'structured-outputs-2025-11-13' },
  { at: 'tools[].strict', beta: 'structured-outputs-2025-11-13' },
];

/** Betas that only official clients send. */
export const INTERNAL: readonly string[] = [
  'adaptive-thinking-2026-01-28',
  'afk-mode-2026-01-31',
  'ccr-byoc-2025-07-29',
  'claude-code-20250219',
  'dangerous-tool-use-2026-09-03',
  'mcp-servers-2025-12-04',
  'mid-conversation-effort-2026-08-01',
  'mid-conversation-system-2026-04-07',
  'oauth-2025-04-20',
  'oidc-federation-2026-04-01',
  'per-turn-control-2026-07-01',
  'prompt-caching-scope-2026-01-05',
  'redact-thinking-2026-02-12',
  'structured-output-2024-03-01',
  'structured-outputs-2025-12-15',
  'token-efficient-tools-2026-03-28',
];

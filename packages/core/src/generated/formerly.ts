// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
import type { RuleRow } from '../table.ts';
/** What betas opened before they graduated, or open for official clients alone: no rule asks for them, errors still speak of it. */
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

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * What a request needs: a path into the message params, the values that count there (`unknown`: any), and the beta.
 * @internal
 */
export interface RuleTypes {
  0: { at: 'tools[].type'; is: 'advisor_20260301'; beta: 'advisor-tool-2026-03-01' };
  1: { at: 'messages[].content[].type'; is: 'advisor_tool_result'; beta: 'advisor-tool-2026-03-01' };
  2: { at: 'messages[].content[].tool.definition.type'; is: 'advisor_20260301'; beta: 'advisor-tool-2026-03-01' };
  3: { at: 'context_management.edits[].type'; is: 'compact_20260112'; beta: 'compact-2026-01-12' };
  4: { at: 'compaction'; is: unknown; beta: 'compact-2026-09-04' };
  5: { at: 'messages[].content[].type'; is: 'compaction'; beta: 'compact-2026-09-04' };
  6: { at: 'tools[].type'; is: 'computer_20241022' | 'bash_20241022' | 'text_editor_20241022'; beta: 'computer-use-2024-10-22' };
  7: { at: 'tools[].type'; is: 'computer_20250124'; beta: 'computer-use-2025-01-24' };
  8: { at: 'messages[].content[].tool.definition.type'; is: 'computer_20250124'; beta: 'computer-use-2025-01-24' };
  9: { at: 'tools[].type'; is: 'computer_20251124'; beta: 'computer-use-2025-11-24' };
  10: { at: 'messages[].content[].tool.definition.type'; is: 'computer_20251124'; beta: 'computer-use-2025-11-24' };
  11: { at: 'context_management.edits[].type'; is: 'clear_tool_uses_20250919' | 'clear_thinking_20251015'; beta: 'context-management-2025-06-27' };
  12: { at: 'context_management'; is: unknown; beta: 'context-management-2025-06-27' };
  13: { at: 'fallback_credit_token.token'; is: unknown; beta: 'fallback-credit-2026-07-01' };
  14: { at: 'fallback_credit_token'; is: unknown; beta: 'fallback-credit-2026-07-01' };
  15: { at: 'messages[].content[].type'; is: 'tool_addition' | 'tool_removal'; beta: 'inline-tools-2026-09-15' };
  16: { at: 'messages[].content[].tool.type'; is: 'tool_definition'; beta: 'inline-tools-2026-09-15' };
  17: { at: 'mcp_servers[].tool_configuration'; is: unknown; beta: 'mcp-client-2025-04-04' };
  18: { at: 'mcp_servers'; is: unknown; beta: 'mcp-client-2025-11-20' };
  19: { at: 'tools[].type'; is: 'mcp_toolset'; beta: 'mcp-client-2025-11-20' };
  20: { at: 'messages[].content[].type'; is: 'mcp_tool_use' | 'mcp_tool_result'; beta: 'mcp-client-2025-11-20' };
  21: { at: 'tools[].tools'; is: unknown; beta: 'mcp-client-2026-09-15' };
  22: { at: 'messages[].content[].type'; is: 'mcp_tool_listing'; beta: 'mcp-client-2026-09-15' };
  23: { at: 'messages[].content[].tool.definition.type'; is: 'mcp_toolset'; beta: 'mcp-client-2026-09-15' };
  24: { at: 'messages[].content[].tool_changes[].tool.definition.type'; is: 'mcp_toolset'; beta: 'mcp-client-2026-09-15' };
  25: { at: 'thread'; is: unknown; beta: 'message-threads-2026-08-12' };
  26: { at: 'messages[].output_config'; is: unknown; beta: 'mid-conversation-output-config-2026-07-01' };
  27: { at: 'messages[].clear_at'; is: unknown; beta: 'mid-conversation-system-clear-at-2026-08-21' };
  28: { at: 'fallbacks'; is: 'default'; beta: 'server-side-fallback-2026-07-01' };
  29: { at: 'fallbacks'; is: unknown; beta: 'server-side-fallback-2026-07-01' };
  30: { at: 'messages[].content[].type'; is: 'fallback'; beta: 'server-side-fallback-2026-07-01' };
  31: { at: 'output_format'; is: unknown; beta: 'structured-outputs-2025-11-13' };
  32: { at: 'output_config.task_budget'; is: unknown; beta: 'task-budgets-2026-03-13' };
  33: { at: 'fallbacks[].output_config.task_budget'; is: unknown; beta: 'task-budgets-2026-03-13' };
  34: { at: 'thinking.block_binding'; is: unknown; beta: 'thinking-binding-controls-2026-08-01' };
  35: { at: 'fallbacks[].thinking.block_binding'; is: unknown; beta: 'thinking-binding-controls-2026-08-01' };
  36: { at: 'thinking.display'; is: 'updates'; beta: 'thinking-display-updates-2026-08-18' };
  37: { at: 'fallbacks[].thinking.display'; is: 'updates'; beta: 'thinking-display-updates-2026-08-18' };
  38: { at: 'billing_policy'; is: unknown; beta: 'user-profiles-billing-2026-10-01' };
}

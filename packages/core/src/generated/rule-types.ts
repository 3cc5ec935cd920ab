// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.
/**
 * What a request needs: a path into the message params, the values that count there (`unknown`: any), and the beta.
 * @internal
 */
export interface RuleTypes {
  0: { at: 'tools[].type'; is: 'advisor_20260301'; beta: 'advisor-tool-2026-03-01' };
  1: { at: 'messages[].content[].type'; is: 'advisor_tool_result'; beta: 'advisor-tool-2026-03-01' };
  2: { at: 'messages[].content[].tool.definition.type'; is: 'advisor_20260301'; beta: 'advisor-tool-2026-03-01' };
  3: { at: 'messages[].content[].tool_changes[].tool.definition.type'; is: 'advisor_20260301'; beta: 'advisor-tool-2026-03-01' };
  4: { at: 'context_management.edits[].type'; is: 'compact_20260112'; beta: 'compact-2026-01-12' };
  5: { at: 'compaction'; is: unknown; beta: 'compact-2026-09-04' };
  6: { at: 'messages[].content[].type'; is: 'compaction'; beta: 'compact-2026-09-04' };
  7: { at: 'tools[].type'; is: 'computer_20241022' | 'bash_20241022' | 'text_editor_20241022'; beta: 'computer-use-2024-10-22' };
  8: { at: 'messages[].content[].tool.definition.type'; is: 'computer_20241022' | 'bash_20241022' | 'text_editor_20241022'; beta: 'computer-use-2024-10-22' };
  9: { at: 'messages[].content[].tool_changes[].tool.definition.type'; is: 'computer_20241022' | 'bash_20241022' | 'text_editor_20241022'; beta: 'computer-use-2024-10-22' };
  10: { at: 'tools[].type'; is: 'computer_20250124'; beta: 'computer-use-2025-01-24' };
  11: { at: 'messages[].content[].tool.definition.type'; is: 'computer_20250124'; beta: 'computer-use-2025-01-24' };
  12: { at: 'messages[].content[].tool_changes[].tool.definition.type'; is: 'computer_20250124'; beta: 'computer-use-2025-01-24' };
  13: { at: 'tools[].type'; is: 'computer_20251124'; beta: 'computer-use-2025-11-24' };
  14: { at: 'messages[].content[].tool.definition.type'; is: 'computer_20251124'; beta: 'computer-use-2025-11-24' };
  15: { at: 'messages[].content[].tool_changes[].tool.definition.type'; is: 'computer_20251124'; beta: 'computer-use-2025-11-24' };
  16: { at: 'context_management.edits[].type'; is: 'clear_tool_uses_20250919' | 'clear_thinking_20251015'; beta: 'context-management-2025-06-27' };
  17: { at: 'context_management'; is: unknown; beta: 'context-management-2025-06-27' };
  18: { at: 'fallback_credit_token.token'; is: unknown; beta: 'fallback-credit-2026-07-01' };
  19: { at: 'fallback_credit_token'; is: unknown; beta: 'fallback-credit-2026-07-01' };
  20: { at: 'messages[].content[].type'; is: 'tool_addition' | 'tool_removal'; beta: 'inline-tools-2026-09-15' };
  21: { at: 'messages[].content[].tool.type'; is: 'tool_definition'; beta: 'inline-tools-2026-09-15' };
  22: { at: 'messages[].content[].tool_changes[].tool.type'; is: 'tool_definition'; beta: 'inline-tools-2026-09-15' };
  23: { at: 'mcp_servers[].tool_configuration'; is: unknown; beta: 'mcp-client-2025-04-04' };
  24: { at: 'tools[].type'; is: 'mcp_toolset'; beta: 'mcp-client-2025-11-20' };
  25: { at: 'messages[].content[].type'; is: 'mcp_tool_use' | 'mcp_tool_result'; beta: 'mcp-client-2025-11-20' };
  26: { at: 'tools[].tools'; is: unknown; beta: 'mcp-client-2026-09-15' };
  27: { at: 'messages[].content[].type'; is: 'mcp_tool_listing'; beta: 'mcp-client-2026-09-15' };
  28: { at: 'messages[].content[].tool.definition.type'; is: 'mcp_toolset'; beta: 'mcp-client-2026-09-15' };
  29: { at: 'messages[].content[].tool_changes[].tool.definition.type'; is: 'mcp_toolset'; beta: 'mcp-client-2026-09-15' };
  30: { at: 'thread'; is: unknown; beta: 'message-threads-2026-08-12' };
  31: { at: 'messages[].output_config'; is: unknown; beta: 'mid-conversation-output-config-2026-07-01' };
  32: { at: 'messages[].clear_at'; is: unknown; beta: 'mid-conversation-system-clear-at-2026-08-21' };
  33: { at: 'fallbacks'; is: 'default'; beta: 'server-side-fallback-2026-07-01' };
  34: { at: 'fallbacks'; is: unknown; beta: 'server-side-fallback-2026-07-01' };
  35: { at: 'messages[].content[].type'; is: 'fallback'; beta: 'server-side-fallback-2026-07-01' };
  36: { at: 'output_format'; is: unknown; beta: 'structured-outputs-2025-11-13' };
  37: { at: 'output_config.task_budget'; is: unknown; beta: 'task-budgets-2026-03-13' };
  38: { at: 'fallbacks[].output_config.task_budget'; is: unknown; beta: 'task-budgets-2026-03-13' };
  39: { at: 'thinking.block_binding'; is: unknown; beta: 'thinking-binding-controls-2026-08-01' };
  40: { at: 'fallbacks[].thinking.block_binding'; is: unknown; beta: 'thinking-binding-controls-2026-08-01' };
  41: { at: 'thinking.display'; is: 'updates'; beta: 'thinking-display-updates-2026-08-18' };
  42: { at: 'fallbacks[].thinking.display'; is: 'updates'; beta: 'thinking-display-updates-2026-08-18' };
  43: { at: 'billing_policy'; is: unknown; beta: 'user-profiles-billing-2026-10-01' };
}

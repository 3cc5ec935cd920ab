/** The params that the requests of the official clients have. */
export const MESSAGES: readonly object[] = [{ role: 'user', content: 'hi' }];
const weather = {
  name: 'weather',
  description: 'The weather',
  input_schema: { type: 'object', properties: {} },
};
export const MCP: readonly object[] = [{ type: 'url', name: 'docs', url: 'https://mcp.test' }];

/** Params that need or once needed a beta, each with the beta that callers usually send. */
export const PARAMS: Readonly<
  Record<string, { readonly betas?: readonly string[]; readonly [param: string]: unknown }>
> = {
  nothing: {},
  'mcp, the first date': { mcp_servers: MCP, betas: ['mcp-client-2025-04-04'] },
  'mcp toolset': {
    mcp_servers: MCP,
    tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
    betas: ['mcp-client-2025-11-20'],
  },
  'computer use of 2024': {
    tools: [
      { type: 'computer_20241022', name: 'computer', display_width_px: 1, display_height_px: 1 },
      { type: 'bash_20241022', name: 'bash' },
    ],
    betas: ['computer-use-2024-10-22'],
  },
  'computer use': {
    tools: [
      { type: 'computer_20251124', name: 'computer', display_width_px: 1, display_height_px: 1 },
    ],
    betas: ['computer-use-2025-11-24'],
  },
  'a file': {
    messages: [
      {
        role: 'user',
        content: [{ type: 'document', source: { type: 'file', file_id: 'file_1' } }],
      },
    ],
    betas: ['files-api-2025-04-14'],
  },
  'a header alone': {
    thinking: { type: 'enabled', budget_tokens: 1024 },
    max_tokens: 2048,
    betas: ['interleaved-thinking-2025-05-14'],
  },
  'context editing': {
    context_management: { edits: [{ type: 'clear_tool_uses_20250919' }] },
    betas: ['context-management-2025-06-27'],
  },
  compaction: { compaction: { type: 'summarize' }, betas: ['compact-2026-09-04'] },
  skills: {
    container: { skills: [{ type: 'anthropic', skill_id: 'pptx', version: 'latest' }] },
    tools: [{ type: 'code_execution_20250825', name: 'code_execution' }],
    betas: ['code-execution-2025-08-25', 'skills-2025-10-02'],
  },
  'an hour of cache': {
    system: [{ type: 'text', text: 'hi', cache_control: { type: 'ephemeral', ttl: '1h' } }],
    betas: ['extended-cache-ttl-2025-04-11'],
  },
  'tool search': {
    tools: [
      { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
      { ...weather, defer_loading: true },
    ],
    betas: ['advanced-tool-use-2025-11-20'],
  },
  'input examples': {
    tools: [{ ...weather, input_examples: [{}] }],
    betas: ['tool-examples-2025-10-29'],
  },
  effort: {
    model: 'claude-opus-4-5',
    output_config: { effort: 'low' },
    betas: ['effort-2025-11-24'],
  },
  'fast mode': { speed: 'fast', betas: ['fast-mode-2026-02-01'] },
  'a task budget': {
    output_config: { task_budget: { type: 'tokens', total: 50_000 } },
    betas: ['task-budgets-2026-03-13'],
  },
  'token-efficient tools': { tools: [weather], betas: ['token-efficient-tools-2025-02-19'] },
  'longer output': { betas: ['output-128k-2025-02-19'] },
};

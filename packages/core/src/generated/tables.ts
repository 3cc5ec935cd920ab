// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.
import type { FeatureRow } from '../table.ts';

/** What the engine knows of each feature. A beta is `<feature>-<date>`. */
export const FEATURES: { readonly [feature: string]: FeatureRow } = {
  'adaptive-thinking': [{ '2026-01-28': { rejectedOn: ['vertex'] } }],
  'admin-user-sign-out': [
    {
      '2026-10-08': {
        opens: [{ endpoint: ['POST /v1/organizations/users/{}/sign_out'] }],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
    'api/beta/organization/users',
  ],
  'advanced-tool-use': [
    {
      '2025-11-20': {
        stage: 'graduated',
        rejectedOn: ['bedrock-converse'],
        renamedOn: {
          bedrock: 'tool-search-tool-2025-10-19',
          'bedrock-mantle': 'tool-search-tool-2025-10-19',
          vertex: 'tool-search-tool-2025-10-19',
        },
      },
    },
    'agents-and-tools/tool-use/tool-search-tool',
  ],
  'advisor-tool': [
    {
      '2026-03-01': {
        opens: [
          { at: 'tools[].type', is: 'advisor_20260301' },
          { at: 'messages[].content[].type', is: 'advisor_tool_result' },
          { at: 'messages[].content[].tool.definition.type', is: 'advisor_20260301' },
          {
            at: 'messages[].content[].tool_changes[].tool.definition.type',
            is: 'advisor_20260301',
          },
        ],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex', 'foundry'],
      },
    },
    'agents-and-tools/tool-use/',
  ],
  'afk-mode': [{ '2026-01-31': {} }],
  'agent-api': [{ '2026-03-01': { conflicts: [{ with: 'managed-agents-2026-04-01' }] } }],
  'agent-memory': [
    {
      '2026-07-22': {
        opens: [{ endpoint: ['* /v1/memory_stores/**'], or: ['managed-agents-2026-04-01'] }],
        rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'],
        conflicts: [{ with: 'managed-agents-2026-04-01', endpoint: ['* /v1/memory_stores/**'] }],
      },
    },
    'managed-agents/memory',
  ],
  'analytics-usage-cost': [
    {
      '2026-08-24': {
        opens: [
          { endpoint: ['GET /v1/organizations/analytics/usage'] },
          { endpoint: ['GET /v1/organizations/analytics/cost'] },
        ],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
    'manage-claude/usage-cost-analytics-api',
  ],
  'cache-diagnosis': [
    {
      '2026-04-07': {
        stage: 'graduated',
        rejectedOn: [
          'claude-on-aws',
          'bedrock',
          'bedrock-converse',
          'bedrock-mantle',
          'vertex',
          'foundry',
        ],
      },
    },
    'build-with-claude/cache-diagnostics',
  ],
  'ccr-byoc': [{ '2025-07-29': {} }],
  'ce-claude-code-managed-settings': [
    {
      '2026-10-06': {
        opens: [{ endpoint: ['* /v1/organizations/claude_code/managed_settings/**'] }],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
    'api/beta/organization/claude_code/managed_settings/configuration/retrieve',
  ],
  'ce-plugins': [
    {
      '2026-09-01': {
        opens: [
          { endpoint: ['* /v1/organizations/plugins/**'] },
          { endpoint: ['* /v1/organizations/plugin_marketplaces/**'] },
        ],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
    'manage-claude/plugins-api',
  ],
  'ce-user-management': [
    {
      '2026-07-13': {
        stage: 'graduated',
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
    'manage-claude/user-management',
  ],
  'claude-code': [{ '20250219': {} }],
  'code-execution': [
    {
      '2025-05-22': {
        stage: 'graduated',
        supersededBy: 'code-execution-2025-08-25',
        rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'],
      },
      '2025-08-25': {
        stage: 'graduated',
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'],
      },
    },
    'agents-and-tools/tool-use/code-execution-tool',
  ],
  'code-execution-web-tools': [{ '2026-02-09': { stage: 'graduated' } }],
  compact: [
    {
      '2026-01-12': {
        independent: true,
        opens: [{ at: 'context_management.edits[].type', is: 'compact_20260112' }],
        rejectedOn: ['bedrock-converse'],
      },
      '2026-09-04': {
        independent: true,
        opens: [
          { at: 'compaction' },
          { at: 'messages[].content[].type', is: 'compaction', or: ['compact-2026-01-12'] },
        ],
        rejectedOn: ['bedrock-converse', 'bedrock-mantle'],
      },
    },
    'build-with-claude/compaction',
  ],
  'computer-use': [
    {
      '2024-10-22': {
        stage: 'superseded',
        supersededBy: 'computer-use-2025-01-24',
        opens: [
          {
            at: 'tools[].type',
            in: ['computer_20241022', 'bash_20241022', 'text_editor_20241022'],
          },
          {
            at: 'messages[].content[].tool.definition.type',
            in: ['computer_20241022', 'bash_20241022', 'text_editor_20241022'],
          },
          {
            at: 'messages[].content[].tool_changes[].tool.definition.type',
            in: ['computer_20241022', 'bash_20241022', 'text_editor_20241022'],
          },
        ],
      },
      '2025-01-24': {
        stage: 'superseded',
        supersededBy: 'computer-use-2025-11-24',
        opens: [
          { at: 'tools[].type', is: 'computer_20250124' },
          { at: 'messages[].content[].tool.definition.type', is: 'computer_20250124' },
          {
            at: 'messages[].content[].tool_changes[].tool.definition.type',
            is: 'computer_20250124',
          },
        ],
      },
      '2025-11-24': {
        opens: [
          { at: 'tools[].type', is: 'computer_20251124' },
          { at: 'messages[].content[].tool.definition.type', is: 'computer_20251124' },
          {
            at: 'messages[].content[].tool_changes[].tool.definition.type',
            is: 'computer_20251124',
          },
        ],
      },
    },
    'agents-and-tools/tool-use/computer-use-tool',
  ],
  'context-1m': [
    { '2025-08-07': { stage: 'graduated', rejectedOn: ['vertex'] } },
    'build-with-claude/context-windows',
  ],
  'context-management': [
    {
      '2025-06-27': {
        opens: [
          {
            at: 'context_management.edits[].type',
            in: ['clear_tool_uses_20250919', 'clear_thinking_20251015'],
          },
          { at: 'context_management', or: ['compact-2026-01-12'] },
        ],
      },
    },
    'build-with-claude/context-editing',
  ],
  'dangerous-tool-use': [{ '2026-09-03': { rejectedOn: ['bedrock-converse'] } }],
  'dev-full-thinking': [
    { '2025-05-14': {} },
    'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html',
  ],
  dreaming: [
    {
      '2026-04-21': {
        opens: [{ endpoint: ['* /v1/dreams/**'] }],
        rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'],
      },
    },
    'managed-agents/dreams',
  ],
  effort: [
    {
      '2025-11-24': {
        stage: 'graduated',
        opens: [{ at: 'output_config.effort', model: ['claude-opus-4-5'], platform: ['bedrock'] }],
        rejectedOn: ['vertex'],
      },
    },
    'build-with-claude/',
  ],
  efs: [
    {
      '2026-10-01': {
        opens: [
          {
            endpoint: [
              'GET /v1/organizations/external_storage',
              'POST /v1/organizations/external_storage',
              'GET /v1/organizations/external_storage/{}',
              'POST /v1/organizations/external_storage/{}',
              'DELETE /v1/organizations/external_storage/{}',
              'POST /v1/organizations/external_storage/{}/activate',
            ],
          },
          {
            at: 'inference_data_privacy',
            endpoint: ['POST /v1/organizations/workspaces', 'POST /v1/organizations/workspaces/{}'],
          },
        ],
        rejectedOn: ['bedrock-mantle', 'foundry'],
      },
    },
    'manage-claude/enterprise-frontier-safeguards/customer-owned-storage',
  ],
  'experimental-claude-tag': [
    {
      '2026-10-21': {
        opens: [{ endpoint: ['* /v1/organizations/claude_tag/**'] }],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
    'manage-claude/claude-tag-api',
  ],
  'extended-cache-ttl': [
    { '2025-04-11': { stage: 'graduated' } },
    'build-with-claude/prompt-caching',
  ],
  'fallback-credit': [
    {
      '2026-06-01': {
        stage: 'superseded',
        supersededBy: 'fallback-credit-2026-07-01',
        renamedOn: { bedrock: 'fallback-credit-2026-06-09' },
      },
      '2026-06-09': {},
      '2026-07-01': {
        opens: [
          { at: 'fallback_credit_token.token' },
          {
            at: 'fallback_credit_token',
            or: ['fallback-credit-2026-06-01', 'fallback-credit-2026-06-09'],
          },
        ],
        renamedOn: { bedrock: 'fallback-credit-2026-06-09' },
      },
    },
    'build-with-claude/',
  ],
  'fast-mode': [
    {
      '2026-02-01': {
        opens: [
          {
            at: 'speed',
            model: ['claude-opus-5', 'claude-opus-4-8', 'claude-opus-4-7', 'claude-opus-4-6'],
          },
        ],
        rejectedOn: ['claude-on-aws', 'bedrock', 'bedrock-converse', 'bedrock-mantle', 'foundry'],
      },
    },
    'build-with-claude/',
  ],
  'files-api': [
    {
      '2025-04-14': {
        stage: 'legacy-shape',
        opens: [
          { at: 'before_id', endpoint: ['GET /v1/files'], or: ['managed-agents-2026-04-01'] },
          { at: 'after_id', endpoint: ['GET /v1/files'], or: ['managed-agents-2026-04-01'] },
        ],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'],
        selectsAt: ['* /v1/files/**'],
      },
    },
    'build-with-claude/files',
  ],
  'fine-grained-tool-streaming': [
    {
      '2025-05-14': {
        stage: 'legacy-shape',
        rejectedOn: ['vertex', 'foundry'],
        selectsAt: ['POST /v1/messages'],
      },
    },
    'agents-and-tools/tool-use/',
  ],
  'google-managed-data-controls': [
    {
      '2026-09-01': {
        opens: [
          {
            endpoint: [
              'GET /v1/organizations/providers/google/projects/{}/data_controls',
              'POST /v1/organizations/providers/google/projects/{}/data_controls',
              'GET /v1/user_profiles/{}/providers/google/data_controls',
              'POST /v1/user_profiles/{}/providers/google/data_controls',
            ],
          },
        ],
        rejectedOn: ['bedrock-mantle'],
      },
    },
    'manage-claude/enterprise-frontier-safeguards/setup-google-cloud-agent-platform',
  ],
  'inline-tools': [
    {
      '2026-09-15': {
        opens: [
          {
            at: 'messages[].content[].type',
            in: ['tool_addition', 'tool_removal'],
            or: ['mid-conversation-tool-changes-2026-07-01'],
          },
          { at: 'messages[].content[].tool.type', is: 'tool_definition' },
          { at: 'messages[].content[].tool_changes[].tool.type', is: 'tool_definition' },
        ],
        rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'],
      },
    },
    'build-with-claude/mid-conversation-system-messages',
  ],
  'interleaved-thinking': [{ '2025-05-14': {} }, 'build-with-claude/extended-thinking'],
  'managed-agents': [
    {
      '2026-04-01': {
        opens: [
          { endpoint: ['* /v1/agents/**'] },
          { endpoint: ['* /v1/environments/**'] },
          { endpoint: ['* /v1/sessions/**'], or: ['ccr-byoc-2025-07-29'] },
          { endpoint: ['* /v1/deployments/**'] },
          { endpoint: ['* /v1/deployment_runs/**'] },
          { endpoint: ['* /v1/vaults/**'] },
        ],
        rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex', 'foundry'],
      },
    },
    'managed-agents/overview',
  ],
  'max-tokens-3-5-sonnet': [{ '2024-07-15': { stage: 'retired' } }, 'release-notes/overview'],
  'mcp-client': [
    {
      '2025-04-04': {
        stage: 'superseded',
        supersededBy: 'mcp-client-2025-11-20',
        opens: [{ at: 'mcp_servers[].tool_configuration' }],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'],
      },
      '2025-11-20': {
        opens: [
          {
            at: 'mcp_servers',
            nonEmpty: true,
            or: ['mcp-client-2026-09-15', 'mcp-client-2025-04-04'],
          },
          { at: 'tools[].type', is: 'mcp_toolset', or: ['mcp-client-2026-09-15'] },
          {
            at: 'messages[].content[].type',
            in: ['mcp_tool_use', 'mcp_tool_result'],
            or: ['mcp-client-2026-09-15', 'mcp-client-2025-04-04'],
          },
        ],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'],
      },
      '2026-09-15': {
        opens: [
          { at: 'tools[].tools' },
          { at: 'messages[].content[].type', is: 'mcp_tool_listing' },
          { at: 'messages[].content[].tool.definition.type', is: 'mcp_toolset' },
          { at: 'messages[].content[].tool_changes[].tool.definition.type', is: 'mcp_toolset' },
        ],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'],
      },
    },
    'agents-and-tools/mcp-connector',
  ],
  'mcp-servers': [{ '2025-12-04': { rejectedOn: ['bedrock'] } }],
  'mcp-tunnels': [
    { '2026-06-22': { opens: [{ endpoint: ['* /v1/tunnels/**'] }] } },
    'agents-and-tools/mcp-tunnels/reference',
  ],
  'message-batches': [
    { '2024-09-24': { stage: 'graduated' } },
    'build-with-claude/batch-processing',
  ],
  'message-threads': [
    {
      '2026-08-12': {
        opens: [{ at: 'thread' }],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'],
      },
    },
    'build-with-claude/',
  ],
  messages: [{ '2023-12-15': { stage: 'graduated' } }, 'api/'],
  'mid-conversation-effort': [{ '2026-08-01': {} }, 'build-with-claude/effort-per-message'],
  'mid-conversation-output-config': [
    {
      '2026-07-01': {
        opens: [{ at: 'messages[].output_config', or: ['per-turn-control-2026-07-01'] }],
      },
    },
    'build-with-claude/effort-per-message',
  ],
  'mid-conversation-system': [
    { '2026-04-07': {} },
    'build-with-claude/mid-conversation-system-messages',
  ],
  'mid-conversation-system-clear-at': [
    { '2026-08-21': { opens: [{ at: 'messages[].clear_at' }] } },
    'build-with-claude/mid-conversation-system-messages',
  ],
  'mid-conversation-tool-changes': [
    { '2026-07-01': {} },
    'build-with-claude/mid-conversation-system-messages',
  ],
  'model-context-window-exceeded': [
    { '2025-08-26': { stage: 'graduated' } },
    'build-with-claude/handling-stop-reasons',
  ],
  oauth: [
    {
      '2025-04-20': {
        opens: [{ endpoint: ['POST /v1/oauth/token'] }],
        rejectedOn: ['bedrock', 'vertex'],
      },
    },
    'manage-claude/authentication',
  ],
  'oidc-federation': [
    {
      '2026-04-01': {
        opens: [
          {
            at: 'grant_type',
            is: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
            endpoint: ['POST /v1/oauth/token'],
          },
        ],
      },
    },
    'manage-claude/workload-identity-federation',
  ],
  'output-128k': [
    { '2025-02-19': { stage: 'retired', rejectedOn: ['bedrock-converse', 'vertex', 'foundry'] } },
    'about-claude/models/migration-guide',
  ],
  'output-300k': [
    {
      '2026-03-24': {
        opens: [{ at: 'max_tokens', above: 128000, endpoint: ['POST /v1/messages/batches'] }],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex', 'foundry'],
      },
    },
    'build-with-claude/batch-processing',
  ],
  pdfs: [
    { '2024-09-25': { stage: 'graduated', rejectedOn: ['vertex'] } },
    'build-with-claude/pdf-support',
  ],
  'per-turn-control': [{ '2026-07-01': { rejectedOn: ['bedrock', 'bedrock-converse'] } }],
  'prompt-caching': [{ '2024-07-31': { stage: 'graduated' } }, 'build-with-claude/'],
  'prompt-caching-scope': [
    { '2026-01-05': { rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'] } },
  ],
  'redact-thinking': [{ '2026-02-12': { rejectedOn: ['bedrock', 'vertex'] } }],
  'search-results': [{ '2025-06-09': { stage: 'graduated' } }, 'build-with-claude/'],
  'server-side-fallback': [
    {
      '2026-06-01': {
        stage: 'superseded',
        supersededBy: 'server-side-fallback-2026-07-01',
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex', 'foundry'],
      },
      '2026-07-01': {
        opens: [
          { at: 'fallbacks', is: 'default' },
          { at: 'fallbacks', or: ['server-side-fallback-2026-06-01'] },
          {
            at: 'messages[].content[].type',
            is: 'fallback',
            or: ['server-side-fallback-2026-06-01'],
          },
        ],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex', 'foundry'],
      },
    },
    'build-with-claude/refusals-and-fallback',
  ],
  skills: [
    {
      '2025-10-02': {
        stage: 'legacy-shape',
        opens: [{ at: 'container.skills', nonEmpty: true, platform: ['claude-on-aws', 'foundry'] }],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'],
        selectsAt: ['* /v1/skills/**'],
      },
    },
    'build-with-claude/skills-guide',
  ],
  'spend-limit-reads': [
    {
      '2026-09-26': {
        opens: [{ endpoint: ['GET /v1/organizations/spend_limits'] }],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
    'manage-claude/spend-limits-api',
  ],
  'structured-output': [{ '2024-03-01': {} }],
  'structured-outputs': [
    {
      '2025-09-17': { stage: 'retired', rejectedOn: ['claude-api'] },
      '2025-11-13': {
        stage: 'graduated',
        opens: [{ at: 'output_format' }],
        rejectedOn: ['bedrock', 'vertex'],
      },
      '2025-12-15': { rejectedOn: ['vertex'] },
    },
    'build-with-claude/',
    '2025-11-13',
  ],
  'task-budgets': [
    {
      '2026-03-13': {
        opens: [
          { at: 'output_config.task_budget' },
          { at: 'fallbacks[].output_config.task_budget' },
        ],
      },
    },
    'build-with-claude/',
  ],
  'telemetry-destinations': [
    {
      '2026-08-11': {
        opens: [{ endpoint: ['* /v1/organizations/telemetry_destinations/**'] }],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
    'manage-claude/opentelemetry',
  ],
  'thinking-binding-controls': [
    {
      '2026-08-01': {
        opens: [{ at: 'thinking.block_binding' }, { at: 'fallbacks[].thinking.block_binding' }],
        modelsOn: {
          bedrock: [
            'claude-fable-5-2',
            'claude-mythos-5-2',
            'claude-fable-5-1',
            'claude-mythos-5-1',
            'claude-opus-5-5',
            'claude-sonnet-5-5',
            'claude-haiku-5-5',
          ],
          vertex: [
            'claude-fable-5-2',
            'claude-mythos-5-2',
            'claude-fable-5-1',
            'claude-mythos-5-1',
            'claude-opus-5-5',
            'claude-sonnet-5-5',
            'claude-haiku-5-5',
          ],
        },
      },
    },
    'build-with-claude/preserved-thinking',
  ],
  'thinking-display-updates': [
    {
      '2026-08-18': {
        opens: [
          { at: 'thinking.display', is: 'updates' },
          { at: 'fallbacks[].thinking.display', is: 'updates' },
        ],
      },
    },
    'build-with-claude/thinking',
  ],
  'thinking-token-count': [{ '2026-05-13': { rejectedOn: ['vertex'] } }],
  'token-counting': [{ '2024-11-01': { stage: 'graduated' } }, 'build-with-claude/'],
  'token-efficient-tools': [
    {
      '2025-02-19': { stage: 'graduated', rejectedOn: ['bedrock-converse', 'vertex', 'foundry'] },
      '2026-03-28': { rejectedOn: ['bedrock'] },
    },
    'agents-and-tools/tool-use/overview',
    '2025-02-19',
  ],
  'tool-examples': [
    {
      '2025-10-29': {
        opens: [
          { at: 'tools[].input_examples', platform: ['bedrock', 'bedrock-mantle', 'vertex'] },
        ],
        renamedOn: { foundry: 'advanced-tool-use-2025-11-20' },
      },
    },
    'agents-and-tools/tool-use/define-tools',
  ],
  'tool-search-tool': [
    {
      '2025-10-19': {
        opens: [
          {
            at: 'tools[].type',
            in: [
              'tool_search_tool_regex_20251119',
              'tool_search_tool_bm25_20251119',
              'tool_search_tool_regex',
              'tool_search_tool_bm25',
            ],
            platform: ['bedrock', 'bedrock-mantle'],
          },
          { at: 'tools[].defer_loading', platform: ['bedrock', 'bedrock-mantle'] },
          {
            at: 'messages[].content[].**.type',
            in: ['tool_search_tool_result', 'tool_reference'],
            platform: ['bedrock', 'bedrock-mantle'],
          },
          {
            at: 'tools[].type',
            in: [
              'tool_search_tool_regex_20251119',
              'tool_search_tool_bm25_20251119',
              'tool_search_tool_regex',
              'tool_search_tool_bm25',
            ],
            platform: ['vertex'],
            endpoint: ['POST /v1/messages'],
          },
          { at: 'tools[].defer_loading', platform: ['vertex'], endpoint: ['POST /v1/messages'] },
          {
            at: 'messages[].content[].**.type',
            in: ['tool_search_tool_result', 'tool_reference'],
            platform: ['vertex'],
            endpoint: ['POST /v1/messages'],
          },
        ],
        rejectedOn: ['bedrock-converse'],
        renamedOn: { foundry: 'advanced-tool-use-2025-11-20' },
      },
    },
    'agents-and-tools/tool-use/',
  ],
  tools: [
    {
      '2024-04-04': { stage: 'graduated', supersededBy: 'tools-2024-05-16' },
      '2024-05-16': { stage: 'graduated' },
    },
    'agents-and-tools/tool-use/overview',
  ],
  'user-profiles': [
    {
      '2026-03-24': {
        stage: 'legacy-shape',
        rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'],
        selectsAt: ['* /v1/user_profiles/**'],
      },
      '2026-08-18': {
        stage: 'legacy-shape',
        opens: [
          {
            at: 'external_id',
            endpoint: ['POST /v1/user_profiles', 'POST /v1/user_profiles/{}'],
            or: ['user-profiles-2026-03-24'],
          },
          {
            at: 'external_user_onboarded_at',
            endpoint: ['POST /v1/user_profiles', 'POST /v1/user_profiles/{}'],
          },
          {
            endpoint: ['POST /v1/user_profiles/{}/enrollment_url'],
            or: ['user-profiles-2026-09-04', 'user-profiles-2026-03-24'],
          },
        ],
        rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'],
        selectsAt: ['* /v1/user_profiles/**'],
        appendedAt: [
          'POST /v1/user_profiles',
          'GET /v1/user_profiles',
          'GET /v1/user_profiles/{}',
          'POST /v1/user_profiles/{}',
          'DELETE /v1/user_profiles/{}',
          'POST /v1/user_profiles/{}/action_urls',
        ],
      },
      '2026-09-04': {
        stage: 'legacy-shape',
        rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'],
        selectsAt: ['* /v1/user_profiles/**'],
        appendedAt: [
          'GET /v1/user_profiles/{}/providers/google/data_controls',
          'POST /v1/user_profiles/{}/providers/google/data_controls',
        ],
      },
    },
    'api/user_profiles',
  ],
  'user-profiles-billing': [
    {
      '2026-10-01': {
        opens: [
          { at: 'billing_policy' },
          { at: 'billing_policy', endpoint: ['POST /v1/chat/completions'] },
        ],
      },
    },
    'manage-claude/oauth-apps/organization-billing-connections',
  ],
  'web-fetch': [
    {
      '2025-09-10': {
        stage: 'graduated',
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'],
      },
    },
    'agents-and-tools/tool-use/web-fetch-tool',
  ],
  'web-search': [
    {
      '2025-03-05': {
        stage: 'graduated',
        opens: [
          {
            at: 'tools[].type',
            is: 'web_search_20250305',
            platform: ['vertex'],
            endpoint: ['POST /v1/messages'],
          },
        ],
        rejectedOn: ['bedrock', 'bedrock-converse'],
      },
    },
    'agents-and-tools/tool-use/web-search-tool',
  ],
  webhooks: [
    {
      '2026-10-07': {
        opens: [{ endpoint: ['* /v1/organizations/webhooks/**'] }],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
    'api/beta/organization/',
  ],
};

/**
 * Reads a field that rules ask for. What they ask of every message and block is in the code, where
 * engines find it faster.
 */
export function fieldOf(value: { readonly [name: string]: unknown }, name: string): unknown {
  switch (name) {
    case 'clear_at':
      return value.clear_at;
    case 'content':
      return value.content;
    case 'output_config':
      return value.output_config;
    case 'tool':
      return value.tool;
    case 'tool_changes':
      return value.tool_changes;
    case 'type':
      return value.type;
    default:
      return value[name];
  }
}

/**
 * What a request needs: a path into the message params, the values that count there (`unknown`:
 * any), and the beta.
 * @internal
 */
export interface RuleTypes {
  0: { at: 'tools[].type'; is: 'advisor_20260301'; beta: 'advisor-tool-2026-03-01' };
  1: {
    at: 'messages[].content[].type';
    is: 'advisor_tool_result';
    beta: 'advisor-tool-2026-03-01';
  };
  2: {
    at: 'messages[].content[].tool.definition.type';
    is: 'advisor_20260301';
    beta: 'advisor-tool-2026-03-01';
  };
  3: {
    at: 'messages[].content[].tool_changes[].tool.definition.type';
    is: 'advisor_20260301';
    beta: 'advisor-tool-2026-03-01';
  };
  4: { at: 'context_management.edits[].type'; is: 'compact_20260112'; beta: 'compact-2026-01-12' };
  5: { at: 'compaction'; is: unknown; beta: 'compact-2026-09-04' };
  6: { at: 'messages[].content[].type'; is: 'compaction'; beta: 'compact-2026-09-04' };
  7: {
    at: 'tools[].type';
    is: 'computer_20241022' | 'bash_20241022' | 'text_editor_20241022';
    beta: 'computer-use-2024-10-22';
  };
  8: {
    at: 'messages[].content[].tool.definition.type';
    is: 'computer_20241022' | 'bash_20241022' | 'text_editor_20241022';
    beta: 'computer-use-2024-10-22';
  };
  9: {
    at: 'messages[].content[].tool_changes[].tool.definition.type';
    is: 'computer_20241022' | 'bash_20241022' | 'text_editor_20241022';
    beta: 'computer-use-2024-10-22';
  };
  10: { at: 'tools[].type'; is: 'computer_20250124'; beta: 'computer-use-2025-01-24' };
  11: {
    at: 'messages[].content[].tool.definition.type';
    is: 'computer_20250124';
    beta: 'computer-use-2025-01-24';
  };
  12: {
    at: 'messages[].content[].tool_changes[].tool.definition.type';
    is: 'computer_20250124';
    beta: 'computer-use-2025-01-24';
  };
  13: { at: 'tools[].type'; is: 'computer_20251124'; beta: 'computer-use-2025-11-24' };
  14: {
    at: 'messages[].content[].tool.definition.type';
    is: 'computer_20251124';
    beta: 'computer-use-2025-11-24';
  };
  15: {
    at: 'messages[].content[].tool_changes[].tool.definition.type';
    is: 'computer_20251124';
    beta: 'computer-use-2025-11-24';
  };
  16: {
    at: 'context_management.edits[].type';
    is: 'clear_tool_uses_20250919' | 'clear_thinking_20251015';
    beta: 'context-management-2025-06-27';
  };
  17: { at: 'context_management'; is: unknown; beta: 'context-management-2025-06-27' };
  18: { at: 'fallback_credit_token.token'; is: unknown; beta: 'fallback-credit-2026-07-01' };
  19: { at: 'fallback_credit_token'; is: unknown; beta: 'fallback-credit-2026-07-01' };
  20: {
    at: 'messages[].content[].type';
    is: 'tool_addition' | 'tool_removal';
    beta: 'inline-tools-2026-09-15';
  };
  21: {
    at: 'messages[].content[].tool.type';
    is: 'tool_definition';
    beta: 'inline-tools-2026-09-15';
  };
  22: {
    at: 'messages[].content[].tool_changes[].tool.type';
    is: 'tool_definition';
    beta: 'inline-tools-2026-09-15';
  };
  23: { at: 'mcp_servers[].tool_configuration'; is: unknown; beta: 'mcp-client-2025-04-04' };
  24: { at: 'mcp_servers'; is: unknown; beta: 'mcp-client-2025-11-20' };
  25: { at: 'tools[].type'; is: 'mcp_toolset'; beta: 'mcp-client-2025-11-20' };
  26: {
    at: 'messages[].content[].type';
    is: 'mcp_tool_use' | 'mcp_tool_result';
    beta: 'mcp-client-2025-11-20';
  };
  27: { at: 'tools[].tools'; is: unknown; beta: 'mcp-client-2026-09-15' };
  28: { at: 'messages[].content[].type'; is: 'mcp_tool_listing'; beta: 'mcp-client-2026-09-15' };
  29: {
    at: 'messages[].content[].tool.definition.type';
    is: 'mcp_toolset';
    beta: 'mcp-client-2026-09-15';
  };
  30: {
    at: 'messages[].content[].tool_changes[].tool.definition.type';
    is: 'mcp_toolset';
    beta: 'mcp-client-2026-09-15';
  };
  31: { at: 'thread'; is: unknown; beta: 'message-threads-2026-08-12' };
  32: {
    at: 'messages[].output_config';
    is: unknown;
    beta: 'mid-conversation-output-config-2026-07-01';
  };
  33: {
    at: 'messages[].clear_at';
    is: unknown;
    beta: 'mid-conversation-system-clear-at-2026-08-21';
  };
  34: { at: 'fallbacks'; is: 'default'; beta: 'server-side-fallback-2026-07-01' };
  35: { at: 'fallbacks'; is: unknown; beta: 'server-side-fallback-2026-07-01' };
  36: { at: 'messages[].content[].type'; is: 'fallback'; beta: 'server-side-fallback-2026-07-01' };
  37: { at: 'output_format'; is: unknown; beta: 'structured-outputs-2025-11-13' };
  38: { at: 'output_config.task_budget'; is: unknown; beta: 'task-budgets-2026-03-13' };
  39: { at: 'fallbacks[].output_config.task_budget'; is: unknown; beta: 'task-budgets-2026-03-13' };
  40: { at: 'thinking.block_binding'; is: unknown; beta: 'thinking-binding-controls-2026-08-01' };
  41: {
    at: 'fallbacks[].thinking.block_binding';
    is: unknown;
    beta: 'thinking-binding-controls-2026-08-01';
  };
  42: { at: 'thinking.display'; is: 'updates'; beta: 'thinking-display-updates-2026-08-18' };
  43: {
    at: 'fallbacks[].thinking.display';
    is: 'updates';
    beta: 'thinking-display-updates-2026-08-18';
  };
  44: { at: 'billing_policy'; is: unknown; beta: 'user-profiles-billing-2026-10-01' };
}

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
import type { FeatureRow } from '../table.ts';
/** What the engine knows of each feature. A beta is `<feature>-<date>`. */
export const FEATURES: { readonly [feature: string]: FeatureRow } = {
  'adaptive-thinking': { betas: { '2026-01-28': { rejectedOn: ['vertex'] } } },
  'admin-user-sign-out': {
    docs: 'api/beta/organization/users',
    betas: {
      '2026-10-08': { opens: [{ endpoint: ['POST /v1/organizations/users/{}/sign_out'] }], rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'] },
    },
  },
  'advanced-tool-use': {
    docs: 'agents-and-tools/tool-use/tool-search-tool',
    betas: {
      '2025-11-20': {
        stage: 'graduated',
        rejectedOn: ['bedrock-converse'],
        renamedOn: { bedrock: 'tool-search-tool-2025-10-19', 'bedrock-mantle': 'tool-search-tool-2025-10-19', vertex: 'tool-search-tool-2025-10-19' },
      },
    },
  },
  'advisor-tool': {
    docs: 'agents-and-tools/tool-use/',
    betas: {
      '2026-03-01': {
        opens: [
          { at: 'tools[].type', is: 'advisor_20260301' },
          { at: 'messages[].content[].type', is: 'advisor_tool_result' },
          { at: 'messages[].content[].tool.definition.type', is: 'advisor_20260301' },
          { at: 'messages[].content[].tool_changes[].tool.definition.type', is: 'advisor_20260301' },
        ],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex', 'foundry'],
      },
    },
  },
  'afk-mode': { betas: { '2026-01-31': {} } },
  'agent-memory': {
    docs: 'managed-agents/memory',
    betas: {
      '2026-07-22': {
        opens: [{ endpoint: ['* /v1/memory_stores/**'], or: ['managed-agents-2026-04-01'] }],
        rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'],
        conflicts: [{ with: 'managed-agents-2026-04-01', endpoint: ['* /v1/memory_stores/**'] }],
      },
    },
  },
  'analytics-usage-cost': {
    docs: 'manage-claude/usage-cost-analytics-api',
    betas: {
      '2026-08-24': {
        opens: [{ endpoint: ['GET /v1/organizations/analytics/usage'] }, { endpoint: ['GET /v1/organizations/analytics/cost'] }],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
  },
  'cache-diagnosis': {
    docs: 'build-with-claude/cache-diagnostics',
    betas: {
      '2026-04-07': { stage: 'graduated', rejectedOn: ['claude-on-aws', 'bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex', 'foundry'] },
    },
  },
  'ce-claude-code-managed-settings': {
    docs: 'api/beta/organization/claude_code/managed_settings/configuration/retrieve',
    betas: {
      '2026-10-06': {
        opens: [{ endpoint: ['* /v1/organizations/claude_code/managed_settings/**'] }],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
  },
  'ce-plugins': {
    docs: 'manage-claude/plugins-api',
    betas: {
      '2026-09-01': {
        opens: [{ endpoint: ['* /v1/organizations/plugins/**'] }, { endpoint: ['* /v1/organizations/plugin_marketplaces/**'] }],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
  },
  'ce-user-management': {
    docs: 'manage-claude/user-management',
    betas: { '2026-07-13': { stage: 'graduated', rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'] } },
  },
  'claude-code': { betas: { '20250219': {} } },
  'code-execution': {
    docs: 'agents-and-tools/tool-use/code-execution-tool',
    betas: {
      '2025-05-22': { stage: 'graduated', supersededBy: 'code-execution-2025-08-25', rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'] },
      '2025-08-25': { stage: 'graduated', rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'] },
    },
  },
  'code-execution-web-tools': { betas: { '2026-02-09': { stage: 'graduated' } } },
  compact: {
    docs: 'build-with-claude/compaction',
    betas: {
      '2026-01-12': { independent: true, opens: [{ at: 'context_management.edits[].type', is: 'compact_20260112' }], rejectedOn: ['bedrock-converse'] },
      '2026-09-04': {
        independent: true,
        opens: [{ at: 'compaction' }, { at: 'messages[].content[].type', is: 'compaction', or: ['compact-2026-01-12'] }],
        rejectedOn: ['bedrock-converse', 'bedrock-mantle'],
      },
    },
  },
  'computer-use': {
    docs: 'agents-and-tools/tool-use/computer-use-tool',
    betas: {
      '2024-10-22': {
        stage: 'superseded',
        supersededBy: 'computer-use-2025-01-24',
        opens: [
          { at: 'tools[].type', in: ['computer_20241022', 'bash_20241022', 'text_editor_20241022'] },
          { at: 'messages[].content[].tool.definition.type', in: ['computer_20241022', 'bash_20241022', 'text_editor_20241022'] },
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
          { at: 'messages[].content[].tool_changes[].tool.definition.type', is: 'computer_20250124' },
        ],
      },
      '2025-11-24': {
        opens: [
          { at: 'tools[].type', is: 'computer_20251124' },
          { at: 'messages[].content[].tool.definition.type', is: 'computer_20251124' },
          { at: 'messages[].content[].tool_changes[].tool.definition.type', is: 'computer_20251124' },
        ],
      },
    },
  },
  'context-1m': { docs: 'build-with-claude/context-windows', betas: { '2025-08-07': { stage: 'graduated', rejectedOn: ['vertex'] } } },
  'context-management': {
    docs: 'build-with-claude/context-editing',
    betas: {
      '2025-06-27': {
        opens: [
          { at: 'context_management.edits[].type', in: ['clear_tool_uses_20250919', 'clear_thinking_20251015'] },
          { at: 'context_management', or: ['compact-2026-01-12'] },
        ],
        rejectedOn: ['bedrock-converse'],
      },
    },
  },
  'dangerous-tool-use': { betas: { '2026-09-03': { rejectedOn: ['bedrock-converse'] } } },
  'dev-full-thinking': {
    docs: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html',
    betas: { '2025-05-14': {} },
  },
  dreaming: {
    docs: 'managed-agents/dreams',
    betas: { '2026-04-21': { opens: [{ endpoint: ['* /v1/dreams/**'] }], rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'] } },
  },
  effort: {
    docs: 'build-with-claude/',
    betas: {
      '2025-11-24': {
        stage: 'graduated',
        opens: [{ at: 'output_config.effort', model: ['claude-opus-4-5'], platform: ['bedrock'] }],
        rejectedOn: ['vertex'],
      },
    },
  },
  efs: {
    docs: 'manage-claude/enterprise-frontier-safeguards/customer-owned-storage',
    betas: {
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
          { at: 'inference_data_privacy', endpoint: ['POST /v1/organizations/workspaces', 'POST /v1/organizations/workspaces/{}'] },
        ],
        rejectedOn: ['bedrock-mantle', 'foundry'],
      },
    },
  },
  'experimental-claude-tag': {
    docs: 'manage-claude/claude-tag-api',
    betas: {
      '2026-10-21': { opens: [{ endpoint: ['* /v1/organizations/claude_tag/**'] }], rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'] },
    },
  },
  'extended-cache-ttl': { docs: 'build-with-claude/prompt-caching', betas: { '2025-04-11': { stage: 'graduated' } } },
  'fallback-credit': {
    docs: 'build-with-claude/',
    betas: {
      '2026-06-01': { stage: 'superseded', supersededBy: 'fallback-credit-2026-07-01', renamedOn: { bedrock: 'fallback-credit-2026-06-09' } },
      '2026-06-09': {},
      '2026-07-01': {
        opens: [
          { at: 'fallback_credit_token.token' },
          { at: 'fallback_credit_token', or: ['fallback-credit-2026-06-01', 'fallback-credit-2026-06-09'] },
        ],
        renamedOn: { bedrock: 'fallback-credit-2026-06-09' },
      },
    },
  },
  'fast-mode': {
    docs: 'build-with-claude/',
    betas: {
      '2026-02-01': {
        opens: [{ at: 'speed', model: ['claude-opus-5', 'claude-opus-4-8', 'claude-opus-4-7', 'claude-opus-4-6'] }],
        rejectedOn: ['claude-on-aws', 'bedrock', 'bedrock-converse', 'bedrock-mantle', 'foundry'],
      },
    },
  },
  'files-api': {
    docs: 'build-with-claude/files',
    betas: {
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
  },
  'fine-grained-tool-streaming': {
    docs: 'agents-and-tools/tool-use/',
    betas: { '2025-05-14': { stage: 'legacy-shape', rejectedOn: ['vertex', 'foundry'], selectsAt: ['POST /v1/messages'] } },
  },
  'google-managed-data-controls': {
    docs: 'manage-claude/enterprise-frontier-safeguards/setup-google-cloud-agent-platform',
    betas: {
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
  },
  'inline-tools': {
    docs: 'build-with-claude/mid-conversation-system-messages',
    betas: {
      '2026-09-15': {
        opens: [
          { at: 'messages[].content[].type', in: ['tool_addition', 'tool_removal'], or: ['mid-conversation-tool-changes-2026-07-01'] },
          { at: 'messages[].content[].tool.type', is: 'tool_definition' },
          { at: 'messages[].content[].tool_changes[].tool.type', is: 'tool_definition' },
        ],
        rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'],
      },
    },
  },
  'interleaved-thinking': { docs: 'build-with-claude/extended-thinking', betas: { '2025-05-14': { rejectedOn: ['bedrock-converse'] } } },
  'managed-agents': {
    docs: 'managed-agents/overview',
    betas: {
      '2026-04-01': {
        opens: [
          { endpoint: ['* /v1/agents/**'] },
          { endpoint: ['* /v1/environments/**'] },
          { endpoint: ['* /v1/sessions/**'] },
          { endpoint: ['* /v1/deployments/**'] },
          { endpoint: ['* /v1/deployment_runs/**'] },
          { endpoint: ['* /v1/vaults/**'] },
        ],
        rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex', 'foundry'],
      },
    },
  },
  'max-tokens-3-5-sonnet': { docs: 'release-notes/overview', betas: { '2024-07-15': { stage: 'retired' } } },
  'mcp-client': {
    docs: 'agents-and-tools/mcp-connector',
    betas: {
      '2025-04-04': {
        stage: 'superseded',
        supersededBy: 'mcp-client-2025-11-20',
        opens: [{ at: 'mcp_servers[].tool_configuration' }],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'],
      },
      '2025-11-20': {
        opens: [
          { at: 'mcp_servers', nonEmpty: true, or: ['mcp-client-2026-09-15', 'mcp-client-2025-04-04'] },
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
  },
  'mcp-servers': { betas: { '2025-12-04': { rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex', 'foundry'] } } },
  'mcp-tunnels': { docs: 'agents-and-tools/mcp-tunnels/reference', betas: { '2026-06-22': { opens: [{ endpoint: ['* /v1/tunnels/**'] }] } } },
  'message-batches': { docs: 'build-with-claude/batch-processing', betas: { '2024-09-24': { stage: 'graduated' } } },
  'message-threads': {
    docs: 'build-with-claude/',
    betas: { '2026-08-12': { opens: [{ at: 'thread' }], rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'] } },
  },
  messages: { docs: 'api/', betas: { '2023-12-15': { stage: 'graduated' } } },
  'mid-conversation-output-config': { docs: 'build-with-claude/effort-per-message', betas: { '2026-07-01': { opens: [{ at: 'messages[].output_config' }] } } },
  'mid-conversation-system': { docs: 'build-with-claude/mid-conversation-system-messages', betas: { '2026-04-07': {} } },
  'mid-conversation-system-clear-at': { docs: 'build-with-claude/mid-conversation-system-messages', betas: { '2026-08-21': { opens: [{ at: 'messages[].clear_at' }] } } },
  'mid-conversation-tool-changes': { docs: 'build-with-claude/mid-conversation-system-messages', betas: { '2026-07-01': {} } },
  'model-context-window-exceeded': { docs: 'build-with-claude/handling-stop-reasons', betas: { '2025-08-26': { stage: 'graduated' } } },
  oauth: {
    docs: 'manage-claude/authentication',
    betas: { '2025-04-20': { opens: [{ endpoint: ['POST /v1/oauth/token'] }], rejectedOn: ['bedrock', 'vertex'] } },
  },
  'oidc-federation': {
    docs: 'manage-claude/workload-identity-federation',
    betas: {
      '2026-04-01': { opens: [{ at: 'grant_type', is: 'urn:ietf:params:oauth:grant-type:jwt-bearer', endpoint: ['POST /v1/oauth/token'] }] },
    },
  },
  'output-128k': {
    docs: 'about-claude/models/migration-guide',
    betas: { '2025-02-19': { stage: 'retired', rejectedOn: ['bedrock-converse', 'vertex', 'foundry'] } },
  },
  'output-300k': {
    docs: 'build-with-claude/batch-processing',
    betas: {
      '2026-03-24': {
        opens: [{ at: 'max_tokens', above: 128000, endpoint: ['POST /v1/messages/batches'] }],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex', 'foundry'],
      },
    },
  },
  pdfs: { docs: 'build-with-claude/pdf-support', betas: { '2024-09-25': { stage: 'graduated', rejectedOn: ['vertex'] } } },
  'per-turn-control': { betas: { '2026-07-01': { rejectedOn: ['bedrock', 'bedrock-converse'] } } },
  'prompt-caching': { docs: 'build-with-claude/', betas: { '2024-07-31': { stage: 'graduated' } } },
  'prompt-caching-scope': { betas: { '2026-01-05': { rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'] } } },
  'redact-thinking': { betas: { '2026-02-12': { rejectedOn: ['bedrock', 'vertex'] } } },
  'search-results': { docs: 'build-with-claude/', betas: { '2025-06-09': { stage: 'graduated' } } },
  'server-side-fallback': {
    docs: 'build-with-claude/refusals-and-fallback',
    betas: {
      '2026-06-01': {
        stage: 'superseded',
        supersededBy: 'server-side-fallback-2026-07-01',
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex', 'foundry'],
      },
      '2026-07-01': {
        opens: [
          { at: 'fallbacks', is: 'default' },
          { at: 'fallbacks', or: ['server-side-fallback-2026-06-01'] },
          { at: 'messages[].content[].type', is: 'fallback', or: ['server-side-fallback-2026-06-01'] },
        ],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex', 'foundry'],
      },
    },
  },
  skills: {
    docs: 'build-with-claude/skills-guide',
    betas: {
      '2025-10-02': {
        stage: 'legacy-shape',
        opens: [{ at: 'container.skills', nonEmpty: true, platform: ['claude-on-aws', 'foundry'] }],
        rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'],
        selectsAt: ['* /v1/skills/**'],
      },
    },
  },
  'spend-limit-reads': {
    docs: 'manage-claude/spend-limits-api',
    betas: {
      '2026-09-26': { opens: [{ endpoint: ['GET /v1/organizations/spend_limits'] }], rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'] },
    },
  },
  'structured-output': { betas: { '2024-03-01': {} } },
  'structured-outputs': {
    docs: 'build-with-claude/',
    latest: '2025-11-13',
    betas: {
      '2025-09-17': { stage: 'retired', rejectedOn: ['claude-api'] },
      '2025-11-13': { stage: 'graduated', opens: [{ at: 'output_format' }], rejectedOn: ['bedrock', 'vertex'] },
      '2025-12-15': { rejectedOn: ['vertex'] },
    },
  },
  'task-budgets': {
    docs: 'build-with-claude/',
    betas: { '2026-03-13': { opens: [{ at: 'output_config.task_budget' }, { at: 'fallbacks[].output_config.task_budget' }] } },
  },
  'telemetry-destinations': {
    docs: 'manage-claude/opentelemetry',
    betas: {
      '2026-08-11': {
        opens: [{ endpoint: ['* /v1/organizations/telemetry_destinations/**'] }],
        rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'],
      },
    },
  },
  'thinking-binding-controls': {
    docs: 'build-with-claude/preserved-thinking',
    betas: {
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
  },
  'thinking-display-updates': {
    docs: 'build-with-claude/thinking',
    betas: { '2026-08-18': { opens: [{ at: 'thinking.display', is: 'updates' }, { at: 'fallbacks[].thinking.display', is: 'updates' }] } },
  },
  'thinking-token-count': { betas: { '2026-05-13': { rejectedOn: ['vertex'] } } },
  'token-counting': { docs: 'build-with-claude/', betas: { '2024-11-01': { stage: 'graduated' } } },
  'token-efficient-tools': {
    docs: 'agents-and-tools/tool-use/overview',
    latest: '2025-02-19',
    betas: {
      '2025-02-19': { stage: 'graduated', rejectedOn: ['bedrock-converse', 'vertex', 'foundry'] },
      '2026-03-28': { rejectedOn: ['bedrock'] },
    },
  },
  'tool-examples': {
    docs: 'agents-and-tools/tool-use/define-tools',
    betas: {
      '2025-10-29': {
        opens: [{ at: 'tools[].input_examples', platform: ['bedrock', 'bedrock-mantle', 'vertex'] }],
        renamedOn: { foundry: 'advanced-tool-use-2025-11-20' },
      },
    },
  },
  'tool-search-tool': {
    docs: 'agents-and-tools/tool-use/',
    betas: {
      '2025-10-19': {
        opens: [
          {
            at: 'tools[].type',
            in: ['tool_search_tool_regex_20251119', 'tool_search_tool_bm25_20251119', 'tool_search_tool_regex', 'tool_search_tool_bm25'],
            platform: ['bedrock', 'bedrock-mantle'],
          },
          { at: 'tools[].defer_loading', platform: ['bedrock', 'bedrock-mantle'] },
          { at: 'messages[].content[].**.type', in: ['tool_search_tool_result', 'tool_reference'], platform: ['bedrock', 'bedrock-mantle'] },
          {
            at: 'tools[].type',
            in: ['tool_search_tool_regex_20251119', 'tool_search_tool_bm25_20251119', 'tool_search_tool_regex', 'tool_search_tool_bm25'],
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
  },
  tools: {
    docs: 'agents-and-tools/tool-use/overview',
    betas: { '2024-04-04': { stage: 'graduated', supersededBy: 'tools-2024-05-16' }, '2024-05-16': { stage: 'graduated' } },
  },
  'user-profiles': {
    docs: 'api/user_profiles',
    betas: {
      '2026-03-24': { stage: 'legacy-shape', rejectedOn: ['bedrock', 'bedrock-mantle', 'vertex'], selectsAt: ['* /v1/user_profiles/**'] },
      '2026-08-18': {
        stage: 'legacy-shape',
        opens: [
          { at: 'external_id', endpoint: ['POST /v1/user_profiles', 'POST /v1/user_profiles/{}'], or: ['user-profiles-2026-03-24'] },
          { at: 'external_user_onboarded_at', endpoint: ['POST /v1/user_profiles', 'POST /v1/user_profiles/{}'] },
          { endpoint: ['POST /v1/user_profiles/{}/enrollment_url'], or: ['user-profiles-2026-09-04', 'user-profiles-2026-03-24'] },
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
        appendedAt: ['GET /v1/user_profiles/{}/providers/google/data_controls', 'POST /v1/user_profiles/{}/providers/google/data_controls'],
      },
    },
  },
  'user-profiles-billing': {
    docs: 'manage-claude/oauth-apps/organization-billing-connections',
    betas: { '2026-10-01': { opens: [{ at: 'billing_policy' }, { at: 'billing_policy', endpoint: ['POST /v1/chat/completions'] }] } },
  },
  'web-fetch': {
    docs: 'agents-and-tools/tool-use/web-fetch-tool',
    betas: { '2025-09-10': { stage: 'graduated', rejectedOn: ['bedrock', 'bedrock-converse', 'bedrock-mantle', 'vertex'] } },
  },
  'web-search': {
    docs: 'agents-and-tools/tool-use/web-search-tool',
    betas: {
      '2025-03-05': {
        stage: 'graduated',
        opens: [{ at: 'tools[].type', is: 'web_search_20250305', platform: ['vertex'], endpoint: ['POST /v1/messages'] }],
        rejectedOn: ['bedrock', 'bedrock-converse'],
      },
    },
  },
  webhooks: {
    docs: 'api/beta/organization/',
    betas: {
      '2026-10-07': { opens: [{ endpoint: ['* /v1/organizations/webhooks/**'] }], rejectedOn: ['claude-on-aws', 'bedrock-mantle', 'foundry'] },
    },
  },
};

/** Reads a field that rules ask for. What they ask of every message and block stands in the code, where engines find it faster. */
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

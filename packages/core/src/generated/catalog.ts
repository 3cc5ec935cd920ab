// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

import type { RawCatalog } from '../catalog/raw.ts';

/** The data of the engine. `RawCatalog` documents its keys; `catalog/decode.ts` reads it. */
export const CATALOG: RawCatalog = {
  platforms: {
    'claude-api': {
      hosts: 'api.anthropic.com',
      endpoints: [
        {
          endpoint: [
            '* /v1/agents/**',
            '* /v1/compliance/**',
            '* /v1/deployment_runs/**',
            '* /v1/deployments/**',
            '* /v1/dreams/**',
            '* /v1/environments/**',
            '* /v1/files/**',
            '* /v1/memory_stores/**',
            '* /v1/messages/**',
            '* /v1/models/**',
            '* /v1/organizations/**',
            '* /v1/sessions/**',
            '* /v1/skills/**',
            '* /v1/tunnels/**',
            '* /v1/user_profiles/**',
            '* /v1/vaults/**',
          ],
          status: 'available',
        },
        { endpoint: ['POST /v1/chat/completions'], status: 'available' },
        {
          endpoint: [
            '* /v1/claude_code/**',
            '* /v1/code/**',
            '* /v1/experimental/**',
            '* /v1/oauth/**',
          ],
          status: 'available',
        },
        { status: 'unknown' },
      ],
    },
    'claude-on-aws': {
      hosts: 'aws-external-anthropic.*.api.aws',
      like: 'claude-api',
      endpoints: [
        {
          endpoint: [
            'GET /v1/organizations/workspaces',
            'POST /v1/organizations/workspaces',
            'GET /v1/organizations/workspaces/{}',
            'POST /v1/organizations/workspaces/{}',
            'POST /v1/organizations/workspaces/{}/archive',
          ],
          status: 'available',
        },
        { endpoint: ['* /v1/organizations/external_keys/**'], status: 'unknown' },
        { endpoint: ['* /v1/organizations/external_storage/**'], status: 'unknown' },
        { endpoint: ['* /v1/organizations/**'], status: 'unavailable' },
        { endpoint: ['* /v1/oauth/**'], status: 'unavailable' },
        { endpoint: ['POST /v1/chat/completions'], status: 'unavailable' },
        { endpoint: ['* /v1/tunnels/**'], status: 'unavailable' },
        { endpoint: ['GET /v1/environments/{}/work'], status: 'available' },
        {
          endpoint: [
            '* /v1/agents/**',
            '* /v1/deployment_runs/**',
            '* /v1/deployments/**',
            '* /v1/dreams/**',
            '* /v1/environments/**',
            '* /v1/files/**',
            '* /v1/memory_stores/**',
            '* /v1/messages/**',
            '* /v1/models/**',
            '* /v1/sessions/**',
            '* /v1/skills/**',
            '* /v1/user_profiles/**',
            '* /v1/vaults/**',
          ],
          status: 'available',
        },
        { status: 'unknown' },
      ],
    },
    'claude-on-google-cloud': { hosts: 'claude.googleapis.com', like: 'claude-api' },
    bedrock: {
      operator: 'aws',
      hosts: 'bedrock-runtime.*.amazonaws.com bedrock-runtime-fips.*.amazonaws.com bedrock-runtime.*.api.aws bedrock-runtime-fips.*.api.aws bedrock-runtime.*.amazonaws.com.cn bedrock-runtime.*.amazonaws.eu *.bedrock-runtime.*.vpce.amazonaws.com',
      endpoints: [
        { endpoint: ['POST /v1/messages'], status: 'available' },
        { endpoint: ['POST /v1/messages/count_tokens'], status: 'available' },
        { status: 'unavailable' },
      ],
    },
    'bedrock-converse': {
      operator: 'aws',
      hosts: 'bedrock-runtime.*.amazonaws.com bedrock-runtime-fips.*.amazonaws.com bedrock-runtime.*.api.aws bedrock-runtime-fips.*.api.aws bedrock-runtime.*.amazonaws.com.cn bedrock-runtime.*.amazonaws.eu *.bedrock-runtime.*.vpce.amazonaws.com',
      endpoints: [
        { endpoint: ['POST /v1/messages'], status: 'available' },
        { endpoint: ['POST /v1/messages/count_tokens'], status: 'unknown' },
        { status: 'unavailable' },
      ],
    },
    'bedrock-mantle': {
      operator: 'aws',
      hosts: 'bedrock-mantle.*.api.aws',
      endpoints: [
        { endpoint: ['POST /v1/messages', 'POST /v1/messages/count_tokens'], status: 'available' },
        { status: 'unavailable' },
      ],
    },
    vertex: {
      operator: 'google',
      hosts: 'aiplatform.googleapis.com *-aiplatform.googleapis.com aiplatform.*.rep.googleapis.com aiplatform-*.p.googleapis.com',
      endpoints: [
        { endpoint: ['POST /v1/messages', 'POST /v1/messages/count_tokens'], status: 'available' },
        { status: 'unavailable' },
      ],
    },
    foundry: {
      operator: 'microsoft',
      hosts: '*.services.ai.azure.com',
      endpoints: [
        { endpoint: ['* /v1/messages/batches/**'], status: 'unavailable' },
        { endpoint: ['POST /v1/messages', 'POST /v1/messages/count_tokens'], status: 'available' },
        { endpoint: ['* /v1/files/**', '* /v1/skills/**'], status: 'available' },
        {
          endpoint: [
            '* /v1/models/**',
            '* /v1/organizations/**',
            '* /v1/agents/**',
            '* /v1/environments/**',
            '* /v1/sessions/**',
            '* /v1/deployments/**',
            '* /v1/deployment_runs/**',
            '* /v1/vaults/**',
            '* /v1/memory_stores/**',
            '* /v1/dreams/**',
          ],
          status: 'unavailable',
        },
        { status: 'unknown' },
      ],
    },
    'foundry-azure': {
      operator: 'microsoft',
      hosts: '*.services.ai.azure.com',
      like: 'foundry',
      endpoints: [{ endpoint: ['* /v1/files/**', '* /v1/skills/**'], status: 'unavailable' }],
    },
  },
  models: 'claude-fable-5 claude-fable-5-1 claude-fable-5-2 claude-haiku-4-5 claude-haiku-5-5 claude-mythos-5 claude-mythos-5-1 claude-mythos-5-2 claude-mythos-preview claude-opus-4-5 claude-opus-4-6 claude-opus-4-7 claude-opus-4-8 claude-opus-5 claude-opus-5-5 claude-sonnet-4-6 claude-sonnet-5 claude-sonnet-5-5',
  retiredModels: {
    'claude-3-5-haiku': '2026-02-19',
    'claude-3-5-sonnet': '2025-10-28',
    'claude-3-7-sonnet': '2026-02-19',
    'claude-3-haiku': '2026-04-20',
    'claude-3-opus': '2026-01-05',
    'claude-opus-4': '2026-06-15',
    'claude-opus-4-1': '2026-08-05',
    'claude-sonnet-4': '2026-06-15',
    'claude-sonnet-4-5': '2026-11-30',
  },
  surface: {
    params: 'model tool_choice user_profile_id workspace_id',
    tools: 'bash_20250124 custom text_editor_20250124 text_editor_20250429 text_editor_20250728',
    blocks: 'advisor_redacted_result advisor_result advisor_tool_result_error base64 bash_code_execution_output bash_code_execution_result bash_code_execution_tool_result_error browser_state code_execution_output code_execution_result code_execution_tool_result_error content document encrypted_code_execution_result file image redacted_thinking server_tool_use text text_editor_code_execution_create_result text_editor_code_execution_str_replace_result text_editor_code_execution_tool_result_error text_editor_code_execution_view_result thinking tool_result tool_search_tool_result_error tool_search_tool_search_result tool_use url web_fetch_result web_fetch_tool_result_error web_search_result web_search_tool_result_error',
  },
  features: {
    'adaptive-thinking': {
      betas: {
        '2026-01-28': { stage: 'internal', acceptance: { rejected: 'vertex', low: 'vertex' } },
      },
      docs: 'build-with-claude/thinking',
      uses: [
        { at: 'thinking.type', in: ['adaptive', 'enabled', 'disabled', 'between_tools'] },
        {
          at: 'thinking.budget_tokens',
          shape: 'enabled',
          unless: { at: 'thinking.type', in: ['adaptive', 'disabled', 'between_tools'] },
        },
      ],
      constraints: [
        {
          all: [
            { at: 'thinking.type', is: 'enabled' },
            { at: 'tool_choice.type', in: ['any', 'tool'] },
          ],
          outcome: 400,
          fix: 'let-the-model-choose-tools',
        },
        {
          all: [
            { at: 'thinking.budget_tokens' },
            { absent: { at: 'thinking.budget_tokens', above: 1023 } },
          ],
          outcome: 400,
          fix: 'raise-the-thinking-budget',
        },
        {
          all: [{ at: 'thinking.display', where: { type: 'disabled' } }],
          outcome: 400,
          fix: 'leave-out-thinking-display',
        },
        {
          all: [
            { at: 'thinking.type', is: 'between_tools' },
            { at: 'output_config.effort', in: ['xhigh', 'max'] },
          ],
          outcome: 400,
          fix: 'use-a-lower-effort',
        },
      ],
      availability: {
        by: {
          'claude-api': [
            {
              status: 'unavailable',
              models: ['claude-opus-4-5', 'claude-sonnet-4-5', 'claude-haiku-4-5'],
              shape: ['adaptive'],
              confidence: 'high',
              fix: 'use-a-thinking-budget',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-haiku-5-5',
              ],
              shape: ['enabled'],
              confidence: 'high',
              fix: 'use-adaptive-thinking',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-sonnet-5-5',
              ],
              shape: ['disabled'],
              confidence: 'high',
              fix: 'keep-thinking-on',
            },
            {
              status: 'available',
              models: ['claude-sonnet-5-5'],
              shape: ['between_tools'],
              confidence: 'high',
            },
            {
              status: 'available',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-sonnet-4-6',
                'claude-haiku-5-5',
              ],
              shape: ['adaptive'],
              confidence: 'high',
            },
            {
              status: 'available',
              models: [
                'claude-mythos-preview',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['enabled'],
              confidence: 'high',
            },
            { status: 'available', models: ['claude-haiku-5-5'], shape: ['disabled'] },
            {
              status: 'available',
              models: [
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['disabled'],
              confidence: 'high',
            },
            { status: 'unknown' },
          ],
          'bedrock bedrock-converse bedrock-mantle': [
            {
              status: 'unavailable',
              models: ['claude-opus-4-5', 'claude-sonnet-4-5', 'claude-haiku-4-5'],
              shape: ['adaptive'],
              fix: 'use-a-thinking-budget',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-haiku-5-5',
              ],
              shape: ['enabled'],
              fix: 'use-adaptive-thinking',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-sonnet-5-5',
              ],
              shape: ['disabled'],
              fix: 'keep-thinking-on',
            },
            { status: 'available', models: ['claude-sonnet-5-5'], shape: ['between_tools'] },
            {
              status: 'available',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-sonnet-4-6',
                'claude-haiku-5-5',
              ],
              shape: ['adaptive'],
            },
            {
              status: 'available',
              models: [
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['enabled'],
            },
            {
              status: 'available',
              models: [
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-sonnet-5',
                'claude-haiku-5-5',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['disabled'],
            },
            { status: 'unknown' },
          ],
          vertex: [
            {
              status: 'unavailable',
              models: ['claude-opus-4-5', 'claude-sonnet-4-5', 'claude-haiku-4-5'],
              shape: ['adaptive'],
              fix: 'use-a-thinking-budget',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-haiku-5-5',
              ],
              shape: ['enabled'],
              fix: 'use-adaptive-thinking',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-sonnet-5-5',
              ],
              shape: ['disabled'],
              fix: 'keep-thinking-on',
            },
            {
              status: 'available',
              models: ['claude-sonnet-5-5'],
              shape: ['between_tools'],
              confidence: 'high',
            },
            {
              status: 'available',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-sonnet-4-6',
                'claude-haiku-5-5',
              ],
              shape: ['adaptive'],
            },
            {
              status: 'available',
              models: [
                'claude-mythos-preview',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['enabled'],
            },
            {
              status: 'available',
              models: [
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5',
                'claude-haiku-5-5',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['disabled'],
            },
            { status: 'unknown' },
          ],
          foundry: [
            {
              status: 'unavailable',
              models: ['claude-opus-4-5', 'claude-sonnet-4-5', 'claude-haiku-4-5'],
              shape: ['adaptive'],
              fix: 'use-a-thinking-budget',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-haiku-5-5',
              ],
              shape: ['enabled'],
              fix: 'use-adaptive-thinking',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-sonnet-5-5',
              ],
              shape: ['disabled'],
              fix: 'keep-thinking-on',
            },
            { status: 'available', models: ['claude-sonnet-5-5'], shape: ['between_tools'] },
            {
              status: 'available',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-sonnet-4-6',
                'claude-haiku-5-5',
              ],
              shape: ['adaptive'],
            },
            {
              status: 'available',
              models: [
                'claude-mythos-preview',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['enabled'],
            },
            {
              status: 'available',
              models: [
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5',
                'claude-haiku-5-5',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['disabled'],
            },
            { status: 'unknown' },
          ],
        },
      },
    },
    'admin-user-sign-out': {
      betas: {
        '2026-10-08': {
          requires: [{ endpoint: ['POST /v1/organizations/users/{}/sign_out'] }],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'api/beta/organization/users',
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws claude-on-google-cloud bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'advanced-tool-use': {
      betas: {
        '2025-11-20': {
          stage: 'graduated',
          acceptance: {
            accepted: 'claude-api foundry',
            rejected: 'bedrock-converse',
            low: 'bedrock-converse',
            by: {
              'bedrock vertex': [
                {
                  status: 'rejected',
                  instead: [
                    { for: 'tool-search-tool', send: 'tool-search-tool-2025-10-19' },
                    { for: 'tool-examples', send: 'tool-examples-2025-10-29' },
                  ],
                },
              ],
              'bedrock-mantle': [
                {
                  status: 'rejected',
                  confidence: 'low',
                  instead: [
                    { for: 'tool-search-tool', send: 'tool-search-tool-2025-10-19' },
                    { for: 'tool-examples', send: 'tool-examples-2025-10-29' },
                  ],
                },
              ],
            },
          },
        },
      },
      docs: 'agents-and-tools/tool-use/tool-search-tool',
      removal: 'changes-answer',
      uses: [
        {
          at: 'tools[].allowed_callers[]',
          in: ['code_execution_20250825', 'code_execution_20260120', 'code_execution_20260521'],
          shape: 'programmatic',
        },
      ],
      availability: {
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex foundry-azure',
        high: 'bedrock-mantle foundry-azure',
        by: {
          'claude-api claude-on-aws claude-on-google-cloud foundry': [
            { status: 'unavailable', models: ['claude-haiku-4-5'], confidence: 'high' },
            { status: 'available', confidence: 'high' },
          ],
        },
      },
    },
    'advisor-tool': {
      betas: {
        '2026-03-01': {
          requires: [
            { at: 'tools[].type', is: 'advisor_20260301' },
            { at: 'messages[].content[].type', is: 'advisor_tool_result' },
            { at: 'messages[].content[].tool.definition.type', is: 'advisor_20260301' },
            {
              at: 'messages[].content[].tool_changes[].tool.definition.type',
              is: 'advisor_20260301',
            },
          ],
          acceptance: {
            accepted: 'claude-api claude-on-aws',
            high: 'claude-api',
            rejected: 'bedrock bedrock-converse bedrock-mantle vertex foundry',
            low: 'bedrock bedrock-converse bedrock-mantle vertex foundry',
          },
        },
      },
      docs: 'agents-and-tools/tool-use/',
      removal: 'changes-answer',
      constraints: [
        {
          all: [
            {
              at: 'tools[].model',
              in: [
                'claude-haiku-4-5',
                'claude-haiku-4-5-20251001',
                'claude-sonnet-4-5',
                'claude-sonnet-4-5-20250929',
              ],
              where: { type: 'advisor_20260301' },
            },
          ],
          outcome: 400,
          fix: 'choose-a-stronger-advisor',
        },
        {
          all: [
            {
              at: 'tools[].model',
              in: [
                'claude-sonnet-4-6',
                'claude-sonnet-5',
                'claude-opus-4-6',
                'claude-opus-4-7',
                'claude-opus-4-8',
              ],
              where: { type: 'advisor_20260301' },
              model: ['claude-opus-5', 'claude-fable-5', 'claude-mythos-5'],
            },
          ],
          outcome: 400,
          fix: 'choose-a-stronger-advisor',
        },
        {
          all: [
            {
              at: 'tools[].model',
              in: ['claude-sonnet-4-6', 'claude-sonnet-5', 'claude-opus-4-6'],
              where: { type: 'advisor_20260301' },
              model: ['claude-opus-4-7', 'claude-opus-4-8'],
            },
          ],
          outcome: 400,
          fix: 'choose-a-stronger-advisor',
        },
        {
          all: [
            {
              at: 'tools[].model',
              in: ['claude-sonnet-4-6', 'claude-opus-4-6'],
              where: { type: 'advisor_20260301' },
              model: ['claude-sonnet-5'],
            },
          ],
          outcome: 400,
          fix: 'choose-a-stronger-advisor',
        },
        {
          all: [
            {
              at: 'tools[].model',
              is: 'claude-sonnet-4-6',
              where: { type: 'advisor_20260301' },
              model: ['claude-opus-4-6'],
            },
          ],
          outcome: 400,
          fix: 'choose-a-stronger-advisor',
        },
        {
          all: [
            {
              at: 'tools[].model',
              in: ['claude-sonnet-5', 'claude-opus-4-7', 'claude-opus-4-8', 'claude-haiku-5-5'],
              where: { type: 'advisor_20260301' },
              model: ['claude-sonnet-5-5'],
            },
          ],
          outcome: 400,
          fix: 'choose-a-stronger-advisor',
        },
        {
          all: [
            {
              at: 'tools[].model',
              in: [
                'claude-sonnet-4-6',
                'claude-sonnet-5',
                'claude-sonnet-5-5',
                'claude-haiku-5-5',
                'claude-opus-4-6',
                'claude-opus-4-7',
                'claude-opus-4-8',
                'claude-opus-5',
                'claude-opus-5-5',
                'claude-fable-5',
                'claude-fable-5-1',
                'claude-mythos-5',
                'claude-mythos-5-1',
              ],
              where: { type: 'advisor_20260301' },
              model: ['claude-fable-5-2'],
            },
          ],
          outcome: 400,
          fix: 'choose-a-stronger-advisor',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws',
        high: 'claude-api bedrock bedrock-mantle vertex foundry',
        disputed: 'claude-on-aws',
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'afk-mode': { betas: { '2026-01-31': { stage: 'internal' } } },
    'agent-api': {
      betas: { '2026-03-01': { acceptance: { accepted: 'claude-api', low: 'claude-api' } } },
      constraints: [
        {
          all: [{ beta: 'agent-api-2026-03-01' }, { beta: 'managed-agents-2026-04-01' }],
          outcome: 400,
          fix: 'send-one-beta',
        },
      ],
    },
    'agent-memory': {
      betas: {
        '2026-07-22': {
          requires: [
            {
              endpoint: ['* /v1/memory_stores/**'],
              choices: ['agent-memory-2026-07-22', 'managed-agents-2026-04-01'],
            },
          ],
          acceptance: { accepted: 'claude-api claude-on-aws', high: 'claude-api claude-on-aws' },
        },
      },
      docs: 'managed-agents/memory',
      constraints: [
        {
          all: [
            { beta: 'agent-memory-2026-07-22' },
            { beta: 'managed-agents-2026-04-01' },
            { endpoint: ['* /v1/memory_stores/**'] },
          ],
          outcome: 400,
          fix: 'send-one-beta',
        },
        {
          all: [
            { at: 'depth', endpoint: ['GET /v1/memory_stores/{}/memories'] },
            {
              absent: {
                at: 'depth',
                in: ['0', '1'],
                endpoint: ['GET /v1/memory_stores/{}/memories'],
              },
            },
          ],
          outcome: 400,
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws',
        high: 'claude-api claude-on-aws',
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'analytics-usage-cost': {
      betas: {
        '2026-08-24': {
          requires: [
            { endpoint: ['GET /v1/organizations/analytics/usage'] },
            { endpoint: ['GET /v1/organizations/analytics/cost'] },
          ],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'manage-claude/usage-cost-analytics-api',
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'cache-diagnosis': {
      betas: {
        '2026-04-07': {
          stage: 'graduated',
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'build-with-claude/cache-diagnostics',
      removal: 'safe',
      uses: [{ at: 'diagnostics' }],
      availability: {
        available: 'claude-api',
        high: 'claude-api claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
        unavailable: 'claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
        unknown: 'claude-on-google-cloud',
      },
    },
    'ccr-byoc': {
      betas: {
        '2025-07-29': {
          requires: [
            {
              endpoint: [
                'POST /v1/code/runners/self-hosted/pools',
                'DELETE /v1/code/runners/self-hosted/pools/{}',
              ],
            },
          ],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'https://code.claude.com/docs/en/self-hosted-environments-testing',
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws claude-on-google-cloud bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'ce-claude-code-managed-settings': {
      betas: {
        '2026-10-06': {
          requires: [{ endpoint: ['* /v1/organizations/claude_code/managed_settings/**'] }],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'api/beta/organization/claude_code/managed_settings/configuration/retrieve',
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws claude-on-google-cloud bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'ce-plugins': {
      betas: {
        '2026-09-01': {
          requires: [
            { endpoint: ['* /v1/organizations/plugins/**'] },
            { endpoint: ['* /v1/organizations/plugin_marketplaces/**'] },
          ],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'manage-claude/plugins-api',
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws claude-on-google-cloud bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'ce-user-management': {
      betas: {
        '2026-07-13': {
          stage: 'graduated',
          acceptance: { ignored: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'manage-claude/user-management',
      uses: [
        { endpoint: ['* /v1/organizations/rbac_groups/**', '* /v1/organizations/rbac_roles/**'] },
      ],
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws claude-on-google-cloud bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'claude-code': {
      betas: {
        '20250219': {
          stage: 'internal',
          acceptance: {
            accepted: 'claude-api bedrock bedrock-mantle',
            low: 'claude-api bedrock-mantle',
            disputed: 'bedrock',
          },
        },
      },
    },
    'claude-tag': {
      betas: { '2026-09-28': { acceptance: { accepted: 'claude-api', disputed: 'claude-api' } } },
      docs: 'manage-claude/claude-tag-api',
      availability: {
        available: 'claude-api',
        unavailable: 'claude-on-aws claude-on-google-cloud bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'code-execution': {
      betas: {
        '2025-05-22': {
          stage: 'graduated',
          supersededBy: 'code-execution-2025-08-25',
          acceptance: {
            accepted: 'claude-api',
            high: 'claude-api',
            rejected: 'bedrock',
            low: 'bedrock',
          },
        },
        '2025-08-25': {
          stage: 'graduated',
          acceptance: {
            accepted: 'claude-api foundry',
            high: 'claude-api',
            rejected: 'bedrock bedrock-converse bedrock-mantle vertex',
            low: 'bedrock bedrock-converse bedrock-mantle vertex foundry',
          },
        },
      },
      docs: 'agents-and-tools/tool-use/code-execution-tool',
      removal: 'changes-answer',
      uses: [
        {
          at: 'tools[].type',
          in: [
            'code_execution_20250522',
            'code_execution_20250825',
            'code_execution_20260120',
            'code_execution_20260521',
          ],
        },
        {
          at: 'messages[].content[].type',
          in: [
            'code_execution_tool_result',
            'bash_code_execution_tool_result',
            'text_editor_code_execution_tool_result',
          ],
        },
        { at: 'messages[].content[].type', is: 'container_upload' },
      ],
      constraints: [
        {
          all: [
            { at: 'tools[].type', in: ['code_execution_20250522', 'code_execution_20250825'] },
            {
              at: 'tools[].type',
              in: [
                'web_search_20260209',
                'web_search_20260318',
                'web_fetch_20260209',
                'web_fetch_20260309',
                'web_fetch_20260318',
              ],
            },
            { absent: { at: 'tools[].allowed_callers[]', is: 'direct' } },
          ],
          outcome: 400,
          fix: 'use-newer-code-execution',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws claude-on-google-cloud foundry',
        high: 'claude-api claude-on-aws claude-on-google-cloud bedrock bedrock-mantle vertex foundry foundry-azure',
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex foundry-azure',
      },
    },
    'code-execution-web-tools': {
      betas: { '2026-02-09': { stage: 'graduated' } },
      docs: 'agents-and-tools/tool-use/web-search-tool',
    },
    compact: {
      betas: {
        '2026-01-12': {
          requires: [{ at: 'context_management.edits[].type', is: 'compact_20260112' }],
          acceptance: {
            accepted: 'claude-api claude-on-aws bedrock bedrock-mantle vertex foundry',
            high: 'claude-api claude-on-aws bedrock',
            disputed: 'foundry',
          },
        },
        '2026-09-04': {
          requires: [
            { at: 'compaction', shape: 'on-demand' },
            {
              at: 'messages[].content[].type',
              is: 'compaction',
              choices: ['compact-2026-09-04', 'compact-2026-01-12'],
            },
          ],
          acceptance: {
            accepted: 'claude-api claude-on-aws bedrock vertex foundry',
            high: 'claude-api claude-on-aws',
            disputed: 'bedrock',
            rejected: 'bedrock-mantle',
            low: 'bedrock-mantle',
          },
        },
      },
      docs: 'build-with-claude/compaction',
      removal: 'changes-answer',
      constraints: [
        {
          all: [{ at: 'compaction' }, { at: 'context_management' }],
          outcome: 400,
          fix: 'separate-compaction-request',
        },
        {
          all: [
            { at: 'compaction', endpoint: ['POST /v1/messages'] },
            { at: 'stop_sequences', nonEmpty: true },
          ],
          outcome: 400,
          fix: 'plain-compaction-request',
        },
        {
          all: [
            { at: 'compaction', endpoint: ['POST /v1/messages'] },
            { at: 'output_config.format' },
          ],
          outcome: 400,
          fix: 'plain-compaction-request',
        },
        {
          all: [
            { at: 'compaction', endpoint: ['POST /v1/messages'] },
            { at: 'tool_choice.type', in: ['any', 'tool'] },
          ],
          outcome: 400,
          fix: 'plain-compaction-request',
        },
        {
          all: [
            { at: 'compaction', endpoint: ['POST /v1/messages'] },
            { at: 'output_config.task_budget.remaining' },
          ],
          outcome: 400,
          fix: 'leave-out-remaining',
        },
        {
          all: [
            {
              at: 'messages[].content[].signature',
              where: { type: 'compaction' },
              endpoint: ['POST /v1/messages'],
            },
            { at: 'output_config.task_budget.remaining' },
          ],
          outcome: 400,
          fix: 'leave-out-remaining',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws vertex foundry',
        high: 'claude-api claude-on-aws vertex',
        unknown: 'claude-on-google-cloud',
        by: {
          bedrock: [
            { status: 'available', shape: ['on-demand'], confidence: 'disputed' },
            { status: 'available', confidence: 'high' },
          ],
          'bedrock-converse': [
            { status: 'unavailable', confidence: 'high', fix: 'use-invoke-model' },
          ],
          'bedrock-mantle': [
            {
              status: 'unavailable',
              shape: ['on-demand'],
              confidence: 'low',
              fix: 'use-threshold-compaction',
            },
            { status: 'available' },
          ],
        },
      },
    },
    'computer-use': {
      betas: {
        '2024-10-22': {
          stage: 'superseded',
          supersededBy: 'computer-use-2025-01-24',
          requires: [
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
          acceptance: { accepted: 'claude-api bedrock' },
        },
        '2025-01-24': {
          stage: 'superseded',
          supersededBy: 'computer-use-2025-11-24',
          requires: [
            { at: 'tools[].type', is: 'computer_20250124' },
            { at: 'messages[].content[].tool.definition.type', is: 'computer_20250124' },
            {
              at: 'messages[].content[].tool_changes[].tool.definition.type',
              is: 'computer_20250124',
            },
          ],
          acceptance: {
            accepted: 'claude-api claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
            high: 'claude-api bedrock',
            low: 'bedrock-converse',
          },
        },
        '2025-11-24': {
          requires: [
            { at: 'tools[].type', is: 'computer_20251124' },
            { at: 'messages[].content[].tool.definition.type', is: 'computer_20251124' },
            {
              at: 'messages[].content[].tool_changes[].tool.definition.type',
              is: 'computer_20251124',
            },
          ],
          acceptance: {
            accepted: 'claude-api claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
            high: 'claude-api bedrock',
            low: 'bedrock-converse',
          },
        },
      },
      docs: 'agents-and-tools/tool-use/computer-use-tool',
      removal: 'changes-answer',
      uses: [{ at: 'tools[].type', is: 'computer_toolset_20260801' }],
      constraints: [
        {
          all: [
            { at: 'tools[].type', is: 'computer_toolset_20260801' },
            {
              at: 'tools[].type',
              in: ['computer_20251124', 'computer_20250124', 'computer_20241022'],
            },
          ],
          outcome: 400,
          fix: 'one-computer-tool',
        },
        {
          all: [
            { at: 'tools[].type', is: 'computer_toolset_20260801' },
            { at: 'tools[].name', is: 'computer' },
          ],
          outcome: 400,
          fix: 'one-computer-tool',
        },
        {
          all: [{ at: 'tools[].display_width_px', where: { type: 'computer_toolset_20260801' } }],
          outcome: 400,
          fix: 'leave-out-toolset-fields',
        },
        {
          all: [{ at: 'tools[].display_height_px', where: { type: 'computer_toolset_20260801' } }],
          outcome: 400,
          fix: 'leave-out-toolset-fields',
        },
        {
          all: [{ at: 'tools[].display_number', where: { type: 'computer_toolset_20260801' } }],
          outcome: 400,
          fix: 'leave-out-toolset-fields',
        },
        {
          all: [{ at: 'tools[].enable_zoom', where: { type: 'computer_toolset_20260801' } }],
          outcome: 400,
          fix: 'leave-out-toolset-fields',
        },
        {
          all: [{ at: 'tools[].strict', is: true, where: { type: 'computer_toolset_20260801' } }],
          outcome: 400,
          fix: 'leave-out-toolset-fields',
        },
        {
          all: [{ at: 'tools[].input_examples', where: { type: 'computer_toolset_20260801' } }],
          outcome: 400,
          fix: 'leave-out-toolset-fields',
        },
        {
          all: [{ at: 'tools[].defer_loading', where: { type: 'computer_toolset_20260801' } }],
          outcome: 400,
          fix: 'leave-out-toolset-fields',
        },
        {
          all: [
            {
              at: 'tools[].allowed_callers[]',
              in: ['code_execution_20250825', 'code_execution_20260120', 'code_execution_20260521'],
              where: { type: 'computer_toolset_20260801' },
            },
          ],
          outcome: 400,
          fix: 'leave-out-toolset-fields',
        },
        {
          all: [
            { at: 'tools[].type', is: 'computer_toolset_20260801' },
            { at: 'tool_choice.name', is: 'computer' },
          ],
          outcome: 400,
          fix: 'no-forced-toolset',
        },
      ],
      availability: {
        by: {
          'claude-api': [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
              ],
              shape: ['computer_toolset_20260801'],
              confidence: 'high',
              fix: 'use-computer-20251124',
            },
            {
              status: 'unavailable',
              models: ['claude-sonnet-4-5', 'claude-haiku-4-5'],
              shape: ['computer_toolset_20260801'],
              fix: 'use-computer-20250124',
            },
            {
              status: 'unavailable',
              models: ['claude-opus-5-5', 'claude-sonnet-5-5', 'claude-haiku-5-5'],
              shape: ['computer_20250124'],
              confidence: 'high',
              fix: 'use-computer-toolset-20260801',
            },
            {
              status: 'unavailable',
              models: ['claude-fable-5-2', 'claude-mythos-5-2'],
              shape: ['computer_20251124'],
              confidence: 'high',
              fix: 'use-computer-toolset-20260801',
            },
            {
              status: 'unavailable',
              models: ['claude-opus-5-5', 'claude-sonnet-5-5', 'claude-haiku-5-5'],
              shape: ['computer_20251124'],
              confidence: 'high',
              fix: 'use-computer-toolset-20260801',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5',
                'claude-mythos-5',
                'claude-opus-5',
                'claude-sonnet-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
              ],
              shape: ['computer_20250124', 'computer_20241022'],
              fix: 'use-computer-20251124',
            },
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-sonnet-4',
                'claude-3-7-sonnet',
              ],
              shape: ['computer_20251124', 'computer_20241022'],
              fix: 'use-computer-20250124',
            },
            {
              status: 'unknown',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-sonnet-5-5',
                'claude-haiku-5-5',
              ],
              shape: ['computer_20250124', 'computer_20241022'],
            },
            { status: 'available', confidence: 'high' },
          ],
          'claude-on-aws foundry': [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
              ],
              shape: ['computer_toolset_20260801'],
              fix: 'use-computer-20251124',
            },
            {
              status: 'unavailable',
              models: ['claude-sonnet-4-5', 'claude-haiku-4-5'],
              shape: ['computer_toolset_20260801'],
              fix: 'use-computer-20250124',
            },
            {
              status: 'unavailable',
              models: ['claude-fable-5-2', 'claude-mythos-5-2'],
              shape: ['computer_20251124'],
              confidence: 'high',
              fix: 'use-computer-toolset-20260801',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5',
                'claude-mythos-5',
                'claude-opus-5',
                'claude-sonnet-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
              ],
              shape: ['computer_20250124', 'computer_20241022'],
              fix: 'use-computer-20251124',
            },
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-sonnet-4',
                'claude-3-7-sonnet',
              ],
              shape: ['computer_20251124', 'computer_20241022'],
              fix: 'use-computer-20250124',
            },
            { status: 'available' },
          ],
          bedrock: [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
              ],
              shape: ['computer_toolset_20260801'],
              fix: 'use-computer-20251124',
            },
            {
              status: 'unavailable',
              models: ['claude-sonnet-4-5', 'claude-haiku-4-5'],
              shape: ['computer_toolset_20260801'],
              fix: 'use-computer-20250124',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5',
                'claude-mythos-5',
                'claude-opus-5',
                'claude-sonnet-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
              ],
              shape: ['computer_20250124', 'computer_20241022'],
              fix: 'use-computer-20251124',
            },
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-sonnet-4',
                'claude-3-7-sonnet',
              ],
              shape: ['computer_20251124', 'computer_20241022'],
              fix: 'use-computer-20250124',
            },
            { status: 'available', confidence: 'high' },
          ],
          'bedrock-mantle': [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
              ],
              shape: ['computer_toolset_20260801'],
              fix: 'use-computer-20251124',
            },
            {
              status: 'unavailable',
              models: ['claude-sonnet-4-5', 'claude-haiku-4-5'],
              shape: ['computer_toolset_20260801'],
              fix: 'use-computer-20250124',
            },
            { status: 'available', shape: ['computer_toolset_20260801'], confidence: 'disputed' },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5',
                'claude-mythos-5',
                'claude-opus-5',
                'claude-sonnet-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
              ],
              shape: ['computer_20250124', 'computer_20241022'],
              fix: 'use-computer-20251124',
            },
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-sonnet-4',
                'claude-3-7-sonnet',
              ],
              shape: ['computer_20251124', 'computer_20241022'],
              fix: 'use-computer-20250124',
            },
            { status: 'available' },
          ],
          vertex: [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
              ],
              shape: ['computer_toolset_20260801'],
              fix: 'use-computer-20251124',
            },
            {
              status: 'unavailable',
              models: ['claude-sonnet-4-5', 'claude-haiku-4-5'],
              shape: ['computer_toolset_20260801'],
              fix: 'use-computer-20250124',
            },
            {
              status: 'unavailable',
              models: ['claude-opus-5-5', 'claude-sonnet-5-5', 'claude-haiku-5-5'],
              shape: ['computer_20250124'],
              confidence: 'high',
              fix: 'use-computer-toolset-20260801',
            },
            {
              status: 'unavailable',
              models: ['claude-fable-5-2', 'claude-mythos-5-2'],
              shape: ['computer_20251124'],
              confidence: 'high',
              fix: 'use-computer-toolset-20260801',
            },
            {
              status: 'unavailable',
              models: ['claude-opus-5-5', 'claude-sonnet-5-5', 'claude-haiku-5-5'],
              shape: ['computer_20251124'],
              confidence: 'high',
              fix: 'use-computer-toolset-20260801',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5',
                'claude-mythos-5',
                'claude-opus-5',
                'claude-sonnet-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
              ],
              shape: ['computer_20250124', 'computer_20241022'],
              fix: 'use-computer-20251124',
            },
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-sonnet-4',
                'claude-3-7-sonnet',
              ],
              shape: ['computer_20251124', 'computer_20241022'],
              fix: 'use-computer-20250124',
            },
            { status: 'available' },
          ],
        },
      },
    },
    'context-1m': {
      betas: {
        '2025-08-07': {
          stage: 'graduated',
          acceptance: {
            ignored: 'claude-api',
            high: 'claude-api',
            accepted: 'bedrock bedrock-converse bedrock-mantle foundry',
            low: 'bedrock-converse bedrock-mantle foundry',
            rejected: 'vertex',
            disputed: 'vertex',
          },
        },
      },
      docs: 'build-with-claude/context-windows',
      availability: {
        by: {
          'claude-api': [
            {
              status: 'unavailable',
              models: ['claude-sonnet-4-5', 'claude-sonnet-4'],
              confidence: 'high',
            },
            {
              status: 'unavailable',
              models: ['claude-opus-4-5', 'claude-haiku-4-5'],
              confidence: 'high',
            },
            { status: 'available', confidence: 'high' },
          ],
          'claude-on-aws': [
            {
              status: 'unavailable',
              models: ['claude-sonnet-4-5', 'claude-opus-4-5', 'claude-haiku-4-5'],
              confidence: 'high',
            },
            { status: 'available', confidence: 'high' },
          ],
          bedrock: [
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-4-5',
                'claude-opus-4-5',
                'claude-haiku-4-5',
                'claude-opus-4-1',
                'claude-3-5-haiku',
              ],
              confidence: 'high',
            },
            { status: 'unavailable', models: ['claude-sonnet-4'], confidence: 'disputed' },
            { status: 'available' },
          ],
          'bedrock-converse': [
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-4-5',
                'claude-opus-4-5',
                'claude-haiku-4-5',
                'claude-opus-4-1',
                'claude-3-5-haiku',
              ],
            },
            { status: 'unavailable', models: ['claude-sonnet-4'], confidence: 'low' },
            { status: 'available' },
          ],
          'bedrock-mantle': [
            {
              status: 'unavailable',
              models: ['claude-sonnet-4-5', 'claude-opus-4-5', 'claude-haiku-4-5'],
            },
            { status: 'available' },
          ],
          vertex: [
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-4-5',
                'claude-sonnet-4',
                'claude-opus-4-5',
                'claude-haiku-4-5',
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-3-5-haiku',
              ],
              confidence: 'high',
            },
            { status: 'available' },
          ],
          foundry: [
            {
              status: 'unavailable',
              models: ['claude-sonnet-4-5', 'claude-opus-4-5', 'claude-haiku-4-5'],
              confidence: 'high',
            },
            { status: 'available' },
          ],
        },
      },
    },
    'context-management': {
      betas: {
        '2025-06-27': {
          requires: [
            {
              at: 'context_management.edits[].type',
              in: ['clear_tool_uses_20250919', 'clear_thinking_20251015'],
            },
            {
              at: 'context_management',
              choices: ['context-management-2025-06-27', 'compact-2026-01-12'],
            },
          ],
          acceptance: {
            accepted: 'claude-api claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
            high: 'claude-api claude-on-aws bedrock',
            disputed: 'bedrock-converse',
          },
        },
      },
      docs: 'build-with-claude/context-editing',
      removal: 'changes-answer',
      uses: [{ at: 'tools[].type', is: 'memory_20250818' }],
      constraints: [
        {
          all: [
            { at: 'context_management.edits[].type', is: 'clear_thinking_20251015' },
            { at: 'thinking.type', is: 'disabled' },
          ],
          outcome: 400,
          fix: 'enable-thinking',
        },
        {
          all: [
            {
              at: 'context_management.edits[].type',
              is: 'clear_thinking_20251015',
              model: [
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
            },
            { absent: { at: 'thinking' } },
          ],
          outcome: 400,
          fix: 'enable-thinking',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
        high: 'claude-api claude-on-aws bedrock vertex foundry',
        unknown: 'claude-on-google-cloud',
        disputed: 'bedrock-converse',
      },
    },
    'cvp-data-retention': {
      betas: { '2026-06-24': { acceptance: { accepted: 'bedrock bedrock-mantle' } } },
      docs: 'https://support.claude.com/en/articles/14604842-real-time-cyber-safeguards-on-claude-opus-and-sonnet',
      availability: {
        available: 'claude-api claude-on-aws foundry',
        high: 'claude-api claude-on-aws vertex foundry',
        unavailable: 'vertex',
        by: {
          'bedrock bedrock-mantle': [
            { status: 'unavailable', models: ['claude-opus-5'], confidence: 'high' },
            { status: 'available' },
          ],
        },
      },
    },
    'dangerous-tool-use': {
      betas: {
        '2026-09-03': {
          stage: 'internal',
          acceptance: {
            accepted: 'claude-api bedrock bedrock-mantle vertex foundry',
            low: 'claude-api bedrock bedrock-converse bedrock-mantle vertex foundry',
            rejected: 'bedrock-converse',
          },
        },
      },
    },
    'dev-full-thinking': {
      betas: {
        '2025-05-14': { acceptance: { accepted: 'claude-api bedrock', low: 'claude-api' } },
      },
      docs: 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-anthropic-claude-messages-request-response.html',
      removal: 'changes-answer',
      availability: { available: 'bedrock' },
    },
    dreaming: {
      betas: {
        '2026-04-21': {
          requires: [{ endpoint: ['* /v1/dreams/**'] }],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'managed-agents/dreams',
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    effort: {
      betas: {
        '2025-11-24': {
          stage: 'graduated',
          requires: [
            { at: 'output_config.effort', model: ['claude-opus-4-5'], platform: ['bedrock'] },
          ],
          acceptance: {
            accepted: 'claude-api bedrock bedrock-converse bedrock-mantle foundry',
            disputed: 'bedrock vertex',
            low: 'bedrock-converse bedrock-mantle foundry',
            rejected: 'vertex',
          },
        },
      },
      docs: 'build-with-claude/',
      removal: 'changes-answer',
      uses: [
        { at: 'output_config.effort', in: ['low', 'medium', 'high', 'xhigh', 'max'] },
        { at: 'output_config' },
      ],
      constraints: [
        {
          all: [
            { at: 'thinking.type', is: 'disabled', model: ['claude-opus-5', 'claude-haiku-5-5'] },
            { at: 'output_config.effort', in: ['xhigh', 'max'] },
          ],
          outcome: 400,
          fix: 'use-a-lower-effort',
        },
      ],
      availability: {
        by: {
          'claude-api claude-on-aws bedrock-mantle foundry': [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-5',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-mythos-preview',
              ],
              shape: ['xhigh'],
              fix: 'use-a-lower-effort',
            },
            {
              status: 'unavailable',
              models: ['claude-opus-4-5'],
              shape: ['max'],
              fix: 'use-a-lower-effort',
            },
            {
              status: 'unavailable',
              models: ['claude-haiku-4-5', 'claude-sonnet-4-5'],
              shape: ['low', 'medium', 'high', 'xhigh', 'max'],
              fix: 'leave-out-effort',
            },
            { status: 'available', confidence: 'high' },
          ],
          'bedrock vertex': [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-5',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-mythos-preview',
              ],
              shape: ['xhigh'],
              fix: 'use-a-lower-effort',
            },
            {
              status: 'unavailable',
              models: ['claude-opus-4-5'],
              shape: ['max'],
              fix: 'use-a-lower-effort',
            },
            {
              status: 'unavailable',
              models: [
                'claude-haiku-4-5',
                'claude-sonnet-4-5',
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-sonnet-4',
              ],
              shape: ['low', 'medium', 'high', 'xhigh', 'max'],
              fix: 'leave-out-effort',
            },
            { status: 'available', confidence: 'high' },
          ],
          'bedrock-converse': [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-5',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-mythos-preview',
              ],
              shape: ['xhigh'],
              fix: 'use-a-lower-effort',
            },
            {
              status: 'unavailable',
              models: ['claude-opus-4-5'],
              shape: ['max'],
              fix: 'use-a-lower-effort',
            },
            {
              status: 'unavailable',
              models: [
                'claude-haiku-4-5',
                'claude-sonnet-4-5',
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-sonnet-4',
              ],
              shape: ['low', 'medium', 'high', 'xhigh', 'max'],
              confidence: 'low',
              fix: 'leave-out-effort',
            },
            { status: 'available' },
          ],
        },
      },
    },
    efs: {
      betas: {
        '2026-10-01': {
          requires: [
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
              endpoint: [
                'POST /v1/organizations/workspaces',
                'POST /v1/organizations/workspaces/{}',
              ],
            },
          ],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'manage-claude/enterprise-frontier-safeguards/customer-owned-storage',
      availability: {
        available: 'claude-api claude-on-aws',
        high: 'claude-api',
        disputed: 'claude-on-aws',
        unavailable: 'bedrock-mantle foundry',
      },
    },
    environments: {
      betas: { '2026-03-01': { stage: 'superseded', supersededBy: 'managed-agents-2026-04-01' } },
      docs: 'managed-agents/self-hosted-sandboxes',
    },
    'experimental-cc-routine': {
      betas: {
        '2026-04-01': {
          requires: [{ endpoint: ['POST /v1/claude_code/routines/{}/fire'] }],
          acceptance: { accepted: 'claude-api' },
        },
      },
      docs: 'api/claude-code/routines-fire',
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws claude-on-google-cloud bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'experimental-claude-tag': {
      betas: {
        '2026-10-21': {
          requires: [
            {
              endpoint: ['* /v1/organizations/claude_tag/**'],
              choices: ['experimental-claude-tag-2026-10-21', 'claude-tag-2026-09-28'],
            },
          ],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'manage-claude/claude-tag-api',
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws claude-on-google-cloud bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'extended-cache-ttl': {
      betas: {
        '2025-04-11': {
          stage: 'graduated',
          acceptance: {
            accepted: 'claude-api',
            high: 'claude-api',
            rejected: 'bedrock',
            low: 'bedrock',
          },
        },
      },
      docs: 'build-with-claude/prompt-caching',
      removal: 'safe',
      uses: [
        { at: 'system[].cache_control.ttl', is: '1h' },
        { at: 'tools[].cache_control.ttl', is: '1h' },
        { at: 'messages[].content[].**.cache_control.ttl', is: '1h' },
        { at: 'cache_control.ttl', is: '1h' },
      ],
      availability: {
        available: 'claude-api claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'fallback-credit': {
      betas: {
        '2026-06-01': {
          stage: 'superseded',
          supersededBy: 'fallback-credit-2026-07-01',
          acceptance: {
            accepted: 'claude-api claude-on-aws vertex foundry',
            high: 'claude-api claude-on-aws',
            by: {
              bedrock: [
                {
                  status: 'rejected',
                  confidence: 'low',
                  instead: [{ for: 'fallback-credit', send: 'fallback-credit-2026-06-09' }],
                },
              ],
            },
          },
        },
        '2026-06-09': { acceptance: { accepted: 'bedrock', high: 'bedrock' } },
        '2026-07-01': {
          requires: [
            { at: 'fallback_credit_token.token' },
            {
              at: 'fallback_credit_token',
              choices: [
                'fallback-credit-2026-07-01',
                'fallback-credit-2026-06-01',
                'fallback-credit-2026-06-09',
              ],
            },
          ],
          acceptance: {
            accepted: 'claude-api claude-on-aws vertex foundry',
            high: 'claude-api claude-on-aws',
            by: {
              bedrock: [
                {
                  status: 'rejected',
                  confidence: 'low',
                  instead: [{ for: 'fallback-credit', send: 'fallback-credit-2026-06-09' }],
                },
              ],
            },
          },
        },
      },
      docs: 'build-with-claude/',
      removal: 'safe',
      constraints: [
        {
          all: [{ at: 'fallback_credit_token' }, { at: 'fallbacks' }],
          outcome: 400,
          fix: 'credit-or-fallbacks',
        },
      ],
      availability: {
        available: 'claude-on-aws bedrock bedrock-mantle vertex foundry',
        high: 'claude-on-aws bedrock',
        by: {
          'claude-api': [
            { status: 'no-effect', endpoint: ['POST /v1/messages/batches'], confidence: 'high' },
            { status: 'available', confidence: 'high' },
          ],
        },
      },
    },
    'fast-mode': {
      betas: {
        '2026-02-01': {
          requires: [
            {
              at: 'speed',
              model: ['claude-opus-5', 'claude-opus-4-8', 'claude-opus-4-7', 'claude-opus-4-6'],
            },
          ],
          acceptance: {
            accepted: 'claude-api',
            high: 'claude-api',
            rejected: 'bedrock bedrock-converse bedrock-mantle foundry',
            low: 'bedrock-converse bedrock-mantle foundry',
          },
        },
      },
      docs: 'build-with-claude/',
      removal: 'safe',
      uses: [{ at: 'speed', is: 'fast' }, { at: 'speed', is: 'standard' }],
      availability: {
        unavailable: 'claude-on-aws bedrock bedrock-converse bedrock-mantle',
        high: 'bedrock',
        by: {
          'claude-api': [
            {
              status: 'unavailable',
              endpoint: ['POST /v1/messages/batches'],
              confidence: 'high',
              fix: 'no-speed-in-batches',
            },
            {
              status: 'no-effect',
              models: ['claude-opus-4-6'],
              shape: ['fast'],
              confidence: 'high',
              fix: 'use-a-fast-model',
            },
            {
              status: 'unavailable',
              models: ['claude-opus-4-7'],
              shape: ['fast'],
              confidence: 'high',
              fix: 'use-a-fast-model',
            },
            {
              status: 'available',
              models: ['claude-opus-4-8'],
              until: '2026-11-30',
              confidence: 'high',
            },
            {
              status: 'unavailable',
              models: ['claude-opus-4-8'],
              shape: ['fast'],
              confidence: 'high',
              fix: 'use-a-fast-model',
            },
            { status: 'available', models: ['claude-opus-5'], confidence: 'high' },
            {
              status: 'available',
              models: ['claude-opus-5-5', 'claude-fable-5-2', 'claude-mythos-5-2'],
              confidence: 'high',
            },
            { status: 'unavailable', shape: ['fast'], fix: 'use-a-fast-model' },
            { status: 'unknown' },
          ],
          vertex: [
            { status: 'available', models: ['claude-fable-5-2'], confidence: 'high' },
            { status: 'unavailable', shape: ['fast'], fix: 'use-a-fast-model' },
            { status: 'unknown' },
          ],
          foundry: [{ status: 'unavailable', fix: 'model-suffix-fast' }],
        },
      },
    },
    'files-api': {
      betas: {
        '2025-04-14': {
          stage: 'legacy-shape',
          requires: [
            {
              at: 'before_id',
              endpoint: ['GET /v1/files'],
              choices: ['files-api-2025-04-14', 'managed-agents-2026-04-01'],
            },
            {
              at: 'after_id',
              endpoint: ['GET /v1/files'],
              choices: ['files-api-2025-04-14', 'managed-agents-2026-04-01'],
            },
          ],
          selectsAt: ['* /v1/files/**'],
          acceptance: {
            accepted: 'claude-api foundry',
            high: 'claude-api',
            rejected: 'bedrock bedrock-converse bedrock-mantle vertex',
            low: 'bedrock-converse bedrock-mantle vertex foundry',
          },
        },
      },
      docs: 'build-with-claude/files',
      uses: [
        { endpoint: ['* /v1/files/**'] },
        { at: 'messages[].content[].source.type', is: 'file' },
        { at: 'messages[].content[].type', is: 'container_upload' },
      ],
      availability: {
        available: 'claude-api claude-on-aws claude-on-google-cloud foundry',
        high: 'claude-api claude-on-aws claude-on-google-cloud bedrock bedrock-mantle vertex foundry foundry-azure',
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex foundry-azure',
      },
    },
    'fine-grained-tool-streaming': {
      betas: {
        '2025-05-14': {
          stage: 'legacy-shape',
          selectsAt: ['POST /v1/messages'],
          acceptance: {
            accepted: 'claude-api bedrock bedrock-converse bedrock-mantle',
            high: 'claude-api',
            low: 'bedrock-converse bedrock-mantle vertex foundry',
            rejected: 'vertex foundry',
          },
        },
      },
      docs: 'agents-and-tools/tool-use/',
      removal: 'safe',
      uses: [{ at: 'tools[].eager_input_streaming', is: true, shape: 'field' }],
      constraints: [
        {
          all: [
            { beta: 'fine-grained-tool-streaming-2025-05-14' },
            { at: 'tools[].type', is: 'computer_toolset_20260801' },
          ],
          outcome: 400,
          fix: 'use-eager-input-streaming',
        },
        {
          all: [
            { beta: 'fine-grained-tool-streaming-2025-05-14' },
            { at: 'tools[].type', is: 'browser_toolset_20260801' },
          ],
          outcome: 400,
          fix: 'use-eager-input-streaming',
        },
      ],
      substitutes: [
        {
          on: ['bedrock', 'bedrock-converse'],
          when: { at: 'tools[].eager_input_streaming', is: true },
          unless: {
            at: 'tools[].type',
            in: ['computer_toolset_20260801', 'browser_toolset_20260801'],
          },
          remove: 'tools[].eager_input_streaming',
          send: 'fine-grained-tool-streaming-2025-05-14',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws bedrock-mantle vertex foundry',
        high: 'claude-api claude-on-aws bedrock-mantle vertex foundry',
        by: {
          bedrock: [
            {
              status: 'unavailable',
              shape: ['field'],
              confidence: 'disputed',
              fix: 'send-the-fine-grained-header',
            },
            { status: 'available' },
          ],
          'bedrock-converse': [
            { status: 'unavailable', shape: ['field'], fix: 'send-the-fine-grained-header' },
            { status: 'available', confidence: 'low' },
          ],
        },
      },
    },
    'google-managed-data-controls': {
      betas: {
        '2026-09-01': {
          requires: [
            {
              endpoint: [
                'GET /v1/organizations/providers/google/projects/{}/data_controls',
                'POST /v1/organizations/providers/google/projects/{}/data_controls',
                'GET /v1/user_profiles/{}/providers/google/data_controls',
                'POST /v1/user_profiles/{}/providers/google/data_controls',
              ],
            },
          ],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'manage-claude/enterprise-frontier-safeguards/setup-google-cloud-agent-platform',
      availability: { available: 'claude-api', high: 'claude-api', unavailable: 'bedrock-mantle' },
    },
    'inline-tools': {
      betas: {
        '2026-09-15': {
          requires: [
            {
              at: 'messages[].content[].type',
              in: ['tool_addition', 'tool_removal'],
              choices: ['inline-tools-2026-09-15', 'mid-conversation-tool-changes-2026-07-01'],
            },
            { at: 'messages[].content[].tool.type', is: 'tool_definition' },
            { at: 'messages[].content[].tool_changes[].tool.type', is: 'tool_definition' },
          ],
          acceptance: {
            accepted: 'claude-api',
            high: 'claude-api',
            rejected: 'bedrock bedrock-mantle vertex',
            low: 'bedrock bedrock-mantle vertex',
          },
        },
      },
      docs: 'build-with-claude/mid-conversation-system-messages',
      removal: 'changes-answer',
      constraints: [
        {
          all: [
            {
              at: 'messages[].content[].tool.definition.type',
              in: ['computer_toolset_20260801', 'computer_20251124'],
            },
          ],
          outcome: 400,
          fix: 'declare-in-tools',
        },
      ],
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        by: {
          'bedrock bedrock-mantle vertex': [
            { status: 'available', shape: ['tool_addition', 'tool_removal'] },
            { status: 'unavailable', confidence: 'low', fix: 'use-changes-by-reference' },
          ],
        },
      },
    },
    'interleaved-thinking': {
      betas: {
        '2025-05-14': {
          acceptance: {
            accepted: 'claude-api claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
            high: 'claude-api claude-on-aws',
            disputed: 'bedrock bedrock-converse vertex',
            low: 'bedrock-mantle foundry',
          },
        },
      },
      docs: 'build-with-claude/extended-thinking',
      removal: 'changes-answer',
      availability: {
        by: {
          'claude-api': [
            {
              status: 'available',
              models: [
                'claude-sonnet-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-sonnet-4',
              ],
              confidence: 'high',
            },
            { status: 'no-effect', confidence: 'high' },
          ],
          'bedrock vertex': [
            {
              status: 'available',
              models: [
                'claude-sonnet-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-sonnet-4',
              ],
            },
            { status: 'no-effect' },
          ],
        },
      },
    },
    'managed-agents': {
      betas: {
        '2026-04-01-research-preview': {
          stage: 'superseded',
          supersededBy: 'managed-agents-2026-04-01',
        },
        '2026-04-01': {
          requires: [
            {
              endpoint: ['* /v1/agents/**'],
              choices: ['managed-agents-2026-04-01', 'agent-api-2026-03-01'],
            },
            {
              endpoint: ['* /v1/environments/**'],
              choices: ['managed-agents-2026-04-01', 'agent-api-2026-03-01'],
            },
            {
              endpoint: ['* /v1/sessions/**'],
              choices: ['managed-agents-2026-04-01', 'ccr-byoc-2025-07-29'],
            },
            { endpoint: ['* /v1/deployments/**'] },
            { endpoint: ['* /v1/deployment_runs/**'] },
            { endpoint: ['* /v1/vaults/**'] },
          ],
          acceptance: {
            accepted: 'claude-on-aws claude-on-google-cloud',
            high: 'claude-on-aws claude-on-google-cloud',
            by: {
              'claude-api': [
                { status: 'rejected', endpoint: ['DELETE /v1/agents/{}'], confidence: 'low' },
                { status: 'accepted', confidence: 'high' },
              ],
            },
          },
        },
      },
      docs: 'managed-agents/overview',
      availability: {
        available: 'claude-api claude-on-google-cloud',
        high: 'claude-api claude-on-google-cloud bedrock bedrock-mantle vertex foundry',
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex foundry',
        by: {
          'claude-on-aws': [
            { status: 'unknown', endpoint: ['* /v1/deployments/**', '* /v1/deployment_runs/**'] },
            { status: 'available', confidence: 'high' },
          ],
        },
      },
    },
    'max-tokens-3-5-sonnet': {
      betas: { '2024-07-15': { stage: 'retired' } },
      docs: 'release-notes/overview',
    },
    'mcp-client': {
      betas: {
        '2025-04-04': {
          stage: 'superseded',
          supersededBy: 'mcp-client-2025-11-20',
          requires: [
            { at: 'mcp_servers[].tool_configuration' },
            {
              at: 'mcp_servers',
              nonEmpty: true,
              unless: { at: 'tools[].type', is: 'mcp_toolset' },
              choices: ['mcp-client-2025-04-04', 'mcp-client-2026-09-15'],
            },
          ],
          acceptance: {
            accepted: 'claude-api claude-on-aws bedrock foundry',
            high: 'claude-api',
            rejected: 'bedrock-converse bedrock-mantle',
            low: 'bedrock-converse bedrock-mantle',
          },
        },
        '2025-11-20': {
          requires: [
            {
              at: 'tools[].type',
              is: 'mcp_toolset',
              choices: ['mcp-client-2025-11-20', 'mcp-client-2026-09-15'],
            },
            {
              at: 'messages[].content[].type',
              in: ['mcp_tool_use', 'mcp_tool_result'],
              choices: ['mcp-client-2025-11-20', 'mcp-client-2026-09-15', 'mcp-client-2025-04-04'],
            },
          ],
          acceptance: {
            accepted: 'claude-api claude-on-aws bedrock foundry',
            high: 'claude-api claude-on-aws',
            rejected: 'bedrock-converse bedrock-mantle',
            low: 'bedrock-converse bedrock-mantle',
          },
        },
        '2026-09-15': {
          requires: [
            { at: 'tools[].tools', shape: 'pinned-tools' },
            { at: 'messages[].content[].type', is: 'mcp_tool_listing' },
            {
              at: 'messages[].content[].tool.definition.type',
              is: 'mcp_toolset',
              shape: 'inline-toolset',
            },
            {
              at: 'messages[].content[].tool_changes[].tool.definition.type',
              is: 'mcp_toolset',
              shape: 'inline-toolset',
            },
          ],
          acceptance: {
            accepted: 'claude-api claude-on-aws foundry',
            high: 'claude-api',
            disputed: 'claude-on-aws foundry',
          },
        },
      },
      default: '2025-11-20',
      latest: '2026-09-15',
      docs: 'agents-and-tools/mcp-connector',
      removal: 'changes-answer',
      uses: [{ at: 'mcp_servers', nonEmpty: true }],
      constraints: [
        {
          all: [
            { at: 'tools[].type', is: 'mcp_toolset' },
            { absent: { at: 'mcp_servers', nonEmpty: true } },
          ],
          outcome: 400,
          fix: 'add-mcp-servers',
        },
      ],
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        by: {
          'claude-on-aws claude-on-google-cloud foundry': [
            {
              status: 'available',
              shape: ['pinned-tools', 'mcp_tool_listing', 'inline-toolset'],
              confidence: 'disputed',
            },
            { status: 'available', confidence: 'high' },
          ],
          'bedrock bedrock-mantle vertex': [
            { status: 'unavailable', confidence: 'high', fix: 'call-mcp-tools-yourself' },
          ],
          'bedrock-converse': [{ status: 'unavailable', fix: 'call-mcp-tools-yourself' }],
          'foundry-azure': [
            {
              status: 'available',
              shape: ['pinned-tools', 'mcp_tool_listing', 'inline-toolset'],
              confidence: 'disputed',
            },
            { status: 'available' },
          ],
        },
      },
    },
    'mcp-servers': {
      betas: {
        '2025-12-04': { stage: 'internal', acceptance: { rejected: 'bedrock', low: 'bedrock' } },
      },
    },
    'mcp-tunnels': {
      betas: {
        '2026-05-19': {
          stage: 'superseded',
          supersededBy: 'mcp-tunnels-2026-06-22',
          requires: [{ endpoint: ['* /v1/organizations/tunnels/**'] }],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
        '2026-06-22': {
          requires: [{ endpoint: ['* /v1/tunnels/**'] }],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'agents-and-tools/mcp-tunnels/reference',
      availability: {
        available: 'claude-api',
        high: 'claude-api claude-on-aws',
        unavailable: 'claude-on-aws bedrock-mantle',
      },
    },
    memory: {
      betas: { '2025-08-18': { acceptance: { rejected: 'bedrock' } } },
      docs: 'agents-and-tools/tool-use/memory-tool',
    },
    'message-batches': {
      betas: {
        '2024-09-24': {
          stage: 'graduated',
          acceptance: { ignored: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'build-with-claude/batch-processing',
      uses: [{ endpoint: ['* /v1/messages/batches/**'] }],
      constraints: [
        {
          all: [{ at: 'stream', is: true, endpoint: ['POST /v1/messages/batches'] }],
          outcome: 400,
          fix: 'leave-out-of-batches',
        },
        {
          all: [{ at: 'max_tokens', is: 0, endpoint: ['POST /v1/messages/batches'] }],
          outcome: 400,
          fix: 'leave-out-of-batches',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws',
        high: 'claude-api bedrock bedrock-mantle vertex foundry',
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'message-threads': {
      betas: {
        '2026-08-12': {
          requires: [{ at: 'thread' }],
          acceptance: {
            accepted: 'claude-api claude-on-aws foundry',
            high: 'claude-api claude-on-aws',
          },
        },
      },
      docs: 'build-with-claude/',
      constraints: [
        {
          all: [{ at: 'thread.type', is: 'continue' }, { at: 'system' }],
          outcome: 400,
          fix: 'leave-to-the-thread',
        },
        {
          all: [{ at: 'thread.type', is: 'continue' }, { at: 'tools' }],
          outcome: 400,
          fix: 'leave-to-the-thread',
        },
        {
          all: [{ at: 'thread' }, { at: 'context_management' }],
          outcome: 400,
          fix: 'send-without-thread',
        },
        { all: [{ at: 'thread' }, { at: 'fallbacks' }], outcome: 400, fix: 'send-without-thread' },
      ],
      availability: {
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex',
        by: {
          'claude-api claude-on-aws claude-on-google-cloud': [
            {
              status: 'unknown',
              endpoint: ['POST /v1/messages/batches', 'POST /v1/messages/count_tokens'],
            },
            { status: 'available', confidence: 'high' },
          ],
          foundry: [
            { status: 'unknown', endpoint: ['POST /v1/messages/count_tokens'] },
            { status: 'available', confidence: 'high' },
          ],
        },
      },
    },
    messages: {
      betas: { '2023-12-15': { stage: 'graduated' } },
      docs: 'api/',
      uses: [
        { at: 'inference_geo', shape: 'inference_geo' },
        { at: 'messages[].content[].**.source.type', is: 'url', shape: 'url-source' },
      ],
      constraints: [
        {
          all: [
            {
              at: 'temperature',
              model: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-haiku-5-5',
              ],
            },
            { absent: { at: 'temperature', is: 1 } },
          ],
          outcome: 400,
          fix: 'leave-out-sampling',
        },
        {
          all: [
            {
              at: 'top_p',
              model: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-haiku-5-5',
              ],
            },
            { absent: { at: 'top_p', is: 1 } },
          ],
          outcome: 400,
          fix: 'leave-out-sampling',
        },
        {
          all: [
            {
              at: 'top_k',
              model: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-haiku-5-5',
              ],
            },
          ],
          outcome: 400,
          fix: 'leave-out-sampling',
        },
        {
          all: [
            {
              at: 'temperature',
              model: [
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
            },
            { at: 'thinking.type', in: ['adaptive', 'enabled'] },
            { absent: { at: 'temperature', is: 1 } },
          ],
          outcome: 400,
          fix: 'leave-out-sampling',
        },
        {
          all: [
            {
              at: 'top_k',
              model: [
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
            },
            { at: 'thinking.type', in: ['adaptive', 'enabled'] },
          ],
          outcome: 400,
          fix: 'leave-out-sampling',
        },
        {
          all: [{ at: 'temperature', model: ['claude-haiku-4-5'] }, { at: 'top_p' }],
          outcome: 400,
          fix: 'leave-out-sampling',
        },
        {
          all: [
            {
              at: 'tool_choice.type',
              in: ['any', 'tool'],
              model: [
                'claude-fable-5-1',
                'claude-mythos-5-1',
                'claude-mythos-preview',
                'claude-opus-5-5',
                'claude-sonnet-5-5',
              ],
            },
          ],
          outcome: 400,
          fix: 'let-the-model-choose',
        },
        {
          all: [
            {
              at: 'inference_geo',
              model: [
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-sonnet-4',
              ],
            },
          ],
          outcome: 400,
          fix: 'leave-out-inference-geo',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws claude-on-google-cloud',
        high: 'claude-api claude-on-aws claude-on-google-cloud',
        by: {
          'bedrock bedrock-mantle vertex': [
            {
              status: 'unavailable',
              shape: ['url-source'],
              confidence: 'high',
              fix: 'send-sources-inline',
            },
            { status: 'unknown', shape: ['inference_geo'] },
            { status: 'available', confidence: 'high' },
          ],
          foundry: [
            { status: 'unknown', shape: ['inference_geo'] },
            { status: 'available', confidence: 'high' },
          ],
        },
      },
    },
    'mid-conversation-effort': {
      betas: { '2026-08-01': { stage: 'internal' } },
      docs: 'build-with-claude/effort-per-message',
    },
    'mid-conversation-output-config': {
      betas: {
        '2026-07-01': {
          requires: [
            {
              at: 'messages[].output_config',
              choices: ['mid-conversation-output-config-2026-07-01', 'per-turn-control-2026-07-01'],
            },
          ],
          acceptance: {
            accepted: 'claude-api claude-on-aws bedrock bedrock-mantle vertex foundry',
            high: 'claude-api claude-on-aws bedrock vertex',
          },
        },
      },
      docs: 'build-with-claude/effort-per-message',
      removal: 'changes-answer',
      availability: {
        by: {
          'claude-api claude-on-aws bedrock bedrock-mantle vertex foundry': [
            {
              status: 'available',
              models: [
                'claude-fable-5-2',
                'claude-mythos-5-2',
                'claude-fable-5-1',
                'claude-mythos-5-1',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-sonnet-5-5',
                'claude-haiku-5-5',
              ],
              confidence: 'high',
            },
            { status: 'unknown' },
          ],
        },
      },
    },
    'mid-conversation-system': {
      betas: { '2026-04-07': { stage: 'internal' } },
      docs: 'build-with-claude/mid-conversation-system-messages',
      removal: 'changes-answer',
      uses: [{ at: 'messages[].role', is: 'system' }],
      availability: {
        available: 'bedrock-converse',
        disputed: 'bedrock-converse',
        by: {
          'claude-api claude-on-aws claude-on-google-cloud bedrock bedrock-mantle vertex': [
            { status: 'unavailable', models: ['claude-sonnet-5'], confidence: 'high' },
            {
              status: 'available',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-sonnet-5-5',
                'claude-haiku-5-5',
              ],
              confidence: 'high',
            },
            { status: 'unknown' },
          ],
          foundry: [
            { status: 'unavailable', models: ['claude-sonnet-5'], confidence: 'high' },
            {
              status: 'available',
              models: [
                'claude-fable-5-2',
                'claude-fable-5-1',
                'claude-fable-5',
                'claude-mythos-5-2',
                'claude-mythos-5-1',
                'claude-mythos-5',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-sonnet-5-5',
                'claude-haiku-5-5',
              ],
            },
            { status: 'unknown' },
          ],
        },
      },
    },
    'mid-conversation-system-clear-at': {
      betas: {
        '2026-08-21': {
          requires: [{ at: 'messages[].clear_at' }],
          acceptance: { accepted: 'claude-api bedrock-mantle vertex', high: 'claude-api' },
        },
      },
      docs: 'build-with-claude/mid-conversation-system-messages',
      removal: 'changes-answer',
      constraints: [
        {
          all: [{ at: 'messages[].clear_at', where: { role: 'user' } }],
          outcome: 400,
          fix: 'clear-at-on-system-messages',
        },
        {
          all: [{ at: 'messages[].clear_at', where: { role: 'assistant' } }],
          outcome: 400,
          fix: 'clear-at-on-system-messages',
        },
        {
          all: [{ at: 'messages[].output_config', where: { clear_at: 'next_user_message' } }],
          outcome: 400,
          fix: 'clear-at-on-system-messages',
        },
      ],
      availability: {
        by: {
          'claude-api': [
            { status: 'unavailable', models: ['claude-sonnet-5'], confidence: 'high' },
            { status: 'available', confidence: 'high' },
          ],
          'claude-on-aws bedrock bedrock-mantle vertex': [
            { status: 'unavailable', models: ['claude-sonnet-5'], confidence: 'high' },
            { status: 'available' },
          ],
          foundry: [
            { status: 'unavailable', models: ['claude-sonnet-5'], confidence: 'high' },
            { status: 'available', confidence: 'disputed' },
          ],
        },
      },
    },
    'mid-conversation-tool-changes': {
      betas: {
        '2026-07-01': {
          acceptance: { accepted: 'claude-api bedrock bedrock-mantle vertex', high: 'claude-api' },
        },
      },
      docs: 'build-with-claude/mid-conversation-system-messages',
      removal: 'changes-answer',
      uses: [{ at: 'messages[].content[].type', in: ['tool_addition', 'tool_removal'] }],
      availability: {
        by: {
          'claude-api': [
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-5',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
            },
            { status: 'available', confidence: 'high' },
          ],
          'claude-on-aws bedrock bedrock-mantle vertex': [
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-5',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
            },
            { status: 'available' },
          ],
          foundry: [
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-5',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
            },
            { status: 'available', confidence: 'disputed' },
          ],
        },
      },
    },
    'model-context-window-exceeded': {
      betas: {
        '2025-08-26': {
          stage: 'graduated',
          acceptance: { accepted: 'claude-api bedrock', high: 'claude-api', low: 'bedrock' },
        },
      },
      docs: 'build-with-claude/handling-stop-reasons',
      availability: { available: 'claude-api bedrock-converse', high: 'claude-api' },
    },
    oauth: {
      betas: {
        '2025-04-20': {
          stage: 'internal',
          requires: [{ at: 'grant_type', is: 'refresh_token', endpoint: ['POST /v1/oauth/token'] }],
          acceptance: {
            accepted: 'claude-api',
            high: 'claude-api',
            rejected: 'bedrock vertex',
            low: 'bedrock vertex',
          },
        },
      },
      docs: 'manage-claude/authentication',
      availability: {
        available: 'claude-api',
        high: 'claude-api claude-on-aws',
        unavailable: 'claude-on-aws claude-on-google-cloud',
      },
    },
    'oidc-federation': {
      betas: {
        '2026-04-01': {
          stage: 'internal',
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'manage-claude/workload-identity-federation',
      uses: [
        {
          at: 'grant_type',
          is: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
          endpoint: ['POST /v1/oauth/token'],
        },
      ],
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws claude-on-google-cloud',
      },
    },
    'output-128k': {
      betas: {
        '2025-02-19': {
          stage: 'retired',
          acceptance: {
            accepted: 'claude-api bedrock bedrock-mantle',
            rejected: 'bedrock-converse vertex foundry',
            low: 'bedrock-converse bedrock-mantle vertex foundry',
          },
        },
      },
      docs: 'about-claude/models/migration-guide',
      availability: { available: 'bedrock', low: 'bedrock' },
    },
    'output-300k': {
      betas: {
        '2026-03-24': {
          requires: [{ at: 'max_tokens', above: 128000, endpoint: ['POST /v1/messages/batches'] }],
          acceptance: { accepted: 'claude-api claude-on-aws', high: 'claude-api claude-on-aws' },
        },
      },
      docs: 'build-with-claude/batch-processing',
      uses: [
        { at: 'max_tokens', above: 128000, shape: 'synchronous', endpoint: ['POST /v1/messages'] },
      ],
      availability: {
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex foundry',
        high: 'bedrock vertex foundry',
        by: {
          'claude-api claude-on-aws': [
            {
              status: 'unavailable',
              shape: ['synchronous'],
              confidence: 'high',
              fix: 'send-long-output-in-a-batch',
            },
            {
              status: 'available',
              models: [
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-sonnet-5-5',
                'claude-sonnet-5',
                'claude-sonnet-4-6',
                'claude-haiku-5-5',
              ],
              confidence: 'high',
            },
            {
              status: 'unavailable',
              models: [
                'claude-fable-5',
                'claude-mythos-5',
                'claude-mythos-preview',
                'claude-opus-4-5',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              fix: 'lower-max-tokens',
            },
            { status: 'unknown' },
          ],
        },
      },
    },
    pdfs: {
      betas: {
        '2024-09-25': {
          stage: 'graduated',
          acceptance: {
            ignored: 'claude-api',
            high: 'claude-api',
            accepted: 'bedrock',
            low: 'bedrock vertex',
            rejected: 'vertex',
          },
        },
      },
      docs: 'build-with-claude/pdf-support',
      uses: [{ at: 'messages[].content[].**.media_type', is: 'application/pdf' }],
      availability: {
        available: 'claude-api claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
        high: 'claude-api',
      },
    },
    'per-turn-control': {
      betas: {
        '2026-07-01': {
          stage: 'internal',
          acceptance: {
            accepted: 'claude-api bedrock-mantle vertex foundry',
            rejected: 'bedrock bedrock-converse',
            low: 'bedrock bedrock-converse bedrock-mantle vertex foundry',
          },
        },
      },
    },
    'prompt-caching': {
      betas: {
        '2024-07-31': {
          stage: 'graduated',
          acceptance: {
            accepted: 'claude-api',
            high: 'claude-api',
            rejected: 'bedrock vertex',
            low: 'bedrock',
          },
        },
      },
      docs: 'build-with-claude/',
      removal: 'safe',
      uses: [
        { at: 'system[].cache_control' },
        { at: 'tools[].cache_control' },
        { at: 'messages[].content[].**.cache_control' },
        { at: 'cache_control', shape: 'automatic' },
      ],
      constraints: [
        {
          all: [
            { at: 'max_tokens', is: 0, endpoint: ['POST /v1/messages'] },
            { at: 'stream', is: true },
          ],
          outcome: 400,
          fix: 'plain-warming-request',
        },
        {
          all: [
            { at: 'max_tokens', is: 0, endpoint: ['POST /v1/messages'] },
            { at: 'thinking.type', is: 'enabled' },
          ],
          outcome: 400,
          fix: 'plain-warming-request',
        },
        {
          all: [
            { at: 'max_tokens', is: 0, endpoint: ['POST /v1/messages'] },
            { at: 'output_config.format' },
          ],
          outcome: 400,
          fix: 'plain-warming-request',
        },
        {
          all: [
            { at: 'max_tokens', is: 0, endpoint: ['POST /v1/messages'] },
            { at: 'tool_choice.type', in: ['any', 'tool'] },
          ],
          outcome: 400,
          fix: 'plain-warming-request',
        },
        {
          all: [{ at: 'messages[].content[].cache_control', where: { type: 'thinking' } }],
          outcome: 400,
          fix: 'cache-another-block',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws bedrock-mantle foundry',
        high: 'claude-api',
        by: {
          bedrock: [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['automatic'],
              confidence: 'high',
              fix: 'use-cache-breakpoints',
            },
            { status: 'unknown', shape: ['automatic'] },
            { status: 'available' },
          ],
          'bedrock-converse': [
            { status: 'unknown', shape: ['automatic'] },
            { status: 'available' },
          ],
          vertex: [{ status: 'available', shape: ['automatic'] }, { status: 'available' }],
        },
      },
    },
    'prompt-caching-scope': {
      betas: {
        '2026-01-05': {
          stage: 'internal',
          acceptance: {
            accepted: 'claude-api foundry',
            low: 'claude-api bedrock-converse bedrock-mantle foundry',
            rejected: 'bedrock bedrock-converse bedrock-mantle vertex',
          },
        },
      },
      uses: [
        { at: 'system[].cache_control.scope' },
        { at: 'tools[].cache_control.scope' },
        { at: 'messages[].content[].cache_control.scope' },
      ],
    },
    'prompt-tools': {
      betas: { '2025-04-02': { stage: 'retired' } },
      docs: 'https://docs.claude.com/en/api/prompt-tools-generate',
      uses: [
        {
          endpoint: [
            'POST /v1/experimental/generate_prompt',
            'POST /v1/experimental/improve_prompt',
            'POST /v1/experimental/templatize_prompt',
          ],
        },
      ],
      availability: { unavailable: 'claude-api claude-on-aws', high: 'claude-api' },
    },
    'redact-thinking': {
      betas: {
        '2026-02-12': {
          stage: 'internal',
          acceptance: { rejected: 'bedrock vertex', low: 'bedrock' },
        },
      },
    },
    'search-results': {
      betas: {
        '2025-06-09': { stage: 'graduated', acceptance: { accepted: 'bedrock', low: 'bedrock' } },
      },
      docs: 'build-with-claude/',
      uses: [{ at: 'messages[].content[].**.type', is: 'search_result' }],
      availability: {
        available: 'claude-api claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
        high: 'claude-api bedrock vertex',
      },
    },
    'server-side-fallback': {
      betas: {
        '2026-06-01': {
          stage: 'superseded',
          supersededBy: 'server-side-fallback-2026-07-01',
          acceptance: {
            accepted: 'claude-api claude-on-aws',
            high: 'claude-api',
            disputed: 'claude-on-aws',
          },
        },
        '2026-06-02': { stage: 'retired', supersededBy: 'server-side-fallback-2026-07-01' },
        '2026-06-09': { stage: 'retired', supersededBy: 'server-side-fallback-2026-07-01' },
        '2026-07-01': {
          requires: [
            { at: 'fallbacks', is: 'default' },
            {
              at: 'fallbacks',
              choices: ['server-side-fallback-2026-07-01', 'server-side-fallback-2026-06-01'],
            },
            {
              at: 'messages[].content[].type',
              is: 'fallback',
              platform: ['claude-api', 'claude-on-aws', 'claude-on-google-cloud'],
              choices: ['server-side-fallback-2026-07-01', 'server-side-fallback-2026-06-01'],
            },
          ],
          acceptance: {
            accepted: 'claude-api claude-on-aws',
            high: 'claude-api',
            disputed: 'claude-on-aws',
          },
        },
      },
      docs: 'build-with-claude/refusals-and-fallback',
      removal: 'changes-answer',
      uses: [
        { at: 'fallbacks[].model', shape: 'list' },
        {
          at: 'messages[].content[].type',
          is: 'fallback',
          platform: [
            'bedrock',
            'bedrock-converse',
            'bedrock-mantle',
            'vertex',
            'foundry',
            'foundry-azure',
          ],
          shape: 'replayed-block',
        },
      ],
      constraints: [
        {
          all: [{ at: 'fallbacks' }, { at: 'fallback_credit_token' }],
          outcome: 400,
          fix: 'credit-or-fallbacks',
        },
      ],
      availability: {
        by: {
          'claude-api claude-on-google-cloud': [
            {
              status: 'unavailable',
              endpoint: ['POST /v1/messages/batches'],
              confidence: 'high',
              fix: 'no-fallbacks-in-batches',
            },
            {
              status: 'unavailable',
              models: ['claude-haiku-5-5'],
              shape: ['list'],
              confidence: 'high',
              fix: 'use-client-side-fallback',
            },
            {
              status: 'no-effect',
              models: ['claude-haiku-5-5'],
              shape: ['default'],
              confidence: 'high',
            },
            { status: 'available', confidence: 'high' },
          ],
          'claude-on-aws': [
            {
              status: 'unavailable',
              endpoint: ['POST /v1/messages/batches'],
              confidence: 'high',
              fix: 'no-fallbacks-in-batches',
            },
            {
              status: 'unavailable',
              models: ['claude-haiku-5-5'],
              shape: ['list'],
              confidence: 'high',
              fix: 'use-client-side-fallback',
            },
            {
              status: 'no-effect',
              models: ['claude-haiku-5-5'],
              shape: ['default'],
              confidence: 'high',
            },
            { status: 'available', confidence: 'disputed' },
          ],
          'bedrock vertex foundry': [
            { status: 'unknown', shape: ['replayed-block'], confidence: 'disputed' },
            { status: 'unavailable', confidence: 'high', fix: 'use-client-side-fallback' },
          ],
          'bedrock-converse bedrock-mantle': [
            { status: 'unknown', shape: ['replayed-block'], confidence: 'disputed' },
            { status: 'unavailable', fix: 'use-client-side-fallback' },
          ],
        },
      },
    },
    skills: {
      betas: {
        '2025-10-02': {
          stage: 'legacy-shape',
          selectsAt: ['* /v1/skills/**'],
          acceptance: {
            accepted: 'claude-api claude-on-aws foundry',
            high: 'claude-api claude-on-aws',
            rejected: 'bedrock bedrock-converse vertex',
            low: 'bedrock bedrock-converse vertex foundry',
          },
        },
      },
      docs: 'build-with-claude/skills-guide',
      removal: 'changes-answer',
      uses: [{ at: 'container.skills', nonEmpty: true }, { endpoint: ['* /v1/skills/**'] }],
      constraints: [
        {
          all: [
            { at: 'container.skills', nonEmpty: true },
            {
              absent: {
                at: 'tools[].type',
                in: [
                  'code_execution_20250522',
                  'code_execution_20250825',
                  'code_execution_20260120',
                  'code_execution_20260521',
                ],
              },
            },
          ],
          outcome: 400,
          fix: 'add-code-execution-tool',
        },
        {
          all: [
            { beta: 'skills-2025-10-02' },
            { endpoint: ['POST /v1/messages'] },
            {
              absent: {
                at: 'tools[].type',
                in: [
                  'code_execution_20250522',
                  'code_execution_20250825',
                  'code_execution_20260120',
                  'code_execution_20260521',
                ],
              },
            },
          ],
          outcome: 400,
          fix: 'add-code-execution-tool',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws claude-on-google-cloud',
        high: 'claude-api claude-on-aws claude-on-google-cloud bedrock-mantle foundry-azure',
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex foundry-azure',
        by: {
          foundry: [
            {
              status: 'unavailable',
              endpoint: ['GET /v1/skills/{}/versions/{}/content'],
              confidence: 'high',
            },
            { status: 'available', confidence: 'high' },
          ],
        },
      },
    },
    'spend-limit-reads': {
      betas: {
        '2026-09-26': {
          requires: [{ endpoint: ['GET /v1/organizations/spend_limits'] }],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'manage-claude/spend-limits-api',
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'structured-output': { betas: { '2024-03-01': { stage: 'internal' } } },
    'structured-outputs': {
      betas: {
        '2025-09-17': { stage: 'retired', acceptance: { rejected: 'claude-api' } },
        '2025-11-13': {
          stage: 'graduated',
          requires: [{ at: 'output_format', shape: 'output_format' }],
          acceptance: {
            accepted: 'claude-api bedrock-converse bedrock-mantle foundry',
            high: 'claude-api',
            rejected: 'bedrock vertex',
            low: 'bedrock bedrock-converse bedrock-mantle',
          },
        },
        '2025-12-15': {
          stage: 'internal',
          acceptance: { accepted: 'bedrock', disputed: 'bedrock', rejected: 'vertex' },
        },
      },
      default: '2025-11-13',
      docs: 'build-with-claude/',
      removal: 'changes-answer',
      uses: [
        { at: 'output_config.format', shape: 'format' },
        { at: 'tools[].strict', shape: 'strict' },
      ],
      constraints: [
        {
          all: [
            { at: 'output_config.format' },
            { at: 'messages[].content[].**.citations.enabled', is: true },
          ],
          outcome: 400,
          fix: 'citations-or-format',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws claude-on-google-cloud bedrock-mantle vertex foundry foundry-azure',
        high: 'claude-api claude-on-aws claude-on-google-cloud foundry',
        by: {
          bedrock: [
            {
              status: 'unavailable',
              shape: ['output_format'],
              confidence: 'low',
              fix: 'use-output-config-format',
            },
            {
              status: 'available',
              models: [
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-sonnet-4-5',
                'claude-opus-4-5',
                'claude-haiku-4-5',
              ],
              confidence: 'high',
            },
            { status: 'unavailable', models: ['claude-opus-4-7'] },
            { status: 'unavailable', models: ['claude-opus-4-8'], confidence: 'disputed' },
            {
              status: 'unavailable',
              models: ['claude-sonnet-5', 'claude-opus-5', 'claude-fable-5'],
              confidence: 'disputed',
            },
            { status: 'unknown', confidence: 'disputed' },
          ],
          'bedrock-converse': [
            {
              status: 'unavailable',
              models: ['claude-opus-4-7', 'claude-opus-4-8'],
              shape: ['format'],
            },
            { status: 'unavailable', models: ['claude-sonnet-5'], shape: ['format'] },
            { status: 'unavailable', shape: ['format'], confidence: 'disputed' },
            { status: 'unknown' },
          ],
        },
      },
    },
    'task-budgets': {
      betas: {
        '2026-03-13': {
          requires: [
            { at: 'output_config.task_budget' },
            { at: 'fallbacks[].output_config.task_budget', shape: 'fallback-entry' },
          ],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'build-with-claude/',
      removal: 'changes-answer',
      constraints: [
        {
          all: [
            { at: 'output_config.task_budget.total' },
            { absent: { at: 'output_config.task_budget.total', above: 19999 } },
          ],
          outcome: 400,
          fix: 'raise-the-task-budget',
        },
      ],
      availability: {
        by: {
          'claude-api': [
            { status: 'available', shape: ['fallback-entry'] },
            {
              status: 'available',
              models: [
                'claude-fable-5-1',
                'claude-mythos-5-1',
                'claude-fable-5',
                'claude-mythos-5',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5-5',
                'claude-haiku-5-5',
              ],
              confidence: 'high',
            },
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-5',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-haiku-4-5',
              ],
              fix: 'leave-out-the-task-budget',
            },
            { status: 'unknown' },
          ],
          'claude-on-aws': [
            { status: 'available', shape: ['fallback-entry'] },
            {
              status: 'available',
              models: [
                'claude-fable-5-1',
                'claude-mythos-5-1',
                'claude-fable-5',
                'claude-mythos-5',
                'claude-opus-5-5',
                'claude-opus-5',
                'claude-opus-4-8',
                'claude-opus-4-7',
                'claude-sonnet-5-5',
                'claude-haiku-5-5',
              ],
            },
            {
              status: 'unavailable',
              models: [
                'claude-sonnet-5',
                'claude-opus-4-6',
                'claude-sonnet-4-6',
                'claude-haiku-4-5',
              ],
              fix: 'leave-out-the-task-budget',
            },
            { status: 'unknown' },
          ],
        },
      },
    },
    'telemetry-destinations': {
      betas: {
        '2026-08-11': {
          requires: [{ endpoint: ['* /v1/organizations/telemetry_destinations/**'] }],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'manage-claude/opentelemetry',
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unknown: 'claude-on-aws',
        disputed: 'claude-on-aws',
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex foundry',
      },
    },
    'thinking-binding-controls': {
      betas: {
        '2026-08-01': {
          requires: [
            { at: 'thinking.block_binding' },
            { at: 'fallbacks[].thinking.block_binding', shape: 'fallback-entry' },
          ],
          acceptance: {
            accepted: 'claude-api bedrock-converse bedrock-mantle',
            high: 'claude-api',
            low: 'bedrock-converse bedrock-mantle',
            by: {
              bedrock: [
                {
                  status: 'accepted',
                  models: [
                    'claude-fable-5-2',
                    'claude-mythos-5-2',
                    'claude-fable-5-1',
                    'claude-mythos-5-1',
                    'claude-opus-5-5',
                    'claude-sonnet-5-5',
                    'claude-haiku-5-5',
                  ],
                  confidence: 'low',
                },
                { status: 'rejected', confidence: 'low' },
              ],
              vertex: [
                {
                  status: 'accepted',
                  models: [
                    'claude-fable-5-2',
                    'claude-mythos-5-2',
                    'claude-fable-5-1',
                    'claude-mythos-5-1',
                    'claude-opus-5-5',
                    'claude-sonnet-5-5',
                    'claude-haiku-5-5',
                  ],
                  confidence: 'low',
                },
                { status: 'unknown' },
              ],
            },
          },
        },
      },
      docs: 'build-with-claude/preserved-thinking',
      removal: 'changes-answer',
      availability: {
        by: {
          'claude-api claude-on-aws': [
            { status: 'available', shape: ['fallback-entry'] },
            {
              status: 'available',
              models: [
                'claude-fable-5-2',
                'claude-mythos-5-2',
                'claude-fable-5-1',
                'claude-mythos-5-1',
                'claude-opus-5-5',
                'claude-sonnet-5-5',
                'claude-haiku-5-5',
              ],
              confidence: 'high',
            },
            { status: 'unknown' },
          ],
          'bedrock vertex foundry': [
            {
              status: 'available',
              models: [
                'claude-fable-5-2',
                'claude-mythos-5-2',
                'claude-fable-5-1',
                'claude-mythos-5-1',
                'claude-opus-5-5',
                'claude-sonnet-5-5',
                'claude-haiku-5-5',
              ],
              confidence: 'high',
            },
            { status: 'unknown' },
          ],
          'bedrock-mantle': [
            {
              status: 'available',
              models: [
                'claude-fable-5-2',
                'claude-mythos-5-2',
                'claude-fable-5-1',
                'claude-mythos-5-1',
                'claude-opus-5-5',
                'claude-sonnet-5-5',
                'claude-haiku-5-5',
              ],
            },
            { status: 'unknown' },
          ],
        },
      },
    },
    'thinking-display-updates': {
      betas: {
        '2026-08-18': {
          requires: [
            { at: 'thinking.display', is: 'updates' },
            { at: 'fallbacks[].thinking.display', is: 'updates' },
          ],
          acceptance: {
            accepted: 'claude-api bedrock bedrock-converse bedrock-mantle vertex foundry',
            high: 'claude-api',
            low: 'bedrock bedrock-converse bedrock-mantle vertex foundry',
          },
        },
      },
      docs: 'build-with-claude/thinking',
      removal: 'changes-answer',
      availability: { available: 'claude-api', high: 'claude-api' },
    },
    'thinking-token-count': {
      betas: {
        '2026-05-13': {
          acceptance: {
            accepted: 'claude-api',
            high: 'claude-api',
            rejected: 'bedrock vertex',
            low: 'bedrock',
          },
        },
      },
      removal: 'safe',
      availability: { available: 'claude-api', high: 'claude-api' },
    },
    'token-counting': {
      betas: {
        '2024-11-01': {
          stage: 'graduated',
          acceptance: {
            ignored: 'claude-api',
            high: 'claude-api',
            accepted: 'bedrock',
            low: 'bedrock',
          },
        },
      },
      docs: 'build-with-claude/',
      uses: [
        { endpoint: ['POST /v1/messages/count_tokens'] },
        { at: 'container', shape: 'message-field', endpoint: ['POST /v1/messages/count_tokens'] },
        { at: 'diagnostics', shape: 'message-field', endpoint: ['POST /v1/messages/count_tokens'] },
        {
          at: 'fallback_credit_token',
          shape: 'message-field',
          endpoint: ['POST /v1/messages/count_tokens'],
        },
        { at: 'fallbacks', shape: 'message-field', endpoint: ['POST /v1/messages/count_tokens'] },
        {
          at: 'inference_geo',
          shape: 'message-field',
          endpoint: ['POST /v1/messages/count_tokens'],
        },
        { at: 'metadata', shape: 'message-field', endpoint: ['POST /v1/messages/count_tokens'] },
        {
          at: 'service_tier',
          shape: 'message-field',
          endpoint: ['POST /v1/messages/count_tokens'],
        },
        {
          at: 'stop_sequences',
          shape: 'message-field',
          endpoint: ['POST /v1/messages/count_tokens'],
        },
        { at: 'stream', shape: 'message-field', endpoint: ['POST /v1/messages/count_tokens'] },
        { at: 'thread', shape: 'message-field', endpoint: ['POST /v1/messages/count_tokens'] },
        { at: 'top_k', shape: 'message-field', endpoint: ['POST /v1/messages/count_tokens'] },
        { at: 'top_p', shape: 'message-field', endpoint: ['POST /v1/messages/count_tokens'] },
        {
          at: 'max_tokens',
          platform: [
            'claude-on-aws',
            'claude-on-google-cloud',
            'bedrock',
            'bedrock-converse',
            'bedrock-mantle',
            'vertex',
            'foundry',
            'foundry-azure',
          ],
          shape: 'message-field',
          endpoint: ['POST /v1/messages/count_tokens'],
        },
        {
          at: 'temperature',
          platform: [
            'claude-on-aws',
            'claude-on-google-cloud',
            'bedrock',
            'bedrock-converse',
            'bedrock-mantle',
            'vertex',
            'foundry',
            'foundry-azure',
          ],
          shape: 'message-field',
          endpoint: ['POST /v1/messages/count_tokens'],
        },
      ],
      constraints: [
        {
          all: [
            {
              at: 'max_tokens',
              platform: ['claude-api'],
              endpoint: ['POST /v1/messages/count_tokens'],
            },
          ],
          outcome: 400,
          fix: 'leave-out-of-token-counting',
        },
        {
          all: [
            {
              at: 'temperature',
              platform: ['claude-api'],
              endpoint: ['POST /v1/messages/count_tokens'],
            },
          ],
          outcome: 400,
          fix: 'leave-out-of-token-counting',
        },
        {
          all: [
            {
              at: 'messages[].content[].source.type',
              is: 'file',
              platform: ['claude-api'],
              endpoint: ['POST /v1/messages/count_tokens'],
            },
          ],
          outcome: 400,
          fix: 'count-files-inline',
        },
        {
          all: [
            {
              at: 'messages[].content[].type',
              is: 'container_upload',
              platform: ['claude-api'],
              endpoint: ['POST /v1/messages/count_tokens'],
            },
          ],
          outcome: 400,
          fix: 'count-files-inline',
        },
      ],
      availability: {
        by: {
          'claude-api': [
            { status: 'unknown', shape: ['message-field'] },
            { status: 'available', confidence: 'high' },
          ],
          'claude-on-aws bedrock bedrock-converse bedrock-mantle vertex foundry': [
            { status: 'unknown', shape: ['message-field'] },
            { status: 'available' },
          ],
        },
      },
    },
    'token-efficient-tools': {
      betas: {
        '2025-02-19': {
          stage: 'graduated',
          acceptance: {
            accepted: 'claude-api bedrock bedrock-mantle',
            high: 'claude-api',
            rejected: 'bedrock-converse vertex foundry',
            low: 'bedrock-converse bedrock-mantle vertex foundry',
          },
        },
        '2026-03-28': { stage: 'internal', acceptance: { rejected: 'bedrock', low: 'bedrock' } },
      },
      default: '2025-02-19',
      docs: 'agents-and-tools/tool-use/overview',
      removal: 'safe',
      availability: { available: 'bedrock', low: 'bedrock' },
    },
    'tool-examples': {
      betas: {
        '2025-10-29': {
          requires: [
            { at: 'tools[].input_examples', platform: ['bedrock', 'bedrock-mantle', 'vertex'] },
          ],
          acceptance: {
            accepted: 'bedrock bedrock-mantle vertex',
            low: 'bedrock-mantle',
            by: {
              foundry: [
                {
                  status: 'rejected',
                  confidence: 'low',
                  instead: [{ for: 'tool-examples', send: 'advanced-tool-use-2025-11-20' }],
                },
              ],
            },
          },
        },
      },
      docs: 'agents-and-tools/tool-use/define-tools',
      removal: 'changes-answer',
      availability: { available: 'claude-api bedrock vertex foundry' },
    },
    'tool-search-tool': {
      betas: {
        '2025-10-19': {
          requires: [
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
          acceptance: {
            accepted: 'bedrock bedrock-mantle',
            disputed: 'bedrock',
            rejected: 'bedrock-converse',
            low: 'bedrock-converse bedrock-mantle',
            by: {
              vertex: [
                {
                  status: 'rejected',
                  endpoint: ['POST /v1/messages/count_tokens'],
                  confidence: 'low',
                },
                { status: 'accepted' },
              ],
              foundry: [
                {
                  status: 'rejected',
                  confidence: 'low',
                  instead: [{ for: 'tool-search-tool', send: 'advanced-tool-use-2025-11-20' }],
                },
              ],
            },
          },
        },
      },
      docs: 'agents-and-tools/tool-use/',
      removal: 'changes-answer',
      constraints: [
        {
          all: [{ at: 'tools[].cache_control', where: { defer_loading: true } }],
          outcome: 400,
          fix: 'move-the-cache-breakpoint',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws claude-on-google-cloud foundry foundry-azure',
        high: 'claude-api claude-on-aws claude-on-google-cloud foundry',
        by: {
          'bedrock bedrock-mantle vertex': [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-1',
                'claude-opus-4',
                'claude-sonnet-4',
                'claude-3-7-sonnet',
                'claude-3-5-sonnet',
                'claude-3-5-haiku',
                'claude-3-opus',
                'claude-3-haiku',
              ],
              confidence: 'high',
            },
            { status: 'available' },
          ],
          'bedrock-converse': [
            { status: 'unavailable', confidence: 'high', fix: 'use-invoke-model' },
          ],
        },
      },
    },
    tools: {
      betas: {
        '2024-04-04': { stage: 'graduated', supersededBy: 'tools-2024-05-16' },
        '2024-05-16': { stage: 'graduated' },
      },
      docs: 'agents-and-tools/tool-use/overview',
      removal: 'changes-answer',
      uses: [{ at: 'tools[].type', is: 'browser_toolset_20260801' }],
      availability: {
        by: {
          'claude-api': [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['browser_toolset_20260801'],
            },
            { status: 'available', confidence: 'high' },
          ],
          'claude-on-aws bedrock-mantle foundry': [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['browser_toolset_20260801'],
            },
            { status: 'unknown', shape: ['browser_toolset_20260801'] },
            { status: 'available', confidence: 'high' },
          ],
          'bedrock vertex': [
            {
              status: 'unavailable',
              models: [
                'claude-opus-4-7',
                'claude-opus-4-6',
                'claude-opus-4-5',
                'claude-sonnet-4-6',
                'claude-sonnet-4-5',
                'claude-haiku-4-5',
              ],
              shape: ['browser_toolset_20260801'],
            },
            { status: 'available', shape: ['browser_toolset_20260801'] },
            { status: 'available', confidence: 'high' },
          ],
        },
      },
    },
    'user-profiles': {
      betas: {
        '2026-03-24': {
          stage: 'legacy-shape',
          selectsAt: ['* /v1/user_profiles/**'],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
        '2026-08-18': {
          stage: 'legacy-shape',
          requires: [
            {
              at: 'external_id',
              endpoint: ['POST /v1/user_profiles', 'POST /v1/user_profiles/{}'],
              choices: ['user-profiles-2026-08-18', 'user-profiles-2026-03-24'],
            },
            {
              at: 'external_user_onboarded_at',
              endpoint: ['POST /v1/user_profiles', 'POST /v1/user_profiles/{}'],
            },
            {
              endpoint: ['POST /v1/user_profiles/{}/enrollment_url'],
              choices: [
                'user-profiles-2026-08-18',
                'user-profiles-2026-09-04',
                'user-profiles-2026-03-24',
              ],
            },
          ],
          selectsAt: ['* /v1/user_profiles/**'],
          appendedAt: [
            'POST /v1/user_profiles',
            'GET /v1/user_profiles',
            'GET /v1/user_profiles/{}',
            'POST /v1/user_profiles/{}',
            'DELETE /v1/user_profiles/{}',
            'POST /v1/user_profiles/{}/action_urls',
          ],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
        '2026-09-04': {
          stage: 'legacy-shape',
          selectsAt: ['* /v1/user_profiles/**'],
          appendedAt: [
            'GET /v1/user_profiles/{}/providers/google/data_controls',
            'POST /v1/user_profiles/{}/providers/google/data_controls',
          ],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'api/user_profiles',
      uses: [{ endpoint: ['* /v1/user_profiles/**'] }],
      constraints: [
        {
          all: [
            { beta: 'user-profiles-2026-03-24' },
            {
              at: 'external_user_details',
              endpoint: ['POST /v1/user_profiles', 'POST /v1/user_profiles/{}'],
            },
          ],
          outcome: 400,
          fix: 'leave-out-the-legacy-header',
        },
        {
          all: [
            { beta: 'user-profiles-2026-08-18' },
            {
              at: 'external_user_details',
              endpoint: ['POST /v1/user_profiles', 'POST /v1/user_profiles/{}'],
            },
          ],
          outcome: 400,
          fix: 'leave-out-the-legacy-header',
        },
        {
          all: [
            { beta: 'user-profiles-2026-03-24' },
            { at: 'enforcement_status', endpoint: ['GET /v1/user_profiles'] },
          ],
          outcome: 400,
          fix: 'leave-out-the-legacy-header',
        },
        {
          all: [
            { beta: 'user-profiles-2026-08-18' },
            { at: 'enforcement_status', endpoint: ['GET /v1/user_profiles'] },
          ],
          outcome: 400,
          fix: 'leave-out-the-legacy-header',
        },
        {
          all: [
            { beta: 'user-profiles-2026-09-04' },
            { at: 'enforcement_status', endpoint: ['GET /v1/user_profiles'] },
          ],
          outcome: 400,
          fix: 'leave-out-the-legacy-header',
        },
      ],
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'bedrock bedrock-mantle vertex',
      },
    },
    'user-profiles-billing': {
      betas: {
        '2026-10-01': {
          requires: [
            { at: 'billing_policy' },
            { at: 'billing_policy', endpoint: ['POST /v1/chat/completions'] },
          ],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'manage-claude/oauth-apps/organization-billing-connections',
      constraints: [
        {
          all: [
            {
              at: 'billing_policy.bill_to',
              is: 'user_profile',
              endpoint: ['POST /v1/messages/batches'],
            },
          ],
          outcome: 400,
          fix: 'bill-outside-of-batches',
        },
      ],
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unknown: 'claude-on-aws claude-on-google-cloud',
        unavailable: 'bedrock vertex',
      },
    },
    'web-fetch': {
      betas: {
        '2025-09-10': {
          stage: 'graduated',
          acceptance: {
            ignored: 'claude-api',
            low: 'claude-api bedrock bedrock-converse bedrock-mantle vertex foundry',
            rejected: 'bedrock bedrock-converse bedrock-mantle vertex',
            accepted: 'foundry',
          },
        },
      },
      docs: 'agents-and-tools/tool-use/web-fetch-tool',
      removal: 'changes-answer',
      uses: [
        {
          at: 'tools[].type',
          in: [
            'web_fetch_20250910',
            'web_fetch_20260209',
            'web_fetch_20260309',
            'web_fetch_20260318',
          ],
        },
        { at: 'messages[].content[].type', is: 'web_fetch_tool_result' },
      ],
      constraints: [
        {
          all: [
            {
              at: 'tools[].allowed_domains',
              nonEmpty: true,
              where: { type: 'web_fetch_20250910' },
            },
            {
              at: 'tools[].blocked_domains',
              nonEmpty: true,
              where: { type: 'web_fetch_20250910' },
            },
          ],
          outcome: 400,
          fix: 'one-domain-list',
        },
        {
          all: [
            {
              at: 'tools[].allowed_domains',
              nonEmpty: true,
              where: { type: 'web_fetch_20260209' },
            },
            {
              at: 'tools[].blocked_domains',
              nonEmpty: true,
              where: { type: 'web_fetch_20260209' },
            },
          ],
          outcome: 400,
          fix: 'one-domain-list',
        },
        {
          all: [
            {
              at: 'tools[].allowed_domains',
              nonEmpty: true,
              where: { type: 'web_fetch_20260309' },
            },
            {
              at: 'tools[].blocked_domains',
              nonEmpty: true,
              where: { type: 'web_fetch_20260309' },
            },
          ],
          outcome: 400,
          fix: 'one-domain-list',
        },
        {
          all: [
            {
              at: 'tools[].allowed_domains',
              nonEmpty: true,
              where: { type: 'web_fetch_20260318' },
            },
            {
              at: 'tools[].blocked_domains',
              nonEmpty: true,
              where: { type: 'web_fetch_20260318' },
            },
          ],
          outcome: 400,
          fix: 'one-domain-list',
        },
        {
          all: [
            {
              at: 'tools[].type',
              in: ['web_fetch_20260209', 'web_fetch_20260309', 'web_fetch_20260318'],
              model: ['claude-haiku-4-5'],
            },
            { absent: { at: 'tools[].allowed_callers[]', is: 'direct' } },
          ],
          outcome: 400,
          fix: 'set-direct-callers',
        },
        {
          all: [{ at: 'tools[].use_cache', where: { type: 'web_fetch_20250910' } }],
          outcome: 400,
          fix: 'use-newer-web-tool',
        },
        {
          all: [{ at: 'tools[].use_cache', where: { type: 'web_fetch_20260209' } }],
          outcome: 400,
          fix: 'use-newer-web-tool',
        },
        {
          all: [{ at: 'tools[].response_inclusion', where: { type: 'web_fetch_20250910' } }],
          outcome: 400,
          fix: 'use-newer-web-tool',
        },
        {
          all: [{ at: 'tools[].response_inclusion', where: { type: 'web_fetch_20260209' } }],
          outcome: 400,
          fix: 'use-newer-web-tool',
        },
        {
          all: [{ at: 'tools[].response_inclusion', where: { type: 'web_fetch_20260309' } }],
          outcome: 400,
          fix: 'use-newer-web-tool',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws claude-on-google-cloud foundry',
        high: 'claude-api claude-on-aws claude-on-google-cloud bedrock vertex foundry',
        unavailable: 'bedrock bedrock-converse bedrock-mantle vertex',
        by: {
          'foundry-azure': [
            {
              status: 'available',
              shape: ['web_fetch_20250910', 'web_fetch_tool_result'],
              confidence: 'high',
            },
            { status: 'unavailable', confidence: 'high' },
          ],
        },
      },
    },
    'web-search': {
      betas: {
        '2025-03-05': {
          stage: 'graduated',
          requires: [
            {
              at: 'tools[].type',
              is: 'web_search_20250305',
              platform: ['vertex'],
              endpoint: ['POST /v1/messages'],
            },
          ],
          acceptance: {
            ignored: 'claude-api',
            low: 'claude-api bedrock-converse foundry',
            accepted: 'bedrock bedrock-mantle foundry',
            rejected: 'bedrock-converse',
            disputed: 'bedrock-mantle',
            by: {
              vertex: [
                { status: 'rejected', endpoint: ['POST /v1/messages/count_tokens'] },
                { status: 'accepted' },
              ],
            },
          },
        },
      },
      docs: 'agents-and-tools/tool-use/web-search-tool',
      removal: 'changes-answer',
      uses: [
        {
          at: 'tools[].type',
          in: ['web_search_20250305', 'web_search_20260209', 'web_search_20260318'],
        },
        { at: 'messages[].content[].type', is: 'web_search_tool_result' },
      ],
      constraints: [
        {
          all: [
            {
              at: 'tools[].allowed_domains',
              nonEmpty: true,
              where: { type: 'web_search_20250305' },
            },
            {
              at: 'tools[].blocked_domains',
              nonEmpty: true,
              where: { type: 'web_search_20250305' },
            },
          ],
          outcome: 400,
          fix: 'one-domain-list',
        },
        {
          all: [
            {
              at: 'tools[].allowed_domains',
              nonEmpty: true,
              where: { type: 'web_search_20260209' },
            },
            {
              at: 'tools[].blocked_domains',
              nonEmpty: true,
              where: { type: 'web_search_20260209' },
            },
          ],
          outcome: 400,
          fix: 'one-domain-list',
        },
        {
          all: [
            {
              at: 'tools[].allowed_domains',
              nonEmpty: true,
              where: { type: 'web_search_20260318' },
            },
            {
              at: 'tools[].blocked_domains',
              nonEmpty: true,
              where: { type: 'web_search_20260318' },
            },
          ],
          outcome: 400,
          fix: 'one-domain-list',
        },
        {
          all: [
            {
              at: 'tools[].type',
              in: ['web_search_20260209', 'web_search_20260318'],
              model: ['claude-haiku-4-5'],
            },
            { absent: { at: 'tools[].allowed_callers[]', is: 'direct' } },
          ],
          outcome: 400,
          fix: 'set-direct-callers',
        },
        {
          all: [{ at: 'tools[].response_inclusion', where: { type: 'web_search_20250305' } }],
          outcome: 400,
          fix: 'use-newer-web-tool',
        },
        {
          all: [{ at: 'tools[].response_inclusion', where: { type: 'web_search_20260209' } }],
          outcome: 400,
          fix: 'use-newer-web-tool',
        },
      ],
      availability: {
        available: 'claude-api claude-on-aws foundry',
        high: 'claude-api bedrock',
        unavailable: 'bedrock bedrock-converse bedrock-mantle',
        by: {
          vertex: [
            {
              status: 'unavailable',
              shape: ['web_search_20260209', 'web_search_20260318'],
              confidence: 'high',
              fix: 'use-basic-web-search',
            },
            { status: 'available' },
          ],
          'foundry-azure': [
            {
              status: 'available',
              shape: ['web_search_20250305', 'web_search_tool_result'],
              confidence: 'high',
            },
            { status: 'unavailable', confidence: 'high' },
          ],
        },
      },
    },
    webhooks: {
      betas: {
        '2026-10-07': {
          requires: [{ endpoint: ['* /v1/organizations/webhooks/**'] }],
          acceptance: { accepted: 'claude-api', high: 'claude-api' },
        },
      },
      docs: 'api/beta/organization/',
      availability: {
        available: 'claude-api',
        high: 'claude-api',
        unavailable: 'claude-on-aws bedrock-mantle foundry',
      },
    },
  },
};

/**
 * The betas that a request needs, by a path into the message params and the values there
 * (`unknown`: any).
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
  24: { at: 'tools[].type'; is: 'mcp_toolset'; beta: 'mcp-client-2025-11-20' };
  25: {
    at: 'messages[].content[].type';
    is: 'mcp_tool_use' | 'mcp_tool_result';
    beta: 'mcp-client-2025-11-20';
  };
  26: { at: 'tools[].tools'; is: unknown; beta: 'mcp-client-2026-09-15' };
  27: { at: 'messages[].content[].type'; is: 'mcp_tool_listing'; beta: 'mcp-client-2026-09-15' };
  28: {
    at: 'messages[].content[].tool.definition.type';
    is: 'mcp_toolset';
    beta: 'mcp-client-2026-09-15';
  };
  29: {
    at: 'messages[].content[].tool_changes[].tool.definition.type';
    is: 'mcp_toolset';
    beta: 'mcp-client-2026-09-15';
  };
  30: { at: 'thread'; is: unknown; beta: 'message-threads-2026-08-12' };
  31: {
    at: 'messages[].output_config';
    is: unknown;
    beta: 'mid-conversation-output-config-2026-07-01';
  };
  32: {
    at: 'messages[].clear_at';
    is: unknown;
    beta: 'mid-conversation-system-clear-at-2026-08-21';
  };
  33: { at: 'fallbacks'; is: 'default'; beta: 'server-side-fallback-2026-07-01' };
  34: { at: 'fallbacks'; is: unknown; beta: 'server-side-fallback-2026-07-01' };
  35: { at: 'output_format'; is: unknown; beta: 'structured-outputs-2025-11-13' };
  36: { at: 'output_config.task_budget'; is: unknown; beta: 'task-budgets-2026-03-13' };
  37: { at: 'fallbacks[].output_config.task_budget'; is: unknown; beta: 'task-budgets-2026-03-13' };
  38: { at: 'thinking.block_binding'; is: unknown; beta: 'thinking-binding-controls-2026-08-01' };
  39: {
    at: 'fallbacks[].thinking.block_binding';
    is: unknown;
    beta: 'thinking-binding-controls-2026-08-01';
  };
  40: { at: 'thinking.display'; is: 'updates'; beta: 'thinking-display-updates-2026-08-18' };
  41: {
    at: 'fallbacks[].thinking.display';
    is: 'updates';
    beta: 'thinking-display-updates-2026-08-18';
  };
  42: { at: 'billing_policy'; is: unknown; beta: 'user-profiles-billing-2026-10-01' };
}

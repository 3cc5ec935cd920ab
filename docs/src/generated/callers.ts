// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

import type { Caller } from '../lib/checker/caller.ts';

/** The clients and the address of each platform, from platforms.yaml. */
export const CALLERS: { readonly [platform: string]: Caller } = {
  'claude-api': {
    client: { package: '@anthropic-ai/sdk', name: 'Anthropic', python: 'Anthropic' },
    call: { base: 'https://api.anthropic.com', headers: ['x-api-key: $ANTHROPIC_API_KEY'] },
  },
  'claude-on-aws': {
    client: { package: '@anthropic-ai/aws-sdk', name: 'AnthropicAws', python: 'AnthropicAWS' },
    call: {
      base: 'https://aws-external-anthropic.$AWS_REGION.api.aws',
      headers: [
        'x-api-key: $ANTHROPIC_AWS_API_KEY',
        'anthropic-workspace-id: $ANTHROPIC_AWS_WORKSPACE_ID',
      ],
    },
  },
  'claude-on-google-cloud': {
    client: {
      package: '@anthropic-ai/google-cloud-sdk',
      name: 'AnthropicGoogleCloud',
      python: 'AnthropicGoogleCloud',
    },
    call: {
      base: 'https://claude.googleapis.com/v1/projects/$PROJECT/locations/global/workspaces/$WORKSPACE_ID/invoke',
      organization: 'https://claude.googleapis.com/v1/projects/$PROJECT/locations/global/claudeOrganization/invoke',
      headers: ['Authorization: Bearer $(gcloud auth print-access-token)'],
    },
  },
  bedrock: {
    client: {
      package: '@anthropic-ai/bedrock-sdk',
      name: 'AnthropicBedrock',
      python: 'AnthropicBedrock',
    },
    call: { base: 'https://bedrock-runtime.$AWS_REGION.amazonaws.com', signed: 'bedrock' },
  },
  'bedrock-converse': {},
  'bedrock-mantle': {
    client: {
      package: '@anthropic-ai/bedrock-sdk',
      name: 'AnthropicBedrockMantle',
      python: 'AnthropicBedrockMantle',
    },
    call: {
      base: 'https://bedrock-mantle.$AWS_REGION.api.aws/anthropic',
      signed: 'bedrock-mantle',
    },
  },
  vertex: {
    client: {
      package: '@anthropic-ai/vertex-sdk',
      name: 'AnthropicVertex',
      python: 'AnthropicVertex',
    },
    call: {
      base: 'https://$REGION-aiplatform.googleapis.com/v1/projects/$PROJECT/locations/$REGION',
      headers: ['Authorization: Bearer $(gcloud auth print-access-token)'],
    },
  },
  foundry: {
    client: {
      package: '@anthropic-ai/foundry-sdk',
      name: 'AnthropicFoundry',
      python: 'AnthropicFoundry',
    },
    call: {
      base: 'https://$ANTHROPIC_FOUNDRY_RESOURCE.services.ai.azure.com/anthropic',
      headers: ['x-api-key: $ANTHROPIC_FOUNDRY_API_KEY'],
    },
  },
  'foundry-azure': {
    client: {
      package: '@anthropic-ai/foundry-sdk',
      name: 'AnthropicFoundry',
      python: 'AnthropicFoundry',
    },
    call: {
      base: 'https://$ANTHROPIC_FOUNDRY_RESOURCE.services.ai.azure.com/anthropic',
      headers: ['x-api-key: $ANTHROPIC_FOUNDRY_API_KEY'],
    },
  },
};

/** The betas of which the Python SDK is known to have the methods and types. */
export const PYTHON_BETAS: readonly string[] = [
  'advisor-tool-2026-03-01',
  'agent-memory-2026-07-22',
  'cache-diagnosis-2026-04-07',
  'code-execution-2025-05-22',
  'computer-use-2024-10-22',
  'computer-use-2025-01-24',
  'context-1m-2025-08-07',
  'context-management-2025-06-27',
  'dev-full-thinking-2025-05-14',
  'dreaming-2026-04-21',
  'extended-cache-ttl-2025-04-11',
  'fallback-credit-2026-06-01',
  'fallback-credit-2026-07-01',
  'fast-mode-2026-02-01',
  'files-api-2025-04-14',
  'fine-grained-tool-streaming-2025-05-14',
  'interleaved-thinking-2025-05-14',
  'managed-agents-2026-04-01',
  'mcp-client-2025-04-04',
  'mcp-client-2025-11-20',
  'mcp-tunnels-2026-06-22',
  'message-batches-2024-09-24',
  'messages-2023-12-15',
  'mid-conversation-tool-changes-2026-07-01',
  'model-context-window-exceeded-2025-08-26',
  'oauth-2025-04-20',
  'oidc-federation-2026-04-01',
  'output-128k-2025-02-19',
  'output-300k-2026-03-24',
  'pdfs-2024-09-25',
  'prompt-caching-2024-07-31',
  'server-side-fallback-2026-06-01',
  'server-side-fallback-2026-07-01',
  'skills-2025-10-02',
  'structured-outputs-2025-09-17',
  'structured-outputs-2025-11-13',
  'structured-outputs-2025-12-15',
  'thinking-token-count-2026-05-13',
  'token-counting-2024-11-01',
  'token-efficient-tools-2025-02-19',
  'tools-2024-04-04',
  'tools-2024-05-16',
  'user-profiles-2026-03-24',
];

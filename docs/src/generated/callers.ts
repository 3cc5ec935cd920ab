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

/** The variables of the official SDK for TypeScript, from its published packages. */
import type { Client, Variable } from './client.ts';

const READ = '2026-11-30';
const NPM = 'https://www.npmjs.com/package/@anthropic-ai';

const base = (name: string, source: string, value = '{url}'): Variable => ({
  name,
  value,
  purpose: 'Sends the requests to the gateway.',
  source,
});

const region = (source: string): Variable => ({
  name: 'AWS_REGION',
  value: 'us-east-1',
  purpose: 'The region.',
  source,
});

/** The official SDK for TypeScript. The program chooses the platform by the class of its client. */
export const ANTHROPIC_SDK: Client = {
  id: 'anthropic-sdk',
  title: 'Anthropic SDK for TypeScript',
  sources: {
    sdk: { url: `${NPM}/sdk/v/1.14.0`, read: READ },
    aws: { url: `${NPM}/aws-sdk/v/1.1.2`, read: READ },
    bedrock: { url: `${NPM}/bedrock-sdk/v/1.1.3`, read: READ },
    vertex: { url: `${NPM}/vertex-sdk/v/1.1.3`, read: READ },
    foundry: { url: `${NPM}/foundry-sdk/v/1.1.1`, read: READ },
  },
  platforms: [
    {
      platforms: ['claude-api'],
      select: [],
      gateway: [base('ANTHROPIC_BASE_URL', 'sdk')],
      skipAuth: [
        {
          name: 'ANTHROPIC_API_KEY',
          value: 'unused',
          purpose: 'Satisfies the check for a credential. The gateway replaces it.',
          cost: 'The gateway needs a credential of that platform.',
          source: 'sdk',
        },
      ],
      own: [],
      restore: [],
    },
    {
      platforms: ['claude-on-aws'],
      select: [],
      gateway: [base('ANTHROPIC_AWS_BASE_URL', 'aws')],
      skipAuth: [],
      own: [
        {
          name: 'ANTHROPIC_AWS_WORKSPACE_ID',
          value: 'wrkspc_…',
          purpose: 'Your workspace.',
          source: 'aws',
        },
        region('aws'),
      ],
      restore: [],
    },
    {
      platforms: ['bedrock'],
      select: [],
      gateway: [base('ANTHROPIC_BEDROCK_BASE_URL', 'bedrock')],
      skipAuth: [],
      own: [region('bedrock')],
      restore: [],
    },
    {
      platforms: ['bedrock-mantle'],
      select: [],
      gateway: [base('ANTHROPIC_BEDROCK_MANTLE_BASE_URL', 'bedrock')],
      skipAuth: [],
      own: [region('bedrock')],
      restore: [],
    },
    {
      platforms: ['vertex'],
      select: [],
      gateway: [base('ANTHROPIC_VERTEX_BASE_URL', 'vertex', '{url}/v1')],
      skipAuth: [],
      own: [
        {
          name: 'ANTHROPIC_VERTEX_PROJECT_ID',
          value: 'your-project',
          purpose: 'Your project.',
          source: 'vertex',
        },
        { name: 'CLOUD_ML_REGION', value: 'global', purpose: 'The region.', source: 'vertex' },
      ],
      restore: [],
    },
    {
      platforms: ['foundry', 'foundry-azure'],
      select: [],
      gateway: [base('ANTHROPIC_FOUNDRY_BASE_URL', 'foundry')],
      skipAuth: [
        {
          name: 'ANTHROPIC_FOUNDRY_API_KEY',
          value: 'unused',
          purpose: 'Satisfies the check for a credential. The gateway replaces it.',
          cost: 'The gateway needs a credential of that platform.',
          source: 'foundry',
        },
      ],
      own: [],
      direct: [
        {
          name: 'ANTHROPIC_FOUNDRY_RESOURCE',
          value: 'your-resource',
          purpose: 'Your resource.',
          source: 'foundry',
        },
      ],
      restore: [],
    },
  ],
  optional: [],
  selectors: [],
};

/** The variables of Claude Code, from its public documentation. */
import type { Client, ClientPlatform, Variable } from './client.ts';
import { readSources, readVariables } from './manifest-variables.ts';

const READ = '2026-08-22';
const DOCS = 'https://code.claude.com/docs/en';

const select = (name: string, place: string, source: string): Variable => ({
  name,
  value: '1',
  purpose: `Selects ${place}.`,
  source,
});

const base = (name: string, value: string, source: string): Variable => ({
  name,
  value,
  purpose: 'Sends the requests to the gateway.',
  source,
});

const skip = (name: string, credential: string): Variable => ({
  name,
  value: '1',
  purpose: `Sends no ${credential} credential, because the gateway has its own.`,
  cost: 'The gateway needs a credential of that platform.',
  source: 'connect',
});

/** Claude Code asks for a login if it has no credential at all. */
const placeholder = (name: string): Variable => ({
  name,
  value: 'unused',
  purpose: 'Satisfies the check for a credential. The gateway replaces it.',
  cost: 'A login of claude.ai is not used, so Remote Control and voice dictation are off.',
  source: 'connect',
});

const region: Variable = {
  name: 'AWS_REGION',
  value: 'us-east-1',
  purpose: 'The region. Optional if your AWS profile sets one.',
  source: 'bedrock',
};

const anthropicGateway: readonly Variable[] = [
  {
    ...base('ANTHROPIC_BASE_URL', '{url}', 'connect'),
    cost:
      "For an address that is not Anthropic's, Claude Code turns MCP tool search, fine-grained " +
      'tool streaming and Remote Control off.',
  },
];

const anthropicRestore: readonly Variable[] = [
  {
    name: 'ENABLE_TOOL_SEARCH',
    value: 'true',
    purpose: 'Turns MCP tool search on again. The gateway forwards tool_reference blocks.',
    source: 'code-docs-env-vars',
  },
  {
    name: 'CLAUDE_CODE_ENABLE_FINE_GRAINED_TOOL_STREAMING',
    value: '1',
    purpose: 'Turns fine-grained tool streaming on again.',
    source: 'code-docs-env-vars',
  },
];

const PLATFORMS: readonly ClientPlatform[] = [
  {
    platforms: ['claude-api'],
    select: [],
    gateway: anthropicGateway,
    skipAuth: [placeholder('ANTHROPIC_AUTH_TOKEN')],
    own: [],
    restore: anthropicRestore,
  },
  {
    platforms: ['claude-on-google-cloud'],
    select: [],
    gateway: anthropicGateway,
    skipAuth: [placeholder('ANTHROPIC_AUTH_TOKEN')],
    own: [],
    restore: anthropicRestore,
  },
  {
    platforms: ['claude-on-aws'],
    select: [select('CLAUDE_CODE_USE_ANTHROPIC_AWS', 'Claude Platform on AWS', 'aws')],
    gateway: [base('ANTHROPIC_AWS_BASE_URL', '{url}', 'aws')],
    skipAuth: [skip('CLAUDE_CODE_SKIP_ANTHROPIC_AWS_AUTH', 'AWS')],
    own: [
      {
        name: 'ANTHROPIC_AWS_WORKSPACE_ID',
        value: 'wrkspc_…',
        purpose: 'Your workspace. Every request needs it.',
        source: 'aws',
      },
      { ...region, source: 'aws' },
    ],
    restore: [],
  },
  {
    platforms: ['bedrock'],
    select: [select('CLAUDE_CODE_USE_BEDROCK', 'Amazon Bedrock', 'bedrock')],
    gateway: [base('ANTHROPIC_BEDROCK_BASE_URL', '{url}', 'connect')],
    skipAuth: [skip('CLAUDE_CODE_SKIP_BEDROCK_AUTH', 'AWS')],
    own: [region],
    restore: [],
  },
  {
    platforms: ['bedrock-mantle'],
    select: [select('CLAUDE_CODE_USE_MANTLE', "Bedrock's Mantle endpoint", 'bedrock')],
    gateway: [base('ANTHROPIC_BEDROCK_MANTLE_BASE_URL', '{url}', 'bedrock')],
    skipAuth: [{ ...skip('CLAUDE_CODE_SKIP_MANTLE_AUTH', 'AWS'), source: 'bedrock' }],
    own: [region],
    restore: [],
  },
  {
    platforms: ['vertex'],
    select: [select('CLAUDE_CODE_USE_VERTEX', "Google Cloud's Agent Platform", 'vertex')],
    gateway: [base('ANTHROPIC_VERTEX_BASE_URL', '{url}/v1', 'connect')],
    skipAuth: [skip('CLAUDE_CODE_SKIP_VERTEX_AUTH', 'Google')],
    own: [
      {
        name: 'ANTHROPIC_VERTEX_PROJECT_ID',
        value: 'your-project',
        purpose: 'Your project. GCLOUD_PROJECT and GOOGLE_CLOUD_PROJECT take precedence.',
        source: 'vertex',
      },
      {
        name: 'CLOUD_ML_REGION',
        value: 'global',
        purpose: 'The region.',
        source: 'vertex',
      },
    ],
    restore: [],
  },
  {
    platforms: ['foundry', 'foundry-azure'],
    select: [select('CLAUDE_CODE_USE_FOUNDRY', 'Microsoft Foundry', 'foundry')],
    gateway: [base('ANTHROPIC_FOUNDRY_BASE_URL', '{url}', 'connect')],
    skipAuth: [
      {
        name: 'ANTHROPIC_FOUNDRY_API_KEY',
        value: 'unused',
        purpose: 'Satisfies the check for a credential. The gateway replaces it.',
        cost: 'The gateway needs a credential of that platform.',
        source: 'connect',
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
];

/** The variables of the manifest, and one that is not about betas. */
const OPTIONAL: readonly Variable[] = [
  ...readVariables('claude-code'),
  {
    name: 'CLAUDE_CODE_ATTRIBUTION_HEADER',
    value: '0',
    purpose: 'Leaves out the attribution block at the start of the system prompt.',
    cost:
      'Where requests reach the API through a gateway, those of the auto mode can no longer ' +
      'be recognized as requests of Claude Code.',
    source: 'code-docs-llm-gateway-protocol',
  },
];

/** Claude Code. */
export const CLAUDE_CODE: Client = {
  id: 'claude-code',
  title: 'Claude Code',
  sources: {
    ...readSources([...anthropicRestore, ...OPTIONAL]),
    connect: { url: `${DOCS}/llm-gateway-connect`, read: READ },
    bedrock: { url: `${DOCS}/amazon-bedrock`, read: READ },
    vertex: { url: `${DOCS}/google-vertex-ai`, read: READ },
    foundry: { url: `${DOCS}/microsoft-foundry`, read: READ },
    aws: { url: `${DOCS}/claude-platform-on-aws`, read: READ },
  },
  platforms: PLATFORMS,
  selectors: [
    'CLAUDE_CODE_USE_ANTHROPIC_AWS',
    'CLAUDE_CODE_USE_BEDROCK',
    'CLAUDE_CODE_USE_FOUNDRY',
    'CLAUDE_CODE_USE_MANTLE',
    'CLAUDE_CODE_USE_VERTEX',
  ],
  optional: OPTIONAL,
};

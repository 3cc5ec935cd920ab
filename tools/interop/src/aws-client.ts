/** Requests of the client of AWS, by InvokeModel and by Converse. */
import {
  BedrockRuntimeClient,
  ConverseCommand,
  InvokeModelCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { Fetch } from '@beta-headers/node';
import packageJson from '../package.json' with { type: 'json' };
import { MESSAGES, PARAMS } from './params.ts';
import type { Provider } from './providers.ts';
import type { ClientRequest } from './recorded.ts';

/** Model ids of Bedrock: regional, inference profile, application inference profile, plain. */
const IDS = [
  'us.anthropic.claude-opus-4-8-v1:0',
  'arn:aws:bedrock:us-east-1:123456789012:inference-profile/global.anthropic.claude-opus-4-8-v1:0',
  'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc123',
  'anthropic.claude-opus-4-5-20251101-v1:0',
];

/** Creates AWS's client with a `fetch` transport that records the request and then throws. */
function createBedrockRuntime(fetch: Fetch): BedrockRuntimeClient {
  const handle = async ({
    path,
    method,
    headers,
    body,
  }: {
    path: string;
    method: string;
    headers: Record<string, string>;
    body: string;
  }): Promise<never> => {
    await fetch(`https://bedrock.test${path}`, { method, headers, body });
    throw new Error('recorded');
  };
  return new BedrockRuntimeClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    maxAttempts: 1,
    requestHandler: { handle } as never,
  });
}

const INVOKE_PARAMS = [
  'computer use',
  'context editing',
  'input examples',
  'effort',
  'nothing',
] as const;
const invokeRequests: ClientRequest[] = IDS.flatMap((modelId) =>
  INVOKE_PARAMS.map((name) => {
    const { betas, model: _, ...params } = PARAMS[name] ?? {};
    const body = JSON.stringify({
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 64,
      messages: MESSAGES,
      ...params,
      ...(betas && { anthropic_beta: betas }),
    });
    return {
      name: `${name}, ${modelId}`,
      send: (fetch) =>
        createBedrockRuntime(fetch).send(
          new InvokeModelCommand({ modelId, contentType: 'application/json', body }),
        ),
    };
  }),
);
const computer = [
  { type: 'computer_20250124', name: 'computer', display_width_px: 1, display_height_px: 1 },
];
const CONVERSE_FIELDS: Readonly<Record<string, object>> = {
  nothing: {},
  'computer use': { tools: computer, anthropic_beta: ['computer-use-2025-01-24'] },
  'computer use, without its beta': { tools: computer },
  'a header alone': {
    thinking: { type: 'enabled', budget_tokens: 1024 },
    anthropic_beta: ['interleaved-thinking-2025-05-14'],
  },
};
const converseRequests: ClientRequest[] = IDS.flatMap((modelId) =>
  Object.entries(CONVERSE_FIELDS).map(([name, fields]) => ({
    name: `${name}, ${modelId}`,
    send: (fetch) =>
      createBedrockRuntime(fetch).send(
        new ConverseCommand({
          modelId,
          messages: [{ role: 'user', content: [{ text: 'hi' }] }],
          additionalModelRequestFields: fields as never,
        }),
      ),
  })),
);
const AWS_CLIENT = '@aws-sdk/client-bedrock-runtime';
const aws = `${AWS_CLIENT}@${packageJson.dependencies[AWS_CLIENT]}`;

/** The client of AWS for each of its two forms. */
export const AWS: readonly Provider[] = [
  { client: aws, platform: 'bedrock', requests: invokeRequests },
  { client: aws, platform: 'bedrock-converse', requests: converseRequests },
];

/**
 * AWS's own client. It has no hook before it signs a request, so the caller plans the body by hand.
 */
import { type Calls, type Connection, countItems, type MatrixClient } from './client.ts';
import { COMPUTER, COMPUTER_BETA } from './official.ts';

const DEPENDENCY = '@aws-sdk/client-bedrock-runtime';
const MODEL = 'us.anthropic.claude-opus-4-8-v1:0';
const HOST = 'https://bedrock-runtime.us-east-1.amazonaws.com';

type Command = new (input: object) => object;

/** The part of the client that is called. */
interface AwsModule {
  readonly BedrockRuntimeClient: new (
    options: object,
  ) => { send(command: object): Promise<{ body?: unknown; stream?: unknown }> };
  readonly InvokeModelCommand: Command;
  readonly InvokeModelWithResponseStreamCommand: Command;
  readonly ConverseCommand: Command;
  readonly ConverseStreamCommand: Command;
}

const load = async (): Promise<AwsModule> => (await import(DEPENDENCY)) as unknown as AwsModule;

const createClient = (
  { BedrockRuntimeClient }: AwsModule,
  { server }: Connection,
): InstanceType<AwsModule['BedrockRuntimeClient']> =>
  new BedrockRuntimeClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
    endpoint: server,
  });

async function connectInvoke(connection: Connection): Promise<Calls> {
  const aws = await load();
  const client = createClient(aws, connection);
  const planInput = (operation: string, betas: readonly string[] | undefined): object => {
    const body = {
      anthropic_version: 'bedrock-2023-05-31',
      max_tokens: 64,
      messages: [{ role: 'user', content: 'Hello' }],
      tools: [COMPUTER],
      ...(betas && { anthropic_beta: betas }),
    };
    const url = `${HOST}/model/${encodeURIComponent(MODEL)}/${operation}`;
    const planned = connection.plan({ method: 'POST', url, body });
    return {
      modelId: MODEL,
      contentType: 'application/json',
      body: JSON.stringify(planned.body ?? body),
    };
  };
  return {
    create: async (betas) => client.send(new aws.InvokeModelCommand(planInput('invoke', betas))),
    stream: async (betas) => {
      const input = planInput('invoke-with-response-stream', betas);
      const { body } = await client.send(new aws.InvokeModelWithResponseStreamCommand(input));
      return countItems(body as AsyncIterable<unknown>);
    },
  };
}

async function connectConverse(connection: Connection): Promise<Calls> {
  const aws = await load();
  const client = createClient(aws, connection);
  const planInput = (operation: string, betas: readonly string[] | undefined): object => {
    const body = {
      messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
      additionalModelRequestFields: {
        tools: [COMPUTER],
        ...(betas && { anthropic_beta: betas }),
      },
    };
    const url = `${HOST}/model/${encodeURIComponent(MODEL)}/${operation}`;
    const planned = connection.plan({ method: 'POST', url, body });
    return { modelId: MODEL, ...((planned.body ?? body) as object) };
  };
  return {
    create: async (betas) => client.send(new aws.ConverseCommand(planInput('converse', betas))),
    stream: async (betas) => {
      const input = planInput('converse-stream', betas);
      const { stream } = await client.send(new aws.ConverseStreamCommand(input));
      return countItems(stream as AsyncIterable<unknown>);
    },
  };
}

const shared = {
  dependency: DEPENDENCY,
  adapters: ['plan'],
  needs: [COMPUTER_BETA],
  usesHttp2: true,
} as const;
const absent = {
  middleware: 'not an SDK of Anthropic',
  betaFetch: 'takes no fetch, and signs requests',
};

/** `InvokeModel` and `Converse`. */
export const AWS_CLIENTS: readonly MatrixClient[] = [
  { ...shared, absent, platform: 'bedrock', connect: connectInvoke },
  { ...shared, absent, platform: 'bedrock-converse', connect: connectConverse },
];

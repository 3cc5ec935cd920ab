/** Frameworks that take a `fetch`: the AI SDK, LangChain and Mastra. */
import {
  type Calls,
  type Connection,
  countItems,
  countParts,
  type MatrixClient,
} from './client.ts';

const PROMPT = [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }];
const MODEL = 'claude-opus-4-8';
// Not literals in `import()`, so that the bundle leaves them to the runtime.
const LANGCHAIN = '@langchain/anthropic';
const MASTRA = '@mastra/core';

/** The methods that the language models of all majors have. */
interface Model {
  doGenerate(options: object): PromiseLike<unknown>;
  doStream(options: object): PromiseLike<{ readonly stream: ReadableStream<unknown> }>;
}

interface ProviderModule {
  createAnthropic(options: object): (id: string) => Model;
}

async function loadModel(dependency: string, { fetch }: Connection): Promise<Model> {
  const { createAnthropic } = (await import(dependency)) as ProviderModule;
  return createAnthropic({ apiKey: 'none', fetch })(MODEL);
}

const joinHeader = (betas: readonly string[] | undefined): object =>
  betas ? { headers: { 'anthropic-beta': betas.join(',') } } : {};

/** The newer majors send the field `speed`, and no beta for its value `standard`. */
const SPEED = {
  needs: ['fast-mode-2026-02-01'],
  options: { providerOptions: { anthropic: { speed: 'standard' } } },
};
/** The oldest has no field that it does not infer from. */
const COMPUTER_OF_2025 = {
  needs: ['computer-use-2025-01-24'],
  infers: true,
  options: {
    tools: [
      {
        type: 'provider-defined',
        id: 'anthropic.computer_20250124',
        name: 'computer',
        args: { displayWidthPx: 800, displayHeightPx: 600 },
      },
    ],
  },
} as const;

const aiSdk = (
  dependency: string,
  {
    needs,
    infers,
    options,
  }: { readonly needs: readonly string[]; readonly infers?: true; readonly options: object },
): MatrixClient => ({
  dependency,
  platform: 'claude-api',
  adapters: ['betaFetch'],
  needs,
  ...(infers && { infers }),
  absent: { middleware: 'not an SDK of Anthropic' },
  async connect(connection) {
    const model = await loadModel(dependency, connection);
    const input = (betas: readonly string[] | undefined): object => ({
      prompt: PROMPT,
      ...options,
      ...joinHeader(betas),
    });
    return {
      create: async (betas) => model.doGenerate(input(betas)),
      stream: async (betas) => countParts((await model.doStream(input(betas))).stream),
    };
  },
});

interface LangChainModule {
  readonly ChatAnthropic: new (
    fields: object,
  ) => {
    invoke(prompt: string, options: object): Promise<unknown>;
    stream(prompt: string, options: object): Promise<AsyncIterable<unknown>>;
  };
}

async function connectLangChain({ fetch, middleware }: Connection): Promise<Calls> {
  const { ChatAnthropic } = (await import(LANGCHAIN)) as LangChainModule;
  const given = middleware.length > 0 ? { middleware } : {};
  const chat = new ChatAnthropic({
    model: MODEL,
    apiKey: 'none',
    maxTokens: 64,
    clientOptions: { fetch, ...given },
  });
  const options = (betas: readonly string[] | undefined): object => ({
    mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }],
    ...(betas && { betas }),
  });
  return {
    create: (betas) => chat.invoke('Hello', options(betas)),
    stream: async (betas) => countItems(await chat.stream('Hello', options(betas))),
  };
}

interface MastraModule {
  readonly Agent: new (
    options: object,
  ) => {
    generate(prompt: string, options: object): Promise<{ readonly error?: unknown }>;
    stream(
      prompt: string,
      options: object,
    ): Promise<{ readonly fullStream: AsyncIterable<{ type?: string; payload?: object }> }>;
  };
}

async function connectMastra(connection: Connection): Promise<Calls> {
  const { Agent } = (await import(`${MASTRA}/agent`)) as MastraModule;
  const model = await loadModel('@ai-sdk/anthropic', connection);
  const agent = new Agent({ id: 'a', name: 'a', instructions: 'Be brief.', model });
  const options = (betas: readonly string[] | undefined): object => ({
    ...SPEED.options,
    ...(betas && { modelSettings: joinHeader(betas) }),
  });
  return {
    create: (betas) => agent.generate('Hello', options(betas)),
    async stream(betas) {
      const { fullStream } = await agent.stream('Hello', options(betas));
      return countItems(fullStream);
    },
  };
}

/** The frameworks, each with a feature that it can express. */
export const FRAMEWORKS: readonly MatrixClient[] = [
  aiSdk('ai-sdk-anthropic-2', COMPUTER_OF_2025),
  aiSdk('ai-sdk-anthropic-3', SPEED),
  aiSdk('@ai-sdk/anthropic', SPEED),
  {
    dependency: LANGCHAIN,
    platform: 'claude-api',
    adapters: ['middleware', 'betaFetch'],
    needs: ['mcp-client-2025-04-04'],
    connect: connectLangChain,
  },
  {
    dependency: MASTRA,
    platform: 'claude-api',
    adapters: ['betaFetch'],
    needs: SPEED.needs,
    absent: { middleware: 'not an SDK of Anthropic' },
    connect: connectMastra,
  },
];

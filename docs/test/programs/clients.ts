/** Runs programs that find the fake API by an environment variable, as a client has it. */
import { createFakeApi, type FakeApi, type Listening } from '@beta-headers/fake-api';
import type { Platform } from '@beta-headers/manifest';

/** The text of every answer. */
const ANSWER = 'Hello from the fake API.';

const PLATFORMS = ['claude-api', 'bedrock', 'vertex', 'foundry'] as const satisfies Platform[];
type ServedPlatform = (typeof PLATFORMS)[number];

/** The fake APIs of one test file, each on a port of its own. */
export interface FakeApis {
  /** The addresses, under the names that clients read. */
  readonly env: Readonly<Record<string, string>>;
  /** The address of one of them. */
  url(platform: ServedPlatform): string;
  /** The betas of the requests since the last call. @throws if one was refused */
  takeBetas(): string[][];
  close(): Promise<void>;
}

/** Starts a fake API for each platform that the programs use. */
export async function startFakeApis(): Promise<FakeApis> {
  const started = await Promise.all(
    PLATFORMS.map(async (platform): Promise<[ServedPlatform, FakeApi, Listening]> => {
      const api = createFakeApi({ platform, respond: () => ANSWER });
      return [platform, api, await api.listen()];
    }),
  );
  const url = (platform: ServedPlatform): string => {
    const found = started.find(([name]) => name === platform);
    if (!found) throw new Error(`${platform} is not served`);
    return found[2].url;
  };
  return {
    url,
    env: {
      ANTHROPIC_BASE_URL: url('claude-api'),
      ANTHROPIC_BEDROCK_BASE_URL: url('bedrock'),
      AWS_ENDPOINT_URL_BEDROCK_RUNTIME: url('bedrock'),
      ANTHROPIC_VERTEX_BASE_URL: `${url('vertex')}/v1`,
      ANTHROPIC_FOUNDRY_BASE_URL: `${url('foundry')}/anthropic`,
      // The client takes an address or the name of a resource, not both.
      ANTHROPIC_FOUNDRY_RESOURCE: '',
    },
    takeBetas() {
      const requests = started.flatMap(([, { requests }]) => [...requests]);
      for (const [, api] of started) api.reset();
      const refused = requests.filter(({ status }) => status !== 200);
      if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
      return requests.map(({ betas }) => [...betas]);
    },
    close: async () => void (await Promise.all(started.map(([, , { close }]) => close()))),
  };
}

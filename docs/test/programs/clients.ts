/** Serves the fake API to programs that find it by an environment variable of their client. */
import { once } from 'node:events';
import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createFakeApi, type FakeApi, type Listening } from '@beta-headers/fake-api';
import type { Platform } from '@beta-headers/manifest';

const PLATFORMS = ['claude-api', 'bedrock', 'vertex', 'foundry'] as const satisfies Platform[];
type ServedPlatform = (typeof PLATFORMS)[number];

/** The fake APIs of one test file, each on a port of its own. */
export interface FakeApis {
  /** The addresses, under the names that clients read. */
  readonly env: Readonly<Record<string, string>>;
  /** The address of one of them. */
  url(platform: ServedPlatform): string;
  /** The address of Bedrock for the AWS SDK of JavaScript, which speaks HTTP/2. */
  readonly http2Url: string;
  /** The betas of the requests since the last call. @throws if one was refused */
  takeBetas(): string[][];
  close(): Promise<void>;
}

/** Starts a fake API for each platform that the programs use; all answer with the same text. */
export async function startFakeApis(answer: string): Promise<FakeApis> {
  const started = await Promise.all(
    PLATFORMS.map(async (platform): Promise<[ServedPlatform, FakeApi, Listening]> => {
      const api = createFakeApi({ platform, respond: () => answer });
      return [platform, api, await api.listen()];
    }),
  );
  const url = (platform: ServedPlatform): string => {
    const found = started.find(([name]) => name === platform);
    if (!found) throw new Error(`${platform} is not served`);
    return found[2].url;
  };
  const bedrock = started.find(([name]) => name === 'bedrock')?.[1] as FakeApi;
  const http2 = await serveHttp2(bedrock);
  return {
    url,
    http2Url: http2.url,
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
    async close() {
      http2.close();
      await Promise.all(started.map(([, , { close }]) => close()));
    },
  };
}

/** A server of HTTP/2 without encryption. */
export interface Http2Server {
  readonly url: string;
  close(): void;
}

/** Serves a fake API to clients that speak HTTP/2. */
export async function serveHttp2(api: FakeApi): Promise<Http2Server> {
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const headers = Object.entries(request.headers).flatMap(
        ([name, value]): [string, string][] =>
          name.startsWith(':') || value === undefined ? [] : [[name, String(value)]],
      );
      const { method } = request;
      const body = Buffer.concat(parts);
      const answered = await api.fetch(`http://bedrock${request.url}`, { method, headers, body });
      response.writeHead(answered.status, Object.fromEntries(answered.headers));
      response.end(Buffer.from(await answered.arrayBuffer()));
    };
    answer().catch((error: unknown) => response.destroy(error as Error));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

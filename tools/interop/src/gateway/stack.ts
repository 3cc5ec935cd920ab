/** A fake API and a gateway in front of it, both on ports of this machine. */
import type { GatewayEvent, GatewayOptions } from '@beta-headers/gateway';
import { serveGateway } from '@beta-headers/gateway/node';
import { type GatewayPlatform, PLATFORMS } from './platforms.ts';
import { type FakeUpstream, startUpstream } from './upstream.ts';

/** A platform with a gateway in front of it. */
export interface Stack {
  readonly platform: GatewayPlatform;
  readonly upstream: FakeUpstream;
  readonly gatewayUrl: string;
  /** Returns the gateway's events since the last call. */
  takeEvents(): readonly GatewayEvent[];
  close(): Promise<void>;
}

/** Starts the API of a platform, and a gateway for it. */
export async function startStack(
  platform: GatewayPlatform,
  options: Pick<GatewayOptions, 'dryRun'> = {},
): Promise<Stack> {
  const { upstreamPath, auth, models } = PLATFORMS[platform];
  const upstream = await startUpstream(platform);
  let events: GatewayEvent[] = [];
  const gateway = await serveGateway({
    port: 0,
    gateway: {
      ...options,
      upstreams: [
        {
          name: platform,
          platform,
          url: upstream.url + upstreamPath,
          auth,
          ...(models && { models }),
        },
      ],
      onEvent: (event) => events.push(event),
    },
  });
  return {
    platform,
    upstream,
    gatewayUrl: gateway.url,
    takeEvents() {
      const taken = events;
      events = [];
      return taken;
    },
    async close() {
      await gateway.close({ shutdownMs: 0 });
      await upstream.close();
    },
  };
}

/** Runs a function with the stack of each platform, side by side, and closes them. */
export async function withStacks<T>(
  platforms: readonly GatewayPlatform[],
  run: (stack: Stack) => Promise<T>,
): Promise<T[]> {
  return await Promise.all(
    platforms.map(async (platform) => {
      const stack = await startStack(platform);
      try {
        return await run(stack);
      } finally {
        await stack.close();
      }
    }),
  );
}

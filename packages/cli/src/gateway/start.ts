/** Starts a gateway with the settings of a configuration. */

import type { GatewayEvent } from '@beta-headers/gateway';
import type {
  GatewayConfig,
  GatewayServer,
  Log,
  RedisConnection,
  ServeOptions,
} from '@beta-headers/gateway/node';
import { CommandError } from '../exit-code.ts';

/** Options of {@link startGateway}. */
export interface StartOptions {
  readonly host: string;
  readonly port: number;
  readonly log?: Log;
  /** Serves only below this path, and answers 404 elsewhere. */
  readonly basePath?: string;
  readonly metrics?: boolean;
  readonly onEvent?: (event: GatewayEvent) => unknown;
}

/** A gateway that listens. */
export interface StartedGateway {
  /** The address for clients, with the base path. */
  readonly url: string;
  readonly server: GatewayServer;
  /** Closes the connection to the shared memory. Call it after the server is closed. */
  readonly dispose: () => Promise<void>;
}

/** Starts the gateway. @throws {CommandError} if a port or a setting cannot be used */
export async function startGateway(
  config: GatewayConfig,
  options: StartOptions,
): Promise<StartedGateway> {
  const node = await import('@beta-headers/gateway/node');
  let redis: RedisConnection | undefined;
  try {
    const { enabled, memory } = config.recovery;
    if (enabled && memory !== 'process') redis = await node.connectRedisMemory(memory.redis);
    const server = await node.serveGateway(makeServeOptions(config, options, redis));
    return {
      url: `${server.url}${options.basePath ?? ''}`,
      server,
      dispose: async () => redis?.close(),
    };
  } catch (error) {
    await redis?.close();
    throw toCommandError(error);
  }
}

/** Maps the configuration to the options of the server. */
export function makeServeOptions(
  config: GatewayConfig,
  { host, port, log, basePath, metrics, onEvent }: StartOptions,
  redis: RedisConnection | undefined,
): ServeOptions {
  const { gateway, limits, recovery } = config;
  const { timeouts } = limits;
  return {
    gateway: { ...gateway, maxBodyBytes: limits.maxBodyBytes, ...(onEvent && { onEvent }) },
    host,
    port,
    ...(log && { log }),
    ...(basePath !== undefined && { basePath }),
    metrics: metrics ?? config.metrics,
    maxRetries: recovery.enabled ? recovery.maxRetries : 0,
    ...(redis && { memory: redis.memory }),
    limits: {
      headerBytes: limits.headerBytes,
      headersTimeoutMs: timeouts.headersMs,
      requestTimeoutMs: timeouts.requestMs,
      keepAliveTimeoutMs: timeouts.keepAliveMs,
      shutdownMs: timeouts.shutdownMs,
    },
    pools: {
      connectTimeoutMs: timeouts.connectMs,
      headersTimeoutMs: timeouts.responseMs,
      bodyTimeoutMs: timeouts.idleMs,
      ...(limits.upstreamConnections > 0 && { connections: limits.upstreamConnections }),
    },
  };
}

/** Wrong options and ports are errors of the user; others are not expected. */
function toCommandError(error: unknown): unknown {
  const isExpected =
    error instanceof Error && ['ListenError', 'TypeError', 'RangeError'].includes(error.name);
  return isExpected ? new CommandError(error.message) : error;
}

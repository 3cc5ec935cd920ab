/** Serves a gateway as its configuration says. */
import type { GatewayConfig } from './config/index.ts';
import { createLog, type Log } from './log.ts';
import { connectRedisMemory, type RedisConnection } from './redis-memory.ts';
import { type GatewayServer, type ServeOptions, serveGateway } from './serve.ts';

/** Options of {@link serveConfig}. */
export interface ServeConfigOptions {
  /** Writes the log. Default: as configured, to stderr. */
  readonly log?: Log;
  /** Receives the events of requests, beside the log and the metrics. */
  readonly onEvent?: ServeOptions['gateway']['onEvent'];
  /** The path below which the gateway is served, such as `/secret`. Default: everywhere. */
  readonly basePath?: string;
}

const WRONG_PASSWORD = 'correct the user and the password in recovery.memory.redis';
const REDIS_FIXES: Readonly<Record<string, string>> = {
  NOAUTH: WRONG_PASSWORD,
  NOPERM: WRONG_PASSWORD,
  WRONGPASS: WRONG_PASSWORD,
};

/**
 * Serves a gateway as its configuration says, with the shared memory if one is configured.
 * @throws {ListenError} if the port cannot be had
 * @throws {Error} if the memory is in Redis and `ioredis` is not installed
 */
export async function serveConfig(
  config: GatewayConfig,
  { log = createLog(config.logs), onEvent, basePath }: ServeConfigOptions = {},
): Promise<GatewayServer> {
  const { memory } = config.recovery;
  const onError = (error: string): void =>
    log('warn', 'recovery: the memory in Redis cannot be used, so this replica learns for itself', {
      error,
      fix:
        REDIS_FIXES[error] ?? 'correct the address in recovery.memory.redis, or start the server',
    });
  const redis =
    memory === 'process' ? undefined : await connectRedisMemory(memory.redis, { onError });
  try {
    for (const warning of config.warnings) log('warn', warning);
    const server = await serveGateway({
      ...toServeOptions(config, redis),
      gateway: { ...config.gateway, ...(onEvent && { onEvent }) },
      log,
      ...(basePath !== undefined && { basePath }),
    });
    log('info', 'listening', { url: server.url, dryRun: config.gateway.dryRun === true });
    return {
      ...server,
      async close(options) {
        log('info', 'closing');
        const cut = await server.close(options);
        redis?.close();
        log('info', 'closed', { cut });
        return cut;
      },
    };
  } catch (error) {
    redis?.close();
    throw error;
  }
}

function toServeOptions(
  { listen, limits, recovery, metrics, gateway }: GatewayConfig,
  redis: RedisConnection | undefined,
): ServeOptions {
  const { timeouts } = limits;
  const { maxRetries } = recovery;
  return {
    gateway,
    host: listen.host,
    port: listen.port,
    ...(listen.allowedHosts && { allowedHosts: listen.allowedHosts }),
    limits: {
      headerBytes: limits.headerBytes,
      ...(limits.connections !== undefined && { connections: limits.connections }),
      headersTimeoutMs: timeouts.headersMs,
      requestTimeoutMs: timeouts.requestMs,
      ...(timeouts.writeMs !== undefined && { writeTimeoutMs: timeouts.writeMs }),
      keepAliveTimeoutMs: timeouts.keepAliveMs,
      shutdownMs: timeouts.shutdownMs,
    },
    pools: {
      connectTimeoutMs: timeouts.connectMs,
      headersTimeoutMs: timeouts.responseMs,
      bodyTimeoutMs: timeouts.idleMs,
      ...(limits.upstreamConnections > 0 && { connections: limits.upstreamConnections }),
    },
    recovery: recovery.enabled && { maxRetries, ...(redis && { memory: redis.memory }) },
    metrics,
  };
}

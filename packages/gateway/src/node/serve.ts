/** Listens with a gateway on a port, and shuts down without losing requests. */
import {
  betaRecovery,
  type RecoveryEvent,
  type RecoveryOptions,
} from '@beta-headers/core/recovery';
import { createGateway } from '../gateway.ts';
import type { GatewayEvent, GatewayOptions, Upstream } from '../types.ts';
import { requireBasePath } from './base-path.ts';
import { createHostRules } from './check-request.ts';
import { createLocal } from './health.ts';
import { readLimits, type ServerLimits } from './limits.ts';
import { createListener, type ServerObserver } from './listener.ts';
import { createEventLog, type Log, type LogFields } from './log.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createPools, type PoolOptions, type Pools } from './pools.ts';
import { startServer } from './server.ts';

/** Options of {@link serveGateway}. */
export interface ServeOptions {
  /** The options of the gateway. Upstreams without `send` get a pool of connections. */
  readonly gateway: GatewayOptions;
  /** The address to listen on. Default: `127.0.0.1`, which only this machine reaches. */
  readonly host?: string;
  /** The port; 0 takes a free one. Default: 8080. */
  readonly port?: number;
  /**
   * The names that the `Host` header may have; `*` allows all. Default: the loopback names if the
   * server listens on a loopback address, else all.
   */
  readonly allowedHosts?: readonly string[];
  /** The limits of the server. */
  readonly limits?: ServerLimits;
  /** The connections to the upstreams. */
  readonly pools?: PoolOptions;
  /** Writes the log. Default: none. */
  readonly log?: Log;
  /** Serves `/metrics`. Default: true. */
  readonly metrics?: boolean;
  /** Recovers from rejected betas; `false` does not. Default: with a memory in this process. */
  readonly recovery?: false | Omit<RecoveryOptions, 'onEvent'>;
  /** The path below which the gateway is served, such as `/secret`. Default: everywhere. */
  readonly basePath?: string;
}

/** A gateway that listens. */
export interface GatewayServer {
  /** The base URL for clients. */
  readonly url: string;
  readonly port: number;
  /**
   * Stops accepting, finishes requests in flight within `limits.shutdownMs`, then cuts the rest.
   * Resolves to the number of connections that were cut.
   */
  close(options?: { readonly shutdownMs?: number }): Promise<number>;
}

/**
 * Serves a gateway by HTTP. The gateway reaches the origins of its upstreams and no other address.
 * @throws {TypeError | RangeError} for wrong options
 * @throws {ListenError} if the port cannot be had
 */
export function serveGateway(options: ServeOptions): Promise<GatewayServer> {
  return serveWith(createGateway, options);
}

/** Serves a gateway that `create` makes, so that a benchmark can make one without plans. */
export async function serveWith(
  create: typeof createGateway,
  options: ServeOptions,
): Promise<GatewayServer> {
  const limits = readLimits(options.limits);
  const { host = '127.0.0.1', port = 8080, log = () => {} } = options;
  const metrics = options.metrics === false ? undefined : createMetrics(options.gateway.catalog);
  const pools = createPools(options.pools);
  let isClosing = false;
  try {
    const upstreams = options.gateway.upstreams.map((upstream) => addSend(upstream, pools));
    const gateway = create(addReports({ ...options.gateway, upstreams }, options, metrics));
    const server = createListener({
      gateway: requireBasePath(gateway, options.basePath),
      limits,
      hosts: createHostRules(host, options.allowedHosts),
      local: createLocal({
        upstreams,
        isClosing: () => isClosing,
        ...(metrics && { renderMetrics: () => metrics.render() }),
        onCredentialError: (upstream, error) =>
          log('warn', 'no credential', { upstream, ...describeError(error) }),
      }),
      observer: observeServer(metrics, log),
      isClosing: () => isClosing,
    });
    const running = await startServer(server, host, port);
    return {
      url: running.url,
      port: running.port,
      async close({ shutdownMs = limits.shutdownMs } = {}) {
        isClosing = true;
        const cut = await running.close(shutdownMs);
        await pools.close();
        return cut;
      },
    };
  } catch (error) {
    await pools.close();
    throw error;
  }
}

/** Counts and logs the requests that the server refuses, which the gateway never sees. */
function observeServer(metrics: Metrics | undefined, log: Log): ServerObserver {
  return {
    ...(metrics && { onRequest: () => metrics.onRequest() }),
    onRefusal(refusal) {
      metrics?.onRefusal(refusal);
      const { status, reason } = refusal;
      log(status === 403 ? 'warn' : 'info', 'refused', { status, reason });
    },
  };
}

const addSend = (upstream: Upstream, pools: Pools): Upstream =>
  upstream.send ? upstream : { ...upstream, send: pools.get(upstream.url) };

/** Adds the recovery, and the log and the metrics of the events. */
function addReports(
  gateway: GatewayOptions,
  { log, recovery }: ServeOptions,
  metrics: Metrics | undefined,
): GatewayOptions {
  const writeEvent = log && createEventLog(log);
  const onRecovery = (event: RecoveryEvent): void => {
    metrics?.onRecoveryEvent(event);
    log?.(event.type === 'memory-down' ? 'warn' : 'info', `recovery: ${event.type}`, event);
  };
  const onEvent = (event: GatewayEvent): unknown => {
    metrics?.onEvent(event);
    writeEvent?.(event);
    return gateway.onEvent?.(event);
  };
  const recover =
    gateway.recover ??
    (recovery === false ? undefined : betaRecovery({ ...recovery, onEvent: onRecovery }));
  return { ...gateway, onEvent, ...(recover && { recover }) };
}

/**
 * The code or name of an error. The message of a `CredentialError` has the fix and no secret;
 * that of another error may quote a response.
 */
function describeError(error: unknown): LogFields {
  const { name, code, message } = Object(error) as Partial<Error> & { code?: string };
  const detail = name === 'CredentialError' ? message : undefined;
  return { error: code ?? name ?? 'unknown', ...(detail !== undefined && { detail }) };
}

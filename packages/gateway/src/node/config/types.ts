/** The configuration of a gateway on Node, after its file or the environment was read. */
import type { GatewayOptions } from '../../types.ts';

/** The address on which the gateway listens. */
export interface ListenConfig {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** The names that the header `Host` may have. Default: the server chooses. */
  readonly allowedHosts?: readonly string[] | undefined;
}

/** Recovery from rejected betas. */
export interface RecoveryConfig {
  readonly enabled: boolean;
  /** The largest number of times that a request is sent again: 0, 1 or 2. */
  readonly maxRetries: number;
  /** `process`, or a Redis or Valkey server that replicas share. Its URL may contain a password. */
  readonly memory: 'process' | { readonly redis: string };
}

/** Limits of the server and of the requests to upstreams. All times are in milliseconds. */
export interface LimitsConfig {
  /** The largest body that is planned, in bytes. */
  readonly maxBodyBytes: number;
  /** The largest size of all headers of a request, in bytes. */
  readonly headerBytes: number;
  /** The largest number of connections of clients at a time. Default: the server's. */
  readonly connections?: number | undefined;
  /** The largest number of connections to one upstream at a time; 0 means no limit. */
  readonly upstreamConnections: number;
  readonly timeouts: TimeoutsConfig;
}

/** Timeouts in milliseconds. */
export interface TimeoutsConfig {
  /** From a client's connection to the end of its headers. */
  readonly headersMs: number;
  /** From a client's first byte to the end of its body. */
  readonly requestMs: number;
  /** A client may take no data of a response this long. Default: the server's. */
  readonly writeMs?: number | undefined;
  /** An idle connection of a client is kept this long. */
  readonly keepAliveMs: number;
  /** From the start of a connection to an upstream until it is ready. */
  readonly connectMs: number;
  /** From the end of a request until the headers of the upstream's response. */
  readonly responseMs: number;
  /** The longest silence of an upstream within a response. */
  readonly idleMs: number;
  /** Requests in progress may take this long when the gateway is stopped. */
  readonly shutdownMs: number;
}

/** The logs of the gateway. */
export interface LogsConfig {
  readonly format: 'text' | 'json';
  readonly level: 'debug' | 'info' | 'warn' | 'error';
}

/** A configuration with all defaults. */
export interface GatewayConfig {
  readonly listen: ListenConfig;
  /**
   * The options of `createGateway`. The server adds `recover`, `onEvent`, and `send` of each
   * upstream.
   */
  readonly gateway: Omit<GatewayOptions, 'recover' | 'onEvent'>;
  readonly recovery: RecoveryConfig;
  readonly limits: LimitsConfig;
  readonly logs: LogsConfig;
  /** Serves Prometheus metrics on `/metrics`. */
  readonly metrics: boolean;
  /** Settings that are valid but probably not intended, as sentences for the log. */
  readonly warnings: readonly string[];
  /** The settings as plain data for people, without any secret; see `describeConfig`. */
  readonly effective: Readonly<Record<string, unknown>>;
}

/** The environment variables that a configuration may use. */
export type Environment = Readonly<Record<string, string | undefined>>;

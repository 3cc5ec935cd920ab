/**
 * A gateway that listens on a port of this machine: its configuration, credentials and server.
 * @module
 */
export * from './config/index.ts';
export * from './credentials/index.ts';
export type { ServerLimits } from './limits.ts';
export {
  createLog,
  LOG_LEVELS,
  type Log,
  type LogFields,
  type LogLevel,
  type LogOptions,
} from './log.ts';
export { createPoolSend, OriginError, type PoolOptions, type PoolSend } from './pools.ts';
export {
  connectRedisMemory,
  type RedisClient,
  type RedisConnection,
  type RedisMemoryOptions,
  redisMemory,
} from './redis-memory.ts';
export { type GatewayServer, type ServeOptions, serveGateway } from './serve.ts';
export { type ServeConfigOptions, serveConfig } from './serve-config.ts';
export { ListenError } from './server.ts';
export { closeOnSignals, type SignalOptions } from './signals.ts';

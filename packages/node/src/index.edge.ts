/**
 * The same exports for edge runtimes and browsers, which cannot import modules of Node. The
 * adapters publish nothing there.
 * @module
 */
export * from '@beta-headers/constants';
export * from '@beta-headers/core';
export * from '@beta-headers/core/errors';
export * from '@beta-headers/core/recovery';
export { DECISION_CHANNEL, type DecisionMessage } from './channel.ts';
export {
  type NodeRedisClient,
  type RedisClient,
  type SharedStorage,
  type StorageMemoryOptions,
  storageMemory,
} from './memory.ts';
export { betaRecovery, RECOVERY_CHANNEL } from './recovery.ts';

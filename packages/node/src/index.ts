/**
 * The Claude API's beta headers on Node and Bun: constants, inference, merging, platform
 * translation, and clear errors.
 * @module
 */
export * from '@beta-headers/constants';
export * from '@beta-headers/core';
export * from '@beta-headers/core/errors';
export * from '@beta-headers/core/recovery';
export { betaFetch, betaMiddleware } from './adapters.ts';
export { DECISION_CHANNEL, type DecisionMessage } from './channel.ts';
export {
  type NodeRedisClient,
  type RedisClient,
  type SharedStorage,
  type StorageMemoryOptions,
  storageMemory,
} from './memory.ts';
export { betaRecovery, RECOVERY_CHANNEL } from './recovery.ts';

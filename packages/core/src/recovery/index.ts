/**
 * Plans a request again when a beta is rejected all the same.
 * @module
 */
export {
  type BetaMemory,
  type InProcessMemoryOptions,
  inProcessMemory,
  MEMORY_TTL_MS,
} from './memory.ts';
export { betaRecovery, type RecoveryOptions } from './recover.ts';

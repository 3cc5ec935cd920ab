/**
 * Recovery: plans a request again if the server rejects a beta that the plan sends.
 * @module
 */
export type { OnRecoveryEvent, RecoveryEvent } from './events.ts';
export {
  type BetaMemory,
  type InProcessMemoryOptions,
  inProcessMemory,
  limitEntries,
  MAX_ENTRIES,
  MEMORY_TTL_MS,
  type MemoryEntry,
  type MemoryState,
  readEntry,
} from './memory.ts';
export type { RecoveryOptions } from './options.ts';
export { betaRecovery } from './recover.ts';

/** The options of a recovery. */
import { checkName } from '../adapters/options.ts';
import type { OnRecoveryEvent } from './events.ts';
import { type BetaMemory, inProcessMemory } from './memory.ts';

/** Options of `betaRecovery`. */
export interface RecoveryOptions {
  /**
   * The largest number of times that a request is sent again: 0, 1 or 2. Default: 2. The client's
   * own retries are not counted. Within each of them a request is sent again at most once.
   */
  readonly maxRetries?: number;
  /** Remembers rejections. Default: a memory in this process, for this recovery only. */
  readonly memory?: BetaMemory;
  /**
   * The longest time that the memory may take, in milliseconds. Then the request continues without
   * it. Default: 1000, and never more than half of `deadlineMs`.
   */
  readonly memoryTimeoutMs?: number;
  /**
   * The longest time for recovery in a call, in milliseconds. After it, nothing is sent again and
   * the memory is not waited for. Default: 30,000. Each request keeps the client's own timeout.
   */
  readonly deadlineMs?: number;
  /** Receives the events of the recovery. Its errors never fail a request. */
  readonly onEvent?: OnRecoveryEvent;
}

/** Checked options, with their defaults. */
export type CheckedOptions = Required<Omit<RecoveryOptions, 'onEvent'>> &
  Pick<RecoveryOptions, 'onEvent'>;

const OPTIONS = ['maxRetries', 'memory', 'memoryTimeoutMs', 'deadlineMs', 'onEvent'];
const METHODS = ['get', 'add', 'remove'] as const;

/**
 * Checks the options. A wrong memory is reported here, because later it never fails a request.
 * @throws {TypeError | RangeError} with the option and its valid values
 */
export function checkOptions(options: RecoveryOptions): CheckedOptions {
  if (typeof options !== 'object' || options === null)
    throw new TypeError('betaRecovery: give an object, or nothing');
  for (const name of Object.keys(options)) checkName('betaRecovery', name, OPTIONS);
  const { maxRetries = 2, memory, memoryTimeoutMs = 1000, deadlineMs = 30_000, onEvent } = options;
  if (memory !== undefined && !METHODS.every((name) => typeof memory?.[name] === 'function'))
    throw new TypeError(
      'betaRecovery: memory: give an object with `get`, `add` and `remove`, as storageMemory() ' +
        'returns',
    );
  if (onEvent !== undefined && typeof onEvent !== 'function')
    throw new TypeError('betaRecovery: onEvent: give a function that takes an event');
  if (![0, 1, 2].includes(maxRetries))
    throw new RangeError(`betaRecovery: maxRetries: ${String(maxRetries)} is none of 0, 1 and 2`);
  checkTime('memoryTimeoutMs', memoryTimeoutMs);
  checkTime('deadlineMs', deadlineMs);
  return {
    maxRetries,
    memory: memory ?? inProcessMemory(),
    memoryTimeoutMs,
    deadlineMs,
    ...(onEvent && { onEvent }),
  };
}

/** Checks a duration. A timer takes at most 2^31 - 1 milliseconds. */
function checkTime(name: string, ms: number): void {
  if (!(typeof ms === 'number' && ms > 0 && ms < 2 ** 31))
    throw new RangeError(
      `betaRecovery: ${name}: ${String(ms)} is not a number of milliseconds above 0`,
    );
}

/** The options of a recovery. */
import { checkName } from '../adapters/options.ts';
import type { OnRecoveryEvent } from './events.ts';
import { type BetaMemory, inProcessMemory } from './memory.ts';

/** How to recover. */
export interface RecoveryOptions {
  /**
   * The most times that a request is sent again: 0, 1 or 2. Default: 2. The client's own retries
   * are not counted; within one of them a request is sent again once.
   */
  readonly maxRetries?: number;
  /** Where rejections are remembered. Default: in this process, for this recovery. */
  readonly memory?: BetaMemory;
  /**
   * The longest time that the memory may take, in milliseconds; then the request goes on without
   * it. Default: 1000.
   */
  readonly memoryTimeoutMs?: number;
  /**
   * The time of a call, in milliseconds, after which nothing is sent again and nothing is waited
   * for. Default: 30,000. A request that was sent has the client's own time-out.
   */
  readonly deadlineMs?: number;
  /** Receives what the recovery does. What it throws fails no request. */
  readonly onEvent?: OnRecoveryEvent;
}

/** Options that are checked, with their defaults. */
export type CheckedOptions = Required<Omit<RecoveryOptions, 'onEvent'>> &
  Pick<RecoveryOptions, 'onEvent'>;

const OPTIONS = ['maxRetries', 'memory', 'memoryTimeoutMs', 'deadlineMs', 'onEvent'];
const METHODS = ['get', 'add', 'remove'] as const;

/**
 * Checks the options: a memory fails no request, so a wrong one has to be reported here.
 * @throws {TypeError | RangeError} with the option and what it may be
 */
export function checkOptions(options: RecoveryOptions): CheckedOptions {
  if (typeof options !== 'object' || options === null)
    throw new TypeError('betaRecovery: give an object, or nothing');
  for (const name of Object.keys(options)) checkName('betaRecovery', name, OPTIONS);
  const { maxRetries = 2, memory, memoryTimeoutMs = 1000, deadlineMs = 30_000, onEvent } = options;
  if (memory !== undefined && !METHODS.every((name) => typeof memory?.[name] === 'function'))
    throw new TypeError(
      'memory: give an object with `get`, `add` and `remove`, as storageMemory() returns',
    );
  if (onEvent !== undefined && typeof onEvent !== 'function')
    throw new TypeError('onEvent: give a function that takes an event');
  if (![0, 1, 2].includes(maxRetries))
    throw new RangeError(`maxRetries: ${String(maxRetries)} is none of 0, 1 and 2`);
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

/** A timer takes no more than 2^31 - 1 milliseconds. */
function checkTime(name: string, ms: number): void {
  if (!(typeof ms === 'number' && ms > 0 && ms < 2 ** 31))
    throw new RangeError(`${name}: ${String(ms)} is not a number of milliseconds above 0`);
}

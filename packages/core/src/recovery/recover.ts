/**
 * Sends a request, and plans it again if a beta is rejected or missing. The engine decides what may
 * be sent; the recovery only gives it the betas that were rejected.
 */
import type { Exchange, Recovery } from '../adapters/adapter.ts';
import { maskName, readHeaderValues } from '../request/header.ts';
import { GuardedMemory } from './breaker.ts';
import { RetryBudget } from './budget.ts';
import { Call } from './call.ts';
import { containErrors, type RecoveryEvent } from './events.ts';
import { KeyMaker } from './key.ts';
import type { Changes } from './learn.ts';
import type { MemoryEntry } from './memory.ts';
import { type CheckedOptions, checkOptions, type RecoveryOptions } from './options.ts';
import { readStatement } from './statement.ts';
import { TrialLock } from './trial-lock.ts';
import { Deadline } from './wait.ts';

/**
 * Recovery for `betaMiddleware` and `betaFetch`: after a 400 over a beta, the request is planned
 * again without that beta, or with the one that the answer asks for, and sent again. A beta that
 * the body depends on is never left out, unless the policy `unavailable` is `strip`. If nothing
 * helps, the last response is returned, and the client raises its usual error.
 *
 * Only what a success proves is remembered: for the credential, the host, the platform, the
 * endpoint and the model of that request. A beta that was rejected is sent again by one request after a
 * minute, and, if it is still rejected, after two, four and so on up to an hour. If an answer names
 * no beta, the culprits are found by trials in later calls.
 * @throws {TypeError} for an unknown option, or a memory that lacks a method
 * @throws {RangeError} for a number that is out of range
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/core';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware({ recover: betaRecovery() })] });
 * ```
 */
export function betaRecovery(options: RecoveryOptions = {}): Recovery {
  const recoverer = new Recoverer(checkOptions(options));
  return (exchange) => recoverer.recover(exchange);
}

/** What the calls of one recovery share. */
class Recoverer {
  readonly #options: CheckedOptions;
  readonly #memory: GuardedMemory;
  readonly #emit: (event: RecoveryEvent) => void;
  readonly #keys = new KeyMaker();
  readonly #budget = new RetryBudget();
  readonly #lock = new TrialLock();

  constructor(options: CheckedOptions) {
    this.#options = options;
    this.#emit = containErrors(options.onEvent);
    this.#memory = new GuardedMemory(options.memory, options.memoryTimeoutMs, this.#emit);
  }

  async recover(exchange: Exchange): Promise<Response> {
    const deadline = new Deadline(this.#options.deadlineMs, exchange.signal);
    const key = await this.#keys.makeKey(exchange.request, exchange.platform);
    const call = new Call(exchange, await this.#memory.get(key, deadline));
    const isTrying = await this.#startTrial(call, key, exchange, deadline);
    try {
      return await this.#sendUntilDone(call, key, exchange, deadline);
    } finally {
      if (isTrying) this.#lock.release(key);
    }
  }

  async #sendUntilDone(
    call: Call,
    key: string,
    exchange: Exchange,
    deadline: Deadline,
  ): Promise<Response> {
    const maxRetries = this.#limitRetries(exchange);
    let retries = 0;
    let isSuccess = false;
    try {
      for (; ; retries++) {
        exchange.report(call.planned);
        const response = await sendWithin(exchange, call, deadline);
        isSuccess = response.ok;
        if (isSuccess) await this.#learn(call.conclude(Date.now()), key, exchange);
        const left = maxRetries - retries;
        if (!(await this.#planAgain(response, call, left, exchange, deadline))) return response;
        if (!this.#budget.hasToken(key)) {
          this.#emit({ type: 'budget-spent', platform: exchange.platform });
          return response;
        }
        this.#report('retry', call.planned.betas, exchange);
        void response.body?.cancel().catch(() => {});
      }
    } finally {
      this.#budget.charge(key, retries, isSuccess);
    }
  }

  /** Plans the call again after a refusal. @returns false if its response is the last one */
  async #planAgain(
    response: Response,
    call: Call,
    left: number,
    exchange: Exchange,
    deadline: Deadline,
  ): Promise<boolean> {
    if (left < 1 || !isServersRefusal(response) || deadline.remaining() === 0) return false;
    const statement = await readStatement(response, call.planned.betas, exchange, deadline).catch(
      (error: unknown) => {
        // An abort: the caller never gets the response.
        void response.body?.cancel().catch(() => {});
        throw error;
      },
    );
    if (deadline.remaining() === 0) return false;
    return statement ? call.react(statement, left) : call.failTrial();
  }

  /** Lets this call try what the memory leaves out; one call at a time does. */
  async #startTrial(
    call: Call,
    key: string,
    exchange: Exchange,
    deadline: Deadline,
  ): Promise<boolean> {
    const now = Date.now();
    // Without a retry there would be no way back.
    if (this.#limitRetries(exchange) === 0 || isClientRetry(exchange)) return false;
    if (!this.#budget.hasToken(key) || this.#lock.isHeld(key, now)) return false;
    const due = call.chooseTrial(now);
    if (!call.trial) return false;
    this.#lock.hold(key, now);
    this.#report('probe', call.trial.betas, exchange);
    // Other processes leave the probe to this one.
    if (due) await this.#claim(due, key, now, deadline);
    return true;
  }

  async #claim(due: MemoryEntry, key: string, now: number, deadline: Deadline): Promise<void> {
    const claimed = { ...due, probeAt: now + due.probeEveryMs };
    try {
      await this.#memory.update(key, [claimed], [], deadline);
    } catch (error) {
      this.#lock.release(key);
      throw error;
    }
  }

  /** Writes what was proved. The response is there, so that nothing may fail the call now. */
  async #learn({ added, removed }: Changes, key: string, exchange: Exchange): Promise<void> {
    if (added.length === 0 && removed.length === 0) return;
    // An answer may take longer than the call's deadline, and what it proves counts all the same.
    const { deadlineMs, memoryTimeoutMs } = this.#options;
    const deadline = new Deadline(Math.min(deadlineMs, memoryTimeoutMs + 1), exchange.signal);
    try {
      await this.#memory.update(key, added, removed, deadline);
    } catch {
      // An abort: the response is the caller's to cancel.
      return;
    }
    if (added.length > 0)
      this.#report(
        'learned',
        added.map(({ beta }) => beta),
        exchange,
      );
    if (removed.length > 0) this.#report('forgotten', removed, exchange);
  }

  /** A client that retries by itself gets one more request in each of its attempts. */
  #limitRetries(exchange: Exchange): number {
    const { maxRetries } = this.#options;
    return isClientRetry(exchange) ? Math.min(1, maxRetries) : maxRetries;
  }

  #report(
    type: 'retry' | 'probe' | 'learned' | 'forgotten',
    betas: readonly string[],
    { platform }: Exchange,
  ): void {
    this.#emit({ type, platform, betas: betas.map(maskName) });
  }
}

/** Sends, and rejects on an abort even if the client's `fetch` does not. */
async function sendWithin(exchange: Exchange, call: Call, deadline: Deadline): Promise<Response> {
  const sending = exchange.send(call.planned);
  try {
    return await deadline.waitForever(sending);
  } catch (error) {
    // A response that comes after the abort has no reader any more.
    void sending.then(({ body }) => body?.cancel()).catch(() => {});
    throw error;
  }
}

/** Tests if the client, an SDK, sends the request again by itself. */
function isClientRetry({ request }: Exchange): boolean {
  return Number(readHeaderValues(request.headers, 'x-stainless-retry-count')[0]) > 0;
}

/** Tests if a server refused the request; an adapter of ours marks its own refusals. */
const isServersRefusal = ({ status, headers }: Response): boolean =>
  status === 400 && headers?.has('x-beta-headers') !== true;

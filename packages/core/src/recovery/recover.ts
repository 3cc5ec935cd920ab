/**
 * Sends a request, and plans it again if a beta is rejected or missing. The engine decides what may
 * be sent. The recovery only passes it the rejected and the missing betas.
 */
import type { Exchange, Recovery } from '../adapters/adapter.ts';
import { maskName, readHeaderValues } from '../request/header.ts';
import { GuardedMemory } from './breaker.ts';
import { RetryBudget } from './budget.ts';
import { Call } from './call.ts';
import { containErrors, type RecoveryEvent } from './events.ts';
import { KeyMaker } from './key.ts';
import { type Changes, FIRST_PROBE_MS } from './learn.ts';
import type { MemoryEntry } from './memory.ts';
import { type CheckedOptions, checkOptions, type RecoveryOptions } from './options.ts';
import { RecentSet } from './recent-set.ts';
import { readStatement } from './statement.ts';
import { nameSet } from './trial.ts';
import { TrialLock } from './trial-lock.ts';
import { Deadline } from './wait.ts';

/**
 * Makes a recovery for `betaMiddleware` and `betaFetch`. After a 400 about a beta, it plans the
 * request again without that beta, or with the one that the answer requests, and sends it again. A
 * beta that the body depends on is never left out, unless the policy `unavailable` is `strip`. If
 * nothing helps, the last response is returned, and the client raises its usual error.
 *
 * Only what a success proves is remembered, for the credential, the host, the platform, the
 * endpoint and the model of that request. One request sends a rejected beta again after a minute.
 * If it is still rejected, the next one follows after two minutes, then four, up to an hour. If an
 * answer names no beta, trials in later calls find the rejected ones.
 *
 * A probe or a trial is a risk that the caller did not ask for. If its answer is an error without a
 * word about betas, such as a 429 or a 503, the request is sent again without it, and the caller
 * receives that answer. It proves nothing, and costs at most one more request a minute for a key.
 * An error of the network is passed on, because the client decides if it sends a request again.
 *
 * Requests that show no credential, because the client signs them later, share what they learn only
 * within one `betaMiddleware()` or `betaFetch()`. Make one for each account.
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

/** The state that the calls of one recovery share. */
class Recoverer {
  readonly #options: CheckedOptions;
  readonly #memory: GuardedMemory;
  readonly #emit: (event: RecoveryEvent) => void;
  readonly #keys = new KeyMaker();
  readonly #budget = new RetryBudget();
  readonly #lock = new TrialLock();
  /** The keys and shapes of calls that failed although each answer said what to change. */
  readonly #stuck = new RecentSet();

  constructor(options: CheckedOptions) {
    this.#options = options;
    this.#emit = containErrors(options.onEvent);
    // With a short deadline, the memory leaves at least half of it to the request.
    const timeoutMs = Math.min(options.memoryTimeoutMs, options.deadlineMs / 2);
    this.#memory = new GuardedMemory(options.memory, timeoutMs, this.#emit);
  }

  async recover(exchange: Exchange): Promise<Response> {
    const deadline = new Deadline(this.#options.deadlineMs, exchange.signal);
    const { request, platform, account: name, client } = exchange;
    const key = await this.#keys.makeKey(request, platform, name, client);
    const call = new Call(exchange, await this.#memory.get(key, deadline));
    // Calls with other betas have a budget of their own: they may fail for another reason.
    const { betas } = call.planned;
    const account = (): string => `${key} ${nameSet(betas)}`;
    const isTrying =
      call.usesMemory &&
      this.#budget.hasToken(account) &&
      (await this.#startTrial(call, key, exchange, deadline));
    try {
      return await this.#sendUntilDone(call, key, account, exchange, deadline);
    } finally {
      // After a trial without a result, the next one waits until the lock expires.
      if (call.isTrialWithdrawn) this.#lock.hold(key, Date.now());
      else if (isTrying) this.#lock.release(key);
    }
  }

  async #sendUntilDone(
    call: Call,
    key: string,
    account: () => string,
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
        if (isSuccess) {
          if (call.hasFailed) this.#stuck.delete(`${key} ${call.shape}`);
          const changes = call.conclude(Date.now());
          if (changes) await this.#learn(changes, key, exchange);
          return response;
        }
        const left = maxRetries - retries;
        const isStuck = (): boolean => this.#stuck.has(`${key} ${call.shape}`);
        if (!(await this.#planAgain(response, call, left, isStuck, exchange, deadline))) {
          if (left < 1 && call.hasFailed && isServersRefusal(response))
            this.#stuck.add(`${key} ${call.shape}`);
          return response;
        }
        if (!this.#budget.hasToken(account)) {
          this.#emit({ type: 'budget-spent', platform: exchange.platform });
          return response;
        }
        this.#report('retry', call.planned.betas, exchange);
        cancelBody(response);
      }
    } finally {
      this.#budget.charge(account, retries, isSuccess);
    }
  }

  /** Plans the call again after a refusal. @returns false if the response is final */
  async #planAgain(
    response: Response,
    call: Call,
    left: number,
    isStuck: () => boolean,
    exchange: Exchange,
    deadline: Deadline,
  ): Promise<boolean> {
    if (left < 1 || deadline.remaining() === 0) return false;
    // A gateway may refuse the betas of a trial with another status.
    if (isOtherRefusal(response)) return call.failTrial();
    // The caller gets such an answer only to a request without a trial.
    if (!isServersRefusal(response)) return response.status >= 400 && call.withdrawTrial();
    const statement = await readStatement(response, call.planned.betas, exchange, deadline).catch(
      (error: unknown) => {
        // After an abort the caller never receives the response.
        cancelBody(response);
        throw error;
      },
    );
    if (deadline.remaining() === 0) return false;
    return statement ? call.react(statement, left, isStuck) : call.failTrial();
  }

  /** Lets this call try betas that the memory leaves out. Only one call at a time does. */
  async #startTrial(
    call: Call,
    key: string,
    exchange: Exchange,
    deadline: Deadline,
  ): Promise<boolean> {
    const now = Date.now();
    // A trial that fails needs a retry without it.
    if (this.#limitRetries(exchange) === 0 || isClientRetry(exchange)) return false;
    if (this.#lock.isHeld(key, now)) return false;
    const due = call.chooseTrial(now);
    if (!call.trial) return false;
    this.#lock.hold(key, now);
    this.#report('probe', call.trial.betas, exchange);
    // Other processes then do not send the same probe.
    if (due) await this.#claim(due, key, now, deadline);
    return true;
  }

  async #claim(due: MemoryEntry, key: string, now: number, deadline: Deadline): Promise<void> {
    // A short time: if the call proves nothing, another one soon sends the probe again.
    const claimed = { ...due, probeAt: now + Math.min(due.probeEveryMs, FIRST_PROBE_MS) };
    try {
      await this.#memory.update(key, [claimed], [], deadline);
    } catch (error) {
      this.#lock.release(key);
      throw error;
    }
  }

  /** Updates the memory. It never fails the call, because the response has arrived. */
  async #learn({ added, removed }: Changes, key: string, exchange: Exchange): Promise<void> {
    // Has its own deadline: a response after the deadline of the call proves just as much.
    const { deadlineMs, memoryTimeoutMs } = this.#options;
    const deadline = new Deadline(Math.min(deadlineMs, memoryTimeoutMs + 1), exchange.signal);
    try {
      await this.#memory.update(key, added, removed, deadline);
    } catch {
      // After an abort the caller cancels the response.
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

  /** Limits the retries. Each retry of the client itself gets at most one more request. */
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

/** Sends the plan. Rejects on an abort even if the client's `fetch` does not. */
async function sendWithin(exchange: Exchange, call: Call, deadline: Deadline): Promise<Response> {
  const sending = exchange.send(call.planned);
  try {
    return await deadline.waitForever(sending);
  } catch (error) {
    // Nothing reads a response that arrives after the abort.
    void sending.then(cancelBody).catch(() => {});
    throw error;
  }
}

/** Tests if the request is a retry of the client, an SDK, itself. */
function isClientRetry({ request }: Exchange): boolean {
  return Number(readHeaderValues(request.headers, 'x-stainless-retry-count')[0]) > 0;
}

/** Tests if a server refused the request. An adapter marks its own refusals. */
const isServersRefusal = ({ status, headers }: Response): boolean =>
  status === 400 && headers?.has('x-beta-headers') !== true;

/** Statuses with another cause than the betas: credentials, payment, time and rate. */
const OTHER_CAUSES = new Set([401, 402, 407, 408, 409, 425, 429]);

/** Tests if a server refused the request with a status that may be about a beta, but not 400. */
const isOtherRefusal = ({ status }: Response): boolean =>
  status > 400 && status < 500 && !OTHER_CAUSES.has(status);

/** Cancels a body that nothing reads. Responses of other libraries may have no `cancel`. */
function cancelBody({ body }: Response): void {
  if (typeof body?.cancel === 'function') void body.cancel().catch(() => {});
}

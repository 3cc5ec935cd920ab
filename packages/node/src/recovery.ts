/** The recovery of `@beta-headers/core`, with its events on a diagnostics channel. */
import type { Recovery } from '@beta-headers/core';
import {
  betaRecovery as coreRecovery,
  type RecoveryEvent,
  type RecoveryOptions,
} from '@beta-headers/core/recovery';

/**
 * The name of the channel: `diagnostics_channel.subscribe('beta-headers:recovery', (event) => …)`.
 * Its messages are the events that `onEvent` receives.
 */
export const RECOVERY_CHANNEL = 'beta-headers:recovery';

/** The part of a channel that is used. */
interface Channel {
  readonly hasSubscribers: boolean;
  publish(message: unknown): void;
}

/**
 * Makes a recovery for `betaMiddleware` and `betaFetch`. After a 400 about a beta, it plans the
 * request again without that beta, or with the one that the answer requests, and sends it again.
 * Only what a success proves is remembered, for the credential, the host, the platform, the
 * endpoint and the model of that request. A rejected beta is probed after a minute, then after two,
 * four and so on, up to an hour. If a probe is answered by an error without a word about betas, the
 * request is sent again without it. Clients that sign their requests later need one
 * `betaMiddleware()` for each account. On Node, the events are also published on
 * {@link RECOVERY_CHANNEL}.
 * @throws {TypeError} for an unknown option, or a memory that lacks a method
 * @throws {RangeError} for a number that is out of range
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/node';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware({ recover: betaRecovery() })] });
 * ```
 */
export function betaRecovery(options: RecoveryOptions = {}): Recovery {
  const channel = findChannel();
  const isWrong = typeof options !== 'object' || options === null;
  if (!channel || isWrong || typeof (options.onEvent ?? publishNothing) !== 'function')
    return coreRecovery(options);
  const { onEvent } = options;
  return coreRecovery({
    ...options,
    onEvent(event: RecoveryEvent) {
      if (channel.hasSubscribers) channel.publish(event);
      return onEvent?.(event);
    },
  });
}

const publishNothing = (): void => {};

/** Not an import, because edge runtimes have no such module. */
function findChannel(): Channel | undefined {
  const { process } = globalThis as {
    process?: {
      getBuiltinModule?: (name: string) => { channel(name: string): Channel } | undefined;
    };
  };
  try {
    return process?.getBuiltinModule?.('node:diagnostics_channel')?.channel(RECOVERY_CHANNEL);
  } catch {
    return undefined;
  }
}

/** Closes a server when the process is asked to end. */
import type { GatewayServer } from './serve.ts';

/** Options of {@link closeOnSignals}. */
export interface SignalOptions {
  readonly signals?: readonly NodeJS.Signals[];
  /** Is called with the first signal. */
  readonly onSignal?: (signal: NodeJS.Signals) => void;
}

/**
 * Closes a server on SIGTERM or SIGINT. The first signal finishes the requests in flight, the
 * second one cuts them. Resolves when the server is closed, to the first signal.
 */
export function closeOnSignals(
  server: GatewayServer,
  { signals = ['SIGTERM', 'SIGINT'], onSignal }: SignalOptions = {},
): Promise<NodeJS.Signals> {
  return new Promise((resolve, reject) => {
    let first: NodeJS.Signals | undefined;
    const onEach = (signal: NodeJS.Signals): void => {
      if (first !== undefined) {
        void server.close({ shutdownMs: 0 });
        return;
      }
      first = signal;
      onSignal?.(signal);
      server
        .close()
        .then(() => resolve(signal), reject)
        .finally(() => {
          for (const name of signals) process.off(name, onEach);
        });
    };
    for (const name of signals) process.on(name, onEach);
  });
}

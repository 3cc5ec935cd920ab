/** Keeps the warnings of libraries off the terminal of a client. */
import process from 'node:process';

/**
 * Stops Node from printing warnings, such as those of a library that looks for credentials.
 * @returns a function that restores them
 */
export function silenceWarnings(): () => void {
  const listeners = process.listeners('warning');
  process.removeAllListeners('warning');
  return () => {
    for (const listener of listeners) process.on('warning', listener);
  };
}

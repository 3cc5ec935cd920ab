import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Reports progress on stderr, because stdout carries the result. */
export function note(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Colours text if stdout is a terminal and NO_COLOR is not set. */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** Formats the time since a `performance.now()` as `0.4 s` or `72 s`. */
export function formatSeconds(since: number): string {
  const elapsed = (performance.now() - since) / 1000;
  return `${elapsed < 10 ? elapsed.toFixed(1) : Math.round(elapsed)} s`;
}

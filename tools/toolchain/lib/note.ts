import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Says what is going on; on stderr, so that stdout stays the answer. */
export function note(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Colours text for stdout where that is a terminal and NO_COLOR is not set. */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** `0.4 s`, `72 s` */
export function seconds(since: number): string {
  const spent = (performance.now() - since) / 1000;
  return `${spent < 10 ? spent.toFixed(1) : Math.round(spent)} s`;
}

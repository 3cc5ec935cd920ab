/** A run of the simulation: its days, its checks and the times of its steps. */
import { formatSeconds, note } from '../../../toolchain/lib/note.ts';
import type { OnCheck } from '../../../toolchain/lib/results.ts';

/** The days of the two releases; the simulation does not use the clock. */
export const DAYS = ['2026-12-01', '2026-12-08'] as const;

/** Collects checks and times. */
export class Run {
  readonly times: string[] = [];
  readonly #onCheck: OnCheck;

  constructor(onCheck: OnCheck) {
    this.#onCheck = onCheck;
  }

  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    note(`simulate: ${name} …`);
    const started = performance.now();
    const result = await work();
    this.times.push(`${name} ${formatSeconds(started)}`);
    return result;
  }

  say(name: string, ok: boolean, output = ''): void {
    this.#onCheck({ name, ok, output });
  }

  end(name: string, ended: { readonly ok: boolean; readonly output: string }): void {
    this.say(name, ended.ok, ended.output);
  }
}

import { command } from '../lib/command.ts';
import type { Suite } from '../lib/suite.ts';

/** A dozen of the SDK's real releases, from npm or from the cache of an earlier run. */
export const replay: Suite = {
  name: 'replay',
  about:
    "sync over a dozen steps between the SDK's real releases: every new value found, no false alarm",
  async run() {
    const ended = await command(process.execPath, [
      'tools/sync/src/replay/cli.ts',
      '--steps',
      '12',
      '--json',
    ]);
    const total = readTotal(ended.stdout);
    if (!total) return { passed: 0, failed: 1, log: ended.output };
    const right = total.steps.filter(
      (step) => step.misses.length + step.falseAlarms.length === 0 && step.bumpRight && step.steady,
    ).length;
    return {
      passed: right,
      failed: Math.max(total.steps.length - right, ended.ok ? 0 : 1),
      remark: `${total.hits} of ${total.expected} found`,
      log: ended.output,
    };
  },
};

interface Total {
  readonly hits: number;
  readonly expected: number;
  readonly steps: readonly {
    readonly misses: readonly unknown[];
    readonly falseAlarms: readonly unknown[];
    readonly bumpRight: boolean;
    readonly steady: boolean;
  }[];
}

function readTotal(text: string): Total | undefined {
  try {
    return JSON.parse(text) as Total;
  } catch {
    return undefined;
  }
}

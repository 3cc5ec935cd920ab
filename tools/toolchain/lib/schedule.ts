import type { Outcome, Suite } from './suite.ts';

/** A suite that has ended. */
export interface Finished {
  readonly suite: Suite;
  readonly outcome: Outcome;
  readonly started: number;
}

/**
 * Runs suites side by side, as many as the cores carry, each after those it needs. Never rejects:
 * a suite that throws, or whose need failed, is a failed suite.
 */
export async function runSuites(
  suites: readonly Suite[],
  cores: number,
  onFinished: (finished: Finished) => void,
): Promise<Finished[]> {
  const waiting = [...suites];
  const running = new Map<string, Promise<void>>();
  const finished: Finished[] = [];
  let free = cores;
  const end = (suite: Suite, outcome: Outcome, started: number): void => {
    const one = { suite, outcome, started };
    finished.push(one);
    onFinished(one);
  };
  while (waiting.length > 0 || running.size > 0) {
    for (const suite of [...waiting]) {
      const state = stateOfNeeds(suite, suites, finished);
      if (state === 'failed') {
        waiting.splice(waiting.indexOf(suite), 1);
        end(
          suite,
          { passed: 0, failed: 1, remark: `not run: ${suite.needs?.join(', ')} failed` },
          performance.now(),
        );
        continue;
      }
      const cost = Math.min(suite.cores ?? 1, cores);
      if (state === 'waiting' || cost > free) continue;
      waiting.splice(waiting.indexOf(suite), 1);
      free -= cost;
      const started = performance.now();
      running.set(
        suite.name,
        runSafely(suite).then((outcome) => {
          free += cost;
          running.delete(suite.name);
          end(suite, outcome, started);
        }),
      );
    }
    if (running.size > 0) await Promise.race(running.values());
    else if (
      waiting.length > 0 &&
      !waiting.some((suite) => stateOfNeeds(suite, suites, finished) === 'failed')
    ) {
      throw new Error(
        `these suites wait for one another: ${waiting.map((suite) => suite.name).join(', ')}`,
      );
    }
  }
  return finished;
}

/** A need that was not asked for does not hold anything up. */
function stateOfNeeds(
  suite: Suite,
  suites: readonly Suite[],
  finished: readonly Finished[],
): 'ready' | 'waiting' | 'failed' {
  const needs = (suite.needs ?? []).filter((name) => suites.some((other) => other.name === name));
  const done = needs.map((name) => finished.find((one) => one.suite.name === name));
  if (done.some((one) => one !== undefined && one.outcome.failed > 0)) return 'failed';
  return done.some((one) => one === undefined) ? 'waiting' : 'ready';
}

async function runSafely(suite: Suite): Promise<Outcome> {
  try {
    return await suite.run();
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { passed: 0, failed: 1, log: text };
  }
}

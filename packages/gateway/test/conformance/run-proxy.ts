/** Runs the suite against the small proxy. */
import {
  type ConformanceOptions,
  type Report,
  runConformance,
} from '../../src/conformance/index.ts';
import type { Fault } from './faults.ts';
import { startProxy } from './proxy.ts';

/** Runs the suite against the proxy with the given faults. */
export async function runAgainstProxy(
  faults: readonly Fault[],
  options: Partial<ConformanceOptions> = {},
): Promise<Report> {
  let port = 0;
  const proxy = await startProxy(() => port, faults);
  try {
    return await runConformance({
      gateway: proxy.url,
      form: 'messages',
      platform: 'foundry',
      upstreamPort: 0,
      timeoutMs: 10_000,
      ...options,
      onUpstream: (url) => {
        port = Number(new URL(url).port);
      },
    });
  } finally {
    await proxy.close();
  }
}

/** Lists the ids of the failed checks. */
export function listFailures(report: Report): string[] {
  return report.results.filter(({ result }) => result === 'fail').map(({ id }) => id);
}

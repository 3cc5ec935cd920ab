/** The expectations of a soak of any length. */
import { expect } from 'vitest';
import type { Measurement } from './protocol.ts';
import { PARALLEL, type Sample, type SoakResult } from './run.ts';
import { findGrowth, type Point } from './trend.ts';

const MEGABYTE = 1_000_000;

/** Expects right answers to all requests, and that nothing has grown. */
export function expectSound(result: SoakResult, { megabytes }: { megabytes: number }): void {
  const { samples, before, after } = result;
  const half = samples.slice(Math.floor(samples.length / 2));
  const growth = {
    heap: findGrowth(half.map(({ seconds, heap }): Point => [seconds, heap])),
    buffers: findGrowth(half.map(({ seconds, buffers }): Point => [seconds, buffers])),
  };
  print(result, growth);
  expect(result.problems.slice(0, 20)).toEqual([]);
  expect(growth.heap).toBeLessThan(megabytes * MEGABYTE);
  expect(growth.buffers).toBeLessThan(megabytes * MEGABYTE);
  for (const { accepted, connected } of samples) {
    expect(accepted).toBe(0);
    // At most one idle connection for each client, and that to Redis.
    expect(connected).toBeLessThanOrEqual(PARALLEL + 2);
  }
  expect([after.accepted, after.connected, result.upstreamConnections]).toEqual([0, 1, 0]);
  expect(listHandles(after)).toEqual(listHandles(before));
  // The timers of one connection to Redis come and go.
  const timers = (one: Measurement): number => one.resources['Timeout'] ?? 0;
  expect(timers(after)).toBeLessThanOrEqual(timers(before) + 2);
  expect(result.metrics.match(/^beta_headers_requests_in_flight 0$/gm)).toHaveLength(2);
  expect(result.exit).toEqual({ cut: 0, exitCode: 0 });
  // Learned once, and a few times more while Redis is down or after it has lost everything.
  expect(result.rejections).toBeLessThanOrEqual(12 + result.requests / 1000);
  // A connection may end after an answer to a part of an upload.
  const stale = result.stale.filter((one) => !/^an (?:upload|early)/.test(one));
  expect(stale.length).toBeLessThanOrEqual(2 + result.requests / 500);
}

/** Lists the types of handles that are not timers, with their numbers. */
function listHandles({ resources }: Measurement): object {
  const { Timeout, Immediate, ...handles } = resources;
  return handles;
}

function print(result: SoakResult, growth: Readonly<Record<string, number>>): void {
  const format = (bytes: number): string => (bytes / MEGABYTE).toFixed(2);
  const line = ({ seconds, requests, heap, buffers, rss, connected, resources }: Sample): string =>
    `${seconds.toFixed(0)} s, ${requests} requests: heap ${format(heap)} MB, ` +
    `buffers ${format(buffers)} MB, rss ${format(rss)} MB, ${connected} connections out, ` +
    `${resources['Timeout'] ?? 0} timers`;
  console.log(
    [
      ...result.samples.map(line),
      `growth over the second half: heap ${format(growth['heap'] ?? 0)} MB, ` +
        `buffers ${format(growth['buffers'] ?? 0)} MB`,
      `before: ${JSON.stringify(result.before)}`,
      `after: ${JSON.stringify(result.after)}`,
      `rejections ${result.rejections}, stale ${JSON.stringify(result.stale)}, ` +
        `events ${JSON.stringify(result.events)}, exit ${JSON.stringify(result.exit)}`,
      `problems ${JSON.stringify(countByScenario(result.problems))}`,
    ].join('\n'),
  );
}

/** Counts problems by the text before the request's id. */
function countByScenario(problems: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const problem of problems) {
    const name = problem.split(' (', 1)[0] as string;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

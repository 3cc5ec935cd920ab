/** Expects a fleet to learn once, and to recover by one probe. */
import { expect } from 'vitest';
import {
  describeUnexpected,
  type Fleet,
  type FleetCall,
  makeKey,
  REPLICAS,
  startFleet,
} from './fleet.ts';

const FINE = ['interleaved-thinking-2025-05-14', 'context-management-2025-06-27'];
const BAD = 'fleet-rejected-2027-01-01';
const CALL: FleetCall = { model: 'claude-opus-5', betas: [...FINE, BAD] };

/** Sends calls in turn from several clients at once. Expects each to succeed. */
async function sendMany(fleet: Fleet, call: FleetCall, count: number, clients = 1): Promise<void> {
  let left = count;
  const work = async (): Promise<void> => {
    while (left-- > 0) expect(await fleet.send(call)).toBe(200);
  };
  await Promise.all(Array.from({ length: clients }, work));
}

const countFailures = (fleet: Fleet, from = 0): number =>
  fleet.received.slice(from).filter(({ status }) => status === 400).length;

const listUpstreams = (url: string) => [
  { name: 'api', platform: 'claude-api', url, auth: makeKey('key-api') } as const,
  { name: 'bedrock', platform: 'bedrock', url, auth: makeKey('key-bedrock') } as const,
];

/** Options of the expectations. */
export interface LearningOptions {
  readonly isForked: boolean;
  /** The number of requests to all replicas. */
  readonly requests: number;
  /** Lets more than some minutes pass. */
  readonly passMinutes: (minutes: number) => Promise<void> | void;
}

/** Expects eight replicas to learn a beta once, and to send it again after one of them tried it. */
export async function expectLearnsOnce(options: LearningOptions): Promise<void> {
  const fleet = await startFleet({ isForked: options.isForked, listUpstreams });
  const { received } = fleet;
  try {
    fleet.judge = ({ betas }) => (betas.includes(BAD) ? describeUnexpected([BAD]) : undefined);
    await sendMany(fleet, CALL, options.requests);
    expect(countFailures(fleet)).toBe(1);
    expect(received).toHaveLength(options.requests + 1);
    expect(received.at(-1)?.betas).toEqual(FINE);

    // Clients that start at the same time cannot know the result of each other.
    const other = { ...CALL, model: 'claude-opus-4-8' };
    await sendMany(fleet, other, options.requests, 3);
    expect(countFailures(fleet)).toBeLessThanOrEqual(1 + 3);

    await options.passMinutes(1);
    let from = received.length;
    await sendMany(fleet, CALL, options.requests);
    expect(countFailures(fleet, from)).toBe(1);

    await options.passMinutes(2);
    if (!options.isForked) {
      await expectFewProbes(fleet);
      await options.passMinutes(4);
    }
    fleet.judge = () => undefined;
    from = received.length;
    await sendMany(fleet, CALL, options.requests);
    // The first request is the probe. Since then every replica sends the beta.
    expect(received.slice(from).filter(({ betas }) => !betas.includes(BAD))).toEqual([]);
    expect(received).toHaveLength(from + options.requests);
  } finally {
    await fleet.close();
  }
}

/** At the same moment, no replica can know that another one probes. Each does so at most once. */
async function expectFewProbes(fleet: Fleet): Promise<void> {
  const from = fleet.received.length;
  await sendMany(fleet, CALL, 3 * REPLICAS, 3 * REPLICAS);
  expect(countFailures(fleet, from)).toBeGreaterThan(0);
  expect(countFailures(fleet, from)).toBeLessThanOrEqual(REPLICAS);
}

/** Ten betas, of which the upstream rejects two without naming them. */
const MANY = Array.from({ length: 10 }, (_, index) => `fleet-${'abcdefghij'[index]}-2027-01-01`);
const UNNAMED = [MANY[2], MANY[7]];

/** Counts the failures until a fleet of a size finds two betas that no answer names. */
async function countUnnamed(options: LearningOptions, replicas: number): Promise<number> {
  const fleet = await startFleet({ isForked: options.isForked, replicas, listUpstreams });
  try {
    fleet.judge = ({ betas }) =>
      betas.some((beta) => UNNAMED.includes(beta)) ? 'invalid beta flag' : undefined;
    const path = '/model/anthropic.claude-opus-5/invoke';
    const call = { ...CALL, betas: [], path, body: { anthropic_beta: MANY } };
    await sendMany(fleet, call, options.requests);
    const last = fleet.received.at(-1)?.betas;
    expect(last).toEqual(MANY.filter((beta) => !UNNAMED.includes(beta)));
    return countFailures(fleet);
  } finally {
    await fleet.close();
  }
}

/** Expects eight replicas to search for unnamed betas with as many failures as one. */
export async function expectSearchesOnce(options: LearningOptions): Promise<number[]> {
  const alone = await countUnnamed(options, 1);
  const together = await countUnnamed(options, 8);
  expect(together).toBeLessThanOrEqual(alone + 2);
  return [alone, together];
}

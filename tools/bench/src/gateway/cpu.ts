/** The CPU time of the gateway per request, beside that of the gateway without plans. */
import { type Metric, median, type Report } from '../metric.ts';
import { createBody } from './body.ts';
import { load } from './load.ts';
import type { ServerProcess } from './process.ts';

/**
 * The sizes of request bodies, with the number of requests in the warm-up and in each round. The
 * engine's code is spread over many functions, so it is optimized only after many requests.
 */
const SIZES = [
  { name: '1 kB', bytes: 1000, warmUp: 30_000, amount: 6000 },
  { name: '100 kB', bytes: 100_000, warmUp: 6000, amount: 1000 },
  { name: '1 MB', bytes: 1_000_000, warmUp: 600, amount: 150 },
];
const ROUNDS = 8;
const CONNECTIONS = 16;

/** The servers that are compared. */
export interface CpuServers {
  readonly ours: ServerProcess;
  /** The same gateway without plans. */
  readonly identity: ServerProcess;
  /** The same gateway without plans, recovery and report. */
  readonly forwarder: ServerProcess;
}

/**
 * Measures the servers in turns, in another order each round. Nothing else of a process is counted:
 * the load, the upstream and the other servers have processes of their own.
 */
export async function measureCpu(servers: CpuServers, report: Report): Promise<Metric[]> {
  const metrics: Metric[] = [];
  for (const { name, bytes, warmUp, amount } of SIZES) {
    report(`CPU per request of ${name}, with and without plans`);
    const body = createBody(bytes);
    const names = ['ours', 'identity', 'forwarder'] as const;
    for (const one of names) await measureRequest(servers[one], body, warmUp);
    const times = { ours: [], identity: [], forwarder: [] } as Record<keyof CpuServers, number[]>;
    for (let round = 0; round < ROUNDS; round++)
      for (const i of [0, 1, 2]) {
        const one = names[(round + i) % names.length] as keyof CpuServers;
        times[one].push(await measureRequest(servers[one], body, amount));
      }
    const compare = (other: 'identity' | 'forwarder', against: string): Metric => {
      const ratios = times.ours.map((time, i) => time / (times[other][i] as number));
      const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
      return {
        name: `gateway: CPU per request, ${name}`,
        value: `${median(times.ours).toFixed(0)} µs`,
        number: median(ratios),
        bound: 1.15,
        against:
          `times ${against}, ${median(times[other]).toFixed(0)} µs; ` +
          `${spread} in ${ROUNDS} rounds`,
      };
    };
    metrics.push(
      compare('identity', 'the gateway without plans'),
      compare('forwarder', 'the gateway without plans and recovery'),
    );
  }
  return metrics;
}

/** Measures the CPU time of a server per request, in microseconds. */
async function measureRequest(
  server: ServerProcess,
  body: string,
  amount: number,
): Promise<number> {
  const before = await server.readCpu();
  await load(server, { body, connections: CONNECTIONS, amount });
  return ((await server.readCpu()) - before) / amount;
}

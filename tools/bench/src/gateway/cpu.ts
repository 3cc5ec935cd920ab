/** The CPU time of the gateway per request, beside that of the gateway without plans. */
import { type Metric, median, type Report } from '../metric.ts';
import { createBody } from './body.ts';
import { load } from './load.ts';
import { type ServerProcess, startServer } from './process.ts';

/**
 * The sizes of request bodies, with the number of requests in the warm-up and in each slice. The
 * engine's code is spread over many functions, so it is optimized only after many requests.
 */
const SIZES = [
  { name: '1 kB', bytes: 1000, warmUp: 45_000, amount: 1000 },
  { name: '100 kB', bytes: 100_000, warmUp: 9000, amount: 200 },
  { name: '1 MB', bytes: 1_000_000, warmUp: 900, amount: 25 },
];
/** The order in which functions are optimized differs from one start of a process to the next. */
const STARTS = 4;
const ROUNDS_PER_START = 2;
/**
 * A round takes turns in short slices, and the median slice of each server counts, so that a busy
 * moment of the machine neither meets one server alone nor changes the round.
 */
const SLICES = 11;
const CONNECTIONS = 16;

const KINDS = ['gateway', 'identity', 'forwarder'] as const;
type Kind = (typeof KINDS)[number];
type Servers = Readonly<Record<Kind, ServerProcess>>;

/** The CPU times of the servers per request in one round, in microseconds. */
type Round = Readonly<Record<Kind, number>>;

/**
 * Measures the gateway beside itself without plans, and beside itself without plans, recovery and
 * report. Nothing else of a process is counted: the load, the upstream and the other servers have
 * processes of their own.
 */
export async function measureCpu(upstream: string, report: Report): Promise<Metric[]> {
  const rounds = new Map<string, Round[]>(SIZES.map(({ name }) => [name, []]));
  for (let start = 1; start <= STARTS; start++)
    await withServers(upstream, async (servers) => {
      for (const { name, bytes, warmUp, amount } of SIZES) {
        report(`CPU per request of ${name}, start ${start} of ${STARTS}`);
        const body = createBody(bytes);
        for (const kind of KINDS) await measureTime(servers[kind], body, warmUp);
        for (let i = 0; i < ROUNDS_PER_START; i++)
          rounds.get(name)?.push(await measureRound(servers, body, amount));
      }
    });
  return [...rounds].flatMap(([name, times]) => [
    compare(name, times, 'identity', 'the gateway without plans'),
    compare(name, times, 'forwarder', 'the gateway without plans and recovery'),
  ]);
}

async function withServers(
  upstream: string,
  use: (servers: Servers) => Promise<void>,
): Promise<void> {
  const started: ServerProcess[] = [];
  const start = async (kind: Kind): Promise<ServerProcess> => {
    const server = await startServer(kind, upstream);
    started.push(server);
    return server;
  };
  try {
    await use({
      gateway: await start('gateway'),
      identity: await start('identity'),
      forwarder: await start('forwarder'),
    });
  } finally {
    for (const server of started) server.stop();
  }
}

/** Measures the servers in turns, in another order each time. */
async function measureRound(servers: Servers, body: string, amount: number): Promise<Round> {
  const times: Record<Kind, number[]> = { gateway: [], identity: [], forwarder: [] };
  for (let slice = 0; slice < SLICES; slice++)
    for (const i of KINDS.keys()) {
      const kind = KINDS[(slice + i) % KINDS.length] as Kind;
      times[kind].push(await measureTime(servers[kind], body, amount));
    }
  return {
    gateway: median(times.gateway),
    identity: median(times.identity),
    forwarder: median(times.forwarder),
  };
}

function compare(
  size: string,
  rounds: readonly Round[],
  other: 'identity' | 'forwarder',
  against: string,
): Metric {
  const ratios = rounds.map((round) => round.gateway / round[other]);
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  const medianOf = (kind: Kind): string => median(rounds.map((round) => round[kind])).toFixed(0);
  return {
    name: `gateway: CPU per request, ${size}`,
    value: `${medianOf('gateway')} µs`,
    number: median(ratios),
    bound: 1.15,
    against:
      `times ${against}, ${medianOf(other)} µs; ` +
      `${spread} in ${rounds.length} rounds of ${STARTS} starts`,
  };
}

/** Measures the CPU time of a server per request, in microseconds. */
async function measureTime(server: ServerProcess, body: string, amount: number): Promise<number> {
  const before = await server.readCpu();
  await load(server, { body, connections: CONNECTIONS, amount });
  return ((await server.readCpu()) - before) / amount;
}

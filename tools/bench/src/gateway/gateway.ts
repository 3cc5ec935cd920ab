/** The cost of the gateway, beside itself without plans and beside other forwarders. */
import { type Bench, type Metric, median, type Report } from '../metric.ts';
import { createBody } from './body.ts';
import { measureCpu } from './cpu.ts';
import { type LoadResult, load, stream } from './load.ts';
import { type ServerProcess, startPortkey, startServer } from './process.ts';

const CONNECTIONS = [1, 16, 64, 256];
const LOAD_ROUNDS = 3;
const LOAD_SECONDS = 3;
const FIRST_BYTE_PAIRS = 300;
const LONG_STREAM_BYTES = 100_000_000;

/** Measures the gateway. Each server is a process of its own. */
export const measureGateway: Bench = async (report) => {
  const servers: ServerProcess[] = [];
  const add = async (starting: Promise<ServerProcess>): Promise<ServerProcess> => {
    const server = await starting;
    servers.push(server);
    return server;
  };
  try {
    const { url } = await add(startServer('upstream'));
    const cpu = await measureCpu(url, report);
    const [ours, identity, hono, portkey] = [
      await add(startServer('gateway', url)),
      await add(startServer('identity', url)),
      await add(startServer('hono', url)),
      await add(startPortkey(url)),
    ];
    return [
      ...cpu,
      ...(await measureLoad(ours, { 'hono/proxy': hono, "Portkey's gateway": portkey }, report)),
      await measureFirstByte(ours, identity, report),
      await measureLongStream(ours, report),
    ];
  } finally {
    for (const server of servers) server.stop();
  }
};

async function measureLoad(
  ours: ServerProcess,
  others: Readonly<Record<string, ServerProcess>>,
  report: Report,
): Promise<Metric[]> {
  const metrics: Metric[] = [];
  const body = createBody(1000);
  const all = { ours, ...others };
  for (const connections of CONNECTIONS) {
    report(`requests per second at ${connections} connections`);
    const results = new Map<string, LoadResult[]>();
    for (let round = 0; round <= LOAD_ROUNDS; round++) {
      for (const [name, server] of Object.entries(all)) {
        const result = await load(server, { body, connections, seconds: LOAD_SECONDS });
        // The first round warms up.
        if (round > 0) results.set(name, [...(results.get(name) ?? []), result]);
      }
    }
    for (const name of Object.keys(others))
      metrics.push(
        ...compare(name, connections, results.get('ours') ?? [], results.get(name) ?? []),
      );
  }
  return metrics;
}

function compare(
  name: string,
  connections: number,
  ours: readonly LoadResult[],
  theirs: readonly LoadResult[],
): Metric[] {
  const of = (results: readonly LoadResult[], key: keyof LoadResult): number =>
    median(results.map((result) => result[key]));
  const rows = [
    { key: 'perSecond', label: 'requests/s', unit: '/s', bound: 1 },
    { key: 'p50', label: 'p50', unit: ' ms', bound: 1 },
    { key: 'p99', label: 'p99', unit: ' ms', bound: 2 },
  ] as const;
  return rows.map(({ key, label, unit, bound }) => {
    const [a, b] = [of(ours, key), of(theirs, key)];
    return {
      name: `gateway: ${label}, ${connections} connections`,
      value: `${a.toFixed(key === 'perSecond' ? 0 : 1)}${unit}`,
      number: key === 'perSecond' ? b / a : a / Math.max(b, 0.1),
      bound,
      against: `${name}, ${b.toFixed(key === 'perSecond' ? 0 : 1)}${unit}`,
    };
  });
}

async function measureFirstByte(
  ours: ServerProcess,
  identity: ServerProcess,
  report: Report,
): Promise<Metric> {
  report('the first byte of a stream, with and without plans');
  const body = createBody(1000);
  const [a, b]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < FIRST_BYTE_PAIRS; pair++) {
    const order = pair % 2 === 0 ? [ours, identity] : [identity, ours];
    for (const server of order) {
      const { firstByteMs } = await stream(server, body, 10_000);
      (server === ours ? a : b).push(firstByteMs);
    }
  }
  return {
    name: 'gateway: the first byte of a stream',
    value: `${median(a).toFixed(2)} ms`,
    number: median(a) / median(b),
    bound: 1.15,
    against: `the gateway without plans, ${median(b).toFixed(2)} ms; ${FIRST_BYTE_PAIRS} pairs`,
  };
}

async function measureLongStream(ours: ServerProcess, report: Report): Promise<Metric> {
  report('the memory of a stream of 100 MB');
  const body = createBody(1000);
  await stream(ours, body, LONG_STREAM_BYTES / 10);
  const before = await ours.readMemory();
  let during: Promise<number> | undefined;
  const readRss = async (): Promise<number> => (await ours.readMemory()).rssBytes;
  const { bytes } = await stream(ours, body, LONG_STREAM_BYTES, (read) => {
    if (read > LONG_STREAM_BYTES * 0.8) during ??= readRss();
  });
  if (bytes < LONG_STREAM_BYTES) throw new Error(`the stream ended after ${bytes} bytes`);
  const growth = (((await during) ?? before.rssBytes) - before.rssBytes) / 2 ** 20;
  const after = await ours.readMemory();
  const heap = (after.heapBytes - before.heapBytes) / 2 ** 20;
  return {
    name: 'gateway: memory of a stream of 100 MB',
    value: `${growth.toFixed(1)} MB`,
    number: growth,
    bound: 32,
    against: `MB more near its end; heap ${heap.toFixed(1)} MB more after it`,
  };
}

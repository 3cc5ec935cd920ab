/** Runs the soak: phases of traffic, and a measurement after each. */
import { setTimeout } from 'node:timers/promises';
import { createRandom } from '../../node/support/fuzz.ts';
import { findFreePort, startRedis } from '../../node/support/redis.ts';
import { checkOwn, describeOutcome } from './checks.ts';
import { Client } from './client.ts';
import { type Measurement, makeId } from './protocol.ts';
import { type Context, SCENARIOS, type Scenario, sendPipelined } from './scenarios.ts';
import { type GatewayProcess, startGateway } from './start-gateway.ts';
import { type SoakUpstream, startUpstream } from './upstream.ts';

/** Options of {@link runSoak}. */
export interface SoakOptions {
  readonly seconds: number;
  readonly perSecond: number;
  readonly phases: number;
  readonly seed: number;
  /** When Redis is killed and when it is started again, as parts of the time. */
  readonly outages: readonly (readonly [number, number])[];
}

/** A measurement between two phases. */
export interface Sample extends Measurement {
  /** The seconds of traffic before it. */
  readonly seconds: number;
  readonly requests: number;
}

/** The result of a soak. */
export interface SoakResult {
  readonly requests: number;
  readonly counts: ReadonlyMap<string, number>;
  /** Wrong answers, each with its scenario. */
  readonly problems: readonly string[];
  readonly before: Measurement;
  readonly samples: readonly Sample[];
  /** After the connections to the upstream are idle for a while. */
  readonly after: Measurement;
  readonly upstreamConnections: number;
  readonly rejections: number;
  /** Kept connections that were closed, with the requests before and after. */
  readonly stale: readonly string[];
  readonly metrics: string;
  /** The events of the recovery by type. */
  readonly events: Readonly<Record<string, number>>;
  readonly exit: { readonly cut: number; readonly exitCode: number | null };
}

/** The number of clients. */
export const PARALLEL = 24;

/** Sends the traffic of a soak. */
class Traffic {
  readonly client = new Client();
  readonly counts = new Map<string, number>();
  readonly problems: string[] = [];
  readonly #context: Context;
  readonly #gapMs: number;
  readonly #seen = new Set<string>();
  #deck: Scenario[] = [];
  #nextAt = 0;
  requests = 0;

  constructor(context: Context, perSecond: number) {
    this.#context = context;
    this.#gapMs = 1000 / perSecond;
  }

  /** Sends for a time, and waits for the last response. */
  async sendFor(ms: number): Promise<void> {
    this.#nextAt = performance.now();
    const until = this.#nextAt + ms;
    const work = async (): Promise<void> => {
      for (;;) {
        const at = this.#nextAt;
        if (at >= until) return;
        this.#nextAt = Math.max(at + this.#gapMs, performance.now() - 1000);
        await setTimeout(Math.max(0, at - performance.now()));
        await this.#sendNext();
      }
    };
    await Promise.all([...Array.from({ length: PARALLEL }, work), this.#sendPipelined()]);
    this.client.closeConnections();
  }

  #makeId(): string {
    return makeId('5eed', ++this.requests);
  }

  async #sendPipelined(): Promise<void> {
    const ids = Array.from({ length: 4 }, () => this.#makeId());
    this.problems.push(...(await sendPipelined(ids, this.#context)));
  }

  async #sendNext(): Promise<void> {
    const scenario = this.#draw();
    const { name, make, check } = scenario;
    const id = this.#makeId();
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    const outcome = await this.client.send({ ...make(id, this.#context), name });
    const problem =
      checkOwn(outcome, id) ?? this.#checkUnique(outcome.headers) ?? check(outcome, id);
    if (problem !== undefined)
      this.problems.push(`${name} (${id}): ${problem}: ${describeOutcome(outcome)}`);
  }

  /** The gateway gives each response another id. */
  #checkUnique(headers: Readonly<Record<string, string | undefined>>): string | undefined {
    const id = headers['x-beta-headers-request-id'];
    if (id === undefined) return undefined;
    if (this.#seen.has(id)) return `the gateway's id ${id} is not unique`;
    this.#seen.add(id);
    return undefined;
  }

  /** Draws from a deck that has each scenario as often as its weight says. */
  #draw(): Scenario {
    if (this.#deck.length === 0)
      this.#deck = SCENARIOS.flatMap((one) => Array<Scenario>(one.weight).fill(one));
    const index = this.#context.random(this.#deck.length);
    return this.#deck.splice(index, 1)[0] as Scenario;
  }
}

/** Runs a soak. */
export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const upstream = await startUpstream();
  const port = await findFreePort();
  let stopRedis = await startRedis(port);
  const settings = { upstream: upstream.url, redis: `redis://127.0.0.1:${port}` };
  const gateway = await startGateway(settings);
  const { same, converted } = gateway;
  const random = createRandom(options.seed);
  const traffic = new Traffic({ same, converted, random }, options.perSecond);
  const before = await gateway.measure();
  const timer = new AbortController();
  const outages = (async () => {
    const started = performance.now();
    const waitUntil = (part: number) => {
      const ms = part * options.seconds * 1000 - (performance.now() - started);
      return setTimeout(Math.max(0, ms), undefined, timer);
    };
    for (const [from, to] of options.outages) {
      await waitUntil(from);
      await stopRedis('SIGKILL');
      await waitUntil(to);
      stopRedis = await startRedis(port);
    }
  })();
  const samples = await sendPhases(options, traffic, gateway);
  await outages;
  const result = await finish(traffic, upstream, gateway, { before, samples });
  await Promise.all([upstream.close(), stopRedis()]);
  return result;
}

async function sendPhases(
  { seconds, phases }: SoakOptions,
  traffic: Traffic,
  gateway: GatewayProcess,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  const started = performance.now();
  for (let phase = 0; phase < phases; phase++) {
    await traffic.sendFor((seconds * 1000) / phases);
    const measurement = await measureUntil(gateway, ({ accepted }) => accepted === 0);
    const { requests } = traffic;
    const passed = (performance.now() - started) / 1000;
    samples.push({ ...measurement, requests, seconds: passed });
  }
  return samples;
}

/** Measures until a condition holds, for at most 15 seconds. */
async function measureUntil(
  gateway: GatewayProcess,
  test: (measurement: Measurement) => boolean,
): Promise<Measurement> {
  let measurement = await gateway.measure();
  for (let i = 0; i < 30 && !test(measurement); i++) {
    await setTimeout(500);
    measurement = await gateway.measure();
  }
  return measurement;
}

async function finish(
  traffic: Traffic,
  upstream: SoakUpstream,
  gateway: GatewayProcess,
  measured: Pick<SoakResult, 'before' | 'samples'>,
): Promise<SoakResult> {
  // One connection is that to Redis, which may be about to come back.
  const after = await measureUntil(
    gateway,
    ({ accepted, connected }) => accepted === 0 && connected === 1,
  );
  const texts = [gateway.same, gateway.converted].map(async (url) =>
    (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text(),
  );
  const metrics = (await Promise.all(texts)).join('\n');
  const { requests, counts, problems, client } = traffic;
  const events: Record<string, number> = {};
  for (const event of gateway.events) events[event] = (events[event] ?? 0) + 1;
  const upstreamConnections = await upstream.countConnections();
  const exit = await gateway.close();
  return {
    requests,
    counts,
    problems: [...problems, ...upstream.problems, ...gateway.problems],
    ...measured,
    after,
    upstreamConnections,
    rejections: upstream.countRejections(),
    stale: client.stale,
    metrics,
    events,
    exit,
  };
}

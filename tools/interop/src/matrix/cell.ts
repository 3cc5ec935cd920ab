/** Runs one cell of the matrix: a client under an adapter, on the current runtime. */
import {
  type AdapterOptions,
  assertSendable,
  betaFetch,
  betaMiddleware,
  betaRecovery,
  type Fetch,
  plan,
} from '@beta-headers/node';
import type { AdapterName, Calls, MatrixClient } from './client.ts';

/** The checks of a cell. */
export const CHECKS = ['bare', 'header', 'refusal', 'stream', 'recovery'] as const;
export type CheckName = (typeof CHECKS)[number];

/** `ok`; or a reason why the check does not apply; or what was wrong. */
export type Outcome =
  | { readonly state: 'ok' }
  | { readonly state: 'not-applicable' | 'failed' | 'skipped'; readonly reason: string };

/** The outcome of each check. */
export type CellResult = Readonly<Record<CheckName, Outcome>>;

/** A request as the server recorded it. */
interface Received {
  readonly betas: readonly string[];
  readonly status: number;
}

/** A connected client, and what it sends. */
interface Session {
  readonly calls: Calls;
  /** The number of times that the client handed a request to the adapter. */
  attempts(): number;
  received(): Promise<readonly Received[]>;
}

type Behaviour = 'accepts' | 'rejects';

/** The input that all checks of a cell share. */
export interface CellInput {
  readonly client: MatrixClient;
  readonly adapter: AdapterName;
  readonly server: string;
  /** The address of the same server for clients that use HTTP/2. */
  readonly http2Server: string;
  /** The beta that the behaviour `rejects` rejects. */
  readonly rejected: string;
}

let sessions = 0;

/** Runs every check of a cell. */
export async function runCell(input: CellInput): Promise<CellResult> {
  const { client, adapter } = input;
  const isSigned = client.signs === true && adapter === 'betaFetch';
  return {
    bare: client.infers ? infersItself() : await run(() => checkBare(input)),
    header: await run(() => checkHeader(input, isSigned ? client.needs : undefined)),
    refusal: await run(() => (isSigned ? checkSigned(input) : checkRefusal(input))),
    stream: await run(() => checkStream(input, isSigned ? client.needs : undefined)),
    recovery: isSigned
      ? { state: 'not-applicable', reason: 'a signed request cannot be changed' }
      : adapter === 'plan'
        ? { state: 'not-applicable', reason: 'plan() sends nothing' }
        : await run(() => checkRecovery(input)),
  };
}

const infersItself = (): Outcome => ({
  state: 'not-applicable',
  reason: 'the client infers the beta by itself',
});

/**
 * Checks that the server refuses the request without an adapter. Otherwise the other checks would
 * prove nothing.
 */
async function checkBare(input: CellInput): Promise<void> {
  const { calls, received } = await connect(input, undefined, 'accepts');
  await expectError(calls.create());
  const [request] = await received();
  expectEqual('status', request?.status, 400);
}

async function checkHeader(input: CellInput, betas: readonly string[] | undefined): Promise<void> {
  const { calls, received } = await connect(input, input.adapter, 'accepts');
  await calls.create(betas);
  expectEqual('requests', await received(), [{ betas: input.client.needs, status: 200 }]);
}

async function checkRefusal(input: CellInput): Promise<void> {
  const { client, adapter } = input;
  // A client that sends what it needs is refused for a platform that its host contradicts.
  const options: AdapterOptions = client.infers
    ? { platform: 'vertex' }
    : { policy: { missing: 'refuse' } };
  const { calls, attempts, received } = await connect(input, input.adapter, 'accepts', options);
  const shown = describeError(await expectError(calls.create()));
  for (const words of [client.infers ? 'vertex' : (client.needs[0] ?? ''), 'refused'])
    if (!shown.includes(words)) throw new Error(`the error does not name "${words}": ${shown}`);
  if (adapter !== 'plan') expectEqual('attempts', attempts(), 1);
  expectEqual('requests', await received(), []);
}

async function checkSigned(input: CellInput): Promise<void> {
  const { calls, received } = await connect(input, input.adapter, 'accepts');
  const shown = describeError(await expectError(calls.create()));
  if (!/signed/i.test(shown)) throw new Error(`the error does not name the signature: ${shown}`);
  expectEqual('requests', await received(), []);
}

async function checkStream(input: CellInput, betas: readonly string[] | undefined): Promise<void> {
  const { calls, received } = await connect(input, input.adapter, 'accepts');
  const count = await calls.stream(betas);
  if (count < 2) throw new Error(`${count} events`);
  expectEqual('requests', await received(), [{ betas: input.client.needs, status: 200 }]);
}

async function checkRecovery(input: CellInput): Promise<void> {
  const { client, rejected } = input;
  const options: AdapterOptions = { recover: betaRecovery() };
  const { calls, received } = await connect(input, input.adapter, 'rejects', options);
  await calls.create([rejected]);
  await calls.create([rejected]);
  const requests = await received();
  const first = requests[0];
  if (!first?.betas.includes(rejected)) throw new Error(`the first request: ${show(first)}`);
  const good = { betas: client.needs, status: 200 };
  // An answer that names no beta may need a second trial.
  if (requests.length > 4) throw new Error(`${requests.length} requests: ${show(requests)}`);
  expectEqual('the last two requests', requests.slice(-2), [good, good]);
}

async function connect(
  input: CellInput,
  adapter: AdapterName | undefined,
  behaviour: Behaviour,
  options: AdapterOptions = {},
): Promise<Session> {
  sessions++;
  const { client } = input;
  const path = `/${client.platform}/${behaviour}/${sessions}`;
  const base = `${input.server}${path}`;
  const quiet: AdapterOptions = { logger: false, ...options };
  let attempts = 0;
  const wire = rewriteTo(base);
  const wrapped = adapter === 'betaFetch' ? betaFetch({ ...quiet, fetch: wire }) : wire;
  const counted: Fetch = (input, init) => {
    attempts++;
    return wrapped(input, init);
  };
  const countAttempt = (request: Request, next: (request: Request) => unknown): unknown => {
    attempts++;
    return next(request);
  };
  const calls = await client.connect({
    fetch: adapter === 'middleware' ? wire : counted,
    middleware: adapter === 'middleware' ? [countAttempt, betaMiddleware(quiet)] : [],
    server: client.usesHttp2 ? `${input.http2Server}${path}` : base,
    plan(request) {
      if (adapter === undefined) return plan(request, { mode: 'observe' });
      const { policy } = options;
      const planned = plan(request, policy ? { policy } : {});
      assertSendable(planned);
      return planned;
    },
  });
  const received = async (): Promise<Received[]> => {
    const response = await fetch(`${base}/requests`);
    const requests = (await response.json()) as Received[];
    return requests.map(({ betas, status }) => ({ betas, status }));
  };
  return { calls, attempts: () => attempts, received };
}

/** Returns a `fetch` that sends to the server instead of the host, and changes nothing else. */
function rewriteTo(base: string): Fetch {
  return async (input, init) => {
    const request = input instanceof Request ? input : undefined;
    const { protocol, pathname, search } = new URL(request?.url ?? String(input));
    // The client tests the abilities of its `fetch` with such a URL.
    if (protocol === 'data:') return fetch(input, init);
    const target = `${base}${pathname}${search}`;
    return fetch(request ? new Request(target, request) : target, init);
  };
}

async function run(check: () => Promise<void>): Promise<Outcome> {
  try {
    await check();
    return { state: 'ok' };
  } catch (error) {
    const reason = describeError(error);
    return /ERR_MODULE_NOT_FOUND|Cannot find (?:module|package)/.test(reason)
      ? { state: 'skipped', reason: 'not installed' }
      : { state: 'failed', reason };
  }
}

async function expectError(call: Promise<unknown>): Promise<unknown> {
  let error: unknown;
  try {
    await call;
  } catch (thrown) {
    error = thrown;
  }
  if (error === undefined) throw new Error('the call succeeded');
  return error;
}

function expectEqual(subject: string, actual: unknown, expected: unknown): void {
  if (show(actual) !== show(expected))
    throw new Error(`${subject}: expected ${show(expected)}, got ${show(actual)}`);
}

const show = (value: unknown): string => JSON.stringify(value);

/** Joins the messages of an error and of its causes. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { code?: unknown };
  const own = `${error.name}: ${error.message}${code === undefined ? '' : ` (${String(code)})`}`;
  return error.cause === undefined ? own : `${own} < ${describeError(error.cause)}`;
}

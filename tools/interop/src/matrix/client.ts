/** The interface of the matrix's clients: connecting one, and calling it. */
import type { BetaPlan, BetaRequest, Fetch, Platform } from '@beta-headers/node';

/** The adapters of the packages. With `plan`, the caller plans and sends by hand. */
export type AdapterName = 'middleware' | 'betaFetch' | 'plan';

/** The parts that a client is connected with. */
export interface Connection {
  /** The transport: `betaFetch`, or a bare `fetch` under another adapter. */
  readonly fetch: Fetch;
  /** The middleware of the client, in their order; empty under another adapter. */
  readonly middleware: readonly unknown[];
  /** The address of the server, for clients that take no `fetch`. */
  readonly server: string;
  /** Plans a request by hand, and throws if it is refused. */
  plan(request: BetaRequest): BetaPlan;
}

/** The calls of a connected client. All of them use the same feature. */
export interface Calls {
  /** Makes one message; `betas` are those that the caller names. */
  create(betas?: readonly string[]): Promise<unknown>;
  /** Streams one message. @returns the number of events */
  stream(betas?: readonly string[]): Promise<number>;
}

/** A client in one version. */
export interface MatrixClient {
  /** The name in package.json, under which the client is imported. */
  readonly dependency: string;
  readonly platform: Platform;
  readonly adapters: readonly AdapterName[];
  /** The betas that the feature needs there. */
  readonly needs: readonly string[];
  /** The client infers the need by itself, so that it works without an adapter too. */
  readonly infers?: true;
  /** The client signs requests with SigV4 below `betaFetch`, which then can change nothing. */
  readonly signs?: true;
  /** The client uses HTTP/2 and an address of its own, and no `fetch`. */
  readonly usesHttp2?: true;
  /** The reasons for adapters that the client does not have. */
  readonly absent?: Readonly<Partial<Record<AdapterName, string>>>;
  /** Loads the client and connects it. */
  connect(connection: Connection): Promise<Calls>;
}

/** Counts the items of a stream. */
export async function countItems(items: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of items) count++;
  return count;
}

/** Counts the parts of a web stream. Not every runtime can iterate one. */
export async function countParts(stream: ReadableStream<unknown>): Promise<number> {
  const reader = stream.getReader();
  let count = 0;
  while (!(await reader.read()).done) count++;
  return count;
}

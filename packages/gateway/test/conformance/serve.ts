/** Serves our own gateway for the suite. */
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import {
  type ConformanceOptions,
  type Report,
  runConformance,
} from '../../src/conformance/index.ts';
import { type GatewayServer, serveGateway } from '../../src/node/serve.ts';
import type { Upstream, UpstreamAuth } from '../../src/types.ts';

/** A gateway to test: the client's form, and the upstream's platform and credential. */
export interface OwnTarget {
  readonly form: ConformanceOptions['form'];
  readonly platform: ConformanceOptions['platform'];
  readonly auth: UpstreamAuth;
  /** The path of the upstream's base URL. */
  readonly path?: string;
  readonly models?: Upstream['models'];
}

/** Runs the suite against our gateway. */
export async function runAgainstOwn(
  target: OwnTarget,
  options: Partial<ConformanceOptions> = {},
): Promise<Report> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  let server: GatewayServer | undefined;
  try {
    return await runConformance({
      gateway: target.form === 'raw-predict' ? `${url}/v1` : url,
      form: target.form,
      platform: target.platform,
      upstreamPort: 0,
      timeoutMs: 20_000,
      ...options,
      onUpstream: async (upstream) => {
        server = await serveGateway({
          port,
          gateway: { upstreams: [toUpstream(target, upstream)] },
        });
      },
    });
  } finally {
    await server?.close({ shutdownMs: 0 });
  }
}

function toUpstream({ platform, auth, path = '', models }: OwnTarget, origin: string): Upstream {
  const named = models === undefined ? {} : { models };
  return { name: 'recording', platform, url: origin + path, auth, ...named };
}

/** Finds a port that is free now. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Serves our own gateway for the suite, with an upstream whose port is known only later. */
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import type { ConformanceOptions, Report } from '../../src/conformance/index.ts';
import { runConformance } from '../../src/conformance/index.ts';
import { createGateway } from '../../src/gateway.ts';
import type { Gateway, Upstream, UpstreamAuth } from '../../src/types.ts';

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
  let gateway: Gateway | undefined;
  const fetch: Gateway = (request) =>
    gateway?.(request) ?? Promise.resolve(new Response(null, { status: 503 }));
  const { url, close } = await listen(fetch);
  try {
    return await runConformance({
      gateway: target.form === 'raw-predict' ? `${url}/v1` : url,
      form: target.form,
      platform: target.platform,
      upstreamPort: 0,
      timeoutMs: 20_000,
      ...options,
      onUpstream: (upstream) => {
        gateway = createGateway({
          upstreams: [
            {
              name: 'recording',
              platform: target.platform,
              url: `${upstream}${target.path ?? ''}`,
              auth: target.auth,
              ...(target.models === undefined ? {} : { models: target.models }),
            },
          ],
        });
      },
    });
  } finally {
    await close();
  }
}

async function listen(fetch: Gateway): Promise<{ url: string; close: () => Promise<void> }> {
  let server: ServerType | undefined;
  const port = await new Promise<number>((resolve) => {
    server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) =>
      resolve(info.port),
    );
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
        if (server !== undefined && 'closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

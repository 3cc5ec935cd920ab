/** Serves every platform to programs, and keeps what they sent. */

import { PLATFORMS, type Platform } from '@beta-headers/core';
import { createFakeApi, type FakeApi } from '@beta-headers/fake-api';
import { type Http2Server, serveHttp2 } from './clients.ts';

/** One platform. */
export interface ServedPlatform {
  readonly api: FakeApi;
  readonly url: string;
}

/** A request as the platform read it. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly betas: readonly string[];
  readonly body?: unknown;
  readonly status: number;
}

export interface Platforms {
  readonly served: ReadonlyMap<Platform, ServedPlatform>;
  /** Bedrock over HTTP/2, which the AWS SDK of JavaScript speaks. */
  readonly http2: Http2Server;
  url(platform: Platform): string;
  /** The requests since the last call. */
  take(platform: Platform): Sent[];
  close(): Promise<void>;
}

/** Starts all platforms. `today` is the day by which claims end. */
export async function servePlatforms(today: string): Promise<Platforms> {
  const started = await Promise.all(
    PLATFORMS.map(async (platform) => {
      const api = createFakeApi({ platform, today, record: 'body' });
      return [platform, { api, ...(await api.listen()) }] as const;
    }),
  );
  const served = new Map(started);
  const get = (platform: Platform) => {
    const found = served.get(platform);
    if (!found) throw new Error(`${platform} is not served`);
    return found;
  };
  const http2 = await serveHttp2(get('bedrock-converse').api);
  return {
    served,
    http2,
    url: (platform) => get(platform).url,
    take(platform) {
      const { api } = get(platform);
      const requests = api.requests.map((one) => ({ ...one, betas: [...one.betas] }));
      api.reset();
      return requests;
    },
    async close() {
      http2.close();
      await Promise.all(started.map(([, { close }]) => close()));
    },
  };
}

import { createAdapter } from '@beta-headers/core/adapter';
import { betaRecovery } from '@beta-headers/core/recovery';
import type { FakeApi } from '@beta-headers/fake-api';
import { describe, expect, it } from 'vitest';
import { convert, hideErrorText } from '../../src/convert/index.ts';
import { hello, makeApi, makeUpstream } from './support/convert.ts';

const URL_OF_CLIENT = '/v1/messages?beta=true';
const REJECTED = 'interleaved-thinking-2025-05-14';
const OTHER = 'context-1m-2025-08-07';

/** Sends a request through a plan, a recovery and a conversion, in the order of the gateway. */
async function sendThroughGateway(
  api: FakeApi,
  platform: 'bedrock' | 'vertex',
  betas: string,
  recovers = true,
): Promise<Response> {
  const upstream = makeUpstream(platform);
  const adapter = createAdapter({
    mode: 'gateway',
    platform,
    logger: false,
    ...(recovers && { recover: betaRecovery() }),
  });
  const outgoing = {
    url: `${new URL(upstream.url).origin}/v1/messages`,
    method: 'POST',
    headers: new Headers({ 'anthropic-beta': betas, 'anthropic-version': '2023-06-01' }),
    body: JSON.stringify(hello),
    account: upstream.name,
  };
  const response = await adapter(outgoing, async (headers, body) => {
    const request = { method: 'POST', path: URL_OF_CLIENT, headers, body: String(body) };
    const converted = convert(request, upstream, {});
    if (!converted) throw new Error('there is no counterpart');
    converted.headers.set('authorization', 'Bearer any');
    const { url, headers: sent, body: text } = converted;
    return converted.convertResponse(
      await api.fetch(url, { method: 'POST', headers: sent, body: text }),
    );
  });
  return await hideErrorText(response, upstream.url);
}

describe('a recovery over a conversion', () => {
  it.each(['bedrock', 'vertex'] as const)('reads the rejection of %s', async (platform) => {
    const api = makeApi(platform, { rejects: [REJECTED] });
    const response = await sendThroughGateway(api, platform, `${REJECTED},${OTHER}`);
    expect(response.status).toBe(200);
    expect(api.requests[0]?.betas).toContain(REJECTED);
    expect(api.requests.at(-1)?.betas).not.toContain(REJECTED);
    expect(api.requests.length).toBeGreaterThan(1);
  });

  it('leaves a readable error if there is none', async () => {
    const onBedrock = makeApi('bedrock', { rejects: [REJECTED] });
    const unnamed = await sendThroughGateway(onBedrock, 'bedrock', REJECTED, false);
    expect(await unnamed.json()).toMatchObject({ error: { message: 'invalid beta flag' } });
    const onVertex = makeApi('vertex', { rejects: [REJECTED] });
    const named = await sendThroughGateway(onVertex, 'vertex', REJECTED, false);
    expect(named.status).toBe(400);
    expect(await named.json()).toMatchObject({
      error: {
        message: expect.stringContaining(`capability_rejected: beta_header:${REJECTED}`),
      },
    });
  });
});

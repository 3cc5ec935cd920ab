import { describe, expect, it } from 'vitest';
import { betaFetch, betaMiddleware, withBetas } from '../../src/index.ts';
import { COMPACT, COMPACTION, createRecorder, MESSAGES, post } from '../support/recorder.ts';

describe('withBetas', () => {
  it('sets options for one request of fetch', async () => {
    const api = createRecorder();
    const send = betaFetch({ fetch: api.fetch, logger: false });
    await send(MESSAGES, withBetas({ always: ['interleaved-thinking'] }, post(COMPACTION)));
    await send(MESSAGES, post(COMPACTION));
    expect(api.received.map(({ beta }) => beta)).toEqual([
      `${COMPACT},interleaved-thinking-2025-05-14`,
      COMPACT,
    ]);
  });

  it('sends a request unchanged for false, and reports nothing', async () => {
    const events: unknown[] = [];
    const api = createRecorder();
    const send = betaFetch({ fetch: api.fetch, onPlan: (event) => events.push(event) });
    const init = withBetas(false, post(COMPACTION, { 'anthropic-beta': 'oauth-2025-04-20' }));
    await send(MESSAGES, init);
    expect(api.received[0]?.beta).toBe('oauth-2025-04-20');
    expect(api.calls[0]).toEqual([MESSAGES, init]);
    expect(events).toEqual([]);
  });

  it('works with a Request if it is passed as init', async () => {
    const api = createRecorder();
    const request = new Request(MESSAGES, post(COMPACTION));
    await betaFetch({ fetch: api.fetch })(request, withBetas(false));
    expect(api.received[0]?.beta).toBeNull();
  });

  it('merges the policy line by line', async () => {
    const api = createRecorder();
    const send = betaFetch({ fetch: api.fetch, policy: { missing: 'refuse' }, logger: false });
    const init = post(COMPACTION);
    expect((await send(MESSAGES, withBetas({ policy: { graduated: 'keep' } }, init))).status).toBe(
      400,
    );
    expect((await send(MESSAGES, withBetas({ policy: { missing: 'add' } }, init))).status).toBe(
      200,
    );
  });

  it('keeps an option of the adapter that is given as undefined', async () => {
    const api = createRecorder();
    const send = betaFetch({ fetch: api.fetch, mode: 'strict', logger: false });
    const response = await send(MESSAGES, withBetas({ mode: undefined }, post(COMPACTION)));
    expect([response.status, api.received.length]).toEqual([400, 0]);
  });

  it('reaches the middleware by the options that the SDK gives to fetch', async () => {
    const api = createRecorder();
    const { fetchOptions, ...rest } = withBetas(false, { timeout: 5 }) as {
      fetchOptions?: object;
      timeout: number;
    };
    expect(rest).toMatchObject({ timeout: 5 });
    const headers = new Headers();
    const request = { ...fetchOptions, url: MESSAGES, ...post(COMPACTION), headers };
    await betaMiddleware()(request, ({ url, ...init }) => api.fetch(url, init));
    expect(api.received[0]?.beta).toBeNull();
  });

  it('changes neither its arguments nor the sent options', async () => {
    const init = Object.freeze(post(COMPACTION));
    const more = withBetas({ mode: 'observe' }, init);
    expect(JSON.parse(JSON.stringify(more))).toEqual({ ...init, fetchOptions: {} });
    expect([...new Request(MESSAGES, more).headers]).toEqual([
      ['content-type', 'application/json'],
    ]);
  });

  it.each([
    [{ platfrom: 'vertex' }, /withBetas: "platfrom" is not known; did you mean "platform"/],
    [{ platform: 'azure' }, /withBetas: platform: "azure" is not one of/],
    [{ recover: () => {} }, /withBetas: "recover" is not known/],
    [null, /withBetas: give an object/],
    [true, /withBetas: give an object/],
  ])('rejects %j at once', (options, message) => {
    expect(() => withBetas(options as never)).toThrow(TypeError);
    expect(() => withBetas(options as never)).toThrow(message);
  });

  it('rejects a request with an unknown name in always, before it is sent', async () => {
    const api = createRecorder();
    const init = withBetas({ always: ['mcp-clint' as never] }, post(COMPACTION));
    await expect(betaFetch({ fetch: api.fetch })(MESSAGES, init)).rejects.toThrow(
      /withBetas: always: "mcp-clint" is not known; did you mean "mcp-client"/,
    );
    expect(api.received).toEqual([]);
  });
});

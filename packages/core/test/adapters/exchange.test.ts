import { describe, expect, it } from 'vitest';
import { betaFetch, betaMiddleware, extendCatalog, type Recovery } from '../../src/index.ts';
import { COMPACT, COMPACTION, createRecorder, MESSAGES, post } from '../support/recorder.ts';

describe('the header content-length', () => {
  const send = async (body: object): Promise<Headers | undefined> => {
    let sent: Headers | undefined;
    const headers = new Headers({ 'content-length': '999' });
    const request = { url: MESSAGES, ...post(body), headers };
    await betaMiddleware({ logger: false })(request, async (next) => {
      sent = next.headers;
      return Response.json({});
    });
    return sent;
  };

  it('is removed if the body changes', async () => {
    const sent = await send({ ...COMPACTION, betas: [COMPACT] });
    expect(sent?.get('anthropic-beta')).toBe(COMPACT);
    expect(sent?.has('content-length')).toBe(false);
  });

  it('is kept if only the betas change', async () => {
    const sent = await send(COMPACTION);
    expect(sent?.get('anthropic-beta')).toBe(COMPACT);
    expect(sent?.get('content-length')).toBe('999');
  });
});

describe('the plans of an adapter', () => {
  it('reject the betas of the options and those of a recovery', async () => {
    const api = createRecorder();
    const recover: Recovery = (exchange) => exchange.send(exchange.plan(['b-2027-01-01']));
    const send = betaFetch({
      fetch: api.fetch,
      recover,
      rejected: ['a-2027-01-01'],
      logger: false,
    });
    const betas = 'a-2027-01-01,b-2027-01-01,c-2027-01-01';
    await send(MESSAGES, post({}, { 'anthropic-beta': betas }));
    expect(api.received.map(({ beta }) => beta)).toEqual(['c-2027-01-01']);
  });

  it('use the current day', async () => {
    const api = createRecorder();
    const reject = (until: string) => ({
      acceptance: { 'claude-api': { status: 'rejected', until } } as const,
    });
    const catalog = extendCatalog({
      betas: {
        'acme-old-2020-01-01': reject('2020-02-01'),
        'acme-new-2020-01-01': reject('9999-01-01'),
      },
    });
    const send = betaFetch({ fetch: api.fetch, catalog, logger: false });
    const headers = { 'anthropic-beta': 'acme-old-2020-01-01,acme-new-2020-01-01' };
    await send(MESSAGES, post({}, headers));
    expect(api.received.map(({ beta }) => beta)).toEqual(['acme-old-2020-01-01']);
  });
});

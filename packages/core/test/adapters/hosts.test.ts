import { describe, expect, it } from 'vitest';
import { betaFetch, extendCatalog, withBetas } from '../../src/index.ts';
import { COMPACT, COMPACTION, createLog, createRecorder, post } from '../support/recorder.ts';

const OTHER = 'https://llm.example.com/v1/messages';

describe('betaFetch plans', () => {
  it.each([
    ['the Claude API', 'https://api.anthropic.com/v1/messages', {}, {}],
    ['a host of the option', OTHER, { hosts: ['llm.example.com'] }, {}],
    ['a host of the option, in capitals', OTHER, { hosts: ['LLM.Example.COM'] }, {}],
    ['an origin of the option', OTHER, { hosts: ['https://llm.example.com'] }, {}],
    ['the default port of a host', OTHER, { hosts: ['llm.example.com:443'] }, {}],
    ['a port', 'http://[::1]:8787/v1/messages', { hosts: ['[::1]:8787'] }, {}],
    ['every port of a host', 'http://localhost:1/v1/messages', { hosts: ['localhost'] }, {}],
    ['the header anthropic-version', OTHER, {}, { 'anthropic-version': '2023-06-01' }],
  ])('a request to %s', async (_, url, options, headers) => {
    const api = createRecorder();
    await betaFetch({ fetch: api.fetch, ...options })(url, post(COMPACTION, headers));
    expect(api.received.map(({ beta }) => beta)).toEqual([COMPACT]);
  });

  it('a request to a host of an overlay', async () => {
    const api = createRecorder();
    const catalog = extendCatalog({ platforms: { 'claude-api': { hosts: ['llm.example.com'] } } });
    await betaFetch({ fetch: api.fetch, catalog })(OTHER, post(COMPACTION));
    expect(api.received[0]?.beta).toBe(COMPACT);
  });

  it('a request with options of its own, wherever it goes', async () => {
    const api = createRecorder();
    await betaFetch({ fetch: api.fetch })(OTHER, withBetas({}, post(COMPACTION)));
    expect(api.received[0]?.beta).toBe(COMPACT);
  });
});

describe('betaFetch leaves alone', () => {
  const always = { always: ['interleaved-thinking'] } as const;
  it.each([
    'https://api.openai.com/v1/chat/completions',
    'https://example.com/api/other',
    'https://api.anthropic.com.evil.example/v1/files',
    'https://evil.example/?https://api.anthropic.com/v1/messages',
    OTHER,
  ])('%s, and passes its arguments on', async (url) => {
    const api = createRecorder();
    const init = post(COMPACTION);
    await betaFetch({ fetch: api.fetch, logger: false, ...always })(url, init);
    expect(api.received[0]?.beta).toBeNull();
    expect(api.calls[0]?.[0]).toBe(url);
    expect(api.calls[0]?.[1]).toBe(init);
  });

  it.each([
    ['https://llm.example.com:8443', 'https://llm.example.com/v1/messages'],
    ['llm.example.com:8443', 'https://llm.example.com/v1/messages'],
    ['https://llm.example.com', 'http://llm.example.com/v1/messages'],
    ['llm.example.com', 'https://a.llm.example.com/v1/messages'],
  ])('with the host %s: %s', async (host, url) => {
    const api = createRecorder();
    await betaFetch({ fetch: api.fetch, logger: false, hosts: [host] })(url, post(COMPACTION));
    expect(api.received[0]?.beta).toBeNull();
  });

  it('an unknown host with the path of the API, and reports once how to add it', async () => {
    const { logger, lines } = createLog();
    const api = createRecorder();
    const send = betaFetch({ fetch: api.fetch, logger, platform: 'bedrock' });
    for (const url of [OTHER, OTHER, 'https://a.example/model/m/invoke'])
      await send(url, post(COMPACTION));
    await send('https://api.openai.com/v1/chat/completions', post(COMPACTION));
    expect(lines).toEqual([
      expect.stringMatching(/^warn .*llm\.example\.com.*hosts: \["llm\.example\.com"\]/),
      expect.stringMatching(/^warn .*a\.example.*hosts/),
    ]);
  });
});

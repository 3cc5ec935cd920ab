import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  CHECKS,
  type ConformanceOptions,
  type Report,
  runConformance,
} from '../../src/conformance/index.ts';
import { type Fault, startProxy } from './proxy.ts';

/** Runs the suite against the proxy with the given faults. */
async function runAgainstProxy(
  faults: readonly Fault[],
  options: Partial<ConformanceOptions> = {},
): Promise<Report> {
  let port = 0;
  const proxy = await startProxy(() => port, faults);
  try {
    return await runConformance({
      gateway: proxy.url,
      form: 'messages',
      platform: 'foundry',
      upstreamPort: 0,
      timeoutMs: 10_000,
      ...options,
      onUpstream: (url) => {
        port = Number(new URL(url).port);
      },
    });
  } finally {
    await proxy.close();
  }
}

function listFailures(report: Report): string[] {
  return report.results.filter(({ result }) => result === 'fail').map(({ id }) => id);
}

const ERROR_IDS = CHECKS.filter(({ id }) => /^errors\.\d/.test(id)).map(({ id }) => id);

const BODIES = ['body.identical', 'body.identical-stream', 'body.system', 'body.large-integers'];

/** The checks that each fault fails, of those that apply to Foundry. */
const FAULTS: Partial<Record<Fault, readonly string[]>> = {
  buffers: ['stream.unbuffered', 'stream.pings', 'stream.abort'],
  're-serialises': BODIES,
  'merges-system': BODIES,
  'drops-unknown-headers': ['headers.anthropic-open', 'headers.claude-code', 'headers.unknown'],
  'drops-unknown-betas': ['betas.unknown', 'headers.repeated-betas'],
  'leaks-credentials': ['credentials.api-key', 'credentials.oauth-token'],
  'keeps-hop-by-hop-headers': ['headers.hop-by-hop-request', 'headers.hop-by-hop-response'],
  'follows-redirects': ['errors.redirect'],
  'swallows-pings': ['stream.pings'],
  'wraps-errors': [...ERROR_IDS, 'stream.refused'],
  'ignores-aborts': ['stream.abort', 'stream.abort-waiting'],
  'adds-a-beta': ['betas.none-added'],
  retries: ['errors.retries'],
  'drops-request-ids': ['headers.request-id'],
  'passes-the-host': ['headers.host'],
  'changes-the-stream-type': ['stream.content-type'],
  'ends-broken-streams': ['stream.break'],
  'limits-bodies': ['body.big'],
  'fails-head-requests': ['path.hello', 'path.head'],
  'hides-models': ['path.models'],
  'hides-counting': ['path.count-tokens'],
  'needs-the-query': ['path.no-query'],
  'drops-versions': ['headers.version'],
  'drops-response-headers': ['headers.response'],
  'drops-unknown-fields': ['body.unknown-fields'],
  'drops-retry-after': ['errors.429', 'errors.503-empty', 'stream.refused'],
  'edits-answers': ['path.answer'],
};

/** The checks that each fault fails on Bedrock or Vertex, beside those of a transparent proxy. */
const OTHER_FAULTS = [
  ['decodes-paths', 'invoke', ['path.encoded-model']],
  ['fails-inference-profiles', 'invoke', ['path.inference-profiles']],
  ['forgets-pairs', 'invoke', ['body.pairs']],
] as const;

describe.concurrent('the conformance suite', () => {
  it.each([
    ['messages', 'claude-on-aws'],
    ['messages', 'foundry'],
    ['messages', 'bedrock-mantle'],
  ] as const)('passes a transparent proxy: %s to %s', async (form, platform) => {
    const report = await runAgainstProxy([], { form, platform });
    expect(report.results.filter(({ result }) => result === 'fail')).toEqual([]);
    expect(report).toMatchObject({ failedMust: 0, reached: true });
    expect(report.passed).toBeGreaterThan(40);
  });

  it.each([
    ['invoke', 'bedrock', 12],
    ['raw-predict', 'vertex', 8],
  ] as const)('fails a proxy that filters no beta: %s to %s', async (form, platform, count) => {
    const failures = listFailures(await runAgainstProxy([], { form, platform }));
    expect(failures.filter((id) => !id.includes('.rejected.'))).toEqual(['betas.mixed']);
    expect(failures).toHaveLength(count + 1);
  });

  it.each([
    ['invoke', 'bedrock'],
    ['raw-predict', 'vertex'],
  ] as const)('passes a proxy that filters betas: %s to %s', async (form, platform) => {
    const report = await runAgainstProxy(['filters-betas'], { form, platform });
    expect(report.results.filter(({ result }) => result === 'fail')).toEqual([]);
  });

  it.each([
    ['invoke', 'bedrock', 19],
    ['raw-predict', 'vertex', 2],
  ] as const)('fails a proxy that drops all betas: %s to %s', async (form, platform, count) => {
    const report = await runAgainstProxy(['drops-all-betas'], {
      form,
      platform,
      only: ['betas.*'],
    });
    const failures = listFailures(report).filter((id) => !id.includes('.accepted.'));
    expect(failures).toEqual([`betas.${platform}-place`, 'betas.mixed']);
    expect(listFailures(report)).toHaveLength(count + 2);
  });

  it.each(Object.entries(FAULTS))('finds a proxy with the fault: %s', async (fault, expected) => {
    const report = await runAgainstProxy([fault as Fault]);
    expect(listFailures(report).sort()).toEqual([...expected].sort());
  });

  it.each(OTHER_FAULTS)('finds a proxy with the fault: %s in %s', async (fault, form, expected) => {
    const platform = form === 'invoke' ? 'bedrock' : 'vertex';
    const report = await runAgainstProxy(['filters-betas', fault], { form, platform });
    expect(listFailures(report)).toEqual(expected);
  });

  it('finds a proxy that asks for no stream where the client wants one', async () => {
    const only = ['stream.request'];
    expect(listFailures(await runAgainstProxy(['drops-stream-fields'], { only }))).toEqual(only);
  });

  it('finds a proxy that puts betas in the body on Vertex', async () => {
    const report = await runAgainstProxy(['filters-betas', 'passes-betas-in-both-places'], {
      form: 'raw-predict',
      platform: 'vertex',
      only: ['betas.*'],
    });
    expect(listFailures(report)).toEqual(['betas.none-added', 'betas.vertex-place']);
  });

  it('finds a proxy that forwards a body field without its beta', async () => {
    const options = { form: 'invoke', platform: 'bedrock', only: ['body.pairs'] } as const;
    expect(listFailures(await runAgainstProxy(['drops-all-betas'], options))).toEqual(options.only);
    expect(listFailures(await runAgainstProxy([], options))).toEqual([]);
  });

  it('finds a proxy without batches or files', async () => {
    const options = { platform: 'claude-api', only: ['path.*'] } as const;
    const report = await runAgainstProxy(['hides-batches', 'hides-files'], options);
    expect(listFailures(report)).toEqual(['path.batches', 'path.files']);
  });

  it('finds a proxy that drops the comments of a stream', async () => {
    const only = ['stream.bytes'];
    expect(listFailures(await runAgainstProxy(['drops-comments'], { only }))).toEqual(only);
  });

  it('finds a proxy that sends its own key beside the key of the client', async () => {
    const only = ['credentials.one'];
    const report = await runAgainstProxy(['leaks-credentials', 'adds-its-key'], { only });
    expect(report.results).toMatchObject([
      { id: 'credentials.one', result: 'fail', seen: 'x-api-key, api-key' },
    ]);
  });

  it('finds a proxy that drops betas on the Claude API', async () => {
    const options = { platform: 'claude-api', only: ['betas.*', 'credentials.*'] } as const;
    expect(listFailures(await runAgainstProxy([], options))).toEqual([]);
    expect(listFailures(await runAgainstProxy(['drops-oauth'], options))).toEqual([
      'credentials.oauth-beta',
    ]);
    expect(listFailures(await runAgainstProxy(['drops-all-betas'], options))).toEqual([
      'credentials.oauth-beta',
      'betas.unknown',
      'betas.agent',
    ]);
  });

  it('passes the client’s AWS signature on in no conforming gateway', async () => {
    const options = {
      form: 'invoke',
      platform: 'bedrock',
      only: ['credentials.signature'],
    } as const;
    expect(listFailures(await runAgainstProxy(['leaks-credentials'], options))).toEqual(
      options.only,
    );
    expect(listFailures(await runAgainstProxy([], options))).toEqual([]);
  });

  it('reports a gateway that never reaches the upstream', async () => {
    const server = createServer((_request, response) => response.writeHead(503).end('closed'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const report = await runConformance({
      gateway: `http://127.0.0.1:${port}`,
      form: 'messages',
      platform: 'claude-api',
      upstreamPort: 0,
      only: ['path.message'],
    });
    await new Promise((resolve) => server.close(resolve));
    expect(report).toMatchObject({ reached: false, failedMust: 1 });
    expect(report.results[0]?.seen).toBe('status 503 with "closed"');
  });

  it('gives every check an id of its own, a sentence and a public page', () => {
    expect(new Set(CHECKS.map(({ id }) => id)).size).toBe(CHECKS.length);
    for (const { title, source } of CHECKS) {
      expect(title).toMatch(/^\S.*\.$/);
      expect(source).toMatch(/^https:\/\//);
    }
  });

  it('rejects wrong options', async () => {
    await expect(runAgainstProxy([], { only: ['path.mesage'] })).rejects.toThrow('no check has');
    await expect(runAgainstProxy([], { gateway: 'ftp://x' })).rejects.toThrow('http:// address');
    await expect(runAgainstProxy([], { headers: ['bad'] })).rejects.toThrow('"Name: value"');
    const refused = runAgainstProxy([], { gateway: 'http://127.0.0.1:1' });
    await expect(refused).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

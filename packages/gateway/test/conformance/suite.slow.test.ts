import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { CHECKS, runConformance } from '../../src/conformance/index.ts';
import { listFailures, runAgainstProxy } from './run-proxy.ts';

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

  it('finds a proxy that sends its own key beside the key of the client', async () => {
    const only = ['credentials.one'];
    const report = await runAgainstProxy(['leaks-credentials', 'adds-its-key'], { only });
    expect(report.results).toMatchObject([
      { id: 'credentials.one', result: 'fail', seen: 'x-api-key, api-key' },
    ]);
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

  it.each([
    ['re-serialises', ['body.identical', 'body.identical-stream', 'body.system']],
    ['follows-redirects', ['errors.redirect']],
    ['leaks-credentials', ['credentials.api-key', 'credentials.oauth-token']],
    ['keeps-hop-by-hop-headers', ['headers.hop-by-hop-request', 'headers.hop-by-hop-response']],
  ] as const)('finds a proxy with the fault: %s', async (fault, expected) => {
    const report = await runAgainstProxy([fault]);
    const failures = report.results.filter(
      ({ result, level }) => result === 'fail' && level === 'must',
    );
    expect(failures.map(({ id }) => id)).toEqual(expected);
  });
});

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { scaleTimeout } from '../../../toolchain/lib/time-scale.ts';

/** Disables the sandbox, which containers lack, and all network use. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-proxy-server',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Time limit for a start on a busy machine, in ms. */
const START_TIMEOUT = scaleTimeout(120_000);

/** Runs a worker as a module in a Chromium page and returns its response. */
export async function runInChromium(
  executablePath: string,
  worker: string,
): Promise<{ ok: boolean; text: string }> {
  const files: Record<string, readonly [type: string, content: string]> = {
    '/': [
      'text/html',
      '<!doctype html><meta charset="utf-8"><title>portable</title><link rel="icon" href="data:,">',
    ],
    '/worker.mjs': ['text/javascript', readFileSync(worker, 'utf8')],
  };
  const server = createServer((request, response) => {
    const [type, content] = files[request.url ?? ''] ?? [];
    response
      .writeHead(content === undefined ? 404 : 200, {
        'content-type': `${type ?? 'text/plain'}; charset=utf-8`,
      })
      .end(content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await chromium.launch({
    executablePath,
    args: QUIET,
    timeout: START_TIMEOUT,
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(START_TIMEOUT);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    // A string, because a transform of this file would rewrite an import inside a function.
    const text = await page.evaluate<string>(
      "import('/worker.mjs').then(({ default: worker }) => worker.fetch())" +
        '.then((response) => response.text())',
    );
    return { ok: true, text };
  } catch (error) {
    return { ok: false, text: (error as Error).message };
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

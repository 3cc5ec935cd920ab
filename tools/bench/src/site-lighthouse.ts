/** Measures the pages of a built site with Lighthouse, emulating a phone. */
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { launch } from 'chrome-launcher';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import lighthouse from 'lighthouse';
import { median, type Report } from './metric.ts';

/** The measurements of one page. */
export interface Visit {
  /** Lighthouse performance score, 0 to 100; the median of the runs. */
  readonly performance: number;
  /** Compressed transfer size of all resources. */
  readonly bytes: number;
  /** Compressed transfer size of scripts. */
  readonly scriptBytes: number;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Visits each page of a built site `runs` times, in turn. */
export async function visitPages<P extends string>(
  dist: string,
  paths: readonly P[],
  runs: number,
  report: Report,
): Promise<Record<P, Visit>> {
  const app = new Hono().use(compress()).use('*', serveStatic({ root: dist }));
  const server = await new Promise<{ url: string; close: () => void }>((resolve) => {
    const started = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}`, close: () => started.close() }),
    );
  });
  const chrome = await launch({
    chromePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    chromeFlags: FLAGS,
  });
  try {
    const visits = Object.fromEntries(paths.map((path) => [path, [] as Visit[]])) as Record<
      P,
      Visit[]
    >;
    for (let run = 1; run <= runs; run++) {
      report(`Lighthouse, run ${run} of ${runs}`);
      for (const path of paths) visits[path].push(await visit(server.url + path, chrome.port));
    }
    return Object.fromEntries(paths.map((path) => [path, takeMedian(visits[path])])) as Record<
      P,
      Visit
    >;
  } finally {
    chrome.kill();
    server.close();
  }
}

async function visit(url: string, port: number): Promise<Visit> {
  const result = await lighthouse(url, {
    port,
    onlyCategories: ['performance'],
    output: 'json',
    logLevel: 'silent',
  });
  const page = result?.lhr;
  const score = page?.categories['performance']?.score;
  if (!page || page.runtimeError || typeof score !== 'number')
    throw new Error(`Lighthouse has no score for ${url}: ${page?.runtimeError?.message}`);
  const { items = [] } = (page.audits['network-requests']?.details ?? {}) as {
    items?: { transferSize: number; resourceType: string }[];
  };
  const sum = (list: typeof items): number =>
    list.reduce((total, { transferSize }) => total + transferSize, 0);
  return {
    performance: score * 100,
    bytes: sum(items),
    scriptBytes: sum(items.filter(({ resourceType }) => resourceType === 'Script')),
  };
}

const takeMedian = (visits: readonly Visit[]): Visit => ({
  performance: median(visits.map(({ performance }) => performance)),
  bytes: median(visits.map(({ bytes }) => bytes)),
  scriptBytes: median(visits.map(({ scriptBytes }) => scriptBytes)),
});

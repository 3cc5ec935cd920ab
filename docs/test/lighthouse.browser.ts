/** Runs Lighthouse as a phone on one page of each kind. `npm run bench` measures speed. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROME, FLAGS } from './browser.ts';
import { dist, requireBuild } from './built.ts';
import { type StaticSite, serve } from './serve.ts';

let site: StaticSite;
let port: number;
let stop: () => void;

beforeAll(async () => {
  requireBuild();
  site = await serve(dist);
  const profile = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const chrome = spawn(
    CHROME,
    [...FLAGS, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  stop = () => {
    chrome.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
    chrome.kill();
  };
  port = await new Promise<number>((resolve, reject) => {
    let said = '';
    chrome.once('error', reject);
    chrome.once('exit', () => reject(new Error(`${CHROME} ended before it listened: ${said}`)));
    chrome.stderr.on('data', (text) => {
      said += text;
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (found) resolve(Number(found));
    });
  });
});
afterAll(async () => {
  stop?.();
  await site?.close();
});

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];

describe('Lighthouse on a phone', () => {
  it.each([
    '/',
    '/betas/mcp-client-2025-11-20/',
    '/id/features/mcp-client/',
    '/changes/',
    '/id/guides/quick-start-node/',
  ])('rates %s with 100 for accessibility, best practices and SEO', async (path) => {
    const result = await lighthouse(site.url + path, {
      port,
      onlyCategories: CATEGORIES,
      output: 'json',
      logLevel: 'silent',
      disableFullPageScreenshot: true,
    });
    const report = result?.lhr;
    expect(report?.runtimeError).toBeUndefined();
    const lost = CATEGORIES.flatMap((category) =>
      (report?.categories[category]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (report?.audits[id]?.score ?? 1) < 1)
        .map(({ id }) => {
          const { title, details = '' } = report?.audits[id] ?? {};
          return `${category} ${id}: ${title} ${JSON.stringify(details).slice(0, 300)}`;
        }),
    );
    expect(lost).toEqual([]);
    expect(CATEGORIES.map((category) => report?.categories[category]?.score)).toEqual([1, 1, 1]);
  });
});

/** One Chromium for a file of tests, the built site behind it, and a visit that notes what the page complains of. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { dist, requireBuild } from './built.ts';
import { type StaticSite, serve } from './serve.ts';

/** Where Chromium is. */
export const CHROME: string = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
/** Nothing that would ask the network, and no sandbox, which containers do not have. */
export const FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

export interface Visit {
  readonly page: Page;
  /** What the page complained of, and what it asked of others. */
  readonly problems: string[];
}

export interface Reader {
  readonly site: StaticSite;
  /** Opens a page in a profile of its own, hands it over, and closes it. */
  readonly visit: <T>(path: string, options: BrowserContextOptions, use: (visit: Visit) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Starts a browser and a server for the built site. */
export async function openReader(): Promise<Reader> {
  requireBuild();
  const site = await serve(dist);
  const browser: Browser = await chromium.launch({ executablePath: CHROME, args: [...FLAGS] });
  return {
    site,
    visit: async (path, options, use) => {
      const context = await browser.newContext({ viewport: DESK, ...options });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
      page.on(
        'request',
        (request) => /^https?:/.test(request.url()) && !request.url().startsWith(site.url) && problems.push(`foreign request: ${request.url()}`),
      );
      try {
        await page.goto(site.url + path, { waitUntil: 'load' });
        return await use({ page, problems });
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/** One Chromium for a file of tests, the built site behind it, and visits that note what a page complains of. */
import axeCore, { type AxeResults } from 'axe-core';
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
/** For what normally takes no time, on a machine that is busy with something else. */
const PATIENCE = 60_000;

type Theme = 'light' | 'dark';
/** How a page is looked at. */
export interface Form {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly theme: Theme;
}
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };
/** Phone and desk, light and dark. */
export const FORMS: readonly Form[] = [PHONE, DESK].flatMap((viewport) =>
  (['light', 'dark'] as const).map((theme) => ({
    name: `${viewport.width} px, ${theme}`,
    viewport,
    theme,
  })),
);

export interface Visit {
  readonly page: Page;
  /** What the page complained of, what it asked of others, and what it executed that asks the reader something. */
  readonly problems: string[];
  /** Every address that was asked for. */
  readonly requests: string[];
}

export interface Reader {
  readonly site: StaticSite;
  /** Opens a page in a profile of its own, hands it over, and closes it. */
  readonly visit: <T>(
    path: string,
    options: BrowserContextOptions,
    use: (visit: Visit) => Promise<T>,
  ) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Starts a browser and a server for the built site. */
export async function openReader(): Promise<Reader> {
  requireBuild();
  const site = await serve(dist);
  const browser: Browser = await chromium.launch({
    executablePath: CHROME,
    args: [...FLAGS],
    timeout: PATIENCE,
  });
  return {
    site,
    visit: async (path, options, use) => {
      const context = await browser.newContext({ viewport: DESK, ...options });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      const problems: string[] = [];
      const requests: string[] = [];
      page.on(
        'console',
        (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`),
      );
      page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => {
        problems.push(`dialog: ${dialog.message()}`);
        dialog.dismiss();
      });
      page.on('request', (request) => {
        requests.push(request.url());
        if (/^https?:/.test(request.url()) && !request.url().startsWith(`${site.url}/`))
          problems.push(`foreign request: ${request.url()}`);
      });
      try {
        await page.goto(site.url + path);
        return await use({ page, problems, requests });
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

/** Gives an open page another form. */
export async function show(page: Page, { viewport, theme }: Form): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(`html[data-theme=${theme}]`).waitFor();
}

/**
 * Counts how long the page's own thread works, in ms of the processor: what other programs take of it meanwhile does not count. No task of the page
 * can be longer than the sum, so a small one says that the page was at hand throughout.
 */
export async function countWork(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const before = await worked();
  return async () => (await worked()) - before;
}

/** How far what a page shows moves about while the page arrives, and its scripts after it; what the reader did does not count. */
export async function layoutShift(
  reader: Reader,
  path: string,
  viewport: Form['viewport'],
): Promise<number> {
  return reader.visit('/favicon.svg', { viewport }, async ({ page }) => {
    await page.addInitScript(() => {
      Object.assign(window, { shift: 0 });
      const add = (list: PerformanceObserverEntryList): void => {
        const entries = list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        })[];
        for (const { value, hadRecentInput } of entries)
          if (!hadRecentInput) Object.assign(window, { shift: window.shift + value });
      };
      new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
    });
    await page.route('**/*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SLOW_SCRIPT));
      await route.continue();
    });
    await page.goto(reader.site.url + path);
    // What its scripts did is drawn by then.
    await page.waitForTimeout(100);
    return page.evaluate(() => window.shift);
  });
}
/** So long a script takes to come, in ms: the page is drawn before. */
const SLOW_SCRIPT = 150;
declare global {
  interface Window {
    shift: number;
  }
}

/** By how many pixels the page scrolls sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Notes every text that an element shows from now on, also one that it takes back a moment later; what comes back tells them. */
export async function listen(page: Page, selector: string): Promise<() => Promise<string[]>> {
  const key = await page.locator(selector).evaluate((element) => {
    const name = `heard-${Math.random()}`;
    const heard: string[] = [];
    new MutationObserver(() => heard.push(element.textContent ?? '')).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(window, { [name]: heard });
    return name;
  });
  return () =>
    page.evaluate((name) => (window as unknown as Record<string, string[]>)[name] as string[], key);
}

/**
 * What axe finds wrong with a page as it stands, with all its rules. axe is run here and not through a wrapper, which puts it into the page
 * anew each time and asks for the passes too: ten times as slow.
 */
export async function axe(page: Page, within?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeCore.source);
  return page.evaluate(async (selector) => {
    const { run } = (
      window as unknown as {
        axe: { run: (context: unknown, options: object) => Promise<AxeResults> };
      }
    ).axe;
    // Lighthouse asks for large enough targets as well. What axe would preload is for sounds, of which there are none.
    const { violations } = await run(selector ?? document, {
      reporter: 'no-passes',
      preload: false,
      rules: { 'target-size': { enabled: true } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`),
    );
  }, within);
}

/** Looks at an open page in every form and returns what is wrong with it: what axe finds, and scrolling sideways. */
export async function wrongInAnyForm(page: Page, within?: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const form of FORMS) {
    await show(page, form);
    const sideways = await overflow(page);
    if (sideways > 0) wrong.push(`${form.name}: scrolls sideways by ${sideways} px`);
    wrong.push(...(await axe(page, within)).map((text) => `${form.name}: ${text}`));
  }
  return wrong;
}

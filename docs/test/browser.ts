/** One Chromium per test file, the built site, and visits that record errors of pages. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { scaleTimeout } from '../../tools/toolchain/lib/time-scale.ts';
import { dist, requireBuild } from './built.ts';
import { type StaticSite, serve } from './serve.ts';

/** The path of Chromium. */
export const CHROME: string = process.env['CHROME_PATH'] ?? '/usr/bin/chromium';
/** Without requests of the browser itself, and without a sandbox, which containers lack. */
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
/** A time limit for a page that hangs, long enough for a busy machine. */
const TIMEOUT_MS = scaleTimeout(60_000);

type Theme = 'light' | 'dark';
/** A width and a theme. */
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
/** Both widths and both themes in two forms. The second pair has the other combinations. */
export const PAIRS: readonly (readonly Form[])[] = [
  FORMS.filter(({ viewport, theme }) => (viewport === PHONE) === (theme === 'light')),
  FORMS.filter(({ viewport, theme }) => (viewport === PHONE) === (theme === 'dark')),
];

export interface Visit {
  readonly page: Page;
  /** Errors of the page, its requests to other origins, and dialogs that it opened. */
  readonly problems: string[];
  /** Every address that was requested. */
  readonly requests: string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** Closes the page afterwards, for tests that change it or count the files that it loads. */
  readonly alone?: boolean;
}

export interface Reader {
  readonly site: StaticSite;
  /** Opens an address in a clean page and passes it to the test. */
  readonly visit: <T>(
    path: string,
    options: VisitOptions,
    use: (visit: Visit) => Promise<T>,
  ) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** Starts a browser and a server for the built site, or for another one. */
export async function openReader(folder: string = dist): Promise<Reader> {
  if (folder === dist) requireBuild();
  const site = await serve(folder);
  const browser: Browser = await chromium.launch({
    executablePath: CHROME,
    args: [...FLAGS],
    timeout: TIMEOUT_MS,
  });
  /** Pages for later visits with the same options. Opening one takes as long as eight loads. */
  const idle = new Map<string, Page[]>();
  const visits = new Map<Page, Visit>();
  const open = async (options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({ viewport: DESK, ...options });
    context.setDefaultTimeout(TIMEOUT_MS);
    const page = await context.newPage();
    watch(page, site, () => visits.get(page));
    return page;
  };
  return {
    site,
    visit: async (path, { alone = false, ...options }, use) => {
      const key = JSON.stringify(options);
      const page = (alone ? undefined : idle.get(key)?.pop()) ?? (await open(options));
      const visit: Visit = { page, problems: [], requests: [] };
      visits.set(page, visit);
      try {
        await page.goto(site.url + path);
        if (options.permissions?.includes('clipboard-write'))
          await page.evaluate(() => navigator.clipboard.writeText(''));
        const result = await use(visit);
        visits.delete(page);
        if (!alone) {
          await clean(page, site, options);
          idle.set(key, [...(idle.get(key) ?? []), page]);
        }
        return result;
      } finally {
        if (!idle.get(key)?.includes(page)) await page.context().close();
      }
    },
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/** Records the events of a page in its visit. */
function watch(page: Page, site: StaticSite, visit: () => Visit | undefined): void {
  const complain = (problem: string): void => void visit()?.problems.push(problem);
  page.on('console', (message) => {
    if (message.type() === 'error') complain(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complain(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complain(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    visit()?.requests.push(request.url());
    if (/^https?:/.test(request.url()) && !request.url().startsWith(`${site.url}/`))
      complain(`foreign request: ${request.url()}`);
  });
}

/** Removes the traces of a visit: routes, pointer, storage, form, and the document. */
async function clean(page: Page, site: StaticSite, options: BrowserContextOptions): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  // Elsewhere it could enter a control of the next page, which then loads its data at once.
  await page.mouse.move(0, 0);
  await page.goto(`${site.url}/favicon.svg`);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.setViewportSize(options.viewport ?? DESK);
  await page.emulateMedia({ media: null, colorScheme: options.colorScheme ?? 'light' });
}

/** Changes the form of an open page. */
async function show(page: Page, { viewport, theme }: Form): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(`html[data-theme=${theme}]`).waitFor();
}

/**
 * Measures the processor time of the page's main thread in ms, which other programs do not affect.
 * No task is longer than the sum, so a small sum proves that the page was never blocked.
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

/**
 * Measures the layout shifts of each page while it loads and its scripts run, for a reader whose
 * browser has these values stored.
 */
export async function measureLayoutShifts(
  reader: Reader,
  paths: readonly string[],
  viewport: Form['viewport'],
  stored: Readonly<Record<string, string>> = {},
): Promise<Map<string, number>> {
  return reader.visit('/favicon.svg', { viewport, alone: true }, async ({ page }) => {
    await page.addInitScript((values) => void Object.assign(localStorage, values), stored);
    await page.addInitScript(() => {
      const observer = new PerformanceObserver(() => {});
      observer.observe({ type: 'layout-shift', buffered: true });
      Object.assign(window, { shifts: observer });
    });
    // Scripts load after the page is drawn without them.
    await page.route('**/*.js', async (route) => {
      await page.waitForFunction(
        () => performance.getEntriesByName('first-contentful-paint').length > 0,
      );
      await route.continue();
    });
    const shifts = new Map<string, number>();
    for (const path of paths) {
      await page.goto(reader.site.url + path);
      shifts.set(path, await page.evaluate(sumShifts));
    }
    return shifts;
  });
}

/** Sums up the shifts after the changes of scripts are drawn. */
async function sumShifts(): Promise<number> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  return window.shifts
    .takeRecords()
    .map((entry) => entry as PerformanceEntry & { value: number; hadRecentInput: boolean })
    .reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0);
}
declare global {
  interface Window {
    shifts: PerformanceObserver;
  }
}

/** Measures by how many pixels the page scrolls sideways. */
export const measureOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Records every text that an element shows from now on, even for a short time. */
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

const require = createRequire(import.meta.url);
/** Minified, because each page parses it again. */
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** The rules whose result depends on colours. All others find the same in every theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Runs all or some rules of axe on a page in its present state. `@axe-core/playwright` would inject
 * axe for every run and collect passes as well, which takes ten times as long.
 */
async function axe(page: Page, within?: string, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(
    async ({ selector, only }) => {
      const { run } = (
        window as unknown as {
          axe: { run: (context: unknown, options: object) => Promise<AxeResults> };
        }
      ).axe;
      // Lighthouse checks targets as well. Without media there is nothing to preload.
      const { violations } = await run(selector ?? document, {
        reporter: 'no-passes',
        preload: false,
        ...(only ? { runOnly: only } : { rules: { 'target-size': { enabled: true } } }),
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`),
      );
    },
    { selector: within, only: rules },
  );
}

/** Lists the faults of an open page in some forms: results of axe, and scrolling sideways. */
export async function findFaults(
  page: Page,
  forms: readonly Form[] = FORMS,
  within?: string,
): Promise<string[]> {
  const wrong: string[] = [];
  const seen = new Set<Form['viewport']>();
  for (const form of forms) {
    await show(page, form);
    const sideways = await measureOverflow(page);
    if (sideways > 0) wrong.push(`${form.name}: scrolls sideways by ${sideways} px`);
    const rules = seen.has(form.viewport) ? COLOUR_RULES : undefined;
    seen.add(form.viewport);
    wrong.push(...(await axe(page, within, rules)).map((text) => `${form.name}: ${text}`));
  }
  return wrong;
}

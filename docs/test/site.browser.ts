/** The built site as a reader meets it: in Chromium, on a phone and on a desk, in both languages, light and dark. */
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beta as betaOf, catalog, feature as featureOf } from '../src/lib/catalog.ts';
import { markOf } from '../src/lib/marks.ts';
import { dist, requireBuild } from './built.ts';
import { type StaticSite, serve } from './serve.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };

let site: StaticSite;
let browser: Browser;

beforeAll(async () => {
  requireBuild();
  site = await serve(dist);
  browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: FLAGS });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Visit {
  readonly page: Page;
  /** What the page complained of, and what it asked of others. */
  readonly problems: string[];
}

/** Opens a page in a browser of its own, hands it over, and closes it. */
async function visit<T>(path: string, options: Parameters<Browser['newContext']>[0], use: (visit: Visit) => Promise<T>): Promise<T> {
  const context: BrowserContext = await browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => /^https?:/.test(request.url()) && !request.url().startsWith(site.url) && problems.push(`foreign request: ${request.url()}`));
  try {
    await page.goto(site.url + path, { waitUntil: 'load' });
    return await use({ page, problems });
  } finally {
    await context.close();
  }
}

const visibleRows = (page: Page): Promise<string[]> =>
  page.locator('table.betas tbody tr:visible').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id'] ?? ''));
const byId = (a: string, b: string): number => (a < b ? -1 : 1);

/** All rows of a table are alike; the first of them tell axe enough. */
const LATER_ROWS = 'tbody tr:nth-child(n + 12)';

const PAGES = [
  ['the catalog', '/', 'h1', 'Claude API beta headers'],
  ['the catalog in Indonesian', '/id/', 'h1', 'Header beta Claude API'],
  ['a feature', '/features/mcp-client/', 'h1', featureOf('mcp-client').title.en],
  ['a feature in Indonesian', '/id/features/mcp-client/', 'h1', featureOf('mcp-client').title.id],
  ['a beta', '/betas/mcp-client-2025-11-20/', 'h1', 'mcp-client-2025-11-20'],
  ['a beta that selects a legacy shape', '/id/betas/files-api-2025-04-14/', '.notice', 'bentuk respons yang lama'],
  ['the platform table', '/platforms/', 'h1', 'Platforms'],
  ['the timeline', '/timeline/', 'h1', 'Timeline'],
  ['a guide', '/guides/quick-start-node/', 'h1', 'Quick start: Node'],
  ['a guide in Indonesian', '/id/guides/regenerate/', 'h1', 'Saat beta baru dirilis'],
] as const;

describe.each([
  ['on a phone', PHONE],
  ['on a desk', DESK],
])('%s', (_, viewport) => {
  it.each(PAGES)('%s shows itself, without complaint from browser or axe, without scrolling sideways', async (_name, path, selector, text) => {
    await visit(path, { viewport }, async ({ page, problems }) => {
      expect(await page.locator(selector).first().textContent()).toContain(text);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
        const { violations } = await new AxeBuilder({ page }).exclude(LATER_ROWS).analyze();
        expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([]);
      }
      expect(problems).toEqual([]);
    });
  });
});

describe('the catalog', () => {
  it('is a whole table without JavaScript', async () => {
    await visit('/', { javaScriptEnabled: false }, async ({ page }) => {
      expect((await visibleRows(page)).sort(byId)).toEqual(catalog.betas.map((beta) => beta.id).sort(byId));
      expect(await page.locator('.filters').isVisible()).toBe(false);
      expect(await page.locator('table.betas a[href="/betas/mcp-client-2025-11-20/"]').count()).toBe(1);
    });
  });

  it('filters by stage, platform and text, and puts the filter in the URL', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.getByRole('checkbox', { name: /^Beta/ }).check();
      expect((await visibleRows(page)).sort(byId)).toEqual(
        catalog.betas
          .filter((beta) => beta.stage === 'beta')
          .map((beta) => beta.id)
          .sort(byId),
      );
      await page.getByLabel('Missing on').selectOption('vertex');
      const missing = catalog.betas.filter((beta) => beta.stage === 'beta' && markOf(beta.platforms.vertex) === 'no').map((beta) => beta.id);
      expect((await visibleRows(page)).sort(byId)).toEqual(missing.sort(byId));
      expect(await page.getByRole('status').first().textContent()).toBe(`${missing.length} of ${catalog.betas.length} betas`);
      expect(new URL(page.url()).search).toBe('?stage=beta&missing=vertex');
      await page.getByLabel('Search', { exact: true }).last().fill('mcp_servers');
      expect(await visibleRows(page)).toContain('mcp-client-2025-11-20');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      expect(new URL(page.url()).search).toBe('');
      expect(await visibleRows(page)).toHaveLength(catalog.betas.length);
    });
  });

  it('opens as the URL says, and says when nothing fits', async () => {
    await visit('/?q=mcp-client&sort=oldest', {}, async ({ page }) => {
      expect(await visibleRows(page)).toEqual(featureOf('mcp-client').betas);
    });
    await visit('/id/?q=tidakadayangsepertiini', {}, async ({ page }) => {
      expect(await visibleRows(page)).toEqual([]);
      expect(await page.locator('.none').textContent()).toBe('Tidak ada beta yang cocok dengan filter ini.');
    });
  });

  it('sorts from the column heads with the keyboard', async () => {
    await visit('/', {}, async ({ page }) => {
      await page.getByRole('button', { name: 'Beta', exact: true }).focus();
      await page.keyboard.press('Enter');
      expect(await visibleRows(page)).toEqual(catalog.betas.map((beta) => beta.id).sort(byId));
      expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
      expect(new URL(page.url()).search).toBe('?sort=name');
    });
  });

  it('copies an id and says so', async () => {
    await visit('/', { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
      const { id } = betaOf('mcp-client-2025-11-20');
      await page.getByRole('button', { name: `Copy ${id}` }).click();
      await page.locator(`bh-copy[data-text="${id}"][data-state="done"]`).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);
    });
  });
});

describe('the pages', () => {
  it.each([
    ['/', 'MCP', '/features/mcp-client/'],
    ['/id/', 'konektor MCP', '/id/features/mcp-client/'],
  ])('search from %s finds %s', async (path, words, target) => {
    await visit(path, {}, async ({ page, problems }) => {
      await page.locator('site-search button[data-open-modal]').click();
      await page.locator('.pagefind-ui__search-input').fill(words);
      await page.locator(`.pagefind-ui__result-link[href^="${target}"]`).first().waitFor();
      expect(problems).toEqual([]);
    });
  });

  it('remembers the language of the samples', async () => {
    await visit('/betas/mcp-client-2025-11-20/', {}, async ({ page }) => {
      await page.getByRole('tab', { name: 'Python' }).click();
      expect(await page.locator('[role=tabpanel]:visible').textContent()).toContain('betas=["mcp-client-2025-11-20"]');
      await page.goto(`${site.url}/id/features/context-management/`);
      expect(await page.getByRole('tab', { name: 'Python' }).getAttribute('aria-selected')).toBe('true');
    });
  });

  it('has a Markdown twin where the page links to one', async () => {
    await visit('/id/betas/mcp-client-2025-11-20/', {}, async ({ page }) => {
      const twin = await page.locator('link[type="text/markdown"]').getAttribute('href');
      expect(twin).toBe('/id/betas/mcp-client-2025-11-20.md');
      const answer = await page.request.get(site.url + twin);
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toContain('# mcp-client-2025-11-20');
    });
  });

  it('answers a wrong address in both languages', async () => {
    await visit('/no-such-page/', {}, async ({ page }) => {
      expect(await page.locator('main').textContent()).toMatch(/Page not found[\s\S]*Halaman tidak ditemukan/);
    });
  });
});

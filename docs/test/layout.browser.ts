/** The layout of pages: within a phone, still while the page arrives, whole on paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../src/lib/catalog.ts';
import { DESK, layoutShifts, openReader, PHONE, type Reader } from './browser.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

describe('on a phone', () => {
  it('everything that is said of any beta is within the page', async () => {
    // Without scripts, which is quicker, and the words are the same.
    await reader.visit('/', { viewport: PHONE, javaScriptEnabled: false }, async ({ page }) => {
      const outside: string[] = [];
      for (const { id } of catalog.betas) {
        await page.goto(`${reader.site.url}/betas/${id}/`);
        const cut = await page.evaluate(() => {
          const all = [...document.querySelectorAll('main *')].filter(
            (element) => element.getBoundingClientRect().right > window.innerWidth + 1,
          );
          return all.map(
            (element) => `<${element.localName}> ${element.textContent?.slice(0, 60)}`,
          );
        });
        outside.push(...cut.map((text) => `${id}: ${text}`));
      }
      expect(outside.slice(0, 20)).toEqual([]);
    });
  });
});

describe('nothing moves while a page arrives', () => {
  const paths = [
    '/',
    '/features/',
    '/features/mcp-client/',
    '/betas/mcp-client-2025-11-20/',
    '/platforms/',
    '/timeline/',
    '/check/',
    '/errors/',
    '/not-betas/',
    '/manifest/',
    '/guides/quick-start-node/',
    '/guides/policies/',
  ];
  // A third width, because text breaks elsewhere on it.
  it.each([PHONE, { width: 412, height: 823 }, DESK])('at $width px', async (viewport) => {
    const shifts = await layoutShifts(reader, paths, viewport);
    expect([...shifts].filter(([, shift]) => shift >= 0.01)).toEqual([]);
  });
});

describe('on paper', () => {
  /** The width of A4 between its margins, in CSS pixels. */
  const PAPER = { width: 718, height: 1047 };
  const CONTROLS = [
    'nav.sidebar',
    '.right-sidebar-container',
    'mobile-starlight-toc',
    'site-search',
    'starlight-theme-select',
    'starlight-lang-select',
    'bh-copy',
    '.filters',
  ];

  it.each([
    '/betas/mcp-client-2025-11-20/',
    '/id/betas/files-api-2025-04-14/',
    '/features/mcp-client/',
    '/platforms/',
    '/',
  ])('%s shows what it says and nothing to click through, and cuts no table off', async (path) => {
    await reader.visit(path, { viewport: PAPER }, async ({ page, problems }) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('h1').isVisible()).toBe(true);
      const shown: string[] = [];
      for (const selector of CONTROLS)
        if (await page.locator(selector).first().isVisible()) shown.push(selector);
      expect(shown).toEqual([]);
      const cut = await page.evaluate(() => {
        const tables = [...document.querySelectorAll('table')].filter((table) =>
          table.checkVisibility(),
        );
        return tables.flatMap((table) => {
          const { left, right } = table.getBoundingClientRect();
          const wrong =
            left < 0 || right > document.documentElement.clientWidth
              ? ['wider than the paper']
              : [];
          for (let box: HTMLElement | null = table; box; box = box.parentElement)
            if (getComputedStyle(box).overflowX !== 'visible' && box.scrollWidth > box.clientWidth)
              wrong.push(`cut off by <${box.localName} class="${box.className}">`);
          return wrong.map((text) => `${table.className}: ${text}`);
        });
      });
      expect(await page.locator('table').count()).toBeGreaterThan(0);
      expect(cut).toEqual([]);
      expect(problems).toEqual([]);
    });
  });
});

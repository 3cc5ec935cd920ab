/** What every type of page must be: accessible in all its forms, light, and within its own policy. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DESK, openReader, PHONE, type Reader } from './browser.ts';
import { dist } from './built.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

/** All rows of a table are alike, and all rows of the drawing; the first of them tell axe enough. */
const LATER = ['tbody tr:nth-child(n + 8)', '.chart-group:nth-of-type(n + 2)', '.shelf li:nth-child(n + 4)'];

/** One page of each type, without its language. */
const TYPES = [
  '/',
  '/features/',
  '/features/mcp-client/',
  '/betas/mcp-client-2025-11-20/',
  '/betas/files-api-2025-04-14/',
  '/platforms/',
  '/timeline/',
  '/manifest/',
  '/guides/quick-start-node/',
];

describe.each(['', '/id'])('axe, language "%s"', (base) => {
  it.each([...TYPES.map((path) => base + path), ...(base ? [] : ['/404.html'])])('%s: nothing, in light and dark, on a phone and on a desk', async (path) => {
    await reader.visit(path, { viewport: PHONE }, async ({ page, problems }) => {
      for (const viewport of [PHONE, DESK]) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
          const axe = LATER.reduce((builder, selector) => builder.exclude(selector), new AxeBuilder({ page }));
          const { violations } = await axe.analyze();
          expect(
            violations.map(({ id, nodes }) => `${viewport.width} ${colorScheme} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
          ).toEqual([]);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${viewport.width}`).toBe(0);
      }
      expect(problems).toEqual([]);
    });
  });

  it('the search dialog with results: nothing, in light and dark, on a phone and on a desk', async () => {
    await reader.visit(`${base}/platforms/`, { viewport: DESK }, async ({ page, problems }) => {
      await page.waitForLoadState('networkidle');
      await page.keyboard.press('Control+k');
      await page.locator('.pagefind-ui__search-input').fill('mcp');
      await page.locator('.pagefind-ui__result-link').first().waitFor();
      for (const viewport of [DESK, PHONE]) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
          const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
          expect(
            violations.map(({ id, nodes }) => `${viewport.width} ${colorScheme} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
          ).toEqual([]);
        }
      }
      expect(problems).toEqual([]);
    });
  });
});

describe('weight', () => {
  it.each(['/betas/mcp-client-2025-11-20/', '/id/betas/managed-agents-2026-04-01/'])('%s is at most 60 kB gzip, 35 kB of it scripts', async (path) => {
    await reader.visit('/favicon.svg', {}, async ({ page }) => {
      const asked = new Map<string, string>();
      page.on('request', (request) => asked.set(new URL(request.url()).pathname, request.resourceType()));
      await page.goto(reader.site.url + path, { waitUntil: 'networkidle' });
      const sizes = [...asked].map(([file, kind]) => ({ kind, size: gzipSync(readFileSync(join(dist, file, file.endsWith('/') ? 'index.html' : ''))).length }));
      const sum = (kind?: string): number => sizes.filter((one) => kind === undefined || one.kind === kind).reduce((total, { size }) => total + size, 0);
      expect(sizes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['document', 'stylesheet', 'script']));
      expect(sum()).toBeGreaterThan(20_000);
      expect(sum()).toBeLessThanOrEqual(60_000);
      expect(sum('script')).toBeLessThanOrEqual(35_000);
    });
  });
});

describe('the timeline drawn', () => {
  it('zooms without a script, keeps the labels in sight, and leads to the betas by keyboard', async () => {
    await reader.visit('/timeline/', { javaScriptEnabled: false }, async ({ page }) => {
      const width = (): Promise<number> => page.locator('.chart-inner').evaluate((element) => element.getBoundingClientRect().width);
      const before = await width();
      await page.getByRole('radio', { name: '1×' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await width()).toBeCloseTo(before * 4, -1);
      const label = page.locator('.chart-label').first();
      const left = (await label.boundingBox())?.x;
      await page.locator('.chart').evaluate((element) => element.scrollBy(800, 0));
      expect((await label.boundingBox())?.x).toBe(left);
      await page.locator('.chart-lane a[href="/betas/mcp-client-2025-11-20/"]').focus();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^mcp-client-2025-11-20: \w+, /);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/betas/mcp-client-2025-11-20/');
    });
  });

  it('has a table beside it, with an address for every SDK version', async () => {
    await reader.visit('/timeline/#sdk-1.10.0', {}, async ({ page }) => {
      const row = page.locator('[id="sdk-1.10.0"]');
      expect(await row.textContent()).toContain('1.10.0');
      await expect.poll(async () => (await row.boundingBox())?.y ?? Number.POSITIVE_INFINITY).toBeLessThan(900);
    });
  });
});

describe('the page for wrong addresses', () => {
  it.each([
    ['/betas/mcp-client-2025-11-21/', 'mcp-client-2025-11-20', '/betas/mcp-client-2025-11-20/'],
    ['/id/features/mcp-cleint/', 'mcp-client', '/id/features/mcp-client/'],
  ])('%s: guesses %s', async (path, name, target) => {
    await reader.visit(path, {}, async ({ page }) => {
      const guesses = page.locator('.guesses:visible');
      await guesses.first().waitFor();
      expect(await guesses.getByRole('link', { name, exact: true }).evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toContain(target);
    });
  });

  it('guesses nothing where nothing is near, and executes nothing of the address', async () => {
    await reader.visit('/%3Cimg%20src=x%20onerror=alert(1)%3E/', {}, async ({ page, problems }) => {
      expect(await page.locator('.guesses:visible').count()).toBe(0);
      expect(problems.filter((problem) => !problem.includes('404'))).toEqual([]);
    });
  });
});

describe('the footer', () => {
  it('says that a copy is old by the clock of the reader, and only then', async () => {
    await reader.visit('/platforms/', {}, async ({ page }) => {
      const notice = page.locator('bh-age');
      const checked = (await notice.getAttribute('data-checked')) as string;
      for (const [days, visible] of [
        [1, false],
        [400, true],
      ] as const) {
        await page.clock.setFixedTime(Date.parse(checked) + days * 86_400_000);
        await page.reload();
        await page.waitForFunction(() => customElements.get('bh-age') !== undefined);
        expect(await notice.isVisible(), `${days} days later`).toBe(visible);
      }
    });
  });
});

/** Page one in a browser: first screen, filters, remembered platforms, notes of cells. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../src/i18n/index.ts';
import { catalog, getBeta, getFeature } from '../src/lib/catalog.ts';
import { FOLDED, getGroup } from '../src/lib/catalog-groups.ts';
import { getFeatureMark } from '../src/lib/claim-marks.ts';
import { isAvailable } from '../src/lib/marks.ts';
import { findFaults, listen, openReader, PAIRS, PHONE, type Reader } from './browser.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const BETA = 'mcp-client-2025-11-20';
const listVisibleRows = (page: Page): Promise<string[]> =>
  page
    .locator('table.betas tr[data-id]:visible')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['id'] ?? ''));
const getMark = (name: string, platform: string) =>
  getFeatureMark(getFeature(name).availability[platform] ?? []);
const sort = (ids: readonly string[]): string[] => [...ids].sort();
const pick = (page: Page, name: string) =>
  page.locator('.pick', { has: page.locator(`[name=${name}]`) }).locator('summary');
const cell = (page: Page, id: string, platform: string) =>
  page
    .locator(`tr[data-id="${id}"] td.p`)
    .nth(catalog.platforms.findIndex((one) => one.id === platform))
    .locator('button');
/** The values that the page stores, without Starlight's theme. */
const storage = (page: Page): Promise<Record<string, string>> =>
  page.evaluate(() => {
    const { 'starlight-theme': _, ...own } = { ...localStorage } as Record<string, string>;
    return own;
  });

describe('the first screen', () => {
  it('says what this is, how to install it, what is new, and where to begin', async () => {
    for (const [path, locale] of [
      ['/', 'en'],
      ['/id/', 'id'],
    ] as const)
      await reader.visit(path, {}, async ({ page, problems }) => {
        const { home } = messages(locale);
        const shown = await page.locator('main').evaluate((main) => {
          const inside = [...main.querySelectorAll('p, pre, h2, time, a')].filter(
            (element) =>
              element.checkVisibility() && element.getBoundingClientRect().bottom <= innerHeight,
          );
          return inside.map(({ textContent }) => textContent?.trim() ?? '');
        });
        const text = shown.join('\n');
        expect(text).toContain('npm i @beta-headers/node');
        expect(text).toContain(`anthropic-beta: ${BETA}`);
        for (const part of [home.starts.error, home.starts.feature, home.starts.code])
          expect(text).toContain(part);
        expect(shown.filter((part) => /^\d{4}-\d\d-\d\d$/.test(part)).length).toBe(3);
        expect(problems).toEqual([]);
      });
  });

  it('is accessible at both widths and in both themes, filters and notes open', async () => {
    await reader.visit('/?stage=beta', { viewport: PHONE }, async ({ page, problems }) => {
      await page.locator('.key summary').click();
      expect(await findFaults(page, PAIRS[0])).toEqual([]);
      await cell(page, BETA, 'vertex').click();
      await page.locator('#cell-note li').first().waitFor();
      expect(await findFaults(page, PAIRS[1], '#cell-note')).toEqual([]);
      expect(problems).toEqual([]);
    });
  });
});

describe('the table', () => {
  it('has every beta without JavaScript', async () => {
    await reader.visit('/', { javaScriptEnabled: false }, async ({ page }) => {
      expect(sort(await listVisibleRows(page))).toEqual(sort(catalog.betas.map(({ id }) => id)));
      expect(await page.locator('.filters').isVisible()).toBe(false);
      expect(await page.locator(`table.betas .id a[href="/betas/${BETA}/"]`).count()).toBe(1);
    });
  });

  it('folds groups that few readers need, and opens them by keyboard', async () => {
    await reader.visit('/', {}, async ({ page }) => {
      const open = catalog.betas.filter((beta) => !FOLDED.has(getGroup(beta)));
      expect(sort(await listVisibleRows(page))).toEqual(sort(open.map(({ id }) => id)));
      const button = page.locator('[data-group=administration] .group button');
      await button.press('Enter');
      expect(await button.getAttribute('aria-expanded')).toBe('true');
      const more = catalog.betas.filter((beta) => getGroup(beta) === 'administration');
      expect(await listVisibleRows(page)).toHaveLength(open.length + more.length);
    });
  });

  it('filters by stage, several platforms and text, and puts the filter into the URL', async () => {
    await reader.visit('/', {}, async ({ page }) => {
      await page.locator('.more').click();
      await page.getByRole('checkbox', { name: /^Beta/ }).check();
      await pick(page, 'on').click();
      await page.locator('[name=on][value=claude-api]').check();
      await page.locator('[name=on][value=foundry]').check();
      await pick(page, 'not').click();
      await page.locator('[name=not][value=vertex]').check();
      const expected = catalog.betas.filter(
        ({ stage, feature }) =>
          stage === 'beta' &&
          isAvailable(getMark(feature, 'claude-api')) &&
          isAvailable(getMark(feature, 'foundry')) &&
          getMark(feature, 'vertex') === 'unavailable',
      );
      expect(expected.length).toBeGreaterThan(0);
      expect(sort(await listVisibleRows(page))).toEqual(sort(expected.map(({ id }) => id)));
      expect(await page.locator('.count').textContent()).toBe(
        `${expected.length} of ${catalog.betas.length} betas`,
      );
      expect(new URL(page.url()).search).toBe('?stage=beta&on=claude-api,foundry&not=vertex');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      expect(new URL(page.url()).search).toBe('');
    });
  });

  it('is the first thing on a page with a filter in its address', async () => {
    await reader.visit('/?on=bedrock', {}, async ({ page }) => {
      expect(await page.locator('.home').isVisible()).toBe(false);
      const { top } = await page
        .locator('table.betas')
        .evaluate((table) => table.getBoundingClientRect());
      expect(top).toBeLessThan(400);
    });
    await reader.visit('/?utm=x', {}, async ({ page }) => {
      expect(await page.locator('.home').isVisible()).toBe(true);
    });
  });

  it('shows the filters of the address also where they are folded', async () => {
    await reader.visit('/?on=bedrock', { viewport: PHONE }, async ({ page }) => {
      expect(await pick(page, 'on').textContent()).toContain('Bedrock');
      expect(await pick(page, 'on').isVisible()).toBe(true);
      await page.locator('.more').click();
      expect(await pick(page, 'on').isVisible()).toBe(false);
    });
    await reader.visit('/', { viewport: PHONE }, async ({ page }) => {
      expect(await pick(page, 'on').isVisible()).toBe(false);
    });
  });

  it('never asks for a platform in both lists', async () => {
    await reader.visit('/?on=bedrock', {}, async ({ page }) => {
      await pick(page, 'not').click();
      await page.locator('[name=not][value=bedrock]').check();
      expect(new URL(page.url()).search).toBe('?not=bedrock');
    });
  });

  it('shows the best match of a search first, in both languages', async () => {
    await reader.visit('/', {}, async ({ page }) => {
      await page.locator('.filters [name=q]').fill('files');
      expect((await listVisibleRows(page))[0]).toBe('files-api-2025-04-14');
      await page.locator('.filters [name=q]').fill('tool serch');
      expect((await listVisibleRows(page))[0]).toBe('tool-search-tool-2025-10-19');
    });
    await reader.visit('/id/?q=berkas', {}, async ({ page }) => {
      expect((await listVisibleRows(page))[0]).toBe('files-api-2025-04-14');
    });
  });

  it('applies the filters of the URL, and reports an empty result', async () => {
    await reader.visit('/?q=mcp-client&sort=oldest', {}, async ({ page }) => {
      expect(await listVisibleRows(page)).toEqual(getFeature('mcp-client').betas);
    });
    await reader.visit('/?on=bedrock,nowhere&not=vertex', {}, async ({ page }) => {
      expect(await page.locator('[name=on]:checked').count()).toBe(1);
      expect(await page.locator('[name=not]:checked').count()).toBe(1);
    });
    await reader.visit('/id/?q=tidakadayangsepertiini', {}, async ({ page }) => {
      expect(await listVisibleRows(page)).toEqual([]);
      expect(await page.locator('.none').textContent()).toContain(
        'Tidak ada beta yang cocok dengan filter ini.',
      );
    });
  });

  it('sorts from the column heads with the keyboard', async () => {
    await reader.visit('/', {}, async ({ page }) => {
      await page.getByRole('button', { name: 'Beta', exact: true }).press('Enter');
      expect(await listVisibleRows(page)).toEqual(sort(catalog.betas.map(({ id }) => id)));
      expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
      expect(new URL(page.url()).search).toBe('?sort=name');
    });
  });

  it('copies an id and reports it', async () => {
    await reader.visit(
      '/',
      { permissions: ['clipboard-read', 'clipboard-write'] },
      async ({ page }) => {
        const { id } = getBeta(BETA);
        const heard = await listen(page, `bh-copy[data-text="${id}"]`);
        await page.getByRole('button', { name: `Copy ${id}` }).click();
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(id);
        await expect.poll(heard).toContain(messages('en').copy.done);
      },
    );
  });
});

describe('the platforms of a reader', () => {
  it('are remembered as ids, and only their columns are shown', async () => {
    await reader.visit('/', { alone: true }, async ({ page }) => {
      await pick(page, 'mine').click();
      await page.locator('[name=mine][value=bedrock]').check();
      await page.locator('[name=mine][value=vertex]').check();
      expect(await storage(page)).toEqual({ 'bh-platforms': 'bedrock vertex' });
      await page.goto(`${reader.site.url}/id/?stage=beta`);
      expect(
        await page
          .locator('th[data-platform]:visible')
          .evaluateAll((heads) => heads.map((head) => (head as HTMLElement).dataset['platform'])),
      ).toEqual(['bedrock', 'vertex']);
      expect(await cell(page, BETA, 'foundry').isVisible()).toBe(false);
      expect(new URL(page.url()).search).toBe('?stage=beta');
      await pick(page, 'mine').click();
      await page.locator('[name=mine][value=bedrock]').uncheck();
      await page.locator('[name=mine][value=vertex]').uncheck();
      expect(await storage(page)).toEqual({});
      expect(await page.locator('th[data-platform]:visible').count()).toBe(
        catalog.platforms.length,
      );
    });
  });

  it('are forgotten if the storage holds something else', async () => {
    await reader.visit('/', { alone: true }, async ({ page, problems }) => {
      await page.evaluate(() => localStorage.setItem('bh-platforms', '"><script> x'));
      await page.reload();
      expect(await page.locator('th[data-platform]:visible').count()).toBe(
        catalog.platforms.length,
      );
      expect(problems).toEqual([]);
    });
  });
});

describe('the note of a cell', () => {
  it('opens and closes by keyboard, and has the claims with their remedies', async () => {
    await reader.visit('/', {}, async ({ page, problems }) => {
      await cell(page, BETA, 'bedrock').press('Enter');
      const note = page.locator('#cell-note');
      await note.locator('li').first().waitFor();
      const text = (await note.textContent()) ?? '';
      expect(text).toContain(getBeta(BETA).title.en);
      expect(text).toContain(messages('en').claim.status.unavailable);
      expect(await note.locator('.cell-note-more').getAttribute('href')).toContain(
        `/betas/${BETA}/#on-bedrock`,
      );
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('cell-note');
      await page.keyboard.press('Escape');
      expect(await note.isVisible()).toBe(false);
      expect(
        await cell(page, BETA, 'bedrock').evaluate((button) => button === document.activeElement),
      ).toBe(true);
      expect(problems).toEqual([]);
    });
  });

  it('leads to the sources if the notes cannot be loaded', async () => {
    await reader.visit('/', { alone: true }, async ({ page }) => {
      await page.route('**/notes.json', (route) => route.abort());
      await cell(page, BETA, 'vertex').click();
      await page.getByText(messages('en').home.cell.failed).waitFor();
      await page.locator('.cell-note-more').click();
      await page.waitForURL(`**/betas/${BETA}/#on-vertex`);
    });
  });
});

describe('the errors', () => {
  it('are filtered by their words', async () => {
    await reader.visit('/errors/', {}, async ({ page, problems }) => {
      const field = page.locator('bh-error-filter input');
      const shown = page.locator('.error-shape:visible, .error-rows li:visible');
      const all = await page.locator('h2:visible').count();
      await field.fill('invalid beta flag');
      const texts = await shown.allTextContents();
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(text.toLowerCase()).toContain('flag');
      expect(await page.locator('h2:visible').count()).toBeLessThan(all);
      await field.fill('nosuchword');
      expect(await shown.count()).toBe(0);
      expect(await page.locator('.error-count').textContent()).toBe(
        messages('en').home.errors.none,
      );
      await field.fill('');
      expect(await page.locator('h2:visible').count()).toBe(all);
      expect(problems).toEqual([]);
    });
  });
});

describe('the other language', () => {
  it('is offered once to a reader who prefers it', async () => {
    await reader.visit('/', { locale: 'id-ID', alone: true }, async ({ page }) => {
      const offer = page.locator('bh-language');
      expect(await offer.textContent()).toContain('Halaman ini tersedia dalam bahasa Indonesia.');
      expect(await offer.locator('a').getAttribute('href')).toBe('/id/');
      await offer.getByRole('button').click();
      expect(await offer.isVisible()).toBe(false);
      await page.goto(`${reader.site.url}/platforms/`);
      expect(await page.locator('bh-language').isVisible()).toBe(false);
    });
    await reader.visit('/id/', { locale: 'id-ID' }, async ({ page }) => {
      expect(await page.locator('bh-language').isVisible()).toBe(false);
    });
  });

  it('can be chosen at the top of a phone', async () => {
    await reader.visit('/platforms/', { viewport: PHONE }, async ({ page }) => {
      await page.locator('header').getByRole('link', { name: 'Bahasa Indonesia' }).click();
      await page.waitForURL('**/id/platforms/');
    });
  });
});

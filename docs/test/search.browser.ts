/** The search: usable at once on any network, in both languages, with clear errors. */
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../src/i18n/index.ts';
import { LOCALES } from '../src/lib/site.ts';
import { FORMS, findFaults, openReader, PAIRS, type Reader } from './browser.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const START = '/features/mcp-client/';
const findDialog = (page: Page) => page.locator('.search-dialog');
const findField = (page: Page) => findDialog(page).locator('input');
const findResults = (page: Page) => findDialog(page).locator('.search-results a');
const findStatus = (page: Page) => findDialog(page).locator('.search-state');
const isFocused = (page: Page): Promise<boolean> =>
  findField(page).evaluate((input) => input === document.activeElement);
const index = (requests: readonly string[]): string[] =>
  requests.filter((url) => url.includes('/search/'));

const OPENINGS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['a click', (page) => page.locator('.search-open').click()],
  ['/', (page) => page.keyboard.press('/')],
  ['Ctrl+K', (page) => page.keyboard.press('Control+k')],
  ['Cmd+K', (page) => page.keyboard.press('Meta+k')],
];

describe('the dialog', () => {
  it.each(OPENINGS)(
    'opens with %s, accepts text while the index loads, and closes with Escape',
    async (_, open) => {
      await reader.visit(START, {}, async ({ page, problems }) => {
        const held: Route[] = [];
        let holding = true;
        await page.route('**/search/*.json', (route) =>
          holding ? held.push(route) : route.continue(),
        );
        await open(page);
        await page.keyboard.type('mcp connector');
        expect(await findField(page).inputValue()).toBe('mcp connector');
        await expect.poll(() => findStatus(page).textContent()).toBe(messages('en').search.loading);
        await expect.poll(() => held.length).toBeGreaterThan(0);
        holding = false;
        for (const route of held) await route.continue();
        await findResults(page).first().waitFor();
        expect(await findField(page).inputValue()).toBe('mcp connector');
        expect(await isFocused(page)).toBe(true);
        expect(await findStatus(page).textContent()).toMatch(/^\d+ results for mcp connector$/);
        await page.keyboard.press('Escape');
        expect(await findDialog(page).isVisible()).toBe(false);
        expect(problems).toEqual([]);
      });
    },
  );

  it('closes with a click outside, its button or its key, and returns the focus', async () => {
    await reader.visit(START, {}, async ({ page }) => {
      const button = page.locator('.search-open');
      const closings: (() => Promise<void>)[] = [
        () => page.mouse.click(20, 600),
        () => page.keyboard.press('Control+k'),
        () => page.keyboard.press('Escape'),
        async () => {
          await page.setViewportSize({ width: 390, height: 844 });
          await findDialog(page).locator('.search-close').click();
        },
      ];
      for (const close of closings) {
        await button.click();
        expect(await isFocused(page)).toBe(true);
        await close();
        await findDialog(page).waitFor({ state: 'hidden' });
        expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
      }
    });
  });

  it('does not open when / is typed into another field', async () => {
    await reader.visit('/check/', {}, async ({ page }) => {
      await page.locator('#check-text').pressSequentially('POST /v1/messages');
      expect(await page.locator('#check-text').inputValue()).toBe('POST /v1/messages');
      expect(await findDialog(page).isVisible()).toBe(false);
    });
  });

  it('moves with the arrow keys to the results and back to the field', async () => {
    await reader.visit(START, {}, async ({ page }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('mcp');
      // The results of the whole word replace those of its beginning.
      await expect.poll(() => findStatus(page).textContent()).toMatch(/^\d+ results? for mcp$/);
      await findResults(page).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await expect
        .poll(() =>
          findResults(page)
            .first()
            .evaluate((link) => link === document.activeElement),
        )
        .toBe(true);
      await page.keyboard.press('ArrowUp');
      await expect.poll(() => isFocused(page)).toBe(true);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => isFocused(page)).toBe(false);
      await page.keyboard.type(' x');
      await expect.poll(() => isFocused(page)).toBe(true);
      expect(await findField(page).inputValue()).toBe('mcp x');
    });
  });

  it('keeps the focus when the focused result is removed', async () => {
    await reader.visit(START, {}, async ({ page }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('mcp');
      await findResults(page).first().waitFor();
      await findResults(page).first().focus();
      // The reader moves to the results before the search of the last text begins.
      await findField(page).evaluate((input) => {
        (input as HTMLInputElement).value = 'files';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await expect.poll(() => findStatus(page).textContent()).toMatch(/^\d+ results? for files$/);
      expect(await isFocused(page)).toBe(true);
    });
  });

  it('shows the results of the last text', async () => {
    await reader.visit(START, {}, async ({ page, problems }) => {
      await page.keyboard.press('/');
      for (const term of ['bedrock', 'files', 'zzzz', 'compact']) await findField(page).fill(term);
      await expect.poll(() => findStatus(page).textContent()).toMatch(/^\d+ results? for compact$/);
      await findResults(page).first().waitFor();
      await findField(page).fill('qqqqqqqq');
      await expect.poll(() => findStatus(page).textContent()).toMatch(/qqqqqqqq$/);
      expect(await findResults(page).count()).toBe(0);
      expect(await findDialog(page).locator('.search-none a').isVisible()).toBe(true);
      await findField(page).fill('');
      await expect.poll(() => findStatus(page).textContent()).toBe('');
      expect(problems).toEqual([]);
    });
  });

  it.each(LOCALES)(
    'reports in %s that the search cannot be loaded, and retries',
    async (locale) => {
      for (const broken of [`**/search/${locale}.json`, '**/search-engine.*.js']) {
        await reader.visit((locale === 'en' ? '' : `/${locale}`) + START, {}, async ({ page }) => {
          await page.route(broken, (route) => route.abort());
          await page.locator('.search-open').click();
          await findField(page).fill('mcp');
          await expect
            .poll(() => findStatus(page).textContent(), { message: broken })
            .toBe(messages(locale).search.failed);
          expect(await findField(page).inputValue()).toBe('mcp');
          expect(await isFocused(page)).toBe(true);
          await page.unroute(broken);
          // An earlier attempt may still fail. Then the next one is used.
          const found = async (): Promise<boolean> => {
            if (!(await findResults(page).first().isVisible())) await page.keyboard.press('Enter');
            return findResults(page).first().isVisible();
          };
          await expect.poll(found, { message: broken, interval: 500 }).toBe(true);
          expect(await findStatus(page).textContent(), broken).toMatch(/ mcp$/);
          await page.keyboard.press('Enter');
          await page.waitForURL((url) => !url.pathname.endsWith(START) || url.hash !== '');
        });
      }
    },
  );
});

describe('the index', () => {
  it('is not loaded by a page without a search', async () => {
    await reader.visit(START, {}, async ({ page, requests }) => {
      await page.waitForLoadState('networkidle');
      expect(requests.length).toBeGreaterThan(3);
      expect(index(requests)).toEqual([]);
    });
  });

  it('is loaded when the pointer or the focus reaches the button', async () => {
    for (const approach of [
      (page: Page) => page.locator('.search-open').hover(),
      (page: Page) => page.locator('.search-open').focus(),
    ])
      await reader.visit(START, {}, async ({ page, requests }) => {
        await approach(page);
        await expect.poll(() => index(requests).length).toBeGreaterThan(0);
      });
  });
});

describe('axe', () => {
  it.each(LOCALES)(
    'finds no fault in the dialog in %s: empty, with results, without results',
    async (locale) => {
      const forms = locale === 'en' ? FORMS : PAIRS[0];
      await reader.visit(
        (locale === 'en' ? '' : `/${locale}`) + START,
        {},
        async ({ page, problems }) => {
          await page.keyboard.press('/');
          expect(await findFaults(page, forms, '.search-dialog')).toEqual([]);
          await findField(page).fill('mcp');
          await findResults(page).nth(2).waitFor();
          expect(await findFaults(page, forms, '.search-dialog')).toEqual([]);
          await findField(page).fill('qqqqqqqq');
          await expect.poll(() => findStatus(page).textContent()).toMatch(/qqqqqqqq/);
          expect(await findFaults(page, forms, '.search-dialog')).toEqual([]);
          expect(problems).toEqual([]);
        },
      );
    },
  );
});

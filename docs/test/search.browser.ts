/** The search: at once on any network, in both languages, and clear when there is none. */
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../src/i18n/index.ts';
import { LOCALES } from '../src/lib/site.ts';
import { FORMS, openReader, PAIRS, type Reader, wrongInForms } from './browser.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const START = '/features/mcp-client/';
const dialog = (page: Page) => page.locator('.search-dialog');
const field = (page: Page) => dialog(page).locator('input');
const results = (page: Page) => dialog(page).locator('.pf-result-link');
const said = (page: Page) => dialog(page).locator('.search-state');
const isFocused = (page: Page): Promise<boolean> =>
  field(page).evaluate((input) => input === document.activeElement);
const pagefind = (requests: readonly string[]): string[] =>
  requests.filter((url) => url.includes('/pagefind/'));

const OPENINGS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['a click', (page) => page.locator('.search-open').click()],
  ['/', (page) => page.keyboard.press('/')],
  ['Ctrl+K', (page) => page.keyboard.press('Control+k')],
  ['Cmd+K', (page) => page.keyboard.press('Meta+k')],
];

describe('the dialog', () => {
  it.each(OPENINGS)(
    'opens with %s and takes what is typed while Pagefind has not come; Escape closes it',
    async (_, open) => {
      await reader.visit(START, {}, async ({ page, problems }) => {
        const held: Route[] = [];
        let holding = true;
        await page.route('**/pagefind/**', (route) =>
          holding ? held.push(route) : route.continue(),
        );
        await open(page);
        await page.keyboard.type('mcp connector');
        expect(await field(page).inputValue()).toBe('mcp connector');
        await expect.poll(() => said(page).textContent()).toBe(messages('en').search.loading);
        await expect.poll(() => held.length).toBeGreaterThan(0);
        holding = false;
        for (const route of held) await route.continue();
        await results(page).first().waitFor();
        expect(await dialog(page).locator('pagefind-summary').textContent()).toMatch(
          /^\d+ results for mcp connector$/,
        );
        expect(await field(page).inputValue()).toBe('mcp connector');
        expect(await isFocused(page)).toBe(true);
        expect(await said(page).textContent()).toBe('');
        await page.keyboard.press('Escape');
        expect(await dialog(page).isVisible()).toBe(false);
        expect(problems).toEqual([]);
      });
    },
  );

  it('gives the focus back, and closes with a click outside, with its button on a phone, and with the key that opened it', async () => {
    await reader.visit(START, {}, async ({ page }) => {
      const button = page.locator('.search-open');
      const closings: (() => Promise<void>)[] = [
        () => page.mouse.click(20, 600),
        () => page.keyboard.press('Control+k'),
        () => page.keyboard.press('Escape'),
        async () => {
          await page.setViewportSize({ width: 390, height: 844 });
          await dialog(page).locator('.search-close').click();
        },
      ];
      for (const close of closings) {
        await button.click();
        expect(await isFocused(page)).toBe(true);
        await close();
        await dialog(page).waitFor({ state: 'hidden' });
        expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
      }
    });
  });

  it('does not take / from somebody who types it elsewhere', async () => {
    await reader.visit('/check/', {}, async ({ page }) => {
      await page.locator('[name=endpoint]').pressSequentially('POST /v1/messages');
      expect(await page.locator('[name=endpoint]').inputValue()).toBe('POST /v1/messages');
      expect(await dialog(page).isVisible()).toBe(false);
    });
  });

  it('leads with the arrow keys to what was found and back, where typing goes on', async () => {
    await reader.visit(START, {}, async ({ page }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('mcp');
      // Results of what was typed at first go when those of the whole word come.
      await expect
        .poll(() => dialog(page).locator('pagefind-summary').textContent())
        .toMatch(/^\d+ results? for mcp$/);
      await results(page).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await expect
        .poll(() =>
          results(page)
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
      expect(await field(page).inputValue()).toBe('mcp x');
    });
  });

  it('never loses the focus, not even when what has it goes', async () => {
    await reader.visit(START, {}, async ({ page }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('mcp');
      await results(page).first().waitFor();
      await results(page).first().focus();
      // A search that was still waiting for its pause when the reader went on to the results.
      await field(page).evaluate((input) => {
        (input as HTMLInputElement).value = 'files';
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await expect
        .poll(() => dialog(page).locator('pagefind-summary').textContent())
        .toMatch(/^\d+ results? for files$/);
      expect(await isFocused(page)).toBe(true);
    });
  });

  it('shows what was typed last, whatever was typed before', async () => {
    await reader.visit(START, {}, async ({ page, problems }) => {
      await page.keyboard.press('/');
      for (const term of ['bedrock', 'files', 'zzzz', 'compact']) await field(page).fill(term);
      const summary = dialog(page).locator('pagefind-summary');
      await expect.poll(() => summary.textContent()).toMatch(/^\d+ results? for compact$/);
      await results(page).first().waitFor();
      await field(page).fill('qqqqqqqq');
      await expect.poll(() => summary.textContent()).toMatch(/qqqqqqqq$/);
      await expect.poll(() => results(page).count()).toBe(0);
      await field(page).fill('');
      await expect.poll(() => summary.textContent()).toBe('');
      expect(problems).toEqual([]);
    });
  });

  it.each(LOCALES)('%s: says so when Pagefind cannot be had, and tries again', async (locale) => {
    for (const broken of [
      '**/pagefind/pagefind-component-ui.js',
      '**/pagefind/pagefind.js',
      '**/pagefind/pagefind-entry.json*',
    ]) {
      await reader.visit((locale === 'en' ? '' : `/${locale}`) + START, {}, async ({ page }) => {
        await page.route(broken, (route) => route.abort());
        await page.locator('.search-open').click();
        await field(page).fill('mcp');
        await expect
          .poll(() => said(page).textContent(), { message: broken })
          .toBe(messages(locale).search.failed);
        expect(await field(page).inputValue()).toBe('mcp');
        expect(await isFocused(page)).toBe(true);
        await page.unroute(broken);
        // An attempt that began before may still fail, and then the next one counts.
        const found = async (): Promise<boolean> => {
          await page.keyboard.press('Enter');
          return results(page).first().isVisible();
        };
        await expect.poll(found, { message: broken, interval: 500 }).toBe(true);
        expect(await said(page).textContent(), broken).toBe('');
      });
    }
  });
});

describe('Pagefind', () => {
  it('is not asked for by a page on which nobody searches', async () => {
    await reader.visit(START, {}, async ({ page, requests }) => {
      await page.waitForLoadState('networkidle');
      expect(requests.length).toBeGreaterThan(3);
      expect(pagefind(requests)).toEqual([]);
    });
  });

  it('is asked for when a pointer or the keyboard comes to the button', async () => {
    for (const approach of [
      (page: Page) => page.locator('.search-open').hover(),
      (page: Page) => page.locator('.search-open').focus(),
    ])
      await reader.visit(START, {}, async ({ page, requests }) => {
        await approach(page);
        await expect.poll(() => pagefind(requests).length).toBeGreaterThan(0);
      });
  });
});

describe('axe', () => {
  it.each(LOCALES)(
    '%s: finds nothing wrong with the open dialog: empty, with results, without',
    async (locale) => {
      const forms = locale === 'en' ? FORMS : PAIRS[0];
      await reader.visit(
        (locale === 'en' ? '' : `/${locale}`) + START,
        {},
        async ({ page, problems }) => {
          await page.keyboard.press('/');
          expect(await wrongInForms(page, forms, '.search-dialog')).toEqual([]);
          await field(page).fill('mcp');
          await results(page).nth(2).waitFor();
          expect(await wrongInForms(page, forms, '.search-dialog')).toEqual([]);
          await field(page).fill('qqqqqqqq');
          await expect
            .poll(() => dialog(page).locator('pagefind-summary').textContent())
            .toMatch(/qqqqqqqq/);
          expect(await wrongInForms(page, forms, '.search-dialog')).toEqual([]);
          expect(problems).toEqual([]);
        },
      );
    },
  );
});

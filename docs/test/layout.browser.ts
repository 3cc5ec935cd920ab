/** The layout of pages on a phone, while the page loads, and on paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../src/lib/catalog.ts';
import { href } from '../src/lib/links.ts';
import { CONCEPTS, getConceptPath } from '../src/lib/place-links.ts';
import { GUIDES, getGuidePath, LOCALES } from '../src/lib/site.ts';
import { DESK, measureLayoutShifts, openReader, PHONE, type Reader } from './browser.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

describe('a phone', () => {
  it('shows the page of every beta without scrolling sideways', async () => {
    // Pages have the same texts without scripts, and load faster.
    await reader.visit('/', { viewport: PHONE, javaScriptEnabled: false }, async ({ page }) => {
      const outside: string[] = [];
      for (const { id } of catalog.betas) {
        await page.goto(`${reader.site.url}/betas/${id}/`);
        const cut = await page.evaluate(() => {
          // Wide code scrolls inside its block.
          const all = [...document.querySelectorAll('main *:not(.code-block pre *)')].filter(
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

describe('prose on a phone', () => {
  const paths = LOCALES.flatMap((locale) =>
    [...GUIDES.map(getGuidePath), ...CONCEPTS.map(getConceptPath)].map((path) =>
      href(locale, path),
    ),
  );

  it('has tables that do not scroll, with whole words', async () => {
    await reader.visit('/', { viewport: PHONE, javaScriptEnabled: false }, async ({ page }) => {
      const faults: string[] = [];
      for (const path of paths) {
        await page.goto(reader.site.url + path);
        const found = await page.evaluate(() => {
          const tables = [...document.querySelectorAll('main table')];
          const wide = tables.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
          const broken = tables.flatMap((table) => {
            const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
            const words: string[] = [];
            for (let text = texts.nextNode(); text; text = texts.nextNode()) {
              if (text.parentElement?.closest('code')) continue;
              for (const { 0: word, index } of (text.textContent ?? '').matchAll(/\p{L}{2,}/gu)) {
                const range = document.createRange();
                range.setStart(text, index);
                range.setEnd(text, index + word.length);
                const lines = new Set([...range.getClientRects()].map(({ top }) => top));
                if (lines.size > 1) words.push(word);
              }
            }
            return words;
          });
          return [...wide.map((table) => table.textContent?.slice(0, 60)), ...broken];
        });
        faults.push(...found.map((fault) => `${path}: ${fault}`));
      }
      expect(faults.slice(0, 20)).toEqual([]);
    });
  });

  it('has the sign of an entry on the line of its title', async () => {
    await reader.visit('/id/changes/2026-11/', { viewport: PHONE }, async ({ page }) => {
      const alone = await page.evaluate(() =>
        [...document.querySelectorAll('.change .anchor')]
          .filter((sign) => {
            const lines = [...(sign.previousElementSibling?.getClientRects() ?? [])];
            const { top, bottom } = sign.getBoundingClientRect();
            return (top + bottom) / 2 > (lines.at(-1)?.bottom ?? 0);
          })
          .map(({ parentElement }) => parentElement?.textContent),
      );
      expect(alone).toEqual([]);
    });
  });
});

describe('a page that loads', () => {
  const paths = [
    '/',
    '/features/',
    '/features/mcp-client/',
    '/betas/mcp-client-2025-11-20/',
    '/platforms/',
    '/platforms/bedrock/',
    '/models/',
    '/models/claude-opus-4-8/',
    '/claude-code/',
    '/concepts/several-betas/',
    '/changes/',
    '/changes/2026-03/',
    '/check/',
    '/errors/',
    '/not-betas/',
    '/manifest/',
    '/guides/quick-start-node/',
    '/guides/policies/',
    '/packages/node/',
    '/id/',
    '/id/features/structured-outputs/',
    '/id/changes/',
  ];
  // At the second width, lines break at other places.
  it.each([PHONE, { width: 412, height: 823 }, DESK])(
    'does not move at $width px',
    async (viewport) => {
      const shifts = await measureLayoutShifts(reader, paths, viewport);
      expect([...shifts].filter(([, shift]) => shift >= 0.01)).toEqual([]);
    },
  );
});

describe('page one', () => {
  it.each([PHONE, DESK])(
    'does not move at $width px for a reader whose platforms it remembers, or when filtered',
    async (viewport) => {
      const shifts = await measureLayoutShifts(
        reader,
        ['/', '/?on=bedrock&not=vertex', '/?q=files', '/?sort=newest&stage=beta'],
        viewport,
        { 'bh-platforms': 'bedrock vertex' },
      );
      expect([...shifts].filter(([, shift]) => shift >= 0.01)).toEqual([]);
    },
  );
});

describe('paper', () => {
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
    'bh-language',
  ];

  it.each([
    '/betas/mcp-client-2025-11-20/',
    '/id/betas/files-api-2025-04-14/',
    '/features/mcp-client/',
    '/platforms/',
    '/',
  ])('shows %s with whole tables and without controls', async (path) => {
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

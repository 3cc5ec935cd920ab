/** The site built from a catalogue in which every text is hostile: its pages, and their scripts. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader, type Reader } from './browser.ts';
import { dist } from './built.ts';
import { findNew, type Markup, readMarkup } from './hostile/markup.ts';

let folder: string;
let reader: Reader;
let usual: Markup;
let hostile: Markup;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'site-hostile-'));
  execFileSync(
    'node_modules/.bin/astro',
    ['build', '--config', 'test/hostile/astro.config.ts', '--outDir', folder],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: 'pipe',
    },
  );
  usual = readMarkup(dist);
  hostile = readMarkup(folder);
  reader = await openReader(folder);
});
afterAll(async () => {
  await reader?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe('pages with hostile texts', () => {
  it('have the elements, attributes and scripts of the usual ones', () => {
    expect(hostile.pages).toBe(usual.pages);
    expect(findNew(hostile.attributes, usual.attributes)).toEqual([]);
    expect([...hostile.scripts].filter((text) => !usual.scripts.has(text))).toEqual([]);
    expect(hostile.elements.get('script')).toBe(usual.elements.get('script'));
    expect(hostile.elements.get('style')).toBe(usual.elements.get('style'));
    expect(hostile.broken).toEqual([]);
  });

  it('have links to no other hosts than those of the texts', () => {
    const fresh = findNew(hostile.hosts, usual.hosts).filter(
      (host) => !host.includes('docs.claude.com@evil.example'),
    );
    expect(fresh).toEqual([]);
  });
});

/** Actions of a reader that make the scripts of a page draw texts of the catalogue. */
const USES: readonly (readonly [path: string, use: (page: Page) => Promise<void>])[] = [
  ['/', (page) => openCell(page)],
  ['/id/', (page) => openCell(page)],
  ['/?q=hostile&on=bedrock', async () => {}],
  ['/', (page) => search(page, 'files')],
  ['/id/', (page) => search(page, 'script')],
  [
    '/check/',
    (page) => check(page, 'mcp-client-2025-04-04, files-api-2025-04-14, skills-2025-10-02'),
  ],
  ['/id/check/', (page) => check(page, 'ValidationException: invalid beta flag')],
  ['/errors/', async (page) => page.locator('bh-error-filter input').fill('script')],
  ['/betas/files-api-2025-04-14/', async () => {}],
  ['/id/features/mcp-client/', async () => {}],
  ['/platforms/bedrock/', async () => {}],
  ['/models/', async () => {}],
  ['/changes/', async () => {}],
  ['/claude-code/', async () => {}],
  ['/not-betas/', async () => {}],
  ['/betas/nothing/', async () => {}],
];

async function openCell(page: Page): Promise<void> {
  for (const cell of [0, 40, 80]) {
    await page.locator('table.betas td.p > button').nth(cell).click();
    await page.locator('#cell-note ul').first().waitFor();
    await page.keyboard.press('Escape');
  }
}

async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  await page.locator('site-search input').fill(words);
  await page.locator('.search-results li').first().waitFor();
}

async function check(page: Page, text: string): Promise<void> {
  await page.locator('#check-text').fill(text);
  await page
    .locator('[data-out=answer] .verdict, [data-out=answer] .check-meaning')
    .first()
    .waitFor();
}

describe('the scripts of a page', () => {
  it.each(USES)('run nothing of a text: %s', async (path, use) => {
    await reader.visit('/favicon.svg', { alone: true }, async ({ page, problems }) => {
      page.setDefaultTimeout(20_000);
      await page.addInitScript(() => {
        const violations: string[] = [];
        Object.assign(globalThis, { violations });
        addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
          violations.push(violatedDirective),
        );
      });
      await page.goto(reader.site.url + path);
      await use(page);
      await page.waitForTimeout(200);
      const found = await page.evaluate(() => ({
        ran: '__hostile' in globalThis,
        violations: (globalThis as unknown as { violations: string[] }).violations,
        injected: document.querySelectorAll('[onerror], [onmouseover], [onclick], img[src=x]')
          .length,
      }));
      expect(found).toEqual({ ran: false, violations: [], injected: 0 });
      expect(problems.filter((one) => !/404/.test(one))).toEqual([]);
    });
  });
});

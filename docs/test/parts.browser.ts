import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../src/i18n/index.ts';
import { openReader, type Reader } from './browser.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

describe('the pages', () => {
  it('open the samples in the language that was chosen last', async () => {
    await reader.visit('/betas/mcp-client-2025-11-20/', {}, async ({ page }) => {
      const python = page.getByRole('tab', { name: 'Python', exact: true }).first();
      await python.click();
      expect(await page.locator('.samples .code-block:visible').first().textContent()).toContain(
        'betas=["mcp-client-2025-11-20"]',
      );
      await page.goto(`${reader.site.url}/id/features/context-management/`);
      expect(await python.getAttribute('aria-selected')).toBe('true');
    });
  });

  it('show the place of the value on the platform that was chosen last', async () => {
    await reader.visit('/betas/mcp-client-2025-11-20/', {}, async ({ page }) => {
      await page.getByRole('tab', { name: 'Foundry', exact: true }).click();
      await page.goto(`${reader.site.url}/betas/tool-search-tool-2025-10-19/`);
      const box = page.locator('.header-box:visible');
      expect(await box.count()).toBe(0);
      await page.getByRole('tab', { name: 'Bedrock', exact: true }).click();
      expect(await box.textContent()).toContain(
        '"anthropic_beta": ["tool-search-tool-2025-10-19"]',
      );
    });
  });

  it.each(['/id/features/', '/packages/core/', '/id/changes/2026-09/', '/404.html'])(
    'lead from %s to the checker in one click, on every width',
    async (path) => {
      const name = messages(path.startsWith('/id/') ? 'id' : 'en').nav.check;
      for (const width of [320, 360, 390, 800, 1280])
        await reader.visit(path, { viewport: { width, height: 800 } }, async ({ page }) => {
          const links = page.getByRole('link', { name, exact: true }).locator('visible=true');
          expect(await links.count(), `${width} px`).toBe(1);
          const box = await links.boundingBox();
          const title = await page.locator('header .site-title span').boundingBox();
          expect(box && box.y + box.height, `${width} px`).toBeLessThanOrEqual(800);
          if (width < 800 && box && title)
            expect(title.x + title.width, `${width} px`).toBeLessThanOrEqual(box.x);
          await links.click();
          await page.waitForURL(/\/check\/$/);
        });
    },
  );

  it('show every sample under its name without JavaScript and on paper', async () => {
    for (const options of [{ javaScriptEnabled: false }, {}])
      await reader.visit('/betas/mcp-client-2025-11-20/', options, async ({ page }) => {
        await page.emulateMedia({ media: options.javaScriptEnabled === false ? null : 'print' });
        const names = await page.locator('.tab-name:visible').allTextContents();
        // boto3 has no form for the Claude API.
        const languages = Object.values(messages('en').sample.tabs).filter(
          (name) => !name.includes('boto3'),
        );
        expect(names.map((name) => name.trim())).toEqual(
          expect.arrayContaining([
            'Claude API',
            'Microsoft Foundry (hosted on Azure)',
            ...languages,
          ]),
        );
        const code = page.locator('.samples :not(details) > .code-block pre');
        expect(await code.locator('visible=true').count()).toBe(await code.count());
        expect(await page.locator('[role=tab]:visible').count()).toBe(0);
      });
  });

  it('link to their Markdown', async () => {
    await reader.visit('/id/betas/mcp-client-2025-11-20/', {}, async ({ page }) => {
      const markdown = await page.locator('link[type="text/markdown"]').getAttribute('href');
      expect(markdown).toBe('/id/betas/mcp-client-2025-11-20.md');
      const answer = await page.request.get(reader.site.url + markdown);
      expect(answer.status()).toBe(200);
      expect(await answer.text()).toContain('# mcp-client-2025-11-20');
    });
  });

  it('show an error in both languages for a wrong address', async () => {
    await reader.visit('/no-such-page/', {}, async ({ page }) => {
      expect(await page.locator('main').textContent()).toMatch(
        /Page not found[\s\S]*Halaman tidak ditemukan/,
      );
    });
  });
});

describe('the page for wrong addresses', () => {
  it.each([
    ['/betas/mcp-client-2025-11-21/', 'mcp-client-2025-11-20', '/betas/mcp-client-2025-11-20/'],
    ['/id/features/mcp-cleint/', 'mcp-client', '/id/features/mcp-client/'],
  ])('suggests for %s the name %s', async (path, name, target) => {
    await reader.visit(path, {}, async ({ page }) => {
      const suggestions = page.locator('.guesses:visible');
      await suggestions.first().waitFor();
      expect(
        await suggestions
          .getByRole('link', { name, exact: true })
          .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
      ).toContain(target);
    });
  });

  it('suggests nothing if no name is near, and executes no part of the address', async () => {
    await reader.visit('/%3Cimg%20src=x%20onerror=alert(1)%3E/', {}, async ({ page, problems }) => {
      expect(await page.locator('.guesses:visible').count()).toBe(0);
      expect(problems.filter((problem) => !problem.includes('404'))).toEqual([]);
    });
  });
});

describe('the footer', () => {
  it('reports an old copy only if it is old by the clock of the reader', async () => {
    await reader.visit('/platforms/', { alone: true }, async ({ page }) => {
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

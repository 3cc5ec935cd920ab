/** A few pages of each kind in a browser, for `npm test`. The other files check all pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../src/i18n/index.ts';
import { getFeature } from '../src/lib/catalog.ts';
import { DESK, findFaults, openReader, PAIRS, PHONE, type Reader } from './browser.ts';

const BETA = 'mcp-client-2025-11-20';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

describe('a page', () => {
  it.each([
    ['home', '/', messages('en').catalog.title],
    ['a feature', '/features/mcp-client/', getFeature('mcp-client').title.en],
    ['a beta', `/betas/${BETA}/`, BETA],
    ['a beta in Indonesian', `/id/betas/${BETA}/`, BETA],
    ['a guide', '/guides/quick-start-node/', messages('en').guides['quick-start-node']],
  ])('about %s (%s) is accessible and reports no error', async (_, path, title) => {
    await reader.visit(path, { viewport: PHONE }, async ({ page, problems }) => {
      expect(await page.locator('h1').textContent()).toBe(title);
      expect(await findFaults(page, PAIRS[0])).toEqual([]);
      expect(problems).toEqual([]);
    });
  });
});

describe('a reader', () => {
  it('gets a request corrected by the checker', async () => {
    await reader.visit('/check/', { viewport: PHONE }, async ({ page, problems, requests }) => {
      await page.locator('#check-text').fill(
        JSON.stringify({
          model: 'claude-opus-5-5',
          max_tokens: 1024,
          mcp_servers: [{ type: 'url', name: 'docs', url: 'https://example.com/mcp' }],
          tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
          messages: [{ role: 'user', content: 'Hello' }],
        }),
      );
      await page.locator('table.plan').waitFor();
      await page.locator('tr[data-platform=claude-api] button').click();
      expect(await page.locator('.check-send code').textContent()).toBe(`anthropic-beta: ${BETA}`);
      expect(await findFaults(page, PAIRS[0])).toEqual([]);
      expect(requests.filter((url) => url.includes('mcp_servers'))).toEqual([]);
      expect(problems).toEqual([]);
    });
  });

  it('finds a feature by searching, and opens its Python sample in both languages', async () => {
    await reader.visit('/', { viewport: DESK }, async ({ page, problems }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('MCP');
      await page.locator('.search-results a[href="/features/mcp-client/"]').click();
      await page.waitForURL('**/features/mcp-client/');
      await page.getByRole('tab', { name: 'Python' }).click();
      await page.goto(`${reader.site.url}/id/betas/${BETA}/`);
      expect(await page.locator('[role=tabpanel]:visible').first().textContent()).toContain(
        `betas=["${BETA}"]`,
      );
      expect(problems).toEqual([]);
    });
  });
});

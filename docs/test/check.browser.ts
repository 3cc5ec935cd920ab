/** The checker in a browser, with the input of readers and of attackers. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countWork,
  DESK,
  FORMS,
  findFaults,
  listen,
  measureOverflow,
  openReader,
  PAIRS,
  PHONE,
  type Reader,
} from './browser.ts';

const MCP = {
  model: 'claude-opus-5-5',
  max_tokens: 1024,
  mcp_servers: [{ type: 'url', name: 'docs', url: 'https://example.com/mcp' }],
  tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
  messages: [{ role: 'user', content: 'Hello' }],
};
const BETA = 'mcp-client-2025-11-20';
const CURL = `curl https://api.anthropic.com/v1/messages -H 'x-api-key: sk-ant-secret-0123456789' \\
  -d '${JSON.stringify(MCP)}'`;

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const field = (page: Page) => page.locator('#check-text');
const answer = (page: Page) => page.locator('[data-out=answer]');
const badge = (page: Page) => answer(page).locator('strong.verdict').first();
const table = (page: Page) => answer(page).locator('table.plan');

/** Transfers a text to the page before its work is measured. */
const copy = (page: Page, text: string): Promise<void> =>
  page.evaluate((content) => void Object.assign(window, { copied: content }), text);
/** Pastes a text as a person does, without key events. */
const pasteCopied = (page: Page): Promise<void> =>
  field(page).evaluate((element) => {
    const content = (window as unknown as { copied: string }).copied;
    const data = new DataTransfer();
    data.setData('text/plain', content);
    (element as HTMLTextAreaElement).focus();
    const isTaken = !element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    if (isTaken) return;
    (element as HTMLTextAreaElement).value = content;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
const store = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

describe('axe', () => {
  it.each(['/check/', '/id/check/'])('finds no fault in %s, with every answer', async (path) => {
    const forms = path === '/check/' ? FORMS : PAIRS[0];
    await reader.visit(path, {}, async ({ page, problems }) => {
      for (const text of [
        CURL,
        'mcp-client-2025-04-04, files-api-2025-04-15, afk-mode-2026-01-31',
        'invalid beta flag',
        '{"a": ',
        `${CURL}\n\n${CURL}`,
      ]) {
        await field(page).fill(text);
        await badge(page).waitFor();
        await page.waitForTimeout(400);
        expect(await findFaults(page, forms)).toEqual([]);
      }
      await field(page).fill(CURL);
      await answer(page).locator('.requests').waitFor({ state: 'detached' });
      await answer(page).locator('summary').click();
      await page.locator('.check-code').waitFor();
      expect(await findFaults(page, forms)).toEqual([]);
      expect(problems).toEqual([]);
    });
  });
});

describe.each([
  ['on a phone', PHONE],
  ['on a desk', DESK],
])('%s', (_, viewport) => {
  it('answers for a request: marks the place, gives the reason, writes the code', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await reader.visit(
      '/check/',
      { viewport, permissions },
      async ({ page, problems, requests }) => {
        const before = requests.length;
        await field(page).fill(CURL);
        await badge(page).waitFor();
        expect(await badge(page).textContent()).toBe('Works once changed');
        expect(await page.locator('.editor-mirror mark').allTextContents()).toEqual([
          '"type":"mcp_toolset"',
        ]);
        const line = answer(page).locator('.decisions li').first();
        expect(await line.textContent()).toContain(`${BETA}: added, the request needs it`);
        expect(await line.locator(`a[href="/betas/${BETA}/"]`).count()).toBe(1);
        await line.locator('button.place').click();
        const selected = await field(page).evaluate((area: HTMLTextAreaElement) =>
          area.value.slice(area.selectionStart, area.selectionEnd),
        );
        expect(selected).toBe('"type":"mcp_toolset"');
        await answer(page).locator('summary').click();
        const code = page.locator('.check-code code');
        await code.waitFor();
        expect(await code.textContent()).toContain(BETA);
        await page.getByRole('main').getByText('Python', { exact: true }).click();
        expect(await code.textContent()).toContain(`betas=["${BETA}"]`);
        await page.locator('.check-code button').click();
        await expect
          .poll(() => page.evaluate(() => navigator.clipboard.readText()))
          .toBe(await code.textContent());
        await table(page).locator('tr[data-platform=bedrock] button').click();
        await expect.poll(() => badge(page).textContent()).toBe('Not here');
        expect(await page.locator('[name=check-platform]').inputValue()).toBe('bedrock');
        expect(await measureOverflow(page)).toBe(0);
        // A module of the site may have such a word in its name.
        const sent = requests.slice(before).filter((url) => !url.includes('/_astro/'));
        expect(sent.filter((url) => /mcp_servers|secret/.test(url))).toEqual([]);
        expect(await store(page)).not.toMatch(/mcp|secret/);
        expect(problems).toEqual([]);
      },
    );
  });
});

describe('the box', () => {
  it('is small until it is used', async () => {
    await reader.visit('/check/', { alone: true }, async ({ page, requests }) => {
      await page.waitForLoadState('networkidle');
      expect(requests.filter((url) => /worker|box|check\.json/.test(url))).toEqual([]);
      await field(page).focus();
      await page.locator('bh-check[data-ready]').waitFor();
      expect(requests.some((url) => url.endsWith('/check.json'))).toBe(true);
    });
  });

  it('writes the number of each line in one line', async () => {
    await reader.visit('/check/', { viewport: PHONE }, async ({ page }) => {
      await field(page).fill('{\n'.repeat(120));
      const lines = page.locator('.editor-mirror > div');
      await lines.nth(120).waitFor({ state: 'attached' });
      const heights = await lines.evaluateAll((all) =>
        all.map((line) => getComputedStyle(line, '::before').height),
      );
      expect([...new Set(heights)]).toEqual([heights[0]]);
    });
  });

  it('moves nothing when a slow answer comes', async () => {
    await reader.visit('/check/', { alone: true }, async ({ page }) => {
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => {
        const shifts: number[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & {
            value: number;
            hadRecentInput: boolean;
          })[])
            if (!entry.hadRecentInput) shifts.push(entry.value);
        }).observe({ type: 'layout-shift' });
        Object.assign(window, { found: shifts });
      });
      await page.route('**/check.json', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await route.continue();
      });
      await field(page).pressSequentially('mcp-client-2025-11-20');
      await badge(page).waitFor();
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => (window as unknown as { found: number[] }).found)).toEqual(
        [],
      );
    });
  });

  it('answers for an error in 2 actions, and says it to screen readers', async () => {
    await reader.visit('/check/', {}, async ({ page }) => {
      const heard = await listen(page, 'bh-check [role=status]');
      await field(page).fill(
        'ValidationException: calling the InvokeModel operation: invalid beta flag',
      );
      await answer(page).locator('.check-meaning .advice').waitFor();
      expect(await answer(page).textContent()).toContain('send them one at a time');
      await expect.poll(async () => (await heard()).join()).toContain('A beta is not accepted');
    });
  });

  it('remembers the platforms of page one, and puts them first', async () => {
    await reader.visit('/check/', {}, async ({ page }) => {
      await page.evaluate(() => localStorage.setItem('bh-platforms', 'vertex'));
      await field(page).fill(JSON.stringify(MCP));
      await expect.poll(() => badge(page).textContent()).toBe('Not here');
      const first = table(page).locator('tbody tr').first();
      expect(await first.getAttribute('data-platform')).toBe('vertex');
    });
  });

  it('can be used by keyboard alone', async () => {
    await reader.visit('/check/', {}, async ({ page }) => {
      await field(page).focus();
      await page.keyboard.type(`anthropic-beta: ${BETA}`);
      await badge(page).waitFor();
      expect(await badge(page).textContent()).toBe('Depends on the platform');
      const focus = page.locator('[name=check-platform]');
      for (
        let i = 0;
        i < 20 && !(await focus.evaluate((one) => one === document.activeElement));
        i++
      )
        await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => badge(page).textContent()).toBe('Works');
      // The answer is drawn again, and the focus stays.
      expect(await focus.evaluate((one) => one === document.activeElement)).toBe(true);
    });
  });

  it('names each button that copies, and covers no focus with the offer of a language', async () => {
    const options = { viewport: PHONE, locale: 'en', alone: true };
    await reader.visit('/id/check/', options, async ({ page }) => {
      await page.locator('bh-language:visible').waitFor();
      await field(page).fill(CURL);
      await badge(page).waitFor();
      await answer(page).locator('.check-corrected summary').click();
      const send = page.getByRole('button', { name: 'Salin: Kirim header ini', exact: true });
      expect(await send.textContent()).toBe('Salin');
      const code = 'Salin: Permintaan yang sudah diperbaiki sebagai kode, TypeScript (Node)';
      await page.getByRole('button', { name: code, exact: true }).waitFor();
      await field(page).focus();
      const covered: string[] = [];
      for (let i = 0; i < 30; i++) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate(() => {
          const { activeElement: element } = document;
          const box = element?.getBoundingClientRect();
          const offer = document.querySelector('bh-language')?.getBoundingClientRect();
          const isCovered = box && offer && box.bottom > offer.top && box.top < offer.bottom;
          const isOffer = element?.closest('bh-language');
          return isCovered && !isOffer ? (element?.textContent ?? '') : undefined;
        });
        if (name !== undefined) covered.push(name);
      }
      expect(covered).toEqual([]);
    });
  });

  it('shares a link without secrets and texts, which gives the same answer', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await reader.visit('/id/check/', { permissions }, async ({ page, problems }) => {
      await field(page).fill(CURL.replace('Hello', 'a prompt'));
      await badge(page).waitFor();
      const said = await badge(page).textContent();
      await page.locator('[data-key=share]').click();
      await expect.poll(() => page.locator('[data-said=share]').textContent()).toMatch(/Tautan/);
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).not.toMatch(/sk-ant|secret|prompt/);
      await page.goto('about:blank');
      await page.goto(link);
      await badge(page).waitFor();
      expect(await badge(page).textContent()).toBe(said);
      expect(await field(page).inputValue()).toContain('"mcp_servers"');
      expect(problems).toEqual([]);
    });
  });

  it('explains without JavaScript why it needs it', async () => {
    await reader.visit('/id/check/', { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('noscript').first().textContent()).toContain('JavaScript');
      expect(await field(page).isVisible()).toBe(false);
    });
  });

  it('says that it could not be loaded, and loads on the next use', async () => {
    await reader.visit('/check/', { alone: true }, async ({ page }) => {
      await page.route('**/check.json', (route) => route.abort());
      await field(page).fill(BETA);
      await expect.poll(() => answer(page).textContent()).toContain('could not be loaded');
    });
  });

  it('says at once that a part of it could not be loaded', async () => {
    await reader.visit('/check/', { alone: true }, async ({ page }) => {
      await page.context().route('**/classify*', (route) => route.abort());
      await field(page).fill('400 invalid beta flag');
      await expect
        .poll(() => answer(page).textContent(), { timeout: 10_000 })
        .toContain('could not be loaded');
    });
  });
});

describe('hostile input', () => {
  const EVIL = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  const big = JSON.stringify({
    ...MCP,
    messages: Array.from({ length: 60_000 }, () => ({
      role: 'user',
      content: [{ type: 'text', text: 'x'.repeat(40) }],
    })),
  });

  it.each([
    ['5 MB of JSON', big, /Depends on the platform/],
    ['5 MB of broken JSON', big.slice(0, -4), /No request.*broken in line 1/],
    ['5 MB of brackets', '['.repeat(5_000_000), /No request/],
    ['5 MB of HTML', `<p>${'<b>x'.repeat(1_250_000)}`, /No request.*HTML/],
    ['an error of 1 MB', 'Unexpected value(s) `a` for the '.repeat(32_000), /beta|request/i],
  ])('costs the page little work: %s', async (_, text, said) => {
    await reader.visit('/check/', { alone: true }, async ({ page, problems }) => {
      await field(page).focus();
      await page.locator('bh-check[data-ready]').waitFor();
      await copy(page, text);
      const count = await countWork(page);
      await pasteCopied(page);
      await page.locator('.editor-held').waitFor();
      await expect.poll(() => answer(page).textContent()).toMatch(said);
      // The worker reads the text. The page only draws the answer.
      expect(await count()).toBeLessThan(1500);
      const length = await page.locator('bh-check').evaluate((one) => one.innerHTML.length);
      expect(length).toBeLessThan(100_000);
      expect(problems).toEqual([]);
    });
  });

  it('does not run a script in any field', async () => {
    await reader.visit('/check/', {}, async ({ page, problems }) => {
      const body = { ...MCP, [EVIL]: EVIL, model: EVIL, tools: [{ type: EVIL, name: EVIL }] };
      const headers = { [EVIL]: EVIL, 'anthropic-beta': `${EVIL},x"onload=alert(1)` };
      for (const text of [
        JSON.stringify({ method: EVIL, path: `/v1/messages/${EVIL}`, headers, body }, undefined, 1),
        JSON.stringify(body),
        `anthropic-beta: ${EVIL}, ${BETA}`,
        `Unexpected value(s) \`${EVIL}\` for the \`anthropic-beta\` header. ${EVIL}`,
        EVIL,
      ]) {
        await field(page).fill(text);
        await badge(page).waitFor();
        await page.waitForTimeout(400);
        expect(await page.locator('bh-check :is(script, img)').count()).toBe(0);
      }
      expect(problems).toEqual([]);
    });
  });

  it.each([
    [
      'of scripts',
      `#${['request', 'betas', 'error', 'gaps', 'on']
        .map((key) => `${key}=${encodeURIComponent(EVIL)}`)
        .join('&')}`,
    ],
    ['that cannot be decoded', '#request=%E0%A4%A&on=__proto__&betas=__proto__,constructor'],
    ['of separators', '#=&&&=%00%ff&request'],
    ['of brackets', `#request=${'['.repeat(7000)}`],
    ['with a path alone', '#request={"path":"__proto__"}'],
  ])('does no harm in a fragment: %s', async (_, fragment) => {
    await reader.visit(`/check/${fragment}`, {}, async ({ page, problems }) => {
      await page.locator('bh-check[data-ready]').waitFor();
      await page.waitForTimeout(500);
      expect(await page.locator('bh-check :is(script, img)').count()).toBe(0);
      // The checker still works.
      await field(page).fill(CURL);
      await expect.poll(() => badge(page).textContent()).toBe('Works once changed');
      expect(problems).toEqual([]);
    });
  });
});

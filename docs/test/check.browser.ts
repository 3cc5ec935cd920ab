/** The checker and the page of errors as a reader uses them, and as somebody who means no good does. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dist, requireBuild } from './built.ts';
import { type StaticSite, serve } from './serve.ts';

const FLAGS = '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 900 };
const MAX_WEIGHT = 110_000;
const MCP = {
  model: 'claude-opus-5-5',
  max_tokens: 1024,
  mcp_servers: [{ type: 'url', name: 'docs', url: 'https://example.com/mcp' }],
  messages: [{ role: 'user', content: 'Hello' }],
};
const BETA = 'mcp-client-2025-11-20';

let site: StaticSite;
let browser: Browser;

beforeAll(async () => {
  requireBuild();
  site = await serve(dist);
  browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium', args: FLAGS.split(' ') });
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

interface Visit {
  readonly page: Page;
  /** What the page complained of, what it asked of others, and what was executed that should not have been. */
  readonly problems: string[];
  /** What was asked for after the page had loaded. */
  readonly requests: string[];
}

async function visit<T>(path: string, options: Parameters<Browser['newContext']>[0], use: (visit: Visit) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => message.type() === 'error' && problems.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (request) => {
    requests.push(request.url());
    if (/^https?:/.test(request.url()) && !request.url().startsWith(site.url)) problems.push(`foreign request: ${request.url()}`);
  });
  try {
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    return await use({ page, problems, requests });
  } finally {
    await context.close();
  }
}

const request = (page: Page) => page.locator('#check-request');
const status = (page: Page) => page.locator('[data-out=status]');
const plan = (page: Page) => page.locator('table.plan');
const code = (page: Page) => page.locator('.check-code code');
const axe = async (page: Page, what: string): Promise<string[]> => {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    found.push(...violations.map(({ id, nodes }) => `${what} ${colorScheme} ${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`));
  }
  return found;
};
const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Pastes as a person does: the text never passes through a key. */
const paste = (page: Page, selector: string, text: string): Promise<void> =>
  page.locator(selector).evaluate((field, content) => {
    const data = new DataTransfer();
    data.setData('text/plain', content);
    (field as HTMLTextAreaElement).focus();
    const taken = !field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    if (taken) return;
    (field as HTMLTextAreaElement).value = content;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

/** The longest time for which the page did not answer while `act` ran, in ms. */
async function longestWait(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const state = { last: performance.now(), worst: 0 };
    const beat = (): void => {
      const now = performance.now();
      state.worst = Math.max(state.worst, now - state.last);
      state.last = now;
      setTimeout(beat, 10);
    };
    beat();
    Object.assign(window, { beating: state });
  });
  await act();
  return page.evaluate(() => (window as unknown as { beating: { worst: number } }).beating.worst);
}

describe.each([
  ['on a phone', PHONE],
  ['on a desk', DESK],
])('%s', (_, viewport) => {
  it.each([
    ['/check/', 'Check a request'],
    ['/id/check/', 'Periksa permintaan'],
  ])('%s is in use without complaint from browser or axe, and does not scroll sideways', async (path, title) => {
    await visit(path, { viewport }, async ({ page, problems }) => {
      expect(await page.locator('h1').textContent()).toBe(title);
      expect(await axe(page, 'empty')).toEqual([]);
      await page.locator('[data-do=example]').click();
      await plan(page).waitFor();
      await page.locator('[name=name]').fill('mcp-client, mcp-clinet, mcp-client-2025-04-04');
      await page.keyboard.press('Enter');
      await page.locator('.header-value').waitFor();
      await page.locator('#check-error').fill('invalid beta flag');
      await page.locator('.check-meaning').waitFor();
      expect(await overflow(page)).toBe(0);
      expect(await axe(page, 'in use')).toEqual([]);
      await page.locator('[name=platform]').selectOption('bedrock');
      await page.locator('[data-out=corrected] .check-note').waitFor();
      await request(page).fill('{"a": ');
      await page.locator('.check-bad[data-out=status]').waitFor();
      expect(await axe(page, 'with a problem')).toEqual([]);
      expect(problems).toEqual([]);
    });
  });

  it.each([
    ['/errors/', 'Errors about betas'],
    ['/id/errors/', 'Galat tentang beta'],
  ])('%s', async (path, title) => {
    await visit(path, { viewport }, async ({ page, problems }) => {
      expect(await page.locator('h1').textContent()).toBe(title);
      expect(await page.locator('.error-shape').count()).toBeGreaterThan(25);
      expect(await overflow(page)).toBe(0);
      expect(await axe(page, 'errors')).toEqual([]);
      expect(problems).toEqual([]);
    });
  });

  it('a request fails with a message: the checker says why, and its link leads to the page of errors', async () => {
    await visit('/betas/mcp-client-2025-11-20/', { viewport }, async ({ page, problems }) => {
      await page.locator('.check-link a').click();
      await plan(page).waitFor();
      expect(await request(page).inputValue()).toMatch(/^curl https:/);
      await page
        .locator('#check-error')
        .fill('BadRequestError: 400 {"type":"error","error":{"type":"invalid_request_error","message":"mcp_servers: Extra inputs are not permitted"}}');
      const meaning = page.locator('.check-meaning');
      await meaning.waitFor();
      expect(await meaning.locator('code').first().textContent()).toBe('missing');
      expect(await meaning.locator(`a[href="/betas/${BETA}/"]`).count()).toBe(1);
      await meaning.getByRole('link', { name: 'More about this kind of error' }).click();
      await page.waitForURL('**/errors/#missing');
      expect(await page.locator('h2#missing').textContent()).toContain('needs a beta');
      expect(problems).toEqual([]);
    });
  });

  it('a request is corrected: place marked, reason given, code copied', async () => {
    await visit('/check/', { viewport, permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page, problems, requests }) => {
      const before = requests.length;
      await request(page).fill(JSON.stringify(MCP, undefined, 2));
      await plan(page).waitFor();
      expect(await page.locator('.editor-mirror mark').allTextContents()).toEqual(['"mcp_servers"']);
      const row = plan(page).locator('tr', { hasText: BETA }).last();
      expect(await row.locator('td').first().textContent()).toBe('addedthe request needs it');
      expect(await row.locator(`a[href="/betas/${BETA}/"]`).count()).toBeGreaterThan(0);
      await row.locator('button.place').click();
      expect(await request(page).evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toBe('"mcp_servers"');
      expect(await code(page).textContent()).toContain(`betas: ['${BETA}'],`);
      await page.getByText('Python', { exact: true }).click();
      expect(await code(page).textContent()).toContain(`betas=["${BETA}"],`);
      await page.getByRole('button', { name: 'Copy the code' }).click();
      await page.getByText('Copied', { exact: true }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page).textContent());
      await page.locator('[name=platform]').selectOption('bedrock');
      await page.locator('[data-out=corrected] .check-note', { hasText: BETA }).waitFor();
      expect(await code(page).textContent()).not.toContain('mcp_servers');
      // The worker's own file is all that may be asked for.
      expect(requests.slice(before).filter((url) => !/\/_astro\/[\w.-]+\.js$/.test(url))).toEqual([]);
      expect(problems).toEqual([]);
    });
  });

  it('a link to the checker shows another reader the same, and holds no key', async () => {
    const curl = `curl https://bedrock-mantle.us-east-1.api.aws/anthropic/v1/messages -H "x-api-key: sk-ant-api03-abcdefgh" -d '${JSON.stringify(MCP)}'`;
    const link = await visit('/check/', { viewport, permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
      await request(page).fill(curl);
      await plan(page).waitFor();
      await page.waitForFunction(() => document.querySelector<HTMLSelectElement>('[name=platform]')?.value === 'bedrock-mantle');
      await page.getByText('cURL', { exact: true }).click();
      await page.getByRole('button', { name: 'Copy a link to this' }).click();
      await page.getByText('Link copied', { exact: false }).waitFor();
      return page.evaluate(() => navigator.clipboard.readText());
    });
    expect(link).not.toContain('abcdefgh');
    expect(new URL(link).search).toBe('');
    await visit(link.slice(site.url.length), { viewport }, async ({ page, problems, requests }) => {
      await plan(page).waitFor();
      expect(await request(page).inputValue()).toBe(curl.replace('sk-ant-api03-abcdefgh', '***'));
      expect(await page.locator('[name=platform]').inputValue()).toBe('bedrock-mantle');
      expect(await page.locator('[name=language]:checked').inputValue()).toBe('curl');
      expect(requests.filter((url) => url.includes('mcp_servers'))).toEqual([]);
      expect(problems).toEqual([]);
    });
  });
});

describe('the checker', () => {
  it('is used by keyboard alone', async () => {
    await visit('/check/', {}, async ({ page }) => {
      await request(page).focus();
      await page.keyboard.insertText(JSON.stringify(MCP));
      await plan(page).waitFor();
      const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.className ?? '');
      const tabTo = async (wanted: string): Promise<void> => {
        for (let i = 0; i < 60; i++) {
          await page.keyboard.press('Tab');
          if ((await focused()) === wanted) return;
        }
        throw new Error(`Tab never reached ${wanted}`);
      };
      await tabTo('place');
      await page.keyboard.press('Enter');
      expect(await focused()).toBe('request');
      await tabTo('platform');
      await tabTo('language');
      await page.keyboard.press('ArrowRight');
      expect(await code(page).textContent()).toContain("from 'npm:@anthropic-ai/sdk'");
      await tabTo('name');
      await page.keyboard.type('compact');
      await page.keyboard.press('Enter');
      await page.locator('.check-names li').waitFor();
      await tabTo('remove');
      await page.keyboard.press('Enter');
      await page.locator('.check-names li').waitFor({ state: 'detached' });
      expect(await focused()).toBe('name');
    });
  });

  it('says without JavaScript what it needs it for', async () => {
    await visit('/id/check/', { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('noscript').textContent()).toContain('JavaScript');
      expect(await request(page).isVisible()).toBe(false);
    });
    await visit('/errors/', { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('.error-advice').count()).toBeGreaterThan(20);
    });
  });

  it.each([
    ['{\n  "model": "x",\n  "speed": fast\n}', 'Line 3, column 12: '],
    ['{"a": 1,}', 'Line 1, column 9: there is a comma too many before this'],
    ['<!doctype html><title>502</title>', 'Line 1, column 1: this is HTML'],
    ['hello', 'neither JSON nor a cURL command'],
  ])('says what is wrong with %j', async (text, said) => {
    await visit('/check/', {}, async ({ page, problems }) => {
      await request(page).fill(text);
      await page.locator('.check-bad[data-out=status]').waitFor();
      expect(await status(page).textContent()).toContain(said);
      expect(await page.locator('.editor-mirror mark').count()).toBe(1);
      expect(problems).toEqual([]);
    });
  });
});

describe('wrong input', () => {
  const EVIL = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  const big = JSON.stringify({ ...MCP, messages: Array.from({ length: 60_000 }, () => ({ role: 'user', content: [{ type: 'text', text: 'x'.repeat(40) }] })) });

  it.each([
    ['whole', big, /^Read as POST/],
    ['broken at its end', big.slice(0, -4), /^Line 1, column \d+: /],
    ['on one line of blanks', `${' '.repeat(5_000_000)}{`, /^Line 1, column \d+: /],
    ['of brackets', '['.repeat(5_000_000), /^Line 1/],
    ['of HTML', `<p>${'<b>x'.repeat(1_250_000)}`, /HTML/],
  ])('5 MB of JSON, %s: the page answers all the while', async (_, text, said) => {
    expect(text.length).toBeGreaterThan(5_000_000 - 1000);
    await visit('/check/', {}, async ({ page, problems }) => {
      const worst = await longestWait(page, async () => {
        await paste(page, '#check-request', text);
        await page.waitForFunction((pattern) => new RegExp(pattern).test(document.querySelector('[data-out=status]')?.textContent ?? ''), said.source);
      });
      expect(worst).toBeLessThan(1000);
      expect(await page.locator('[data-editor=request] .editor-held p').textContent()).toContain('5.');
      expect(problems).toEqual([]);
    });
  });

  it('an error text of 1 MB', async () => {
    await visit('/check/', {}, async ({ page, problems }) => {
      const text = `invalid beta flag ${'Unexpected value(s) `a` for the '.repeat(32_000)}`;
      const worst = await longestWait(page, async () => {
        await paste(page, '#check-error', text);
        await page.locator('[data-out=error] .check-meaning, [data-out=error] .check-note').waitFor();
      });
      expect(worst).toBeLessThan(1000);
      expect(problems).toEqual([]);
    });
  });

  it('a script in every field stays a text', async () => {
    await visit('/check/', {}, async ({ page, problems }) => {
      const evil = {
        method: EVIL,
        path: `/v1/messages/${EVIL}`,
        headers: { [EVIL]: EVIL, 'anthropic-beta': `${EVIL},x"onload=alert(1)` },
        body: { ...MCP, [EVIL]: EVIL, model: EVIL, tools: [{ type: EVIL, name: EVIL }] },
      };
      await request(page).fill(JSON.stringify(evil, undefined, 1));
      await plan(page).waitFor();
      await page.locator('[name=endpoint]').fill(EVIL);
      await page.locator('[name=sent]').fill(EVIL);
      await page.locator('[name=name]').fill(EVIL);
      await page.keyboard.press('Enter');
      await page.locator('[data-out=header] .check-bad').waitFor();
      await page.locator('#check-error').fill(`Unexpected value(s) \`${EVIL}\` for the \`anthropic-beta\` header. ${EVIL}`);
      await page.locator('.check-meaning').waitFor();
      for (const language of ['node', 'deno', 'python', 'curl']) await page.locator(`[name=language][value=${language}]`).check({ force: true });
      await request(page).fill(JSON.stringify(evil.body));
      await page.locator('.check-bad[data-out=status]').waitFor();
      expect(await page.locator('bh-checker :is(script, img)').count()).toBe(0);
      expect(problems).toEqual([]);
    });
  });

  it.each([
    `#request=${encodeURIComponent(EVIL)}&error=${encodeURIComponent(EVIL)}&names=${encodeURIComponent(EVIL)}&endpoint=${encodeURIComponent(EVIL)}&platform=${encodeURIComponent(EVIL)}`,
    '#request=%E0%A4%A&platform=constructor&language=__proto__&names=__proto__,constructor,toString',
    '#=&&&=%00%ff&request',
    `#request=${'['.repeat(15_000)}`,
    '#names=,,,&request={"path":"__proto__"}',
  ])('a fragment made by hand: %s', async (fragment) => {
    await visit(`/check/${fragment}`, {}, async ({ page, problems }) => {
      await page.locator('bh-checker:not([hidden])').waitFor();
      await page.waitForTimeout(300);
      expect(await page.locator('[name=platform]').inputValue()).toBe('claude-api');
      expect(await page.locator('[name=language]:checked').inputValue()).toBe('node');
      expect(await page.locator('bh-checker :is(script, img)').count()).toBe(0);
      expect(problems).toEqual([]);
      // It goes on working.
      await request(page).fill(JSON.stringify(MCP));
      await page.locator('[name=endpoint]').fill('');
      await plan(page).locator('tr', { hasText: BETA }).first().waitFor();
    });
  });
});

describe('weight', () => {
  it('the checker in use is at most 110 kB, all in', async () => {
    await visit('/check/', {}, async ({ page, requests }) => {
      await page.locator('[data-do=example]').click();
      await plan(page).waitFor();
      const files = [...new Set(requests.map((url) => new URL(url).pathname))];
      const sizes = files.map((path) => ({ path, bytes: gzipSync(readFileSync(dist + (path.endsWith('/') ? `${path}index.html` : path))).length }));
      expect(sizes.some(({ path }) => /worker/.test(path))).toBe(true);
      const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
      console.info(`checker: ${total} bytes gzip in ${sizes.length} files`);
      expect(total, JSON.stringify(sizes, undefined, 1)).toBeLessThanOrEqual(MAX_WEIGHT);
    });
  });
});

/** The checker and the page of errors, with the input of readers and of attackers. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countWork,
  DESK,
  FORMS,
  findFaults,
  listen,
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

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const request = (page: Page) => page.locator('#check-request');
const status = (page: Page) => page.locator('[data-out=status]');
const plan = (page: Page) => page.locator('table.plan');
const code = (page: Page) => page.locator('.check-code code');
/** Pastes a text as a person does, without key events. */
const paste = async (page: Page, selector: string, text: string): Promise<void> => {
  await copy(page, text);
  await pasteCopied(page, selector);
};
/** Transfers a text to the page before its work is measured. */
const copy = (page: Page, text: string): Promise<void> =>
  page.evaluate((content) => void Object.assign(window, { copied: content }), text);
const pasteCopied = (page: Page, selector: string): Promise<void> =>
  page.locator(selector).evaluate((field) => {
    const content = (window as unknown as { copied: string }).copied;
    const data = new DataTransfer();
    data.setData('text/plain', content);
    (field as HTMLTextAreaElement).focus();
    const taken = !field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    if (taken) return;
    (field as HTMLTextAreaElement).value = content;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

/** Makes the worker of the page wait until `release` is called. */
async function holdWorker(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    const held: (() => void)[] = [];
    Worker.prototype.postMessage = function (this: Worker, ...message: unknown[]) {
      held.push(() => Reflect.apply(postMessage, this, message));
    };
    Object.assign(window, {
      release: () => {
        Worker.prototype.postMessage = postMessage;
        for (const post of held) post();
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { release: () => void }).release());
}

/** Counts the characters that the page has to lay out, in texts and in fields. */
const countCharacters = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const fields = [
      ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
        'bh-checker :is(input, textarea)',
      ),
    ];
    return (
      (document.querySelector('bh-checker')?.textContent?.length ?? 0) +
      fields.reduce((sum, { value }) => sum + value.length, 0)
    );
  });

describe('axe', () => {
  it.each(['/check/', '/id/check/'])(
    'finds no fault in %s, with results and with problems',
    async (path) => {
      const forms = path === '/check/' ? FORMS : PAIRS[0];
      await reader.visit(path, {}, async ({ page, problems }) => {
        await page.locator('[data-do=example]').click();
        await plan(page).waitFor();
        await page.locator('[name=name]').fill('mcp-client, mcp-clinet, mcp-client-2025-04-04');
        await page.keyboard.press('Enter');
        await page.locator('.header-value').waitFor();
        await page.locator('#check-error').fill('invalid beta flag');
        await page.locator('.check-meaning').waitFor();
        expect(await findFaults(page, forms)).toEqual([]);
        await page.locator('[name=platform]').selectOption('bedrock');
        await page.locator('[data-out=corrected] .check-note').waitFor();
        await request(page).fill('{"a": ');
        await page.locator('.check-bad[data-out=status]').waitFor();
        expect(await findFaults(page, forms)).toEqual([]);
        expect(problems).toEqual([]);
      });
    },
  );
});

describe.each([
  ['on a phone', PHONE],
  ['on a desk', DESK],
])('%s', (_, viewport) => {
  it('corrects a request: marks the place, gives the reason, copies the code', async () => {
    await reader.visit(
      '/check/',
      { viewport, permissions: ['clipboard-read', 'clipboard-write'] },
      async ({ page, problems, requests }) => {
        const before = requests.length;
        await request(page).fill(JSON.stringify(MCP, undefined, 2));
        await plan(page).waitFor();
        expect(await page.locator('.editor-mirror mark').allTextContents()).toEqual([
          '"mcp_servers"',
          '"type": "mcp_toolset"',
        ]);
        const row = plan(page).locator('tr[data-platform=claude-api]');
        expect(await row.locator('.verdict').textContent()).toBe('Works once changed');
        expect(await row.locator('li').first().textContent()).toContain(
          `${BETA}: added, the request needs it`,
        );
        expect(await row.locator(`a[href="/betas/${BETA}/"]`).count()).toBeGreaterThan(0);
        await row.locator('button.place').first().click();
        expect(
          await request(page).evaluate((area: HTMLTextAreaElement) =>
            area.value.slice(area.selectionStart, area.selectionEnd),
          ),
        ).toBe('"type": "mcp_toolset"');
        expect(await code(page).textContent()).toContain(`betas: ['${BETA}'],`);
        await page.getByRole('main').getByText('Python', { exact: true }).click();
        expect(await code(page).textContent()).toContain(`betas=["${BETA}"],`);
        const heard = await listen(page, '[data-out=corrected]');
        await page.getByRole('button', { name: 'Copy the code' }).click();
        await expect.poll(async () => (await heard()).join()).toContain('Copied');
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
          await code(page).textContent(),
        );
        await page.locator('[name=platform]').selectOption('bedrock');
        await page
          .locator('[data-out=corrected] .check-note', { hasText: 'Without mcp-client' })
          .waitFor();
        expect(await code(page).textContent()).not.toContain('mcp_servers');
        // Only the file of the worker may be requested. Browsers load the icon at any time.
        expect(
          requests
            .slice(before)
            .filter((url) => !/\/(_astro\/[\w.-]+\.js|favicon\.svg)$/.test(url)),
        ).toEqual([]);
        expect(problems).toEqual([]);
      },
    );
  });
});

describe('the checker', () => {
  it('can be used by keyboard alone', async () => {
    await reader.visit('/check/', {}, async ({ page }) => {
      await request(page).focus();
      await page.keyboard.insertText(JSON.stringify(MCP));
      await plan(page).waitFor();
      const focused = (): Promise<string> =>
        page.evaluate(
          () =>
            document.activeElement?.getAttribute('name') ?? document.activeElement?.className ?? '',
        );
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

  it('explains without JavaScript why it needs it', async () => {
    await reader.visit('/id/check/', { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('noscript').textContent()).toContain('JavaScript');
      expect(await request(page).isVisible()).toBe(false);
    });
    await reader.visit('/errors/', { javaScriptEnabled: false }, async ({ page }) => {
      expect(await page.locator('.error-advice').count()).toBeGreaterThan(20);
    });
  });

  it.each([
    ['{\n  "model": "x",\n  "speed": fast\n}', 'Line 3, column 12: '],
    ['{"a": 1,}', 'Line 1, column 9: there is an extra comma before this'],
    ['<!doctype html><title>502</title>', 'Line 1, column 1: this is HTML'],
    ['hello', 'neither JSON nor a cURL command'],
  ])('reports the problem of %j', async (text, said) => {
    await reader.visit('/check/', {}, async ({ page, problems }) => {
      await request(page).fill(text);
      await page.locator('.check-bad[data-out=status]').waitFor();
      expect(await status(page).textContent()).toContain(said);
      expect(await page.locator('.editor-mirror mark').count()).toBe(1);
      expect(problems).toEqual([]);
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
    ['valid', big, /^Read as POST/],
    ['broken at its end', big.slice(0, -4), /^No request\. Line 1, column \d+: /],
    ['on one line of blanks', `${' '.repeat(5_000_000)}{`, /^No request\. Line 1, column \d+: /],
  ])('leaves 5 MB of JSON, %s, to the worker, and shows its answer', async (_, text, said) => {
    expect(text.length).toBeGreaterThan(5_000_000 - 1000);
    await reader.visit('/check/', {}, async ({ page, problems }) => {
      const release = await holdWorker(page);
      await paste(page, '#check-request', text);
      await page.locator('[data-editor=request] .editor-held').waitFor();
      expect(await page.locator('[data-editor=request] .editor-held p').textContent()).toContain(
        '5.',
      );
      expect(await countCharacters(page)).toBeLessThan(50_000);
      await page.locator('[name=endpoint]').fill('POST /v1/messages');
      await page.locator('[name=language][value=curl]').check({ force: true });
      await release();
      await expect.poll(() => status(page).textContent()).toMatch(said);
      expect(await countCharacters(page)).toBeLessThan(50_000);
      expect(problems).toEqual([]);
    });
  });

  /** Measures the work of the page for a few lines, as the reference for long texts. */
  async function measureLittleWork(page: Page): Promise<number> {
    const count = await countWork(page);
    await paste(page, '#check-request', JSON.stringify(MCP));
    await plan(page).waitFor();
    await paste(page, '#check-error', 'invalid beta flag');
    await page.locator('.check-meaning').waitFor();
    const work = await count();
    await page.locator('[data-do=clear]').click();
    await expect.poll(() => plan(page).count()).toBe(0);
    return work;
  }

  it.each([
    ['5 MB of JSON', '#check-request', big, '[data-out=status]', /^Read as POST/],
    ['5 MB of brackets', '#check-request', '['.repeat(5_000_000), '[data-out=status]', /Line 1/],
    [
      '5 MB of HTML',
      '#check-request',
      `<p>${'<b>x'.repeat(1_250_000)}`,
      '[data-out=status]',
      /HTML/,
    ],
    [
      'an error of 1 MB',
      '#check-error',
      'Unexpected value(s) `a` for the '.repeat(32_000),
      '[data-out=error]',
      /beta/,
    ],
  ])(
    'costs the page no more work than a few lines do: %s',
    async (_, selector, text, out, said) => {
      await reader.visit('/check/', { alone: true }, async ({ page, problems }) => {
        const little = await measureLittleWork(page);
        await copy(page, text);
        const count = await countWork(page);
        await pasteCopied(page, selector);
        await page.locator(out, { hasText: said }).waitFor();
        expect(await count()).toBeLessThan(1.5 * little);
        expect(await countCharacters(page)).toBeLessThan(50_000);
        expect(problems).toEqual([]);
      });
    },
  );

  it('does not block the page with an error text of 1 MB', async () => {
    await reader.visit('/check/', {}, async ({ page, problems }) => {
      const release = await holdWorker(page);
      await paste(
        page,
        '#check-error',
        `invalid beta flag ${'Unexpected value(s) `a` for the '.repeat(32_000)}`,
      );
      await page.locator('[data-editor=error] .editor-held').waitFor();
      await page.locator('[name=endpoint]').fill('POST /v1/messages');
      expect(await countCharacters(page)).toBeLessThan(50_000);
      await release();
      await page.locator('[data-out=error] .check-meaning, [data-out=error] .check-note').waitFor();
      expect(problems).toEqual([]);
    });
  });

  it('does not run a script in any field', async () => {
    await reader.visit('/check/', {}, async ({ page, problems }) => {
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
      await page
        .locator('#check-error')
        .fill(`Unexpected value(s) \`${EVIL}\` for the \`anthropic-beta\` header. ${EVIL}`);
      await page.locator('[data-out=error] .check-note').waitFor();
      for (const language of ['node', 'deno', 'python', 'curl'])
        await page.locator(`[name=language][value=${language}]`).check({ force: true });
      await request(page).fill(JSON.stringify(evil.body));
      await page.locator('.check-bad[data-out=status]').waitFor();
      expect(await page.locator('bh-checker :is(script, img)').count()).toBe(0);
      expect(problems).toEqual([]);
    });
  });

  it.each([
    [
      'of scripts',
      `#${['request', 'error', 'names', 'endpoint', 'platform']
        .map((key) => `${key}=${encodeURIComponent(EVIL)}`)
        .join('&')}`,
    ],
    [
      'that cannot be decoded',
      '#request=%E0%A4%A&platform=constructor&language=__proto__' +
        '&names=__proto__,constructor,toString',
    ],
    ['of separators', '#=&&&=%00%ff&request'],
    ['of brackets', `#request=${'['.repeat(15_000)}`],
    ['of nothing', '#names=,,,&request={"path":"__proto__"}'],
  ])('does no harm in a fragment: %s', async (_, fragment) => {
    await reader.visit(`/check/${fragment}`, {}, async ({ page, problems }) => {
      await page.locator('bh-checker[data-ready]').waitFor();
      expect(await page.locator('[name=platform]').inputValue()).toBe('claude-api');
      expect(await page.locator('[name=language]:checked').inputValue()).toBe('node');
      expect(await page.locator('bh-checker :is(script, img)').count()).toBe(0);
      expect(problems).toEqual([]);
      // The checker still works.
      await request(page).fill(JSON.stringify(MCP));
      await page.locator('[name=endpoint]').fill('');
      await plan(page).locator('tr', { hasText: BETA }).first().waitFor();
    });
  });
});

/** Hostile addresses and planted secrets on the built site, in Chromium. */
import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFragment } from '../src/lib/checker/link.ts';
import { openReader, type Reader } from './browser.ts';
import { listBuiltPages } from './built.ts';
import { findPrivate, PARAMETERS, PASTES, PAYLOADS, type Payload } from './hostile/material.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

/** Replaces halves of characters, which no address can have. */
const replaceHalves = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
const encode = ({ raw, text }: Payload): string =>
  raw ? text : encodeURIComponent(replaceHalves(text));
/** Every parameter with the payload. Browsers refuse an address of more than 2 MB. */
const all = (payload: Payload): string => {
  const value = encode(payload);
  return value.length > 100_000 ? value : PARAMETERS.map((name) => `${name}=${value}`).join('&');
};

/** The addresses that are opened with each payload, on both pages in both languages. */
const listAddresses = (payload: Payload): string[] => [
  `/check/#request=${encode(payload)}`,
  `/check/#error=${encode(payload)}`,
  `/check/#${payload.text}`,
  `/id/check/#${all(payload)}`,
  `/id/check/#${encode(payload)}`,
  `/#${all(payload)}`,
  `/id/#${payload.text}`,
  // The filters of page one are in the query. Servers take only short ones.
  ...(payload.text.length > 500
    ? []
    : ['', '/id'].map((base) => {
        const value = encodeURIComponent(replaceHalves(payload.text));
        const names = ['q', 'on', 'not', 'stage', 'sort', 'family', 'endpoint'];
        return `${base}/?${names.map((name) => `${name}=${value}`).join('&')}`;
      })),
];

/** Reads from a page the traces of an attack, which it never has. */
const inspect = (page: Page) =>
  page.evaluate(() => ({
    ran: '__hostile' in globalThis,
    polluted: 'polluted' in {} || Object.keys(Object.prototype).length > 0,
    violations: (globalThis as unknown as { violations: string[] }).violations,
    injected: document.querySelectorAll(
      'bh-check :is(script, img, iframe, object, embed, base, meta, link, style, math, svg), ' +
        'base, [onerror], [onload], [onfocus], [ontoggle], [href^="javascript:" i]',
    ).length,
    foreign: [...document.querySelectorAll<HTMLAnchorElement>('bh-check a[href]')].filter(
      ({ origin }) => origin !== location.origin,
    ).length,
    path: location.pathname,
  }));

/** The time from an empty task to a drawn frame: a blocked page takes long. */
const measureDelay = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const start = performance.now();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  });

const settle = async (page: Page, address: string): Promise<void> => {
  if (address.includes('/check/')) {
    const hash = await page.evaluate(() => location.hash);
    if (!hash.includes('=')) return;
    await page.locator('bh-check[data-ready]').waitFor();
    // A link that says nothing that can be read is answered as well.
    await page.locator('[data-out=answer]:not(:empty)').waitFor();
  } else await page.locator('bh-catalog .count:not(:empty)').waitFor();
};

describe('an address', () => {
  it.each(PAYLOADS)(
    'with $name runs nothing, loads nothing, and blocks nothing',
    async (payload) => {
      const wrong: string[] = [];
      await reader.visit('/favicon.svg', { alone: true }, async ({ page, problems }) => {
        page.setDefaultTimeout(20_000);
        await page.addInitScript(() => {
          const violations: string[] = [];
          Object.assign(globalThis, { violations });
          addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
            violations.push(`${violatedDirective}: ${blockedURI}`),
          );
        });
        for (const address of listAddresses(payload)) {
          const name = address.slice(0, 60);
          await page.goto('about:blank');
          await page.goto(reader.site.url + address, { waitUntil: 'load' });
          await settle(page, address).catch((error: Error) => {
            wrong.push(`${name}: ${error.message.slice(0, 200)}`);
          });
          const delay = await measureDelay(page);
          if (delay > 1000) wrong.push(`${name}: a frame took ${delay} ms`);
          const { ran, polluted, violations, injected, foreign, path } = await inspect(page);
          if (ran || polluted || injected + foreign > 0 || violations.length > 0)
            wrong.push(
              `${name}: ${JSON.stringify({ ran, polluted, violations, injected, foreign })}`,
            );
          if (path !== new URL(`http://x${address}`).pathname) wrong.push(`${name}: is at ${path}`);
        }
        wrong.push(...problems);
      });
      expect(wrong).toEqual([]);
    },
  );

  it('that nothing can be read from is answered honestly, in both languages', async () => {
    for (const [path, said] of [
      ['/check/', /link/i],
      ['/id/check/', /tautan/i],
    ] as const)
      for (const hash of [
        '#betas=%3Cscript%3E',
        '#host=evil.example',
        `#request=${'x'.repeat(20_000)}`,
      ]) {
        expect(parseFragment(hash)).toBeUndefined();
        await reader.visit(`${path}${hash}`, { alone: true }, async ({ page, problems }) => {
          const answer = page.locator('[data-out=answer]');
          await expect.poll(() => answer.textContent()).toMatch(said);
          expect(await page.locator('#check-text').inputValue()).toBe('');
          expect(problems).toEqual([]);
        });
      }
  });
});

/** Everything that a page could leave behind or pass on. */
const collect = (page: Page): Promise<string> =>
  page.evaluate(async () =>
    JSON.stringify([
      location.href,
      document.title,
      document.cookie,
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      window.name,
      await indexedDB.databases(),
      await caches.keys(),
      await navigator.clipboard.readText(),
    ]),
  );

describe('a paste', () => {
  it.each(PASTES.map((paste, index) => ({ ...paste, index })))(
    'with secrets, $name, leaves none in the link, the storage, a request or the code',
    async ({ paste, secrets, index }) => {
      const path = ['/check/', '/', '/id/check/', '/id/'][index % 4] as string;
      const permissions = ['clipboard-read', 'clipboard-write'];
      await reader.visit(path, { permissions }, async ({ page, problems, requests }) => {
        const answer = page.locator('[data-out=answer]');
        await page.locator('#check-text').fill(paste);
        await answer.locator('.verdict').first().waitFor();
        const share = answer.locator('[data-key=share]');
        if ((await share.count()) > 0) {
          await share.click();
          await answer.locator('[data-said=share]:not(:empty)').waitFor();
        }
        expect(findPrivate(await collect(page), secrets)).toBeUndefined();
        const select = page.locator('[name=check-platform]');
        const platforms =
          (await select.count()) > 0
            ? await select
                .locator('option')
                .evaluateAll((options) =>
                  options.map((option) => (option as HTMLOptionElement).value).filter(Boolean),
                )
            : [];
        for (const platform of platforms.filter((_, i) => (i + index) % 3 === 0)) {
          await select.selectOption(platform);
          const details = answer.locator('details.check-corrected');
          if ((await details.count()) === 0) continue;
          if (!(await details.evaluate((one: HTMLDetailsElement) => one.open)))
            await details.locator('summary').click();
          await answer.locator('[data-out=code]:not(:empty)').waitFor();
          for (const radio of await answer.locator('[name=check-language]').all()) {
            await radio.check({ force: true });
            const code = await answer.locator('.check-code code').textContent();
            expect(findPrivate(code ?? '', secrets)).toBeUndefined();
          }
        }
        await page.waitForTimeout(50);
        expect(findPrivate(await collect(page), secrets)).toBeUndefined();
        for (const url of requests) expect(findPrivate(url, secrets)).toBeUndefined();
        expect(problems).toEqual([]);
      });
    },
  );
});

interface Script {
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Reads scripts, the policy and event handlers of a page with a parser of its own. */
function readScripts(html: string) {
  const scripts: Script[] = [];
  const policies: string[] = [];
  const handlers: string[] = [];
  const links: string[] = [];
  let open: Script | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script') scripts.push((open = { attributes, text: '' }));
      if (name === 'meta' && /^content-security-policy$/i.test(attributes['http-equiv'] ?? ''))
        policies.push(attributes['content'] ?? '');
      for (const [key, value] of Object.entries(attributes)) {
        if (/^on/.test(key)) handlers.push(`${name} ${key}`);
        if (/^(?:href|src|action|formaction|data)$/.test(key)) links.push(value);
      }
    },
    ontext: (text) => {
      if (open) open.text += text;
    },
    onclosetag: (name) => {
      if (name === 'script') open = undefined;
    },
  });
  parser.end(html);
  return { scripts, policies, handlers, links };
}

const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('every page', () => {
  it('has a policy that allows exactly the inline scripts that it has, all known', () => {
    const seen = new Set<string>();
    for (const { path, html } of listBuiltPages()) {
      const { scripts, policies } = readScripts(html);
      expect(policies.length, path).toBe(1);
      const directives = new Map(
        (policies[0] ?? '').split('; ').map((one): [string, string[]] => {
          const [name = '', ...values] = one.split(' ');
          return [name, values];
        }),
      );
      expect(directives.get('default-src'), path).toEqual(["'none'"]);
      expect(directives.get('base-uri'), path).toEqual(["'none'"]);
      const inline = scripts.filter(
        ({ attributes: { src, type = '' } }) => src === undefined && !/json/.test(type),
      );
      const hashes = [...new Set(inline.map(({ text }) => hash(text)))].sort();
      expect(directives.get('script-src')?.toSorted(), path).toEqual(
        ["'self'", ...hashes].toSorted(),
      );
      for (const [name, values] of directives)
        for (const value of values) {
          expect(`${path} ${name} ${value}`).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
          if (name !== 'style-src') expect(value).not.toBe("'unsafe-hashes'");
        }
      for (const { attributes } of scripts)
        if (attributes['src']) expect(attributes['src'], path).toMatch(/^\/(?!\/)/);
      for (const one of hashes) seen.add(one);
    }
    // A script of a text would be one more.
    expect(seen.size).toBeLessThan(20);
  });

  it('has no event handler, and no link that runs', () => {
    for (const { path, html } of listBuiltPages()) {
      const { handlers, links } = readScripts(html);
      expect(handlers, path).toEqual([]);
      // Browsers ignore these characters before and inside of a scheme.
      const running = links.filter((link) =>
        /^(?:javascript|vbscript|data):/i.test(link.replaceAll(/[\s\p{Cc}]/gu, '')),
      );
      expect(running, path).toEqual([]);
    }
  });
});

/**
 * Journeys of readers through the site, on a phone and on a desk, light and dark: three of them
 * also by keyboard alone, five without JavaScript.
 */
import { XMLParser } from 'fast-xml-parser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../src/i18n/index.ts';
import { catalog, getFeature } from '../src/lib/catalog.ts';
import { getFeatureMark } from '../src/lib/claim-marks.ts';
import { resolveSource } from '../src/lib/sources.ts';
import { type Form, openReader, PAIRS, type Reader } from './browser.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const BETA = 'mcp-client-2025-11-20';
const OLD = 'mcp-client-2025-04-04';
const MCP = {
  model: 'claude-opus-5-5',
  max_tokens: 1024,
  mcp_servers: [{ type: 'url', name: 'docs', url: 'https://example.com/mcp' }],
  messages: [],
};

interface Journey {
  readonly name: string;
  readonly start: string;
  /** The journey is possible without JavaScript. */
  readonly plain?: boolean;
  readonly go: (
    page: Page,
    how: { readonly phone: boolean; readonly script: boolean },
  ) => Promise<void>;
}

const clipboard = (page: Page): Promise<string> =>
  page.evaluate(() => navigator.clipboard.readText());
const at = (page: Page, path: string): Promise<void> =>
  page.waitForURL(new URL(path, reader.site.url).href);
const header = (page: Page): Promise<string | null> =>
  page.locator('.header-box code').first().textContent();
const rows = (page: Page): Promise<string[]> =>
  page
    .locator('table.betas tbody tr:visible')
    .evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset['id'] ?? ''));

const JOURNEYS: readonly Journey[] = [
  {
    name: 'find the header for a feature',
    start: '/',
    plain: true,
    go: async (page, { script }) => {
      if (script) await page.locator('.filters [name=q]').fill('mcp_servers');
      await page.locator('table.betas').getByRole('link', { name: BETA }).click();
      await at(page, `/betas/${BETA}/`);
      expect(await header(page)).toBe(`anthropic-beta: ${BETA}`);
    },
  },
  {
    name: 'look up a feature on Bedrock',
    start: '/platforms/',
    plain: true,
    go: async (page) => {
      await page
        .locator('table.matrix')
        .getByRole('link', { name: getFeature('mcp-client').title.en, exact: true })
        .click();
      await at(page, '/features/mcp-client/');
      await page.locator('main').getByRole('link', { name: BETA }).first().click();
      await at(page, `/betas/${BETA}/`);
      const claim = page.locator('table.claims tbody tr', { hasText: 'InvokeModel' });
      const { feature: words } = messages('en').mark;
      expect(await claim.locator('td').first().textContent()).toContain(words.unavailable);
      const [claimed] = getFeature('mcp-client').availability['bedrock'] ?? [];
      const [citation] = claimed?.evidence ?? [];
      const { url } = resolveSource(citation as NonNullable<typeof citation>);
      // The number of a source opens the list below the table.
      await claim.locator('td >> nth=0 >> .refs a >> nth=0').click();
      expect(await page.locator(`.table-sources a[href="${url}"]`).first().isVisible()).toBe(true);
    },
  },
  {
    name: 'find the replacement of an old header',
    start: `/betas/${OLD}/`,
    plain: true,
    go: async (page) => {
      await page.locator('.verdict').getByRole('link', { name: BETA }).click();
      await at(page, `/betas/${BETA}/`);
      expect(await header(page)).toBe(`anthropic-beta: ${BETA}`);
    },
  },
  {
    name: 'look up an error message',
    start: `/betas/${BETA}/`,
    go: async (page) => {
      await page.locator('.check-link a').click();
      await page.locator('table.plan').waitFor();
      expect(await page.locator('#check-text').inputValue()).toContain(BETA);
      const message = {
        type: 'error',
        error: {
          type: 'invalid_request_error',
          message: 'mcp_servers: Extra inputs are not permitted',
        },
      };
      await page.locator('#check-text').fill(`BadRequestError: 400 ${JSON.stringify(message)}`);
      const meaning = page.locator('.check-meaning');
      await meaning.waitFor();
      expect(await meaning.locator(`.ids a[href="/betas/${BETA}/"]`).count()).toBe(1);
      await meaning.locator('a[href$="/errors/#missing"]').click();
      await at(page, '/errors/#missing');
      expect(await page.locator('h2#missing').isVisible()).toBe(true);
    },
  },
  {
    name: 'filter the features that Vertex lacks',
    start: '/',
    go: async (page, { phone }) => {
      if (phone) await page.getByRole('button', { name: messages('en').catalog.more }).click();
      await page
        .locator('.pick', { has: page.locator('[name=not]') })
        .locator('summary')
        .click();
      await page.locator('.filters [name=not][value=vertex]').check();
      const missing = catalog.betas
        .filter((one) => {
          const { availability } = getFeature(one.feature);
          return getFeatureMark(availability['vertex'] ?? []) === 'unavailable';
        })
        .map(({ id }) => id);
      expect(missing.length).toBeGreaterThan(0);
      expect((await rows(page)).sort()).toEqual(missing.sort());
      expect(new URL(page.url()).search).toBe('?not=vertex');
      await page.reload();
      await expect.poll(async () => (await rows(page)).length).toBe(missing.length);
    },
  },
  {
    name: 'copy the Deno sample',
    start: `/betas/${BETA}/`,
    go: async (page) => {
      await page.getByRole('tab', { name: 'TypeScript (Deno)' }).click();
      await page.locator('.samples .code-block:visible bh-copy button').first().click();
      await expect.poll(() => clipboard(page)).toContain("from 'npm:@anthropic-ai/sdk");
      const copied = await clipboard(page);
      expect(copied).toContain(`betas: ['${BETA}']`);
      expect(copied).not.toContain('\u007f');
    },
  },
  {
    name: 'switch to Indonesian and stay on the page',
    start: `/betas/${BETA}/`,
    plain: true,
    go: async (page, { phone, script }) => {
      if (script && phone) await page.locator('.sl-menu-button').click();
      if (script)
        await page
          .locator('starlight-lang-select select:visible')
          .selectOption({ label: 'Bahasa Indonesia' });
      else await page.getByRole('link', { name: 'Bahasa Indonesia' }).first().click();
      await at(page, `/id/betas/${BETA}/`);
      expect(await page.locator('html').getAttribute('lang')).toBe('id');
      expect(await page.locator('h1').textContent()).toBe(BETA);
    },
  },
  ...(
    [
      ['/', 'MCP', '/features/mcp-client/'],
      ['/id/', 'konektor MCP', '/id/features/mcp-client/'],
    ] as const
  ).map(
    ([start, words, target]): Journey => ({
      name: `search from ${start}`,
      start,
      go: async (page) => {
        await page.locator('.search-open').click();
        await page.locator('.search-dialog input').fill(words);
        await page.locator(`.search-results a[href="${target}"]`).click();
        await at(page, target);
      },
    }),
  ),
  {
    name: 'follow the feed',
    start: '/id/changes/',
    plain: true,
    go: async (page) => {
      const link = page.locator('main a[type="application/atom+xml"]').first();
      expect(await link.isVisible()).toBe(true);
      const answer = await page.request.get(reader.site.url + (await link.getAttribute('href')));
      expect(answer.status()).toBe(200);
      const { feed } = new XMLParser({ ignoreAttributes: false }).parse(await answer.text());
      expect(feed['@_xml:lang']).toBe('id');
      const address = new URL([feed.entry[0].link].flat()[0]['@_href']);
      await page.goto(reader.site.url + address.pathname + address.hash);
      expect(await page.locator('html').getAttribute('lang')).toBe('id');
    },
  },
  {
    name: 'share a checker link',
    start: '/check/',
    go: async (page) => {
      const curl = [
        'curl https://bedrock-mantle.us-east-1.api.aws/anthropic/v1/messages',
        '-H "x-api-key: sk-ant-api03-abcdefgh"',
        `-d '${JSON.stringify(MCP)}'`,
      ].join(' ');
      await page.locator('#check-text').fill(curl);
      await page.locator('table.plan').waitFor();
      await expect
        .poll(() => page.locator('[name=check-platform]').inputValue())
        .toBe('bedrock-mantle');
      await page.locator('[data-key=share]').click();
      await page.getByText('Link copied', { exact: false }).waitFor();
      const link = await clipboard(page);
      expect(link).not.toContain('abcdefgh');
      expect(new URL(link).search).toBe('');
      await page.goto('about:blank');
      await page.goto(link);
      await page.locator('table.plan').waitFor();
      expect(await page.locator('#check-text').inputValue()).toContain('"mcp_servers"');
      expect(await page.locator('[name=check-platform]').inputValue()).toBe('bedrock-mantle');
    },
  },
];

/** Reports whether the page is light or dark, by its background. */
const brightness = (page: Page): Promise<string> =>
  page
    .locator('body')
    .evaluate((body) =>
      Number(/\d+/.exec(getComputedStyle(body).backgroundColor)?.[0]) > 127 ? 'light' : 'dark',
    );

/** Makes a journey in one form, and checks that there was no error and no request elsewhere. */
const travel = ({ start, go }: Journey, { viewport, theme }: Form, script = true): Promise<void> =>
  reader.visit(
    start,
    {
      viewport,
      colorScheme: theme,
      javaScriptEnabled: script,
      permissions: ['clipboard-read', 'clipboard-write'],
    },
    async ({ page, problems, requests }) => {
      expect(await brightness(page)).toBe(theme);
      await go(page, { phone: viewport.width < 800, script });
      expect(problems).toEqual([]);
      // No requested address contains text that was pasted into the checker.
      expect(requests.filter((url) => url.includes('mcp_servers'))).toEqual([]);
    },
  );

/** Presses Tab until a matching element has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
      return;
  }
  throw new Error(`150 times Tab never reached ${selector}`);
}

const KEYBOARD: readonly Journey[] = [
  {
    name: 'find the header for a feature',
    start: '/changes/',
    go: async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type(BETA);
      // The results of the whole name replace those of its beginning.
      await expect
        .poll(() => page.locator('.search-state').textContent())
        .toMatch(new RegExp(`^\\d+ results? for ${BETA}$`));
      await page.locator(`.search-results a[href="/betas/${BETA}/"]`).waitFor();
      await expect
        .poll(async () => {
          await page.keyboard.press('ArrowDown');
          return page.evaluate(() => document.activeElement?.getAttribute('href'));
        })
        .toBe(`/betas/${BETA}/`);
      await page.keyboard.press('Enter');
      await at(page, `/betas/${BETA}/`);
      expect(await header(page)).toBe(`anthropic-beta: ${BETA}`);
    },
  },
  {
    name: 'find the replacement of an old header, from the skip link on',
    start: `/betas/${OLD}/`,
    go: async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#_top');
      await page.keyboard.press('Enter');
      await tabTo(page, `.verdict a[href="/betas/${BETA}/"]`);
      await page.keyboard.press('Enter');
      await at(page, `/betas/${BETA}/`);
    },
  },
  {
    name: 'copy the Deno sample',
    start: `/betas/${BETA}/`,
    go: async (page) => {
      // The first tabs are the platforms.
      await tabTo(page, '#tab-1-0[role=tab][aria-selected=true]');
      await page.keyboard.press('ArrowRight');
      await tabTo(page, '[role=tabpanel]:not([hidden]) .code-block bh-copy button');
      await page.keyboard.press('Enter');
      await expect.poll(() => clipboard(page)).toContain("from 'npm:@anthropic-ai/sdk");
    },
  },
];

/** Each journey on a phone and on a desk, in one theme each, since themes change no behaviour. */
const combineForms = (journeys: readonly Journey[]) =>
  journeys.flatMap((journey, index) =>
    (PAIRS[index % PAIRS.length] ?? []).map(
      (form) => [journey.name, form.name, journey, form] as const,
    ),
  );

describe('journeys', () => {
  it.each(combineForms(JOURNEYS))('work: %s (%s)', (_name, _form, journey, form) =>
    travel(journey, form),
  );
  it.each(combineForms(KEYBOARD))(
    'work by keyboard alone: %s (%s)',
    (_name, _form, journey, form) => travel(journey, form),
  );
  it.each(combineForms(JOURNEYS.filter(({ plain }) => plain)))(
    'work without JavaScript: %s (%s)',
    (_name, _form, journey, form) => travel(journey, form, false),
  );
});

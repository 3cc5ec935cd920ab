/** The built list of changes: its feeds, its calendar, the filter, the days that are left. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTags } from '../integrations/html-tags.ts';
import { messages } from '../src/i18n/index.ts';
import { catalog } from '../src/lib/catalog.ts';
import { listUpcoming } from '../src/lib/changes/changes.ts';
import { changes, entries } from '../src/lib/changes/history.ts';
import { splitMonths } from '../src/lib/changes/months.ts';
import { newestCheck } from '../src/lib/newest-check.ts';
import { LOCALES, SITE } from '../src/lib/site.ts';
import { openReader, type Reader } from './browser.ts';
import { dist, listBuiltPages } from './built.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const read = (path: string): string => readFileSync(join(dist, path), 'utf8');
const BASES = ['', 'id/'] as const;
const FEEDS = BASES.flatMap((base) => [
  `${base}changes/feed`,
  ...catalog.platforms.map(({ id }) => `${base}platforms/${id}/feed`),
]);

/** Reports whether an address of a feed leads to a built page, and to a place that it has. */
function leadsSomewhere(address: string): boolean {
  const { origin, pathname, hash } = new URL(address);
  const file = join(dist, pathname, 'index.html');
  return (
    origin === SITE &&
    existsSync(file) &&
    (hash === '' || readFileSync(file, 'utf8').includes(`id="${hash.slice(1)}"`))
  );
}

describe('the feeds', () => {
  it.each(FEEDS)('%s.xml and .json are valid, have the same items, and link to pages', (path) => {
    const text = read(`${path}.xml`);
    expect(XMLValidator.validate(text)).toBe(true);
    const { feed } = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => ['entry', 'link'].includes(name),
    }).parse(text);
    const json = JSON.parse(read(`${path}.json`)) as {
      feed_url: string;
      items: { id: string; url: string; content_html: string }[];
    };
    expect(json.items.map(({ id }) => id)).toEqual(feed.entry.map((one: { id: string }) => one.id));
    expect(json.feed_url).toBe(`${SITE}/${path}.json`);
    expect(feed.link[0]['@_href']).toBe(`${SITE}/${path}.xml`);
    const links = json.items.flatMap(({ url, content_html: html }) => [
      url,
      ...[...html.matchAll(/href="([^"]+)"/g)].map(([, address]) => address as string),
    ]);
    expect([...new Set(links)].filter((link) => !leadsSomewhere(link))).toEqual([]);
  });

  it('keep their former addresses', () => {
    expect(read('feed.xml')).toBe(read('changes/feed.xml'));
    expect(read('en/feed.xml')).toBe(read('changes/feed.xml'));
    expect(read('id/feed.xml')).toBe(read('id/changes/feed.xml'));
  });

  it('are linked from every page', () => {
    for (const { path, html } of listBuiltPages()) {
      const base = path.startsWith('/id/') ? '/id' : '';
      const feeds = readTags(html)
        .filter(({ name, attributes }) => name === 'link' && attributes.has('type'))
        .map(({ attributes }) => attributes.get('href'));
      expect(feeds, path).toContain(`${base}/changes/feed.xml`);
      expect(feeds, path).toContain(`${base}/changes/feed.json`);
    }
  });
});

describe('the pages', () => {
  it('show the upcoming ends and three months, link the others, and name every SDK version', () => {
    const past = entries.filter(({ date }) => date <= newestCheck);
    const { shown, older } = splitMonths(past);
    for (const base of BASES) {
      const html = read(`${base}changes/index.html`);
      const whole = [...listUpcoming(changes, newestCheck), ...shown.flatMap(([, list]) => list)];
      for (const { id } of whole) expect(html.split(` id="${id}"`), id).toHaveLength(2);
      expect(html.split('<article class="change"')).toHaveLength(whole.length + 1);
      for (const [month, { length }] of older)
        expect(html.replaceAll('\n', ' ')).toMatch(
          new RegExp(`href="/${base}changes/${month}/">[^<]+</a>\\s*<span[^>]*>${length} `),
        );
      for (const { version } of catalog.sdkReleases) expect(html).toContain(`id="sdk-${version}"`);
    }
  });

  it('have every change on the page of its month, with a link to the calendar', () => {
    for (const base of BASES) {
      for (const { id, date } of changes)
        expect(read(`${base}changes/${date.slice(0, 7)}/index.html`)).toContain(` id="${id}"`);
      expect(read(`${base}changes/index.html`)).toContain(`href="/${base}changes/upcoming.ics"`);
      expect(read(`${base}changes/upcoming.ics`)).toMatch(/^BEGIN:VCALENDAR\r\n/);
    }
  });

  it.each(LOCALES)(
    'in %s filter by kind and platform, and keep the choice in the address',
    async (locale) => {
      const base = locale === 'en' ? '' : '/id';
      await reader.visit(`${base}/changes/?on=bedrock`, {}, async ({ page, problems }) => {
        const visible = page.locator('#change-list .change:visible');
        await expect.poll(() => page.locator('[name=on]').inputValue()).toBe('bedrock');
        const onBedrock = await visible.count();
        expect(onBedrock).toBeGreaterThan(5);
        await page.locator('[name=kind]').selectOption('deprecated');
        await expect.poll(() => visible.count()).toBe(1);
        expect(new URL(page.url()).search).toBe('?on=bedrock&kind=deprecated');
        expect(await page.locator('.change-month:visible').count()).toBe(1);
        await page.locator('[name=kind]').selectOption('ends');
        await expect.poll(() => visible.count()).toBe(0);
        expect(await page.locator('bh-changes [role=status]').textContent()).toBe(
          messages(locale).changes.filter.none,
        );
        await page.locator('[name=on]').selectOption('');
        await expect.poll(() => visible.count()).toBeGreaterThan(0);
        expect(problems).toEqual([]);
      });
    },
  );

  it('count the days that are left by the clock of the reader, and move what has ended', async () => {
    const [next] = changes.filter(({ id }) => id === 'model-claude-opus-4-5');
    for (const [today, text] of [
      ['2027-01-10', 'in 12 days'],
      ['2027-01-22', 'today'],
      ['2027-02-01', 'ended'],
    ] as const)
      await reader.visit('/404.html', {}, async ({ page }) => {
        await page.clock.setFixedTime(new Date(`${today}T12:00:00`));
        await page.goto(`${reader.site.url}/changes/`);
        expect(next?.date).toBe('2027-01-22');
        await expect
          .poll(() => page.locator(`[data-ends="${next?.date}"] bh-days-left`).textContent())
          .toBe(text);
      });
  });

  it('are in the sitemap, without the former address', () => {
    const sitemap = read('sitemap-0.xml');
    for (const base of BASES) {
      expect(sitemap).toContain(`<loc>${SITE}/${base}changes/</loc>`);
      expect(sitemap).toContain(`hreflang="id" href="${SITE}/id/changes/"`);
    }
    expect(sitemap).not.toContain('/timeline/');
  });

  it('lead on from the former address to the same place', async () => {
    await reader.visit('/id/timeline/#sdk-1.10.0', {}, async ({ page }) => {
      await page.waitForURL('**/id/changes/#sdk-1.10.0');
      await expect
        .poll(async () => (await page.locator('[id="sdk-1.10.0"]').boundingBox())?.y ?? 9999)
        .toBeLessThan(900);
    });
    await reader.visit('/id/timeline/#released-tools-2024-04-04', {}, async ({ page }) => {
      await page.waitForURL('**/id/changes/2024-04/#released-tools-2024-04-04');
    });
    await reader.visit('/timeline/', { javaScriptEnabled: false }, async ({ page }) => {
      await page.locator('bh-moved a').click();
      await page.waitForURL('**/changes/');
    });
  });
});

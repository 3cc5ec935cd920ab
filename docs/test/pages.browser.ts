/** Every type of page, in both languages: its title, accessible in every form, and silent. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../src/i18n/index.ts';
import { catalog, getBeta, getFeature, type Localized } from '../src/lib/catalog.ts';
import { LOCALES, type Locale } from '../src/lib/site.ts';
import { FORMS, openReader, PAIRS, PHONE, type Reader, wrongInForms } from './browser.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const texts: Record<Locale, ReturnType<typeof messages>> = {
  en: messages('en'),
  id: messages('id'),
};
const said = (choose: (t: ReturnType<typeof messages>) => string): Localized => ({
  en: choose(texts.en),
  id: choose(texts.id),
});
const same = (text: string): Localized => ({ en: text, id: text });
/** One beta of each stage, so that every notice and every kind of facts is looked at; of its own, one that has all there is. */
const stages = [
  ...new Map(
    [...catalog.betas, getBeta('mcp-client-2025-11-20')].map((one) => [one.stage, one]),
  ).values(),
];

/** What the page is, where, and its title. */
const TYPES: readonly (readonly [name: string, path: string, title: Localized])[] = [
  ['catalog', '/', said((t) => t.catalog.title)],
  ['features', '/features/', said((t) => t.features.title)],
  ['feature', '/features/mcp-client/', getFeature('mcp-client').title],
  ...stages.map(({ id, stage }) => [`beta, ${stage}`, `/betas/${id}/`, same(id)] as const),
  ['platforms', '/platforms/', said((t) => t.platforms.title)],
  ['timeline', '/timeline/', said((t) => t.timeline.title)],
  ['check', '/check/', said((t) => t.check.title)],
  ['errors', '/errors/', said((t) => t.errors.title)],
  ['values that are no betas', '/not-betas/', said((t) => t.notBetas.title)],
  ['manifest', '/manifest/', said((t) => t.manifest.title)],
  ['guide', '/guides/quick-start-node/', said((t) => t.guides['quick-start-node'])],
  ['guide with tables', '/guides/policies/', said((t) => t.guides.policies)],
];
const PAGES = [
  ...LOCALES.flatMap((locale) =>
    TYPES.map(
      ([name, path, title]) =>
        [
          `${name}, ${locale}`,
          (locale === 'en' ? '' : `/${locale}`) + path,
          title[locale],
        ] as const,
    ),
  ),
  ['for wrong addresses', '/404.html', texts.en.notFound.title] as const,
];

/**
 * What repeats itself is looked at a few times, not a few hundred times: rows of a table, of the drawing and of shelves, errors.
 * Taken away and not excluded: axe would measure it all the same.
 */
const LATER = [
  'tbody tr:nth-child(n + 6)',
  'tbody ~ tbody tr:nth-child(n + 2)',
  '.chart-group:nth-of-type(n + 2)',
  '.shelf li:nth-child(n + 4)',
  '.error-shape ~ .error-shape',
];

describe('a page', () => {
  it('is there for every stage of a beta', () => {
    expect(stages.map(({ stage }) => stage).sort()).toEqual([
      'beta',
      'graduated',
      'internal',
      'legacy-shape',
      'preview',
      'retired',
      'superseded',
    ]);
  });

  it.each(PAGES)(
    '%s (%s): axe finds nothing and nothing scrolls sideways, on a phone and on a desk, light and dark',
    async (_, path, title) => {
      await reader.visit(path, { viewport: PHONE }, async ({ page, problems }) => {
        expect(await page.locator('h1').textContent()).toBe(title);
        await page.evaluate((selectors) => {
          for (const element of document.querySelectorAll(selectors)) element.remove();
        }, LATER.join());
        // Indonesian differs in its words, for which each width and each theme once are enough.
        const forms = path.startsWith('/id/') ? PAIRS[0] : FORMS;
        expect(await wrongInForms(page, forms)).toEqual([]);
        expect(problems).toEqual([]);
      });
    },
  );
});

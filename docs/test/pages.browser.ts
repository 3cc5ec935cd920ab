/** Every type of page, in both languages: its title, its accessibility in every form, no errors. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../src/i18n/index.ts';
import { catalog, getBeta, getFeature, type Localized } from '../src/lib/catalog.ts';
import { formatMonth } from '../src/lib/months.ts';
import { LOCALES, type Locale } from '../src/lib/site.ts';
import { FORMS, findFaults, openReader, PAIRS, PHONE, type Reader } from './browser.ts';

let reader: Reader;
beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

const texts: Record<Locale, ReturnType<typeof messages>> = {
  en: messages('en'),
  id: messages('id'),
};
const translate = (choose: (t: ReturnType<typeof messages>) => string): Localized => ({
  en: choose(texts.en),
  id: choose(texts.id),
});
const same = (text: string): Localized => ({ en: text, id: text });
/** One beta of each stage, for every notice. For `beta` one with every kind of facts. */
const stages = [
  ...new Map(
    [...catalog.betas, getBeta('mcp-client-2025-11-20')].map((one) => [one.stage, one]),
  ).values(),
];

/** The kind of each page, its address and its title. */
const TYPES: readonly (readonly [name: string, path: string, title: Localized])[] = [
  ['catalog', '/', translate((t) => t.catalog.title)],
  ['features', '/features/', translate((t) => t.features.title)],
  ['feature', '/features/mcp-client/', getFeature('mcp-client').title],
  ...stages.map(({ id, stage }) => [`beta, ${stage}`, `/betas/${id}/`, same(id)] as const),
  ['platforms', '/platforms/', translate((t) => t.platforms.title)],
  ['platform', '/platforms/bedrock/', same('Amazon Bedrock (InvokeModel)')],
  ['models', '/models/', translate((t) => t.places.models.title)],
  ['model', '/models/claude-opus-4-8/', same('Claude Opus 4.8')],
  ['Claude Code', '/claude-code/', translate((t) => t.places.claudeCode.title)],
  [
    'concept',
    '/concepts/several-betas/',
    translate((t) => t.places.concepts.pages['several-betas']),
  ],
  [
    'concept with stages',
    '/concepts/beta-headers/',
    translate((t) => t.places.concepts.pages['beta-headers']),
  ],
  ['changes', '/changes/', translate((t) => t.changes.title)],
  [
    'changes of a month',
    '/changes/2026-03/',
    {
      en: texts.en.changes.monthTitle(formatMonth('2026-03', 'en')),
      id: texts.id.changes.monthTitle(formatMonth('2026-03', 'id')),
    },
  ],
  ['packages', '/packages/', translate((t) => t.reference.title)],
  ['package', '/packages/node/', same('@beta-headers/node')],
  ['check', '/check/', translate((t) => t.check.title)],
  ['errors', '/errors/', translate((t) => t.errors.title)],
  ['values that are no betas', '/not-betas/', translate((t) => t.notBetas.title)],
  ['manifest', '/manifest/', translate((t) => t.manifest.title)],
  ['guide', '/guides/quick-start-node/', translate((t) => t.guides['quick-start-node'])],
  ['guide with tables', '/guides/policies/', translate((t) => t.guides.policies)],
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
 * Repeated elements, of which a few are checked. The others are removed, because axe would measure
 * excluded ones as well.
 */
const LATER = [
  'tbody tr:nth-child(n + 6)',
  'tbody ~ tbody tr:nth-child(n + 2)',
  '.chart-group:nth-of-type(n + 2)',
  '.shelf li:nth-child(n + 4)',
  '.error-shape ~ .error-shape',
];

describe('a page', () => {
  it('exists for every stage of a beta', () => {
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
    'about %s (%s) is accessible and does not scroll sideways, in every form',
    async (_, path, title) => {
      await reader.visit(path, { viewport: PHONE }, async ({ page, problems }) => {
        expect(await page.locator('h1').textContent()).toBe(title);
        await page.evaluate((selectors) => {
          for (const element of document.querySelectorAll(selectors)) element.remove();
        }, LATER.join());
        // Indonesian differs in its texts only: each width and each theme once is enough.
        const forms = path.startsWith('/id/') ? PAIRS[0] : FORMS;
        expect(await findFaults(page, forms)).toEqual([]);
        expect(problems).toEqual([]);
      });
    },
  );
});

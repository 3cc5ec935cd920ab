/** Makes llms.txt (a short list of pages) and llms-full.txt (their texts): https://llmstxt.org */
import { escapeLine } from '@beta-headers/manifest/markdown';
import { messages } from '../i18n/index.ts';
import { listAlternates, readAlternate } from './alternates.ts';
import { type CatalogFeature, catalog } from './catalog.ts';
import { getCalendarPath } from './changes/calendar.ts';
import { getFeedPath } from './changes/feed.ts';
import { readConcept } from './concepts.ts';
import { getDataPath, VERSION } from './data.ts';
import { FIELD_INDEX_PATH } from './field-index.ts';
import { readGuide } from './guides.ts';
import { getMarkdownPath, listPlacement } from './index-markdown.ts';
import { removeBackticks } from './inline.ts';
import { href } from './links.ts';
import { answerNeed } from './need/answer.ts';
import { newestCheck } from './newest-check.ts';
import { CONCEPTS, getConceptPath } from './place-links.ts';
import { GUIDES, getGuidePath, type Locale, PATHS } from './site.ts';

/** Features that most readers do not look for; they have no line of their own. */
const isSpecial = ({ audience }: CatalogFeature): boolean =>
  audience === 'administration' || audience === 'client-internal';

/** Writes lines of the list with absolute addresses, in one language. */
function makeWriter(locale: Locale, site: URL) {
  const absolute = (path: string): string => new URL(path, site).href;
  const page = (path: string): string => absolute(href(locale, getMarkdownPath(path)));
  return {
    absolute,
    page,
    /** Links to the Markdown of a page. */
    link: (text: string, path: string, note = ''): string =>
      `- [${escapeLine(removeBackticks(text))}](${page(path)})${note && `: ${note}`}`,
    /** Links to a file. */
    file: (text: string, path: string, note: string): string =>
      `- [${text}](${absolute(path)}): ${note}`,
  };
}
type LineWriter = ReturnType<typeof makeWriter>;

/**
 * Makes the list: where the values go, the need of each feature, guides and data. It has no
 * descriptions that a title already gives, because every reader pays for each line.
 */
export function makeLlmsTxt(locale: Locale, site: URL): string {
  const t = messages(locale);
  const write = makeWriter(locale, site);
  const lines = [
    `# ${t.site.title}`,
    '',
    `> ${t.site.description} ${t.footer.version(VERSION, catalog.betas.length, newestCheck)}`,
    '',
    t.agents.how,
    '',
    listPlacement(locale, write.absolute),
    '',
    `## ${t.agents.pages}`,
    '',
    ...listPages(locale, write),
    '',
    `## ${t.agents.features}`,
    '',
    ...listFeatureLines(locale, write),
    '',
    `## ${t.agents.guides}`,
    '',
    ...GUIDES.map((guide) => write.link(t.guides[guide], getGuidePath(guide))),
    '',
    `## ${t.agents.data}`,
    '',
    ...listData(locale, write),
  ];
  return `${lines.join('\n')}\n`;
}

function listPages(locale: Locale, { link }: LineWriter): string[] {
  const t = messages(locale);
  return [
    link(t.catalog.title, PATHS.catalog, t.agents.all),
    link(t.check.title, PATHS.check, 'CLI, MCP, `plan()`'),
    link(t.errors.title, PATHS.errors),
    link(t.changes.title, PATHS.changes),
    link(t.notBetas.title, PATHS.notBetas),
    link(t.places.nav.models, PATHS.models),
    link(t.places.nav.claudeCode, PATHS.claudeCode),
    ...CONCEPTS.map((name) => link(readConcept(locale, name).title, getConceptPath(name))),
    link(t.reference.title, PATHS.packages),
  ];
}

function listFeatureLines(locale: Locale, { link, page }: LineWriter): string[] {
  const { more, short } = messages(locale).agents;
  const special = catalog.features.filter(isSpecial).map(({ name }) => name);
  return [
    ...catalog.features
      .filter((feature) => !isSpecial(feature))
      .map((feature) =>
        link(
          feature.title[locale],
          `${PATHS.features}${feature.name}/`,
          short[answerNeed(catalog, feature).kind],
        ),
      ),
    '',
    `### ${more}`,
    '',
    `${page(`${PATHS.features}{name}/`)}: ${special.join(', ')}`,
  ];
}

function listData(locale: Locale, { file }: LineWriter): string[] {
  const { agents, changes } = messages(locale);
  const [feature, beta, platform] = ['mcp-client', 'mcp-client-2025-11-20', 'bedrock'];
  return [
    file('fields.json', href('en', FIELD_INDEX_PATH), agents.fields),
    file('/features/{name}.json', href('en', `/features/${feature}.json`), feature),
    file('/betas/{id}.json', href('en', `/betas/${beta}.json`), beta),
    file(
      '/data/v2/platforms/{id}.json',
      href('en', `/data/v2/platforms/${platform}.json`),
      platform,
    ),
    file('catalog.json', href('en', getDataPath('catalog')), `1.2 MB, ${agents.all}`),
    file(changes.json, href(locale, getFeedPath('json')), changes.title),
    file('upcoming.ics', href(locale, getCalendarPath()), changes.calendar),
    file('llms-full.txt', href(locale, '/llms-full.txt'), `2 MB, ${agents.all}`),
  ];
}

/** Makes one file of every guide and every page about a feature or a beta. */
export function makeLlmsFull(locale: Locale): string {
  const t = messages(locale);
  const parts = [`# ${t.site.title}\n\n> ${t.site.description}`];
  for (const guide of GUIDES) parts.push(readGuide(locale, guide).markdown.trim());
  for (const kind of ['features', 'betas'] as const)
    for (const { name } of listAlternates(kind).filter((file) => file.locale === locale))
      parts.push(readAlternate(locale, kind, name).trim());
  return `${parts.join('\n\n---\n\n')}\n`;
}

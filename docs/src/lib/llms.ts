/** Makes llms.txt (a short list of pages) and llms-full.txt (their texts): https://llmstxt.org */
import { messages } from '../i18n/index.ts';
import { listAlternates, readAlternate } from './alternates.ts';
import { getCalendarPath } from './calendar.ts';
import { type CatalogFeature, catalog } from './catalog.ts';
import { readConcept } from './concepts.ts';
import { getDataPath, VERSION } from './data.ts';
import { getFeedPath } from './feed.ts';
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

/**
 * Makes the list: where the values go, what each feature needs, guides and data. It has no
 * descriptions that a title already gives, because every reader pays for each line.
 */
export function makeLlmsTxt(locale: Locale, site: URL): string {
  const t = messages(locale);
  const a = t.agents;
  const absolute = (path: string): string => new URL(path, site).href;
  const page = (path: string): string => absolute(href(locale, getMarkdownPath(path)));
  const link = (text: string, path: string, note = ''): string =>
    `- [${removeBackticks(text)}](${page(path)})${note && `: ${note}`}`;
  const raw = (text: string, path: string, note: string): string =>
    `- [${text}](${absolute(path)}): ${note}`;
  const featureLine = (feature: CatalogFeature): string =>
    link(
      feature.title[locale],
      `${PATHS.features}${feature.name}/`,
      a.short[answerNeed(catalog, feature).kind],
    );
  const special = catalog.features.filter(isSpecial);
  const lines = [
    `# ${t.site.title}`,
    '',
    `> ${t.site.description} ${t.footer.version(VERSION, catalog.betas.length, newestCheck)}`,
    '',
    a.how,
    '',
    listPlacement(locale, absolute),
    '',
    `## ${a.pages}`,
    '',
    link(t.catalog.title, PATHS.catalog, a.all),
    link(t.check.title, PATHS.check, 'CLI, MCP, `plan()`'),
    link(t.errors.title, PATHS.errors),
    link(t.changes.title, PATHS.changes),
    link(t.notBetas.title, PATHS.notBetas),
    link(t.places.nav.models, PATHS.models),
    link(t.places.nav.claudeCode, PATHS.claudeCode),
    ...CONCEPTS.map((name) => link(readConcept(locale, name).title, getConceptPath(name))),
    link(t.reference.title, PATHS.packages),
    '',
    `## ${a.features}`,
    '',
    ...catalog.features.filter((feature) => !isSpecial(feature)).map(featureLine),
    '',
    `### ${a.more}`,
    '',
    `${page(`${PATHS.features}{name}/`)}: ${special.map(({ name }) => name).join(', ')}`,
    '',
    `## ${a.guides}`,
    '',
    ...GUIDES.map((guide) => link(t.guides[guide], getGuidePath(guide))),
    '',
    `## ${a.data}`,
    '',
    raw('fields.json', href('en', FIELD_INDEX_PATH), a.fields),
    raw('/features/{name}.json', href('en', '/features/mcp-client.json'), 'mcp-client'),
    raw(
      '/betas/{id}.json',
      href('en', '/betas/mcp-client-2025-11-20.json'),
      'mcp-client-2025-11-20',
    ),
    raw('/data/v2/platforms/{id}.json', href('en', '/data/v2/platforms/bedrock.json'), 'bedrock'),
    raw('catalog.json', href('en', getDataPath('catalog')), `1.2 MB, ${a.all}`),
    raw(t.changes.json, href(locale, getFeedPath('json')), t.changes.title),
    raw('upcoming.ics', href(locale, getCalendarPath()), t.changes.calendar),
    raw('llms-full.txt', href(locale, '/llms-full.txt'), `2 MB, ${a.all}`),
  ];
  return `${lines.join('\n')}\n`;
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

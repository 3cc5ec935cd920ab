/** Makes llms.txt (a list of pages) and llms-full.txt (their texts): https://llmstxt.org */

import { FAMILIES } from '@beta-headers/manifest';
import { messages } from '../i18n/index.ts';
import { type AlternateKind, listAlternates, readAlternate } from './alternates.ts';
import { listFeatures } from './betas.ts';
import { catalog, getBeta } from './catalog.ts';
import { dataFiles, getDataHref, getSchemaHref, VERSION } from './data.ts';
import { DATA_NAMES } from './data-schema.ts';
import { getFeedPath } from './feed.ts';
import { readGuide } from './guides.ts';
import { removeBackticks, takeFirstSentence } from './inline.ts';
import { getGuideMarkdownHref, href } from './links.ts';
import { newestCheck } from './newest-check.ts';
import { GUIDES, type Locale, PATHS } from './site.ts';

/** Makes the list of every feature and beta as Markdown, the guides and the data. */
export function makeLlmsTxt(locale: Locale, site: URL): string {
  const t = messages(locale);
  const known = new Set(
    listAlternates('betas')
      .concat(listAlternates('features'))
      .filter((page) => page.locale === locale)
      .map(({ name }) => name),
  );
  const link = (text: string, path: string, note: string): string =>
    `- [${text}](${new URL(path, site).href})${note ? `: ${note}` : ''}`;
  const linkPage = (kind: AlternateKind, name: string): string =>
    href(locale, `/${kind}/${name}${known.has(name) ? '.md' : '/'}`);
  const lines = [
    `# ${t.site.title}`,
    '',
    `> ${t.site.description}`,
    '',
    t.catalog.lead(catalog.betas.length, catalog.features.length),
    t.footer.version(VERSION, catalog.betas.length, newestCheck),
    '',
    `## ${t.nav.reference}`,
    '',
    link(t.nav.catalog, href(locale, PATHS.catalog), ''),
    link(t.nav.platforms, href(locale, PATHS.platforms), removeBackticks(t.platforms.lead)),
    link(t.nav.changes, href(locale, PATHS.changes), t.changes.lead),
    link(t.nav.errors, href(locale, PATHS.errors), removeBackticks(t.errors.lead)),
    link(t.nav.notBetas, href(locale, PATHS.notBetas), t.notBetas.lead),
    link(t.nav.packages, href(locale, PATHS.packages), t.reference.lead),
    link(t.changes.json, href(locale, getFeedPath('json')), t.changes.feedSubtitle),
    link('llms-full.txt', href(locale, '/llms-full.txt'), ''),
  ];
  for (const family of FAMILIES) {
    const features = listFeatures(family);
    if (features.length === 0) continue;
    lines.push('', `## ${t.family[family]}`, '');
    for (const feature of features) {
      lines.push(
        link(
          feature.title[locale],
          linkPage('features', feature.name),
          takeFirstSentence(feature.summary[locale]),
        ),
      );
      for (const id of feature.betas)
        lines.push(`  ${link(id, linkPage('betas', id), t.stage[getBeta(id).stage])}`);
    }
  }
  lines.push('', `## ${t.nav.guides}`, '');
  for (const guide of GUIDES) {
    const { title, description } = readGuide(locale, guide);
    lines.push(link(title, getGuideMarkdownHref(locale, guide), description));
  }
  lines.push('', `## ${t.manifest.data}`, '');
  for (const name of Object.keys(dataFiles))
    lines.push(link(`${name}.json`, getDataHref(name), ''));
  for (const name of DATA_NAMES) lines.push(link(`${name}.schema.json`, getSchemaHref(name), ''));
  return `${lines.join('\n')}\n`;
}

/** Makes one file of every guide and every page about a feature or a beta. */
export function makeLlmsFull(locale: Locale): string {
  const t = messages(locale);
  const parts = [`# ${t.site.title}\n\n> ${t.site.description}`];
  for (const guide of GUIDES) parts.push(readGuide(locale, guide).markdown.trim());
  for (const kind of ['features', 'betas'] as const) {
    for (const { name } of listAlternates(kind).filter((page) => page.locale === locale))
      parts.push(readAlternate(locale, kind, name).trim());
  }
  return `${parts.join('\n\n---\n\n')}\n`;
}

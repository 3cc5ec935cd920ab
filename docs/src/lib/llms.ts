/** llms.txt (a list of addresses) and llms-full.txt (all of it) for agents: https://llmstxt.org */
import { messages } from '../i18n/index.ts';
import { featuresOf } from './betas.ts';
import { beta as betaOf, catalog } from './catalog.ts';
import { dataFiles, dataHref, schemaHref, VERSION } from './data.ts';
import { DATA_NAMES } from './data-schema.ts';
import { feedPath } from './feed.ts';
import { newestCheck } from './freshness.ts';
import { readGuide } from './guides.ts';
import { firstSentence, plainText } from './inline.ts';
import { guideTwin, href } from './links.ts';
import { FAMILY_ORDER } from './order.ts';
import { GUIDES, type Locale, PATHS } from './site.ts';
import { readTwin, type TwinKind, twins } from './twins.ts';

/** The list: every feature and beta as Markdown, the guides, the data. */
export function llmsTxt(locale: Locale, site: URL): string {
  const t = messages(locale);
  const known = new Set(
    twins('betas')
      .concat(twins('features'))
      .filter((twin) => twin.locale === locale)
      .map(({ name }) => name),
  );
  const link = (text: string, path: string, note: string): string =>
    `- [${text}](${new URL(path, site).href})${note ? `: ${note}` : ''}`;
  const twin = (kind: TwinKind, name: string): string =>
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
    link(t.nav.platforms, href(locale, PATHS.platforms), plainText(t.platforms.lead)),
    link(t.nav.timeline, href(locale, PATHS.timeline), ''),
    link(t.nav.errors, href(locale, PATHS.errors), plainText(t.errors.lead)),
    link(t.nav.notBetas, href(locale, PATHS.notBetas), t.notBetas.lead),
    link(t.nav.packages, href(locale, PATHS.packages), t.reference.lead),
    link(t.feed.one, href('en', feedPath(locale)), ''),
    link('llms-full.txt', href(locale, '/llms-full.txt'), ''),
  ];
  for (const family of FAMILY_ORDER) {
    const features = featuresOf(family);
    if (features.length === 0) continue;
    lines.push('', `## ${t.family[family]}`, '');
    for (const feature of features) {
      lines.push(
        link(
          feature.title[locale],
          twin('features', feature.name),
          firstSentence(feature.summary[locale]),
        ),
      );
      for (const id of feature.betas)
        lines.push(`  ${link(id, twin('betas', id), t.stage[betaOf(id).stage])}`);
    }
  }
  lines.push('', `## ${t.nav.guides}`, '');
  for (const guide of GUIDES) {
    const { title, description } = readGuide(locale, guide);
    lines.push(link(title, guideTwin(locale, guide), description));
  }
  lines.push('', `## ${t.manifest.data}`, '');
  for (const name of Object.keys(dataFiles)) lines.push(link(`${name}.json`, dataHref(name), ''));
  for (const name of DATA_NAMES) lines.push(link(`${name}.schema.json`, schemaHref(name), ''));
  return `${lines.join('\n')}\n`;
}

/** All of it in one file: every guide and every page made from data. */
export function llmsFull(locale: Locale): string {
  const t = messages(locale);
  const parts = [`# ${t.site.title}\n\n> ${t.site.description}`];
  for (const guide of GUIDES) parts.push(readGuide(locale, guide).markdown.trim());
  for (const kind of ['features', 'betas'] as const) {
    for (const { name } of twins(kind).filter((twin) => twin.locale === locale))
      parts.push(readTwin(locale, kind, name).trim());
  }
  return `${parts.join('\n\n---\n\n')}\n`;
}

/** Atom feeds of the timeline. Ids name what happened to which beta, dates are the data's own: building again changes nothing. */
import { messages } from '../i18n/index.ts';
import { type CatalogBeta, catalog } from './catalog.ts';
import { escapeHtml, plainText } from './inline.ts';
import { betaHref, href } from './links.ts';
import { LOCALES, type Locale, PATHS } from './site.ts';
import { entryId, type TimelineEntry, timelineOf } from './timeline.ts';

/** The address of a feed: all of it in both languages, or in one. */
export const feedPath = (locale?: Locale): string => (locale ? `/${locale}/feed.xml` : '/feed.xml');

/** Ids are tag URIs (RFC 4151) and never change, wherever the site moves. */
const TAG = 'tag:beta-headers.github.io,2026';

/** The feed as Atom 1.0. Without a locale every entry says what it has to say in both languages. */
export function atomFeed(site: URL, locale?: Locale, betas: readonly CatalogBeta[] = catalog.betas): string {
  const entries = timelineOf(betas);
  const languages = locale ? [locale] : LOCALES;
  const t = messages(locale ?? 'en');
  const absolute = (path: string): string => new URL(path, site).href;
  const self = absolute(href('en', feedPath(locale)));
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom"${locale ? ` xml:lang="${locale}"` : ''}>`,
    `  <id>${TAG}:feed${locale ? `:${locale}` : ''}</id>`,
    `  <title>${escapeHtml(t.feed.title)}</title>`,
    `  <subtitle>${escapeHtml(t.feed.subtitle)}</subtitle>`,
    `  <link rel="self" type="application/atom+xml" href="${self}"/>`,
    `  <link rel="alternate" type="text/html" href="${absolute(href(locale ?? 'en', PATHS.timeline))}"/>`,
    `  <updated>${instant(entries[0]?.date ?? '2024-01-01')}</updated>`,
    '  <author><name>beta-headers</name></author>',
    ...entries.flatMap((entry) => atomEntry(entry, languages, locale, absolute)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function atomEntry(entry: TimelineEntry, languages: readonly Locale[], locale: Locale | undefined, absolute: (path: string) => string): string[] {
  const { beta, date, kind } = entry;
  const main = locale ?? 'en';
  const t = messages(main);
  const content = languages.map((language) => `<div lang="${language}">${contentOf(entry, language, absolute)}</div>`).join('');
  return [
    '  <entry>',
    `    <id>${TAG}:${entryId(entry)}${locale ? `:${locale}` : ''}</id>`,
    `    <title>${escapeHtml(t.feed.entry(beta.id, t.timeline.kind[kind]))}</title>`,
    `    <link rel="alternate" type="text/html" href="${absolute(betaHref(main, beta.id))}"/>`,
    `    <link rel="related" type="text/html" href="${absolute(href(main, PATHS.timeline))}#${entryId(entry)}"/>`,
    `    <published>${instant(date)}</published>`,
    `    <updated>${instant(date)}</updated>`,
    `    <category term="${kind}"/>`,
    `    <category term="stage:${beta.stage}"/>`,
    `    <content type="html">${escapeHtml(content)}</content>`,
    '  </entry>',
  ];
}

function contentOf({ beta, kind, date, note }: TimelineEntry, locale: Locale, absolute: (path: string) => string): string {
  const t = messages(locale);
  const text = (value: string): string => escapeHtml(plainText(value));
  const facts = [`${t.feed.stage}: ${t.stage[beta.stage]}`, ...(beta.sdk.since ? [t.feed.sdk(beta.sdk.since)] : [])];
  return [
    `<p><strong>${text(beta.title[locale])}</strong>: ${t.timeline.kind[kind]}, ${date}. ${facts.map(text).join('. ')}.</p>`,
    ...(note ? [`<p>${text(note[locale])}</p>`] : []),
    `<p>${text(beta.summary[locale])}</p>`,
    `<p><a href="${absolute(betaHref(locale, beta.id))}"><code>${beta.id}</code></a></p>`,
  ].join('');
}

const instant = (date: string): string => `${date}T00:00:00Z`;

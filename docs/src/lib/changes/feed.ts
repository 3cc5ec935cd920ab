/**
 * Feeds of the changes, as Atom 1.0 and JSON Feed 1.1. Ids and dates come from the data alone, so
 * building again changes nothing, and a later release only adds items.
 */
import { messages } from '../../i18n/index.ts';
import { getPlatformTitle } from '../catalog.ts';
import { escapeHtml, removeBackticks, renderInline } from '../inline.ts';
import { getBetaHref, href } from '../links.ts';
import { type Locale, PATHS } from '../site.ts';
import { type Entry, isDataChange } from './history.ts';
import {
  describeChange,
  describeDated,
  getEntryHref,
  getEntryPlace,
  getEntryTitle,
  getKindText,
  listEntryPlatforms,
} from './text.ts';

export type FeedFormat = 'xml' | 'json';

/** The path of a feed of all changes, or of those on a platform, without language and base. */
export const getFeedPath = (format: FeedFormat, platform?: string): string =>
  `${platform ? `${PATHS.platforms}${platform}/` : PATHS.changes}feed.${format}`;

/** Ids are tag URIs (RFC 4151). They stay the same if the site moves. */
const TAG = 'tag:beta-headers.github.io,2026';

/** The language and the entries of a feed. */
export interface FeedOptions {
  readonly site: URL;
  readonly locale: Locale;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** Only the entries of one platform. */
  readonly platform?: string | undefined;
}

/** One item, in the language of the feed. */
interface Item {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly date: string;
  readonly tags: readonly string[];
  readonly html: string;
}

interface Feed {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly home: string;
  readonly self: (format: FeedFormat) => string;
  readonly updated: string;
  readonly items: readonly Item[];
}

function makeFeed({ site, locale, entries, platform }: FeedOptions): Feed {
  const t = messages(locale).changes;
  const absolute = (path: string): string => new URL(path, site).href;
  const chosen = entries.filter(
    (entry) => platform === undefined || listEntryPlatforms(entry).includes(platform),
  );
  return {
    id: `${TAG}:feed:${locale}${platform ? `:${platform}` : ''}`,
    title: platform ? t.feedTitleOn(getPlatformTitle(platform)) : t.feedTitle,
    subtitle: t.feedSubtitle,
    home: absolute(href(locale, PATHS.changes) + (platform ? `?on=${platform}` : '')),
    self: (format) => absolute(href(locale, getFeedPath(format, platform))),
    updated: chosen[0]?.date ?? '2024-01-01',
    items: chosen.map((entry) => makeItem(entry, locale, absolute)),
  };
}

function makeItem(entry: Entry, locale: Locale, absolute: (path: string) => string): Item {
  const t = messages(locale).changes;
  const kind = getKindText(entry, locale);
  return {
    id: `${TAG}:${isDataChange(entry) ? entry.change.id : entry.id}:${locale}`,
    url: absolute(getEntryHref(entry, locale)),
    title: t.feedEntry(kind, removeBackticks(getEntryTitle(entry, locale))),
    date: entry.date,
    tags: [entry.kind, ...listEntryPlatforms(entry)],
    html: listParagraphs(entry, locale, absolute)
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join(''),
  };
}

/** Lists the paragraphs of an item as HTML. */
function listParagraphs(
  entry: Entry,
  locale: Locale,
  absolute: (path: string) => string,
): string[] {
  const t = messages(locale).changes;
  const place = absolute(getEntryPlace(entry, locale));
  const date = `<a href="${escapeHtml(place)}">${entry.date}</a>`;
  if (isDataChange(entry)) {
    const { change, release } = entry;
    const text = describeChange(change, locale) ?? '';
    return [
      `<code>${escapeHtml(change.subject)}</code> ${escapeHtml(text)}`,
      `${date}. ${escapeHtml(t.release(release.version, release.date))}.`,
    ];
  }
  const link = (id: string): string =>
    `<a href="${escapeHtml(absolute(getBetaHref(locale, id)))}"><code>${escapeHtml(id)}</code></a>`;
  const text = describeDated(entry, locale);
  const sdk = entry.sdk ? ` ${escapeHtml(t.sdk(entry.sdk))}.` : '';
  return [
    [...entry.betas.map(({ id }) => link(id)), `${date}.${sdk}`].join(' '),
    ...(entry.note ? [renderInline(entry.note[locale])] : []),
    `<strong>${t.breaking}</strong> ${renderInline(text.breaking)}`,
    `<strong>${t.who}:</strong> ${renderInline(text.who)}`,
    `<strong>${t.todo}:</strong> ${renderInline(text.todo)}`,
  ];
}

/** Makes the feed as Atom 1.0. */
export function makeAtomFeed(options: FeedOptions): string {
  const feed = makeFeed(options);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${options.locale}">`,
    `  <id>${feed.id}</id>`,
    `  <title>${escapeHtml(feed.title)}</title>`,
    `  <subtitle>${escapeHtml(feed.subtitle)}</subtitle>`,
    `  <link rel="self" type="application/atom+xml" href="${escapeHtml(feed.self('xml'))}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeHtml(feed.home)}"/>`,
    `  <updated>${formatInstant(feed.updated)}</updated>`,
    '  <author><name>beta-headers</name></author>',
    ...feed.items.flatMap(formatAtomEntry),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

const formatAtomEntry = ({ id, url, title, date, tags, html }: Item): string[] => [
  '  <entry>',
  `    <id>${escapeHtml(id)}</id>`,
  `    <title>${escapeHtml(title)}</title>`,
  `    <link rel="alternate" type="text/html" href="${escapeHtml(url)}"/>`,
  `    <published>${formatInstant(date)}</published>`,
  `    <updated>${formatInstant(date)}</updated>`,
  ...tags.map((term) => `    <category term="${escapeHtml(term)}"/>`),
  `    <content type="html">${escapeHtml(html)}</content>`,
  '  </entry>',
];

/** Makes the feed as JSON Feed 1.1 (https://jsonfeed.org/version/1.1). */
export function makeJsonFeed(options: FeedOptions): string {
  const feed = makeFeed(options);
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.subtitle,
    home_page_url: feed.home,
    feed_url: feed.self('json'),
    language: options.locale,
    authors: [{ name: 'beta-headers' }],
    items: feed.items.map(({ id, url, title, date, tags, html }) => ({
      id,
      url,
      title,
      content_html: html,
      date_published: formatInstant(date),
      date_modified: formatInstant(date),
      tags,
    })),
  })}\n`;
}

const formatInstant = (date: string): string => `${date}T00:00:00Z`;

/**
 * Atom feeds of the timeline. Ids and dates come from the data alone, so building again changes
 * nothing, and a later release only adds entries.
 */
import type { Catalog } from '@beta-headers/manifest';
import type { ReleasedChange, ReleaseRecord } from '@beta-headers/manifest/history';
import { messages } from '../i18n/index.ts';
import { findSdkSince } from './betas.ts';
import { catalog } from './catalog.ts';
import { describeChange, getSubjectHref } from './change-text.ts';
import { releases } from './history.ts';
import { escapeHtml, removeBackticks } from './inline.ts';
import { getBetaHref, href } from './links.ts';
import { LOCALES, type Locale, PATHS } from './site.ts';
import {
  collectEntries,
  type Fact,
  getNewsDate,
  isFact,
  listReleaseLines,
  type ManifestChange,
  makeChangeId,
  type TimelineEntry,
} from './timeline.ts';

/** The path of the feed in one language, or in all of them. */
export const getFeedPath = (locale?: Locale): string => `${locale ? `/${locale}` : ''}/feed.xml`;

/** Ids are tag URIs (RFC 4151). They stay the same if the site moves. */
const TAG = 'tag:beta-headers.github.io,2026';

/** The data that a feed is made from. */
export interface FeedSource {
  readonly catalog: Pick<Catalog, 'betas'>;
  /** Newest first. */
  readonly releases: readonly ReleaseRecord[];
}

/** One entry. Parts that depend on the language are functions of it. */
interface Item {
  readonly id: string;
  /** The anchor on the page of the timeline. */
  readonly anchor: string;
  readonly published: string;
  readonly updated: string;
  readonly categories: readonly string[];
  readonly title: (locale: Locale) => string;
  readonly path: (locale: Locale) => string;
  /** Paragraphs of HTML. */
  readonly content: (locale: Locale, absolute: (path: string) => string) => readonly string[];
}

/** Makes the feed as Atom 1.0. Without a locale every entry is in both languages. */
export function makeAtomFeed(
  site: URL,
  locale?: Locale,
  source: FeedSource = { catalog, releases },
): string {
  const items = collectItems(source);
  const main = locale ?? 'en';
  const t = messages(main);
  const absolute = (path: string): string => new URL(path, site).href;
  const self = absolute(href('en', getFeedPath(locale)));
  const timeline = absolute(href(main, PATHS.timeline));
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom"${locale ? ` xml:lang="${locale}"` : ''}>`,
    `  <id>${TAG}:feed${locale ? `:${locale}` : ''}</id>`,
    `  <title>${escapeHtml(t.feed.title)}</title>`,
    `  <subtitle>${escapeHtml(t.feed.subtitle)}</subtitle>`,
    `  <link rel="self" type="application/atom+xml" href="${self}"/>`,
    `  <link rel="alternate" type="text/html" href="${timeline}"/>`,
    `  <updated>${formatInstant(items[0]?.updated ?? '2024-01-01')}</updated>`,
    '  <author><name>beta-headers</name></author>',
    ...items.flatMap((item) => formatEntry(item, locale, absolute)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function formatEntry(
  item: Item,
  locale: Locale | undefined,
  absolute: (path: string) => string,
): string[] {
  const main = locale ?? 'en';
  const contentIn = (language: Locale): string =>
    item
      .content(language, absolute)
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('');
  const content = (locale ? [locale] : LOCALES)
    .map((language) => `<div lang="${language}">${contentIn(language)}</div>`)
    .join('');
  const place = `${absolute(href(main, PATHS.timeline))}#${item.anchor}`;
  return [
    '  <entry>',
    `    <id>${TAG}:${item.id}${locale ? `:${locale}` : ''}</id>`,
    `    <title>${escapeHtml(item.title(main))}</title>`,
    `    <link rel="alternate" type="text/html" href="${escapeHtml(absolute(item.path(main)))}"/>`,
    `    <link rel="related" type="text/html" href="${place}"/>`,
    `    <published>${formatInstant(item.published)}</published>`,
    `    <updated>${formatInstant(item.updated)}</updated>`,
    ...item.categories.map((term) => `    <category term="${escapeHtml(term)}"/>`),
    `    <content type="html">${escapeHtml(content)}</content>`,
    '  </entry>',
  ];
}

/** Collects the items, latest news first: a release may bring news about an older date. */
function collectItems({ catalog: { betas }, releases: all }: FeedSource): Item[] {
  const entries = collectEntries({ betas }, all);
  const minor = listReleaseLines({ betas }, all).flatMap(({ release, first, lines }) => {
    const rest = lines.filter(({ entry }) => !entry);
    return first || rest.length === 0 ? [] : makeMinorItem(release, rest);
  });
  const items = [
    ...entries.map((entry) => (isFact(entry) ? makeFactItem(entry) : makeChangeItem(entry))),
    ...minor,
  ];
  return items.sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
}

const escapeText = (value: string): string => escapeHtml(removeBackticks(value));

const getCommonFields = (entry: TimelineEntry): Pick<Item, 'anchor' | 'published' | 'updated'> => ({
  anchor: entry.id,
  published: entry.date,
  updated: getNewsDate(entry),
});

function makeFactItem(fact: Fact): Item {
  const { id, kind, date, beta, note, successor, release } = fact;
  const since = findSdkSince(beta);
  return {
    id,
    ...getCommonFields(fact),
    categories: [kind, `stage:${beta.stage}`],
    title: (locale) => messages(locale).feed.entry(beta.id, messages(locale).timeline.kind[kind]),
    path: (locale) => getBetaHref(locale, beta.id),
    content: (locale, absolute) => {
      const t = messages(locale);
      const facts = [
        `${t.feed.stage}: ${t.stage[beta.stage]}`,
        ...(since ? [t.feed.sdk(since)] : []),
        ...(release ? [t.feed.release(release.version, release.date)] : []),
      ];
      const event = successor
        ? `${t.timeline.kind[kind]}, ${t.timeline.by(successor.id)}`
        : t.timeline.kind[kind];
      const title = `<strong>${escapeText(beta.title[locale])}</strong>`;
      return [
        `${title}: ${escapeText(event)}, ${date}. ${facts.map(escapeText).join('. ')}.`,
        ...(note ? [escapeText(note[locale])] : []),
        escapeText(beta.summary[locale]),
        `<a href="${absolute(getBetaHref(locale, beta.id))}"><code>${beta.id}</code></a>`,
      ];
    },
  };
}

function makeChangeItem(entry: ManifestChange): Item {
  const { change, release, kind } = entry;
  return {
    id: change.id,
    ...getCommonFields(entry),
    categories: [kind],
    title: (locale) =>
      messages(locale).feed.entry(change.subject, messages(locale).timeline.kind[kind]),
    path: (locale) => getSubjectHref(change.subject, locale),
    content: (locale, absolute) => {
      const t = messages(locale);
      const text = renderChange(change, locale);
      const href = absolute(getSubjectHref(change.subject, locale));
      const words = text && `${text}. `;
      const versions = [
        t.feed.release(release.version, release.date),
        ...(release.sdk ? [`SDK ${release.sdk}`] : []),
      ];
      return [
        `<strong>${t.timeline.kind[kind]}</strong>: ${words}${escapeText(versions.join('. '))}.`,
        `<a href="${href}"><code>${escapeText(change.subject)}</code></a>`,
      ];
    },
  };
}

/** Makes one item for all changes of wording and sources that a release has. */
function makeMinorItem(
  release: ReleaseRecord,
  lines: ReturnType<typeof listReleaseLines>[number]['lines'],
): Item {
  const { version, date } = release;
  return {
    id: `${version}/minor`,
    anchor: makeChangeId(version),
    published: date,
    updated: date,
    categories: ['minor'],
    title: (locale) =>
      messages(locale).feed.minor(version, messages(locale).timeline.minor(lines.length)),
    path: (locale) => `${href(locale, PATHS.timeline)}#${makeChangeId(version)}`,
    content: (locale) =>
      lines.map(({ change }) => {
        const kind = messages(locale).timeline.kind[change.kind];
        const subject = `<code>${escapeText(change.subject)}</code>`;
        return `${kind}: ${subject} ${renderChange(change, locale)}`;
      }),
  };
}

/** Renders the description of a change. */
function renderChange(change: ReleasedChange, locale: Locale): string {
  const text = describeChange(change, locale);
  return text ? `<span>${escapeText(text)}</span>` : '';
}

const formatInstant = (date: string): string => `${date}T00:00:00Z`;

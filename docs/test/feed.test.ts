/** The Atom feeds: their entries, and ids that stay the same in later builds and releases. */
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { type FeedSource, makeAtomFeed } from '../src/lib/feed.ts';
import type { Locale } from '../src/lib/site.ts';
import { collectEntries } from '../src/lib/timeline.ts';
import { after, before, makeBeta, makeCatalog, releases } from './timeline-data.ts';

const SITE = new URL('https://example.org');
const unreleased: FeedSource = { catalog: before, releases: [] };
const first: FeedSource = { catalog: before, releases: releases.slice(1) };
const second: FeedSource = { catalog: after, releases };

interface Entry {
  id: string;
  title: string;
  updated: string;
  published: string;
  link: { '@_rel': string; '@_href': string }[];
  content: { '#text': string };
}
const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['entry', 'link', 'category'].includes(name),
});
const read = (
  source: FeedSource,
  locale?: Locale,
): { id: string; updated: string; entry: Entry[] } =>
  parser.parse(makeAtomFeed(SITE, locale, source)).feed;
const findEntry = (source: FeedSource, id: string, locale?: Locale): Entry => {
  const found = read(source, locale).entry.find(
    (one) => one.id === `tag:beta-headers.github.io,2026:${id}`,
  );
  if (!found)
    throw new Error(
      `no entry ${id} among ${read(source, locale)
        .entry.map((one) => one.id)
        .join(', ')}`,
    );
  return found;
};

describe('the feed', () => {
  it('has an entry for each one of the timeline, and one for the rest of a release', () => {
    const ids = read(second).entry.map(({ id }) =>
      id.replace('tag:beta-headers.github.io,2026:', ''),
    );
    const timeline = collectEntries(after, releases).map((entry) =>
      'change' in entry ? entry.change.id : entry.id,
    );
    expect([...ids].sort()).toEqual([...timeline, '0.2.0/minor'].sort());
    expect(ids).toContain('0.2.0/acceptance-narrowed/one-2025-06-01');
  });

  it('is the same text in every build', () => {
    expect(makeAtomFeed(SITE, 'id', second)).toBe(
      makeAtomFeed(SITE, 'id', structuredClone(second)),
    );
  });

  it('keeps its ids with the first release and with the next', () => {
    const ids = (source: FeedSource): string[] => read(source).entry.map(({ id }) => id);
    expect(ids(unreleased).length).toBe(3);
    expect(ids(first)).toEqual(ids(unreleased));
    expect(ids(second)).toEqual(expect.arrayContaining(ids(first)));
    expect(new Set(ids(second)).size).toBe(ids(second).length);
  });

  it('keeps the id of an entry when its date is corrected', () => {
    const dated = (date: string): FeedSource => ({
      catalog: makeCatalog(
        makeBeta('one-2025-01-01', {
          released: { date, evidence: [{ source: 'sdk-1.12.0', at: 'X' }] },
        }),
      ),
      releases: [],
    });
    const [old, corrected] = [dated('2025-01-03'), dated('2025-01-05')].map((source) =>
      findEntry(source, 'released-one-2025-01-01'),
    );
    expect([old?.updated, corrected?.updated]).toEqual([
      '2025-01-03T00:00:00Z',
      '2025-01-05T00:00:00Z',
    ]);
  });

  it('begins with the entries of the newest release, whatever their dates', () => {
    const named = findEntry(second, 'named-one-2026-02-01');
    expect([named.published, named.updated]).toEqual([
      '2026-02-01T00:00:00Z',
      '2026-02-08T00:00:00Z',
    ]);
    const days = read(second).entry.map(({ updated }) => updated);
    expect(days).toEqual([...days].sort().reverse());
    expect(read(second).updated).toBe(days[0]);
  });

  it('has ids of its own in each language, and both languages in the common feed', () => {
    const ids = [undefined, 'en', 'id'] as const;
    expect(
      new Set(ids.flatMap((locale) => read(second, locale).entry.map(({ id }) => id))).size,
    ).toBe(read(second).entry.length * 3);
    const title = (locale?: Locale): string =>
      findEntry(
        second,
        `0.2.0/acceptance-narrowed/one-2025-06-01${locale ? `:${locale}` : ''}`,
        locale,
      ).title;
    expect(title('id')).toBe('one-2025-06-01: Penerimaan nilai');
    expect(title('en')).toBe('one-2025-06-01: Where the value is accepted');
    const both = findEntry(second, '0.2.0/acceptance-narrowed/one-2025-06-01').content['#text'];
    expect(both).toContain('accepted → rejected');
    expect(both).toContain('diterima → ditolak');
  });

  it('links to the page and to the place on the timeline, in its own language', () => {
    const { link } = findEntry(second, 'graduated-one-2025-01-01:id', 'id');
    expect(link.map((one) => `${one['@_rel']} ${one['@_href']}`)).toEqual([
      'alternate https://example.org/id/betas/one-2025-01-01/',
      'related https://example.org/id/timeline/#graduated-one-2025-01-01',
    ]);
  });

  it('lists all changes of wording in one entry', () => {
    const { title, content } = findEntry(second, '0.2.0/minor');
    expect(title).toBe('Manifest 0.2.0: 2 changes of wording or sources');
    expect(content['#text']).toContain('has a new value for summary');
  });

  it('escapes texts of the manifest', () => {
    const evil = '<script>alert(1)</script>';
    const source: FeedSource = {
      catalog: makeCatalog(makeBeta('one-2025-01-01', { title: { en: evil, id: evil } })),
      releases: [],
    };
    expect(makeAtomFeed(SITE, undefined, source)).not.toContain('<script>');
    expect(findEntry(source, 'named-one-2025-01-01').content['#text']).toContain('&lt;script&gt;');
  });
});

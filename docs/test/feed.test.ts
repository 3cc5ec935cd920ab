/** The feeds and the calendar: their items, and ids that stay the same in later releases. */
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { catalog } from '../src/lib/catalog.ts';
import { makeCalendar } from '../src/lib/changes/calendar.ts';
import { listChanges } from '../src/lib/changes/changes.ts';
import { listDataChanges } from '../src/lib/changes/data-changes.ts';
import { type FeedOptions, makeAtomFeed, makeJsonFeed } from '../src/lib/changes/feed.ts';
import { type Entry, mergeEntries } from '../src/lib/changes/history.ts';
import { listEntryPlatforms } from '../src/lib/changes/text.ts';
import { after, makeBeta, makeCatalog, releases } from './changes-data.ts';

const site = new URL('https://example.org');
const dated = listChanges(after);
const entries = mergeEntries(dated, listDataChanges(dated, releases));
const options = (more: Partial<FeedOptions> = {}): FeedOptions => ({
  site,
  locale: 'en',
  entries,
  ...more,
});

interface Item {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly content_html: string;
  readonly date_modified: string;
  readonly tags: readonly string[];
}
const readJson = (more?: Partial<FeedOptions>) =>
  JSON.parse(makeJsonFeed(options(more))) as {
    readonly [key: string]: unknown;
    readonly items: readonly Item[];
  };
const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['entry', 'link', 'category'].includes(name),
});
const readAtom = (more?: Partial<FeedOptions>) => parser.parse(makeAtomFeed(options(more))).feed;

describe('the feeds', () => {
  it('have an item for every entry, newest first, in both formats', () => {
    const { items } = readJson();
    expect(items.length).toBe(entries.length);
    expect(items.map(({ date_modified }) => date_modified.slice(0, 10))).toEqual(
      entries.map(({ date }) => date),
    );
    const atom = readAtom();
    expect(atom.entry.map(({ id }: Item) => id)).toEqual(items.map(({ id }) => id));
    expect(atom.updated).toBe(items[0]?.date_modified);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  it('have what JSON Feed 1.1 and Atom require', () => {
    const feed = readJson({ locale: 'id' });
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: expect.any(String),
      home_page_url: 'https://example.org/id/changes/',
      feed_url: 'https://example.org/id/changes/feed.json',
      language: 'id',
    });
    for (const item of feed.items) {
      expect(item.id).toMatch(/^tag:beta-headers\.github\.io,2026:.+:id$/);
      expect(item.url).toMatch(/^https:\/\/example\.org\/id\//);
      expect(item.date_modified).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
      expect(item.content_html).not.toMatch(/undefined|href="\//);
    }
    const atom = readAtom();
    expect(atom.link.map((one: Record<string, string>) => one['@_href'])).toEqual([
      'https://example.org/changes/feed.xml',
      'https://example.org/changes/',
    ]);
    for (const entry of atom.entry)
      expect(Object.keys(entry)).toEqual(
        expect.arrayContaining(['id', 'title', 'link', 'published', 'updated', 'content']),
      );
  });

  it('of a platform have its entries only', () => {
    const all = listChanges(catalog);
    const wanted = all.filter((entry) => listEntryPlatforms(entry).includes('bedrock'));
    const feed = readJson({ entries: all, platform: 'bedrock' });
    expect(feed.items.length).toBe(wanted.length);
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.length).toBeLessThan(all.length);
    expect(feed).toMatchObject({
      feed_url: 'https://example.org/platforms/bedrock/feed.json',
      home_page_url: 'https://example.org/changes/?on=bedrock',
    });
  });

  it('keep the id of an item when its date is corrected', () => {
    const ids = ['2025-01-03', '2025-01-05'].map((date) => {
      const source = makeCatalog(
        makeBeta('one-2025-01-01', {
          released: { date, evidence: [{ source: 'sdk-1.12.0', at: 'X' }] },
        }),
      );
      return readJson({ entries: listChanges({ ...source, models: [] }) }).items[0]?.id;
    });
    expect(ids).toEqual(
      Array(2).fill('tag:beta-headers.github.io,2026:released-one-2025-01-01:en'),
    );
  });

  it('escape texts of the manifest', () => {
    const evil = '<script>alert(1)</script>';
    const source = makeCatalog(
      makeBeta('one-2025-01-01', {
        title: { en: evil, id: evil },
        released: { date: '2025-01-03', note: { en: evil, id: evil }, evidence: [] },
      }),
    );
    const hostile: readonly Entry[] = listChanges({ ...source, models: [] });
    expect(makeAtomFeed(options({ entries: hostile }))).not.toContain('<script>');
    expect(readJson({ entries: hostile }).items[0]?.content_html).not.toContain('<script>');
  });
});

describe('the calendar', () => {
  const changes = listChanges(catalog);
  const calendar = makeCalendar({ site, locale: 'id', changes, day: '2026-11-30' });
  const lines = calendar.split('\r\n');

  it('has CRLF lines of at most 75 bytes, and what RFC 5545 requires', () => {
    expect(lines.at(-1)).toBe('');
    for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const unfolded = calendar.replaceAll('\r\n ', '');
    expect(unfolded).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:.+\r\n/);
    const events = unfolded.split('BEGIN:VEVENT').slice(1);
    expect(events.length).toBeGreaterThan(0);
    for (const event of events)
      for (const name of ['UID:', 'DTSTAMP:20261130T000000Z', 'DTSTART;VALUE=DATE:', 'SUMMARY:'])
        expect(event).toContain(`\r\n${name}`);
  });

  it('has the ends from the month of the data on, each with a UID of its own', () => {
    const uids = lines.filter((line) => line.startsWith('UID:'));
    expect(uids).toContain('UID:model-claude-opus-4-5.id@beta-headers.github.io');
    expect(new Set(uids).size).toBe(uids.length);
    expect(calendar).not.toContain('claude-3-haiku');
  });

  it('keeps the last end if there is no other', () => {
    const late = makeCalendar({ site, locale: 'en', changes, day: '2099-01-01' });
    expect(late.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  it('escapes commas, semicolons and backslashes', () => {
    const source = makeCatalog(
      makeBeta('one-2025-01-01', {
        title: { en: 'a, b; c\\d', id: 'a' },
        retired: { date: '2026-11-20', evidence: [] },
      }),
    );
    expect(
      makeCalendar({
        site,
        locale: 'en',
        changes: listChanges({ ...source, models: [] }),
        day: '2026-11-30',
      }),
    ).toContain('SUMMARY:a\\, b\\; c\\\\d');
  });
});

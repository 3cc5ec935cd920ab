/** The dated changes, the changes of the data, and their words. */
import { describe, expect, it } from 'vitest';
import { catalog } from '../src/lib/catalog.ts';
import { type Change, groupByDate, listChanges, listUpcoming } from '../src/lib/changes/changes.ts';
import { listDataChanges, listReleaseLines } from '../src/lib/changes/data-changes.ts';
import { mergeEntries } from '../src/lib/changes/history.ts';
import { findMonthAddress } from '../src/lib/changes/month-address.ts';
import { listMonthsById, splitMonths } from '../src/lib/changes/months.ts';
import { describeChange, describeDated } from '../src/lib/changes/text.ts';
import { describeDaysLeft } from '../src/lib/days-left.ts';
import { findMovedAddress } from '../src/lib/moved.ts';
import { groupBySdkVersion } from '../src/lib/sdk-versions.ts';
import { after, before, makeBeta, makeCatalog, releases } from './changes-data.ts';

const evidence = [{ source: 'sdk-1.14.0', at: 'X' }];
const listShown = (changes: readonly { date: string; id: string }[]): string[] =>
  changes.map(({ date, id }) => `${date} ${id}`);
const listIds = ({ betas }: Change): string => betas.map(({ id }) => id).join(' ');

/** A Catalog of these betas without models, whose ends would be listed as well. */
const make = (...betas: Parameters<typeof makeCatalog>) => ({
  ...makeCatalog(...betas),
  models: [],
});

describe('the changes of the Catalog', () => {
  const changes = listChanges(catalog);

  it('have everything that happened in November 2026', () => {
    const november = changes.filter(({ date }) => date.startsWith('2026-11'));
    expect(
      november.map((change) => `${change.date} ${change.kind} ${change.sdk} ${listIds(change)}`),
    ).toEqual([
      '2026-11-30 ends undefined ',
      '2026-11-30 model undefined ',
      '2026-11-24 released 1.14.0 google-managed-data-controls-2026-09-01',
      '2026-11-23 released 1.13.0 efs-2026-10-01',
      '2026-11-19 released 1.11.0 ce-claude-code-managed-settings-2026-10-06',
      '2026-11-17 released 1.10.0 user-profiles-billing-2026-10-01',
      expect.stringMatching(/^2026-11-16 deprecated 1\.9\.0 (?:\S+ ){9}\S+$/),
      '2026-11-05 released 1.6.0 admin-user-sign-out-2026-10-08',
      '2026-11-02 released 1.2.0 message-threads-2026-08-12',
    ]);
  });

  it('have ids of their own, and a day for every release of the SDK that a beta names', () => {
    expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
    for (const { version, date } of groupBySdkVersion(catalog))
      expect(date, version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('have words in both languages for everything', () => {
    for (const change of changes)
      for (const locale of ['en', 'id'] as const)
        for (const [key, text] of Object.entries(describeDated(change, locale)))
          expect(text.trim(), `${change.id} ${key}`).not.toMatch(/^$|undefined|``|\s{2}/);
  });
});

describe('a change', () => {
  it('is on its dated day, else on the day of the SDK, never on the date of the name', () => {
    const [, , second] = catalog.sdkReleases;
    const source = make(
      makeBeta('b-2025-05-01', {
        released: { date: '2025-05-02', evidence },
        sdk: { since: { typescript: second?.version as string }, sends: [] },
      }),
      makeBeta('a-2025-05-01', {
        sdk: { since: { typescript: second?.version as string }, sends: [] },
      }),
      makeBeta('c-2025-05-01'),
    );
    expect(listShown(listChanges(source))).toEqual([
      `${second?.date} released-a-2025-05-01`,
      '2025-05-02 released-b-2025-05-01',
    ]);
  });

  it('groups the betas that one release deprecates', () => {
    const sdk = { since: {}, deprecated: '1.9.0', sends: [] };
    const [change, ...more] = listChanges(
      make(makeBeta('a-2025-01-01', { sdk }), makeBeta('b-2025-01-01', { sdk })),
    );
    expect(more).toEqual([]);
    expect(change).toMatchObject({ id: 'deprecated-sdk-1.9.0', date: '2026-11-16' });
    expect(listIds(change as Change)).toBe('a-2025-01-01 b-2025-01-01');
  });

  it('replaces a beta on the first day of its successor, if that is the later one', () => {
    const pair = (first: string, second: string) =>
      listChanges(
        make(
          makeBeta('one-2025-01-01', {
            supersededBy: 'one-2025-06-01',
            released: { date: first, evidence },
          }),
          makeBeta('one-2025-06-01', { released: { date: second, evidence } }),
        ),
      ).filter(({ kind }) => kind === 'superseded');
    expect(listShown(pair('2025-01-02', '2025-06-03'))).toEqual([
      '2025-06-03 superseded-one-2025-01-01',
    ]);
    expect(pair('2025-06-03', '2025-01-02')).toEqual([]);
  });

  it('ends a feature once for all platforms and models of a day, with the advice for after it', () => {
    const source = make(makeBeta('one-2025-01-01'));
    const [feature] = source.features;
    const claims = [
      { status: 'available', until: '2030-01-31', models: ['claude-opus-5'], evidence },
      { status: 'unavailable', fix: 'use-a-fast-model', evidence },
    ] as const;
    const ends = listChanges({
      ...source,
      features: [{ ...feature, availability: { 'claude-api': claims, bedrock: claims } } as never],
    }).filter(({ kind }) => kind === 'ends');
    expect(ends).toMatchObject([
      {
        id: `ends-${feature?.name}-claude-opus-5`,
        date: '2030-01-31',
        platforms: ['claude-api', 'bedrock'],
        fix: 'use-a-fast-model',
      },
    ]);
    expect(listUpcoming(ends, '2030-01-30')).toEqual(ends);
    expect(listUpcoming(ends, '2030-01-31')).toEqual([]);
  });

  it('is new only on platforms with the feature, whatever accepts the value', () => {
    const beta = makeBeta('one-2025-01-01', {
      released: { date: '2025-01-02', evidence },
      graduated: { date: '2025-02-02', evidence },
      acceptance: { bedrock: [{ status: 'accepted', evidence }] },
    });
    const source = make(beta);
    const [feature] = source.features;
    const changes = listChanges({
      ...source,
      features: [
        { ...feature, availability: { vertex: [{ status: 'available', evidence }] } } as never,
      ],
    });
    expect(changes.map(({ kind, platforms }) => [kind, platforms])).toEqual([
      ['graduated', ['bedrock', 'vertex']],
      ['released', ['vertex']],
    ]);
  });
});

describe('the changes of the data', () => {
  const dated = listChanges(after);
  it('repeat no dated change and no change of wording', () => {
    const ofData = listDataChanges(dated, releases);
    expect(ofData.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['latest-changed', 'acceptance-narrowed']),
    );
    expect(ofData.map(({ kind }) => kind)).not.toContain('text-changed');
    expect(ofData.map(({ kind }) => kind)).not.toContain('graduated');
  });

  it('are none before the second release', () => {
    expect(listDataChanges(listChanges(before), releases.slice(1))).toEqual([]);
    expect(listDataChanges(dated, [])).toEqual([]);
  });

  it('are listed once each by their release, with the anchor of their entry', () => {
    const [second, first] = listReleaseLines(dated, releases);
    expect([second?.first, first?.first]).toEqual([false, true]);
    expect(second?.lines.map(({ change }) => change)).toEqual(releases[0]?.changes);
    const ids = new Set(mergeEntries(dated, listDataChanges(dated, releases)).map(({ id }) => id));
    for (const { id, entry } of second?.lines ?? []) expect(ids.has(id), id).toBe(entry);
  });

  it('are described in the language of the reader, with the titles of the site', () => {
    const narrowed = {
      id: '0.2.0/x/one',
      bump: 'patch',
      group: 'helpers',
      subject: 'one',
      kind: 'acceptance-narrowed',
      platform: 'vertex',
      was: [{ status: 'accepted' }],
      is: [{ status: 'rejected' }],
    } as const;
    expect(describeChange(narrowed, 'en')).toBe(
      'acceptance on Google Cloud (Vertex AI): accepted → rejected',
    );
    expect(describeChange(narrowed, 'id')).toBe(
      'penerimaan di Google Cloud (Vertex AI): diterima → ditolak',
    );
  });
});

describe('the days that are left', () => {
  const words = { ahead: 'in {n} days', tomorrow: 'tomorrow', today: 'today', past: 'ended' };
  it.each([
    ['2026-12-31', 'in 12 days'],
    ['2026-12-20', 'tomorrow'],
    ['2026-12-19', 'today'],
    ['2026-12-18', 'ended'],
  ])('until %s, seen from 19 December: %s', (date, text) => {
    expect(describeDaysLeft(date, Date.UTC(2026, 11, 19), words)).toBe(text);
  });
});

describe('entries', () => {
  it('are grouped by year, month and day in their order', () => {
    const dates = ['2026-02-03', '2026-02-01', '2026-01-09', '2025-12-31'];
    const group = (length: 4 | 7 | 10) =>
      groupByDate(
        dates.map((date) => ({ date })),
        length,
      ).map(([key, list]) => `${key}:${list.length}`);
    expect(group(4)).toEqual(['2026:3', '2025:1']);
    expect(group(7)).toEqual(['2026-02:2', '2026-01:1', '2025-12:1']);
    expect(group(10)).toHaveLength(4);
  });
});

describe('the months of the list', () => {
  const list = ['2026-12-01', '2026-11-30', '2026-11-02', '2026-09-09', '2025-01-01'].map(
    (date, index) => ({ id: `e${index}`, date }),
  );

  it('are the newest three with a change, and the older ones', () => {
    const { shown, older } = splitMonths(list);
    expect(shown.map(([month, { length }]) => [month, length])).toEqual([
      ['2026-12', 1],
      ['2026-11', 2],
      ['2026-09', 1],
    ]);
    expect(older.map(([month]) => month)).toEqual(['2025-01']);
  });

  it('lead an old link to the page of its month, and any other nowhere', () => {
    const months = listMonthsById(list);
    const find = (id: string) => findMonthAddress('/changes/*/', months, id);
    expect(find('e4')).toBe('/changes/2025-01/#e4');
    for (const id of ['e9', 'constructor', '"><script>']) expect(find(id)).toBeUndefined();
  });
});

describe('a place on the former timeline', () => {
  const target = { to: '/base/changes/', beta: '/base/betas/*/' };
  it.each([
    ['', '/base/changes/'],
    ['#2026', '/base/changes/#y2026'],
    ['#y2026', '/base/changes/#y2026'],
    ['#sdk-1.9.0', '/base/changes/#sdk-1.9.0'],
    ['#graduated-one-2025-01-01', '/base/changes/#graduated-one-2025-01-01'],
    ['#named-one-2025-01-01', '/base/betas/one-2025-01-01/'],
    ['#named-"><script>', '/base/changes/#named-"><script>'],
  ])('%s leads to %s', (hash, address) => {
    expect(findMovedAddress(target, { search: '', hash })).toBe(address);
  });
});

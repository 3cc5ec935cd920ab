/** The timeline: facts of the Catalog, and changes of releases. */

import { describe, expect, it } from 'vitest';
import { describeChange } from '../src/lib/change-text.ts';
import {
  collectEntries,
  collectFacts,
  findSdkVersion,
  getNewsDate,
  groupBySdkVersion,
  groupByYear,
  isFact,
  listReleaseLines,
} from '../src/lib/timeline.ts';
import { after, before, makeBeta, releases } from './timeline-data.ts';

const listShown = (entries: ReturnType<typeof collectEntries>): string[] =>
  entries.map(({ date, id }) => `${date} ${id}`);

describe('the facts', () => {
  it('contain every date once, newest first, by year', () => {
    const evidence = [{ source: 'sdk-1.12.0', at: 'X' }];
    const entries = collectFacts([
      makeBeta('b-2025-05-01', {
        released: { date: '2025-05-01', evidence },
        graduated: { date: '2026-02-01', evidence },
      }),
      makeBeta('a-2025-05-01'),
    ]);
    expect(listShown(entries)).toEqual([
      '2026-02-01 graduated-b-2025-05-01',
      '2025-05-01 named-a-2025-05-01',
      '2025-05-01 released-b-2025-05-01',
    ]);
    expect(groupByYear(entries).map(([year, list]) => `${year}: ${list.length}`)).toEqual([
      '2026: 1',
      '2025: 2',
    ]);
  });

  it('replace a beta on the first day of its successor', () => {
    const facts = collectFacts([
      makeBeta('one-2025-01-01', { supersededBy: 'one-2025-06-01' }),
      makeBeta('one-2025-06-01'),
    ]);
    expect(facts.find(({ kind }) => kind === 'superseded')).toMatchObject({
      id: 'superseded-one-2025-01-01',
      date: '2025-06-01',
      successor: { id: 'one-2025-06-01' },
    });
    // The day is unknown if the successor is the older one.
    const earlier = collectFacts([
      makeBeta('one-2025-06-01', { supersededBy: 'one-2025-01-01' }),
      makeBeta('one-2025-01-01'),
    ]);
    expect(earlier.map(({ kind }) => kind)).toEqual(['named', 'named']);
  });
});

describe('the entries', () => {
  it('are only the facts without a release and after the first release', () => {
    expect(listShown(collectEntries(before, []))).toEqual(listShown(collectFacts(before.betas)));
    expect(listShown(collectEntries(before, releases.slice(1)))).toEqual(
      listShown(collectFacts(before.betas)),
    );
  });

  it('contain every change of a later release', () => {
    expect(listShown(collectEntries(after, releases))).toEqual([
      '2026-02-08 v0.2.0_latest-changed_one',
      '2026-02-08 v0.2.0_acceptance-narrowed_one-2025-06-01',
      '2026-02-01 superseded-one-2025-06-01',
      '2026-02-01 named-one-2026-02-01',
      '2026-01-15 graduated-one-2025-01-01',
      '2025-06-09 released-one-2025-06-01',
      '2025-06-01 named-one-2025-06-01',
      '2025-01-01 named-one-2025-01-01',
    ]);
  });

  it('have their release and their version of the SDK', () => {
    const entries = collectEntries(after, releases);
    const versions = entries.map((entry) => [
      entry.id,
      entry.release?.version,
      findSdkVersion(entry),
      getNewsDate(entry),
    ]);
    expect(versions).toContainEqual(['named-one-2026-02-01', '0.2.0', '1.13.0', '2026-02-08']);
    expect(versions).toContainEqual(['superseded-one-2025-06-01', '0.2.0', '1.13.0', '2026-02-08']);
    expect(versions).toContainEqual(['named-one-2025-01-01', undefined, '0.30.0', '2025-01-01']);
    expect(versions).toContainEqual(['v0.2.0_latest-changed_one', '0.2.0', '1.13.0', '2026-02-08']);
    expect(versions).toContainEqual([
      'released-one-2025-06-01',
      undefined,
      undefined,
      '2025-06-09',
    ]);
  });

  it('keep their ids after a release', () => {
    const unreleased = collectEntries(after, releases.slice(1)).map(({ id }) => id);
    const released = collectEntries(after, releases).map(({ id }) => id);
    expect(unreleased.length).toBeGreaterThan(5);
    expect(released).toEqual(expect.arrayContaining(unreleased));
    expect(new Set(released).size).toBe(released.length);
  });
});

describe('the releases', () => {
  it('list each of their changes once, with the id of its entry', () => {
    const [second, first] = listReleaseLines(after, releases);
    expect([second?.first, first?.first]).toEqual([false, true]);
    expect(second?.lines.map(({ change }) => change)).toEqual(releases[0]?.changes);
    const ids = new Set(collectEntries(after, releases).map(({ id }) => id));
    for (const { id, entry } of second?.lines ?? []) expect(ids.has(id), id).toBe(entry);
    // Changes of wording and dates have no entry.
    expect(second?.lines.flatMap(({ change, entry }) => (entry ? [] : change.kind))).toEqual([
      'date-changed',
      'text-changed',
    ]);
  });
});

describe('the description of a change', () => {
  const base = { id: '0.2.0/x/one', bump: 'patch', group: 'helpers', subject: 'one' } as const;

  it('is in the language of the reader, with the titles of the site', () => {
    const narrowed = {
      ...base,
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
    const moved = { ...base, kind: 'stage-changed', was: 'beta', is: 'graduated' } as const;
    expect(describeChange(moved, 'id')).toBe('kini Tersedia umum (tadinya Beta)');
  });

  it('is empty if title and kind are enough', () => {
    const added = {
      ...base,
      kind: 'beta-added',
      stage: 'beta',
      title: { en: 'One', id: 'Satu' },
    } as const;
    expect(describeChange(added, 'id')).toBeUndefined();
  });
});

describe('the versions of the SDK', () => {
  it('list the betas that they added and deprecated, newest version first', () => {
    const betas = [
      makeBeta('a-2025-01-01', {
        sdk: { since: { typescript: '0.9.0' }, deprecated: '1.9.0', sends: [] },
      }),
      makeBeta('b-2025-01-01', { sdk: { since: { typescript: '0.10.0' }, sends: [] } }),
      makeBeta('c-2025-01-01', { sdk: { since: { typescript: '1.9.0' }, sends: [] } }),
      makeBeta('d-2025-01-01'),
    ];
    const ids = (list: readonly { id: string }[]): string => list.map(({ id }) => id[0]).join('');
    expect(
      groupBySdkVersion(betas).map(
        ({ version, added, deprecated }) => `${version} +${ids(added)} -${ids(deprecated)}`,
      ),
    ).toEqual(['1.9.0 +c -a', '0.10.0 +b -', '0.9.0 +a -']);
  });

  it('are missing from a fact without one', () => {
    expect(
      collectEntries(after, releases)
        .filter(isFact)
        .filter(({ kind }) => kind === 'graduated')
        .map(findSdkVersion),
    ).toEqual([undefined]);
  });
});

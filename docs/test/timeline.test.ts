/** What happened when: the facts of the Catalog, and the changes of the releases beside them. */

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

const shown = (entries: ReturnType<typeof collectEntries>): string[] =>
  entries.map(({ date, id }) => `${date} ${id}`);

describe('the facts', () => {
  it('have every date once, newest first, by year', () => {
    const evidence = [{ source: 'sdk-1.12.0', at: 'X' }];
    const entries = collectFacts([
      makeBeta('b-2025-05-01', {
        released: { date: '2025-05-01', evidence },
        graduated: { date: '2026-02-01', evidence },
      }),
      makeBeta('a-2025-05-01'),
    ]);
    expect(shown(entries)).toEqual([
      '2026-02-01 graduated-b-2025-05-01',
      '2025-05-01 named-a-2025-05-01',
      '2025-05-01 released-b-2025-05-01',
    ]);
    expect(groupByYear(entries).map(([year, list]) => `${year}: ${list.length}`)).toEqual([
      '2026: 1',
      '2025: 2',
    ]);
  });

  it('say when a beta was replaced: the day its successor began, and by what', () => {
    const facts = collectFacts([
      makeBeta('one-2025-01-01', { supersededBy: 'one-2025-06-01' }),
      makeBeta('one-2025-06-01'),
    ]);
    expect(facts.find(({ kind }) => kind === 'superseded')).toMatchObject({
      id: 'superseded-one-2025-01-01',
      date: '2025-06-01',
      successor: { id: 'one-2025-06-01' },
    });
    // A successor that was there before says nothing of the day.
    const earlier = collectFacts([
      makeBeta('one-2025-06-01', { supersededBy: 'one-2025-01-01' }),
      makeBeta('one-2025-01-01'),
    ]);
    expect(earlier.map(({ kind }) => kind)).toEqual(['named', 'named']);
  });
});

describe('the entries', () => {
  it('are the facts alone while there is no release, and after the first', () => {
    expect(shown(collectEntries(before, []))).toEqual(shown(collectFacts(before.betas)));
    expect(shown(collectEntries(before, releases.slice(1)))).toEqual(
      shown(collectFacts(before.betas)),
    );
  });

  it('have all that a later release changed: new, superseded, graduated, a claim, a default', () => {
    expect(shown(collectEntries(after, releases))).toEqual([
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

  it('know the release and the SDK that they came with', () => {
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

  it('keep the name that they had before the release', () => {
    const unreleased = collectEntries(after, releases.slice(1)).map(({ id }) => id);
    const released = collectEntries(after, releases).map(({ id }) => id);
    expect(unreleased.length).toBeGreaterThan(5);
    expect(released).toEqual(expect.arrayContaining(unreleased));
    expect(new Set(released).size).toBe(released.length);
  });
});

describe('the releases', () => {
  it('list every change of theirs once, and lead to the entry that tells of it', () => {
    const [second, first] = listReleaseLines(after, releases);
    expect([second?.first, first?.first]).toEqual([false, true]);
    expect(second?.lines.map(({ change }) => change)).toEqual(releases[0]?.changes);
    const ids = new Set(collectEntries(after, releases).map(({ id }) => id));
    for (const { id, entry } of second?.lines ?? []) expect(ids.has(id), id).toBe(entry);
    // Wording and dates are lines of their own, and no entries.
    expect(second?.lines.flatMap(({ change, entry }) => (entry ? [] : change.kind))).toEqual([
      'date-changed',
      'text-changed',
    ]);
  });
});

describe('a change in words', () => {
  const base = { id: '0.2.0/x/one', bump: 'patch', group: 'helpers', subject: 'one' } as const;

  it('is in the language of the reader, with the names that the site uses', () => {
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

  it('is nothing where title and kind say it all', () => {
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
  it('say what they added and what they marked deprecated, newest first by number', () => {
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

  it('are no concern of a fact without one', () => {
    expect(
      collectEntries(after, releases)
        .filter(isFact)
        .filter(({ kind }) => kind === 'graduated')
        .map(findSdkVersion),
    ).toEqual([undefined]);
  });
});

/** What happened when: the facts of the Catalog, and the changes of the releases beside them. */

import { CHANGE_KINDS } from '@beta-headers/manifest/diff';
import { describe, expect, it } from 'vitest';
import { changeText } from '../src/lib/change-text.ts';
import {
  bySdkVersion,
  byYear,
  entriesOf,
  isFact,
  releaseLines,
  sdkOf,
  timelineOf,
  toldOn,
} from '../src/lib/timeline.ts';
import { after, before, betaOf, everyChange, releases } from './timeline-data.ts';

const shown = (entries: ReturnType<typeof entriesOf>): string[] =>
  entries.map(({ date, id }) => `${date} ${id}`);

describe('the facts', () => {
  it('have every date once, newest first, by year', () => {
    const evidence = [{ sdk: '1.12.0', symbol: 'X' }];
    const entries = timelineOf([
      betaOf('b-2025-05-01', {
        released: { date: '2025-05-01', evidence },
        graduated: { date: '2026-02-01', evidence },
      }),
      betaOf('a-2025-05-01'),
    ]);
    expect(shown(entries)).toEqual([
      '2026-02-01 graduated-b-2025-05-01',
      '2025-05-01 named-a-2025-05-01',
      '2025-05-01 released-b-2025-05-01',
    ]);
    expect(byYear(entries).map(([year, list]) => `${year}: ${list.length}`)).toEqual([
      '2026: 1',
      '2025: 2',
    ]);
  });

  it('say when a beta was replaced: the day its successor began, and by what', () => {
    const facts = timelineOf([
      betaOf('one-2025-01-01', { supersededBy: 'one-2025-06-01' }),
      betaOf('one-2025-06-01'),
    ]);
    expect(facts.find(({ kind }) => kind === 'superseded')).toMatchObject({
      id: 'superseded-one-2025-01-01',
      date: '2025-06-01',
      successor: { id: 'one-2025-06-01' },
    });
    // A successor that was there before says nothing of the day.
    const earlier = timelineOf([
      betaOf('one-2025-06-01', { supersededBy: 'one-2025-01-01' }),
      betaOf('one-2025-01-01'),
    ]);
    expect(earlier.map(({ kind }) => kind)).toEqual(['named', 'named']);
  });
});

describe('the entries', () => {
  it('are the facts alone while there is no release, and after the first', () => {
    expect(shown(entriesOf(before, []))).toEqual(shown(timelineOf(before.betas)));
    expect(shown(entriesOf(before, releases.slice(1)))).toEqual(shown(timelineOf(before.betas)));
  });

  it('have all that a later release changed: new, superseded, graduated, a claim, a default', () => {
    expect(shown(entriesOf(after, releases))).toEqual([
      '2026-02-08 v0.2.0_latest-changed_one',
      '2026-02-08 v0.2.0_claim-narrowed_one-2025-06-01',
      '2026-02-01 superseded-one-2025-06-01',
      '2026-02-01 named-one-2026-02-01',
      '2026-01-15 graduated-one-2025-01-01',
      '2025-06-09 released-one-2025-06-01',
      '2025-06-01 named-one-2025-06-01',
      '2025-01-01 named-one-2025-01-01',
    ]);
  });

  it('know the release and the SDK that they came with', () => {
    const entries = entriesOf(after, releases);
    const versions = entries.map((entry) => [
      entry.id,
      entry.release?.version,
      sdkOf(entry),
      toldOn(entry),
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
    const unreleased = entriesOf(after, releases.slice(1)).map(({ id }) => id);
    const released = entriesOf(after, releases).map(({ id }) => id);
    expect(unreleased.length).toBeGreaterThan(5);
    expect(released).toEqual(expect.arrayContaining(unreleased));
    expect(new Set(released).size).toBe(released.length);
  });
});

describe('the releases', () => {
  it('list every change of theirs once, and lead to the entry that tells of it', () => {
    const [second, first] = releaseLines(after, releases);
    expect([second?.first, first?.first]).toEqual([false, true]);
    expect(second?.lines.map(({ change }) => change)).toEqual(releases[0]?.changes);
    const ids = new Set(entriesOf(after, releases).map(({ id }) => id));
    for (const { id, entry } of second?.lines ?? []) expect(ids.has(id), id).toBe(entry);
    // Wording and dates are lines of their own, and no entries.
    expect(second?.lines.flatMap(({ change, entry }) => (entry ? [] : change.kind))).toEqual([
      'date-changed',
      'text-changed',
    ]);
  });
});

describe('a change in words', () => {
  const change = (kind: string) => {
    const found = releases[0]?.changes.find((one) => one.kind === kind);
    if (!found)
      throw new Error(
        `no ${kind} in ${JSON.stringify(releases[0]?.changes.map((one) => one.kind))}`,
      );
    return found;
  };

  it('says its values in the language of the reader', () => {
    expect(changeText(change('claim-narrowed'), 'en')).toEqual({
      text: 'Google Cloud (Vertex AI): Accepted → Not accepted',
    });
    expect(changeText(change('claim-narrowed'), 'id')).toEqual({
      text: 'Google Cloud (Vertex AI): Diterima → Tidak diterima',
    });
    expect(changeText(change('superseded'), 'id')).toEqual({
      text: 'digantikan oleh one-2026-02-01',
    });
    expect(changeText(change('latest-changed'), 'id')).toEqual({
      text: 'one-2025-06-01 → one-2026-02-01',
    });
    expect(changeText(change('graduated'), 'id')).toEqual({ text: 'Beta → Tersedia umum' });
    expect(changeText(change('beta-added'), 'id')).toBeUndefined();
  });

  it('is told in Indonesian too, and does not repeat its subject', () => {
    expect(changeText(change('text-changed'), 'id')).toEqual({ text: '`summary` berubah' });
    expect(changeText(change('text-changed'), 'en')).toEqual({ text: '`summary` changed' });
  });

  it('is marked as English where it is a sentence that nobody has translated', () => {
    expect(
      changeText({ ...change('text-changed'), text: 'one-2025-06-01 opens whatever' }, 'id'),
    ).toEqual({ text: 'opens whatever', lang: 'en' });
  });

  it('is in Indonesian for every kind of change, and for every rule and claim that there is', () => {
    const changes = everyChange();
    expect(new Set(changes.map(({ kind }) => kind))).toEqual(new Set(Object.keys(CHANGE_KINDS)));
    const english = changes
      .map((one) => ({ id: '', ...one }))
      .filter((one) => changeText(one, 'id')?.lang === 'en');
    expect(english.map(({ text }) => text)).toEqual([]);
  });

  it('says of a rule all that the rule says', () => {
    const rule =
      'one-2025-06-01 now opens tools[].type (in a, b) at POST /v1/messages on vertex, bedrock with claude-x up to anthropic-version 2026-01-01 by choice of c, d';
    expect(changeText({ ...change('text-changed'), text: rule }, 'id')?.text).toBe(
      'kini membuka tools[].type (bernilai salah satu dari a, b) pada POST /v1/messages di Google Cloud (Vertex AI), Amazon Bedrock (InvokeModel) dengan claude-x dengan anthropic-version 2026-01-01 atau yang lebih lama sebagai pilihan dari c, d',
    );
  });
});

describe('the versions of the SDK', () => {
  it('say what they added and what they marked deprecated, newest first by number', () => {
    const betas = [
      betaOf('a-2025-01-01', { sdk: { since: '0.9.0', deprecated: '1.9.0', sends: [] } }),
      betaOf('b-2025-01-01', { sdk: { since: '0.10.0', sends: [] } }),
      betaOf('c-2025-01-01', { sdk: { since: '1.9.0', sends: [] } }),
      betaOf('d-2025-01-01'),
    ];
    const ids = (list: readonly { id: string }[]): string => list.map(({ id }) => id[0]).join('');
    expect(
      bySdkVersion(betas).map(
        ({ version, added, deprecated }) => `${version} +${ids(added)} -${ids(deprecated)}`,
      ),
    ).toEqual(['1.9.0 +c -a', '0.10.0 +b -', '0.9.0 +a -']);
  });

  it('are no concern of a fact without one', () => {
    expect(
      entriesOf(after, releases)
        .filter(isFact)
        .filter(({ kind }) => kind === 'graduated')
        .map(sdkOf),
    ).toEqual([undefined]);
  });
});

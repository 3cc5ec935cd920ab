import {
  CHANGE_KINDS,
  type ChangeKind,
  type Change as ManifestChange,
} from '@beta-headers/manifest/diff';
import { describe, expect, it } from 'vitest';
import { type Change, parseEntries } from '../src/changelog.ts';
import { explainUnmentioned, findUnmentioned } from '../src/mentions.ts';
import { chooseReleaseDate } from '../src/release-date.ts';

/** Makes a change of a kind, with the fields that these tests need. */
const change = (kind: ChangeKind, subject: string): ManifestChange =>
  ({
    kind,
    ...CHANGE_KINDS[kind],
    subject,
    title: { en: 'A', id: 'B' },
    stage: 'beta',
    was: 'beta',
    is: 'preview',
    rule: { at: 'a' },
  }) as unknown as ManifestChange;
const changeset = (summary: string): Change => ({
  id: 'calm-cats-code',
  summary,
  releases: [{ name: '@beta-headers/node', type: 'minor' }],
});

describe('the changelog against the semantic diff', () => {
  const changes = [
    change('beta-added', 'a-2026-01-01'),
    change('retired', 'b-2026-01-01'),
    change('rule-added', 'c-2026-01-01'),
  ];

  it('requires new betas and moved stages by id, and no other change', () => {
    expect(
      findUnmentioned(changes, [changeset('helpers: many things')]).map((one) => one.subject),
    ).toEqual(['a-2026-01-01', 'b-2026-01-01']);
    expect(
      findUnmentioned(changes, [
        changeset('new: `a-2026-01-01`'),
        changeset('helpers: x\nretired: b-2026-01-01, finally'),
      ]),
    ).toEqual([]);
  });

  it('does not accept an id that is part of a longer one', () => {
    const missing = findUnmentioned(changes, [
      changeset('new: `a-2026-01-01x` and xa-2026-01-01\nretired: b-2026-01-01.'),
    ]);
    expect(missing.map((one) => one.subject)).toEqual(['a-2026-01-01']);
    const both = [changeset('new: `a-2026-01-01-early-access` and `a-2026-01-01`')];
    expect(findUnmentioned(changes.slice(0, 1), both)).toEqual([]);
  });

  it('explains with entries that the changelog accepts', () => {
    const moved = [
      ...changes.slice(0, 2),
      change('stage-changed', 'd-2026-01-01'),
      change('superseded', 'e-2026-01-01'),
      change('graduated', 'f-2026-01-01'),
    ];
    const text = explainUnmentioned(moved, 'v1.0.0');
    expect(text).toMatch(/^Since v1\.0\.0 .*no changeset names/);
    const lines = text.split('\n').filter((line) => line.startsWith('  '));
    const pasted = changeset(lines.map((line) => line.trim()).join('\n'));
    expect(parseEntries(pasted).map((entry) => entry.group)).toEqual([
      'new',
      'retired',
      'helpers',
      'superseded',
      'graduated',
    ]);
    expect(findUnmentioned(moved, [pasted])).toEqual([]);
  });
});

describe('the day of a release', () => {
  it('is the given one, else RELEASE_DATE, else that of the commit', async () => {
    expect(await chooseReleaseDate('2026-12-01', { RELEASE_DATE: '2026-12-02' })).toBe(
      '2026-12-01',
    );
    expect(await chooseReleaseDate(undefined, { RELEASE_DATE: '2026-12-02' })).toBe('2026-12-02');
    expect(await chooseReleaseDate(undefined, {})).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
  it.each([['2026-02-30'], ['tomorrow'], ['']])('cannot be %j', async (date) => {
    await expect(chooseReleaseDate(date, {})).rejects.toThrow(
      `--date ${date}: not a day of the calendar. Write it as 2026-12-31.`,
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diffCatalogs } from '../src/diff/index.ts';
import { addRelease, createReleased, type History, history } from '../src/history.ts';
import { loadManifest, manifestFolder as published } from '../src/index.ts';
import { beta, demo, EVIDENCE, type Files, makeManifestFolder } from './fixtures.ts';

const NONE: History = { schemaVersion: 1, releases: [] };
const loadCatalog = (files: Files) => loadManifest({ folder: makeManifestFolder(files) });
const one = () => loadCatalog(demo(beta('demo-2026-01-02', 'beta', 'requires: [{ at: a }]')));
const two = () =>
  loadCatalog(
    demo(
      beta('demo-2026-01-02', 'superseded', 'supersededBy: demo-2026-09-09'),
      beta('demo-2026-09-09', 'beta'),
    ),
  );

test('records everything as new in the first release, and only changes in the next', () => {
  const first = addRelease(NONE, { version: '0.1.0', date: '2026-12-01', after: one() });
  expect(first.releases[0]?.changes.map((change) => change.id)).toContain(
    '0.1.0/beta-added/demo-2026-01-02',
  );
  const second = addRelease(first, {
    version: '0.2.0',
    date: '2026-12-08',
    before: one(),
    after: two(),
  });
  expect(second.releases[0]).toBe(first.releases[0]);
  expect(second.releases[1]).toMatchObject({ version: '0.2.0', date: '2026-12-08' });
  expect(second.releases[1]?.changes.map(({ id, ...change }) => change)).toEqual(
    diffCatalogs(one(), two()),
  );
});

test('records the SDK release, and the old and new values of a change', () => {
  const accepting = (claims: string) =>
    loadCatalog(demo(beta('demo-2026-01-02', 'beta', `acceptance: { vertex: ${claims} }`)));
  const accepted = (more = '') => `{ ${more}status: accepted, evidence: ${EVIDENCE} }`;
  const [record] = addRelease(NONE, {
    version: '0.2.0',
    date: '2026-12-08',
    sdk: '1.13.0',
    before: accepting(accepted()),
    after: accepting(`[${accepted('models: [claude-one], ')}, { status: unknown, evidence: [] }]`),
  }).releases;
  expect(record).toMatchObject({
    sdk: '1.13.0',
    changes: [
      {
        kind: 'acceptance-changed',
        platform: 'vertex',
        was: [{ status: 'accepted' }],
        is: [{ status: 'accepted', models: ['claude-one'] }, { status: 'unknown' }],
      },
    ],
  });
  const [, second] = addRelease(
    addRelease(NONE, { version: '0.1.0', date: '2026-12-01', after: one() }),
    {
      version: '0.2.0',
      date: '2026-12-08',
      before: one(),
      after: two(),
    },
  ).releases;
  expect(second).not.toHaveProperty('sdk');
  expect(second?.changes).toContainEqual(
    expect.objectContaining({
      kind: 'superseded',
      subject: 'demo-2026-01-02',
      by: 'demo-2026-09-09',
    }),
  );
});

test('gives every change a unique and reproducible id', () => {
  const make = (): string[] =>
    addRelease(NONE, {
      version: '0.2.0',
      date: '2026-12-08',
      before: one(),
      after: loadCatalog(demo(beta('demo-2026-01-02', 'beta', 'requires: [{ at: b }, { at: c }]'))),
    })
      .releases.flatMap((release) => release.changes)
      .map((change) => change.id);
  expect(make()).toEqual([
    '0.2.0/rule-added/demo-2026-01-02',
    '0.2.0/rule-added/demo-2026-01-02/2',
    '0.2.0/rule-removed/demo-2026-01-02',
  ]);
  expect(make()).toEqual(make());
});

test('rejects a version that is already released, and a date before the last release', () => {
  const first = addRelease(NONE, { version: '0.1.0', date: '2026-12-01', after: one() });
  expect(() =>
    addRelease(first, { version: '0.1.0', date: '2026-12-02', before: one(), after: two() }),
  ).toThrow('history.json already has 0.1.0');
  expect(() =>
    addRelease(first, { version: '0.2.0', date: '2026-11-30', before: one(), after: two() }),
  ).toThrow('before 0.1.0 of 2026-12-01. Give the day with --date.');
});

test('the published history has unique ids in chronological order, and matches released.json', () => {
  const ids = history.releases.flatMap((release) => release.changes.map((change) => change.id));
  expect(new Set(ids).size).toBe(ids.length);
  const dates = history.releases.map((release) => release.date);
  expect([...dates].sort()).toEqual(dates);
  const last = history.releases.at(-1);
  if (last)
    expect(JSON.parse(readFileSync(join(published, 'released.json'), 'utf8'))).toMatchObject({
      version: last.version,
    });
});

test('creates the content of released.json', () => {
  expect(createReleased(two(), '0.2.0')).toEqual({
    version: '0.2.0',
    betas: [
      { id: 'demo-2026-01-02', feature: 'demo', stage: 'superseded' },
      { id: 'demo-2026-09-09', feature: 'demo', stage: 'beta' },
    ],
  });
});

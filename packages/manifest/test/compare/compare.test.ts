import { expect, test } from 'vitest';
import { compareManifests } from '../../scripts/compare/compare.ts';
import { formatComparison } from '../../scripts/compare/report.ts';
import { compareAfter, listLostAfter } from './fixtures.ts';

test('finds every item of a feature that was moved whole', () => {
  const { items, lost } = compareAfter([]);
  expect(lost).toEqual([]);
  expect(items.length).toBeGreaterThan(40);
});

test('notices a citation that was dropped', () => {
  expect(
    listLostAfter([
      'evidence: [{ source: proxy, says: "The proxy drops it." }]',
      'evidence: [{ source: pets, says: "Not on Bedrock." }]',
    ]),
  ).toEqual(['evidence platforms.bedrock.evidence.1']);
});

test('notices a date of an event that changed', () => {
  expect(listLostAfter(['date: 2026-01-02', 'date: 2026-01-03'])).toEqual(['date released.date']);
});

test('notices a changed day of reading, and reports the new one', () => {
  const edit = ['notes", checked: 2026-02-01', 'notes", checked: 2026-02-02'] as const;
  const { lost } = compareAfter([], [edit]);
  expect(lost.map(({ path, hint }) => [path, hint])).toEqual([
    ['betas.pets-2026-01-01.released.evidence.0', 'cited there with day: 2026-02-02'],
  ]);
});

test('notices an anchor that was dropped', () => {
  expect(listLostAfter(['at: "#january", ', ''])).toEqual(['evidence released.evidence.0']);
});

test('notices a changed symbol, a changed section of a changelog, a changed version', () => {
  expect(listLostAfter(['at: Pets.create', 'at: Pets.list'])).toEqual([
    'evidence platforms.claude-api.evidence.1',
  ]);
  expect(listLostAfter(['at: CHANGELOG.md 1.2.0', 'at: CHANGELOG.md 1.3.0'])).toEqual([
    'evidence conflicts.0.evidence.0',
  ]);
  const { lost } = compareAfter([], [['version: 1.1.0', 'version: 1.1.1']]);
  expect(lost.map(({ kind }) => kind)).toEqual(['claim', 'confidence', 'evidence']);
});

test('notices `says` swapped between two sources', () => {
  expect(
    listLostAfter(
      [
        '{ source: pets, says: "Not on Bedrock." }',
        '{ source: pets, says: "The proxy drops it." }',
      ],
      [
        '{ source: proxy, says: "The proxy drops it." }',
        '{ source: proxy, says: "Not on Bedrock." }',
      ],
    ),
  ).toContain('evidence platforms.bedrock.evidence.0');
});

test('accepts a sentence that was added to a citation', () => {
  expect(listLostAfter(['at: AnthropicBeta', 'at: AnthropicBeta, says: In the union.'])).toEqual(
    [],
  );
  expect(listLostAfter(['at: Pets.create, says: "Sends the header."', 'at: Pets.create'])).toEqual([
    'evidence platforms.claude-api.evidence.1',
  ]);
});

test('notices a source that is not listed', () => {
  expect(listLostAfter(['[{ source: leash }]', '[{ source: lead }]'])).toEqual([
    'evidence traps.0.evidence.0',
  ]);
});

test('notices one changed word of an Indonesian text', () => {
  expect(listLostAfter(['Juga memberi makan.', 'Juga memberi minum.'])).toEqual([
    'text summary.id',
  ]);
  expect(listLostAfter(['Yang kedua baru.', 'Yang kedua lama.'])).toEqual(['text notes.id']);
  expect(listLostAfter(['Tidak perlu formulir.', 'Perlu formulir.'])).toEqual([
    'text platforms.claude-api.note.id',
  ]);
});

test('notices translations that were swapped between two notes', () => {
  expect(
    listLostAfter(
      ['id: Sejak awal.', 'id: Tidak perlu surat.'],
      ['Tidak perlu formulir.', 'Sejak awal.'],
    ),
  ).toEqual(['text platforms.claude-api.note.id']);
  expect(
    listLostAfter(
      ['id: Tanpa tali.', 'id: Tidak ada anjing.'],
      ['id: Tidak ada anjing.', 'id: Tanpa tali.'],
    ),
  ).toEqual(['text traps.0.note.id', 'text traps.1.note.id']);
});

test('finds a text whose lines are broken elsewhere', () => {
  expect(
    listLostAfter([
      'en: Keeps pets. It feeds them., id: Memelihara hewan. Juga memberi makan.',
      'en: "Keeps pets.\n  It feeds them.", id: Memelihara hewan. Juga memberi makan.',
    ]),
  ).toEqual([]);
});

test('notices a changed title, link, stage and release of an SDK', () => {
  expect(listLostAfter(['title: { en: Pets,', 'title: { en: Pet,'])).toEqual(['text title.en']);
  expect(listLostAfter(['docs: https://example.com/pets', 'docs: https://example.com'])).toEqual([
    'link docs',
  ]);
  expect(listLostAfter(['stage: beta', 'stage: preview'])).toEqual(['stage stage']);
  expect(listLostAfter(['typescript: 1.2.0', 'python: 1.2.0'])).toEqual(['sdk sdk.since']);
  expect(listLostAfter(['sends: [POST /v1/pets]', 'sends: [POST /v1/pet]'])).toEqual([
    'sdk sdk.sends.0',
  ]);
});

test('notices a removed feature and a removed beta', () => {
  expect(listLostAfter(['feature: pets', 'feature: animals'])).toContain('feature feature');
  expect(listLostAfter(['- id: pets-2026-01-01', '- id: pets-2026-01-11'])).toEqual([
    'beta betas.pets-2026-01-01',
  ]);
});

test('reports a key that no item accounts for', () => {
  const file = 'features/a.yaml';
  const text =
    'feature: a\ntitle: { en: A, id: A }\nsummary: { en: A, id: A }\nbetas: []\ncolour: red\n';
  const both = new Map([[file, text]]);
  expect(compareManifests(both, both).lost).toMatchObject([{ kind: 'unread', path: 'colour' }]);
});

test('notices a removed comment, and ignores the schema header', () => {
  const file = 'models.yaml';
  const text =
    '# yaml-language-server: $schema=x\n# Ids. Dated forms count.\nmodels: [] # None yet.\n';
  const now = '# Ids.\nmodels: []\n';
  const { lost } = compareManifests(new Map([[file, text]]), new Map([[file, now]]));
  expect(lost.map(({ kind, shown }) => [kind, shown])).toEqual([
    ['comment', 'Dated forms count.'],
    ['comment', 'None yet.'],
  ]);
});

test('prints counts for each kind, then each lost item with its file and path', () => {
  const report = formatComparison(compareAfter([['date: 2026-01-02', 'date: 2026-01-03']]));
  expect(report).toMatch(/^kind +old items +found +listed +lost$/m);
  expect(report).toMatch(/^date +1 +0 +0 +1$/m);
  expect(report).toContain(
    'lost date: packages/manifest/features/pets.yaml, betas.pets-2026-01-01.released.date',
  );
  expect(report).toContain('but: now "2026-01-03"');
  expect(report).toMatch(/1 lost; 0 altered, 0 added$/);
});

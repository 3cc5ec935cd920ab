import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadManifest, ManifestError, tryLoadManifest } from '../src/index.ts';
import {
  beta,
  CITE,
  demo,
  demoBeta,
  feature,
  findProblems,
  listPlaces,
  makeFolder,
  makeManifestFolder,
} from './fixtures.ts';

test('loads the published manifest without problems', () => {
  const { catalog, problems } = tryLoadManifest();
  expect(problems).toEqual([]);
  expect(catalog?.betas.length).toBeGreaterThan(50);
});

test('reports every problem of every file in one run, and returns no catalog', () => {
  const files = {
    'features/broken.yaml': 'feature: broken\n  title: [\n',
    'features/keys.yaml': feature('keys', beta('keys-2026-01-02', 'beta', 'stag: x')),
    'features/twice.yaml': feature(
      'twice',
      beta('twice-2026-01-02', 'beta'),
      beta('twice-2026-01-02', 'beta'),
    ),
    'features/dates.yaml': feature('dates', beta('dates-2026-02-30', 'beta')),
    'features/paths.yaml': feature(
      'paths',
      beta('paths-2026-01-02', 'beta', 'requires: [{ at: "a..b" }]'),
    ),
    'features/circle.yaml': feature(
      'circle',
      beta('circle-2026-01-02', 'superseded', 'supersededBy: circle-2026-01-02'),
    ),
    'features/dangling.yaml': feature(
      'dangling',
      beta('dangling-2026-01-02', 'superseded', 'supersededBy: nobody-2026-01-02'),
    ),
    'features/locale.yaml': feature(
      'locale',
      beta('locale-2026-01-02', 'beta', 'notes: { en: Only English }'),
    ),
  };
  const overlay = makeFolder({ 'paths.yaml': feature('paths', beta('paths-2026-01-02', 'beta')) });
  const problems = findProblems(files, { overlay }).map((p) => ({
    ...p,
    file: p.file.startsWith('features/') ? p.file : 'overlay',
  }));
  expect(listPlaces(problems).filter((place) => !place.startsWith('features/broken.yaml'))).toEqual(
    [
      'features/circle.yaml:12:5 superseded-by',
      'features/dangling.yaml:12:5 superseded-by',
      'features/dates.yaml:9:5 id-form',
      'features/keys.yaml:12:5 schema',
      'features/locale.yaml:12:5 schema',
      'features/paths.yaml:12:18 rule-form',
      'features/twice.yaml:12:5 unique-id',
      'overlay:1:1 unique-id',
      'overlay:9:5 unique-id',
    ],
  );
  expect(problems.filter((p) => p.file === 'features/broken.yaml').length).toBeGreaterThan(0);
  expect(
    problems.every((p) => p.line > 0 && p.column > 0 && p.message !== '' && p.fix !== ''),
  ).toBe(true);
});

test('throws an error that lists all problems with file, line, column and fix', () => {
  const folder = makeManifestFolder(
    demo(beta('demo-2026-02-30', 'beta'), beta('demo-2026-02-31', 'beta')),
  );
  let error: unknown;
  try {
    loadManifest({ folder, relativeTo: folder });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(ManifestError);
  expect((error as ManifestError).problems).toHaveLength(2);
  expect((error as ManifestError).message.split('\n')).toEqual([
    'features/demo.yaml:9:5  `demo-2026-02-30` has a date that does not exist: 2026-02-30 (id-form)',
    '    → write the date of the header value as it was published',
    'features/demo.yaml:12:5  `demo-2026-02-31` has a date that does not exist: 2026-02-31 (id-form)',
    '    → write the date of the header value as it was published',
    '2 problems in the manifest',
  ]);
});

test('reports no consequences of a file that does not match its schema', () => {
  const files = (broken: string) => ({
    'features/demo.yaml': feature(
      'demo',
      beta('demo-2026-01-02', 'superseded', 'supersededBy: more-2026-01-02'),
    ),
    'features/more.yaml': broken,
  });
  const unknownKey = feature('more', beta('more-2026-01-02', 'beta', 'nonsense: 1'));
  expect(listPlaces(findProblems(files(unknownKey)))).toEqual(['features/more.yaml:12:5 schema']);
  const badStage = feature('more', beta('more-2026-01-02', 'bata'));
  expect(listPlaces(findProblems(files(badStage)))).toEqual(['features/more.yaml:10:5 schema']);
  const notYaml = `${feature('more', beta('more-2026-01-02', 'beta'))}  - id: [\n`;
  expect(findProblems(files(notYaml)).map((p) => `${p.file} ${p.rule}`)).toEqual(
    expect.arrayContaining(['features/more.yaml yaml']),
  );
  expect(findProblems(files(notYaml)).every((p) => p.rule === 'yaml')).toBe(true);
});

test('reports further problems of a file that does not match its schema', () => {
  const text = feature(
    'demo',
    beta('demo-2026-01-02', 'beta', 'nonsense: 1'),
    beta('demo-2026-02-30', 'beta'),
    beta('other-2026-01-02', 'beta'),
  );
  expect(
    listPlaces(
      findProblems({ 'features/demo.yaml': text.replace('family: tools', 'family: toolz') }),
    ),
  ).toEqual([
    'features/demo.yaml:12:5 schema',
    'features/demo.yaml:13:5 id-form',
    'features/demo.yaml:16:5 id-form',
    'features/demo.yaml:4:1 schema',
  ]);
});

test('reports a broken key of a beta once, and not also as missing', () => {
  const problems = findProblems(
    demoBeta('graduated', 'graduated: { date: soon, evidence: [{ source: sdk-1.12.0, at: D }] }'),
  );
  expect(problems.map((p) => `${p.line}:${p.column} ${p.rule}`)).toEqual(['12:18 schema']);
});

test('reports the right places after a broken beta', () => {
  const text = feature(
    'demo',
    beta('demo-2026-01-02', 'nonsense'),
    beta('demo-2026-02-02', 'beta', 'requires: [{ at: "a..b" }]'),
  );
  expect(listPlaces(findProblems({ 'features/demo.yaml': text }))).toEqual([
    'features/demo.yaml:10:5 schema',
    'features/demo.yaml:15:18 rule-form',
  ]);
});

test('reads the names of a broken models.yaml', () => {
  const files = {
    ...demoBeta('beta', 'requires: [{ at: a, model: [claude-one] }]'),
    'models.yaml': 'models:\n  - { id: claude-one }\n',
  };
  expect(listPlaces(findProblems(files))).toEqual([
    'models.yaml:2:5 schema',
    'models.yaml:2:5 schema',
  ]);
});

test('requires a reason for each entry of surface-ignore.yaml', () => {
  const files = (text: string) => ({ ...demoBeta('beta'), 'surface-ignore.yaml': text });
  expect(findProblems(files('ignore:\n  - { entry: A.b, reason: Never sent. }\n'))).toEqual([]);
  expect(
    listPlaces(
      findProblems(files('ignore:\n  - { entry: A.b }\n  - { entry: A.c, reason: "" }\n')),
    ),
  ).toEqual(['surface-ignore.yaml:2:5 schema', 'surface-ignore.yaml:3:19 schema']);
});

test('adds the features of an overlay, from its folder or from features/ in it', () => {
  const folder = makeManifestFolder(demoBeta('beta'));
  const text = feature('ours', beta('ours-2026-05-05', 'preview', 'requires: [{ at: ours }]'));
  for (const files of [{ 'ours.yaml': text }, { 'features/ours.yaml': text }]) {
    const catalog = loadManifest({ folder, overlay: makeFolder(files) });
    expect(catalog.features.map((f) => [f.name, f.overlay])).toEqual([
      ['demo', false],
      ['ours', true],
    ]);
    expect(catalog.betas.find((b) => b.id === 'ours-2026-05-05')?.overlay).toBe(true);
  }
});

test('lets an overlay name betas of the manifest', () => {
  const overlay = makeFolder({
    'ours.yaml': feature(
      'ours',
      beta('ours-2026-05-05', 'superseded', 'supersededBy: demo-2026-01-02'),
    ),
  });
  expect(
    loadManifest({ folder: makeManifestFolder(demoBeta('beta')), overlay }).betas.find(
      (b) => b.id === 'demo-2026-01-02',
    )?.supersedes,
  ).toEqual(['ours-2026-05-05']);
});

test('explains what belongs in a folder that is missing or empty', () => {
  const folder = makeManifestFolder(demoBeta('beta'));
  const file = join(folder, 'models.yaml');
  expect(() => tryLoadManifest({ folder, overlay: join(folder, 'nowhere') })).toThrow(
    /^--manifest .*nowhere: there is no such folder\. Give a folder that holds feature files/,
  );
  expect(() => tryLoadManifest({ folder, overlay: file })).toThrow(/there is no such folder/);
  expect(() => tryLoadManifest({ folder, overlay: makeFolder({ 'readme.txt': '' }) })).toThrow(
    /no feature file \(\*\.yaml\) in it\. Put one feature in one file/,
  );
  expect(() => tryLoadManifest({ folder: join(folder, 'nowhere') })).toThrow(
    /features: there is no such folder/,
  );
  expect(() => tryLoadManifest({ folder: makeFolder(demoBeta('beta')) })).toThrow(
    /platforms\.yaml: cannot be read \(ENOENT\)/,
  );
  expect(() =>
    tryLoadManifest({ folder: makeManifestFolder({ ...demoBeta('beta'), 'released.json': '{}' }) }),
  ).toThrow(/released\.json: not a released manifest/);
});

test('checks the other claims beside a broken one', () => {
  const text = feature(
    'demo',
    beta(
      'demo-2026-01-02',
      'beta',
      'acceptance:',
      '  vertex: { status: perhaps, evidence: [] }',
      '  bedrock: { status: accepted, evidence: [] }',
    ),
  );
  expect(listPlaces(findProblems({ 'features/demo.yaml': text }))).toEqual([
    'features/demo.yaml:13:17 schema',
    'features/demo.yaml:14:7 claims',
  ]);
});

test('reads the names of a broken list, and checks its valid entries', () => {
  const page = 'url: "https://github.com/a/b/blob/main/c", checked: 2026-02-02';
  const files = {
    ...demo(beta('demo-2026-01-02', 'beta').replace(CITE, `{ source: one, says: x }, ${CITE}`)),
    'sources.yaml': `sources:\n  - { id: one }\n  - { id: sdk-1.12.0, ${page} }\n`,
  };
  const found = listPlaces(findProblems(files)).filter((place) => place.startsWith('sources'));
  expect(found.at(-1)).toBe('sources.yaml:3:23 evidence-leads');
  expect(found.slice(0, -1).every((place) => place === 'sources.yaml:2:5 schema')).toBe(true);
});

test('reports a JSON file that is not JSON', () => {
  for (const name of ['surface.json', 'released.json'])
    expect(() =>
      tryLoadManifest({ folder: makeManifestFolder({ ...demoBeta('beta'), [name]: '{' }) }),
    ).toThrow(new RegExp(`${name}: not JSON .*Restore the file, or remove it`));
});

test('requires sources.yaml, and neither fixes nor errors', () => {
  const folder = makeManifestFolder(demoBeta('beta'));
  expect(loadManifest({ folder })).toMatchObject({ fixes: [], errors: [] });
  rmSync(join(folder, 'sources.yaml'));
  expect(() => tryLoadManifest({ folder })).toThrow(/sources\.yaml: cannot be read \(ENOENT\)/);
});

test('returns the same result when it loads twice', () => {
  expect(JSON.stringify(loadManifest())).toBe(JSON.stringify(loadManifest()));
});

/** Tests the rules that are different for an overlay, and its overlay.yaml. */
import { expect, test } from 'vitest';
import { loadManifest, ManifestError, readOverlaySettings } from '../src/index.ts';
import { demoBeta, type Files, findProblems, makeFolder, makeManifestFolder } from './fixtures.ts';

const SOURCES = `sources:
  - { id: mail, internal: A mail of our account team, checked: 2026-05-01 }
  - { id: wiki, url: "http://wiki/claude", checked: 2026-05-01 }
`;
const FEATURE = `feature: ours
title: { en: Ours }
summary: { en: Lets a request carry what is ours. }
docs: http://wiki/claude
availability:
  claude-api: { status: available, evidence: [{ source: wiki }], note: { en: Only for us. } }
betas:
  - id: ours-2027-02-01
    stage: preview
    requires: [{ at: "ours[]", where: { en: yes, de: ja }, note: { en: The list. } }]
    released: { date: 2027-02-01, evidence: [{ source: mail }] }
    acceptance: { bedrock: { status: rejected, confidence: high, evidence: [{ source: wiki }] } }
    evidence: [{ source: mail, says: The announcement. }]
`;
const files = (more: Files = {}): Files => ({
  'ours.yaml': FEATURE,
  'sources.yaml': SOURCES,
  ...more,
});
const load = (more?: Files) =>
  loadManifest({
    folder: makeManifestFolder(demoBeta('beta')),
    overlay: makeFolder(files(more)),
  });

test('an overlay may leave out Indonesian, which is English then', () => {
  const { features, betas } = load();
  const [ours] = features.filter(({ overlay }) => overlay);
  expect(ours).toMatchObject({
    name: 'ours',
    title: { en: 'Ours', id: 'Ours' },
    availability: { 'claude-api': [{ note: { en: 'Only for us.', id: 'Only for us.' } }] },
  });
  const beta = betas.find(({ id }) => id === 'ours-2027-02-01');
  expect(beta?.requires).toEqual([
    expect.objectContaining({ note: { en: 'The list.', id: 'The list.' } }),
  ]);
});

test('an overlay may leave out family and audience', () => {
  expect(load().features.find(({ name }) => name === 'ours')).toMatchObject({
    family: 'tools',
    audience: 'specialised',
  });
  const written = load({
    'ours.yaml': FEATURE.replace('docs:', 'family: output\naudience: everyday\ndocs:'),
  });
  expect(written.features.find(({ name }) => name === 'ours')).toMatchObject({
    family: 'output',
    audience: 'everyday',
  });
});

test('keeps the names of a rule as they are written', () => {
  const beta = load().betas.find(({ id }) => id === 'ours-2027-02-01');
  expect(beta?.requires[0]?.where).toEqual({ en: 'yes', de: 'ja' });
});

test('an overlay may claim things about a beta before its date', () => {
  const beta = load().betas.find(({ id }) => id === 'ours-2027-02-01');
  expect(beta?.released?.date).toBe('2027-02-01');
  expect(beta?.acceptance['bedrock']?.[0]?.status).toBe('rejected');
});

test('an overlay may cite what only its authors have', () => {
  expect(load().sources).toContainEqual({
    id: 'mail',
    internal: 'A mail of our account team',
    checked: '2026-05-01',
  });
});

test('the same file is refused in the published manifest', () => {
  const problems = findProblems({ ...demoBeta('beta'), 'features/ours.yaml': FEATURE });
  const messages = problems.map(({ message }) => message).join('\n');
  expect(messages).toContain('`title` has no Indonesian text');
  expect(messages).toContain('`family` is missing');
  expect(messages).toContain('`http://wiki/claude` is not an https link');
});

test('a mistake in an overlay is reported at its place', () => {
  const overlay = makeFolder(
    files({ 'ours.yaml': FEATURE.replace('{ en: Ours }', '{ id: Kami }') }),
  );
  const problems = findProblems(demoBeta('beta'), { overlay, relativeTo: overlay });
  expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toContain(
    'ours.yaml:2 `title` has no English text',
  );
});

test('reads the scope, the version and the registry of an overlay', () => {
  const text = `scope: "@acme"\nversion: 1.4.0-rc.1\nregistry: https://npm.acme.example\n`;
  const overlay = makeFolder(files({ 'overlay.yaml': text }));
  expect(readOverlaySettings(overlay)).toEqual({
    scope: '@acme',
    version: '1.4.0-rc.1',
    registry: 'https://npm.acme.example',
  });
  expect(findProblems(demoBeta('beta'), { overlay })).toEqual([]);
  expect(readOverlaySettings(makeFolder(files()))).toBeUndefined();
});

test.each([
  ['scope: acme\nversion: 1.0.0', 1, 'write a scope of npm'],
  ['scope: "@beta-headers"\nversion: 1.0.0', 1, 'your organization owns'],
  ['scope: "@acme"\nversion: "1.0"', 2, 'MAJOR.MINOR.PATCH'],
  ['scope: "@acme"', 1, 'add `version`'],
  ['scope: "@acme"\nversion: 1.0.0\nregistri: x', 3, 'write `registry`'],
  ['scope: "@acme"\nversion: 1.0.0\nregistry: npm.acme.example', 3, 'the address of a registry'],
])('refuses %j as overlay.yaml', (text, line, fix) => {
  const overlay = makeFolder(files({ 'overlay.yaml': `${text}\n` }));
  const [problem, ...others] = findProblems(demoBeta('beta'), { overlay, relativeTo: overlay });
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ file: 'overlay.yaml', line });
  expect(problem?.fix).toContain(fix);
  expect(() => readOverlaySettings(overlay)).toThrow(ManifestError);
});

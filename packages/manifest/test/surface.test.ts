import { expect, test } from 'vitest';
import { loadManifest } from '../src/index.ts';
import {
  CITE,
  demoBeta,
  EVIDENCE,
  type Files,
  findProblems,
  makeManifestFolder,
} from './fixtures.ts';

const loadFiles = (files: Files) => loadManifest({ folder: makeManifestFolder(files) });

const SDK = {
  'surface.json': JSON.stringify({
    known: { params: ['model', 'tools'], tools: ['custom'], blocks: ['text'] },
    surface: [{ at: ['model'] }],
  }),
};
const known = (...entries: string[]): Files => ({
  'surface-known.yaml': [
    'known:\n',
    ...entries.map((entry) => `  - { ${entry}, evidence: ${EVIDENCE} }\n`),
  ].join(''),
});

test('merges declared and documented names, and sorts them', () => {
  const catalog = loadFiles({
    ...demoBeta('beta', ''),
    ...SDK,
    ...known(
      'name: temperature, kind: param',
      'name: a_tool, kind: tool',
      'name: model, kind: param',
    ),
  });
  expect(catalog.surface).toEqual({
    params: ['model', 'temperature', 'tools'],
    tools: ['a_tool', 'custom'],
    blocks: ['text'],
  });
});

test('is empty without an SDK release and without entries', () => {
  expect(loadFiles(demoBeta('beta', '')).surface).toEqual({ params: [], tools: [], blocks: [] });
});

test('accepts an exception at a parameter that is listed', () => {
  const files = {
    ...demoBeta('beta', 'requires: [{ at: a, unless: { at: temperature } }]'),
    ...SDK,
  };
  expect(findProblems(files).map((problem) => problem.rule)).toEqual(['known-paths']);
  expect(findProblems({ ...files, ...known('name: temperature, kind: param') })).toEqual([]);
});

test('rejects an entry without evidence, and one that cites an unknown source', () => {
  const entry = (evidence: string) => ({
    ...demoBeta('beta', ''),
    'surface-known.yaml': `known: [{ name: top_k, kind: param${evidence} }]\n`,
  });
  expect(findProblems(entry('')).map(({ rule }) => rule)).toEqual(['schema']);
  expect(findProblems(entry(', evidence: [{ source: nobody }]')).map(({ rule }) => rule)).toEqual([
    'known-sources',
  ]);
  expect(findProblems(entry(`, evidence: [${CITE}]`))).toEqual([]);
});

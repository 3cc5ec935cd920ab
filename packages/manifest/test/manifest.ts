/** Small manifests in folders of their own, for the tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type LoadOptions, type Problem, tryLoadManifest } from '../src/index.ts';
import { PLATFORMS } from '../src/vocabulary.ts';

/** File names in the manifest's folder → text. */
export type Files = Readonly<Record<string, string>>;

const EVIDENCE = '[{ sdk: 1.12.0, symbol: Demo }]';

const LISTS: Files = {
  'platforms.yaml': `platforms:\n${PLATFORMS.map(
    (id) =>
      `  - { id: ${id}, title: ${id}, summary: { en: "About ${id}", id: "Tentang ${id}" }, docs: "https://example.com/${id}", placement: header, evidence: ${EVIDENCE} }\n`,
  ).join('')}`,
  'models.yaml': `models:\n${['claude-one', 'claude-two'].map((id) => `  - { id: ${id}, title: ${id}, evidence: ${EVIDENCE} }\n`).join('')}`,
};

/** A folder with a manifest of these files; platforms.yaml and models.yaml are there unless they are given. Gone after the test. */
export function manifestFolder(files: Files): string {
  return folderOf({ ...LISTS, ...files });
}

/** A folder with just these files. Gone after the test. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-manifest-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** The problems of a manifest of these files. */
export function problemsOf(
  files: Files,
  options: Omit<LoadOptions, 'folder'> = {},
): readonly Problem[] {
  const folder = manifestFolder(files);
  return tryLoadManifest({ relativeTo: folder, ...options, folder }).problems;
}

/** `features/demo.yaml:7:5 id-form` of each problem, sorted. */
export function placesOf(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`).sort();
}

/** A feature file. Its betas begin on line 7. */
export function feature(name: string, ...betas: readonly string[]): string {
  return `feature: ${name}
title: { en: Demo of ${name}, id: Contoh ${name} }
summary: { en: "Shows ${name}. For tests.", id: "Memperlihatkan ${name}. Untuk pengujian." }
family: tools
docs: https://example.com/${name}
betas:
${betas.join('')}`;
}

/** A beta of three lines (id, stage, evidence), then `more`, one line each. */
export function beta(id: string, stage: string, ...more: readonly string[]): string {
  return [`  - id: ${id}`, `stage: ${stage}`, `evidence: ${EVIDENCE}`, ...more]
    .join('\n    ')
    .concat('\n');
}

/** A manifest of one feature, `demo`, with these betas. */
export function demo(...betas: readonly string[]): Files {
  return { 'features/demo.yaml': feature('demo', ...betas) };
}

/** The first beta of `demo`, with more lines from line 10 on, each at column 5. */
export function demoBeta(stage: string, ...more: readonly string[]): Files {
  return demo(beta('demo-2026-01-02', stage, ...more));
}

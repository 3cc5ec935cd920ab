/** Small manifests in temporary folders, for tests. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type LoadOptions, type Problem, tryLoadManifest } from '../src/index.ts';

/** The texts of files, by their path in the manifest's folder. */
export type Files = Readonly<Record<string, string>>;

/** The platforms of the small manifests, in order. */
export const PLATFORMS = ['claude-api', 'claude-on-aws', 'bedrock', 'vertex', 'foundry'] as const;

/** A citation that every lint accepts. */
export const CITE = '{ source: sdk-1.12.0, at: Demo }';
/** The same as a list. */
export const EVIDENCE = `[${CITE}]`;

/** Creates an entry of platforms.yaml on one line. */
export function platform(id: string, more = ''): string {
  return `  - { id: ${id}, title: ${id}, summary: { en: "About ${id}", id: "Tentang ${id}" }, docs: "https://example.com/${id}", operator: demo, wire: header, evidence: ${EVIDENCE}${more} }\n`;
}

/** Creates a sources.yaml with these pages and the release that CITE names. */
export function sources(...pages: readonly (readonly [id: string, checked: string])[]): Files {
  const page = ([id, checked]: readonly [string, string]): string =>
    `  - { id: ${id}, url: "https://example.com/${id}", checked: ${checked} }\n`;
  return {
    'sources.yaml': `sources:\n  - { id: sdk-1.12.0, package: "@anthropic-ai/sdk", version: 1.12.0, checked: 2026-11-01 }\n${pages.map(page).join('')}`,
  };
}

const model = (id: string): string => `  - { id: ${id}, title: ${id}, evidence: ${EVIDENCE} }\n`;

const LISTS: Files = {
  'platforms.yaml': `platforms:\n${PLATFORMS.map((id) => platform(id)).join('')}`,
  'models.yaml': `models:\n${['claude-one', 'claude-two'].map(model).join('')}`,
  ...sources(),
};

/** Makes a folder with these files and the lists that they omit. It is removed after the test. */
export function makeManifestFolder(files: Files): string {
  return makeFolder({ ...LISTS, ...files });
}

/** Makes a folder with these files. It is removed after the test. */
export function makeFolder(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-manifest-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Finds the problems of a manifest with these files. */
export function findProblems(
  files: Files,
  options: Omit<LoadOptions, 'folder'> = {},
): readonly Problem[] {
  const folder = makeManifestFolder(files);
  return tryLoadManifest({ relativeTo: folder, ...options, folder }).problems;
}

/** Formats each problem as `features/demo.yaml:7:5 id-form`, sorted. */
export function listPlaces(problems: readonly Problem[]): string[] {
  return problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`).sort();
}

/** Creates a feature file. Its betas start on line 9. */
export function feature(name: string, ...betas: readonly string[]): string {
  const ids = betas.flatMap((text) => /id: (\S+)/.exec(text)?.[1] ?? []);
  return `feature: ${name}
title: { en: Demo of ${name}, id: Contoh ${name} }
summary: { en: "Shows ${name}. For tests.", id: "Memperlihatkan ${name}. Untuk pengujian." }
family: tools
audience: everyday
docs: https://example.com/${name}
default: ${ids.at(-1) ?? `${name}-2026-01-02`}
betas:
${betas.join('')}`;
}

/** Creates a beta of three lines (id, stage, evidence), then `more`, one line each. */
export function beta(id: string, stage: string, ...more: readonly string[]): string {
  return [`  - id: ${id}`, `stage: ${stage}`, `evidence: ${EVIDENCE}`, ...more]
    .join('\n    ')
    .concat('\n');
}

/** Creates a manifest with one feature, `demo`, and these betas. */
export function demo(...betas: readonly string[]): Files {
  return { 'features/demo.yaml': feature('demo', ...betas) };
}

/** Creates `demo` with one beta that has more lines from line 12 on, each at column 5. */
export function demoBeta(stage: string, ...more: readonly string[]): Files {
  return demo(beta('demo-2026-01-02', stage, ...more));
}

/** Creates `demo` with one beta and more lines of the feature from line 12 on, at column 1. */
export function demoFeature(...more: readonly string[]): Files {
  return {
    'features/demo.yaml': `${feature('demo', beta('demo-2026-01-02', 'beta'))}${more.join('\n')}\n`,
  };
}

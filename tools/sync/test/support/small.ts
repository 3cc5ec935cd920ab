/** Makes a manifest of one feature, docs of one page and SDKs of one file. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files into a folder that is deleted after the test. */
export function writeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, files);
  return folder;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const EVIDENCE = '[{ source: page, says: It says so. }]';
const platform = (id: string): string =>
  `  - { id: ${id}, title: ${id}, summary: { en: About ${id}, id: Tentang ${id} }, docs: ` +
  `"https://example.com/${id}", operator: demo, wire: header, evidence: ${EVIDENCE} }\n`;
const model = (id: string): string => `  - { id: ${id}, title: ${id}, evidence: ${EVIDENCE} }\n`;
const PLATFORMS = ['claude-api', 'bedrock', 'bedrock-mantle', 'vertex'];

/** The lines of the feature that a test may replace. */
export interface Small {
  /** The lines of the feature, indented by nothing. */
  readonly feature?: string;
  /** The lines of its beta, indented by four. */
  readonly beta?: string;
  /** Other files of the manifest. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Makes a tree with such a manifest: a feature `boxes`, its page `build-with-claude/boxes`. */
export function smallTree({ feature = '', beta = '', files = {} }: Small = {}): string {
  const manifest = {
    'features/boxes.yaml': `feature: boxes
title: { en: Boxes, id: Kotak }
summary: { en: Puts things into boxes. For tests., id: Menaruh barang dalam kotak. Untuk pengujian. }
family: tools
audience: everyday
docs: https://platform.claude.com/docs/en/build-with-claude/boxes
default: boxes-2026-01-02
${feature}betas:
  - id: boxes-2026-01-02
    stage: beta
${beta}    requires: [{ at: boxes }]
    evidence: ${EVIDENCE}
`,
    'platforms.yaml': `platforms:\n${PLATFORMS.map(platform).join('')}`,
    'models.yaml': `models:\n${['claude-one', 'claude-two'].map(model).join('')}`,
    'sources.yaml':
      'sources:\n  - id: page\n    url: ' +
      'https://platform.claude.com/docs/en/build-with-claude/boxes\n    checked: ' +
      '2026-03-03\n',
    ...files,
  };
  return writeFolder(
    Object.fromEntries(
      Object.entries(manifest).map(([path, text]) => [`packages/manifest/${path}`, text]),
    ),
  );
}

/** A commit of a repository: its tag, and the files that it adds. */
export interface Commit {
  readonly tag?: string;
  readonly day?: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Makes a repository with these commits. */
export function createRepository(...commits: readonly Commit[]): string {
  const folder = writeFolder({});
  git(folder, {}, 'init', '-q', '-b', 'main');
  for (const { tag, day = '2026-02-02', files } of commits) {
    write(folder, files);
    git(folder, {}, 'add', '-A');
    const when = `${day}T12:00:00Z`;
    git(
      folder,
      { GIT_AUTHOR_DATE: when, GIT_COMMITTER_DATE: when },
      '-c',
      'user.name=test',
      '-c',
      'user.email=test@example.com',
      'commit',
      '-qm',
      'a commit',
      '--allow-empty',
    );
    if (tag !== undefined) git(folder, {}, 'tag', tag);
  }
  return folder;
}

function git(cwd: string, env: Record<string, string>, ...args: string[]): void {
  const { status, stderr } = spawnSync('git', args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(stderr);
}

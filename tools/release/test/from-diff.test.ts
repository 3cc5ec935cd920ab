/** Tests the changeset of a semantic diff as the changelog reads it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CHANGE_KINDS,
  type ChangeKind,
  type Change as ManifestChange,
} from '@beta-headers/manifest/diff';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findBaseRevision } from '../src/base-revision.ts';
import { explainSmallBump } from '../src/bump.ts';
import { parseEntries, renderVersion } from '../src/changelog.ts';
import { renderChangeset } from '../src/from-diff.ts';
import { parseFromDiff } from '../src/from-diff-arguments.ts';
import { findUnmentioned } from '../src/mentions.ts';
import { writeChangeset } from '../src/write-changeset.ts';

/** Makes a change of a kind, with the fields that these tests need. */
const change = (kind: ChangeKind, subject: string, more: object = {}): ManifestChange =>
  ({ kind, ...CHANGE_KINDS[kind], subject, ...more }) as unknown as ManifestChange;

const added = change('beta-added', 'a-2026-01-01', {
  stage: 'beta',
  title: { en: 'A thing', id: 'Sesuatu' },
});
const graduated = change('graduated', 'b-2026-01-01', { was: 'beta', is: 'graduated' });
const rule = (subject: string): ManifestChange =>
  change('rule-added', subject, { rule: { at: 'a' } });

/** Parses the text as @changesets/read does. */
function readText(text: string) {
  const [, front = '', summary = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const [, name = '', type = ''] = /^"(.+)": (\w+)$/.exec(front) ?? [];
  return { id: 'since', summary: summary.trim(), releases: [{ name, type }] };
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'beta-headers-changeset-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe('the changeset of a diff', () => {
  test('has a line for each change, under the prefix of its group', () => {
    const text = renderChangeset([rule('c-2026-01-01'), graduated, added]) ?? '';
    expect(text).toBe(
      [
        '---',
        '"@beta-headers/manifest": minor',
        '---',
        '',
        'new: `a-2026-01-01` is new (beta): A thing',
        'graduated: `b-2026-01-01` graduated: the feature needs no header any more (was beta)',
        'helpers: `c-2026-01-01` is now needed by a (present)',
        '',
      ].join('\n'),
    );
    expect(parseEntries(readText(text)).map(({ group }) => group)).toEqual([
      'new',
      'graduated',
      'helpers',
    ]);
  });

  test('satisfies a release: it names everything, with a large enough bump', () => {
    const changes = [added, graduated, change('feature-removed', 'gone'), rule('c-2026-01-01')];
    const changeset = readText(renderChangeset(changes) ?? '');
    expect(changeset.releases).toEqual([{ name: '@beta-headers/manifest', type: 'major' }]);
    expect(findUnmentioned(changes, [changeset])).toEqual([]);
    expect(explainSmallBump(changes, [changeset], 'v1.0.0')).toBeUndefined();
    expect(renderVersion('2.0.0', [changeset])).toContain('**Breaking.**');
  });

  test('has every kind of change in a form that the changelog can read', () => {
    const more = { key: 'x', was: [], is: [], title: { en: 'T', id: 'J' }, platform: 'vertex' };
    const rest = {
      stage: 'beta',
      reason: 'invented',
      rule: {},
      use: {},
      constraint: { all: [], outcome: 400 },
      substitute: { on: [], when: {}, remove: 'a', send: 'b' },
    };
    const sdk = { since: {}, sends: [] };
    for (const kind of Object.keys(CHANGE_KINDS) as ChangeKind[]) {
      const sides =
        kind === 'sdk-changed'
          ? { was: sdk, is: sdk }
          : /^rule-c/.test(kind)
            ? { was: {}, is: {} }
            : {};
      const one = change(kind, 'x', { ...more, ...rest, ...sides });
      if (/^source|evidence/.test(kind)) continue;
      for (const times of [1, 9]) {
        const text = renderChangeset(Array.from({ length: times }, () => one)) ?? '';
        expect(parseEntries(readText(text)).length, `${kind} × ${times}`).toBeGreaterThan(0);
        expect(text, kind).not.toContain('undefined');
      }
    }
  });

  test('sums up many changes of a kind, except those that must be named by id', () => {
    const ids = Array.from({ length: 15 }, (_, i) => `c${String(i).padStart(2, '0')}-2026-01-01`);
    const many = renderChangeset([
      ...ids.map(rule),
      ...ids.map((id) => change('graduated', id, { was: 'beta', is: 'graduated' })),
    ]);
    const lines = (many ?? '').split('\n');
    expect(lines.filter((line) => line.startsWith('graduated: '))).toHaveLength(15);
    expect(lines.filter((line) => line.startsWith('helpers: '))).toEqual([
      `helpers: new rules of betas (15): ${ids
        .slice(0, 12)
        .map((id) => `\`${id}\``)
        .join(', ')} and 3 more`,
    ]);
  });

  test('counts each subject once', () => {
    const many = ['a', 'b'].flatMap((name) => Array.from({ length: 3 }, () => rule(name)));
    expect(renderChangeset(many)).toContain('\nhelpers: new rules of betas (2): `a`, `b`\n');
  });

  test('counts reworded texts without their names, and leaves out sources', () => {
    const text = renderChangeset([
      change('text-changed', 'a', { key: 'notes' }),
      change('text-changed', 'b', { key: 'notes' }),
      change('source-added', 'page'),
    ]);
    expect(text).toContain('\nhelpers: texts (2)\n');
    expect(text).toContain('": patch');
  });

  test('lists a new feature with its beta, and separately if it has none', () => {
    const feature = change('feature-added', 'a', { title: { en: 'A thing', id: 'Sesuatu' } });
    expect(renderChangeset([added, feature])?.match(/^new: /gm)).toHaveLength(1);
    expect(renderChangeset([feature])).toContain('new: `a` is a new feature: A thing');
  });

  test('leaves out what another changeset names by id', () => {
    const other = { id: 'x', summary: 'new: `a-2026-01-01`, a thing', releases: [] };
    expect(renderChangeset([added], [other])).toBeUndefined();
    expect(renderChangeset([added, graduated], [other])).not.toContain('a-2026-01-01');
  });

  const text = (summary: string, ...more: string[]) => ({
    id: 'x',
    summary: [summary, ...more].join('\n'),
    releases: [{ name: '@beta-headers/manifest', type: 'minor' }],
  });
  const accepted = change('acceptance-changed', 'a-2026-01-01', {
    platform: 'vertex',
    was: [{ status: 'unknown', evidence: [] }],
    is: [{ status: 'accepted', evidence: [] }],
  });
  const source = change('source-added', 'page');

  test.each([
    ['names the beta', 'platforms: Google Cloud accepts a-2026-01-01.'],
    ['is about a new beta', 'new: `a-2026-01-01`, a thing'],
  ])('leaves out a fact if an entry %s', (_, entry) => {
    expect(renderChangeset([accepted], [text(entry)])).toBeUndefined();
  });

  test.each([
    ['is under another prefix', 'retired: `a-2026-01-01`'],
    ['names a longer id', 'platforms: `a-2026-01-01-preview` works'],
  ])('keeps a fact if an entry %s', (_, entry) => {
    expect(renderChangeset([accepted], [text(entry)])).toContain('platforms: `a-2026-01-01`');
  });

  test('leaves out a fact of a feature that another changeset names in backticks, or by a beta', () => {
    const use = change('use-added', 'memory', { use: { at: 'a' } });
    expect(renderChangeset([use], [text('helpers: `memory` is found in more places')])).toBe(
      undefined,
    );
    expect(renderChangeset([use], [text('helpers: `memory-2026-01-01`')])).toBe(undefined);
    expect(renderChangeset([use], [text('helpers: less memory is used')])).toContain('`memory`');
  });

  test('is not written again after its own run, whatever it sums up', () => {
    const many = Array.from({ length: 15 }, (_, i) => rule(`c${i}-2026-01-01`));
    const changes = [added, graduated, accepted, source, ...many];
    const first = readText(renderChangeset(changes) ?? '');
    expect(renderChangeset(changes, [first])).toBeUndefined();
  });

  test('is never about sources alone', () => {
    expect(renderChangeset([source, change('acceptance-evidence', 'a-2026-01-01')])).toBe(
      undefined,
    );
    expect(renderChangeset([added, source], [text('new: `a-2026-01-01`')])).toBeUndefined();
  });

  test('has the bump of the changes that it lists', () => {
    const written = renderChangeset([added, rule('b-2026-01-01')], [text('new: `a-2026-01-01`')]);
    expect(readText(written ?? '').releases).toEqual([
      { name: '@beta-headers/manifest', type: 'patch' },
    ]);
  });

  test('is not written if nothing changed', () => {
    expect(renderChangeset([])).toBeUndefined();
  });
});

describe('the file', () => {
  test('is named after the revision, and never replaces another', () => {
    const at = folder();
    expect(writeChangeset(at, 'v1.2.0', 'one\n')).toEqual({
      file: '.changeset/since-v1-2-0.md',
      isThere: false,
    });
    expect(writeChangeset(at, 'v1.2.0', 'one\n').isThere).toBe(true);
    expect(writeChangeset(at, 'v1.2.0', 'two\n').file).toBe('.changeset/since-v1-2-0-2.md');
    expect(readFileSync(join(at, '.changeset/since-v1-2-0.md'), 'utf8')).toBe('one\n');
  });

  test.each([
    ['0123456789abcdef0123456789abcdef01234567', 'since-012345678'],
    ['origin/main', 'since-origin-main'],
    ['../../data.json', 'since-data-json'],
    ['HEAD~2', 'since-HEAD-2'],
  ])('of %s is %s', (revision, name) => {
    expect(writeChangeset(folder(), revision, 'x').file).toBe(`.changeset/${name}.md`);
  });
});

describe('the arguments', () => {
  test.each([
    [[], 'none'],
    [['status', '--verbose'], 'none'],
    [['--from-diff'], { revision: undefined }],
    [['--from-diff', 'v1.0.0'], { revision: 'v1.0.0' }],
    [['--from-diff=v1.0.0'], { revision: 'v1.0.0' }],
    [['--from-diff='], 'wrong'],
    [['--from-diff', 'a', 'b'], 'wrong'],
    [['--from-diff=a', 'b'], 'wrong'],
    [['--from-diff', '--empty'], 'wrong'],
  ])('%j', (args, parsed) => {
    expect(parseFromDiff(args)).toEqual(parsed);
  });
});

describe('the revision to compare with', () => {
  const git = (at: string, ...args: string[]): string =>
    execFileSync('git', args, {
      cwd: at,
      encoding: 'utf8',
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@example.com',
        GIT_COMMITTER_NAME: 'a',
        GIT_COMMITTER_EMAIL: 'a@example.com',
      },
    }).trim();
  function repository(): string {
    const at = folder();
    git(at, 'init', '-q', '-b', 'main');
    commit(at, 'one');
    return at;
  }
  function commit(at: string, name: string): string {
    mkdirSync(at, { recursive: true });
    writeFileSync(join(at, name), name);
    git(at, 'add', '-A');
    git(at, 'commit', '-q', '-m', name);
    return git(at, 'rev-parse', 'HEAD');
  }

  test('is the given one', async () => {
    expect(await findBaseRevision('abc', repository())).toBe('abc');
  });

  test('is the last release by default, not another tag', async () => {
    const at = repository();
    git(at, 'tag', 'v1.0.0');
    commit(at, 'two');
    git(at, 'tag', 'nightly');
    expect(await findBaseRevision(undefined, at)).toBe('v1.0.0');
  });

  test('is the point where the branch left origin/main if there is no release', async () => {
    const at = repository();
    const fork = git(at, 'rev-parse', 'HEAD');
    git(at, 'checkout', '-q', '-b', 'work');
    commit(at, 'two');
    git(at, 'checkout', '-q', 'main');
    git(at, 'update-ref', 'refs/remotes/origin/main', commit(at, 'three'));
    git(at, 'checkout', '-q', 'work');
    expect(await findBaseRevision(undefined, at)).toBe(fork);
  });

  test('must be given if there is neither', async () => {
    await expect(findBaseRevision(undefined, repository())).rejects.toThrow(
      /no release tag and no origin\/main.*--from-diff REVISION/,
    );
  });

  test('cannot be found outside of a repository', async () => {
    await expect(findBaseRevision('v1.0.0', folder())).rejects.toThrow(/is no git repository/);
  });
});

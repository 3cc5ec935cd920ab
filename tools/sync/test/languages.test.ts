import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadManifest } from '@beta-headers/manifest';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCopies } from '../src/observe/docs/copies.ts';
import { openRepository, type Repository } from '../src/observe/git.ts';
import { compareSince } from '../src/observe/languages/compare.ts';
import {
  listTaggedVersions,
  readChangelogFile,
  readTags,
  type SdkReleases,
} from '../src/observe/languages/first.ts';
import { findLayout, findValues } from '../src/observe/languages/layout.ts';
import { writeSdkSource, writeSdks, writeSince } from '../src/observe/languages/write.ts';
import { runSync, snapshot } from './support/repository.ts';
import { createRepository, smallTree, writeFolder } from './support/small.ts';

const LIST = 'src/anthropic/types/anthropic_beta_param.py';
const CODE = 'src/anthropic/resources/boxes.py';
const list = (...ids: string[]): string =>
  `Beta = Union[str, Literal[${ids.map((id) => `"${id}"`).join(', ')}]]\n`;
const send = (id: string): string => `headers = {"anthropic-beta": "${id}"}\n`;

/** A Python SDK of four releases: boxes is sent in 0.2.0 and listed in 1.10.0. */
const python = (): string =>
  createRepository(
    { tag: 'v0.1.0', files: { [LIST]: list('lids-2025-05-05') } },
    {
      tag: 'v0.2.0',
      files: { [CODE]: send('boxes-2026-01-02'), 'tests/test_boxes.py': send('never-2026-01-01') },
    },
    { tag: 'v1.9.0-beta.1', files: { [LIST]: list('lids-2025-05-05', 'early-2026-01-01') } },
    { tag: 'v1.9.0', files: { [LIST]: list('lids-2025-05-05') } },
    {
      tag: 'v1.10.0',
      files: {
        [LIST]: list('lids-2025-05-05', 'boxes-2026-01-02'),
        'CHANGELOG.md': '## 1.10.0 (2026-02-02)\n\n* boxes\n\n## 1.9.1 (2026-02-01)\n\n* lids\n',
      },
    },
    { files: { [LIST]: list('lids-2025-05-05', 'boxes-2026-01-02', 'next-2026-03-03') } },
  );

const read = (path: string): Promise<SdkReleases> => readTags(openRepository(path) as Repository);

describe('the values of a source file', () => {
  test.each<[string, string, string[]]>([
    [LIST, list('boxes-2026-01-02'), ['boxes-2026-01-02']],
    [
      'beta.go',
      'AnthropicBetaBoxes2026_01_02 AnthropicBeta = "boxes-2026-01-02"',
      ['boxes-2026-01-02'],
    ],
    ['core/AnthropicBeta.kt', 'val BOXES = of("boxes-2026-01-02")', ['boxes-2026-01-02']],
    ['lib/anthropic/models/anthropic_beta.rb', 'BOXES = :"boxes-2026-01-02"', ['boxes-2026-01-02']],
    ['src/Beta/AnthropicBeta.php', "case BOXES = 'boxes-2026-01-02';", ['boxes-2026-01-02']],
    [
      'src/Anthropic/Models/Beta/AnthropicBeta.cs',
      '"boxes-2026-01-02" => Boxes',
      ['boxes-2026-01-02'],
    ],
    [CODE, send('boxes-2026-01-02'), []],
    ['messages.go', 'x := "boxes-2026-01-02"', []],
  ])('are found in the list of %s', (path, text, listed) => {
    expect(findValues(path, text)).toEqual({ listed, used: ['boxes-2026-01-02'] });
  });

  test('are found in a header of several values, and not in prose', () => {
    expect(findValues(CODE, send('boxes-2026-01-02, lids-2025-05-05')).used).toEqual([
      'boxes-2026-01-02',
      'lids-2025-05-05',
    ]);
    expect(findValues(CODE, '# needs boxes-2026-01-02 until 2026-03-03').used).toEqual([]);
  });

  test('are read by the layout of the language, without tests and examples', () => {
    expect(findLayout([LIST, 'README.md'])?.language).toBe('python');
    expect(findLayout(['beta.go', 'src/x.php', 'message.go'])?.language).toBe('go');
    expect(findLayout(['src/index.ts'])).toBeUndefined();
    const go = findLayout(['beta.go']);
    expect(['beta_test.go', 'examples/a.go', 'beta.go'].map((path) => go?.isSource(path))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('the releases of a repository', () => {
  test('are its version tags in their order, without prereleases and side packages', () => {
    const tags = ['v1.10.0', 'v1.9.0', 'v2.0.0-beta.1', 'Bedrock-v3.0.0', 'Anthropic-v1.2.0', 'x'];
    expect(listTaggedVersions(tags).map(({ version }) => version)).toEqual([
      '1.2.0',
      '1.9.0',
      '1.10.0',
    ]);
    expect(listTaggedVersions(tags, '1.9.0')).toHaveLength(2);
  });

  test('show when a value was first listed and first used', async () => {
    const releases = await read(python());
    expect(releases).toMatchObject({
      language: 'python',
      versions: ['0.1.0', '0.2.0', '1.9.0', '1.10.0'],
      untagged: ['1.9.1'],
      lacking: 0,
    });
    expect(Object.fromEntries(releases.first)).toEqual({
      'lids-2025-05-05': { listed: '0.1.0', used: '0.1.0' },
      'boxes-2026-01-02': { listed: '1.10.0', used: '0.2.0' },
    });
  });

  test('are read as far as a partial copy has them', async () => {
    const folder = python();
    const { stdout } = spawnSync('git', ['rev-parse', `HEAD:${CODE}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    const blob = stdout.trim();
    rmSync(join(folder, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
    const releases = await read(folder);
    expect(releases.lacking).toBe(1);
    expect(releases.first.get('boxes-2026-01-02')).toEqual({ listed: '1.10.0', used: '1.10.0' });
  });

  test('run nothing that the repository names', async () => {
    const folder = python();
    const proof = join(folder, 'ran');
    const program = join(folder, 'program.sh');
    writeFileSync(program, `#!/bin/sh\ntouch ${proof}\n`, { mode: 0o755 });
    appendFileSync(
      join(folder, '.git/config'),
      `[log]\n  showSignature = true\n[gpg]\n  program = ${program}\n[core]\n  fsmonitor = ` +
        `${program}\n  pager = ${program}\n`,
    );
    await read(folder);
    await readCopies(folder);
    expect(existsSync(proof)).toBe(false);
  });

  test('are refused in another repository, and in one without tags', async () => {
    await expect(read(createRepository({ tag: 'v1.0.0', files: { 'a.ts': '' } }))).rejects.toThrow(
      'no official SDK whose layout is known',
    );
    await expect(read(createRepository({ files: { [LIST]: '' } }))).rejects.toThrow(
      'no tag is a version',
    );
  });
});

const makeCatalog = (since: string) =>
  loadManifest({
    folder: `${smallTree({
      beta: since === '' ? '' : `    sdk: { since: { ${since} } }\n`,
      files: {
        'sdks.yaml':
          'sdks:\n  - { language: python, package: anthropic, newest: 9.0.0, evidence: [{ ' +
          'source: page, says: Read. }] }\n',
      },
    })}/packages/manifest`,
  });

describe('the comparison with sdk.since', () => {
  const releases = (first: SdkReleases['first']): SdkReleases => ({
    place: 'sdk',
    language: 'python',
    from: 'tags',
    versions: ['0.1.0', '0.2.0', '1.10.0'],
    first,
    untagged: ['0.3.0', '1.9.1'],
    lacking: 0,
  });
  const boxes = releases(new Map([['boxes-2026-01-02', { listed: '1.10.0', used: '0.2.0' }]]));

  test.each(['1.10.0', '0.2.0'])('accepts %s, where the value is listed or used', (version) => {
    expect(compareSince(boxes, makeCatalog(`python: ${version}`))).toEqual({
      findings: [],
      agreed: 1,
      later: 0,
    });
  });

  test('proposes the version that lists a value, with the releases that have no tag', () => {
    expect(compareSince(boxes, makeCatalog('')).findings).toEqual([
      {
        kind: 'missing',
        beta: 'boxes-2026-01-02',
        language: 'python',
        version: '1.10.0',
        place: 'sdk',
        perhaps: ['0.3.0', '1.9.1'],
      },
    ]);
  });

  test('reports another version, or one that no release has, as a contradiction', () => {
    expect(compareSince(boxes, makeCatalog('python: 0.1.0')).findings).toMatchObject([
      { kind: 'contradiction', manifest: '0.1.0', version: '1.10.0' },
    ]);
    expect(compareSince(releases(new Map()), makeCatalog('python: 0.1.0')).findings).toMatchObject([
      { kind: 'contradiction', manifest: '0.1.0' },
    ]);
  });

  test('does not check a version later than the copy', () => {
    expect(compareSince(releases(new Map()), makeCatalog('python: 2.0.0'))).toEqual({
      findings: [],
      agreed: 0,
      later: 1,
    });
  });

  test('reports a value that the SDK lists and the manifest lacks', () => {
    const first = new Map([
      ['nuts-2026-01-01', { listed: '0.2.0', used: '0.2.0' }],
      ['bedrock-2023-05-31', { used: '0.1.0' }],
    ]);
    expect(compareSince(releases(first), makeCatalog('')).findings).toMatchObject([
      { kind: 'unknown', beta: 'nuts-2026-01-01' },
    ]);
  });

  test('reports a contradiction of a changelog only for a later version', () => {
    const changelog = readChangelogFile(
      'CHANGELOG.md',
      'python',
      '## [0.5.0](https://example.com) (2026-03-01)\n\n* more boxes-2026-01-02\n\n## 0.4.0 ' +
        '(2026-02-01)\n\n* **api:** add boxes-2026-01-02\n',
    );
    expect(changelog.first.get('boxes-2026-01-02')).toEqual({ used: '0.4.0' });
    expect(compareSince(changelog, makeCatalog('python: 0.3.0')).agreed).toBe(1);
    expect(compareSince(changelog, makeCatalog('python: 0.5.0')).findings).toMatchObject([
      { kind: 'contradiction', version: '0.4.0' },
    ]);
    expect(() => readChangelogFile('x', 'python', 'no heading')).toThrow('no heading is a version');
  });
});

describe('writeSince', () => {
  const finding = { kind: 'missing', place: 'sdk', perhaps: [] } as const;
  const feature = (sdk: string): string =>
    `betas:\n  - id: boxes-2026-01-02\n    stage: beta\n${sdk}    requires: [{ at: boxes ` +
    '}]\n    evidence: [] # none\n';

  test('adds versions in the order of languages, and keeps every other byte', () => {
    const findings = [
      { ...finding, beta: 'boxes-2026-01-02', language: 'go', version: '1.0.0' },
      { ...finding, beta: 'boxes-2026-01-02', language: 'python', version: '0.2.0' },
      { ...finding, beta: 'lids-2025-05-05', language: 'go', version: '3.0.0' },
    ] as const;
    expect(writeSince(feature(''), findings)).toBe(
      feature('    sdk: { since: { python: 0.2.0, go: 1.0.0 } }\n'),
    );
    expect(
      writeSince(feature('    sdk: { since: { typescript: 0.9.0 }, sends: [x] }\n'), findings),
    ).toBe(
      feature('    sdk: { since: { typescript: 0.9.0, python: 0.2.0, go: 1.0.0 }, sends: [x] }\n'),
    );
  });

  test('records the newest release of each SDK, and cites it once', () => {
    const releases = (newest: string): SdkReleases => ({
      place: 'sdk',
      language: 'go',
      from: 'tags',
      versions: ['1.0.0', newest],
      commit: 'a'.repeat(40),
      package: 'demo/go',
      first: new Map(),
      untagged: [],
      lacking: 0,
    });
    const sdks = writeSdks('# Head.\nsdks: []\n', releases('1.1.0'), '2026-02-02');
    expect(sdks).toMatch(/^# Head\.\nsdks:\n/);
    expect(parse(sdks)).toEqual({
      sdks: [
        {
          language: 'go',
          package: 'demo/go',
          newest: '1.1.0',
          evidence: [
            { source: 'anthropic-sdk-go-1.1.0', says: expect.stringContaining('1.0.0 to 1.1.0') },
          ],
        },
      ],
    });
    expect(writeSdks(sdks, releases('1.1.0'), '2026-03-03')).toBe(sdks);
    const sources = writeSdkSource(
      'sources:\n  - id: page\n    url: https://example.com\n    checked: 2026-01-01\n',
      releases('1.1.0'),
      '2026-02-02',
    );
    const again = writeSdkSource(sources, releases('1.2.0'), '2026-03-03');
    expect(parse(again)).toEqual({
      sources: [
        {
          id: 'anthropic-sdk-go-1.2.0',
          url: `https://github.com/anthropics/anthropic-sdk-go/tree/${'a'.repeat(40)}`,
          checked: '2026-03-03',
        },
        { id: 'page', url: 'https://example.com', checked: '2026-01-01' },
      ],
    });
  });
});

describe('--languages', () => {
  test('reports with --check, writes without it, and then agrees', () => {
    const root = smallTree();
    const sdk = python();
    const before = snapshot(root);
    const checked = runSync(root, ['--languages', sdk, '--check']);
    expect(checked.status).toBe(3);
    expect(checked.stdout).toContain('python, 4 releases with a tag, 0.1.0 to 1.10.0');
    expect(checked.stdout).toContain(
      '- boxes-2026-01-02: 1.10.0 is the first release that has it; 1.9.1 before it has no ' +
        'tag, and may have it; the manifest has no version',
    );
    expect(checked.stdout).toContain(
      '- lids-2025-05-05: the SDK lists it since 0.1.0, the manifest does not have it',
    );
    expect(snapshot(root)).toEqual(before);
    expect(runSync(root, ['--languages', sdk]).stdout).toContain(
      'written: packages/manifest/features/boxes.yaml',
    );
    expect(readFileSync(join(root, 'packages/manifest/features/boxes.yaml'), 'utf8')).toContain(
      '    sdk: { since: { python: 1.10.0 } }\n',
    );
    const catalog = loadManifest({ folder: join(root, 'packages/manifest') });
    expect(catalog.sdks).toMatchObject([{ language: 'python', newest: '1.10.0' }]);
    const again = runSync(root, ['--languages', sdk, '--check']).stdout;
    expect(again).toContain(
      '1 version agrees, 0 are missing, 0 are contradicted, 1 value is unknown',
    );
  });

  test('reports that a changelog without a beta compares nothing', () => {
    const folder = writeFolder({ 'CHANGELOG.md': '## 1.0.0 (2026-01-01)\n\n* nothing\n' });
    const changelog = `python=${join(folder, 'CHANGELOG.md')}`;
    expect(runSync(smallTree(), ['--languages', changelog])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('no beta is named in it: nothing was compared'),
    });
  });

  test.each([
    ['/nowhere', 'this is no git directory'],
    ['cobol=/nowhere', 'there is no official SDK of `cobol`'],
    ['python=/nowhere', 'there is no such file'],
  ])('exits with 1 for %s', (place, message) => {
    const { status, stderr } = runSync(smallTree(), ['--languages', place]);
    expect([status, stderr]).toEqual([1, expect.stringContaining(message)]);
  });
});

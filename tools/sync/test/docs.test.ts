import { loadManifest } from '@beta-headers/manifest';
import { describe, expect, test } from 'vitest';
import { compareDocs } from '../src/observe/docs/compare.ts';
import { type Copy, chooseCopies, readCopies } from '../src/observe/docs/copies.ts';
import { findExcluded, findPlatforms, readStatus, readZdr } from '../src/observe/docs/labels.ts';
import { type PageFacts, parsePageUrl, readPage } from '../src/observe/docs/page.ts';
import { runSync, snapshot } from './support/repository.ts';
import { createRepository, type Small, smallTree, writeFolder } from './support/small.ts';

const URL = 'https://platform.claude.com/docs/en/build-with-claude/boxes';
const PATH = 'docs/en/build-with-claude/boxes.md';
const makePage = (metadata: string): string =>
  `---\ntitle: Boxes\nurl: ${URL}\n${metadata}---\n\n# Boxes\n`;

const FULL = `featureMetadata:
  status: beta
  betaHeader: boxes-2026-01-02
  zdr:
    eligibility: eligible
    note: All but the [big ones](https://example.com/big).
  supportedModels:
    - claude-one-20260101
    - claude-two
  supportedPlatforms:
    Claude API: beta
    Amazon Bedrock: not available
    Google Cloud:
      availability: ga
      note: In one region.
`;

describe('a page', () => {
  test('has its facts in the front matter, each on its line', () => {
    expect(readPage(makePage(FULL), PATH)).toEqual({
      page: 'build-with-claude/boxes',
      language: 'en',
      url: URL,
      line: 5,
      status: { value: 'beta', line: 5 },
      headers: [{ value: 'boxes-2026-01-02', line: 6 }],
      zdr: { value: { eligible: true, note: 'All but the big ones.' }, line: 7 },
      models: { value: ['claude-one', 'claude-two'], line: 10 },
      platforms: [
        { value: { label: 'Claude API', status: 'beta' }, line: 14 },
        { value: { label: 'Amazon Bedrock', status: 'unavailable' }, line: 15 },
        { value: { label: 'Google Cloud', status: 'ga', note: 'In one region.' }, line: 16 },
      ],
      unread: [],
    });
  });

  test('may follow the front matter of the copy, with its day', () => {
    const copied = `---\nsource: x\nfetched_at: 2026-04-05T06:07:08Z\n---\n\n${makePage(FULL)}`;
    expect(readPage(copied, 'somewhere.md')).toMatchObject({
      day: '2026-04-05',
      status: { line: 10 },
    });
  });

  test('has the same facts in a section of older copies', () => {
    const text = `---
url: ${URL}
---

## Compatibility
- Status: Beta
- [Beta header](https://example.com/headers): \`boxes-2026-01-02\`
- [ZDR](https://example.com/zdr): not eligible
- Supported models: \`claude-one-20260101\`, \`claude-two\`
- Platforms: Claude API, Claude Platform on AWS (beta) [1]; not available on Amazon Bedrock, Google Cloud
- Boxes need lids.
1. On [AWS](https://example.com/aws), ask first.

Text about boxes.

## More
- Platforms: no list of platforms
`;
    expect(readPage(text, PATH)).toMatchObject({
      line: 5,
      status: { value: 'beta', line: 6 },
      headers: [{ value: 'boxes-2026-01-02', line: 7 }],
      zdr: { value: { eligible: false }, line: 8 },
      models: { value: ['claude-one', 'claude-two'], line: 9 },
      platforms: [
        { value: { label: 'Claude API', status: 'ga' } },
        {
          value: { label: 'Claude Platform on AWS', status: 'beta', note: 'On AWS, ask first.' },
          line: 10,
        },
        { value: { label: 'Amazon Bedrock', status: 'unavailable' } },
        { value: { label: 'Google Cloud', status: 'unavailable' } },
      ],
    });
  });

  test('is left out without metadata, and an unknown word is reported', () => {
    expect(readPage(makePage(''), PATH)).toBeUndefined();
    expect(readPage('no front matter', PATH)).toBeUndefined();
    const strange = makePage(
      'featureMetadata:\n  status: on the moon\n  supportedPlatforms:\n    Claude API: perhaps\n',
    );
    expect(readPage(strange, PATH)?.unread).toEqual([
      'line 5: the status `on the moon`',
      'line 7: the status `perhaps` of Claude API',
    ]);
  });

  test('is identified by its address, in any language', () => {
    expect(parsePageUrl(`${URL}.md`)?.page).toBe('build-with-claude/boxes');
    expect(parsePageUrl('https://docs.claude.com/docs/zh-CN/a/b#c')).toEqual({
      page: 'a/b',
      language: 'zh-CN',
    });
    expect(parsePageUrl('https://example.com/docs/en/a')).toBeUndefined();
    const byPath = 'featureMetadata:\n  status: ga\n';
    expect(readPage(`---\n${byPath}---\n`, 'x/docs/id/a/b.md')?.url).toBe(
      'https://platform.claude.com/docs/id/a/b',
    );
  });
});

describe('labels', () => {
  test.each<[string, string[] | undefined]>([
    ['Claude API', ['claude-api']],
    ['Claude Platform on AWS', ['claude-on-aws']],
    ['Amazon Bedrock (InvokeModel)', ['bedrock']],
    ['Amazon Bedrock (bedrock-runtime)', ['bedrock', 'bedrock-converse']],
    ['Amazon Bedrock', ['bedrock', 'bedrock-converse', 'bedrock-mantle']],
    ['Google Cloud', ['vertex']],
    ["Google Cloud's Vertex AI", ['vertex']],
    ['Google Cloud (Google managed)', ['vertex']],
    ['Google Cloud (Anthropic managed)', ['claude-on-google-cloud']],
    ['Microsoft Foundry', ['foundry']],
    ['Microsoft Foundry (Hosted on Azure)', ['foundry-azure']],
    ['The Moon', undefined],
  ])('%s', (label, platforms) => {
    expect(findPlatforms(label, [label])).toEqual(platforms);
  });

  test('read Amazon Bedrock as the Messages endpoint next to a label for the other', () => {
    const beside = ['Amazon Bedrock', 'Amazon Bedrock (bedrock-runtime)'];
    expect(findPlatforms('Amazon Bedrock', beside)).toEqual(['bedrock-mantle']);
  });

  test('exclude a platform that a note names', () => {
    const note = 'It needs a Hosted on Anthropic deployment.';
    expect(findExcluded('Microsoft Foundry', note)).toEqual(['foundry-azure']);
    expect(findExcluded('Microsoft Foundry')).toEqual([]);
    expect(findExcluded('Claude API', note)).toEqual([]);
  });

  test('have words for a status and for retention', () => {
    expect(['GA', 'stable', 'research preview', 'not_available'].map(readStatus)).toEqual([
      'ga',
      'ga',
      'preview',
      'unavailable',
    ]);
    expect(['eligible (mostly)', 'not-eligible', 'soon'].map(readZdr)).toEqual([
      true,
      false,
      undefined,
    ]);
  });
});

const makeCopy = (metadata: string, day = '2026-02-02'): Copy => ({
  path: PATH,
  day,
  facts: readPage(makePage(metadata), PATH) as PageFacts,
});

const compare = (metadata: string, small: Small = {}, day?: string) =>
  compareDocs(
    [makeCopy(metadata, day)],
    loadManifest({ folder: `${smallTree(small)}/packages/manifest` }),
  );

const claim = (platform: string, status: string, more = ''): string =>
  `  ${platform}: { status: ${status}${more}, evidence: [{ source: page, says: It says so. }] }\n`;

describe('the comparison', () => {
  test('finds nothing if both agree', () => {
    const feature = `availability:
${claim('claude-api', 'available', ', label: beta')}${claim('bedrock', 'unavailable')}${claim('bedrock-mantle', 'unavailable')}${claim('vertex', 'available', ', label: ga')}models: { only: [claude-one, claude-two], evidence: [{ source: page, says: Lists them. }] }
zdr: { eligible: true, evidence: [{ source: page, says: Eligible. }] }
`;
    expect(compare(FULL, { feature })).toEqual({
      compared: [{ path: PATH, features: ['boxes'] }],
      unclaimed: [],
      differences: [],
      unread: [],
    });
  });

  test('distinguishes missing claims from contradictions, with line and day', () => {
    const feature =
      `availability:\n${claim('claude-api', 'available')}${claim('vertex', 'unavailable')}zdr: ` +
      '{ eligible: false, evidence: [{ source: page, says: Not eligible. }] }\n';
    const { differences } = compare(FULL, { feature });
    expect(differences.map(({ fact, kind, line, day }) => [fact, kind, line, day])).toEqual([
      ['zdr', 'contradiction', 7, '2026-02-02'],
      ['models', 'missing', 10, '2026-02-02'],
      ['platform', 'label', 14, '2026-02-02'],
      ['platform', 'missing', 15, '2026-02-02'],
      ['platform', 'contradiction', 16, '2026-02-02'],
    ]);
    expect(differences[3]?.manifest).toBe('bedrock unknown; bedrock-mantle unknown');
    expect(differences[4]).toMatchObject({
      page: 'Google Cloud: generally available, with the note “In one region.”',
      manifest: 'vertex unavailable',
      newer: '2026-03-03',
    });
  });

  test('has no doubt about a copy that is newer than the source of the claim', () => {
    const feature = 'zdr: { eligible: false, evidence: [{ source: page, says: Not eligible. }] }\n';
    const [difference] = compare(
      'featureMetadata:\n  zdr: eligible\n',
      { feature },
      '2026-04-04',
    ).differences.filter(({ fact }) => fact === 'zdr');
    expect(difference).toMatchObject({ kind: 'contradiction', day: '2026-04-04' });
    expect(difference).not.toHaveProperty('newer');
  });

  test('accepts a feature on one of the platforms of a label', () => {
    const metadata =
      'featureMetadata:\n  betaHeader: boxes-2026-01-02\n  supportedPlatforms:\n    Amazon ' +
      'Bedrock: beta\n';
    const on = (status: string): string =>
      [
        'availability:\n',
        claim('bedrock', status, status === 'available' ? ', label: beta' : ''),
        claim('bedrock-mantle', 'unavailable'),
      ].join('');
    expect(compare(metadata, { feature: on('available') }).differences).toEqual([]);
    expect(compare(metadata, { feature: on('unavailable') }).differences).toMatchObject([
      { fact: 'platform', kind: 'contradiction' },
    ]);
  });

  test('compares headers with stages', () => {
    const header = (id: string): string =>
      `featureMetadata:\n  status: beta\n  betaHeader: ${id}\n`;
    expect(compare(header('boxes-2026-01-02')).differences).toEqual([]);
    expect(compare(header('boxes-2027-01-02')).differences).toMatchObject([
      { fact: 'header', kind: 'missing', page: 'the beta header boxes-2027-01-02' },
    ]);
    expect(compare('featureMetadata:\n  status: ga\n').differences).toMatchObject([
      {
        fact: 'header',
        kind: 'contradiction',
        page: 'the status ga and no beta header',
        manifest: 'boxes-2026-01-02 in the stage beta',
      },
    ]);
  });

  test('lists the pages and the words that it cannot match', () => {
    const other = makePage('featureMetadata:\n  supportedPlatforms:\n    The Moon: ga\n').replace(
      URL,
      'https://platform.claude.com/docs/en/other',
    );
    const facts = readPage(other, PATH) as PageFacts;
    const catalog = loadManifest({ folder: `${smallTree()}/packages/manifest` });
    const { compared, unclaimed, unread } = compareDocs([{ path: PATH, facts }], catalog);
    expect([compared, unclaimed.length, unread]).toEqual([
      [],
      1,
      [`${PATH} line 6: the platform \`The Moon\``],
    ]);
  });
});

test('reads copies from a folder, a file and a commit; the newest English page wins', async () => {
  const repository = createRepository(
    {
      day: '2026-01-05',
      tag: 'old',
      files: { [PATH]: makePage('featureMetadata:\n  zdr: eligible\n') },
    },
    { day: '2026-02-06', files: { [PATH]: makePage(FULL), 'README.md': 'nothing' } },
  );
  const newest = await readCopies(repository);
  expect([newest.files, newest.copies.map(({ path, day }) => [path, day])]).toEqual([
    2,
    [[PATH, '2026-02-06']],
  ]);
  expect(newest.copies[0]?.commit).toMatch(/^[0-9a-f]{40}$/);
  const older = await readCopies(`${repository}@old`);
  expect(older.copies[0]).toMatchObject({ day: '2026-01-05' });
  const folder = writeFolder({
    [PATH]: makePage(FULL),
    'docs/id/build-with-claude/boxes.md': makePage(FULL).replace('/en/', '/id/'),
  });
  const plain = await readCopies(folder);
  expect(plain.copies.map(({ day }) => day)).toEqual([undefined, undefined]);
  expect((await readCopies(`${folder}/${PATH}`)).copies).toHaveLength(1);
  expect(
    chooseCopies([...plain.copies, ...older.copies, ...newest.copies]).map(({ facts, day }) => [
      facts.language,
      day,
    ]),
  ).toEqual([['en', '2026-02-06']]);
  await expect(readCopies(`${repository}@new`)).rejects.toThrow('there is no commit `new`');
  await expect(readCopies('/nowhere')).rejects.toThrow('no such file, folder or git directory');
});

describe('--docs', () => {
  test('reports, with exit 3, and writes nothing', () => {
    const root = smallTree();
    const docs = writeFolder({ [PATH]: makePage(FULL) });
    const before = snapshot(root);
    const { status, stdout } = runSync(root, ['--docs', docs]);
    expect(status).toBe(3);
    expect(stdout).toContain('1 file, 1 page with feature metadata, of unknown days');
    expect(stdout).toContain(
      '- missing, zdr: eligible, with the note “All but the big ones.”. The manifest has ' +
        `nothing. ${PATH}:7 (copy of an unknown day)`,
    );
    expect(stdout).toContain('Nothing was written');
    expect(snapshot(root)).toEqual(before);
  });

  test('reports that nothing was compared, with exit 0', () => {
    const docs = writeFolder({ [PATH]: '# Boxes\n' });
    expect(runSync(smallTree(), ['--docs', docs])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('no page carries feature metadata: nothing was compared'),
    });
  });

  test('takes several places, as data', () => {
    const docs = writeFolder({
      [PATH]: makePage('featureMetadata:\n  status: beta\n  betaHeader: boxes-2026-01-02\n'),
    });
    const { status, stdout } = runSync(smallTree(), [`--docs`, docs, `${docs}/${PATH}`, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      places: [{ pages: 1 }, { pages: 1 }],
      compared: [{ features: ['boxes'] }],
      differences: [],
    });
  });

  test.each([[['--docs', 'a', '--languages', 'b']], [['a.md']]])('%j is exit 2', (args) => {
    expect(runSync(smallTree(), args).status).toBe(2);
  });

  test('exits with 1 for a missing place', () => {
    expect(runSync(smallTree(), ['--docs', '/nowhere'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('sync: --docs /nowhere: there is no such file'),
    });
  });
});

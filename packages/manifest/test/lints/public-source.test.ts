import { expect, test } from 'vitest';
import {
  beta,
  demoBeta,
  EVIDENCE,
  feature,
  findProblems,
  listPlaces,
  makeFolder,
  sources,
} from '../fixtures.ts';

const files = (address: string, key: 'url' | 'copy' = 'url') => ({
  ...demoBeta('beta', 'released: { evidence: [{ source: site, says: x }] }'),
  'sources.yaml': `${sources()['sources.yaml']}  - { id: site, url: "${key === 'url' ? address : 'https://example.com/page'}", checked: 2026-02-02${key === 'copy' ? `, copy: "${address}"` : ''} }\n`,
});

test.each([
  'https://platform.claude.com/docs/en/api/beta-headers',
  'https://example.com:8443/page',
  'https://8.8.8.8/page',
  'https://172.32.0.1/page',
  'https://[2606:4700::1]/page',
  'https://[::ffff:171.205.1.2]/page',
  'https://internal.example.com/page',
])('accepts %s', (address) => {
  expect(findProblems(files(address))).toEqual([]);
});

test.each([
  ['https://localhost/page', 'private network'],
  ['https://wiki/page', 'private network'],
  ['https://docs.corp/page', 'private network'],
  ['https://printer.local./page', 'private network'],
  ['https://127.0.0.1:8080/page', 'private address'],
  ['https://10.1.2.3/page', 'private address'],
  ['https://172.16.0.1/page', 'private address'],
  ['https://192.168.0.1/page', 'private address'],
  ['https://[::1]/page', 'private address'],
  ['https://[fd00::1]/page', 'private address'],
  ['https://[::ffff:10.0.0.1]/page', 'private address'],
  ['http://example.com/page', 'is not an https link'],
])('reports %s', (address, reason) => {
  const problems = findProblems(files(address));
  expect(listPlaces(problems)).toEqual([
    expect.stringMatching(/^sources\.yaml:3:\d+ public-source$/),
  ]);
  expect(problems[0]?.message).toContain(reason);
  expect(problems[0]?.message).toContain('others cannot open it');
});

test('checks stored copies as well', () => {
  expect(listPlaces(findProblems(files('https://nas.lan/page', 'copy')))).toEqual([
    expect.stringMatching(/^sources\.yaml:3:\d+ public-source$/),
  ]);
});

test('reports the documentation that it links', () => {
  const problems = findProblems(
    demoBeta('beta', 'docs: "https://wiki/demo"', 'migration: "http://example.com/move"'),
  );
  expect(listPlaces(problems)).toEqual([
    expect.stringMatching(/^features\/demo\.yaml:12:\d+ public-source$/),
    expect.stringMatching(/^features\/demo\.yaml:13:\d+ public-source$/),
  ]);
  expect(problems.map(({ message }) => message).join()).toContain('is not an https link');
});

test('reports a source that is internal', () => {
  const problems = findProblems({
    ...files('https://example.com/page'),
    'sources.yaml': `${sources()['sources.yaml']}  - { id: site, internal: A mail. }\n`,
  });
  expect(listPlaces(problems)).toEqual([
    expect.stringMatching(/^sources\.yaml:3:\d+ public-source$/),
  ]);
  expect(problems[0]?.message).toContain('others cannot read it');
});

test.each(['http://wiki/page', 'https://10.1.2.3/page', 'https://wiki.example.com/'])(
  'lets an overlay link and cite %s',
  (address) => {
    const ours = feature('ours', beta('ours-2026-05-05', 'preview')).replace(
      'https://example.com/ours',
      address,
    );
    const overlay = makeFolder({
      'ours.yaml': ours.replace(EVIDENCE, '[{ source: wiki }, { source: mail }]'),
      'sources.yaml': `sources:\n  - { id: wiki, url: "${address}", checked: 2026-05-05 }\n  - { id: mail, internal: A mail of our account team. }\n`,
    });
    expect(findProblems(demoBeta('beta'), { overlay })).toEqual([]);
  },
);

test.each(['/home/me/page.md', 'file:///home/me/page.md'])('leaves %s to the schema', (address) => {
  const [problem] = findProblems(files(address));
  expect(problem).toMatchObject({ file: 'sources.yaml', line: 3 });
  expect(problem?.fix).toContain('write an https link that anyone can open');
});

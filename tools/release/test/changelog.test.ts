import { readChangesets } from '@changesets/read';
import { describe, expect, it } from 'vitest';
import { root } from '../../toolchain/lib/root.ts';
import {
  addVersion,
  type Change,
  findNotes,
  listVersions,
  parseEntries,
  renderVersion,
} from '../src/changelog.ts';

const change = (summary: string, type = 'minor'): Change => ({
  id: 'calm-cats-code',
  summary,
  releases: [{ name: '@beta-headers/node', type }],
});

describe('the changelog', () => {
  it('groups entries in one order, whatever the order of the changesets', () => {
    const changes = [
      change('helpers: a'),
      change('platforms: b\nretired: c'),
      change('graduated: d\n\nwith a second paragraph\n'),
      change('superseded: e\nnew: f'),
      change('new: g'),
    ];
    expect(renderVersion('1.2.0', changes)).toBe(
      [
        '## 1.2.0',
        '',
        '### New betas',
        '',
        '- f',
        '- g',
        '',
        '### Superseded',
        '',
        '- e',
        '',
        '### Graduated',
        '',
        '- d',
        '',
        '  with a second paragraph',
        '',
        '### Retired',
        '',
        '- c',
        '',
        '### Platforms',
        '',
        '- b',
        '',
        '### Helpers',
        '',
        '- a',
        '',
      ].join('\n'),
    );
  });

  it('marks breaking changes', () => {
    expect(parseEntries(change('helpers: plan() is renamed', 'major'))).toEqual([
      { group: 'helpers', text: '**Breaking.** plan() is renamed' },
    ]);
  });

  it.each([
    ['A new beta', 'begins with no prefix'],
    ['fix: a thing', 'begins a line with `fix:`'],
    ['new: a thing\nfixed: another', 'begins a line with `fixed:`'],
  ])('refuses %j and names the prefixes', (summary, message) => {
    expect(() => parseEntries(change(summary))).toThrow(message);
    expect(() => parseEntries(change(summary))).toThrow(
      /^\.changeset\/calm-cats-code\.md .*`superseded:`/,
    );
  });

  it('adds a version on top and keeps the others', () => {
    const first = addVersion('', renderVersion('0.1.0', [change('new: a')]));
    const second = addVersion(first, renderVersion('0.2.0', [change('retired: a')]));
    expect(second).toBe(
      '# Changelog\n\n## 0.2.0\n\n### Retired\n\n- a\n\n## 0.1.0\n\n### New betas\n\n- a\n',
    );
    expect(listVersions(second)).toEqual(['0.2.0', '0.1.0']);
    expect(findNotes(second, '0.2.0')).toBe('### Retired\n\n- a');
    expect(findNotes(second, '0.1.0')).toBe('### New betas\n\n- a');
    expect(findNotes(second, '0.1')).toBeUndefined();
  });

  it('can be made of the changesets of this repository', async () => {
    for (const waiting of await readChangesets(root))
      expect(parseEntries(waiting).length).toBeGreaterThan(0);
  });
});

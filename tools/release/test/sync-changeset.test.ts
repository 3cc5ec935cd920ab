/** Tests the changeset that sync writes as the changelog reads it. */

import { compareRelease } from '@beta-headers/sync/compare/compare.ts';
import { type Finding, KINDS } from '@beta-headers/sync/compare/finding.ts';
import type { SdkMethod } from '@beta-headers/sync/read/facts.ts';
import { readSdk } from '@beta-headers/sync/read/read.ts';
import { repository } from '@beta-headers/sync/test/repository.ts';
import { INVENTED, makeSimulatedRelease, SIMULATED } from '@beta-headers/sync/test/simulated.ts';
import { loadBaseline } from '@beta-headers/sync/working-tree.ts';
import { renderChangeset } from '@beta-headers/sync/write/changeset.ts';
import { describe, expect, test } from 'vitest';
import { parseEntries, renderVersion } from '../src/changelog.ts';

/** Parses the text as @changesets/read does: the summary is below the front matter. */
function makeChange(text: string) {
  const [, front = '', summary = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const [, name = '', type = ''] = /^"(.+)": (\w+)$/.exec(front) ?? [];
  return { id: 'sdk', summary: summary.trim(), releases: [{ name, type }] };
}

describe('the changeset', () => {
  test.skipIf(INVENTED)(
    'of the simulated release has every finding in the group that it belongs to',
    () => {
      const findings = compareRelease(loadBaseline(repository()), readSdk(makeSimulatedRelease()));
      const changeset = renderChangeset(findings, SIMULATED.version);
      const change = makeChange(changeset?.text ?? '');
      expect(change.releases).toEqual([{ name: '@beta-headers/manifest', type: 'minor' }]);
      const entries = parseEntries(change);
      expect(entries.map((entry) => entry.group)).toEqual([
        'new',
        'new',
        'retired',
        'graduated',
        'helpers',
        'helpers',
      ]);
      const named = (group: string, id: string): boolean =>
        entries.some((entry) => entry.group === group && entry.text.includes(`\`${id}\``));
      expect(named('new', SIMULATED.newDate)).toBe(true);
      expect(named('new', SIMULATED.newFeature)).toBe(true);
      expect(named('retired', SIMULATED.removed)).toBe(true);
      expect(named('graduated', 'computer-use-2025-11-24')).toBe(true);
      expect(named('helpers', SIMULATED.changed.from)).toBe(true);
      expect(renderVersion('9.9.9', [change])).toContain(
        `### New betas\n\n- \`${SIMULATED.newDate}\`, a new date of advisor-tool`,
      );
    },
  );

  test('has one entry a line for every kind of finding that changes a package', () => {
    const method: SdkMethod = {
      name: 'beta.things.list',
      endpoint: 'GET /v1/things',
      defaults: ['a-2026-01-01'],
      helper: false,
      source: 'src/x.ts:1',
    } as never;
    const entry = { entry: 'Thing.field', at: ['field'], source: 'src/x.ts:1' } as never;
    const base = {
      beta: 'a-2026-01-01',
      betas: ['a-2026-01-01'],
      entries: ['Thing.field'],
      methods: [method],
      surface: [],
      symbols: ['Thing.field'],
      files: ['src/client.ts'],
      places: ['README.md:1'],
      model: 'claude-a-1',
    };
    const more = {
      entry,
      mentions: [],
      seen: [],
      feature: 'a',
      knownFeature: false,
      inUnion: true,
      version: '9.9.9',
      method: method.name,
    };
    const rest = {
      endpoint: method.endpoint,
      source: undefined,
      words: 'Some\nwords.',
      change: 'changed',
    };
    const findings = KINDS.map((kind) => {
      const sides =
        kind === 'api-version'
          ? { before: '2023-06-01', after: undefined }
          : { before: ['a-2026-01-01'], after: [] };
      const change = kind === 'model' ? 'new' : rest.change;
      return { kind, ...base, ...more, ...rest, ...sides, change } as unknown as Finding;
    });
    const entries = parseEntries(makeChange(renderChangeset(findings, '9.9.9')?.text ?? ''));
    // The report alone names findings that change no package.
    const reported = ['new-endpoint', 'named', 'model'];
    expect(entries).toHaveLength(KINDS.filter((kind) => !reported.includes(kind)).length + 1);
    expect(entries.at(-1)).toEqual({
      group: 'helpers',
      text: 'in line with `@anthropic-ai/sdk` 9.9.9',
    });
  });

  test('is not written if nothing changes', () => {
    expect(renderChangeset([], '9.9.9')).toBeUndefined();
    expect(
      renderChangeset([{ kind: 'removed', beta: 'a-2026-01-01', covered: true }], '9.9.9'),
    ).toBeUndefined();
  });
});

import {
  CHANGE_KINDS,
  type ChangeKind,
  type Change as ManifestChange,
} from '@beta-headers/manifest/diff';
import { describe, expect, it } from 'vitest';
import { explainSmallBump } from '../src/bump.ts';
import type { Change } from '../src/changelog.ts';

/** Makes a change with the bump of a kind. Its own kind has no further fields. */
const change = (kind: ChangeKind): ManifestChange => ({
  ...CHANGE_KINDS[kind],
  kind: 'beta-removed',
  subject: 'a-2026-01-01',
});
const changeset = (...types: string[]): Change => ({
  id: 'calm-cats-code',
  summary: 'new: x',
  releases: types.map((type) => ({ name: 'x', type })),
});
const ORDER = ['none', 'patch', 'minor', 'major'];

describe('the bump of the changesets', () => {
  it.each(Object.keys(CHANGE_KINDS) as ChangeKind[])(
    'for %s is never smaller than its own',
    (kind) => {
      const { bump } = CHANGE_KINDS[kind];
      for (const said of ORDER) {
        const refused = explainSmallBump([change(kind)], [changeset(said)], 'v1.0.0');
        if (ORDER.indexOf(said) >= ORDER.indexOf(bump)) expect(refused, said).toBeUndefined();
        else
          expect(refused).toContain(
            `The changesets say ${said}, and since v1.0.0 the manifest has changed in a ` +
              `${bump} way:\n  a-2026-01-01 was removed\n`,
          );
      }
    },
  );

  it('is the largest of them, and none if no package is named', () => {
    expect(
      explainSmallBump(
        [change('beta-added')],
        [changeset('patch'), changeset('none', 'minor')],
        'v1.0.0',
      ),
    ).toBeUndefined();
    expect(explainSmallBump([change('beta-added')], [changeset()], 'v1.0.0')).toMatch(/say none/);
    expect(explainSmallBump([], [], 'v1.0.0')).toBeUndefined();
  });
});

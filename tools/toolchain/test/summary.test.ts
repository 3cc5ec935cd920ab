import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatSummary } from '../lib/summary.ts';
import { readPackages } from '../lib/workspace.ts';

const generated = {
  features: 2,
  betas: 3,
  written: [],
  pruned: [],
  unchanged: 7,
  removed: { features: [], betas: [] },
};
const built = {
  packages: readPackages().map((one) => ({ ...one, built: true })),
  site: true,
  tasks: 6,
  fromCache: 5,
  took: '2.0 s',
};

describe('formatSummary', () => {
  it('lists the results, their places and the next steps', () => {
    const text = formatSummary(generated, built);
    expect(text).toContain('3 betas of 2 features');
    expect(text).toContain('0 written, 7 unchanged, 0 pruned');
    expect(text).toContain('6 builds, 5 of them from the cache, in 2.0 s');
    expect(text).toMatch(/@beta-headers\/core +packages\/core\/dist\n/);
    expect(text).toContain('npm run docs');
  });

  it('lists the first changed files and counts the rest', () => {
    const text = formatSummary(
      {
        ...generated,
        written: Array.from({ length: 9 }, (_, index) => `w${index}.ts`),
        pruned: ['p.ts'],
      },
      built,
    );
    expect(text).toContain('+ w5.ts');
    expect(text).not.toContain('w6.ts');
    expect(text).toContain('… and 3 more');
    expect(text).toContain('- p.ts');
  });

  it('reports the overlay in use, how to remove it, and names of an earlier overlay', () => {
    expect(formatSummary(generated, built)).not.toMatch(/overlay|removed/);
    const names = { features: ['acme'], betas: ['acme-2026-05-01'] };
    const folder = join(process.cwd(), '..', 'our-betas');
    const kept = formatSummary({ ...generated, overlay: { folder, ...names } }, built);
    expect(kept).toContain('overlay    ../our-betas, with acme, acme-2026-05-01\n');
    expect(kept).toContain('`npm run generate` returns to the published manifest');
    expect(formatSummary({ ...generated, removed: names }, built)).toContain(
      'removed    acme, acme-2026-05-01, from an overlay that is no longer used',
    );
  });

  it('does not list the site if it was not built', () => {
    expect(formatSummary(generated, { ...built, site: false })).not.toContain('docs/dist');
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { summary } from '../lib/summary.ts';
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

describe('the summary of npm start', () => {
  it('says what there is, where it is and what to do next', () => {
    const text = summary(generated, built);
    expect(text).toContain('3 betas of 2 features');
    expect(text).toContain('0 written, 7 unchanged, 0 pruned');
    expect(text).toContain('6 builds, 5 of them from the cache, in 2.0 s');
    expect(text).toMatch(/@beta-headers\/core +packages\/core\/dist\n/);
    expect(text).toContain('npm run docs');
  });

  it('names the first files that moved and counts the rest', () => {
    const text = summary(
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

  it('names the overlay that is kept and how to go back, and what an overlay left behind', () => {
    expect(summary(generated, built)).not.toMatch(/overlay|removed/);
    const names = { features: ['acme'], betas: ['acme-2026-05-01'] };
    const folder = join(process.cwd(), '..', 'our-betas');
    const kept = summary({ ...generated, overlay: { folder, ...names } }, built);
    expect(kept).toContain('overlay    ../our-betas, with acme, acme-2026-05-01\n');
    expect(kept).toContain('`npm run generate` goes back to the published manifest');
    expect(summary({ ...generated, removed: names }, built)).toContain(
      'removed    acme, acme-2026-05-01, of an overlay that is not used',
    );
  });

  it('does not claim a site that is not there', () => {
    expect(summary(generated, { ...built, site: false })).not.toContain('docs/dist');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadManifest } from '@beta-headers/manifest';
import { expect, it } from 'vitest';
import { writeFixtures } from '../src/fixtures.ts';
import { median } from '../src/metric.ts';

it('returns the median of measurements in any order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([2])).toBe(2);
});

it('writes the given number of betas as a valid overlay', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-bench-test-'));
  try {
    const before = loadManifest().betas.length;
    writeFixtures(folder, 24);
    expect(loadManifest({ overlay: folder }).betas.length - before).toBe(24);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadManifest } from '@beta-headers/manifest';
import { expect, it } from 'vitest';
import { median } from '../src/figure.ts';
import { writeMadeUp } from '../src/made-up.ts';

it('takes the middle of several measurements, whatever their order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([2])).toBe(2);
});

it('makes up as many betas as are wanted, and the manifest takes them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-bench-test-'));
  try {
    const before = loadManifest().betas.length;
    writeMadeUp(folder, 24);
    expect(loadManifest({ overlay: folder }).betas.length - before).toBe(24);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

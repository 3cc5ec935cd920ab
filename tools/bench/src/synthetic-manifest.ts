/**
 * `node synthetic-manifest.ts N`: loads and emits a manifest with N fictional betas.
 * Prints seconds and peak memory as JSON. Runs in its own process to measure the memory.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emitAll } from '@beta-headers/codegen';
import { loadManifest } from '@beta-headers/manifest';
import { writeFixtures } from './fixtures.ts';

const count = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'beta-headers-bench-'));
try {
  writeFixtures(folder, count);
  const start = performance.now();
  const catalog = loadManifest({ overlay: folder });
  const loaded = performance.now();
  const files = emitAll(catalog, { version: '0.0.0', sdkVersion: '1.0.0' });
  const emitted = performance.now();
  const result = {
    load: (loaded - start) / 1000,
    emit: (emitted - loaded) / 1000,
    files: files.length,
    betas: catalog.betas.length,
  };
  console.log(JSON.stringify({ ...result, megabytes: process.resourceUsage().maxRSS / 1024 }));
} finally {
  rmSync(folder, { recursive: true });
}

/** `node synthetic.ts N`: loads and emits a manifest of N made-up betas; prints seconds and memory as JSON. A process of its own, for its memory. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emitAll } from '@beta-headers/codegen';
import { loadManifest } from '@beta-headers/manifest';

const count = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'beta-headers-bench-'));
try {
  mkdirSync(join(folder, 'features'));
  for (let i = 0; i < count / 2; i++) writeFileSync(join(folder, 'features', `made-up-${i}.yaml`), feature(i));
  const start = performance.now();
  const catalog = loadManifest({ overlay: folder });
  const loaded = performance.now();
  const files = emitAll(catalog, '0.0.0');
  const emitted = performance.now();
  const result = { load: (loaded - start) / 1000, emit: (emitted - loaded) / 1000, files: files.length, betas: catalog.betas.length };
  console.log(JSON.stringify({ ...result, megabytes: process.resourceUsage().maxRSS / 1024 }));
} finally {
  rmSync(folder, { recursive: true });
}

function feature(i: number): string {
  const evidence = 'evidence: [{ url: "https://example.com/betas", checked: 2026-11-01 }]';
  return `feature: made-up-${i}
title: { en: Made-up ${i}, id: Buatan ${i} }
summary: { en: "A made-up feature.", id: "Fitur buatan." }
family: tools
docs: https://example.com/made-up-${i}
betas:
  - id: made-up-${i}-2026-01-01
    stage: superseded
    supersededBy: made-up-${i}-2026-02-02
    ${evidence}
  - id: made-up-${i}-2026-02-02
    stage: beta
    opens:
      - { at: "made_up_${i}.field", nonEmpty: true }
      - { at: "tools[].type", is: made_up_${i} }
    platforms:
      bedrock: { accepts: false, confidence: low, ${evidence} }
    ${evidence}
`;
}

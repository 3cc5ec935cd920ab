/** Writes fictional features with two betas each, and with rules, claims and evidence. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes an overlay with the given number of betas into a folder. */
export function writeFixtures(folder: string, betas: number): void {
  mkdirSync(join(folder, 'features'), { recursive: true });
  writeFileSync(
    join(folder, 'sources.yaml'),
    'sources:\n  - { id: fictional, url: "https://example.com/betas", checked: 2026-11-01 }\n',
  );
  for (let i = 0; i < betas / 2; i++)
    writeFileSync(join(folder, 'features', `fictional-${i}.yaml`), renderFeature(i));
}

function renderFeature(i: number): string {
  const evidence = 'evidence: [{ source: fictional }]';
  return `feature: fictional-${i}
title: { en: Fictional ${i}, id: Buatan ${i} }
summary: { en: "A fictional feature.", id: "Fitur buatan." }
family: tools
docs: https://example.com/fictional-${i}
availability:
  bedrock: { status: unavailable, confidence: low, ${evidence} }
betas:
  - id: fictional-${i}-2026-01-01
    stage: superseded
    supersededBy: fictional-${i}-2026-02-02
    ${evidence}
  - id: fictional-${i}-2026-02-02
    stage: beta
    requires:
      - { at: "fictional_${i}.field", nonEmpty: true }
      - { at: "tools[].type", is: fictional_${i} }
    acceptance:
      bedrock: { status: rejected, confidence: low, ${evidence} }
    ${evidence}
`;
}

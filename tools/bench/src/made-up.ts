/** Features that there are not, as people would write them: two betas each, with rules, claims, evidence. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes an overlay with this many betas into a folder. */
export function writeMadeUp(folder: string, betas: number): void {
  mkdirSync(join(folder, 'features'), { recursive: true });
  writeFileSync(
    join(folder, 'sources.yaml'),
    'sources:\n  - { id: made-up, url: "https://example.com/betas", checked: 2026-11-01 }\n',
  );
  for (let i = 0; i < betas / 2; i++)
    writeFileSync(join(folder, 'features', `made-up-${i}.yaml`), feature(i));
}

function feature(i: number): string {
  const evidence = 'evidence: [{ source: made-up }]';
  return `feature: made-up-${i}
title: { en: Made-up ${i}, id: Buatan ${i} }
summary: { en: "A made-up feature.", id: "Fitur buatan." }
family: tools
docs: https://example.com/made-up-${i}
availability:
  bedrock: { status: unavailable, confidence: low, ${evidence} }
betas:
  - id: made-up-${i}-2026-01-01
    stage: superseded
    supersededBy: made-up-${i}-2026-02-02
    ${evidence}
  - id: made-up-${i}-2026-02-02
    stage: beta
    requires:
      - { at: "made_up_${i}.field", nonEmpty: true }
      - { at: "tools[].type", is: made_up_${i} }
    acceptance:
      bedrock: { status: rejected, confidence: low, ${evidence} }
    ${evidence}
`;
}

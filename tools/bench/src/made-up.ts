/** Features that there are not, as people would write them: two betas each, with rules, claims, evidence. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes an overlay with this many betas into a folder. */
export function writeMadeUp(folder: string, betas: number): void {
  mkdirSync(join(folder, 'features'), { recursive: true });
  for (let i = 0; i < betas / 2; i++)
    writeFileSync(join(folder, 'features', `made-up-${i}.yaml`), feature(i));
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

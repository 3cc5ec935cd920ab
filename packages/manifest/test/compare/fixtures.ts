/** A small feature in both versions, and edits of it. */
import { type Comparison, compareManifests } from '../../scripts/compare/compare.ts';

const OLD = `# yaml-language-server: $schema=../schema/feature.schema.json
feature: pets
title: { en: Pets, id: Peliharaan }
summary: { en: Keeps pets. It feeds them., id: Memelihara hewan. Juga memberi makan. }
family: tools
docs: https://example.com/pets
notes: { en: Two dates exist. The second is newer., id: Ada dua tanggal. Yang kedua baru. }
betas:
  - id: pets-2026-01-01
    stage: beta
    released:
      date: 2026-01-02
      evidence:
        - { url: "https://example.com/notes#january", checked: 2026-02-01, says: "Pets begin." }
    sdk: { since: 1.2.0, sends: [POST /v1/pets] }
    opens:
      - at: pets
        nonEmpty: true
        choice: [pets-2026-01-01, pets-2026-05-05]
        note: { en: A pet., id: Seekor. }
      - { at: "tools[].type", in: [cat, dog], model: [claude-a, claude-b] }
    formerly: [{ at: leash }]
    models:
      only: [claude-a, claude-b]
      evidence: [{ url: "https://example.com/pets", checked: 2026-02-01, says: "The list." }]
    platforms:
      claude-api:
        accepts: true
        confidence: high
        note: { en: Since the start. No form is needed., id: Sejak awal. Tidak perlu formulir. }
        evidence:
          - { url: "https://example.com/pets", checked: 2026-02-01, says: "Claude API, beta." }
          - { sdk: 1.2.0, symbol: Pets.create, says: "Sends the header." }
      bedrock:
        accepts: false
        confidence: medium
        evidence:
          - { url: "https://example.com/pets", checked: 2026-02-01, says: "Not on Bedrock." }
          - { url: "https://example.com/proxy", checked: 2026-02-01, says: "The proxy drops it." }
      vertex:
        accepts: { as: pets-2026-05-05 }
        confidence: low
        evidence: [{ sdk: 1.1.0, package: "@example/vertex", symbol: Client }]
    conflicts:
      - with: zoo-2026-01-01
        endpoint: POST /v1/pets
        answer: 400
        evidence: [{ sdk: 1.2.0, changelog: 1.2.0, says: "Not with zoo." }]
    traps:
      - at: pets
        together: leash
        answer: 400
        note: { en: No leash., id: Tanpa tali. }
        evidence: [{ url: "https://example.com/leash", checked: 2026-02-01 }]
      - at: "tools[].type"
        is: dog
        model: [claude-b]
        platform: [claude-api]
        note: { en: No dogs here., id: Tidak ada anjing. }
        evidence: [{ url: "https://example.com/dogs", checked: 2026-02-01 }]
    evidence: [{ sdk: 1.2.0, symbol: AnthropicBeta }]
`;

const NEW = `feature: pets
title: { en: Pets, id: Peliharaan }
summary: { en: Keeps pets. It feeds them., id: Memelihara hewan. Juga memberi makan. }
family: tools
audience: everyday
docs: https://example.com/pets
notes: { en: Two dates exist. The second is newer., id: Ada dua tanggal. Yang kedua baru. }
default: pets-2026-01-01
uses: [{ at: leash }]
models: { only: [claude-b, claude-a], evidence: [{ source: pets, says: The list. }] }
availability:
  claude-api:
    - models: [claude-b]
      shape: [dog]
      status: unavailable
      note: { en: No dogs here., id: Tidak ada anjing. }
      evidence: [{ source: dogs }]
    - status: available
      confidence: high
      note: { en: Since the start., id: Sejak awal. }
      evidence: [{ source: pets, says: "Claude API, beta." }]
  bedrock:
    status: unavailable
    confidence: medium
    evidence: [{ source: pets, says: "Not on Bedrock." }]
constraints:
  - all: [{ beta: pets-2026-01-01 }, { beta: zoo-2026-01-01 }, { endpoint: POST /v1/pets }]
    outcome: 400
    evidence: [{ source: sdk-1.2.0, at: CHANGELOG.md 1.2.0, says: "Not with zoo." }]
  - all: [{ at: pets }, { at: leash }]
    outcome: 400
    note: { en: No leash., id: Tanpa tali. }
    evidence: [{ source: leash }]
betas:
  - id: pets-2026-01-01
    stage: beta
    released:
      date: 2026-01-02
      evidence: [{ source: notes, at: "#january", says: "Pets begin." }]
    sdk: { since: { typescript: 1.2.0 }, sends: [POST /v1/pets] }
    requires:
      - at: pets
        nonEmpty: true
        choice: [pets-2026-01-01, pets-2026-05-05]
        note: { en: A pet., id: Seekor. }
      - { at: "tools[].type", is: cat, model: [claude-a, claude-b] }
      - { at: "tools[].type", is: dog, model: [claude-b, claude-a] }
    acceptance:
      claude-api:
        status: accepted
        confidence: high
        note: { en: No form is needed., id: Tidak perlu formulir. }
        evidence: [{ source: sdk-1.2.0, at: Pets.create, says: "Sends the header." }]
      bedrock:
        status: rejected
        confidence: medium
        evidence: [{ source: proxy, says: "The proxy drops it." }]
      vertex:
        status: rejected
        confidence: low
        instead: [{ for: pets, send: pets-2026-05-05 }]
        evidence: [{ source: vertex-1.1.0, at: Client }]
    evidence: [{ source: sdk-1.2.0, at: AnthropicBeta }]
`;

const SOURCES = `sources:
  - { id: pets, url: "https://example.com/pets", checked: 2026-02-01 }
  - { id: proxy, url: "https://example.com/proxy", checked: 2026-02-01 }
  - { id: dogs, url: "https://example.com/dogs", checked: 2026-02-01 }
  - { id: leash, url: "https://example.com/leash", checked: 2026-02-01 }
  - { id: notes, url: "https://example.com/notes", checked: 2026-02-01 }
  - { id: sdk-1.2.0, package: "@anthropic-ai/sdk", version: 1.2.0 }
  - { id: vertex-1.1.0, package: "@example/vertex", version: 1.1.0 }
`;

/** A text and its replacement. */
export type Edit = readonly [from: string, to: string];

function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`the piece has no ${from}`);
    return result.replace(from, () => to);
  }, text);
}

/** Compares the first version of the feature with its edited second version. */
export function compareAfter(edits: readonly Edit[], sources: readonly Edit[] = []): Comparison {
  return compareManifests(
    new Map([['features/pets.yaml', OLD]]),
    new Map([
      ['features/pets.yaml', applyEdits(NEW, edits)],
      ['sources.yaml', applyEdits(SOURCES, sources)],
    ]),
  );
}

/** Lists what is lost after edits: the kind, and the path within the beta or the file. */
export const listLostAfter = (...edits: Edit[]): string[] =>
  compareAfter(edits).lost.map(
    ({ kind, path }) => `${kind} ${path.replace('betas.pets-2026-01-01.', '')}`,
  );

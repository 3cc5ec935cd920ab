/** A private feature for an overlay. */
export const PRIVATE_BETA = `feature: acme-vault
title: { en: Acme vault, id: Brankas Acme }
summary: { en: "Reads the vault of Acme.", id: "Membaca brankas Acme." }
family: tools
docs: https://acme.example/vault
betas:
  - id: acme-vault-2026-05-01
    stage: preview
    requires: [{ at: acme_vault }]
    evidence: [{ source: acme-vault, says: What our contract says. }]
`;

/** The same with a rule for an object of the SDK, so that it has a module with a builder. */
export const PRIVATE_BUILDER: string = PRIVATE_BETA.replace(
  '{ at: acme_vault }',
  '{ at: acme_vault }, { at: metadata }',
);

/** The page that it cites, for the same folder. */
export const PRIVATE_SOURCES = `sources:
  - { id: acme-vault, url: "https://acme.example/vault", checked: 2026-05-02 }
`;

/** The stages of a beta in words. */
import type { Stage } from '@beta-headers/grammar';
import type { CatalogBeta } from '@beta-headers/manifest/data';
import { describeRule } from './rules.ts';

/** The advice for each stage. */
const STAGE_ADVICE: { readonly [S in Stage]: string } = {
  beta: 'Send it when the request uses the feature.',
  preview: 'Works only for organizations that have been given access.',
  superseded: 'Still accepted, but a newer beta has taken its place.',
  graduated: 'The feature is generally available and needs no header: leave the value out.',
  'legacy-shape':
    'The feature needs no header. The value selects the older response shape, so leaving it out ' +
    'changes the response.',
  retired: 'The value has no effect any more: leave it out.',
  internal: 'Official clients send it by themselves. Do not set it by hand.',
};

/** The answer to "Do you need it?" for each stage. */
const STAGE_NEED: { readonly [S in Stage]: string } = {
  beta: 'Yes, when a request uses what is listed below.',
  preview: 'Yes, once your organization has access and a request uses what is listed below.',
  superseded: 'No. It still works, but write the newer one.',
  graduated: 'No. The feature is generally available and needs no header; leave it out.',
  'legacy-shape': 'Only to keep the older response shape. The feature itself needs no header.',
  retired: 'No. It has no effect any more; leave it out.',
  internal: 'No. Official clients send it by themselves.',
};

/** Some older requests need a value that the feature itself needs no more. */
const hasExceptions = ({ stage, requires }: CatalogBeta): boolean =>
  stage === 'graduated' && requires.length > 0;

const listExceptions = ({ requires }: CatalogBeta): string =>
  requires.map(describeRule).join(', or ');

/** The advice about a beta. */
export const adviseOn = (beta: CatalogBeta): string =>
  hasExceptions(beta)
    ? 'The feature is generally available and needs no header. Send the value only with an older ' +
      `request, where ${listExceptions(beta)}.`
    : STAGE_ADVICE[beta.stage];

/** The answer to "Do you need it?" for a beta. */
export const describeNeed = (beta: CatalogBeta): string =>
  hasExceptions(beta)
    ? `Only for an older request, where ${listExceptions(beta)}. The feature needs no header.`
    : STAGE_NEED[beta.stage];

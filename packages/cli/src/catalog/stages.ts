/** The stages of a beta in words. */
import type { Stage } from '@beta-headers/grammar';

/** The advice for each stage. */
export const STAGE_ADVICE: { readonly [S in Stage]: string } = {
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
export const STAGE_NEED: { readonly [S in Stage]: string } = {
  beta: 'Yes, when a request uses what is listed below.',
  preview: 'Yes, once your organization has access and a request uses what is listed below.',
  superseded: 'No. It still works, but write the newer one.',
  graduated: 'No. The feature is generally available and needs no header; leave it out.',
  'legacy-shape': 'Only to keep the older response shape. The feature itself needs no header.',
  retired: 'No. It has no effect any more; leave it out.',
  internal: 'No. Official clients send it by themselves.',
};

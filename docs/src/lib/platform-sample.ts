/** Chooses the request that the page of a platform shows. */
import type { Platform } from '@beta-headers/core';
import { type CatalogBeta, catalog, getBeta } from './catalog.ts';
import { listSamples, type Sample } from './samples.ts';

/** The beta of the samples, where a platform takes it. Most do, and it needs no further objects. */
const USUAL = 'context-management-2025-06-27';

/** A beta and a request that needs it. */
export interface PlatformSample {
  readonly beta: CatalogBeta;
  readonly sample: Sample;
}

/**
 * Finds the sample of a platform. One that sources disagree about is chosen only if there is no
 * other. Returns nothing if no beta is known to work there.
 */
export function findPlatformSample(platform: string): PlatformSample | undefined {
  const betas = [getBeta(USUAL), ...catalog.betas.filter(({ stage }) => stage === 'beta')];
  const found = betas.flatMap((beta) =>
    listSamples(beta, platform as Platform)
      .filter(({ now }) => now.betas.includes(beta.id))
      .map((sample) => ({ beta, sample })),
  );
  return found.find(({ sample }) => !sample.disputed) ?? found[0];
}

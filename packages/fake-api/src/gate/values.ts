/** Judges header values. */
import type { Catalog, CatalogAcceptance, CatalogBeta } from '@beta-headers/manifest';
import { findRuling, type Ruling } from './claims.ts';
import { type Doubt, type Findings, makeDoubt } from './finding.ts';
import { findPlatform } from './place.ts';
import { refuseValues } from './refusal.ts';
import type { Reading } from './request.ts';

/** Finds the beta with this id. */
export function findBeta(catalog: Catalog, id: string): CatalogBeta | undefined {
  return catalog.betas.find((beta) => beta.id === id);
}

/** Finds the acceptance of a value on the platform, for a model. */
export const findAcceptance = (
  beta: CatalogBeta,
  reading: Reading,
  model: string | undefined,
): Ruling<CatalogAcceptance> =>
  findRuling(beta.acceptance[reading.request.platform] ?? [], reading, { model });

/**
 * Judges every value that was sent. A malformed or rejected value is refused. A value that is not
 * in the manifest, or of unknown acceptance, raises a doubt, unless official clients send it by
 * themselves.
 */
export function judgeValues(reading: Reading, rejects: readonly string[]): Findings {
  const rejected: string[] = [];
  const doubts: Doubt[] = [];
  for (const id of reading.sent) {
    const beta = findBeta(reading.catalog, id);
    if (!isToken(id) || rejects.includes(id)) rejected.push(id);
    else if (!beta) doubts.push({ code: 'unknown-value', subject: id });
    else {
      const rulings = reading.modelIds.map((model) => findAcceptance(beta, reading, model));
      const doubt = rulings.find((ruling) => ruling.doubt)?.doubt;
      if (rulings.some(({ status }) => status === 'rejected')) rejected.push(id);
      else if (doubt && beta.stage !== 'internal') doubts.push(makeDoubt(doubt, 'acceptance', id));
    }
  }
  const refusals = rejected.length > 0 ? [refuseValues(findPlatform(reading), rejected)] : [];
  return { refusals, doubts };
}

/** Tests if a value is a token of RFC 9110; nothing else can be a header value. */
const isToken = (value: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(value);

/** Header values: what the platform makes of each, and what they make of each other. */
import type { Catalog, CatalogAcceptance, CatalogBeta } from '@beta-headers/manifest';
import { findRuling, type Ruling } from './claims.ts';
import { type Doubt, doubtOf, type Findings } from './finding.ts';
import { platformOf } from './place.ts';
import { unexpectedBeta } from './refusal.ts';
import type { Reading } from './request.ts';

/** The beta with this id. */
export function findBeta(catalog: Catalog, id: string): CatalogBeta | undefined {
  return catalog.betas.find((beta) => beta.id === id);
}

/** What the platform does with a value, for a model. */
export const acceptanceOf = (
  beta: CatalogBeta,
  reading: Reading,
  model: string | undefined,
): Ruling<CatalogAcceptance> =>
  findRuling(beta.acceptance[reading.request.platform] ?? [], reading, { model });

/**
 * Judges every value that was sent. A value that is malformed or rejected is refused; of one that
 * nobody knows, or that the
 * claims do not decide about, nobody knows. Markers that official clients send by themselves raise
 * no doubt.
 */
export function judgeValues(reading: Reading, rejects: readonly string[]): Findings {
  const rejected: string[] = [];
  const doubts: Doubt[] = [];
  for (const id of reading.sent) {
    const beta = findBeta(reading.catalog, id);
    if (!isToken(id) || rejects.includes(id)) rejected.push(id);
    else if (!beta) doubts.push({ code: 'unknown-value', subject: id });
    else {
      const rulings = reading.modelIds.map((model) => acceptanceOf(beta, reading, model));
      const doubt = rulings.find((ruling) => ruling.doubt)?.doubt;
      if (rulings.some(({ status }) => status === 'rejected')) rejected.push(id);
      else if (doubt && beta.stage !== 'internal') doubts.push(doubtOf(doubt, 'acceptance', id));
    }
  }
  const refusals = rejected.length > 0 ? [unexpectedBeta(platformOf(reading), rejected)] : [];
  return { refusals, doubts };
}

/** The characters of a token in RFC 9110: nothing else can be a value. */
const isToken = (value: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(value);

/** Classifies an error by the rows, without advice, so that recovery does not bundle the advice. */
import type { Facts } from './flatten.ts';
import type { Found } from './found.ts';
import type { FailedRequest } from './from-request.ts';
import { resolveMatch } from './resolve.ts';
import { findRow } from './rows.ts';
import type { Where } from './where.ts';

/** Finds the first row that matches, and the betas that it is about. */
export function findInFacts(
  facts: Facts,
  where?: Where,
  failed?: FailedRequest,
): Found | undefined {
  return findRow(facts, (match) => resolveMatch(match, where, failed));
}

/** What the rows say of an error. Without advice, so that recovery carries none. */
import type { Facts } from './flatten.ts';
import type { Found } from './found.ts';
import type { FailedRequest } from './from-request.ts';
import { resolveMatch } from './resolve.ts';
import { findRow } from './rows.ts';
import type { Where } from './where.ts';

/** The first row that matches, and what it is about. */
export function findInFacts(
  facts: Facts,
  where?: Where,
  failed?: FailedRequest,
): Found | undefined {
  return findRow(facts, (match) => resolveMatch(match, where, failed));
}

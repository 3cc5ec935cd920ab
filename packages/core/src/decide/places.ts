/** Decides about the places of the betas in a request, whatever the betas are. */
import { hasEmptyPart } from '../request/header.ts';
import type { RequestFacts } from '../request/read.ts';
import type { Decision } from '../types.ts';
import type { Settings } from './context.ts';
import { Journal } from './journal.ts';

/**
 * Reports problems of the header as a whole and of places in the body, so that no change is without
 * a reason. Each beta has a decision of its own.
 */
export function decidePlaces(
  { header, leaks, malformed }: Pick<RequestFacts, 'header' | 'leaks' | 'malformed'>,
  { catalog, refusesChange }: Pick<Settings, 'catalog' | 'refusesChange'>,
): Decision[] {
  const isEmptyPart = header !== undefined && hasEmptyPart(header);
  if (!isEmptyPart && leaks.length === 0 && malformed.length === 0) return [];
  const journal = new Journal(catalog);
  if (isEmptyPart)
    journal.add({ action: refusesChange ? 'refused' : 'dropped', reason: 'empty-header' });
  if (malformed.length > 0)
    journal.add({
      action: refusesChange ? 'refused' : 'dropped',
      reason: 'malformed',
      at: malformed,
    });
  if (leaks.length > 0)
    journal.add({
      action: refusesChange ? 'refused' : 'stripped',
      reason: 'misplaced',
      at: leaks.map(({ at }) => at),
    });
  return journal.list();
}

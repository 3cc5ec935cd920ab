/** Decides about where the betas of a request stand, whatever they are. */
import { hasEmptyPart } from '../request/header.ts';
import type { RequestFacts } from '../request/read.ts';
import type { Decision } from '../types.ts';
import type { Settings } from './context.ts';
import { Journal } from './journal.ts';

/**
 * Says what is wrong with the header as a whole and with the places in the body, so that no change
 * goes without a reason. The betas themselves have decisions of their own.
 */
export function decidePlaces(
  { header, leaks }: Pick<RequestFacts, 'header' | 'leaks'>,
  { catalog, refusesChange }: Pick<Settings, 'catalog' | 'refusesChange'>,
): Decision[] {
  const journal = new Journal(catalog);
  if (header !== undefined && hasEmptyPart(header))
    journal.add({ action: refusesChange ? 'refused' : 'dropped', reason: 'empty-header' });
  if (leaks.length > 0)
    journal.add({
      action: refusesChange ? 'refused' : 'stripped',
      reason: 'misplaced',
      at: leaks.map(({ at }) => at),
    });
  return journal.list();
}

/** The gateway's own response headers. */
import type { BetaPlan, Decision } from '@beta-headers/core';
import { isShown } from './refusal.ts';
import type { Hint } from './response.ts';

/** The longest list in a header. Clients and proxies limit the size of all headers. */
const MAX_NAMES = 40;

/** Lists the hints about one request, from the last plan of it. */
export function listHints(id: string, plan: BetaPlan | undefined): Hint[] {
  const hints: Hint[] = [['x-beta-headers-request-id', id]];
  if (!plan) return hints;
  hints.push(['x-beta-headers-verdict', plan.verdict]);
  if (plan.decisions.every(({ action }) => action === 'sent')) return hints;
  const lists = { added: [], dropped: [], replaced: [], stripped: [] } as Lists;
  for (const decision of plan.decisions) addName(lists, decision);
  for (const [name, values] of Object.entries(lists))
    if (values.length > 0)
      hints.push([`x-beta-headers-${name}`, [...new Set(values)].slice(0, MAX_NAMES).join(',')]);
  return hints;
}

type Lists = Record<'added' | 'dropped' | 'replaced' | 'stripped', string[]>;

/** Adds the name of a decision to its list. A replacement is one drop and one addition. */
function addName(lists: Lists, { action, beta, feature, sends, replaces }: Decision): void {
  const name = beta !== undefined && isShown(beta) ? beta : feature;
  if (name === undefined) return;
  if (action === 'dropped' && sends !== undefined && isShown(sends))
    lists.replaced.push(`${name}>${sends}`);
  else if (action === 'dropped') lists.dropped.push(name);
  else if (action === 'added' && replaces === undefined) lists.added.push(name);
  else if (action === 'stripped' || action === 'substituted') lists.stripped.push(feature ?? name);
}

/** Describes one decision in the words of the engine, in the language of the page. */
import { type BetaPlan, type Decision, explain } from '@beta-headers/core';
import type { RareFacts } from './facts.ts';

/** The languages of the engine's texts. */
export type TextLanguage = 'en' | 'id';

/**
 * Takes the line of `explain()` about one decision, without its mark, places and link, which the
 * page shows as elements.
 */
export function describeDecision(
  plan: BetaPlan,
  decision: Decision,
  language: TextLanguage,
  fixes: RareFacts['fixes'] = {},
): string {
  const { docs: _, at, fix, ...rest } = decision;
  const advice = fix !== undefined && Object.hasOwn(fixes, fix) ? fixes[fix] : undefined;
  // The engine's own advice is left out of the worker, because few answers need it.
  const hint = advice === undefined && fix !== undefined ? { fix } : {};
  const decisions: Decision[] = [{ ...rest, ...hint, ...(at && { at: [] }) }];
  const lines = explain({ ...plan, decisions }, { language }).split('\n');
  // The first two lines are the verdict and the header. The mark is one character and a space.
  const text = lines.slice(2).join('\n').slice(2);
  return advice === undefined ? text : `${text} → ${advice}`;
}

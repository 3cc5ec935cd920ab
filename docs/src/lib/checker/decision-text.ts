/** The engine's own words for one decision, in the language of the page. */
import { type BetaPlan, type Decision, explain } from '@beta-headers/core';

/** The languages of the engine's texts. */
export type TextLanguage = 'en' | 'id';

/**
 * The line of `explain()` about one decision, without its mark, its places and its link: the page
 * has these as elements.
 */
export function describeDecision(
  plan: BetaPlan,
  decision: Decision,
  language: TextLanguage,
): string {
  const { docs: _, at, ...rest } = decision;
  const decisions: Decision[] = [{ ...rest, ...(at && { at: [] }) }];
  const lines = explain({ ...plan, decisions }, { language }).split('\n');
  // The verdict and the header come first, the mark is one character and a space.
  return lines.slice(2).join('\n').slice(2);
}

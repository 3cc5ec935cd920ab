/** Describes one decision in the words of the engine, in the language of the page. */
import { type BetaPlan, type Decision, explain } from '@beta-headers/core';

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
): string {
  const { docs: _, at, ...rest } = decision;
  const decisions: Decision[] = [{ ...rest, ...(at && { at: [] }) }];
  const lines = explain({ ...plan, decisions }, { language }).split('\n');
  // The first two lines are the verdict and the header. The mark is one character and a space.
  return lines.slice(2).join('\n').slice(2);
}

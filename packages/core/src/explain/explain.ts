/** A plan as text. */
import { FIXES } from '../generated/fixes.ts';
import { shownName } from '../request/header.ts';
import type { BetaPlan, Decision } from '../types.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import type { Language, Texts } from './texts.ts';

/** How to explain a plan. */
export interface ExplainOptions {
  /** Default: English. */
  readonly language?: 'en' | 'id' | undefined;
}

const TEXTS: { readonly [L in Language]: Texts } = { en, id };

const MARKS = {
  sent: '=',
  added: '+',
  missing: '?',
  dropped: '-',
  stripped: '-',
  substituted: '~',
  refused: '!',
  ignored: '·',
} as const;

/** As many places are written out. */
const MAX_SHOWN = 3;

/**
 * A plan as text: the verdict, the header, and a line for each decision. Holds no prompt, key or
 * token.
 * @example
 * ```ts
 * import { explain, plan } from '@beta-headers/core';
 *
 * const url = 'https://api.anthropic.com/v1/messages';
 * console.log(explain(plan({ method: 'POST', url, body: { compaction: { type: 'summarize' } } })));
 * // claude-api (by the host): works once it is changed
 * // anthropic-beta: compact-2026-09-04
 * // + compact-2026-09-04: added, the request needs it (/compaction) https://…
 * ```
 */
export function explain(plan: BetaPlan, options: ExplainOptions = {}): string {
  const texts = TEXTS[options.language ?? 'en'] ?? en;
  const verdict = plan.verdict === 'works' && plan.changed ? 'works-changed' : plan.verdict;
  const names = plan.betas.map(shownName).join(',') || texts.none;
  const isInBody = plan.header === undefined && plan.betas.length > 0;
  return [
    `${plan.platform} (${texts.from[plan.platformFrom]}): ${texts.verdict[verdict]}`,
    `anthropic-beta: ${isInBody ? `${texts.inBody} ` : ''}${names}`,
    ...plan.decisions.map((decision) => explainDecision(decision, options)),
  ].join('\n');
}

/** One decision as a line. */
export function explainDecision(decision: Decision, options: ExplainOptions = {}): string {
  const language = options.language ?? 'en';
  const texts = TEXTS[language] ?? en;
  const { action, reason, confidence, fix, docs } = decision;
  const subject = decision.beta ?? decision.feature ?? texts.request;
  const doubt = confidence === 'low' || confidence === 'disputed' ? confidence : undefined;
  const isSaid = reason === 'unknown-availability' || doubt === undefined;
  const advice = fix === undefined ? undefined : FIXES[fix]?.[language];
  return [
    `${MARKS[action]} ${printable(subject)}: ${texts.actions[action]}, ${texts.reasons[reason](decision)}`,
    ...placesOf(decision, texts),
    ...(isSaid ? [] : [`[${texts.confidence[doubt]}]`]),
    ...(advice ? [`→ ${advice}`] : []),
    ...(docs ? [docs] : []),
  ].join(' ');
}

function placesOf({ at = [] }: Decision, texts: Texts): string[] {
  if (at.length === 0) return [];
  const more = at.length > MAX_SHOWN ? `, ${texts.more(at.length - MAX_SHOWN)}` : '';
  return [`(${at.slice(0, MAX_SHOWN).join(', ')}${more})`];
}

/** A value that no header can carry may hold anything, so it is shown escaped. */
function printable(subject: string): string {
  return /^[\w.() -]+$/.test(subject) ? subject : JSON.stringify(subject);
}

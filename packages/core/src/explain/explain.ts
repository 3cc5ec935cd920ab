/** A plan as text. */
import { isRepair } from '../assemble/verdict.ts';
import { FIXES } from '../generated/fixes.ts';
import { shownName } from '../request/header.ts';
import type { BetaPlan, Decision } from '../types.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import type { Language, PlanSum, Texts } from './texts.ts';

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
  const names = plan.betas.map((beta) => nameIn(plan, beta)).join(',') || texts.none;
  const isInBody = plan.header === undefined && plan.betas.length > 0;
  return [
    `${plan.platform} (${texts.from[plan.platformFrom]}): ${texts.verdict[sumOf(plan)]}`,
    `anthropic-beta: ${isInBody ? `${texts.inBody} ` : ''}${names}`,
    ...plan.decisions.map((decision) => explainDecision(decision, options)),
  ].join('\n');
}

/** Names the verdict; the lines of an observed plan say what would be done. */
function sumOf({ verdict, changed, decisions }: BetaPlan): PlanSum {
  if (verdict === 'works') return changed ? 'works-changed' : 'works';
  const isObserved =
    !changed && decisions.some(isRepair) && !decisions.some(({ action }) => action === 'refused');
  return verdict === 'refused' && isObserved ? 'refused-observed' : verdict;
}

/** One decision as a line. */
export function explainDecision(decision: Decision, options: ExplainOptions = {}): string {
  const language = options.language ?? 'en';
  const texts = TEXTS[language] ?? en;
  const { action, reason, confidence, fix, docs } = decision;
  const doubt = confidence === 'low' || confidence === 'disputed' ? confidence : undefined;
  const isSaid = reason === 'unknown-availability' || doubt === undefined;
  const places = placesOf(decision, texts);
  const advice = fix === undefined ? undefined : FIXES[fix]?.[language];
  return [
    `${MARKS[action]} ${subjectOf(decision, texts)}: ${texts.actions[action]}, ${texts.reasons[reason](decision)}`,
    ...(isAboutPlaces(decision) || places === '' ? [] : [`(${places})`]),
    ...(isSaid ? [] : [`[${texts.confidence[doubt]}]`]),
    ...(advice ? [`→ ${advice}`] : []),
    ...(docs ? [docs] : []),
  ].join(' ');
}

/** Names the subject of a line: a beta, a feature, places of the body, or the request as a whole. */
function subjectOf(decision: Decision, texts: Texts): string {
  const name = decision.beta ?? decision.feature;
  if (name !== undefined) return printable(name);
  if (decision.reason === 'empty-header') return 'anthropic-beta';
  return isAboutPlaces(decision) ? placesOf(decision, texts) : texts.request;
}

const isAboutPlaces = ({ beta, feature, at = [] }: Decision): boolean =>
  beta === undefined && feature === undefined && at.length > 0;

function placesOf({ at = [] }: Decision, texts: Texts): string {
  const more = at.length > MAX_SHOWN ? `, ${texts.more(at.length - MAX_SHOWN)}` : '';
  return at.slice(0, MAX_SHOWN).join(', ') + more;
}

/** A beta of a plan as it may be shown: by its name, if a decision shows that too. */
export function nameIn({ decisions }: BetaPlan, beta: string): string {
  return decisions.some((decision) => decision.beta === beta) ? beta : shownName(beta);
}

/** A value that no header can carry may hold anything, so it is shown escaped. */
function printable(subject: string): string {
  return /^[\w.() -]+$/.test(subject) ? subject : JSON.stringify(subject);
}

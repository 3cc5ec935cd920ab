/** Explains a plan as text. */
import { isRepair } from '../assemble/verdict.ts';
import { FIXES } from '../generated/fixes.ts';
import { maskName } from '../request/header.ts';
import type { BetaPlan, Decision } from '../types.ts';
import { en } from './en.ts';
import { id } from './id.ts';
import type { Language, Texts, VerdictKey } from './texts.ts';

/** Options of `explain`. */
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

/** The number of places that are listed. */
const MAX_SHOWN = 3;

/**
 * Explains a plan: the verdict, the header, and one line for each decision. Contains no prompt, key
 * or token.
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
  const names = plan.betas.map((beta) => formatName(plan, beta)).join(',') || texts.none;
  const isInBody = plan.header === undefined && plan.betas.length > 0;
  return [
    `${plan.platform} (${texts.from[plan.platformFrom]}): ${texts.verdict[chooseVerdict(plan)]}`,
    `anthropic-beta: ${isInBody ? `${texts.inBody} ` : ''}${names}`,
    ...plan.decisions.map((decision) => explainDecision(decision, options)),
  ].join('\n');
}

/**
 * Chooses the text of the verdict. The decisions of an observed plan describe changes that were not
 * made.
 */
function chooseVerdict({ verdict, changed, decisions }: BetaPlan): VerdictKey {
  if (verdict === 'works') return changed ? 'works-changed' : 'works';
  const isObserved =
    !changed && decisions.some(isRepair) && !decisions.some(({ action }) => action === 'refused');
  return verdict === 'refused' && isObserved ? 'refused-observed' : verdict;
}

/** Explains one decision in one line. */
export function explainDecision(decision: Decision, options: ExplainOptions = {}): string {
  const language = options.language ?? 'en';
  const texts = TEXTS[language] ?? en;
  const { action, reason, confidence, fix, docs } = decision;
  const doubt = confidence === 'low' || confidence === 'disputed' ? confidence : undefined;
  const isInReason = reason === 'unknown-availability' || doubt === undefined;
  const places = formatPlaces(decision, texts);
  const advice = fix === undefined ? undefined : FIXES[fix]?.[language];
  const clause = `${texts.actions[action]}, ${texts.reasons[reason](decision)}`;
  return [
    `${MARKS[action]} ${describeSubject(decision, texts)}: ${clause}`,
    ...(isAboutPlaces(decision) || places === '' ? [] : [`(${places})`]),
    ...(isInReason ? [] : [`[${texts.confidence[doubt]}]`]),
    ...(advice ? [`→ ${advice}`] : []),
    ...(docs ? [docs] : []),
  ].join(' ');
}

/** Describes the subject of a line: a beta, a feature, places in the body, or the request. */
function describeSubject(decision: Decision, texts: Texts): string {
  const name = decision.beta ?? decision.feature;
  if (name !== undefined) return escapeName(name);
  if (decision.reason === 'empty-header') return 'anthropic-beta';
  return isAboutPlaces(decision) ? formatPlaces(decision, texts) : texts.request;
}

const isAboutPlaces = ({ beta, feature, at = [] }: Decision): boolean =>
  beta === undefined && feature === undefined && at.length > 0;

function formatPlaces({ at = [] }: Decision, texts: Texts): string {
  const more = at.length > MAX_SHOWN ? `, ${texts.more(at.length - MAX_SHOWN)}` : '';
  return at.slice(0, MAX_SHOWN).join(', ') + more;
}

/** Formats a beta's name. Names that a decision contains may be shown. */
export function formatName({ decisions }: BetaPlan, beta: string): string {
  return decisions.some((decision) => decision.beta === beta) ? beta : maskName(beta);
}

/** Escapes a name that may contain any character, because no header can carry it. */
function escapeName(subject: string): string {
  return /^[\w.() -]+$/.test(subject) ? subject : JSON.stringify(subject);
}

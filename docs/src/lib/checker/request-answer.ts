/** Answers for one request on every platform. */
import { type BetaPlan, type Decision, PLATFORMS } from '@beta-headers/core';
import {
  findDecisionPlaces,
  type NoneReading,
  type PlatformGuess,
  planReading,
  type ReadingPlan,
  type RequestReading,
  redactUrl,
} from '@beta-headers/reader';
import type { Gap, PlatformAnswer, RequestAnswer, TextDecision } from './answer.ts';
import { describeDecision, type TextLanguage } from './decision-text.ts';
import type { CheckFacts, RareFacts } from './facts.ts';
import { translateMasks } from './masks.ts';
import { findNeeds, findUnknownModel } from './model-facts.ts';
import { redactBetas } from './redact-betas.ts';
import { describeUnknown, findAbsent, isOpenMarker } from './value-facts.ts';

/** Options of a check. */
export interface CheckOptions {
  readonly language: TextLanguage;
  readonly facts: CheckFacts;
  /** `listNeededFacts` says which of them an answer without them needs. */
  readonly rare?: Partial<RareFacts> | undefined;
  /** Says why a text is no request, in another language than English. */
  readonly describeNone?:
    | ((reading: NoneReading) => readonly [why: string, hint: string])
    | undefined;
  /** The day on which claims with an end are looked up. */
  readonly today?: string | undefined;
  /** Parts that a shared link does not have, because its text did not have them. */
  readonly gaps?: readonly Gap[] | undefined;
}

const MAX_DECISIONS = 60;
const MAX_PLACES = 100;

/** Plans a request on each platform that takes its form. */
export function answerRequest(
  reading: RequestReading,
  options: CheckOptions,
  platform: PlatformGuess | undefined = reading.platform,
): RequestAnswer {
  const { request, api, at, unknown } = reading;
  const own = planReading(reading);
  const isShown = own !== undefined && own.from !== 'assumed';
  const shown = isShown ? own.plan.platform : platform?.guess;
  const from = platform?.from;
  const isList = reading.format === 'header';
  const unknownModel = findUnknownModel(request, options.facts);
  return {
    isList,
    method: request.method,
    path: redactUrl(request.url).slice(0, 500),
    api,
    line: at.line,
    ...(shown && { shown }),
    ...(from && { from }),
    gaps: unknown.slice(0, MAX_PLACES),
    ...(unknownModel !== undefined && { unknownModel }),
    platforms: PLATFORMS.flatMap((id) => {
      const planned = planReading(reading, { platform: id, today: options.today });
      return planned ? [toAnswer(planned, reading, unknownModel !== undefined, options)] : [];
    }),
  };
}

function toAnswer(
  { plan, verdict }: ReadingPlan,
  reading: RequestReading,
  hasUnknownModel: boolean,
  options: CheckOptions,
): PlatformAnswer {
  const { platform, changed, betas, header, decisions } = plan;
  // A list has no form of its own, so the one of the platform is shown.
  const isBodyList = reading.format === 'header' && options.facts.inBody.includes(platform);
  const doubt = findDoubt(decisions);
  const isOpen = ({ beta = '', action }: Decision): boolean =>
    action === 'sent' && isOpenMarker(beta, platform, options.facts);
  return {
    platform,
    answer: verdict === 'works' && changed ? 'changed' : verdict,
    ...(doubt && { doubt }),
    hasOpenMarkers: decisions.some(isOpen),
    isPartial: reading.unknown.length > 0 || reading.api === 'openai' || hasUnknownModel,
    betas: betas.slice(0, MAX_DECISIONS).map((beta) => maskBeta(beta, options.language)),
    inBody: betas.length > 0 && (header === undefined || isBodyList),
    decisions: decisions
      .slice(0, MAX_DECISIONS)
      .map((decision) => toTextDecision(decision, plan, reading, options)),
    more: Math.max(0, decisions.length - MAX_DECISIONS),
  };
}

/** Hides a value that may be a key, as the engine does in its texts. */
const maskBeta = (beta: string, language: TextLanguage): string =>
  redactBetas([beta]).length > 0 ? beta : translateMasks(`(${beta.length} characters)`, language);

/** Finds the worst confidence that the reader of an answer should know about. */
function findDoubt(decisions: readonly Decision[]): 'low' | 'disputed' | undefined {
  const all = decisions.map(({ confidence }) => confidence);
  if (all.includes('disputed')) return 'disputed';
  return all.includes('low') ? 'low' : undefined;
}

function toTextDecision(
  decision: Decision,
  plan: BetaPlan,
  reading: RequestReading,
  { language, facts, rare }: CheckOptions,
): TextDecision {
  const { action, reason, confidence, beta, feature, fix } = decision;
  return {
    action,
    reason,
    ...(beta !== undefined && { beta: translateMasks(beta, language) }),
    ...(feature !== undefined && { feature }),
    text: translateMasks(describeDecision(plan, decision, language, rare?.fixes), language),
    ...(fix !== undefined && { fix }),
    ...(confidence && { confidence }),
    places: findDecisionPlaces(decision, reading).slice(0, MAX_PLACES),
    ...(reason === 'unknown-beta' &&
      describeUnknown(decision, plan.platform, facts, rare?.notBetas)),
    ...(action === 'sent' &&
      isOpenMarker(beta ?? '', plan.platform, facts) && { isOpenMarker: true as const }),
    ...findAbsent(decision, plan.platform, facts),
    ...findNeeds(decision, plan.platform, reading.request, facts),
  };
}

/** Checks a text on every platform. The answer is plain data, because a worker sends it. */
import {
  type Action,
  type BetaPlan,
  type Confidence,
  type Decision,
  PLATFORMS,
  type Platform,
  type Reason,
} from '@beta-headers/core';
import { MESSAGES_PATH, readRoute } from '@beta-headers/grammar';
import {
  type classifyErrorText,
  type classifyLog,
  type ErrorInfo,
  type ErrorReading,
  findDecisionPlaces,
  type LogReading,
  type NoneReading,
  type Place,
  type PlatformGuess,
  planReading,
  type Reading,
  type ReadingPlan,
  type RequestReading,
  redactUrl,
  type UnknownPart,
} from '@beta-headers/reader';
import { describeDecision, type TextLanguage } from './decision-text.ts';
import type { CheckFacts, InsteadFact, Need, RareFacts } from './facts.ts';
import { findNeeds, findUnknownModel } from './model-facts.ts';
import { redactBetas } from './redact-betas.ts';
import { describeUnknown, findAbsent, isOpenMarker } from './value-facts.ts';

/** The answer for one platform: the engine's verdict; `changed` works after a change. */
export type Answer = 'works' | 'changed' | 'refused' | 'unverified';

/** A decision in words. */
export interface TextDecision {
  readonly action: Action;
  readonly reason: Reason;
  readonly beta?: string;
  readonly feature?: string;
  readonly text: string;
  /** The code of an advice, which the text has at its end. */
  readonly fix?: string;
  readonly confidence?: Confidence;
  readonly places: readonly Place[];
  /** The beta that may have been meant. */
  readonly meant?: string;
  /** A note about a value that is no beta. */
  readonly note?: string;
  /** The platform answers an unknown value with 400. */
  readonly isRefusedUnknown?: true;
  /** A marker of a client, of which it is unknown if the platform accepts it. */
  readonly isOpenMarker?: true;
  /** The feature of the beta, which the platform does not have. */
  readonly absent?: string;
  /** The values that the platform wants for the features of this one, if a request uses them. */
  readonly instead?: readonly InsteadFact[];
  /** The access that an organization needs for the feature there. */
  readonly needs?: readonly Need[];
}

/** The answer for one platform. */
export interface PlatformAnswer {
  readonly platform: Platform;
  readonly answer: Answer;
  /** The lowest confidence of what the answer depends on, if it is not high or medium. */
  readonly doubt?: 'low' | 'disputed';
  /** The request has markers of a client, and it is unknown if the platform accepts them. */
  readonly hasOpenMarkers: boolean;
  /** The text does not have all parts of the request. */
  readonly isPartial: boolean;
  readonly betas: readonly string[];
  /** The betas go into the body there. */
  readonly inBody: boolean;
  readonly decisions: readonly TextDecision[];
  /** The number of decisions that are left out. */
  readonly more: number;
}

/** The answers for one request, or for a list of betas alone. */
export interface RequestAnswer {
  readonly isList: boolean;
  readonly method: string;
  readonly path: string;
  readonly api: RequestReading['api'];
  readonly line: number;
  /** The platform that the text shows. */
  readonly shown?: Platform;
  readonly from?: PlatformGuess['from'];
  readonly gaps: readonly UnknownPart[];
  /** The model, if the manifest has none of this name. */
  readonly unknownModel?: string;
  /** In the order of the manifest, without platforms that need another form of the body. */
  readonly platforms: readonly PlatformAnswer[];
}

/** The meaning of an error. */
export interface ErrorAnswer {
  readonly info?: ErrorInfo;
  /** The platforms that answer with this error. Empty if the Claude API does too. */
  readonly answeredBy: readonly Platform[];
  readonly status?: number;
  readonly line: number;
}

/** A part of the request whose value is not known, without its place. */
export type Gap = Pick<UnknownPart, 'part' | 'why'>;

/** The answer for a text. */
export interface CheckAnswer {
  readonly kind: Reading['kind'];
  readonly requests: readonly RequestAnswer[];
  /** The number of requests that are not shown. */
  readonly more: number;
  /** The number of requests that go elsewhere. */
  readonly others: number;
  readonly error?: ErrorAnswer;
  readonly none?: { readonly why: string; readonly hint: string; readonly at?: Place };
}

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

const MAX_REQUESTS = 20;
const MAX_DECISIONS = 60;
const MAX_PLACES = 100;

/** The classifier of the reader. Only errors need it, so it is loaded for them. */
export interface Classifier {
  readonly classifyErrorText: typeof classifyErrorText;
  readonly classifyLog: typeof classifyLog;
}

/** Tests if the answer for a reading needs the classifier. */
export const hasError = (reading: Reading): boolean =>
  reading.kind === 'error' || (reading.kind === 'log' && reading.error !== undefined);

/** Lists the rare facts for an answer: why a value is no beta, and the advice for a refusal. */
export function listNeededFacts({ requests }: CheckAnswer): ('notBetas' | 'fixes')[] {
  const platforms = requests.flatMap((one) => one.platforms);
  const decisions = platforms.flatMap((one) => one.decisions);
  return [
    ...(decisions.some(({ reason }) => reason === 'unknown-beta') ? (['notBetas'] as const) : []),
    ...(decisions.some(({ fix }) => fix !== undefined) ? (['fixes'] as const) : []),
  ];
}

/** Answers for a text that was read. `classifier` is needed if the reading has an error. */
export function checkReading(
  reading: Reading,
  options: CheckOptions,
  classifier?: Classifier,
): CheckAnswer {
  const answer = { kind: reading.kind, requests: [], more: 0, others: 0 };
  switch (reading.kind) {
    case 'request':
      return { ...answer, requests: [answerRequest(addGaps(reading, options.gaps), options)] };
    case 'requests': {
      const { requests, more, others } = reading;
      const shown = requests.slice(0, MAX_REQUESTS);
      return {
        ...answer,
        requests: shown.map((one) => answerRequest(addGaps(one), options)),
        more: more + requests.length - shown.length,
        others,
      };
    }
    case 'betas':
      return { ...answer, requests: [answerList(reading.betas, reading.platform, options)] };
    case 'error': {
      const info = classifier?.classifyErrorText(reading, { language: options.language });
      const error = toError(reading, info, options.facts);
      return { ...answer, error, requests: answerNamed(info, reading, options) };
    }
    case 'log':
      return { ...answer, ...answerLog(reading, options, classifier) };
    case 'none': {
      const { why, hint, at } = reading;
      const [reason, advice] = options.describeNone?.(reading) ?? [why, hint];
      return { ...answer, none: { why: reason, hint: advice, ...(at && { at }) } };
    }
  }
}

/** Adds the gaps of a shared request, and a model that its body does not have. */
function addGaps(reading: RequestReading, gaps: readonly Gap[] = []): RequestReading {
  const { request, unknown } = reading;
  const { params, form } = readRoute(request.method, request.url);
  const { body } = request;
  const isBody = typeof body === 'object' && body !== null && !Array.isArray(body);
  const isKnown = [...unknown, ...gaps].some(({ part }) => /^\/?model$/.test(part));
  const lacksModel =
    params === 'body' && form === 'api' && isBody && !('model' in body) && !isKnown;
  const missing: Gap[] = lacksModel ? [{ part: 'model', why: 'missing' }] : [];
  return { ...reading, unknown: [...unknown, ...gaps, ...missing] };
}

function answerLog(
  { request, betas, error, platform }: LogReading,
  options: CheckOptions,
  classifier: Classifier | undefined,
): Pick<CheckAnswer, 'requests' | 'error'> {
  const guess = platform ?? error?.platform;
  const info = error && classifier?.classifyLog({ request, betas } as LogReading, error, options);
  const requests = request
    ? [answerRequest(addGaps(request), options, guess)]
    : betas.length > 0
      ? [answerList(betas, guess, options)]
      : error
        ? answerNamed(info, error, options)
        : [];
  return { requests, ...(error && { error: toError(error, info, options.facts) }) };
}

function toError(
  { status, at }: ErrorReading,
  info: ErrorInfo | undefined,
  { answeredBy }: CheckFacts,
): ErrorAnswer {
  const row = info?.row ?? '';
  return {
    ...(info && { info }),
    answeredBy: info?.platform
      ? [info.platform]
      : (Object.hasOwn(answeredBy, row) && answeredBy[row]) || [],
    ...(status !== undefined && { status }),
    line: at.line,
  };
}

/** Plans the values that an error names, because another platform may take them. */
function answerNamed(
  info: ErrorInfo | undefined,
  { at, platform, sent = [] }: ErrorReading,
  options: CheckOptions,
): RequestAnswer[] {
  const names = sent.length > 0 ? sent : info?.kind === 'unsupported' ? info.betas : [];
  if (names.length === 0) return [];
  const guess = platform ?? (info?.platform && { guess: info.platform, from: 'id' as const });
  return [
    answerList(
      names.map((beta) => ({ beta, at })),
      guess,
      options,
    ),
  ];
}

interface ListedBeta {
  readonly beta: string;
  readonly at: Place;
}

/** Plans a list as the header of a request without a body. */
function answerList(
  betas: readonly ListedBeta[],
  platform: PlatformGuess | undefined,
  options: CheckOptions,
): RequestAnswer {
  const at = betas[0]?.at ?? { start: 0, end: 0, line: 1, column: 1 };
  const header = betas.map(({ beta }) => beta).join(',');
  const reading: RequestReading = {
    kind: 'request',
    format: 'header',
    api: 'messages',
    request: { method: 'POST', url: MESSAGES_PATH, headers: [['anthropic-beta', header]] },
    ...(platform && { platform }),
    at,
    betas: betas.map((one) => ({ ...one, in: 'header' })),
    unknown: [],
    place: () => undefined,
  };
  return answerRequest(reading, options);
}

function answerRequest(
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
    betas: betas.slice(0, MAX_DECISIONS).map(maskBeta),
    inBody: betas.length > 0 && (header === undefined || isBodyList),
    decisions: decisions
      .slice(0, MAX_DECISIONS)
      .map((decision) => toTextDecision(decision, plan, reading, options)),
    more: Math.max(0, decisions.length - MAX_DECISIONS),
  };
}

/** Hides a value that may be a key, as the engine does in its texts. */
const maskBeta = (beta: string): string =>
  redactBetas([beta]).length > 0 ? beta : `(${beta.length} characters)`;

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
    ...(beta !== undefined && { beta }),
    ...(feature !== undefined && { feature }),
    text: describeDecision(plan, decision, language, rare?.fixes),
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

/** Answers for a text: a request, a list of betas, an error or a log. */
import { MESSAGES_PATH, readRoute } from '@beta-headers/grammar';
import type {
  classifyErrorText,
  classifyLog,
  ErrorInfo,
  ErrorReading,
  LogReading,
  Place,
  PlatformGuess,
  Reading,
  RequestReading,
} from '@beta-headers/reader';
import type { CheckAnswer, ErrorAnswer, Gap, RequestAnswer } from './answer.ts';
import type { TextLanguage } from './decision-text.ts';
import { translateMasks } from './masks.ts';
import { answerRequest, type CheckOptions } from './request-answer.ts';

const MAX_REQUESTS = 20;

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
      const error = toError(reading, info, options);
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
  return { requests, ...(error && { error: toError(error, info, options) }) };
}

function toError(
  { status, at }: ErrorReading,
  info: ErrorInfo | undefined,
  { facts: { answeredBy }, language }: CheckOptions,
): ErrorAnswer {
  const row = info?.row ?? '';
  return {
    ...(info && { info: translateInfo(info, language) }),
    answeredBy: info?.platform
      ? [info.platform]
      : (Object.hasOwn(answeredBy, row) && answeredBy[row]) || [],
    ...(status !== undefined && { status }),
    line: at.line,
  };
}

/** Writes the marks of hidden values in the language of the page. */
function translateInfo(info: ErrorInfo, language: TextLanguage): ErrorInfo {
  const translate = (text: string): string => translateMasks(text, language);
  const { advice, betas, suspects } = info;
  return {
    ...info,
    advice: translate(advice),
    betas: betas.map(translate),
    suspects: suspects.map(translate),
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

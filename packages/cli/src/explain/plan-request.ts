/** Plans a request that was read from a text, for one platform or for all. */
import {
  type BetaPlan,
  type BetaRequest,
  type Decision,
  explain,
  type Mode,
  PLATFORMS,
  type Platform,
  plan,
} from '@beta-headers/core';
import { readRoute } from '@beta-headers/grammar';
import type { Place, RequestReading } from '@beta-headers/reader';
import type { DecisionOutput, PlanOutput, RequestOutput } from '../schema/explain.ts';
import type { PlaceOutput } from '../schema/parts.ts';
import { toCanonical } from './canonical-request.ts';
import { correctRequest } from './correct.ts';
import { redactUrl } from './redact.ts';

/** Options of an explanation. */
export interface ExplainSettings {
  readonly platform?: Platform | 'all' | undefined;
  readonly mode?: Mode | undefined;
  readonly language: 'en' | 'id';
  readonly today: string;
}

/** Plans a request for the platforms that are requested. */
export function planReading(reading: RequestReading, settings: ExplainSettings): RequestOutput {
  const { request, format, api, at, unknown } = reading;
  const platforms = settings.platform === 'all' ? PLATFORMS : [settings.platform];
  const plans = platforms.flatMap((platform) => planOn(reading, platform, settings) ?? []);
  const isAssumed = plans.some(({ platformFrom }) => platformFrom === 'assumed');
  const byPlatform = isAssumed ? answerByPlatform(reading, settings) : undefined;
  const isHopeless = byPlatform?.every(({ answer }) => answer === 'refused') ?? false;
  return {
    format,
    api,
    method: request.method,
    url: redactUrl(request.url),
    at: toPlace(at),
    unknown: unknown.map(({ part, why, at: where }) => ({
      part,
      why,
      ...(where && { at: toPlace(where) }),
    })),
    plans: isHopeless ? planRefused(reading, settings) : plans,
    ...(byPlatform && { byPlatform }),
  };
}

/**
 * Plans a request that every platform refuses. The engine refuses nothing on a platform that is
 * assumed, so the reason is the one of the Claude API.
 */
function planRefused(reading: RequestReading, settings: ExplainSettings): PlanOutput[] {
  const planned = planOn(reading, 'claude-api', settings);
  return planned ? [{ ...planned, platformFrom: 'assumed' }] : [];
}

/** Answers for every platform in one word each. */
function answerByPlatform(
  reading: RequestReading,
  settings: ExplainSettings,
): NonNullable<RequestOutput['byPlatform']> {
  return PLATFORMS.flatMap((platform) => {
    const planned = planOn(reading, platform, settings);
    if (!planned) return [];
    const { verdict, changed } = planned;
    return [{ platform, answer: verdict === 'works' && changed ? 'changed' : verdict }];
  });
}

/** Copies a place without other keys. */
export const toPlace = ({ line, column, start, end }: Place): PlaceOutput => ({
  line,
  column,
  start,
  end,
});

function planOn(
  reading: RequestReading,
  requested: Platform | undefined,
  settings: ExplainSettings,
): PlanOutput | undefined {
  const { platform: guess } = reading;
  const own = plan(reading.request, {});
  const isDetected = own.platformFrom !== 'assumed';
  const platform = requested ?? (isDetected ? undefined : guess?.guess);
  // A question about another platform is not about the address in the text.
  const isElsewhere = requested !== undefined && isDetected && requested !== own.platform;
  const request: BetaRequest | undefined = isElsewhere
    ? toCanonical(reading.request)
    : reading.request;
  if (!request) return undefined;
  const planned = plan(request, { platform, mode: settings.mode, today: settings.today });
  const { changed, header } = planned;
  const betas = listShownBetas(planned);
  // The reader writes a path for a body without one, by what it found there.
  const isWritten = !isDetected || reading.urlAt === undefined;
  const isGuess = guess !== undefined && guess.guess === planned.platform;
  const from = requested === undefined && isWritten && isGuess ? guess.from : undefined;
  const verdict =
    planned.verdict === 'works' && hidesFeatures({ ...reading.request, unknown: reading.unknown })
      ? 'unverified'
      : planned.verdict;
  return {
    platform: planned.platform,
    platformFrom: from ?? planned.platformFrom,
    verdict,
    changed,
    betas,
    ...(header !== undefined && { header: betas.join(',') }),
    decisions: describeDecisions(planned, reading, settings),
    ...(changed && verdict !== 'refused' && { corrected: correctRequest(request, planned, betas) }),
  };
}

/** Lists the betas to send. The engine hides a value that may be a key in its explanation. */
function listShownBetas(planned: BetaPlan): string[] {
  if (planned.betas.length === 0) return [];
  const [, line = ''] = explain(planned).split('\n', 2);
  return line.replace(/^anthropic-beta: (?:\(in the body\) )?/, '').split(',');
}

/** Parts of a body that hold no feature of their own, or only texts. */
const HARMLESS =
  /^\/(?:model|max_tokens|system|messages|metadata|stop_sequences|temperature|top_[kp]|stream)(?:\/|$)/;

/** Fields of a tool or a server that are texts, or describe the caller's own function. */
const HARMLESS_FIELD = /\/(?:name|description|url|authorization_token|id|input_schema(?:\/.+)?)$/;

/**
 * Tests if a part that the text does not have may use a feature or send a beta. Then the request
 * may need more than what is seen.
 */
export function hidesFeatures({ unknown, method, url }: SeenRequest): boolean {
  // A form that uploads a file has no parameters of a message.
  const hasParams = readRoute(method, url).params !== 'none';
  return unknown.some(({ part }) => {
    if (part.startsWith('/')) return !HARMLESS.test(part) && !HARMLESS_FIELD.test(part);
    return (part === 'body' && hasParams) || part === 'headers' || part === 'header:anthropic-beta';
  });
}

/** The part of a request by which its gaps are judged. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly unknown: readonly { readonly part: string }[];
}

function describeDecisions(
  planned: BetaPlan,
  reading: RequestReading,
  { language }: ExplainSettings,
): DecisionOutput[] {
  // The first two lines are the verdict and the header.
  const lines = explain(planned, { language }).split('\n').slice(2);
  return planned.decisions.map((decision, i) => {
    const { at, ...others } = decision;
    return {
      ...others,
      ...(at && { at: [...at] }),
      text: lines[i] ?? '',
      places: findPlaces(decision, reading),
    };
  });
}

/** Finds the places of a decision: its places in the body, else the value that was sent. */
function findPlaces({ at = [], beta }: Decision, reading: RequestReading): PlaceOutput[] {
  const inBody = at.flatMap((pointer) => reading.place(pointer) ?? []);
  const sent = inBody.length > 0 ? [] : reading.betas.filter((one) => one.beta === beta);
  return [...inBody, ...sent.map((one) => one.at)].map(toPlace);
}

/** Plans a request that was read from a text. */
import {
  type BetaPlan,
  type BetaRequest,
  type Decision,
  type PlanOptions,
  type Platform,
  plan,
  type Verdict,
} from '@beta-headers/core';
import type { Place, PlatformGuess, RequestReading } from '../types.ts';
import { toCanonical } from './canonical-request.ts';
import { hidesFeatures } from './hidden-features.ts';

/** Options of `planReading`. */
export interface PlanReadingOptions extends Pick<PlanOptions, 'mode' | 'policy' | 'today'> {
  /** The platform in question. Default: the one that the text shows. */
  readonly platform?: Platform | undefined;
}

/** The plan for a request in a text. */
export interface ReadingPlan {
  readonly plan: BetaPlan;
  /** The request that was planned: as in the text, or in the form of the Claude API. */
  readonly request: BetaRequest;
  /** The origin of the platform. */
  readonly from: BetaPlan['platformFrom'] | PlatformGuess['from'];
  /** The plan's verdict; `unverified` if the text does not have all of what it depends on. */
  readonly verdict: Verdict;
}

/**
 * Plans a request for the platform that its text shows, or for another one. Returns `undefined` if
 * the request has a form that the platform in question does not have.
 */
export function planReading(
  reading: RequestReading,
  { platform: requested, ...options }: PlanReadingOptions = {},
): ReadingPlan | undefined {
  const { platform: guess, urlAt } = reading;
  const own = plan(reading.request, {});
  const isDetected = own.platformFrom !== 'assumed';
  const platform = requested ?? (isDetected ? undefined : guess?.guess);
  // The address in the text says nothing about another platform.
  const isElsewhere = requested !== undefined && isDetected && requested !== own.platform;
  const request: BetaRequest | undefined = isElsewhere
    ? toCanonical(reading.request)
    : reading.request;
  if (!request) return undefined;
  const settings = { ...options, platform };
  const first = plan(request, settings);
  const isGateway = reading.api === 'openai' && !isDetected && urlAt !== undefined;
  const isTranslated = isGateway && lacksEndpoint(first);
  const planned = isTranslated ? plan({ ...request, url: TRANSLATED_PATH }, settings) : first;
  // The reader writes a path for a body without one, by what it found there.
  const isWritten = !isDetected || urlAt === undefined;
  const isGuess = guess !== undefined && guess.guess === planned.platform;
  const from = requested === undefined && isWritten && isGuess ? guess.from : undefined;
  return {
    plan: planned,
    request,
    from: from ?? planned.platformFrom,
    verdict: planned.verdict === 'works' && isOpen(reading) ? 'unverified' : planned.verdict,
  };
}

/** A path of gateways, of which no platform is known to have it or to lack it. */
const TRANSLATED_PATH = '/chat/completions';

/** A gateway translates the form of OpenAI, so the platform behind it needs no endpoint for it. */
const lacksEndpoint = ({ decisions }: BetaPlan): boolean =>
  decisions.some(({ reason, action }) => reason === 'endpoint-unavailable' && action === 'refused');

/** A gateway that takes the form of OpenAI makes the request itself. */
const isOpen = ({ api, request, unknown }: RequestReading): boolean =>
  api === 'openai' || hidesFeatures({ ...request, unknown });

/** Finds the places of a decision: its places in the body, else the value that was sent. */
export function findDecisionPlaces(
  { at = [], beta }: Pick<Decision, 'at' | 'beta'>,
  reading: RequestReading,
): Place[] {
  const inBody = at.flatMap((pointer) => reading.place(pointer) ?? []);
  const sent = inBody.length > 0 ? [] : reading.betas.filter((one) => one.beta === beta);
  return [...inBody, ...sent.map((one) => one.at)];
}

/** Plans a request that was read from a text, for one platform or for all. */
import { type BetaPlan, explain, type Mode, PLATFORMS, type Platform } from '@beta-headers/core';
import {
  findDecisionPlaces,
  type Place,
  planReading,
  type RequestReading,
  redactUrl,
} from '@beta-headers/reader';
import type { DecisionOutput, PlanOutput, RequestOutput } from '../schema/explain.ts';
import type { PlaceOutput } from '../schema/parts.ts';
import { correctRequest } from './correct.ts';

/** Options of an explanation. */
export interface ExplainSettings {
  readonly platform?: Platform | 'all' | undefined;
  readonly mode?: Mode | undefined;
  readonly language: 'en' | 'id';
  readonly today: string;
}

/** Plans a request for the platforms that are requested. */
export function explainRequest(reading: RequestReading, settings: ExplainSettings): RequestOutput {
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
  platform: Platform | undefined,
  settings: ExplainSettings,
): PlanOutput | undefined {
  const { mode, today } = settings;
  const result = planReading(reading, { platform, mode, today });
  if (!result) return undefined;
  const { plan: planned, request, from, verdict } = result;
  const { changed, header } = planned;
  const betas = listShownBetas(planned);
  return {
    platform: planned.platform,
    platformFrom: from,
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
      places: findDecisionPlaces(decision, reading).map(toPlace),
    };
  });
}

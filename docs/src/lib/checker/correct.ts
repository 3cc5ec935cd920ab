/** Corrects a request for one platform, and leaves out its secrets and texts. */
import { type BetaPlan, type Platform, plan } from '@beta-headers/core';
import { readRoute } from '@beta-headers/grammar';
import { type Reading, type RequestReading, readText, toCanonical } from '@beta-headers/reader';
import type { CodeRequest } from '../code/index.ts';
import { redactRequest } from './redact.ts';
import { redactBetas } from './redact-betas.ts';

/** The corrected request for one platform, or the reason why there is none. */
export interface Correction {
  readonly platform: Platform;
  /** The request to write as code. */
  readonly request?: CodeRequest;
  /** Features and betas that were removed because the platform does not have them. */
  readonly stripped: readonly string[];
  readonly without?: 'refused' | 'too-long' | 'partial' | 'form' | 'openai';
  readonly betas: readonly string[];
  /** The number of texts and secrets that the code does not have. */
  readonly replaced: number;
}

/** The request of a text to correct, and its platform. */
export interface CorrectOptions {
  readonly platform: Platform;
  /** The request, if the text has several. */
  readonly index: number;
  readonly words: readonly string[];
  readonly today?: string | undefined;
}

/** The length up to which a request is written as code. */
const MAX_SAMPLE = 100_000;
const MAX_NAMES = 60;

/** Corrects a request of a text. Returns nothing if the text has no request. */
export function correct(text: string, options: CorrectOptions): Correction | undefined {
  return correctReading(readText(text), options, text.length);
}

/** Corrects a request of a text that was read. `length` is the one of the text. */
export function correctReading(
  reading: Reading,
  options: CorrectOptions,
  length: number,
): Correction | undefined {
  const request = findRequest(reading, options.index);
  return request && correctRequest(request, options, length);
}

function findRequest(reading: Reading, index: number): RequestReading | undefined {
  if (reading.kind === 'request') return reading;
  if (reading.kind === 'requests') return reading.requests[index];
  return reading.kind === 'log' ? reading.request : undefined;
}

/** If the request would be refused, removes what the platform does not have. */
function correctRequest(
  { request: given, api, unknown }: RequestReading,
  { platform, words, today }: CorrectOptions,
  length: number,
): Correction | undefined {
  const isConverse = readRoute(given.method, given.url).form === 'converse';
  const request = isConverse ? given : toCanonical(given);
  const nothing = { platform, stripped: [], betas: [], replaced: 0 };
  if (api === 'openai') return { ...nothing, without: 'openai' };
  if (!request || (isConverse && platform !== 'bedrock-converse'))
    return { ...nothing, without: 'form' };
  const first = plan(request, { platform, today });
  const answer =
    first.verdict === 'refused'
      ? plan(request, { platform, today, policy: { unavailable: 'strip' } })
      : first;
  const isRefused = answer.verdict === 'refused';
  const body = answer.body ?? request.body;
  const stripped = listNames(isRefused ? first : answer, isRefused ? ['refused'] : CUTS);
  const left = { ...request, headers: [], body };
  const needed = isRefused ? [] : plan(left, { platform, today }).betas;
  const betas = redactBetas(answer.betas.filter((beta) => !isLeftOver(beta, answer, needed)));
  const about = { platform, stripped, betas: betas.slice(0, MAX_NAMES), replaced: 0 };
  if (isRefused) return { ...about, without: 'refused' };
  if (unknown.some(({ part }) => part === 'body' || part === 'url' || part === 'headers'))
    return { ...about, without: 'partial' };
  if (length > MAX_SAMPLE) return { ...about, without: 'too-long' };
  const { request: safe, replaced } = redactRequest(
    { method: request.method, url: request.url, headers: [], ...(body !== undefined && { body }) },
    words,
  );
  const { method, path } = safe;
  const corrected: CodeRequest = {
    platform,
    method,
    path,
    betas,
    ...(safe.body !== undefined && { body: safe.body }),
  };
  return { ...about, replaced, request: corrected };
}

/** Tests if a beta was sent for a feature that was removed, and nothing else needs it. */
function isLeftOver(beta: string, { decisions }: BetaPlan, needed: readonly string[]): boolean {
  const feature = decisions.find((one) => one.beta === beta)?.feature;
  const isCut = decisions.some((one) => one.action === 'stripped' && one.feature === feature);
  return feature !== undefined && isCut && !needed.includes(beta);
}

const CUTS: readonly string[] = ['stripped', 'substituted'];

/** Lists the subjects of decisions with one of these actions. */
function listNames({ decisions }: BetaPlan, actions: readonly string[]): string[] {
  const names = decisions.flatMap(({ action, feature, beta }) =>
    actions.includes(action) ? (feature ?? beta ?? []) : [],
  );
  return [...new Set(names)].slice(0, MAX_NAMES);
}

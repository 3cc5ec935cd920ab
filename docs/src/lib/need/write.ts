/** Lists what is written on each platform: the place of the value, and samples. */
import { isPlatform } from '@beta-headers/core';
import { HOME } from '@beta-headers/manifest';
import type { CatalogBeta, CatalogFeature } from '../catalog.ts';
import { CODE_LANGUAGES, type CodeLanguage, GRAMMARS, writeCode } from '../code/index.ts';
import { listSamples, type Sample } from '../samples.ts';
import type { Need } from './answer.ts';
import type { Answer, PlatformAnswer } from './placement.ts';

/** A request in one language, as it was written with the old value and as it is written today. */
export interface WrittenSample {
  readonly language: CodeLanguage;
  readonly grammar: (typeof GRAMMARS)[CodeLanguage];
  readonly before?: string | undefined;
  readonly now: string;
}

/** A request in the languages that have a form for it. */
export interface WrittenRequest {
  readonly languages: readonly WrittenSample[];
  /** Sources disagree on whether it works. */
  readonly disputed: boolean;
}

/** The writing for one platform. */
export interface Writing {
  readonly answer: PlatformAnswer;
  readonly requests: readonly WrittenRequest[];
}

/** The answers of platforms where the feature can be used, or a sample shows how it is left out. */
const WRITTEN: readonly Answer[] = ['send', 'instead', 'no-header', 'leave-out'];

/** On other platforms the rest is written as on the Claude API, and would weigh too much. */
const SHORT_LIST: readonly CodeLanguage[] = ['typescript', 'python', 'boto3'];

/**
 * Lists the platforms where the feature can be used, with what is written there. Those that want a
 * value of its own come first: the page of a value for Bedrock alone begins with Bedrock.
 */
export function listWritings(need: Need, subject: CatalogBeta | CatalogFeature): Writing[] {
  const writings = need.platforms
    .filter(({ answer }) => WRITTEN.includes(answer))
    .map((answer) => ({ answer, requests: listRequests(subject, answer) }))
    .filter(({ answer, requests }) => answer.answer !== 'leave-out' || requests.length > 0);
  const isCurrent = need.stage === 'beta' || need.stage === 'preview';
  const rank = ({ answer }: Writing): number => (answer.answer === 'send' ? 0 : 1);
  return isCurrent ? writings.sort((a, b) => rank(a) - rank(b)) : writings;
}

function listRequests(
  subject: CatalogBeta | CatalogFeature,
  { platform }: PlatformAnswer,
): WrittenRequest[] {
  if (!isPlatform(platform)) return [];
  const languages = platform === HOME ? CODE_LANGUAGES : SHORT_LIST;
  return listSamples(subject, platform)
    .map((sample) => ({
      languages: languages.flatMap((language) => writeIn(sample, language) ?? []),
      disputed: sample.disputed === true,
    }))
    .filter((request) => request.languages.length > 0);
}

function writeIn({ before, now }: Sample, language: CodeLanguage): WrittenSample | undefined {
  const code = writeCode(now, language);
  return code === undefined
    ? undefined
    : {
        language,
        grammar: GRAMMARS[language],
        before: before && writeCode(before, language),
        now: code,
      };
}

/** Lists what is written on each platform: the place of the value, and samples. */
import type { CatalogBeta } from '../catalog.ts';
import type { CodeLanguage } from '../highlight.ts';
import { SAMPLE_LANGUAGES } from '../sample-languages.ts';
import { highlightAs, writeSample } from '../sample-text.ts';
import { makeSampleRequest } from '../samples.ts';
import type { Need } from './answer.ts';
import type { Answer, PlatformAnswer } from './placement.ts';

/** A request in one language, as it was written with the old value and as it is written today. */
export interface WrittenSample {
  readonly label: string;
  readonly language: CodeLanguage;
  readonly before?: string | undefined;
  readonly now: string;
}

/** What is written on one platform. */
export interface Writing {
  readonly answer: PlatformAnswer;
  readonly samples: readonly WrittenSample[];
}

/** The answers of platforms where the feature can be used. */
const WRITTEN: readonly Answer[] = ['send', 'instead', 'no-header'];

/** Lists the platforms where the feature can be used, with what is written there. */
export const listWritings = (need: Need, beta: CatalogBeta): Writing[] =>
  need.platforms
    .filter(({ answer }) => WRITTEN.includes(answer))
    .map((answer) => ({ answer, samples: listSamples(beta, answer) }));

function listSamples(beta: CatalogBeta, { platform }: PlatformAnswer): WrittenSample[] {
  const request = platform === 'claude-api' ? makeSampleRequest(beta) : undefined;
  if (!request) return [];
  return SAMPLE_LANGUAGES.map((language) => ({
    label: language,
    language: highlightAs[language],
    now: writeSample(request, language),
  }));
}

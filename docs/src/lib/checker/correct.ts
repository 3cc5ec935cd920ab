/** Corrects a request for one platform, and writes it as code. */
import { type BetaPlan, type Platform, plan } from '@beta-headers/core';
import { CODE_LANGUAGES, type CodeLanguage, writeCode } from '../code/index.ts';
import type { ReadRequest } from './read.ts';

/** The corrected request for one platform, or the reason why there is none. */
export interface Correction {
  readonly platform: Platform;
  /** In the languages that have a form for the request. */
  readonly samples?: { readonly [language in CodeLanguage]?: string };
  /** Features and betas that were removed because the platform does not have them. */
  readonly stripped: readonly string[];
  readonly without?: 'refused' | 'too-long';
  readonly betas: readonly string[];
}

/** The length up to which a request is written as code. */
const MAX_SAMPLE = 100_000;
const MAX_NAMES = 60;

/** Corrects a request. If it would be refused, removes what the platform does not have. */
export function correct(
  request: ReadRequest['request'],
  platform: Platform,
  today: string | undefined,
  length: number,
): Correction {
  const first = plan(request, { platform, today });
  const answer =
    first.verdict === 'refused'
      ? plan(request, { platform, today, policy: { unavailable: 'strip' } })
      : first;
  const isRefused = answer.verdict === 'refused';
  const about = {
    platform,
    stripped: listNames(isRefused ? first : answer, isRefused ? ['refused'] : CUTS),
    betas: answer.betas.slice(0, MAX_NAMES),
  };
  if (isRefused) return { ...about, without: 'refused' };
  if (length > MAX_SAMPLE) return { ...about, without: 'too-long' };
  const { method, url, model } = request;
  const body = answer.body ?? request.body;
  const one = { platform, method, path: url, model, body, betas: answer.betas };
  try {
    const samples = Object.fromEntries(
      CODE_LANGUAGES.flatMap((language) => {
        const code = writeCode(one, language);
        return code === undefined ? [] : [[language, code]];
      }),
    );
    return { ...about, samples };
  } catch {
    // The body nests too deeply for the stack.
    return { ...about, without: 'too-long' };
  }
}

const CUTS: readonly string[] = ['stripped', 'substituted'];

/** Lists the subjects of decisions with one of these actions. */
function listNames({ decisions }: BetaPlan, actions: readonly string[]): string[] {
  const names = decisions.flatMap(({ action, feature, beta }) =>
    actions.includes(action) ? (feature ?? beta ?? []) : [],
  );
  return [...new Set(names)].slice(0, MAX_NAMES);
}

/** Checks a request on every platform. The answer is plain data, because a worker sends it. */
import {
  type Action,
  type BetaPlan,
  PLATFORMS,
  type Platform,
  plan,
  type Verdict,
} from '@beta-headers/core';
import { canonicalize, findPlatform } from './canonicalize.ts';
import { type Correction, correct } from './correct.ts';
import { describeDecision, type TextLanguage } from './decision-text.ts';
import { type Place, Places } from './places.ts';
import { type Beside, type Problem, readRequest } from './read.ts';

/** A decision in words, with the numbers of its places. */
export interface TextDecision {
  readonly action: Action;
  readonly text: string;
  readonly places: readonly number[];
}
/** The plan for one platform. */
export interface PlatformAnswer {
  readonly platform: Platform;
  /** The engine's verdict; `changed` is one that works after a change. */
  readonly verdict: Verdict | 'changed';
  readonly betas: readonly string[];
  /** The betas go into the body there. */
  readonly inBody: boolean;
  readonly decisions: readonly TextDecision[];
  /** The number of decisions that are left out. */
  readonly more: number;
}
export type CheckAnswer =
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'problem' } & Problem)
  | {
      readonly kind: 'checked';
      readonly method: string;
      readonly path: string;
      /** The platform that the address belongs to. */
      readonly addressed?: string | undefined;
      readonly platforms: readonly PlatformAnswer[];
      readonly places: readonly Place[];
      readonly correction: Correction;
    };

/** Options of a check. */
export interface CheckOptions {
  /** The platform of the corrected request. */
  readonly platform: Platform;
  readonly language: TextLanguage;
  /** The day on which claims with an end are looked up. */
  readonly today?: string | undefined;
}

const MAX_DECISIONS = 60;

/** Plans the request on every platform. */
export function check(text: string, beside: Beside, options: CheckOptions): CheckAnswer {
  const read = readRequest(text, beside);
  if (read.kind !== 'request') return read;
  const { platform, language, today } = options;
  const request = canonicalize(read.request);
  const places = new Places(text, read);
  const addressed = findPlatform(read);
  return {
    kind: 'checked',
    method: request.method,
    path: request.url.slice(0, 500),
    ...(addressed && { addressed }),
    platforms: PLATFORMS.map((id) =>
      toAnswer(plan(request, { platform: id, today }), places, language),
    ),
    places: places.all,
    correction: correct(request, platform, today, text.length),
  };
}

function toAnswer(planned: BetaPlan, places: Places, language: TextLanguage): PlatformAnswer {
  const { platform, verdict, changed, betas, header, decisions } = planned;
  return {
    platform,
    verdict: verdict === 'works' && changed ? 'changed' : verdict,
    betas: betas.slice(0, MAX_DECISIONS),
    inBody: betas.length > 0 && header === undefined,
    more: Math.max(0, decisions.length - MAX_DECISIONS),
    decisions: decisions.slice(0, MAX_DECISIONS).map((decision) => ({
      action: decision.action,
      text: describeDecision(planned, decision, language),
      places: places.getNumbers(decision.at),
    })),
  };
}

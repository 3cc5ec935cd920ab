/** Compares the engine's plan of a request with the oracle's judgements of it. */
import {
  type BetaPlan,
  type BetaRequest,
  type Platform as KnownPlatform,
  plan,
  type Verdict,
} from '@beta-headers/core';
import type { Platform } from '@beta-headers/manifest';
import { type Judgement, judge } from '../../../src/gate/index.ts';

/** The day of every case, which is the day of the data's newest sources. */
export const TODAY = '2026-11-30';

/** A request, and the platform that it goes to. */
export interface Case {
  readonly request: BetaRequest;
  readonly platform: Platform;
}

const planCase = ({ request, platform }: Case): BetaPlan =>
  plan(request, { platform: platform as KnownPlatform, today: TODAY });
const judgeCase = ({ request, platform }: Case): Judgement =>
  judge(request, { platform, today: TODAY });

/** Returns the request that a plan sends. */
function toPlanned({ request, platform }: Case, answer: BetaPlan): Case {
  const others = [...new Headers(request.headers)].filter(([name]) => name !== 'anthropic-beta');
  const own = answer.header === undefined ? [] : [['anthropic-beta', answer.header]];
  const body = 'body' in answer ? answer.body : request.body;
  const headers = Object.fromEntries([...others, ...own]) as Record<string, string>;
  return { platform, request: { ...request, headers, ...(body !== undefined && { body }) } };
}

/** An answer, and everything that it is compared with. */
interface Trial {
  readonly one: Case;
  readonly sent: Case;
  readonly answer: BetaPlan;
  /** The verdicts on the request as received, and as planned. */
  readonly raw: Judgement;
  readonly planned: Judgement;
}

/** A law that a case breaks, with both answers. */
export interface Fault extends Trial {
  readonly law: string;
}

/**
 * The invariant, and the rules for every plan. A refused plan sends nothing, so only the request as
 * received is judged. Every other plan is judged by the *planned* request, changed or not, because
 * that request is sent. `works` means that it is accepted, and `unverified` that the answer is
 * unknown. Both rules hold in both directions, and no plan sends a request that is refused.
 */
const LAWS: Readonly<Record<string, (trial: Trial) => boolean>> = {
  'what works is accepted as planned': ({ answer, planned }) =>
    answer.verdict !== 'works' || planned.verdict === 'accepts',
  'what is refused is refused as received': ({ answer, raw }) =>
    answer.verdict !== 'refused' || raw.verdict === 'refuses',
  'what is unverified is unknown as planned': ({ answer, planned }) =>
    answer.verdict !== 'unverified' || planned.verdict === 'unknown',
  'an unchanged request has one judgement': ({ answer, raw, planned }) =>
    answer.changed || answer.verdict === 'refused' || raw.verdict === planned.verdict,
  'the header is legal, says what `betas` says, and names each once': ({ answer }) =>
    isLegal(answer),
  'planning the planned request changes nothing': ({ answer, sent }) =>
    answer.verdict === 'refused' || isSettled(answer, planCase(sent)),
};

function isLegal({ header, betas }: BetaPlan): boolean {
  const isToken = (value: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(value);
  const isSame = header === undefined || header === betas.join(',');
  return isSame && betas.every(isToken) && new Set(betas).size === betas.length;
}

function isSettled(first: BetaPlan, second: BetaPlan): boolean {
  return (
    !second.changed &&
    second.verdict === first.verdict &&
    second.header === first.header &&
    second.betas.join() === first.betas.join()
  );
}

/** Judges a case, and finds the first law that it breaks. */
function examine(one: Case): { readonly verdict: Verdict; readonly fault?: Fault } {
  const before = JSON.stringify(one.request);
  const answer = planCase(one);
  const isLeft = JSON.stringify(one.request) === before;
  const sent = toPlanned(one, answer);
  const trial: Trial = { one, sent, answer, raw: judgeCase(one), planned: judgeCase(sent) };
  const broken = Object.entries(LAWS).find(([, holds]) => !holds(trial))?.[0];
  const law = isLeft ? broken : 'the request is left as it was';
  const { verdict } = answer;
  return law === undefined ? { verdict } : { verdict, fault: { law, ...trial } };
}

/** Formats both answers for a message. */
function describeFault({ law, one, answer, raw, planned }: Fault): string {
  const decisions = answer.decisions.map(({ action, beta, feature, reason, confidence, at }) =>
    [action, beta ?? feature, reason, confidence, at?.slice(0, 3)].filter(Boolean).join(' '),
  );
  const formatJudgement = ({ verdict, reasons }: Judgement): string =>
    [verdict, ...reasons.map(({ code, subject }) => `${code} ${subject}`)].join('; ');
  return [
    `broken: ${law}`,
    `request for ${one.platform}: ${JSON.stringify(one.request)}`,
    `engine: ${answer.verdict}, sends ${answer.betas.join(', ') || 'no beta'}`,
    ...('body' in answer ? [`  with the body ${JSON.stringify(answer.body)}`] : []),
    ...decisions.map((line) => `  ${line}`),
    `oracle: as received ${formatJudgement(raw)}`,
    `oracle: as planned ${formatJudgement(planned)}`,
  ].join('\n');
}

/** Counts cases by their verdict. */
export class Tally {
  readonly #counts: Record<Verdict, number> = { works: 0, refused: 0, unverified: 0 };

  /** Checks a case. @throws with both answers where it breaks a law */
  check(one: Case): void {
    const { verdict, fault } = examine(one);
    this.#counts[verdict]++;
    if (fault) throw new Error(describeFault(fault));
  }

  /** Counts a verdict. */
  add(verdict: Verdict): void {
    this.#counts[verdict]++;
  }

  get total(): number {
    return Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
  }

  /** A line for the log. */
  get summary(): string {
    const { works, refused, unverified } = this.#counts;
    return `${this.total} requests: works ${works}, refused ${refused}, unverified ${unverified}`;
  }
}

/** Checks cases one after the other, each once, and keeps the faults that differ in kind. */
export class Checker {
  readonly #tally = new Tally();
  readonly #seen = new Set<string>();
  readonly #faults = new Map<string, string>();
  #contradictions = 0;

  /** Checks a case, unless it was checked before. */
  check(one: Case): void {
    const key = JSON.stringify(one);
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const { verdict, fault } = examine(one);
    this.#tally.add(verdict);
    if (!fault) return;
    this.#contradictions++;
    this.#faults.set(classify(fault), describeFault(fault));
  }

  get total(): number {
    return this.#tally.total;
  }

  /** A line for the log: the number of cases by outcome. */
  get summary(): string {
    return `${this.#tally.summary}; contradictions ${this.#contradictions}`;
  }

  /** One example for each kind of fault. */
  get faults(): readonly string[] {
    return [...this.#faults.values()];
  }
}

/** Faults with the same law and reasons have the same cause. */
function classify({ law, answer, raw, planned }: Fault): string {
  const codes = ({ verdict, reasons }: Judgement): string =>
    `${verdict} ${reasons.map(({ code, subject }) => code + subject.replace(/\d+/g, '0')).join()}`;
  const decisions = answer.decisions.map((one) => `${one.action} ${one.reason} ${one.feature}`);
  return [law, codes(answer.verdict === 'refused' ? raw : planned), ...decisions].join(' | ');
}

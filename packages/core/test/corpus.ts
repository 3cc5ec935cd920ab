/**
 * The manifest's conformance corpus, in its packed form, because this suite also runs without a
 * file system.
 */
import cases from '../../manifest/conformance/cases.json' with { type: 'json' };
import type { Decision, PlanOptions, Platform, Policy, Verdict } from '../src/index.ts';

/** A request and the expected plan. */
export interface PlanCase {
  readonly id: string;
  readonly platform: NonNullable<PlanOptions['platform']>;
  readonly model: string | null;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers?: HeadersInit;
    readonly body?: unknown;
  };
  readonly options?: Pick<PlanOptions, 'mode' | 'today' | 'always' | 'rejected'> & {
    readonly policy?: Policy;
  };
  readonly expect: {
    readonly verdict: Verdict;
    /** Absent if the request is refused, because nothing is sent. */
    readonly betas?: readonly string[];
    readonly platform?: string;
    readonly decisions?: readonly ExpectedDecision[];
    readonly body?: unknown;
  };
  readonly source: string;
}

/** The fields that a decision must have; `at` is one of its places. */
export interface ExpectedDecision extends Partial<Omit<Decision, 'at'>> {
  readonly at?: string;
}

/** An error and its expected classification; `null` if it is not about betas. */
export interface ErrorCase {
  readonly id: string;
  readonly error: { readonly status: number; readonly body: unknown } | { readonly text: string };
  /** The platform in the context of the error. */
  readonly platform?: Platform;
  readonly expect: {
    readonly kind: string;
    readonly betas?: readonly string[];
    readonly suspects?: readonly string[];
  } | null;
  readonly source: string;
}

const { errors, ...plans } = cases;

/** The plan cases, by file. */
export const planCases: readonly (readonly [file: string, cases: readonly PlanCase[]])[] =
  Object.entries(plans).map(([file, lines]) => [
    file,
    lines.map((line) => JSON.parse(line) as PlanCase),
  ]);

/** The error cases. */
export const errorCases: readonly ErrorCase[] = errors.map((line) => JSON.parse(line) as ErrorCase);

/** Returns the options of a case for `plan()`. */
export const readOptions = ({ platform, options }: PlanCase): PlanOptions => ({
  platform,
  ...options,
});
